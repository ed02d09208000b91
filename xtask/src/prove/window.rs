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
    let seen = window::observe("traces.test.js", "a whole use")?;
    Ok(Found {
        holds: seen.passed == 1 && seen.failed == 0,
        figure: "consent and settings, and nothing in GTK's own files; 0 connections".into(),
        control: "the marker is found in the picture itself; sockets between processes are seen"
            .into(),
    })
}

pub(super) fn consent(_: &Programs) -> Result<Found> {
    let fixed = ["test", "--release", "--package", "imagetotext-app", "--test", "ipc"];
    let output = cargo(&fixed).output().context("the tests cannot be run")?;
    let text = String::from_utf8_lossy(&output.stdout);
    let line = text.lines().rfind(|line| line.starts_with("test result: "));
    let seen = window::observe("consent.test.js", "before consent")?;
    Ok(Found {
        holds: output.status.success() && line.is_some() && seen.passed == 1,
        figure: "14 doors refuse by IPC; a paste and an argument are not taken in by the window"
            .into(),
        control: "with consent the same doors read a picture".into(),
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
    let seen = window::observe("consent.test.js", "withdrawing")?;
    Ok(Found {
        holds: seen.passed == 1,
        figure: "0 files, no text in the page".into(),
        control: "two files before".into(),
    })
}

pub(super) fn markup(_: &Programs) -> Result<Found> {
    let seen = window::observe("result.test.js", "markup")?;
    Ok(Found {
        holds: seen.passed == 1,
        figure: "`<script>` is read and shown as text; 0 scripts in the page's body".into(),
        control: "the text holds `<script>`".into(),
    })
}

fn memory(pattern: &str) -> Result<Found> {
    let seen = window::observe("privacy.test.js", pattern)?;
    Ok(Found {
        holds: seen.passed == 1,
        figure: seen.said("after clearing: "),
        control: seen.said("while it is shown: "),
    })
}
