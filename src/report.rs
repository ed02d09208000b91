//! The report of `--report`: a line for each picture that was not read.

use std::cell::RefCell;
use std::fs::{self, File};
use std::io::{self, BufRead as _, BufReader, ErrorKind, Read as _};
use std::path::Path;

use imagetotext_files::is_same_file;
use serde_json::{Map, Value};

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
    let may_be_replaced = match File::open(path) {
        Ok(file) => is_report(file).unwrap_or(false),
        Err(error) => error.kind() == ErrorKind::NotFound,
    };
    if !may_be_replaced && !job.force {
        return Err(OutputError::Exists);
    }
    Ok(Target::File(ResultFile::new(path, true)?))
}

/// Most bytes of a line: the longest path of a system (4096 bytes), each byte of it escaped, and a sentence.
const LINE_BYTES: u64 = 64 << 10;

/// Whether a file holds lines of a report and nothing else.
fn is_report(file: impl io::Read) -> io::Result<bool> {
    let mut file = BufReader::new(file);
    loop {
        let mut line = Vec::new();
        if file.by_ref().take(LINE_BYTES).read_until(b'\n', &mut line)? == 0 {
            return Ok(true);
        }
        if !is_record(&line) {
            return Ok(false);
        }
    }
}

/// Whether a line is one that [`messages::report`] writes. Results in JSON Lines name their file as well.
fn is_record(line: &[u8]) -> bool {
    serde_json::from_slice::<Map<String, Value>>(line).is_ok_and(|record| {
        let has = |key: &&str| record.get(*key).is_some_and(Value::is_string);
        record.len() == 2 && ["file", "message"].iter().all(has)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_one_from_the_first_line_to_the_last() {
        let line = format!("{}\n", messages::report(&"a\"\n.png".into(), &Failure::TimedOut));
        for (content, expected) in [
            (String::new(), true),
            (line.clone(), true),
            (line.repeat(2), true),
            (format!("{line}{{\"file\":\"a.png\",\"version\":1,\"pages\":[]}}\n"), false),
            (format!("{line}notes\n"), false),
            (format!("{line}\n"), false),
            ("{\"file\":\"a.png\"}\n".into(), false),
            ("{\"file\":\"a.png\",\"message\":\"b\",\"mine\":1}\n".into(), false),
            (format!("{{\"file\":\"{}\"", "a".repeat(1 << 20)), false),
        ] {
            assert_eq!(is_report(content.as_bytes()).unwrap(), expected, "{content:.200}");
        }
    }
}
