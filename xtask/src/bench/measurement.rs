//! One picture read by one program.

use std::io::Read as _;
use std::process::Stdio;
use std::time::Instant;

use anyhow::{Context as _, Result};
use wait4::Wait4 as _;

use super::cases::Case;
use super::programs::Program;
use super::score::Score;

/// What reading a picture cost, and how well it was read.
#[derive(Debug)]
pub(super) struct Measurement {
    /// The class of the picture.
    pub(super) class: String,
    /// The errors in the text.
    pub(super) score: Score,
    /// Seconds from the start of the process to its end.
    pub(super) seconds: f64,
    /// Peak memory of the process in bytes.
    pub(super) peak: u64,
}

/// Has `program` read the picture with at most `threads` threads. A program that fails has read an
/// empty text.
///
/// # Errors
/// When the program cannot be started.
pub(super) fn measure(program: &Program, case: &Case, threads: usize) -> Result<Measurement> {
    let mut command = program.command(&case.picture, threads);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let start = Instant::now();
    let mut child = command.spawn().with_context(|| format!("{} cannot be run", program.name))?;
    let mut output = Vec::new();
    child.stdout.take().context("the output is piped")?.read_to_end(&mut output)?;
    let usage = child.wait4()?;
    let seconds = start.elapsed().as_secs_f64();
    if !usage.status.success() {
        println!("  {} failed", program.name);
    }
    let score = Score::of(&case.text, &String::from_utf8_lossy(&output));
    Ok(Measurement { class: case.class.clone(), score, seconds, peak: usage.rusage.maxrss })
}
