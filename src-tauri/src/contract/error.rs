//! Why a command failed.

use serde::Serialize;
use ts_rs::TS;

use super::capture::CaptureError;
use super::job::ReadError;

/// Why a command failed. Holds no text and no picture.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[ts(export)]
pub enum CommandError {
    /// The person has not agreed to the current policy.
    #[error("no consent")]
    NotConsented,
    /// The picture is not in the queue any more, or was not read.
    #[error("no such picture")]
    NoSuchJob,
    /// The version agreed to is not the current one.
    #[error("not the current version of the policy")]
    StalePolicy,
    /// The person did not confirm to be 14 or older.
    #[error("age not confirmed")]
    NotAdult,
    /// The clipboard failed.
    #[error("clipboard: {reason:?}")]
    Clipboard {
        /// Why.
        reason: ClipboardError,
    },
    /// The screen was not captured.
    #[error("capture: {reason:?}")]
    Capture {
        /// Why.
        reason: CaptureError,
    },
    /// A file that the program stores cannot be written.
    #[error("cannot write {path}: {reason:?}")]
    Storage {
        /// Why.
        reason: StorageError,
        /// Which one, safe to show.
        path: String,
    },
    /// A file that the person asked for cannot be written.
    #[error("cannot save {name}: {reason:?}")]
    Save {
        /// Why.
        reason: StorageError,
        /// Its name, safe to show.
        name: String,
    },
    /// The file to be written is that of a picture in the queue, which would be lost.
    #[error("{name} is a picture that is open")]
    SaveOverPicture {
        /// Its name, safe to show.
        name: String,
    },
    /// The file of a picture is needed once more, and cannot be read as it was before.
    #[error("cannot read {name} again: {reason:?}")]
    ReadAgain {
        /// Why.
        reason: ReadError,
        /// Its name, safe to show.
        name: String,
    },
    /// A file name ends like those of a format that the program does not write.
    #[error("cannot write {extension} files")]
    UnknownFormat {
        /// How the name ends, without the dot; safe to show.
        extension: String,
    },
    /// What is saved is to be redacted, and the format shows the picture.
    #[error("a picture cannot be redacted")]
    NotRedactable,
    /// The arguments make no sense.
    #[error("bad request")]
    BadRequest,
    /// A fault of this program.
    #[error("internal error")]
    Internal,
}

impl From<CaptureError> for CommandError {
    fn from(reason: CaptureError) -> Self {
        Self::Capture { reason }
    }
}

/// Why the clipboard failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum ClipboardError {
    /// There was no text to copy; the clipboard is unchanged.
    Empty,
    /// Another program has locked it.
    Busy,
    /// It cannot be reached.
    Unavailable,
    /// It accepted the text and returned another one.
    NotKept,
}

/// Why a file cannot be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum StorageError {
    /// The disk or the person's quota is full.
    Full,
    /// Permission denied, or a read-only disk.
    Denied,
    /// Another error of the system.
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
