//! `cargo xtask setup`, `app`, `bundle` and `icons`: the desktop program, from nothing to a package.

use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;

use anyhow::{Context as _, Result};

use crate::process::{self, cargo, command, root, works};
use crate::{page, system};

/// The icons that the program and its packages use; Tauri can make many more.
const ICONS: [&str; 6] =
    ["32x32.png", "128x128.png", "128x128@2x.png", "icon.png", "icon.icns", "icon.ico"];

/// Installs all that `cargo xtask test` needs.
pub(crate) fn set_up() -> Result<()> {
    system::install(system::WINDOW)?;
    system::install(system::TESTS)?;
    page::set_up()?;
    for tool in ["nextest", "deny"] {
        if !works(&mut cargo(&[tool, "--version"])) {
            let crate_name = format!("cargo-{tool}");
            let install = ["install", "--quiet", "--locked", &crate_name];
            // Flags for our code are none for theirs.
            process::run(cargo(&install).env_remove("RUSTFLAGS"))?;
        }
    }
    Ok(())
}

/// Builds the window, with what the system lacks for it, and starts it with `args`.
pub(crate) fn start(args: &[&str]) -> Result<()> {
    system::install(system::WINDOW)?;
    page::build()?;
    let run = ["run", "--release", "--package", "imagetotext-app", "--"];
    process::run(cargo(&run).args(args))
}

/// Makes packages of the window: those that need no download, or `all` of this system.
pub(crate) fn bundle(all: bool) -> Result<()> {
    system::install(system::WINDOW)?;
    page::build()?;
    // The command line comes along.
    process::build(&[])?;
    let mut tauri = page::tool("@tauri-apps/cli", "tauri.js", &["build"]);
    if !all && cfg!(target_os = "linux") {
        tauri.args(["--bundles", "deb"]);
    }
    process::run(&mut tauri)
}

/// Makes all icons out of `icons/icon.svg`.
pub(crate) fn icons() -> Result<()> {
    page::set_up()?;
    let made = root().join("target/icons");
    let out = made.to_str().context("the repository has no plain name")?;
    let icon = ["icon", "icons/icon.svg", "--output", out];
    process::run(&mut page::tool("@tauri-apps/cli", "tauri.js", &icon))?;
    for icon in ICONS {
        let to = root().join("icons").join(icon);
        std::fs::copy(made.join(icon), &to)
            .with_context(|| format!("{} cannot be written", to.display()))?;
    }
    Ok(())
}

/// The tests of the real window whose files are named like `pattern`, or all of them.
pub(crate) fn test(pattern: &str) -> Result<()> {
    let mut node = suite()?;
    // Ten minutes for a file: two hundred pictures take one on a slow machine.
    node.args(["--test", "--test-concurrency=1", "--test-timeout=600000", "--test-reporter=spec"]);
    let directory = root().join("tests/e2e");
    let entries = std::fs::read_dir(&directory)?;
    let mut files = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    files.retain(|file| {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        name.ends_with(".test.js") && name.contains(pattern)
    });
    files.sort();
    process::run(node.args(files))
}

/// What tests of the real window found out.
#[derive(Debug)]
pub(crate) struct Seen {
    /// How many held.
    pub(crate) passed: usize,
    /// How many did not.
    pub(crate) failed: usize,
    text: String,
}

impl Seen {
    /// What a test said in a line that begins so.
    pub(crate) fn said(&self, beginning: &str) -> String {
        let lines = self.text.lines().filter_map(|line| line.split_once(beginning));
        lines.map(|(_, rest)| rest.trim()).next_back().unwrap_or_default().to_owned()
    }

    fn count(text: &str, name: &str) -> usize {
        let mut lines =
            text.lines().filter_map(|line| line.split_once(name)?.1.trim().parse().ok());
        lines.next_back().unwrap_or_default()
    }
}

/// Runs the tests of one file whose names match `pattern`.
pub(crate) fn observe(file: &str, pattern: &str) -> Result<Seen> {
    let pattern = format!("--test-name-pattern={pattern}");
    let mut node = suite()?;
    node.args(["--test", "--test-reporter=spec", &pattern])
        .arg(root().join("tests/e2e").join(file));
    let output = node.output().context("Node.js cannot be run")?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let [passed, failed] =
        ["\u{2139} pass ", "\u{2139} fail "].map(|name| Seen::count(&text, name));
    Ok(Seen { passed, failed, text })
}

/// How long a paste takes in the real window, in its parts.
pub(crate) fn latency() -> Result<()> {
    let alone = process::build(&[])?;
    process::run(suite()?.arg("tests/e2e/latency.js").env("IMAGETOTEXT_CLI", alone))
}

/// Node.js, with the window built for it, once for all tests.
fn suite() -> Result<Command> {
    static WINDOW: OnceLock<PathBuf> = OnceLock::new();
    let window = if let Some(window) = WINDOW.get() {
        window
    } else {
        system::require(system::WINDOW)?;
        system::require(system::TESTS)?;
        page::build()?;
        let window = process::build_program("imagetotext-app", &[])?;
        WINDOW.get_or_init(|| window)
    };
    let mut node = command("node", &[]);
    node.env("IMAGETOTEXT_APP", window);
    Ok(node)
}
