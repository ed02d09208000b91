//! What the page is told when it starts.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Settings;

/// Everything that the page needs before anything is read.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct InitialState {
    /// The program itself.
    pub about: About,
    /// Which screen comes first.
    pub consent: Consent,
    /// All versions of the privacy policy, the newest first.
    pub policies: Vec<Policy>,
    /// What the person chose.
    pub settings: Settings,
}

/// The program itself.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct About {
    /// Version of the program: `0.1.0`.
    pub version: String,
    /// Decides which keys are shown.
    pub system: System,
}

/// The operating system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum System {
    /// Linux and its relatives.
    Linux,
    /// Windows.
    Windows,
    /// macOS.
    Macos,
}

/// Whether the person agreed, and to what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[ts(export)]
pub enum Consent {
    /// Never, no longer, or the record is damaged.
    Missing,
    /// To a version that a significant change has replaced.
    Outdated {
        /// The version agreed to.
        agreed: u32,
    },
    /// To what holds now.
    Given {
        /// A newer, minor version that the person has not yet been told of.
        notice: Option<u32>,
    },
}

/// One version of the privacy policy; plain text without markup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Policy {
    /// Counted from 1.
    pub number: u32,
    /// Day from which it holds: `2026-11-24`.
    pub date: String,
    /// Whether it has to be agreed to anew.
    pub significant: bool,
    /// What is different from the version before, one sentence each.
    pub changes: Vec<String>,
    /// The promise in five lines.
    pub promise: Vec<String>,
    /// The nine sections.
    pub sections: Vec<PolicySection>,
}

/// One section of a policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct PolicySection {
    /// Its heading.
    pub title: String,
    /// Its text.
    pub paragraphs: Vec<String>,
}
