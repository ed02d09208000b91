//! Pictures in the queue, and what the shell tells of them unasked.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{InitialState, Settings};

/// Names a picture; never used again in one run of the program.
pub type JobId = u32;

/// One picture of the queue.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Job {
    /// Its number.
    pub id: JobId,
    /// Name of its file, or what it is called without one; safe to show.
    pub name: String,
    /// How far it is.
    pub state: JobState,
}

/// How far a picture is.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[ts(export)]
pub enum JobState {
    /// Others come first.
    Waiting,
    /// Its turn.
    Reading {
        /// Which page, from 1.
        page: u32,
    },
    /// Done.
    Read {
        /// At least one.
        pages: Vec<PageInfo>,
        /// Why later pages are missing, if they are.
        stopped: Option<ReadError>,
        /// Where the time went.
        timing: Timing,
    },
    /// Not a single page could be read.
    Failed {
        /// Why.
        error: ReadError,
    },
    /// The person did not want to wait.
    Cancelled,
}

/// What is known of a page that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct PageInfo {
    /// Width of the picture in pixels.
    pub width: u32,
    /// Height of the picture in pixels.
    pub height: u32,
    /// Size of what `preview` gives.
    pub preview: PreviewSize,
    /// How many lines were read.
    pub lines: u32,
    /// How many words.
    pub words: u32,
    /// How many of them may well be wrong.
    pub low_confidence: u32,
}

/// Size of a preview in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct PreviewSize {
    /// From left to right.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
}

/// Where the time went, in milliseconds, all pages together.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Timing {
    /// Getting the bytes from the clipboard, or from the file.
    pub clipboard: f32,
    /// Waiting for a reader, and handing it the bytes.
    pub start: f32,
    /// Bytes to pixels.
    pub decode: f32,
    /// Finding lines.
    pub detect: f32,
    /// Reading lines.
    pub recognise: f32,
    /// From the picture's turn to its text.
    pub total: f32,
}

/// Why a picture was not read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[ts(export)]
pub enum ReadError {
    /// There is not a single byte.
    Empty,
    /// The bytes are of no picture format.
    NotAPicture,
    /// A format that is not read.
    Unsupported {
        /// Its name: `PDF`.
        format: String,
    },
    /// A variety of a format that is not read, though the format is.
    UnsupportedKind {
        /// Its name.
        format: String,
    },
    /// Cut short or broken.
    Damaged {
        /// Name of the format.
        format: String,
    },
    /// The picture has too many pixels.
    TooManyPixels,
    /// The file has too many bytes.
    TooLarge {
        /// How many mebibytes are accepted.
        megabytes: u32,
    },
    /// There is no such file, or not any more.
    Missing,
    /// A folder inside a list of files.
    Directory,
    /// A FIFO, a socket or a device.
    Special,
    /// The person may not read it.
    Denied,
    /// The system cannot read it.
    Unreadable,
    /// Reading was ended after this time.
    TookTooLong {
        /// The limit.
        seconds: u32,
    },
    /// Reading needed more memory than it may have.
    OutOfMemory,
    /// The reading process ended before its work did.
    Crashed,
    /// A fault of this program.
    Internal,
}

/// What the shell tells unasked.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[ts(export)]
pub enum Event {
    /// A picture is new or has changed.
    Job {
        /// How it is now.
        job: Job,
    },
    /// Pictures are gone.
    Removed {
        /// Which ones.
        ids: Vec<JobId>,
    },
    /// Files are being dragged over the window, or no longer.
    Dragging {
        /// Whether they are.
        over: bool,
    },
    /// Something came in that the page had not asked for: a drop, arguments, a second start.
    Intake {
        /// What became of it.
        outcome: Intake,
    },
    /// Consent changed.
    Consent {
        /// What the page is to start anew from.
        start: InitialState,
    },
    /// Settings changed.
    Settings {
        /// All of them.
        settings: Settings,
    },
}

/// What became of something that was brought to the program.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Intake {
    /// How many pictures joined the queue.
    pub added: u32,
    /// Files that did not.
    pub refused: Vec<RefusedFile>,
    /// Why there was nothing to take, when there was not.
    pub empty_reason: Option<EmptyReason>,
    /// Files of a folder that are no pictures, or beyond its limit.
    pub skipped: u32,
}

/// A file that did not join the queue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct RefusedFile {
    /// Its name, safe to show.
    pub name: String,
    /// Why.
    pub error: ReadError,
}

/// Why there was nothing to take.
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
    /// An address, or a piece of a web page: the program fetches nothing.
    Link,
    /// No picture in the folder.
    EmptyFolder,
    /// The person closed the dialog.
    Cancelled,
}
