//! The events that the shell sends.

use serde::Serialize;
use ts_rs::TS;

use super::capture::{CaptureOutcome, CaptureStatus};
use super::error::CommandError;
use super::job::{Intake, Job, JobId};
use super::settings::Settings;
use super::start::InitialState;

/// What the shell sends without a command.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[ts(export)]
pub enum Event {
    /// A picture was added or changed.
    Job {
        /// Its current state.
        job: Job,
    },
    /// Pictures were removed.
    Removed {
        /// Which ones.
        ids: Vec<JobId>,
    },
    /// Whether files are being dragged over the window.
    Dragging {
        /// Whether files are over the window.
        over: bool,
    },
    /// Files came in that the page had not asked for: a drop, arguments, a second start.
    Intake {
        /// Its outcome.
        outcome: Intake,
    },
    /// Something was dropped that cannot be taken in.
    Refused {
        /// Why.
        error: CommandError,
    },
    /// Consent changed.
    Consent {
        /// What the page starts again with.
        start: InitialState,
    },
    /// The person wants to close the window, and there are edits that they have neither saved nor
    /// copied.
    CloseRequested {
        /// The pictures with these edits.
        unkept: Vec<JobId>,
    },
    /// A file is being made that takes a while: the person has chosen where.
    Saving,
    /// Settings changed.
    Settings {
        /// All of them.
        settings: Settings,
    },
    /// A capture of the screen came to its end.
    Captured {
        /// What came of it.
        outcome: CaptureOutcome,
    },
    /// What of capturing works has changed.
    CaptureStatus {
        /// All of it.
        status: CaptureStatus,
    },
    /// The areas that are left out of pictures from now on.
    IgnoredAreas {
        /// How many there are.
        count: u32,
    },
    /// The person asked to see this picture.
    Show {
        /// Which one.
        id: JobId,
    },
}
