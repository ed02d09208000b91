//! `cargo xtask mutate`: thousands of broken pictures, sent to the reading process as the program
//! sends them. Each must be answered with pages or with a reason, in time and within bounded memory.

mod change;
mod reader;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};

use crate::process::{build, root};
use change::changed;
use reader::Answer;

pub(crate) use change::Chance;
pub(crate) use reader::Reader;

/// What was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Options {
    files: usize,
    seed: u64,
}

impl Options {
    /// So many files, of the series that is always the same.
    pub(crate) fn files(files: usize) -> Self {
        Self { files, seed: 1 }
    }

    /// The options in `words`, or nothing when they make no sense.
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

/// What became of the files of one format.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    /// How many there were.
    pub(crate) files: usize,
    /// A page was read, at least.
    pub(crate) read: usize,
    /// A reason was given.
    pub(crate) refused: usize,
    /// The process ended.
    pub(crate) crashed: usize,
    /// It gave no answer in time.
    pub(crate) hung: usize,
    /// A reason was given that is a fault of ours.
    pub(crate) faults: usize,
    /// The longest time that a file took.
    pub(crate) slowest: Duration,
    /// Most memory that the process held, in bytes.
    pub(crate) peak: u64,
}

/// Makes the files, has them read, prints the table; fails when one of them did harm.
pub(crate) fn run(options: Options) -> Result<()> {
    let tallies = measure(&build(&[])?, options)?;
    println!("\n{}", table(&tallies));
    let total = total(&tallies);
    if total.crashed + total.hung + total.faults > 0 {
        bail!("{} crashed, {} hung, {} met a fault", total.crashed, total.hung, total.faults);
    }
    Ok(())
}

/// The same, by format.
pub(crate) fn measure(program: &Path, options: Options) -> Result<BTreeMap<String, Tally>> {
    let fixtures = fixtures()?;
    let mut chance = Chance::new(options.seed);
    let mut tallies = BTreeMap::new();
    let formats = fixtures.len();
    for (number, (format, originals)) in fixtures.into_iter().enumerate() {
        // The remainder goes to the first ones.
        let files = options.files / formats + usize::from(number < options.files % formats);
        let mut tally = Tally::default();
        let mut reader = Reader::start(program)?;
        for _ in 0..files {
            let bytes = changed(&originals, &mut chance);
            let begun = std::time::Instant::now();
            let answer = reader.read(&bytes);
            tally.slowest = tally.slowest.max(begun.elapsed());
            tally.files += 1;
            match answer {
                Answer::Read => tally.read += 1,
                Answer::Refused => tally.refused += 1,
                Answer::Fault => tally.faults += 1,
                Answer::Crashed => tally.crashed += 1,
                Answer::Hung => tally.hung += 1,
            }
            if !matches!(answer, Answer::Read | Answer::Refused) {
                keep(&format, tally.files, &bytes)?;
            }
            if matches!(answer, Answer::Crashed | Answer::Hung) {
                let ended = std::mem::replace(&mut reader, Reader::start(program)?);
                tally.peak = tally.peak.max(ended.end()?);
            }
        }
        tally.peak = tally.peak.max(reader.end()?);
        println!("{format}: {files} files");
        tallies.insert(format, tally);
    }
    Ok(tallies)
}

/// A finding is worth more than its count.
fn keep(format: &str, number: usize, bytes: &[u8]) -> Result<()> {
    let directory = root().join("target/mutated");
    std::fs::create_dir_all(&directory)?;
    let path = directory.join(format!("{number}.{format}"));
    println!("Kept: {}", path.display());
    std::fs::write(path, bytes).context("a finding cannot be kept")
}

/// All of them together.
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

/// As Markdown.
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

/// Our examples of each format, by the ending of their names.
fn fixtures() -> Result<BTreeMap<String, Vec<Vec<u8>>>> {
    let mut fixtures: BTreeMap<String, Vec<Vec<u8>>> = BTreeMap::new();
    let directory = root().join("tests/images/formats");
    let entries = std::fs::read_dir(&directory).context("the fixtures are missing")?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    paths.push(root().join("tests/images/hello.png"));
    // The order of a directory is anybody's guess, and the series shall be the same everywhere.
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
    fn options_come_in_pairs() {
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
