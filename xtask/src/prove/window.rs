//! The guarantees of the window, found out by tests that hold the real one: `tests/e2e`.

use anyhow::{Context as _, Result};

use super::{Found, Programs};
use crate::process::cargo;
use crate::window;

pub(super) fn pixels(_: &Programs) -> Result<Found> {
    memory("no pixel of a picture")
}

pub(super) fn text(_: &Programs) -> Result<Found> {
    memory("no word of a text")
}

pub(super) fn traces(_: &Programs) -> Result<Found> {
    told("traces.test.js", "a whole use", "left: ", "seen: ")
}

pub(super) fn consent(_: &Programs) -> Result<Found> {
    let fixed = ["test", "--release", "--package", "imagetotext-app", "--test", "ipc"];
    let output = cargo(&fixed).output().context("the tests cannot be run")?;
    let text = String::from_utf8_lossy(&output.stdout);
    let ipc = text.lines().find_map(|line| line.strip_prefix("test result: ok. "));
    let ipc = ipc.and_then(|line| line.split(';').next()).unwrap_or("not ");
    let window = told("consent.test.js", "before consent", "before: ", "after: ")?;
    Ok(Found {
        holds: output.status.success() && window.holds,
        figure: format!("{}; {ipc} of IPC", window.figure),
        ..window
    })
}

pub(super) fn adversity(_: &Programs) -> Result<Found> {
    let seen = window::observe("bad.test.js", ".")?;
    let read = window::observe("result.test.js", "saved where")?;
    Ok(Found {
        holds: seen.passed > 0 && seen.failed == 0 && read.passed == 1,
        figure: format!("{} tests pass, {} fail", seen.passed, seen.failed),
        control: format!("without a hindrance {} text is read and saved", read.passed),
    })
}

pub(super) fn kills(_: &Programs) -> Result<Found> {
    let seen = window::observe("prove/kills.test.js", "kills")?;
    Ok(Found {
        holds: seen.passed == 1,
        figure: seen.said("killed: "),
        control: "kills met settings in both states: they were being written".into(),
    })
}

pub(super) fn withdrawal(_: &Programs) -> Result<Found> {
    told("consent.test.js", "withdrawing", "after: ", "before: ")
}

pub(super) fn markup(_: &Programs) -> Result<Found> {
    told("result.test.js", "markup", "shown as text: ", "seen: ")
}

fn memory(pattern: &str) -> Result<Found> {
    told("privacy.test.js", pattern, "after clearing: ", "while it is shown: ")
}

/// What one test says of itself: it passes, and tells its figure and its control.
fn told(file: &str, pattern: &str, figure: &str, control: &str) -> Result<Found> {
    let seen = window::observe(file, pattern)?;
    let (figure, control) = (seen.said(figure), seen.said(control));
    let holds = seen.passed == 1 && seen.failed == 0 && !figure.is_empty() && !control.is_empty();
    Ok(Found { figure, control, holds })
}
