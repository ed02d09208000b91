//! `cargo xtask fuzz-smoke`: runs `tests/fuzz-smoke`, which sends thousands of mutated pictures to the
//! sandboxed worker and counts crashes and hangs.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::process::{self, build_cli, cargo, root};

/// Where the report goes, from the root of the repository.
const REPORT: &str = "target/fuzz-smoke.json";

/// How many files to send, and from which random series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Options {
    files: usize,
    seed: u64,
}

impl Default for Options {
    fn default() -> Self {
        Self { files: 10_000, seed: 1 }
    }
}

impl Options {
    /// The options in `words`, or nothing when they are invalid.
    pub(crate) fn parse(words: &[&str]) -> Option<Self> {
        let mut options = Self::default();
        for pair in words.chunks(2) {
            match pair {
                ["--files", number] => options.files = number.parse().ok()?,
                ["--seed", number] => options.seed = number.parse().ok()?,
                _ => return None,
            }
        }
        Some(options)
    }
}

/// Sends the files to the command line.
///
/// # Errors
/// When a file crashed or hung the worker, or met an internal error.
pub(crate) fn run(options: Options) -> Result<()> {
    process::run(&mut fuzz_smoke(&build_cli(&[])?, options))
}

/// Sends the files to the worker of `program`. Returns the report of `tests/fuzz-smoke`, whatever it says.
///
/// # Errors
/// When there is no report.
pub(crate) fn measure(program: &Path, options: Options) -> Result<serde_json::Value> {
    let report = root().join(REPORT);
    // A report of an earlier run must not count.
    if report.exists() {
        std::fs::remove_file(&report)?;
    }
    let result = process::run(&mut fuzz_smoke(program, options));
    match std::fs::read(report) {
        Ok(report) => Ok(serde_json::from_slice(&report)?),
        Err(error) => result.and(Err(error.into())),
    }
}

fn fuzz_smoke(program: &Path, options: Options) -> Command {
    let fixed = ["run", "--release", "--quiet", "--package", "imagetotext-fuzz-smoke", "--"];
    let mut command = cargo(&fixed);
    command.arg(program).args([options.files.to_string(), options.seed.to_string()]).arg(REPORT);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_parsed() {
        assert_eq!(Options::parse(&[]), Some(Options { files: 10_000, seed: 1 }));
        let both = Options::parse(&["--files", "7", "--seed", "3"]);
        assert_eq!(both, Some(Options { files: 7, seed: 3 }));
        assert_eq!(Options::parse(&["--files"]), None);
    }
}
