//! `cargo xtask bench`: our program beside others. The programs take turns picture by picture, so
//! that other load on the machine affects all of them alike.

mod cases;
mod measurement;
mod programs;
mod score;
mod table;

use std::path::PathBuf;

use anyhow::{Result, ensure};

use crate::process::root;
use cases::Selection;
use measurement::measure;
use programs::Engine;
use table::{Row, Table};

/// What to measure, and where to write the table.
#[derive(Debug, PartialEq)]
pub(crate) struct Options {
    cases: PathBuf,
    selection: Selection,
    engine: Option<Engine>,
    threads: usize,
    out: Option<PathBuf>,
}

impl Options {
    /// The options in `words`, or nothing when they are invalid.
    pub(crate) fn parse(words: &[&str]) -> Option<Self> {
        let mut cases = None;
        let (mut selection, mut engine, mut threads, mut out) = (Selection::Test, None, 2, None);
        let mut words = words.iter();
        while let Some(option) = words.next() {
            match *option {
                "--tune" => selection = Selection::Tune,
                "--all" => selection = Selection::All,
                "--cases" => cases = Some(std::path::absolute(words.next()?).ok()?),
                "--engine" => engine = Some(Engine::named(words.next()?)?),
                "--threads" => {
                    threads = words.next()?.parse().ok().filter(|number| *number > 0)?;
                }
                "--out" => out = Some(std::path::absolute(words.next()?).ok()?),
                _ => return None,
            }
        }
        Some(Self { cases: cases?, selection, engine, threads, out })
    }

    /// Whether README.md may show the table: all engines, on pictures that nothing was tuned on.
    fn is_publishable(&self) -> bool {
        self.selection == Selection::Test && self.engine.is_none()
    }

    /// Where the table goes, if anywhere.
    fn out(&self) -> Option<PathBuf> {
        let published = || self.is_publishable().then(|| root().join(table::FILE));
        self.out.clone().or_else(published)
    }
}

/// Builds our program, measures all programs, prints the table and writes it.
pub(crate) fn run(options: &Options) -> Result<()> {
    ensure!(
        options.is_publishable() || options.out != Some(root().join(table::FILE)),
        "{} shows all engines on the test half; name another file with --out",
        table::FILE
    );
    let cases = cases::load(&options.cases, options.selection)?;
    let programs = programs::find(options.engine)?;
    ensure!(!programs.is_empty(), "there is no program to measure");
    let mut rows: Vec<Row> =
        programs.iter().map(|program| Row::new(program.name.clone(), program.role)).collect();
    for (number, case) in cases.iter().enumerate() {
        println!("{}/{} {}", number + 1, cases.len(), case.picture.display());
        for (program, row) in programs.iter().zip(&mut rows) {
            row.measurements.push(measure(program, case, options.threads)?);
        }
    }
    let tables = Table::new(rows, options.threads, options.selection).markdown();
    println!("\n{tables}");
    match options.out() {
        Some(out) => table::publish(&tables, &out),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_parsed() {
        let options = Options::parse(&["--cases", "/pictures", "--threads", "4"]).unwrap();
        assert_eq!((options.threads, &options.cases), (4, &PathBuf::from("/pictures")));
        assert_eq!((options.selection, options.engine), (Selection::Test, None));
        let options = Options::parse(&["--all", "--engine", "ocrs", "--cases", "/a"]).unwrap();
        assert_eq!((options.selection, options.engine), (Selection::All, Some(Engine::Ocrs)));
        for invalid in [
            &[][..],
            &["--cases"],
            &["--cases", "/a", "--threads", "0"],
            &["--cases", "/a", "--engine", "steam"],
            &["--cases", "/a", "--speed", "2"],
        ] {
            assert_eq!(Options::parse(invalid), None, "{invalid:?}");
        }
    }

    #[test]
    fn only_the_complete_test_half_is_published() {
        let options =
            |words: &[&str]| Options::parse(&[words, &["--cases", "/a"]].concat()).unwrap();
        let published = root().join(table::FILE);
        assert_eq!(options(&[]).out().as_ref(), Some(&published));
        for partial in [&["--all"][..], &["--tune"], &["--engine", "builtin"]] {
            assert_eq!(options(partial).out(), None);
            let file = published.to_str().unwrap();
            let error = run(&options(&[partial, &["--out", file]].concat())).unwrap_err();
            assert!(error.to_string().contains("test half"), "{error}");
        }
        let out = options(&["--all", "--out", "/t.md"]).out();
        assert_eq!(out, Some(PathBuf::from("/t.md")));
    }
}
