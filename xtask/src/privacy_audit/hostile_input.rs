//! Guarantees 6, 7 and 10: files that try to do harm, and systems where something fails.

use std::process::Command;

use anyhow::{Context as _, Result};

use super::finding::{Finding, Subject};
use crate::fuzz_smoke::{self, Options};
use crate::process::{cargo, root};

pub(super) fn mutated_pictures(subject: &Subject) -> Result<Finding> {
    let report = fuzz_smoke::measure(&subject.cli, Options::default())?;
    let count = |name: &str| report["total"][name].as_u64();
    let harm = ["crashes", "hangs", "faults"].map(count);
    let [files, read, refused] = ["files", "read", "refused"].map(|name| count(name).unwrap_or(0));
    let [crashes, hangs, faults] = harm.map(|count| count.unwrap_or(0));
    let seconds = report["total"]["slowest"].as_f64().unwrap_or_default();
    let detected = report["detects_crashes"] == true;
    Ok(Finding {
        holds: files > 0 && harm == [Some(0); 3] && detected,
        figure: format!(
            "{files} files: {read} read, {refused} refused, {crashes} crashes, {hangs} hangs, \
             {faults} faults; slowest {seconds:.2} s, peak {} MiB",
            report["peak_mib"]
        ),
        control: if detected { "a crash is counted" } else { "a crash is not counted" }.into(),
    })
}

pub(super) fn decompression_bombs(_: &Subject) -> Result<Finding> {
    let (passed, failed, text) = run_tests(&["decompression_bombs::"])?;
    let peaks = text.lines().filter_map(|line| line.split_once("peak: ")?.1.strip_suffix(" MiB"));
    let peak = peaks
        .filter_map(|peak| peak.parse::<u64>().ok())
        .max()
        .context("the tests print no peak")?;
    Ok(Finding {
        holds: passed > 0 && failed == 0 && peak > 500,
        figure: format!("{passed} tests pass, {failed} fail; peak {peak} MiB"),
        control: format!("{peak} MiB are measured"),
    })
}

pub(super) fn failures(subject: &Subject) -> Result<Finding> {
    let (passed, failed, _) =
        run_tests(&["output_errors::", "invalid_models::", "sandbox::", "invalid_input::"])?;
    let hello = root().join("tests/images/hello.png");
    let unhindered = Command::new(&subject.cli).arg("--quiet").arg(hello).output()?;
    let read = String::from_utf8_lossy(&unhindered.stdout).trim().chars().count();
    Ok(Finding {
        holds: passed > 0 && failed == 0 && unhindered.status.success() && read > 0,
        figure: format!("{passed} tests pass, {failed} fail"),
        control: format!("without an obstacle {read} characters are read, {}", unhindered.status),
    })
}

/// Runs the tests of `tests/cli` with these names. Returns how many passed and failed, and their
/// output.
fn run_tests(names: &[&str]) -> Result<(usize, usize, String)> {
    let fixed = ["test", "--release", "--package", "imagetotext-cli", "--test", "cli", "--"];
    let mut command = cargo(&fixed);
    command.args(["--nocapture", "--test-threads=1"]).args(names);
    let output = command.output().context("the tests cannot be run")?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let line = text.lines().rfind(|line| line.starts_with("test result: "));
    let line = line.context("the tests cannot be built")?;
    let number = |word: &str| {
        let before = line.split(word).next()?.trim_end();
        before.rsplit(' ').next()?.parse().ok()
    };
    Ok((number("passed").unwrap_or(0), number("failed").unwrap_or(1), text))
}
