//! The end-to-end tests of the desktop program in `tests/e2e`: `cargo xtask e2e` and `latency`.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use anyhow::{Context as _, Result};

use crate::process::{self, command, root};
use crate::{system_packages, ui};

/// The end-to-end tests drive the program under Xvfb, which exists on Linux only.
pub(crate) const IS_SUPPORTED: bool = cfg!(target_os = "linux");

/// Runs the tests whose file names contain `pattern`, or all of them when it is empty, with the program as people have it.
pub(crate) fn run(pattern: &str) -> Result<()> {
    test(node()?, pattern)
}

/// Runs all tests with this program.
pub(crate) fn run_with(app: &Path) -> Result<()> {
    test(node_with(app), "")
}

fn test(mut node: Command, pattern: &str) -> Result<()> {
    // Ten minutes for a file: two hundred pictures take one minute on a slow machine.
    node.args(["--test", "--test-concurrency=1", "--test-timeout=600000", "--test-reporter=spec"]);
    let directory = root().join("tests/e2e");
    let entries = std::fs::read_dir(&directory)?;
    let mut files = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    files.retain(|file| {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        name.ends_with(".test.js") && name.contains(pattern)
    });
    anyhow::ensure!(!files.is_empty(), "no test file in tests/e2e is named like {pattern}");
    files.sort();
    process::run(node.args(files))
}

/// Checks the style of the tests.
pub(crate) fn lint() -> Result<()> {
    let style = ["ci", "--config-path=ui", "tests/e2e"];
    process::run(&mut ui::tool("@biomejs/biome", "bin/biome", &style))
}

/// Measures how long a paste and a capture take with the real window, step by step.
pub(crate) fn latency() -> Result<()> {
    let cli = process::build_cli(&[])?;
    process::run(node()?.arg("tests/e2e/latency.js").env("IMAGETOTEXT_CLI", cli))?;
    process::run(node()?.arg("tests/e2e/capture-latency.js"))
}

/// The outcome of some tests.
#[derive(Debug)]
pub(crate) struct TestOutcome {
    /// How many tests passed.
    pub(crate) passed: usize,
    /// How many tests failed.
    pub(crate) failed: usize,
    output: String,
}

impl TestOutcome {
    /// The rest of the last line that contains `label`. Tests print measurements in this way.
    pub(crate) fn value(&self, label: &str) -> String {
        let lines = self.output.lines().filter_map(|line| line.split_once(label));
        lines.map(|(_, rest)| rest.trim()).next_back().unwrap_or_default().to_owned()
    }

    fn count(output: &str, label: &str) -> usize {
        let mut lines =
            output.lines().filter_map(|line| line.split_once(label)?.1.trim().parse().ok());
        lines.next_back().unwrap_or_default()
    }
}

/// Runs the tests of one file whose names match `pattern`, and returns their outcome. Prints what they say if
/// one fails.
pub(crate) fn run_tests(file: &str, pattern: &str) -> Result<TestOutcome> {
    let pattern = format!("--test-name-pattern={pattern}");
    let mut node = node()?;
    node.args(["--test", "--test-reporter=spec", &pattern])
        .arg(root().join("tests/e2e").join(file));
    let result = node.output().context("Node.js cannot be run")?;
    let output = String::from_utf8_lossy(&result.stdout).into_owned();
    let [passed, failed] =
        ["\u{2139} pass ", "\u{2139} fail "].map(|label| TestOutcome::count(&output, label));
    if failed > 0 || passed == 0 {
        // The report says only that a guarantee does not hold, not why.
        println!("{output}");
    }
    Ok(TestOutcome { passed, failed, output })
}

/// Node.js with the desktop program to test, which is built once per run of xtask.
fn node() -> Result<Command> {
    static APP: OnceLock<PathBuf> = OnceLock::new();
    let app = if let Some(app) = APP.get() {
        app
    } else {
        system_packages::require(system_packages::APP)?;
        system_packages::require(system_packages::E2E)?;
        ui::build()?;
        let app = process::build_app()?;
        APP.get_or_init(|| app)
    };
    Ok(node_with(app))
}

fn node_with(app: &Path) -> Command {
    let mut node = command("node", &[]);
    node.env("IMAGETOTEXT_APP", app);
    node
}
