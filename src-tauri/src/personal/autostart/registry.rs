//! The entry on Windows: a value of the `Run` key of the person's account. Nobody has tried it on Windows
//! yet.

use windows_registry::{CURRENT_USER, Key};

use super::OPTION;
use crate::contract::{CommandError, StorageError, StoredEntry, StoredKind};

const KEY: &str = r"Software\Microsoft\Windows\CurrentVersion\Run";
const NAME: &str = "ImageToText";

/// The entry, as people find it in the registry editor.
const PLACE: &str = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Run\ImageToText";

/// The entry that starts a program at login.
#[derive(Debug)]
pub struct Autostart {
    command: String,
}

impl Autostart {
    /// The entry of this program. `None` if its path is no text.
    pub fn of_this_program() -> Option<Self> {
        // No path on Windows contains a quotation mark.
        let program = std::env::current_exe().ok()?.into_os_string().into_string().ok()?;
        Some(Self { command: format!("\"{program}\" {OPTION}") })
    }

    /// Whether the system would start the program.
    #[expect(clippy::unused_self, reason = "on other systems it is a file of this value")]
    pub(crate) fn is_on(&self) -> bool {
        value().is_some()
    }

    /// Whether the entry is the one that [`Autostart::switch_on`] writes.
    pub(crate) fn is_current(&self) -> bool {
        value().as_deref() == Some(self.command.as_str())
    }

    /// Writes the entry.
    pub(crate) fn switch_on(&self) -> Result<(), CommandError> {
        let set = |key: Key| key.set_string(NAME, &self.command);
        CURRENT_USER.create(KEY).and_then(set).map_err(storage_error)
    }

    /// Removes the entry.
    #[expect(clippy::unused_self, reason = "on other systems it is a file of this value")]
    pub(crate) fn switch_off(&self) -> Result<(), CommandError> {
        if value().is_none() {
            return Ok(());
        }
        let remove = |key: Key| key.remove_value(NAME);
        CURRENT_USER.options().write().open(KEY).and_then(remove).map_err(storage_error)
    }

    /// Where it is, and whether it exists.
    #[expect(clippy::unused_self, reason = "on other systems it is a file of this value")]
    pub(crate) fn entry(&self) -> StoredEntry {
        let value = value();
        StoredEntry {
            kind: StoredKind::Autostart,
            path: PLACE.into(),
            exists: value.is_some(),
            bytes: value.map_or(0, |value| value.len() as u32),
        }
    }
}

fn value() -> Option<String> {
    CURRENT_USER.open(KEY).and_then(|key| key.get_string(NAME)).ok()
}

fn storage_error(error: impl Into<std::io::Error>) -> CommandError {
    let reason = StorageError::from(&error.into());
    CommandError::Storage { reason, path: PLACE.into() }
}
