//! The report of `--report`: a line for each picture that was not read.

use std::cell::RefCell;
use std::fs;
use std::io::Read as _;
use std::path::Path;

use imagetotext_files::is_same_file;

use crate::args::Job;
use crate::messages::{self, Failure};
use crate::name::Name;
use crate::output::{self, OutputError};

/// What goes into the report, whether one was asked for or not.
pub(crate) struct Report<'a> {
    path: Option<&'a Path>,
    lines: RefCell<String>,
}

impl<'a> Report<'a> {
    /// An empty one.
    ///
    /// # Errors
    /// When it may not be written: what it replaces must be a report, unless the person insists.
    pub(crate) fn of(job: &'a Job) -> Result<Self, (Name, OutputError)> {
        let path = job.report.as_deref();
        if let Some(path) = path {
            check(path, job).map_err(|error| (path.into(), error))?;
        }
        Ok(Self { path, lines: RefCell::default() })
    }

    pub(crate) fn add(&self, name: &Name, failure: &Failure) {
        let mut lines = self.lines.borrow_mut();
        lines.push_str(&messages::report(name, failure));
        lines.push('\n');
    }

    /// Replaces the report of a run before.
    pub(crate) fn write(&self) -> Result<(), (Name, OutputError)> {
        let Some(path) = self.path else { return Ok(()) };
        output::write_file(path, self.lines.borrow().as_bytes(), true, None)
            .map_err(|error| (path.into(), error))
    }
}

fn check(path: &Path, job: &Job) -> Result<(), OutputError> {
    if job.sources.iter().any(|source| is_same_file(source.path(), path)) {
        return Err(OutputError::IsInput);
    }
    let mut start = Vec::new();
    let begins =
        |file: fs::File| file.take(messages::REPORT_START.len() as u64).read_to_end(&mut start);
    let is_there = fs::File::open(path).and_then(begins).is_ok();
    let is_report = start.is_empty() || start == messages::REPORT_START.as_bytes();
    if is_there && !is_report && !job.force { Err(OutputError::Exists) } else { Ok(()) }
}
