//! Files that appear under their name whole or not at all.

mod unnamed;

use std::fs::File;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use tempfile::{Builder, NamedTempFile};

/// A file that grows in the directory where it is to be, and has no name until it is whole. Where the system knows no
/// such files it has a temporary one.
///
/// It is gone when it is dropped without a name; a file that never had one is gone even if the process is killed.
/// Only its owner may read it (mode 0600 on Unix): text of a picture is private until its owner decides otherwise.
#[derive(Debug)]
pub struct StagedFile {
    content: Content,
    directory: PathBuf,
    prefix: String,
    size: u64,
}

#[derive(Debug)]
enum Content {
    Unnamed(File),
    Named(NamedTempFile),
}

impl StagedFile {
    /// A file with these bytes. A temporary name begins with `prefix`.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn new(directory: &Path, prefix: &str, bytes: &[u8]) -> io::Result<Self> {
        let mut file = Self::empty(directory, prefix)?;
        file.write(bytes)?;
        Ok(file)
    }

    /// An empty file.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn empty(directory: &Path, prefix: &str) -> io::Result<Self> {
        let content = match unnamed::create(directory) {
            Some(file) => Content::Unnamed(file),
            None => Content::Named(builder(prefix).tempfile_in(directory)?),
        };
        Ok(Self { content, directory: directory.into(), prefix: prefix.into(), size: 0 })
    }

    /// Adds bytes to its end.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.size += bytes.len() as u64;
        check_size_limit(self.size)?;
        self.file().write_all(bytes)
    }

    /// Dates it, as if it had last been changed then.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn set_modified(&self, time: SystemTime) -> io::Result<()> {
        self.file().set_modified(time)
    }

    /// Names it `path`, in place of a file that may exist.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn replace(self, path: &Path) -> io::Result<()> {
        self.file().sync_all()?;
        match self.content {
            Content::Named(file) => file.persist(path).map(drop).map_err(|error| error.error),
            Content::Unnamed(file) => {
                // A new name takes the place of an old one only by renaming.
                let builder = builder(&self.prefix);
                let named = builder.make_in(&self.directory, |name| unnamed::name(&file, name))?;
                named.persist(path).map(drop).map_err(|error| error.error)
            }
        }
    }

    /// Names it `path`, where no file exists.
    ///
    /// # Errors
    /// `AlreadyExists` and others, with the file to try another name.
    pub fn create(self, path: &Path) -> Result<(), (io::Error, Self)> {
        let synced = self.file().sync_all();
        let Self { content, directory, prefix, size } = self;
        let failed = match (synced, content) {
            (Err(error), content) => (error, content),
            (Ok(()), Content::Named(file)) => match file.persist_noclobber(path) {
                Ok(_) => return Ok(()),
                Err(failed) => (failed.error, Content::Named(failed.file)),
            },
            (Ok(()), Content::Unnamed(file)) => match unnamed::name(&file, path) {
                Ok(()) => return Ok(()),
                Err(error) => (error, Content::Unnamed(file)),
            },
        };
        let (error, content) = failed;
        Err((error, Self { content, directory, prefix, size }))
    }

    fn file(&self) -> &File {
        match &self.content {
            Content::Unnamed(file) => file,
            Content::Named(file) => file.as_file(),
        }
    }
}

fn builder(prefix: &str) -> Builder<'_, '_> {
    let mut builder = Builder::new();
    builder.prefix(prefix);
    builder
}

/// Fails where the system would: beyond the largest file that this process may write, writing ends the
/// process (`SIGXFSZ` of signal(7)) and leaves a part of the file behind.
#[cfg(unix)]
fn check_size_limit(size: u64) -> io::Result<()> {
    let limit = rustix::process::getrlimit(rustix::process::Resource::Fsize).current;
    match limit {
        Some(limit) if size > limit => Err(io::ErrorKind::FileTooLarge.into()),
        _ => Ok(()),
    }
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the same interface as on Unix")]
fn check_size_limit(_: u64) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn check(stage: impl Fn(&Path, &[u8]) -> StagedFile) {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("a.txt");
        let stage = |bytes: &[u8]| stage(directory.path(), bytes);
        stage(b"one").create(&path).unwrap();
        let (error, staged) = stage(b"two").create(&path).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path).unwrap(), b"one");
        staged.replace(&path).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        let mut growing = stage(b"three");
        growing.write(b" four").unwrap();
        growing.create(&directory.path().join("b.txt")).unwrap();
        assert_eq!(fs::read(directory.path().join("b.txt")).unwrap(), b"three four");
        drop(stage(b"five"));
        assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 2, "nothing else is left");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }

    #[test]
    fn a_file_appears_whole_and_for_its_owner_alone() {
        check(|directory, bytes| StagedFile::new(directory, ".tmp", bytes).unwrap());
    }

    #[test]
    fn so_does_one_with_a_temporary_name() {
        check(|directory, bytes| {
            let named = builder(".tmp").tempfile_in(directory).unwrap();
            let mut file = StagedFile::empty(directory, ".tmp").unwrap();
            file.content = Content::Named(named);
            file.write(bytes).unwrap();
            file
        });
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_file_that_is_not_whole_has_no_name() {
        let directory = tempfile::tempdir().unwrap();
        let file = StagedFile::new(directory.path(), ".tmp", b"text").unwrap();
        let is_unnamed = matches!(file.content, Content::Unnamed(_));
        let entries = fs::read_dir(directory.path()).unwrap().count();
        // Some file systems know no such files.
        assert_eq!(entries, usize::from(!is_unnamed));
    }
}
