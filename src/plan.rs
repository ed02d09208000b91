//! Where each result goes, decided before the first picture is read, so that a result which could
//! not be kept anyway costs no waiting.

mod done;
mod names;

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::fs;
use std::io::{self, ErrorKind, IsTerminal as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use imagetotext::export;
use imagetotext_files::{FileId, has_picture_extension, is_same_file};
use zeroize::Zeroizing;

use crate::args::{Ending, Format, Job};
use crate::input::Source;
use crate::name::{Name, STANDARD_OUTPUT};
use crate::output::{self, OutputError, OutputSink, ResultFile};
use names::{names_in, page_path};

/// The places of all results of one run.
#[derive(Debug)]
pub(crate) struct Plan<'a> {
    target: Target,
    job: &'a Job,
    /// Whether there is a result at all: if there is none, no common file is created.
    any: bool,
    broken: bool,
    /// Results that are being written, by their paths.
    growing: HashMap<PathBuf, ResultFile>,
    /// The pictures that are read, when they have been looked up.
    sources: OnceCell<HashSet<FileId>>,
}

#[derive(Debug)]
enum Target {
    /// Standard output, or a device, or a device or FIFO that was named: written as results come.
    Stream(Name, OutputSink),
    /// One file for all: kept here until the end, because it appears at once or not at all, unless it grows on the
    /// disk.
    File(PathBuf, Zeroizing<Vec<u8>>),
    /// One file for each picture.
    Directory(Vec<PathBuf>),
}

impl<'a> Plan<'a> {
    /// Decides, and refuses what is bound to fail.
    pub(crate) fn new(job: &'a Job) -> Result<Self, (Name, OutputError)> {
        let target = match &job.output {
            None if !export::Format::from(job.format).is_text() && io::stdout().is_terminal() => {
                return Err((STANDARD_OUTPUT.into(), OutputError::NotText));
            }
            None => Target::Stream(STANDARD_OUTPUT.into(), OutputSink::standard()),
            Some(path) => named(path, job).map_err(|error| (Name::from(path.as_path()), error))?,
        };
        let (growing, sources) = (HashMap::new(), OnceCell::new());
        Ok(Self { target, job, any: false, broken: false, growing, sources })
    }

    /// Whether each picture gets a file of its own.
    pub(crate) fn one_result_per_file(&self) -> bool {
        matches!(self.target, Target::Directory(_))
    }

    /// Whether nothing more can be written, so that reading on is useless.
    pub(crate) fn is_broken(&self) -> bool {
        self.broken
    }

    /// Refuses the picture `number` when its result could not be kept.
    pub(crate) fn check(&self, number: usize) -> Result<(), (Name, OutputError)> {
        let Target::Directory(paths) = &self.target else { return Ok(()) };
        let path = paths[number].as_path();
        let refuse = || {
            if matches!(self.job.sources[number], Source::Walked { .. }) {
                fs::create_dir_all(output::parent(path))?;
            }
            output::refuse(path, self.replaces(), |path| self.is_source(path))
        };
        refuse().map_err(|error| (Name::from(path), error))
    }

    /// Whether the picture `number` has a result that is newer than it is.
    pub(crate) fn is_done(&self, number: usize) -> bool {
        let Target::Directory(paths) = &self.target else { return false };
        let picture = self.job.sources[number].path();
        self.job.resume && done::is_done(&paths[number], picture, self.job)
    }

    /// Whether a result takes the place of one that exists.
    fn replaces(&self) -> bool {
        self.job.force || self.job.resume
    }

    fn is_source(&self, path: &Path) -> bool {
        let sources = || self.job.sources.iter().filter_map(|it| FileId::of(it.path())).collect();
        FileId::of(path).is_some_and(|id| self.sources.get_or_init(sources).contains(&id))
    }

    /// Writes a piece of the result of the picture `number`, before the whole is there.
    pub(crate) fn add(&mut self, number: usize, piece: &[u8]) -> Result<(), (Name, OutputError)> {
        let path = match &mut self.target {
            Target::Stream(name, sink) => {
                let written = sink.write(piece).map_err(|error| (name.clone(), error));
                self.broken |= written.is_err();
                return written;
            }
            Target::File(path, _) => path.clone(),
            Target::Directory(paths) => paths[number].clone(),
        };
        let written = self.grow(&path, piece);
        // On a full disk, those of all other pictures would fail as well.
        let is_full = matches!(written, Err((_, OutputError::Full)));
        self.broken |= is_full || written.is_err() && !self.one_result_per_file();
        written
    }

    fn grow(&mut self, path: &Path, piece: &[u8]) -> Result<(), (Name, OutputError)> {
        let replaces = self.replaces();
        let mut write = || {
            if !self.growing.contains_key(path) {
                self.growing.insert(path.to_owned(), ResultFile::new(path, replaces)?);
            }
            self.growing.get_mut(path).map_or(Ok(()), |file| file.write(piece))
        };
        write().map_err(|error| (Name::from(path), error))
    }

    /// Forgets what there is of the result of the picture `number`, which has none of its own in a common one.
    pub(crate) fn discard(&mut self, number: usize) {
        if let Target::Directory(paths) = &self.target {
            self.growing.remove(&paths[number]);
        }
    }

