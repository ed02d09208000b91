//! Scripts that no recogniser knows.

use serde::{Deserialize, Serialize};

/// A script that is recognised as such, but not read yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum UnreadScript {
    /// Arabic, also of Persian and Urdu.
    Arabic,
    /// Hebrew.
    Hebrew,
    /// Devanagari, of Hindi, Marathi, Nepali.
    Devanagari,
    /// Thai.
    Thai,
    /// Chinese, Japanese or Korean, in a build without the feature `cjk`.
    Cjk,
    /// Another one: Bengali, Tamil, Georgian, Armenian, Ethiopic …
    Other,
}

impl UnreadScript {
    /// All of them.
    pub const ALL: &[Self] =
        &[Self::Arabic, Self::Hebrew, Self::Devanagari, Self::Thai, Self::Cjk, Self::Other];

    /// Its name, in lower case.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Arabic => "arabic",
            Self::Hebrew => "hebrew",
            Self::Devanagari => "devanagari",
            Self::Thai => "thai",
            Self::Cjk => "cjk",
            Self::Other => "other",
        }
    }
}
