//! Which recogniser reads a line, as the caller asks for it.

use serde::{Deserialize, Serialize};

/// The scripts to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum ScriptChoice {
    /// Whatever each line is in.
    #[default]
    Auto,
    /// Latin only.
    Latin,
    /// Latin, Cyrillic, Greek and Vietnamese, all read by one recogniser.
    Alphabets,
    /// Chinese, Japanese and Korean, with Latin words between.
    Cjk,
}

impl ScriptChoice {
    /// All of them.
    pub const ALL: &[Self] = &[Self::Auto, Self::Latin, Self::Alphabets, Self::Cjk];

    /// Its name, in lower case.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Latin => "latin",
            Self::Alphabets => "alphabets",
            Self::Cjk => "cjk",
        }
    }
}
