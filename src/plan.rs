//! Where each result goes, decided before the first picture is read, so that a result which could
//! not be kept anyway costs no waiting.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::ffi::OsStr;
use std::fs::{self, Metadata};
use std::io::{self, ErrorKind, IsTerminal as _};
use std::path::{Path, PathBuf};
#[cfg(unix)]
use std::time::Duration;
use std::time::SystemTime;

use imagetotext::export;
use imagetotext_files::{FileId, is_same_file};
use zeroize::Zeroizing;

use crate::args::{Format, Job};
use crate::input::Source;
use crate::name::{Name, STANDARD_OUTPUT};
use crate::output::{self, OutputError, OutputSink};

/// The places of all results of one run.
#[derive(Debug)]
pub(crate) struct Plan<'a> {
    target: Target,
    job: &'a Job,
    /// Whether there is a result at all: if there is none, no common file is created.
    any: bool,
    broken: bool,
    /// The pictures that are read, when they have been looked up.
    sources: OnceCell<HashSet<FileId>>,
}

#[derive(Debug)]
enum Target {
    /// Standard output, or a device, or a device or FIFO that was named: written as results come.
    Stream(Name, OutputSink),
    /// One file for all: kept here until the end, because it appears at once or not at all.
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
        Ok(Self { target, job, any: false, broken: false, sources: OnceCell::new() })
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
        let result = fs::metadata(&paths[number]).and_then(|it| Ok((it.is_file(), it.modified()?)));
        let picture = fs::metadata(self.job.sources[number].path()).and_then(|it| last_change(&it));
        match (result, picture) {
            (Ok((true, result)), Ok(picture)) => self.job.resume && result > picture,
            _ => false,
        }
    }

    /// Whether a result takes the place of one that exists.
    fn replaces(&self) -> bool {
        self.job.force || self.job.resume
    }

    fn is_source(&self, path: &Path) -> bool {
        let sources = || self.job.sources.iter().filter_map(|it| FileId::of(it.path())).collect();
        FileId::of(path).is_some_and(|id| self.sources.get_or_init(sources).contains(&id))
    }

    /// Keeps or prints the result of the picture `number`. One that `is_whole` is not is dated before its picture
    /// where a later run may resume this one.
    pub(crate) fn put(
        &mut self,
        number: usize,
        result: &[u8],
        is_whole: bool,
    ) -> Result<(), (Name, OutputError)> {
        self.any = true;
        match &mut self.target {
            Target::Stream(name, sink) => sink.write(result).map_err(|error| {
                self.broken = true;
                (name.clone(), error)
            }),
            Target::File(_, buffer) => {
                buffer.extend_from_slice(result);
                Ok(())
            }
            Target::Directory(paths) => {
                let path = paths[number].clone();
                let is_dated = !is_whole && self.job.recursive;
                let modified = is_dated.then_some(SystemTime::UNIX_EPOCH);
                let written = self.write(&path, result, modified);
                // On a full disk, those of all other pictures would fail as well.
                self.broken = matches!(written, Err((_, OutputError::Full)));
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
        &self,
        path: &Path,
        result: &[u8],
        modified: Option<SystemTime>,
    ) -> Result<(), (Name, OutputError)> {
        let mut files = vec![(path.to_owned(), result)];
        if self.job.format == Format::Page {
            let pages = export::page_xml_documents(result);
            files = (1..).zip(pages).map(|(page, xml)| (page_path(path, page), xml)).collect();
        }
        // The first one last: it is the one that a later run takes for the result.
        for (path, content) in files.iter().rev() {
            let write = || {
                if path != &files[0].0 {
                    output::refuse(path, self.replaces(), |path| self.is_source(path))?;
                }
                output::write_file(path, content, self.replaces(), modified)
            };
            write().map_err(|error| (Name::from(path.as_path()), error))?;
        }
        Ok(())
    }
}

/// What `--output` means: a directory, when it is one or says so with a slash at its end.
fn named(path: &Path, job: &Job) -> Result<Target, OutputError> {
    let slash = path.to_string_lossy().ends_with(std::path::is_separator);
    let in_directory = || Target::Directory(names_in(path, &job.sources, job.format));
    match fs::metadata(path) {
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
            output::refuse(path, job.force || job.resume, is_source)?;
            Ok(Target::File(path.to_owned(), Zeroizing::default()))
        }
    }
}

