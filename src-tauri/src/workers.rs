//! Worker processes for the pictures of a person who has agreed: without a [`Consented`] there is none.

use std::path::PathBuf;

use imagetotext::EngineKind;
use imagetotext::source::{MAX_PIXELS, MAX_SIDE};
use imagetotext_worker::{Config, Host, PictureError, Worker, WorkerError};

use crate::contract::ReadError;
use crate::personal::Consented;

/// Starts workers, and keeps one ready for the next picture. Each reads one picture and is killed then:
/// what it knew of the picture dies with it.
pub(crate) struct Workers(Host);

impl Workers {
    /// `program` is the executable of the workers.
    pub(crate) fn new(program: PathBuf) -> Self {
        Self(Host::new(Config { program: Some(program), ..Config::default() }))
    }

    /// Starts one ahead of time, unless one waits already.
    pub(crate) fn prewarm(&mut self, _: &Consented, engine: EngineKind) {
        self.0.set_engine(engine);
        // Without one the next picture waits a little longer, and says why if there still is none.
        let _ = self.0.prewarm();
    }

    /// The one that waits, or a new one.
    ///
    /// # Errors
    /// [`ReadError::Internal`] when none can be started.
    pub(crate) fn take(&mut self, _: &Consented, engine: EngineKind) -> Result<Worker, ReadError> {
        self.0.set_engine(engine);
        Ok(self.0.take()?)
    }

    /// Kills the one that waits.
    pub(crate) fn discard_idle(&mut self) {
        self.0.discard_idle();
    }

    /// Whether one waits.
    pub(crate) fn has_idle(&self) -> bool {
        self.0.has_idle()
    }
}

impl From<WorkerError> for ReadError {
    fn from(error: WorkerError) -> Self {
        match error {
            WorkerError::OutOfMemory => Self::OutOfMemory,
            WorkerError::TimedOut { seconds } => Self::TookTooLong { seconds },
            WorkerError::Input(_) => Self::Unreadable,
            WorkerError::Crashed | WorkerError::Unexpected => Self::Crashed,
            _ => Self::Internal,
        }
    }
}

impl From<PictureError> for ReadError {
    fn from(error: PictureError) -> Self {
        match error {
            PictureError::Empty => Self::Empty,
            PictureError::NotAPicture => Self::NotAPicture,
            PictureError::Unsupported(format) => Self::Unsupported { format: format.to_string() },
            PictureError::UnsupportedKind(format) => {
                Self::UnsupportedKind { format: format.to_string() }
            }
            PictureError::Damaged(format) => Self::Damaged { format: format.to_string() },
            PictureError::TooLarge => {
                Self::TooManyPixels { megapixels: (MAX_PIXELS / 1_000_000) as u32, side: MAX_SIDE }
            }
            PictureError::TooManyPages => Self::TooManyPages,
            PictureError::PasswordNeeded => Self::PasswordNeeded,
            PictureError::WrongPassword => Self::WrongPassword,
            _ => Self::Internal,
        }
    }
}
