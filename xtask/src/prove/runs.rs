//! Guarantees 6, 7 and 10: files that were made to do harm, and systems that do not cooperate.

use std::process::Command;

use anyhow::{Context as _, Result};

use super::{Found, Programs};
use crate::mutate::{self, Options, Reader};
use crate::process::{cargo, root};

pub(super) fn mutated(programs: &Programs) -> Result<Found> {
    let tallies = mutate::measure(&programs.ours, Options::files(10_000))?;
    println!("{}", mutate::table(&tallies));
    let all = mutate::total(&tallies);
    let (seconds, peak) = (all.slowest.as_secs_f64(), all.peak >> 20);
    let seen = Reader::start(&programs.ours)?.sees_a_crash()?;
    Ok(Found {
        holds: all.crashed + all.hung + all.faults == 0 && seen,
        figure: format!(
            "{} files: {} read, {} refused, {} crashes, {} hangs, {} faults; slowest {seconds:.2} s, \
             peak {peak} MiB",
            all.files, all.read, all.refused, all.crashed, all.hung, all.faults
        ),
        control: if seen { "a crash is counted" } else { "a crash is not counted" }.into(),
    })
}

pub(super) fn bombs(_: &Programs) -> Result<Found> {
    let (passed, failed, text) = tests(&["bombs::"])?;
    let peaks = text.lines().filter_map(|line| line.split_once("peak: ")?.1.strip_suffix(" MiB"));
    let peak =
        peaks.filter_map(|peak| peak.parse::<u64>().ok()).max().context("no peak is told")?;
    Ok(Found {
        holds: passed > 0 && failed == 0 && peak > 500,
        figure: format!("{passed} tests pass, {failed} fail; peak {peak} MiB"),
        control: format!("{peak} MiB are seen"),
    })
}

pub(super) fn adversity(programs: &Programs) -> Result<Found> {
    let (passed, failed, _) = tests(&["bad_output::", "bad_models::", "lock::", "bad_input::"])?;
    let hello = root().join("tests/images/hello.png");
    let free = Command::new(&programs.ours).arg("--quiet").arg(hello).output()?;
    let read = String::from_utf8_lossy(&free.stdout).trim().chars().count();
    Ok(Found {
        holds: passed > 0 && failed == 0 && free.status.success() && read > 0,
        figure: format!("{passed} tests pass, {failed} fail"),
        control: format!("without a hindrance {read} characters are read, {}", free.status),
    })
}

/// Runs the tests of `tests/cli` with these names; how many passed and failed, and what they said.
fn tests(names: &[&str]) -> Result<(usize, usize, String)> {
    let fixed = ["test", "--release", "--package", "imagetotext", "--test", "cli", "--"];
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
