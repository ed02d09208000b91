//! What the page starts with.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::language::Language;
use super::settings::Settings;

/// Everything that the page needs before the first picture.
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
    /// The settings.
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
    /// Linux and other Unix systems.
    Linux,
    /// Windows.
    Windows,
    /// macOS.
    Macos,
}

/// What the person has agreed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[ts(export)]
pub enum Consent {
    /// Nothing: never agreed, withdrawn, or the record is damaged.
    Missing,
    /// A version that a significant change has replaced.
    Outdated {
        /// The version agreed to.
        agreed: u32,
    },
    /// The current version, or one with only minor changes since.
    Given {
        /// A newer, minor version that the person has not acknowledged yet.
        notice: Option<u32>,
    },
}

/// One version of the privacy policy; plain text without markup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Policy {
    /// Its number, from 1.
    pub number: u32,
    /// Day from which it applies: `2026-11-24`.
    pub date: String,
    /// Whether people have to agree again.
    pub significant: bool,
    /// The English text, which is the one that people agree to.
    #[serde(flatten)]
    pub text: PolicyText,
    /// The same in other languages, to be read instead.
    #[serde(default)]
    pub translations: BTreeMap<Language, PolicyText>,
}

/// What a version says, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct PolicyText {
    /// The changes since the version before, one sentence each.
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
