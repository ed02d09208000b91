//! Files of ours in one directory, which may hold those of others: read, replaced whole, removed.

use std::fs::{self, DirBuilder, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use imagetotext_files::{StagedFile, printable};

use crate::contract::{CommandError, StoredEntry, StoredKind};

/// None of our files is ever larger; a larger one was not written by us.
pub(super) const MAX_BYTES: u64 = 64 * 1024;

/// A directory with files of ours, which exists only while it holds a file.
#[derive(Debug)]
pub(super) struct Directory {
    pub(super) path: PathBuf,
    /// How the temporary name of a file begins until it is whole.
    unfinished: &'static str,
}

impl Directory {
    /// This directory, which need not exist.
    pub(super) fn new(path: PathBuf, unfinished: &'static str) -> Self {
        Self { path, unfinished }
    }

    /// The content of a file. `None` if it is missing or unreadable: a directory, FIFO or link in its
    /// place, or too large.
    pub(super) fn read(&self, name: &str) -> Option<Vec<u8>> {
        let path = self.file(name);
        // Opening a FIFO would block. A link is not followed, because removing the file would not
        // remove what was read.
        if !fs::symlink_metadata(&path).ok()?.is_file() {
            return None;
        }
        let mut bytes = Vec::new();
        File::open(&path).ok()?.take(MAX_BYTES + 1).read_to_end(&mut bytes).ok()?;
        (bytes.len() as u64 <= MAX_BYTES).then_some(bytes)
    }

    /// Replaces a file. Whenever the program or the computer stops, the file holds either all of the
    /// old content or all of the new.
    pub(super) fn write(&self, name: &str, bytes: &[u8]) -> Result<(), CommandError> {
        let path = self.file(name);
        let written = self.stage(bytes).and_then(|file| file.replace(&path));
        written.map_err(|error| storage_error(&path, &error))?;
        sync_directory(&self.path);
        Ok(())
    }

    /// Removes a file, all unfinished files, and the directory if nothing else is in it.
    pub(super) fn remove(&self, name: &str) -> Result<(), CommandError> {
        let path = self.file(name);
        let removed = match fs::symlink_metadata(&path) {
            // We create no directory there, so it contains none of our files.
            Ok(metadata) if metadata.is_dir() => Ok(()),
            _ => ignore_missing(fs::remove_file(&path)),
        };
        let removed = removed.and_then(|()| self.remove_unfinished());
        removed.map_err(|error| storage_error(&path, &error))?;
        sync_directory(&self.path);
        // It fails when there is another file in it, which is not ours to remove.
        let _ = fs::remove_dir(&self.path);
        Ok(())
    }

    /// Removes the unfinished files of a program that was killed.
    pub(super) fn remove_unfinished(&self) -> io::Result<()> {
        let Ok(entries) = fs::read_dir(&self.path) else { return Ok(()) };
        for entry in entries {
            let entry = entry?;
            if entry.file_name().to_string_lossy().starts_with(self.unfinished) {
                ignore_missing(fs::remove_file(entry.path()))?;
            }
        }
        Ok(())
    }

    /// The path of a file, whether it exists, and its size.
    pub(super) fn entry(&self, name: &str, kind: StoredKind) -> StoredEntry {
        let path = self.file(name);
        let metadata = fs::symlink_metadata(&path).ok().filter(|metadata| !metadata.is_dir());
        let bytes = metadata.as_ref().map_or(0, fs::Metadata::len);
        StoredEntry {
            kind,
            path: printable(&path.to_string_lossy()),
            exists: metadata.is_some(),
            bytes: u32::try_from(bytes).unwrap_or(u32::MAX),
        }
    }

    /// The path of a file.
    pub(super) fn file(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    fn stage(&self, bytes: &[u8]) -> io::Result<StagedFile> {
        create_private(&self.path)?;
        StagedFile::new(&self.path, self.unfinished, bytes)
    }
}

/// Creates the directory and all missing parents, for their owner alone.
pub(super) fn create_private(directory: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(directory)
}

/// Writes names that were created and removed to the disk. They survive the end of the program either
/// way; this is about a power failure.
#[cfg(unix)]
fn sync_directory(directory: &Path) {
    // Some file systems do not support it.
    let _ = File::open(directory).and_then(|directory| directory.sync_all());
}

/// Other systems cannot do this for a directory.
#[cfg(not(unix))]
fn sync_directory(_: &Path) {}

/// Removing a missing file succeeds.
fn ignore_missing(removed: io::Result<()>) -> io::Result<()> {
    use io::ErrorKind::{NotADirectory, NotFound};
    match removed {
        Err(error) if matches!(error.kind(), NotFound | NotADirectory) => Ok(()),
        other => other,
    }
}

pub(super) fn storage_error(path: &Path, error: &io::Error) -> CommandError {
    CommandError::Storage { reason: error.into(), path: printable(&path.to_string_lossy()) }
}