/// Where the page of a result in several files goes.
fn page_path(path: &Path, page: u32) -> PathBuf {
    if page == 1 {
        return path.to_owned();
    }
    let mut name = stem(path).to_owned();
    name.push(format!("-page-{page}"));
    path.with_file_name(name).with_added_extension(path.extension().unwrap_or_default())
}

/// When a picture was changed or put in its place: one that is moved keeps the time of its last change.
#[cfg(unix)]
fn last_change(metadata: &Metadata) -> io::Result<SystemTime> {
    use std::os::unix::fs::MetadataExt as _;
    let seconds = Duration::from_secs(metadata.ctime().max(0) as u64);
    let moved = seconds + Duration::from_nanos(metadata.ctime_nsec().max(0) as u64);
    Ok(metadata.modified()?.max(SystemTime::UNIX_EPOCH + moved))
}

/// When a picture was changed.
#[cfg(not(unix))]
fn last_change(metadata: &Metadata) -> io::Result<SystemTime> {
    metadata.modified()
}

/// The result file of each picture: its name with another ending. Case is ignored where two pictures of one run
/// would share a name: two systems of three cannot tell `A` from `a`. Those that were named get a number then;
/// those of a walked directory keep their ending, so that their names do not depend on an order.
fn names_in(directory: &Path, sources: &[Source], format: Format) -> Vec<PathBuf> {
    let lower = |path: &Path| path.to_string_lossy().to_lowercase();
    let mut counts: HashMap<String, usize> = HashMap::new();
    for source in sources {
        if let Source::Walked { path, directory } = source {
            *counts.entry(lower(&directory.join(stem(path)))).or_default() += 1;
        }
    }
    let mut taken = HashSet::new();
    let extension = export::Format::from(format).extension();
    let mut name_of = |source: &Source| {
        let place = match source {
            Source::File(path) => PathBuf::from(stem(path)),
            Source::Walked { path, directory } => {
                let place = directory.join(stem(path));
                match path.file_name() {
                    Some(name) if counts.get(&lower(&place)).is_some_and(|&count| count > 1) => {
                        directory.join(name)
                    }
                    _ => place,
                }
            }
            Source::Stdin => PathBuf::from("standard-input"),
        };
        for number in 1.. {
            let mut name = place.clone().into_os_string();
            if number > 1 {
                name.push(format!("-{number}"));
            }
            name.push(format!(".{extension}"));
            let name = PathBuf::from(name);
            if taken.insert(lower(&name)) {
                return directory.join(name);
            }
        }
        unreachable!("the numbers do not run out")
    };
    sources.iter().map(&mut name_of).collect()
}

fn stem(path: &Path) -> &OsStr {
    path.file_stem().unwrap_or_else(|| "picture".as_ref())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(files: &[&str]) -> Vec<String> {
        let sources: Vec<Source> =
            files.iter().map(|file| Source::from(PathBuf::from(file))).collect();
        names_in(Path::new("out"), &sources, Format::Json)
            .iter()
            .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
            .collect()
    }

    #[test]
    fn results_are_named_after_their_pictures() {
        assert_eq!(names(&["a/scan.png", "-"]), ["scan.json", "standard-input.json"]);
        assert_eq!(names(&["v1.2.png", ".png"]), ["v1.2.json", ".png.json"]);
    }

    #[test]
    fn pages_are_named_after_their_file() {
        let path = |name, page| page_path(&Path::new("out").join(name), page);
        assert_eq!(path("a.b.xml", 1), Path::new("out/a.b.xml"));
        assert_eq!(path("a.b.xml", 2), Path::new("out/a.b-page-2.xml"));
        assert_eq!(path("plain", 3), Path::new("out/plain-page-3"));
    }

    #[test]
    fn names_that_would_collide_are_numbered() {
        assert_eq!(
            names(&["a/x.png", "b/X.jpg", "x-2.png", "x.png"]),
            ["x.json", "X-2.json", "x-2-2.json", "x-3.json"]
        );
    }

    #[test]
    fn results_of_directories_have_their_tree() {
        let walked = |path: &str| Source::Walked {
            path: Path::new("in").join(path),
            directory: Path::new(path).parent().unwrap().to_owned(),
        };
        let sources = ["a.png", "sub/a.jpg", "sub/A.png", "sub/b.png"].map(walked);
        let names = names_in(Path::new("out"), &sources, Format::Text);
        let expected = ["a.txt", "sub/a.jpg.txt", "sub/A.png.txt", "sub/b.txt"];
        assert_eq!(names, expected.map(|name| Path::new("out").join(name)));
    }
}
