//! Getting bytes out: to standard output, or into files that appear at once or not at all.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use imagetotext_files::StagedFile;
use imagetotext_sandbox as sandbox;

use crate::args::Format;

/// Why a result could not be written.
#[derive(Debug)]
pub(crate) enum OutputError {
    /// The reader closed the pipe. No error.
    Closed,
    /// A file of that name exists.
    Exists,
    /// The result would replace the picture that it came from.
    IsInput,
    /// Its directory does not exist.
    NoDirectory,
    /// A file was asked for, and a directory has that name.
    IsDirectory,
    /// A directory was asked for, and a file has that name.
    NotADirectory,
    /// We may not write there.
    Denied,
    /// The disk is full.
    Full,
    /// The results would lie among the pictures and be read as such.
    AmongPictures,
    /// One file has one page in this format.
    SeveralPages,
    /// Its name ends like the first format, and it is to be in the second one.
    OtherEnding(Format, Format),
    /// Its name ends like a format that is not written.
    ForeignEnding,
    /// Its name ends like several formats, and none was chosen.
    AmbiguousEnding,
    /// A terminal cannot show this format.
    NotText,
    /// The system says something else.
    Io(io::Error),
}

impl From<io::Error> for OutputError {
    fn from(error: io::Error) -> Self {
        use io::ErrorKind as Kind;
        match error.kind() {
            Kind::BrokenPipe => Self::Closed,
            Kind::AlreadyExists => Self::Exists,
            Kind::NotFound => Self::NoDirectory,
            Kind::NotADirectory => Self::NotADirectory,
            Kind::IsADirectory => Self::IsDirectory,
            Kind::PermissionDenied | Kind::ReadOnlyFilesystem => Self::Denied,
            Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge => Self::Full,
            _ => Self::Io(error),
        }
    }
}

/// Something that takes results one after the other. Without a buffer, which would keep the last one.
pub(crate) struct OutputSink(Box<dyn Write>);

impl std::fmt::Debug for OutputSink {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("OutputSink")
    }
}

impl OutputSink {
    /// Standard output.
    pub(crate) fn standard() -> Self {
        Self(Box::new(sandbox::stdout()))
    }

    /// A FIFO or device, which cannot be replaced by a new file and is written as it is.
    pub(crate) fn device(path: &Path) -> Result<Self, OutputError> {
        Ok(Self(Box::new(File::options().write(true).open(path)?)))
    }

    /// Writes and flushes.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> Result<(), OutputError> {
        self.0.write_all(bytes)?;
        self.0.flush()?;
        Ok(())
    }
}

/// Refuses a result file that could not be written in the end. `is_source` tells whether a file is one of the
/// pictures.
pub(crate) fn refuse(
    path: &Path,
    force: bool,
    is_source: impl FnOnce(&Path) -> bool,
) -> Result<(), OutputError> {
    // The entry itself, not what it points to: a link into nowhere is in the way as well.
    if fs::symlink_metadata(path).is_ok() {
        if is_source(path) {
            return Err(OutputError::IsInput);
        }
        if !force {
            return Err(OutputError::Exists);
        }
    }
    if parent(path).is_dir() { Ok(()) } else { Err(OutputError::NoDirectory) }
}

/// A result on its way to the disk, piece by piece. It appears whole when it is finished, or not at all, and only its
/// owner may read it.
#[derive(Debug)]
pub(crate) struct ResultFile {
    /// Its name, or where a link of that name points.
    path: PathBuf,
    staged: StagedFile,
    force: bool,
}

impl ResultFile {
    /// An empty one. With `force` it will take the place of a file that exists.
    pub(crate) fn new(path: &Path, force: bool) -> Result<Self, OutputError> {
        // Through a link, the file that it points to is replaced, not the link.
        let target = if force { fs::canonicalize(path).ok() } else { None };
        let path = target.unwrap_or_else(|| path.to_owned());
        let staged = StagedFile::empty(parent(&path), ".imagetotext-")?;
        Ok(Self { path, staged, force })
    }

    /// Adds a piece.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> Result<(), OutputError> {
        Ok(self.staged.write(bytes)?)
    }

    /// Gives it its name. `modified` is when it was last changed, if that is not now.
    pub(crate) fn finish(self, modified: Option<SystemTime>) -> Result<(), OutputError> {
        if let Some(time) = modified {
            self.staged.set_modified(time)?;
        }
        if self.force {
            self.staged.replace(&self.path)?;
        } else {
            self.staged.create(&self.path).map_err(|(error, _)| error)?;
        }
        Ok(())
    }
}

/// Writes a whole [`ResultFile`].
pub(crate) fn write_file(
    path: &Path,
    bytes: &[u8],
    force: bool,
    modified: Option<SystemTime>,
) -> Result<(), OutputError> {
    let mut file = ResultFile::new(path, force)?;
    file.write(bytes)?;
    file.finish(modified)
}

/// The directory that a path is in.
pub(crate) fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_never_replaced_without_force() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("a.txt");
        write_file(&path, b"one", false, None).unwrap();
        assert!(matches!(write_file(&path, b"two", false, None), Err(OutputError::Exists)));
        assert_eq!(fs::read(&path).unwrap(), b"one");
        write_file(&path, b"two", true, None).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 1, "nothing else is left");
    }

    #[test]
    fn the_picture_itself_is_never_replaced() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("a.png");
        fs::write(&path, b"picture").unwrap();
        let is_source = |file: &Path| imagetotext_files::is_same_file(file, &path);
        assert!(matches!(refuse(&path, true, is_source), Err(OutputError::IsInput)));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_followed_and_results_are_private() {
        use std::os::unix::fs::PermissionsExt as _;
        let directory = tempfile::tempdir().unwrap();
        let [path, link] = ["a.txt", "link"].map(|name| directory.path().join(name));
        fs::write(&path, b"one").unwrap();
        std::os::unix::fs::symlink(&path, &link).unwrap();
        write_file(&link, b"two", true, None).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
}
