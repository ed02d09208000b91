//! The report of `--report`: a line for each picture that was not read.

use std::cell::RefCell;
use std::fs;
use std::io::Read as _;
use std::path::Path;

use imagetotext_files::is_same_file;

use crate::args::Job;
use crate::messages::{self, Failure};
use crate::name::Name;
use crate::output::{OutputError, OutputSink, ResultFile};

/// What goes into the report, whether one was asked for or not.
pub(crate) struct Report<'a> {
    file: Option<(&'a Path, Target)>,
    lines: RefCell<String>,
}

enum Target {
    /// It takes the place of the report of a run before when it is whole.
    File(ResultFile),
    /// A FIFO or a device.
    Stream(OutputSink),
}

impl<'a> Report<'a> {
    /// An empty one, which can be written: that must not turn out after hours of reading.
    ///
    /// # Errors
    /// When it may not be written: what it replaces must be a report, unless the person insists.
    pub(crate) fn of(job: &'a Job) -> Result<Self, (Name, OutputError)> {
        let open = |path| match open(path, job) {
            Ok(target) => Ok((path, target)),
            Err(error) => Err((path.into(), error)),
        };
        let file = job.report.as_deref().map(open).transpose()?;
        Ok(Self { file, lines: RefCell::default() })
    }

    pub(crate) fn add(&self, name: &Name, failure: &Failure) {
        let mut lines = self.lines.borrow_mut();
        lines.push_str(&messages::report(name, failure));
        lines.push('\n');
    }

    /// Writes it.
    pub(crate) fn write(self) -> Result<(), (Name, OutputError)> {
        let Some((path, target)) = self.file else { return Ok(()) };
        let lines = self.lines.into_inner();
        let written = match target {
            Target::Stream(mut sink) => sink.write(lines.as_bytes()),
            Target::File(mut file) => file.write(lines.as_bytes()).and_then(|()| file.finish(None)),
        };
        written.map_err(|error| (path.into(), error))
    }
}

fn open(path: &Path, job: &Job) -> Result<Target, OutputError> {
    match fs::metadata(path) {
        Ok(metadata) if metadata.is_dir() => return Err(OutputError::IsDirectory),
        Ok(metadata) if !metadata.is_file() => {
            return Ok(Target::Stream(OutputSink::device(path)?));
        }
        _ => {}
    }
    if job.sources.iter().any(|source| is_same_file(source.path(), path)) {
        return Err(OutputError::IsInput);
    }
    let mut start = Vec::new();
    let begins =
        |file: fs::File| file.take(messages::REPORT_START.len() as u64).read_to_end(&mut start);
    let is_there = fs::File::open(path).and_then(begins).is_ok();
    let is_report = start.is_empty() || start == messages::REPORT_START.as_bytes();
    if is_there && !is_report && !job.force {
        return Err(OutputError::Exists);
    }
    Ok(Target::File(ResultFile::new(path, true)?))
}
