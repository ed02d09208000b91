//! The options of `cargo xtask bench`.

use std::path::PathBuf;

use super::cases::Selection;
use super::programs::Engine;
use crate::process::root;

/// The published tables, from the root of the repository. README.md quotes the first of them.
pub(super) const PUBLISHED: &str = "models/BENCHMARK.md";

/// What to measure, with what, and where the result goes.
#[derive(Debug, PartialEq)]
pub(crate) struct Options {
    pub(super) task: Task,
    /// The program to measure as ours; built if there is none.
    pub(super) program: Option<PathBuf>,
    /// Processor threads for each program.
    pub(super) threads: usize,
    pub(super) selection: Selection,
    /// The only classes to read; all if there is none.
    pub(super) classes: Vec<String>,
    /// The only engine of our program to measure.
    pub(super) engine: Option<Engine>,
    /// Whether programs of other people are left out.
    pub(super) ours_only: bool,
    /// Where the tables go.
    pub(super) out: Option<PathBuf>,
    /// Where the figures go.
    pub(super) json: Option<PathBuf>,
    /// Figures of an earlier run to compare with.
    pub(super) compare: Option<PathBuf>,
    /// How many of the worst pictures to list.
    pub(super) worst: usize,
    /// Whether to list words that others read and we do not.
    pub(super) lost_words: bool,
}

/// The kinds of measurement.
#[derive(Debug, PartialEq)]
pub(super) enum Task {
    /// Text errors of all programs on directories of classes.
    Text(Vec<PathBuf>),
    /// Our text errors and order at several resolutions on directories of classes.
    Resolutions(Vec<PathBuf>),
    /// Our tables in a directory of pages with true tables.
    Tables(PathBuf),
    /// Our kinds of blocks in a directory of pages with true blocks.
    Kinds(PathBuf),
}

impl Options {
    /// The options in `words`, or nothing when they are invalid.
    pub(crate) fn parse(words: &[&str]) -> Option<Self> {
        let mut options = Self {
            task: Task::Text(Vec::new()),
            program: None,
            threads: 2,
            selection: Selection::Test,
            classes: Vec::new(),
            engine: None,
            ours_only: false,
            out: None,
            json: None,
            compare: None,
            worst: 0,
            lost_words: false,
        };
        let (mut cases, mut resolutions, mut other) = (Vec::new(), false, None);
        let mut words = words.iter();
        let path = |word: Option<&&str>| std::path::absolute(word?).ok();
        while let Some(option) = words.next() {
            match *option {
                "--cases" => cases.push(path(words.next())?),
                "--tables" => other = Some(Task::Tables(path(words.next())?)),
                "--kinds" => other = Some(Task::Kinds(path(words.next())?)),
                "--resolutions" => resolutions = true,
                "--tune" => options.selection = Selection::Tune,
                "--all" => options.selection = Selection::All,
                "--class" => options.classes.push((*words.next()?).to_owned()),
                "--ours" => options.ours_only = true,
                "--engine" => options.engine = Some(Engine::named(words.next()?)?),
                "--program" => options.program = Some(path(words.next())?),
                "--threads" => options.threads = positive(words.next()?)?,
                "--out" => options.out = Some(path(words.next())?),
                "--json" => options.json = Some(path(words.next())?),
                "--compare" => options.compare = Some(path(words.next())?),
                "--worst" => options.worst = positive(words.next()?)?,
                "--lost-words" => options.lost_words = true,
                _ => return None,
            }
        }
        options.task = match (cases.is_empty(), other) {
            (true, Some(other)) if !resolutions => other,
            (false, None) if resolutions => Task::Resolutions(cases),
            (false, None) => Task::Text(cases),
            _ => return None,
        };
        Some(options)
    }

    /// Whether README.md may show the tables: the program of this tree and all others, on pictures
    /// that nothing was tuned on.
    pub(super) fn is_publishable(&self) -> bool {
        matches!(self.task, Task::Text(_))
            && self.selection == Selection::Test
            && self.classes.is_empty()
            && self.engine.is_none()
            && self.program.is_none()
            && !self.ours_only
    }

    /// Where the tables go, if anywhere.
    pub(super) fn out(&self) -> Option<PathBuf> {
        let published = || self.is_publishable().then(|| root().join(PUBLISHED));
        self.out.clone().or_else(published)
    }
}

fn positive(word: &str) -> Option<usize> {
    word.parse().ok().filter(|number| *number > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(words: &[&str]) -> Options {
        Options::parse(&[words, &["--cases", "/a"]].concat()).unwrap()
    }

    #[test]
    fn options_are_parsed() {
        let options =
            Options::parse(&["--cases", "/a", "--threads", "4", "--cases", "/b"]).unwrap();
        assert_eq!(options.task, Task::Text(vec!["/a".into(), "/b".into()]));
        assert_eq!((options.threads, options.selection), (4, Selection::Test));
        assert_eq!((options.engine, options.worst, options.lost_words), (None, 0, false));
        let options = parsed(&["--all", "--engine", "ocrs", "--worst", "15", "--lost-words"]);
        assert_eq!((options.selection, options.engine), (Selection::All, Some(Engine::Ocrs)));
        assert_eq!((options.worst, options.lost_words), (15, true));
        let options = parsed(&["--json", "/n", "--compare", "/o", "--program", "/p", "--ours"]);
        assert_eq!(options.json, Some("/n".into()));
        assert_eq!(options.compare, Some("/o".into()));
        assert_eq!((options.program, options.ours_only), (Some("/p".into()), true));
        assert_eq!(parsed(&["--class", "ui", "--class", "form"]).classes, ["ui", "form"]);
    }

    #[test]
    fn a_run_measures_one_thing() {
        let task = |words: &[&str]| Options::parse(words).map(|options| options.task);
        assert_eq!(task(&["--tables", "/t"]), Some(Task::Tables("/t".into())));
        assert_eq!(task(&["--kinds", "/k"]), Some(Task::Kinds("/k".into())));
        let resolutions = task(&["--resolutions", "--cases", "/a"]);
        assert_eq!(resolutions, Some(Task::Resolutions(vec!["/a".into()])));
        for invalid in [
            &[][..],
            &["--cases"],
            &["--resolutions"],
            &["--tables", "/t", "--cases", "/a"],
            &["--tables", "/t", "--resolutions"],
            &["--cases", "/a", "--threads", "0"],
            &["--cases", "/a", "--engine", "steam"],
            &["--cases", "/a", "--speed", "2"],
        ] {
            assert_eq!(task(invalid), None, "{invalid:?}");
        }
    }

    #[test]
    fn only_a_complete_run_on_the_test_half_is_published() {
        assert_eq!(parsed(&[]).out(), Some(root().join(PUBLISHED)));
        for partial in [
            &["--all"][..],
            &["--tune"],
            &["--class", "ui"],
            &["--engine", "ocrs"],
            &["--program", "/p"],
            &["--ours"],
        ] {
            assert_eq!(parsed(partial).out(), None, "{partial:?}");
        }
        assert_eq!(parsed(&["--resolutions"]).out(), None);
        assert_eq!(parsed(&["--all", "--out", "/t.md"]).out(), Some("/t.md".into()));
    }
}
