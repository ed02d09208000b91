//! Errors of reading a picture, sorted by who has to act.
//!
//! No variant carries pixels or recognised text, so an error may be shown and logged.
//! The command line and the window have their own sentences for people.

use serde::{Deserialize, Serialize};

use crate::source::Format;

/// Why a picture was not read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    // ---- the person: choose another file ----
    /// There are no bytes, or no pixels.
    #[error("the file is empty")]
    Empty,
    /// The bytes are of no known picture format.
    #[error("the file is not a picture")]
    NotAPicture,
    /// A known format that is not read.
    #[error("{0} is not supported")]
    Unsupported(Format),
    /// A variety that is not read of a format that is: an arithmetic-coded JPEG, a TIFF of Group 3 fax.
    #[error("this kind of {0} is not supported")]
    UnsupportedKind(Format),
    /// The format is known, its content is cut short or broken.
    #[error("the {0} picture is damaged")]
    Damaged(Format),
    /// More pixels, or more bytes once decoded, than are accepted.
    #[error("the picture is too large")]
    TooLarge,
    /// More pages than [`MAX_PAGES`](crate::source::MAX_PAGES), or more pixels on all of them together
    /// than are accepted. Those before were read.
    #[error("the file has too many pages")]
    TooManyPages,
    /// The PDF is encrypted and needs a password.
    #[error("the PDF is protected by a password")]
    PasswordNeeded,
    /// The password is not that of the PDF.
    #[error("the password is wrong")]
    WrongPassword,
    // ---- the caller who cancelled ----
    /// The [`CancelToken`](crate::CancelToken) of the reading was cancelled.
    #[error("the reading was cancelled")]
    Cancelled,
    // ---- the user who supplied the models ----
    /// A model or alphabet file cannot be used.
    #[error("the {part} model cannot be used: {reason}")]
    Model {
        /// Which of the files.
        part: ModelPart,
        /// What does not fit, in a few words.
        reason: String,
    },
    // ---- the authors of this library ----
    /// A fault of this library.
    #[error("internal error: {0}")]
    Internal(&'static str),
}

/// One of the files that make up [`Models`](crate::Models).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum ModelPart {
    /// The network that finds lines.
    Detection,
    /// The network that reads lines.
    Recognition,
    /// The characters of the recognition network.
    Alphabet,
    /// The character n-gram language model.
    Ngram,
}

impl std::fmt::Display for ModelPart {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Detection => "detection",
            Self::Recognition => "recognition",
            Self::Alphabet => "alphabet",
            Self::Ngram => "n-gram",
        })
    }
}

impl From<imagetotext_nn::RunError> for Error {
    fn from(error: imagetotext_nn::RunError) -> Self {
        Self::Internal(match error {
            imagetotext_nn::RunError::InvalidInput => {
                "a network got a picture that it does not take"
            }
            imagetotext_nn::RunError::InvalidModel(reason) => reason,
        })
    }
}
