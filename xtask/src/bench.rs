//! `cargo xtask bench`: our program beside others, picture by picture in turn, so that whatever
//! else the machine does meanwhile meets all of them alike.

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Instant;

use anyhow::{Context as _, Result, bail};
use wait4::Wait4 as _;

use crate::engines::Engine;
use crate::process::root;
use crate::report::{self, Table};
use crate::score::Score;

/// What the bench was asked for.
#[derive(Debug)]
pub(crate) struct Options {
    cases: PathBuf,
    threads: usize,
    out: PathBuf,
}

/// A picture and what stands in it.
#[derive(Debug)]
struct Case {
    class: String,
    picture: PathBuf,
    text: String,
}

/// One picture read by one engine.
#[derive(Debug)]
pub(crate) struct Run {
    /// Kind of picture.
    pub(crate) class: String,
    /// How well it was read.
    pub(crate) score: Score,
    /// From the start of the process to its end.
    pub(crate) seconds: f64,
    /// Most memory that the process held at a time, in bytes.
    pub(crate) peak: u64,
}

impl Options {
    /// The options in `words`, or nothing when they make no sense.
    pub(crate) fn parse(words: &[&str]) -> Option<Self> {
        let mut options = Self {
            cases: root().join("../shared/eval/public"),
            threads: 2,
            out: root().join(report::FILE),
        };
        for pair in words.chunks(2) {
            match pair {
                ["--cases", directory] => options.cases = std::path::absolute(directory).ok()?,
                ["--threads", number] => {
                    options.threads = number.parse().ok().filter(|number| *number > 0)?;
                }
                ["--out", file] => options.out = std::path::absolute(file).ok()?,
                _ => return None,
            }
        }
        Some(options)
    }
}

/// Builds, measures, prints the table and writes it.
pub(crate) fn run(options: &Options) -> Result<()> {
    let cases = cases(&options.cases)?;
    // In this order, so that the last build leaves the program as it is in its place.
    let without_wiping = Engine::ours_without_wiping()?;
    let mut engines = vec![Engine::ours()?, without_wiping];
    engines.extend(Engine::others());
    let mut runs: Vec<Vec<Run>> = engines.iter().map(|_| Vec::new()).collect();
    for (number, case) in cases.iter().enumerate() {
        println!("{}/{} {}", number + 1, cases.len(), case.picture.display());
        for (engine, runs) in engines.iter().zip(&mut runs) {
            runs.push(measure(engine, case, options.threads)?);
        }
    }
    let names = engines.into_iter().map(|engine| engine.name);
    let table = Table::new(names.zip(runs).collect(), options.threads);
    report::publish(&table.markdown(), &options.out)
}

fn cases(directory: &Path) -> Result<Vec<Case>> {
    let missing =
        || format!("{} holds no cases; name a directory with --cases", directory.display());
    let mut cases = Vec::new();
    for class in entries(directory).with_context(missing)? {
        if !class.is_dir() {
            continue;
        }
        for text in entries(&class)? {
            if text.extension().is_none_or(|extension| extension != "txt") {
                continue;
            }
            let mut pictures =
                ["png", "jpg", "tif"].map(|kind| text.with_extension(kind)).into_iter();
            let Some(picture) = pictures.find(|picture| picture.exists()) else {
                bail!("{} has no picture beside it", text.display());
            };
            cases.push(Case {
                class: class.file_name().unwrap_or_default().to_string_lossy().into_owned(),
                picture,
                text: std::fs::read_to_string(&text)?,
            });
        }
    }
    if cases.is_empty() {
        bail!(missing());
    }
    Ok(cases)
}

fn entries(directory: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(directory)?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

/// An engine that fails on a picture has read nothing of it.
fn measure(engine: &Engine, case: &Case, threads: usize) -> Result<Run> {
    let mut command = engine.command(&case.picture, threads);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let begun = Instant::now();
    let mut child = command.spawn().with_context(|| format!("{} cannot be run", engine.name))?;
    let mut output = Vec::new();
    child.stdout.take().context("the output is piped")?.read_to_end(&mut output)?;
    let used = child.wait4()?;
    let seconds = begun.elapsed().as_secs_f64();
    if !used.status.success() {
        println!("  {} failed", engine.name);
    }
    let score = Score::of(&case.text, &String::from_utf8_lossy(&output));
    Ok(Run { class: case.class.clone(), score, seconds, peak: used.rusage.maxrss })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_come_in_pairs() {
        let options = Options::parse(&["--threads", "4", "--cases", "/pictures"]).unwrap();
        assert_eq!((options.threads, options.cases), (4, PathBuf::from("/pictures")));
        for nonsense in [&["--threads"][..], &["--threads", "0"], &["--speed", "2"]] {
            assert!(Options::parse(nonsense).is_none(), "{nonsense:?}");
        }
    }
}
