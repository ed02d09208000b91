//! Why a picture was not read, on its way between two processes.

use imagetotext::Error;
use imagetotext::error::ModelPart;
use imagetotext::source::Format;
use serde::{Deserialize, Serialize};

use crate::panics::Panic;

/// An [`Error`] of the library, or a panic, as a worker reports it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum PictureError {
    /// There is not a single byte.
    Empty,
    /// The bytes are of no picture format.
    NotAPicture,
    /// A format that is not read.
    Unsupported(Format),
    /// A variety that is not read of a format that is.
    UnsupportedKind(Format),
    /// Cut short or broken.
    Damaged(Format),
    /// Too many pixels.
    TooLarge,
    /// More pages than are read.
    TooManyPages,
    /// A PDF that needs a password.
    PasswordNeeded,
    /// The password is not that of the PDF.
    WrongPassword,
    /// A model cannot be used.
    Model {
        /// Which one.
        part: ModelPart,
        /// Why, in a few words. It may quote the file of the model.
        reason: String,
    },
    /// A fault of this program.
    Internal {
        /// Where in the source, or what, in a few words. Nothing of a picture.
        place: String,
    },
}

/// Longest text within an error, in bytes.
const MAX_TEXT_BYTES: usize = 1000;

impl PictureError {
    /// Whether the texts in it are no longer than ours are.
    pub(crate) fn is_sound(&self) -> bool {
        match self {
            Self::Model { reason: text, .. } | Self::Internal { place: text } => {
                text.len() <= MAX_TEXT_BYTES
            }
            _ => true,
        }
    }
}

impl From<Error> for PictureError {
    fn from(error: Error) -> Self {
        match error {
            Error::Empty => Self::Empty,
            Error::NotAPicture => Self::NotAPicture,
            Error::Unsupported(format) => Self::Unsupported(format),
            Error::UnsupportedKind(format) => Self::UnsupportedKind(format),
            Error::Damaged(format) => Self::Damaged(format),
            Error::TooLarge => Self::TooLarge,
            Error::TooManyPages => Self::TooManyPages,
            Error::PasswordNeeded => Self::PasswordNeeded,
            Error::WrongPassword => Self::WrongPassword,
            Error::Model { part, reason } => Self::Model { part, reason: shortened(reason) },
            other => Self::Internal { place: shortened(other.to_string()) },
        }
    }
}

impl From<Panic> for PictureError {
    fn from(panic: Panic) -> Self {
        Self::Internal { place: shortened(panic.place) }
    }
}

fn shortened(mut text: String) -> String {
    text.truncate(text.floor_char_boundary(MAX_TEXT_BYTES));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_of_the_library_keeps_its_meaning() {
        let model = |part| Error::Model { part, reason: "why".into() };
        for (error, expected) in [
            (Error::Empty, PictureError::Empty),
            (Error::NotAPicture, PictureError::NotAPicture),
            (Error::TooLarge, PictureError::TooLarge),
            (Error::TooManyPages, PictureError::TooManyPages),
            (Error::PasswordNeeded, PictureError::PasswordNeeded),
            (Error::WrongPassword, PictureError::WrongPassword),
            (Error::Unsupported(Format::Heic), PictureError::Unsupported(Format::Heic)),
            (Error::UnsupportedKind(Format::Tiff), PictureError::UnsupportedKind(Format::Tiff)),
            (Error::Damaged(Format::WebP), PictureError::Damaged(Format::WebP)),
            (
                model(ModelPart::Alphabet),
                PictureError::Model { part: ModelPart::Alphabet, reason: "why".into() },
            ),
        ] {
            assert_eq!(PictureError::from(error), expected);
        }
    }

    #[test]
    fn texts_have_a_bound() {
        let reason = "ż".repeat(1000);
        let error = PictureError::from(Error::Model { part: ModelPart::Detection, reason });
        assert!(error.is_sound());
        assert!(!PictureError::Internal { place: "x".repeat(1001) }.is_sound());
    }
}
