//! The guarantees of the window, measured by the end-to-end tests in `tests/e2e`.

use anyhow::{Context as _, Result};

use super::finding::{Finding, Subject};
use crate::e2e;
use crate::process::cargo;

pub(super) fn pixels(_: &Subject) -> Result<Finding> {
    memory("no pixel of a picture")
}

pub(super) fn text(_: &Subject) -> Result<Finding> {
    memory("no word of a text")
}

pub(super) fn disk_and_network(_: &Subject) -> Result<Finding> {
    measured_by("disk-and-network.test.js", "a complete session", "left: ", "control: ")
}

pub(super) fn consent(_: &Subject) -> Result<Finding> {
    let fixed = ["test", "--release", "--package", "imagetotext-app", "--test", "ipc"];
    let output = cargo(&fixed).output().context("the tests cannot be run")?;
    let text = String::from_utf8_lossy(&output.stdout);
    let ipc = text.lines().find_map(|line| line.strip_prefix("test result: ok. "));
    let ipc = ipc.and_then(|line| line.split(';').next()).unwrap_or("not ");
    let window = measured_by("consent.test.js", "no picture is accepted", "before: ", "after: ")?;
    Ok(Finding {
        holds: output.status.success() && window.holds,
        figure: format!("{}; {ipc} of IPC", window.figure),
        ..window
    })
}

pub(super) fn failures(_: &Subject) -> Result<Finding> {
    let outcome = e2e::run_tests("errors.test.js", ".")?;
    let read = e2e::run_tests("result.test.js", "saved where")?;
    Ok(Finding {
        holds: outcome.passed > 0 && outcome.failed == 0 && read.passed == 1,
        figure: format!("{} tests pass, {} fail", outcome.passed, outcome.failed),
        control: format!("without an obstacle {} text is read and saved", read.passed),
    })
}

pub(super) fn kills(_: &Subject) -> Result<Finding> {
    let outcome = e2e::run_tests("privacy-audit/kill-during-write.test.js", "kills")?;
    Ok(Finding {
        holds: outcome.passed == 1,
        figure: outcome.value("killed: "),
        control: "kills found the settings in both states: they were being written".into(),
    })
}

pub(super) fn withdrawal(_: &Subject) -> Result<Finding> {
    measured_by("consent.test.js", "withdrawing", "after: ", "before: ")
}

pub(super) fn markup(_: &Subject) -> Result<Finding> {
    measured_by("result.test.js", "markup", "shown as text: ", "control: ")
}

fn memory(pattern: &str) -> Result<Finding> {
    measured_by("privacy.test.js", pattern, "after clearing: ", "while it is shown: ")
}

/// Runs one test, which prints its figure and its control.
fn measured_by(file: &str, pattern: &str, figure: &str, control: &str) -> Result<Finding> {
    let outcome = e2e::run_tests(file, pattern)?;
    let (figure, control) = (outcome.value(figure), outcome.value(control));
    let holds =
        outcome.passed == 1 && outcome.failed == 0 && !figure.is_empty() && !control.is_empty();
    Ok(Finding { figure, control, holds })
}
