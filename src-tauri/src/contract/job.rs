//! The pictures in the queue, and what comes of adding some.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Identifies a picture; never reused while the program runs.
pub type JobId = u32;

/// One picture of the queue.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Job {
    /// Its identifier.
    pub id: JobId,
    /// The name of its file, or a made-up name without one; safe to show.
    pub name: String,
    /// Its progress.
    pub state: JobState,
}

/// The progress of a picture.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[ts(export)]
pub enum JobState {
    /// Waits in the queue.
    Waiting,
    /// Is being read.
    Reading {
        /// Which page, from 1.
        page: u32,
    },
    /// Was read.
    Read {
        /// At least one.
        pages: Vec<PageInfo>,
        /// Why later pages are missing, if they are.
        stopped: Option<ReadError>,
        /// Time of each stage.
        timing: Timing,
    },
    /// Not a single page could be read.
    Failed {
        /// Why.
        error: ReadError,
    },
    /// The person cancelled it.
    Cancelled,
}

/// A page that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct PageInfo {
    /// Width of the picture in pixels.
    pub width: u32,
    /// Height of the picture in pixels.
    pub height: u32,
    /// Size of its preview.
    pub preview: PreviewSize,
    /// Number of lines of its text that are not blank.
    pub lines: u32,
    /// Number of words.
    pub words: u32,
    /// Number of words with a low confidence.
    pub low_confidence: u32,
    /// Number of QR codes and barcodes.
    pub codes: u32,
    /// The script of most of its text, if that cannot be read.
    pub unread: Option<UnreadScript>,
    /// Names of attached files, which were not read; safe to show.
    pub attachments: Vec<String>,
}

/// A script that cannot be read yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum UnreadScript {
    /// Arabic.
    Arabic,
    /// Hebrew.
    Hebrew,
    /// Devanagari, of Hindi and others.
    Devanagari,
    /// Thai.
    Thai,
    /// Another one.
    Other,
}

/// Size of a preview in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct PreviewSize {
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
}

/// Time of each stage in milliseconds, for all pages together.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Timing {
    /// Getting the bytes from the clipboard or the file.
    pub clipboard: f32,
    /// Waiting for a worker and sending it the bytes.
    pub start: f32,
    /// Decoding.
    pub decode: f32,
    /// Detecting lines.
    pub detect: f32,
    /// Recognising lines.
    pub recognise: f32,
    /// From the start of reading to the text.
    pub total: f32,
}

/// Why a picture was not read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[ts(export)]
pub enum ReadError {
    /// The file has no bytes.
    Empty,
    /// Not a picture format.
    NotAPicture,
    /// A format that cannot be read.
    Unsupported {
        /// Its name: `SVG`.
        format: String,
    },
    /// A variant that cannot be read of a format that can.
    UnsupportedKind {
        /// Its name.
        format: String,
    },
    /// Truncated or corrupt.
    Damaged {
        /// Name of the format.
        format: String,
    },
    /// The picture has too many pixels.
    TooManyPixels {
        /// The limit of a picture in millions of pixels.
        megapixels: u32,
        /// The limit of a side in pixels.
        side: u32,
    },
    /// The file has more pages than are read.
    TooManyPages,
    /// A PDF that is protected by a password.
    PasswordNeeded,
    /// The password that the person typed is not that of the PDF.
    WrongPassword,
    /// The file has too many bytes.
    TooLarge {
        /// The limit in mebibytes.
        megabytes: u32,
    },
    /// There is no such file.
    Missing,
    /// The file has other bytes than when it was read.
    Changed,
    /// A directory.
    Directory,
    /// A directory without pictures.
    EmptyFolder,
    /// A FIFO, a socket or a device.
    Special,
    /// Permission denied.
    Denied,
    /// Another error of the system.
    Unreadable,
    /// Reading exceeded its time limit.
    TookTooLong {
        /// The limit in seconds.
        seconds: u32,
    },
    /// Reading exceeded its memory limit.
    OutOfMemory,
    /// The worker process ended unexpectedly.
    Crashed,
    /// A fault of this program.
    Internal,
}

/// The outcome of adding files or pictures.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Intake {
    /// Number of pictures added to the queue.
    pub added: u32,
    /// Files that were refused.
    pub refused: Vec<RefusedFile>,
    /// Why nothing was found, if so.
    pub empty_reason: Option<EmptyReason>,
    /// Number of files in directories that are no pictures, or beyond the limit.
    pub skipped: u32,
}

/// A file that was refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct RefusedFile {
    /// Its name, safe to show.
    pub name: String,
    /// Why.
    pub error: ReadError,
}

/// Why nothing was found to add.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum EmptyReason {
    /// The clipboard is empty.
    ClipboardEmpty,
    /// The clipboard holds text.
    ClipboardText,
    /// The clipboard cannot be reached, or its owner does not answer.
    ClipboardUnavailable,
    /// A web address or a part of a web page: the program downloads nothing.
    Link,
    /// No picture in the directory.
    EmptyFolder,
    /// The person closed the dialog.
    Cancelled,
}
