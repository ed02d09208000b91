//! The messages between page and shell: plain data, no logic.
//!
//! The page's TypeScript types are generated from these (`ui/src/bindings`). Enums whose variants carry
//! data are objects with a `kind`, all others are strings. The page turns them into sentences.

mod capture;
mod error;
mod event;
mod job;
mod language;
mod page;
mod personal;
mod settings;
mod start;

pub use capture::{
    CaptureError, CaptureMethod, CaptureOutcome, CaptureSettings, CaptureStatus, CaptureTarget,
    HotkeyStatus,
};
pub use error::{ClipboardError, CommandError, StorageError};
pub use event::Event;
pub use job::{
    EmptyReason, Intake, Job, JobId, JobState, PageInfo, PreviewSize, ReadError, RefusedFile,
    Timing, UnreadScript,
};
pub use language::Language;
pub use page::{
    Area, CodeView, Copied, CopyFormat, EntityKind, EntitySpan, HistoryStep, LineView, PageView,
    SaveFormat, Saved, TextSpan, TextView, WordPlace, WordView,
};
pub use personal::{
    ConsentRecord, Counter, NetworkStatus, PrivacyStatus, StoredData, StoredEntry, StoredKind,
};
pub use settings::{Engine, LineMode, Settings, Theme, WindowSize};
pub use start::{About, Consent, InitialState, Policy, PolicySection, PolicyText, System};
