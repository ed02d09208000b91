//! Our three files in their one folder: read with care, replaced whole, removed without a trace.
//! What stands in them is the business of others.

use std::fs::{self, DirBuilder, File};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;
use tempfile::NamedTempFile;

use crate::contract::{CommandError, StoredEntry, StoredKind};
use crate::names;

/// More than this none of our files ever holds; one that does was not written by us.
const MAX_BYTES: u64 = 64 * 1024;

/// How a file is called until it is whole. Whatever is called so was left by a program that was ended.
const UNFINISHED: &str = ".unfinished-";

/// The folder of our files. It exists only while there is something in it.
#[derive(Debug)]
pub(super) struct Files {
    folder: PathBuf,
}

impl Files {
    /// The files in this folder, which need not exist.
    pub(super) fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// What stands in a file. `None` if it is not there, cannot be read or is damaged: a folder, a
    /// FIFO or a link in its place, too large, or not of this shape.
    pub(super) fn read<T: DeserializeOwned>(&self, kind: StoredKind) -> Option<T> {
        let path = self.path(kind);
        // Opening a FIFO would wait for its other end. A link is not followed: what is erased
        // later must be what was read.
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

    /// Replaces a file. Whenever the program or the computer is stopped, the file holds either all
    /// of the old or all of the new.
    pub(super) fn write(
        &self,
        kind: StoredKind,
        value: &impl Serialize,
    ) -> Result<(), CommandError> {
        let path = self.path(kind);
        let write = || {
            let unfinished = self.unfinished(&json(value))?;
            unfinished.persist(&path).map_err(|error| error.error)?;
            Ok(())
        };
        write().map_err(|error: io::Error| trouble(&path, &error))?;
        settle(&self.folder);
        Ok(())
    }

    /// Removes a file, whatever was left unfinished, and the folder when nothing else is in it.
    pub(super) fn remove(&self, kind: StoredKind) -> Result<(), CommandError> {
        let path = self.path(kind);
        let removed = match fs::symlink_metadata(&path) {
            // Not ours, and there is nothing of ours in it.
            Ok(metadata) if metadata.is_dir() => Ok(()),
            _ => gone(fs::remove_file(&path)),
        };
        removed.and_then(|()| self.sweep()).map_err(|error| trouble(&path, &error))?;
        settle(&self.folder);
        // It stays when there is something of somebody else in it.
        let _ = fs::remove_dir(&self.folder);
        Ok(())
    }

    /// Removes what a program that was ended had begun to write.
    pub(super) fn sweep(&self) -> io::Result<()> {
        let Ok(entries) = fs::read_dir(&self.folder) else { return Ok(()) };
        for entry in entries {
            let entry = entry?;
            if entry.file_name().to_string_lossy().starts_with(UNFINISHED) {
                gone(fs::remove_file(entry.path()))?;
            }
        }
        Ok(())
    }

    /// Where a file lies, whether it is there, and how large it is.
    pub(super) fn entry(&self, kind: StoredKind) -> StoredEntry {
        let path = self.path(kind);
        let metadata = fs::symlink_metadata(&path).ok().filter(|metadata| !metadata.is_dir());
        let bytes = metadata.as_ref().map_or(0, fs::Metadata::len);
        StoredEntry {
            kind,
            path: shown(&path),
            exists: metadata.is_some(),
            bytes: u32::try_from(bytes).unwrap_or(u32::MAX),
        }
    }

    fn path(&self, kind: StoredKind) -> PathBuf {
        self.folder.join(match kind {
            StoredKind::Consent => "consent.json",
            StoredKind::Settings => "settings.json",
            StoredKind::Counters => "counters.json",
        })
    }

    /// A file without its name yet, all of it on the disk. Its owner alone may read it (0600 on
    /// Unix, which `tempfile` sees to). It vanishes when it is not given a name.
    fn unfinished(&self, bytes: &[u8]) -> io::Result<NamedTempFile> {
        create(&self.folder)?;
        let mut file = tempfile::Builder::new().prefix(UNFINISHED).tempfile_in(&self.folder)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        Ok(file)
    }
}

/// As it is written: by name, in lines, so that people can read it.
pub(super) fn json(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).expect("plain data, whose keys are names");
    bytes.push(b'\n');
    bytes
}

/// For its owner alone, as the folders above it that are missing.
fn create(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Has the disk take note of names that came and went. What is written is safe from the end of the
/// program either way; this is about the end of the power.
#[cfg(unix)]
fn settle(folder: &Path) {
    // Some file systems do not offer this.
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}

/// Elsewhere a folder cannot be asked to.
#[cfg(not(unix))]
fn settle(_: &Path) {}

/// What is not there needs no removing.
fn gone(removed: io::Result<()>) -> io::Result<()> {
    use io::ErrorKind::{NotADirectory, NotFound};
    match removed {
        Err(error) if matches!(error.kind(), NotFound | NotADirectory) => Ok(()),
        other => other,
    }
}

fn trouble(path: &Path, error: &io::Error) -> CommandError {
    CommandError::Storage { reason: error.into(), path: shown(path) }
}

fn shown(path: &Path) -> String {
    names::clean(&path.to_string_lossy())
}

#[cfg(test)]
mod tests;
