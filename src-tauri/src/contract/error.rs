//! Why a command did not do what the page asked for.

use serde::Serialize;
use ts_rs::TS;

/// Why a command did not do what the page asked for. Holds no text and no picture.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[ts(export)]
pub enum CommandError {
    /// The person has not agreed to what holds now.
    #[error("no consent")]
    NotConsented,
    /// The picture is not in the queue any more, or was not read.
    #[error("no such picture")]
    NoSuchJob,
    /// The version agreed to is not the one that holds.
    #[error("another version of the policy holds")]
    StalePolicy,
    /// The person did not say to be 14 or older.
    #[error("age not confirmed")]
    NotAdult,
    /// The clipboard does not do its part.
    #[error("clipboard: {reason:?}")]
    Clipboard {
        /// In which way.
        reason: ClipboardError,
    },
    /// A file of ours cannot be written.
    #[error("cannot keep {path}: {reason:?}")]
    Storage {
        /// Why.
        reason: StorageError,
        /// Which one, safe to show.
        path: String,
    },
    /// A file that the person wanted cannot be written.
    #[error("cannot save {name}: {reason:?}")]
    Save {
        /// Why.
        reason: StorageError,
        /// Its name, safe to show.
        name: String,
    },
    /// The page asked for something that makes no sense.
    #[error("bad request")]
    BadRequest,
    /// A fault of this program.
    #[error("internal error")]
    Internal,
}

/// In which way the clipboard does not do its part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum ClipboardError {
    /// There was no text to copy; what is on the clipboard stays.
    Empty,
    /// Another program holds it.
    Busy,
    /// There is none that could be reached.
    Unavailable,
    /// It took the text and gave something else back.
    NotKept,
}

/// Why a file cannot be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum StorageError {
    /// The disk, or the person's share of it.
    Full,
    /// Not allowed there.
    Denied,
    /// Something else.
    Other,
}

impl From<&std::io::Error> for StorageError {
    fn from(error: &std::io::Error) -> Self {
        use std::io::ErrorKind as Kind;
        match error.kind() {
            Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge => Self::Full,
            Kind::PermissionDenied | Kind::ReadOnlyFilesystem => Self::Denied,
            _ => Self::Other,
        }
    }
}
