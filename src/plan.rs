//! Where each result goes, decided before the first picture is read, so that a result which could
//! not be kept anyway costs no waiting.

use std::collections::HashSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use imagetotext::export;
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
            None => Target::Stream(STANDARD_OUTPUT.into(), OutputSink::standard()),
            Some(path) => named(path, job).map_err(|error| (Name::from(path.as_path()), error))?,
        };
        Ok(Self { target, job, any: false, broken: false })
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
        output::refuse(path, self.job.force, &self.job.sources)
            .map_err(|error| (Name::from(path), error))
    }

    /// Keeps or prints the result of the picture `number`.
    pub(crate) fn put(&mut self, number: usize, result: &[u8]) -> Result<(), (Name, OutputError)> {
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
                let path = paths[number].as_path();
                output::write_file(path, result, self.job.force)
                    .map_err(|error| (Name::from(path), error))
            }
        }
    }

    /// Writes `rest`, and what is still to be written.
    pub(crate) fn finish(self, rest: &[u8]) -> Result<(), (Name, OutputError)> {
        match self.target {
            Target::Stream(name, mut sink) if !self.broken => {
                sink.write(rest).map_err(|error| (name, error))
            }
            Target::File(path, mut buffer) if self.any => {
                buffer.extend_from_slice(rest);
                output::write_file(&path, &buffer, self.job.force)
                    .map_err(|error| (Name::from(path.as_path()), error))
            }
            _ => Ok(()),
        }
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
            output::refuse(path, job.force, &job.sources)?;
            Ok(Target::File(path.to_owned(), Zeroizing::default()))
        }
    }
}

/// The result file of each picture: its name with another ending, and a number where two pictures
/// of one run would share a name. Case is ignored there: two systems of three cannot tell `A` from `a`.
fn names_in(directory: &Path, sources: &[Source], format: Format) -> Vec<PathBuf> {
    let mut taken = HashSet::new();
    let extension = export::Format::from(format).extension();
    let mut name_of = |source: &Source| {
        let stem = match source {
            Source::File(path) => path.file_stem().unwrap_or_else(|| "picture".as_ref()),
            Source::Stdin => "standard-input".as_ref(),
        };
        for number in 1.. {
            let mut name = stem.to_owned();
            if number > 1 {
                name.push(format!("-{number}"));
            }
            name.push(format!(".{extension}"));
            if taken.insert(name.to_string_lossy().to_lowercase()) {
                return directory.join(name);
            }
        }
        unreachable!("the numbers do not run out")
    };
    sources.iter().map(&mut name_of).collect()
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
    fn names_that_would_collide_are_numbered() {
        assert_eq!(
            names(&["a/x.png", "b/X.jpg", "x-2.png", "x.png"]),
            ["x.json", "X-2.json", "x-2-2.json", "x-3.json"]
        );
    }
}
