//! Which engine reads: the built-in one or ocrs.

use serde::{Deserialize, Serialize};

use crate::error::ModelPart;
use crate::{Error, Models};

/// A way from a picture to its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum EngineKind {
    /// Our own: reads text that runs in any direction, reads doubtful words again, and uses a language model.
    #[default]
    Builtin,
    /// The `ocrs` crate, with our networks or with those made for it.
    #[cfg(feature = "ocrs")]
    Ocrs,
}

impl EngineKind {
    /// All of them.
    #[cfg(feature = "ocrs")]
    pub const ALL: &[Self] = &[Self::Builtin, Self::Ocrs];
    /// All of them.
    #[cfg(not(feature = "ocrs"))]
    pub const ALL: &[Self] = &[Self::Builtin];

    /// Its name, in lower case.
    pub fn name(self) -> &'static str {
        match self {
            Self::Builtin => "builtin",
            #[cfg(feature = "ocrs")]
            Self::Ocrs => "ocrs",
        }
    }

    /// The engine that can use `models`: detectors with an input of fixed size are made for ocrs.
    pub(super) fn suited_to(models: &Models) -> Result<Self, Error> {
        let detector = imagetotext_nn::load(models.detection.clone()).map_err(|error| {
            Error::Model { part: ModelPart::Detection, reason: error.to_string() }
        })?;
        if detector.input_size().iter().any(Option::is_none) {
            return Ok(Self::Builtin);
        }
        #[cfg(feature = "ocrs")]
        return Ok(Self::Ocrs);
        #[cfg(not(feature = "ocrs"))]
        Err(Error::Model {
            part: ModelPart::Detection,
            reason: "it is made for ocrs, which is not part of this build".to_owned(),
        })
    }
}