    /// Keeps or prints the result of the picture `number`, or what is left of it. One that `is_whole` is not is dated
    /// before its picture, so that a later run makes it again.
    pub(crate) fn put(
        &mut self,
        number: usize,
        result: &[u8],
        is_whole: bool,
    ) -> Result<(), (Name, OutputError)> {
        let is_first = !std::mem::replace(&mut self.any, true);
        match &mut self.target {
            Target::Stream(name, _) if self.job.format == Format::Page => {
                // Two XML documents in one stream are none.
                if !is_first || export::page_xml_documents(result).count() > 1 {
                    self.broken = true;
                    return Err((name.clone(), OutputError::SeveralPages));
                }
                self.add(number, result)
            }
            Target::File(path, buffer) if !self.growing.contains_key(path) => {
                buffer.extend_from_slice(result);
                Ok(())
            }
            Target::Stream(..) | Target::File(..) => self.add(number, result),
            Target::Directory(paths) => {
                let path = paths[number].clone();
                let modified = (!is_whole).then_some(SystemTime::UNIX_EPOCH);
                let written = self.write(&path, result, modified);
                self.broken |= matches!(written, Err((_, OutputError::Full)));
                written
            }
        }
    }

    /// Writes `rest`, and what is still to be written.
    pub(crate) fn finish(mut self, rest: &[u8]) -> Result<(), (Name, OutputError)> {
        match std::mem::replace(&mut self.target, Target::Directory(Vec::new())) {
            Target::Stream(name, mut sink) if !self.broken => {
                sink.write(rest).map_err(|error| (name, error))
            }
            Target::File(path, mut buffer) if self.any => {
                buffer.extend_from_slice(rest);
                self.write(&path, &buffer, None)
            }
            _ => Ok(()),
        }
    }

    /// Writes a result. Of PAGE XML, which has one page in a file, those after the first go into files beside it.
    fn write(
        &mut self,
        path: &Path,
        result: &[u8],
        modified: Option<SystemTime>,
    ) -> Result<(), (Name, OutputError)> {
        if self.growing.contains_key(path) {
            self.grow(path, result)?;
        }
        if let Some(file) = self.growing.remove(path) {
            return file.finish(modified).map_err(|error| (Name::from(path), error));
        }
        let mut files = vec![(path.to_owned(), result)];
        if self.job.format == Format::Page {
            let pages = export::page_xml_documents(result);
            files = (1..).zip(pages).map(|(page, xml)| (page_path(path, page), xml)).collect();
        }
        let named = |path: &Path, error| (Name::from(path), error);
        // All before the first is written.
        for (path, _) in &files[1..] {
            output::refuse(path, self.replaces(), |path| self.is_source(path))
                .map_err(|error| named(path, error))?;
        }
        // The first one last: it is the one that a later run takes for the result.
        for (path, content) in files.iter().rev() {
            output::write_file(path, content, self.replaces(), modified)
                .map_err(|error| named(path, error))?;
        }
        Ok(())
    }
}

/// What `--output` means: a directory, when it is one or says so with a slash at its end.
fn named(path: &Path, job: &Job) -> Result<Target, OutputError> {
    let slash = path.to_string_lossy().ends_with(std::path::is_separator);
    let in_directory = || Target::Directory(names_in(path, &job.sources, job.format));
    match fs::metadata(path) {
        Ok(metadata) if metadata.is_dir() && will_be_read(path, job) => {
            Err(OutputError::AmongPictures)
        }
        Ok(metadata) if metadata.is_dir() => Ok(in_directory()),
        Ok(metadata) if !slash && !metadata.is_file() => {
            Ok(Target::Stream(Name::from(path), OutputSink::device(path)?))
        }
        _ if slash => match fs::create_dir_all(path) {
            Ok(()) => Ok(in_directory()),
            // A file is in the way, and --force would not help.
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                Err(OutputError::NotADirectory)
            }
            Err(error) => Err(error.into()),
        },
        _ => {
            let is_source =
                |path: &Path| job.sources.iter().any(|it| is_same_file(it.path(), path));
            if !is_source(path) {
                check_ending(job)?;
            }
            output::refuse(path, job.force || job.resume, is_source)?;
            Ok(Target::File(path.to_owned(), Zeroizing::default()))
        }
    }
}

/// Refuses a name that says another format: who opens the file later would take it for that.
fn check_ending(job: &Job) -> Result<(), OutputError> {
    match job.ending {
        Ending::Fits | Ending::Unknown => Ok(()),
        Ending::Other(named) => Err(OutputError::OtherEnding(named, job.format)),
        Ending::Foreign => Err(OutputError::ForeignEnding),
        Ending::Ambiguous => Err(OutputError::AmbiguousEnding),
    }
}

/// Whether another run would take the results in this directory for pictures. Those in a directory below the one with
/// the pictures are left out.
fn will_be_read(directory: &Path, job: &Job) -> bool {
    let result = Path::new("result").with_extension(export::Format::from(job.format).extension());
    job.recursive && has_picture_extension(&result) && job.is_walked(directory)
}
