//! What is held of the person on this computer, and what is going on in the program.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Settings;

/// Everything that is held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct StoredData {
    /// The files, whether they exist or not.
    pub entries: Vec<StoredEntry>,
    /// What was agreed to.
    pub consent: Option<ConsentRecord>,
    /// What the person chose.
    pub settings: Settings,
    /// Pictures read, by month.
    pub counters: Vec<Counter>,
}

/// A file of ours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct StoredEntry {
    /// What is in it.
    pub kind: StoredKind,
    /// Where it lies, or would.
    pub path: String,
    /// Whether it is there.
    pub exists: bool,
    /// Its size.
    pub bytes: u32,
}

/// What a file of ours holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum StoredKind {
    /// What was agreed to, and when.
    Consent,
    /// What the person chose.
    Settings,
    /// Pictures read, by month.
    Counters,
}

/// What was agreed to, and when: all that the record of consent holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct ConsentRecord {
    /// Number of the policy.
    pub policy: u32,
    /// When, in UTC: `2026-11-24T09:30:00Z`.
    pub at: String,
    /// Whether the person is 14 or older; a record without it is none.
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
    /// How many.
    pub pictures: u32,
}

/// What is going on in the program right now, measured when asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct PrivacyStatus {
    /// Whether the system would let this program open a connection.
    pub network: NetworkStatus,
    /// The only files that the program writes by itself.
    pub files: Vec<StoredEntry>,
    /// Pictures in memory.
    pub pictures: u32,
    /// What they take: files as they came, previews.
    #[ts(type = "number")]
    pub picture_bytes: u64,
    /// Reading processes at work.
    pub workers: u32,
    /// Reading processes that wait for a picture.
    pub idle_workers: u32,
}

/// Whether the system would let this program open a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum NetworkStatus {
    /// Tried just now: the system refuses.
    Refused,
    /// Tried just now: it would. The program still has no code that does.
    Open,
    /// It could not be told.
    Unknown,
}
