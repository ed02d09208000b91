//! `cargo xtask fuzz-smoke`: sends thousands of mutated pictures to the sandboxed reading process, as
//! the program itself does. Each must be answered with pages or with an error, in time and within
//! bounded memory.

mod mutation;
mod worker;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use crate::process::{build_cli, root};
use crate::rng::Rng;
use mutation::mutated;
use worker::{Outcome, Worker};

/// How many files to send, and from which series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Options {
    files: usize,
    seed: u64,
}

impl Options {
    /// So many files of the default series, which is the same every time.
    pub(crate) fn files(files: usize) -> Self {
        Self { files, seed: 1 }
    }

    /// The options in `words`, or nothing when they are invalid.
    pub(crate) fn parse(words: &[&str]) -> Option<Self> {
        let mut options = Self::files(10_000);
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

/// The outcomes of the files of one format.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    /// Files sent.
    pub(crate) files: usize,
    /// At least one page was read.
    pub(crate) read: usize,
    /// The file was refused with an error.
    pub(crate) refused: usize,
    /// The process ended.
    pub(crate) crashed: usize,
    /// There was no answer in time.
    pub(crate) hung: usize,
    /// The error was an internal one: a bug of ours.
    pub(crate) faults: usize,
    /// The longest time that a file took.
    pub(crate) slowest: Duration,
    /// Peak memory of the process in bytes.
    pub(crate) peak: u64,
}

/// Sends the files and prints the table.
///
/// # Errors
/// When a file crashed or hung the process, or met an internal error.
pub(crate) fn run(options: Options) -> Result<()> {
    let tallies = measure(&build_cli(&[])?, options)?;
    println!("\n{}", table(&tallies));
    let total = total(&tallies);
    if total.crashed + total.hung + total.faults > 0 {
        bail!(
            "{} crashed, {} hung, {} met an internal error (--seed {})",
            total.crashed,
            total.hung,
            total.faults,
            options.seed
        );
    }
    Ok(())
}

/// Sends the files to the reading process of `program` and counts the outcomes by format.
pub(crate) fn measure(program: &Path, options: Options) -> Result<BTreeMap<String, Tally>> {
    let fixtures = fixtures()?;
    let mut rng = Rng::new(options.seed);
    let mut tallies = BTreeMap::new();
    let formats = fixtures.len();
    for (number, (format, originals)) in fixtures.into_iter().enumerate() {
        // The first formats get the remainder.
        let files = options.files / formats + usize::from(number < options.files % formats);
        let mut tally = Tally::default();
        let mut worker = Worker::start(program)?;
        for _ in 0..files {
            let bytes = mutated(&originals, &mut rng);
            let start = Instant::now();
            let outcome = worker.read(&bytes);
            tally.slowest = tally.slowest.max(start.elapsed());
            tally.files += 1;
            match outcome {
                Outcome::Read => tally.read += 1,
                Outcome::Refused => tally.refused += 1,
                Outcome::Fault => tally.faults += 1,
                Outcome::Crashed => tally.crashed += 1,
                Outcome::Hung => tally.hung += 1,
            }
            if !matches!(outcome, Outcome::Read | Outcome::Refused) {
                save(&format, tally.files, &bytes)?;
            }
            if matches!(outcome, Outcome::Crashed | Outcome::Hung) {
                let broken = std::mem::replace(&mut worker, Worker::start(program)?);
                tally.peak = tally.peak.max(broken.end()?);
            }
        }
        tally.peak = tally.peak.max(worker.end()?);
        println!("{format}: {files} files");
        tallies.insert(format, tally);
    }
    Ok(tallies)
}

/// Whether a crash of the reading process of `program` would be counted: one is killed to see.
pub(crate) fn detects_crashes(program: &Path) -> Result<bool> {
    Worker::start(program)?.detects_its_crash()
}

/// Saves a file that did harm, so that it can be examined.
fn save(format: &str, number: usize, bytes: &[u8]) -> Result<()> {
    let directory = root().join("target/fuzz-smoke");
    std::fs::create_dir_all(&directory)?;
    let path = directory.join(format!("{number}.{format}"));
    println!("Saved: {}", path.display());
    std::fs::write(path, bytes).context("the file cannot be saved")
}

/// The sum over all formats.
pub(crate) fn total(tallies: &BTreeMap<String, Tally>) -> Tally {
    tallies.values().fold(Tally::default(), |all, one| Tally {
        files: all.files + one.files,
        read: all.read + one.read,
        refused: all.refused + one.refused,
        crashed: all.crashed + one.crashed,
        hung: all.hung + one.hung,
        faults: all.faults + one.faults,
        slowest: all.slowest.max(one.slowest),
        peak: all.peak.max(one.peak),
    })
}

/// The tallies as Markdown.
pub(crate) fn table(tallies: &BTreeMap<String, Tally>) -> String {
    let mut text = String::from(
        "| format | files | read | refused | crashes | hangs | faults | slowest | peak memory |\n\
         |---|--:|--:|--:|--:|--:|--:|--:|--:|\n",
    );
    let all = total(tallies);
    for (name, tally) in
        tallies.iter().map(|(name, tally)| (name.as_str(), tally)).chain([("all", &all)])
    {
        let Tally { files, read, refused, crashed, hung, faults, .. } = tally;
        let (seconds, peak) = (tally.slowest.as_secs_f64(), tally.peak >> 20);
        let _ = writeln!(
            text,
            "| {name} | {files} | {read} | {refused} | {crashed} | {hung} | {faults} | \
             {seconds:.2} s | {peak} MiB |"
        );
    }
    text
}

/// The pictures of the tests, by the ending of their names.
fn fixtures() -> Result<BTreeMap<String, Vec<Vec<u8>>>> {
    let mut fixtures: BTreeMap<String, Vec<Vec<u8>>> = BTreeMap::new();
    let directory = root().join("tests/images/formats");
    let entries = std::fs::read_dir(&directory).context("the fixtures are missing")?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    paths.push(root().join("tests/images/hello.png"));
    // The order of a directory varies, and the series must be the same everywhere.
    paths.sort();
    for path in paths {
        let format = path.extension().unwrap_or_default().to_string_lossy().into_owned();
        if format != "py" {
            fixtures.entry(format).or_default().push(std::fs::read(&path)?);
        }
    }
    if fixtures.is_empty() {
        bail!("{} is empty", directory.display());
    }
    Ok(fixtures)
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

    #[test]
    fn the_table_adds_up() {
        let one = || Tally { files: 3, read: 1, refused: 2, peak: 5 << 20, ..Tally::default() };
        let table = table(&BTreeMap::from([("gif".into(), one()), ("png".into(), one())]));
        assert!(table.contains("| all | 6 | 2 | 4 | 0 | 0 | 0 | 0.00 s | 5 MiB |"), "{table}");
    }
}
