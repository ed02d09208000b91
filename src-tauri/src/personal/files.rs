//! Our three files in their one directory: read, replaced whole, removed. Other modules
//! define their content.

use std::fs::{self, DirBuilder, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use imagetotext_files::{StagedFile, printable};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::contract::{CommandError, StoredEntry, StoredKind};

/// None of our files is ever larger; a larger one was not written by us.
const MAX_BYTES: u64 = 64 * 1024;

/// How the temporary name of a file begins until it is whole. A file with such a name was left by a
/// program that was killed.
const UNFINISHED: &str = ".unfinished-";

/// The directory of our files. It exists only while it holds one.
#[derive(Debug)]
pub(super) struct Files {
    directory: PathBuf,
}

impl Files {
    /// The files in this directory, which need not exist.
    pub(super) fn new(directory: PathBuf) -> Self {
        Self { directory }
    }

    /// The content of a file. `None` if it is missing, unreadable or damaged: a directory, FIFO or
    /// link in its place, too large, or not of this type.
    pub(super) fn read<T: DeserializeOwned>(&self, kind: StoredKind) -> Option<T> {
        let path = self.path(kind);
        // Opening a FIFO would block. A link is not followed, because removing the file would not
        // remove what was read.
        if !fs::symlink_metadata(&path).ok()?.is_file() {
            return None;
        }
        let mut bytes = Vec::new();
        File::open(&path).ok()?.take(MAX_BYTES + 1).read_to_end(&mut bytes).ok()?;
        if bytes.len() as u64 > MAX_BYTES {
            return None;
        }
        serde_json::from_slice(&bytes).ok()
    }

    /// Replaces a file. Whenever the program or the computer stops, the file holds either all of the
    /// old content or all of the new.
    pub(super) fn write(
        &self,
        kind: StoredKind,
        value: &impl Serialize,
    ) -> Result<(), CommandError> {
        let path = self.path(kind);
        let written = self.stage(&json(value)).and_then(|file| file.replace(&path));
        written.map_err(|error| storage_error(&path, &error))?;
        sync_directory(&self.directory);
        Ok(())
    }

    /// Removes a file, all unfinished files, and the directory if nothing else is in it.
    pub(super) fn remove(&self, kind: StoredKind) -> Result<(), CommandError> {
        let path = self.path(kind);
        let removed = match fs::symlink_metadata(&path) {
            // We create no directory there, so it contains none of our files.
            Ok(metadata) if metadata.is_dir() => Ok(()),
            _ => ignore_missing(fs::remove_file(&path)),
        };
        let removed = removed.and_then(|()| self.remove_unfinished());
        removed.map_err(|error| storage_error(&path, &error))?;
        sync_directory(&self.directory);
        // It fails when there is another file in it, which is not ours to remove.
        let _ = fs::remove_dir(&self.directory);
        Ok(())
    }

    /// Removes the unfinished files of a program that was killed.
    pub(super) fn remove_unfinished(&self) -> io::Result<()> {
        let Ok(entries) = fs::read_dir(&self.directory) else { return Ok(()) };
        for entry in entries {
            let entry = entry?;
            if entry.file_name().to_string_lossy().starts_with(UNFINISHED) {
                ignore_missing(fs::remove_file(entry.path()))?;
            }
        }
        Ok(())
    }

    /// The path of a file, whether it exists, and its size.
    pub(super) fn entry(&self, kind: StoredKind) -> StoredEntry {
        let path = self.path(kind);
        let metadata = fs::symlink_metadata(&path).ok().filter(|metadata| !metadata.is_dir());
        let bytes = metadata.as_ref().map_or(0, fs::Metadata::len);
        StoredEntry {
            kind,
            path: printable(&path.to_string_lossy()),
            exists: metadata.is_some(),
            bytes: u32::try_from(bytes).unwrap_or(u32::MAX),
        }
    }

    fn path(&self, kind: StoredKind) -> PathBuf {
        self.directory.join(match kind {
            StoredKind::Consent => "consent.json",
            StoredKind::Settings => "settings.json",
            StoredKind::Counters => "counters.json",
        })
    }

    fn stage(&self, bytes: &[u8]) -> io::Result<StagedFile> {
        create_private(&self.directory)?;
        StagedFile::new(&self.directory, UNFINISHED, bytes)
    }
}

/// The content of a file as we write it: indented, so that people can read it.
pub(super) fn json(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).expect("plain data, whose keys are names");
    bytes.push(b'\n');
    bytes
}

/// Creates the directory and all missing parents, for their owner alone.
fn create_private(directory: &Path) -> io::Result<()> {
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

fn storage_error(path: &Path, error: &io::Error) -> CommandError {
    CommandError::Storage { reason: error.into(), path: printable(&path.to_string_lossy()) }
}

#[cfg(test)]
mod tests;
