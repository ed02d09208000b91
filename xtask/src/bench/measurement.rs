//! One picture read by one program.

use std::io::Read as _;
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context as _, Result};
use serde::{Deserialize, Serialize};
use wait4::Wait4 as _;

use super::cases::{Case, Half};
use super::programs::Program;
use super::score::Score;

/// What reading a picture cost, and how well it was read. There is no text in it, because it is saved.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Measurement {
    /// The class of the picture.
    pub(super) class: String,
    /// The name of the picture.
    pub(super) name: String,
    /// The half that it is in.
    pub(super) half: Half,
    /// The errors in the text.
    pub(super) score: Score,
    /// Seconds from the start of the process to its end.
    pub(super) seconds: f64,
    /// Peak memory of the process in bytes.
    pub(super) peak: u64,
    /// Whether the program failed; its text is empty then.
    pub(super) failed: bool,
}

/// A run of a process.
pub(super) struct Output {
    /// What it printed; nothing if it failed.
    pub(super) text: String,
    seconds: f64,
    peak: u64,
    /// Whether it failed.
    pub(super) failed: bool,
}

/// Has `program` read the picture with at most `threads` threads: the figures, and the text.
///
/// # Errors
/// When the program cannot be started.
pub(super) fn measure(
    program: &Program,
    case: &Case,
    threads: usize,
) -> Result<(Measurement, String)> {
    let output = output(&mut program.command(&case.picture, case.pack, threads))
        .with_context(|| format!("{} cannot be run", program.name))?;
    if output.failed {
        println!("  {} failed", program.name);
    }
    let measurement = Measurement {
        class: case.class.clone(),
        name: case.name.clone(),
        half: case.half,
        score: Score::of(&case.text, &output.text),
        seconds: output.seconds,
        peak: output.peak,
        failed: output.failed,
    };
    Ok((measurement, output.text))
}

/// Runs a command to its end.
///
/// # Errors
/// When it cannot be started.
pub(super) fn output(command: &mut Command) -> Result<Output> {
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let start = Instant::now();
    let mut child = command.spawn()?;
    let mut bytes = Vec::new();
    child.stdout.take().context("the output is piped")?.read_to_end(&mut bytes)?;
    let usage = child.wait4()?;
    let seconds = start.elapsed().as_secs_f64();
    let failed = !usage.status.success();
    let text = if failed { String::new() } else { String::from_utf8_lossy(&bytes).into_owned() };
    Ok(Output { text, seconds, peak: usage.rusage.maxrss, failed })
}

/// How many processes wanted to run in the last minute, on average, where the system says so.
pub(super) fn load() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/loadavg").ok()?;
    text.split(' ').next()?.parse().ok()
}
