//! Our three files in their one directory: read, replaced whole, removed. Other modules
//! define their content.

use std::path::PathBuf;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::directory::Directory;
use crate::contract::{CommandError, StoredEntry, StoredKind};

/// How the temporary name of a file begins until it is whole. A file with such a name was left by a
/// program that was killed.
const UNFINISHED: &str = ".unfinished-";

/// One of our files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FileKind {
    /// What was agreed to, and when.
    Consent,
    /// The settings.
    Settings,
    /// Pictures read, by month.
    Counters,
}

impl FileKind {
    /// All of them.
    pub(super) const ALL: [Self; 3] = [Self::Consent, Self::Settings, Self::Counters];

    fn name(self) -> &'static str {
        match self {
            Self::Consent => "consent.json",
            Self::Settings => "settings.json",
            Self::Counters => "counters.json",
        }
    }
}

impl From<FileKind> for StoredKind {
    fn from(kind: FileKind) -> Self {
        match kind {
            FileKind::Consent => Self::Consent,
            FileKind::Settings => Self::Settings,
            FileKind::Counters => Self::Counters,
        }
    }
}

/// The files in their directory. It exists only while it holds one.
#[derive(Debug)]
pub(super) struct Files {
    directory: Directory,
}

impl Files {
    /// The files in this directory, which need not exist.
    pub(super) fn new(directory: PathBuf) -> Self {
        Self { directory: Directory::new(directory, UNFINISHED) }
    }

    /// The content of a file. `None` if it is missing, unreadable or damaged, or not of this type.
    pub(super) fn read<T: DeserializeOwned>(&self, kind: FileKind) -> Option<T> {
        serde_json::from_slice(&self.directory.read(kind.name())?).ok()
    }

    /// Replaces a file. Whenever the program or the computer stops, the file holds either all of the
    /// old content or all of the new.
    pub(super) fn write(&self, kind: FileKind, value: &impl Serialize) -> Result<(), CommandError> {
        self.directory.write(kind.name(), &json(value))
    }

    /// Removes a file, all unfinished files, and the directory if nothing else is in it.
    pub(super) fn remove(&self, kind: FileKind) -> Result<(), CommandError> {
        self.directory.remove(kind.name())
    }

    /// Removes the unfinished files of a program that was killed.
    pub(super) fn remove_unfinished(&self) -> std::io::Result<()> {
        self.directory.remove_unfinished()
    }

    /// The path of a file, whether it exists, and its size.
    pub(super) fn entry(&self, kind: FileKind) -> StoredEntry {
        self.directory.entry(kind.name(), kind.into())
    }
}

/// The content of a file as we write it: indented, so that people can read it.
pub(super) fn json(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).expect("plain data, whose keys are names");
    bytes.push(b'\n');
    bytes
}

#[cfg(test)]
mod tests;
