//! Files that appear under their name whole or not at all.

use std::io::{self, Write as _};
use std::path::Path;
use std::time::SystemTime;

use tempfile::NamedTempFile;

/// A file whose content is on the disk, under a temporary name in the directory where it is to be.
/// It is deleted when it is dropped without a name.
///
/// Only its owner may read it (mode 0600 on Unix, which `tempfile` sets): text of a picture is private
/// until its owner decides otherwise.
#[derive(Debug)]
pub struct StagedFile(NamedTempFile);

impl StagedFile {
    /// Writes `bytes` into `directory`. The temporary name begins with `prefix`.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn new(directory: &Path, prefix: &str, bytes: &[u8]) -> io::Result<Self> {
        check_size_limit(bytes.len())?;
        let mut file = tempfile::Builder::new().prefix(prefix).tempfile_in(directory)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        Ok(Self(file))
    }

    /// Dates it, as if it had last been changed then.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn set_modified(&self, time: SystemTime) -> io::Result<()> {
        self.0.as_file().set_modified(time)
    }

    /// Names it `path`, in place of a file that may exist.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn replace(self, path: &Path) -> io::Result<()> {
        self.0.persist(path).map(drop).map_err(|error| error.error)
    }

    /// Names it `path`, where no file exists.
    ///
    /// # Errors
    /// `AlreadyExists` and others, with the file to try another name.
    pub fn create(self, path: &Path) -> Result<(), (io::Error, Self)> {
        self.0.persist_noclobber(path).map(drop).map_err(|error| (error.error, Self(error.file)))
    }
}

/// Fails where the system would: beyond the largest file that this process may write, writing ends the
/// process (`SIGXFSZ` of signal(7)) and leaves a part of the file behind.
#[cfg(unix)]
fn check_size_limit(bytes: usize) -> io::Result<()> {
    let limit = rustix::process::getrlimit(rustix::process::Resource::Fsize).current;
    match limit {
        Some(limit) if bytes as u64 > limit => Err(io::ErrorKind::FileTooLarge.into()),
        _ => Ok(()),
    }
}

#[cfg(not(unix))]
fn check_size_limit(_: usize) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_file_appears_whole_and_for_its_owner_alone() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("a.txt");
        let stage = |bytes: &[u8]| StagedFile::new(directory.path(), ".tmp", bytes).unwrap();
        stage(b"one").create(&path).unwrap();
        let (error, staged) = stage(b"two").create(&path).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path).unwrap(), b"one");
        staged.replace(&path).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        drop(stage(b"three"));
        assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 1, "nothing else is left");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }
}
