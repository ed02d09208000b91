//! What is stored about the person, and what the program does right now.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::settings::Settings;

/// Everything that is stored about the person on this computer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct StoredData {
    /// The files, whether they exist or not.
    pub entries: Vec<StoredEntry>,
    /// What was agreed to, if anything.
    pub consent: Option<ConsentRecord>,
    /// The settings.
    pub settings: Settings,
    /// Pictures read, by month.
    pub counters: Vec<Counter>,
}

/// A file that the program stores, or a value of the registry on Windows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct StoredEntry {
    /// What is in it.
    pub kind: StoredKind,
    /// Its path, even if it does not exist.
    pub path: String,
    /// Whether it exists.
    pub exists: bool,
    /// Its size in bytes.
    pub bytes: u32,
}

/// What a stored file contains.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum StoredKind {
    /// What was agreed to, and when.
    Consent,
    /// The settings.
    Settings,
    /// Pictures read, by month.
    Counters,
    /// What starts the program at login; a value of the registry on Windows.
    Autostart,
}

/// The record of consent: what was agreed to, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct ConsentRecord {
    /// Number of the policy.
    pub policy: u32,
    /// When, in UTC: `2026-11-24T09:30:00Z`.
    pub at: String,
    /// That the person is 14 or older; a record without it is invalid.
    pub adult: bool,
    /// Version of the program that asked.
    pub program: String,
}

/// Pictures read in a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct Counter {
    /// Which month: `2026-11`.
    pub month: String,
    /// Number of pictures.
    pub pictures: u32,
}

/// What the program does right now, measured on request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct PrivacyStatus {
    /// Whether the system would let this program open a connection.
    pub network: NetworkStatus,
    /// The only files that the program writes without being asked.
    pub files: Vec<StoredEntry>,
    /// A folder in memory, where the web view of Linux creates files that nobody uses.
    pub memory_folder: Option<String>,
    /// Pictures in memory.
    pub pictures: u32,
    /// Their size in bytes: pasted pictures and previews.
    #[ts(type = "number")]
    pub picture_bytes: u64,
    /// Worker processes that read.
    pub workers: u32,
    /// Worker processes that wait for a picture.
    pub idle_workers: u32,
}

/// Whether the system would let this program open a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum NetworkStatus {
    /// Tried just now: the system refuses.
    Refused,
    /// Tried just now: it would. The program still has no code for it.
    Open,
    /// The attempt gave no answer.
    Unknown,
}
