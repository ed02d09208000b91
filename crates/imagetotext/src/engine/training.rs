//! For developers: what the stages see in a picture, for the training of their networks.

use super::{Engine, Inner, ReadOptions, icons, luma_of};
use crate::{Error, Line, Picture, Quad, Word};

impl Engine {
    /// The lines of one picture before the layout arranges them; for its training.
    ///
    /// # Errors
    /// Those of [`Engine::read_with`].
    #[doc(hidden)]
    pub fn read_unarranged(&self, picture: &Picture) -> Result<Vec<Line>, Error> {
        let luma = picture.luma();
        let grey = luma_of(picture, &luma);
        let found = self.read_lines(grey, &ReadOptions::new())?;
        Ok(self.without_noise(found.lines, grey))
    }

    /// The level lines of one picture, each with the features that its script is told by; for the training of
    /// the classifier.
    ///
    /// # Errors
    /// Those of [`Engine::read_with`].
    #[doc(hidden)]
    pub fn script_features(&self, picture: &Picture) -> Result<Vec<(Quad, Vec<f32>)>, Error> {
        let luma = picture.luma();
        match &self.inner {
            Inner::Builtin(engine) => engine.script_features(luma_of(picture, &luma)),
            #[cfg(feature = "ocrs")]
            Inner::Ocrs(_) => Err(Error::Internal("ocrs has no features")),
        }
    }

    /// The words of one picture that may be icons, each with the window that the network of icons sees; for its training.
    ///
    /// # Errors
    /// Those of [`Engine::read_with`].
    #[doc(hidden)]
    pub fn icon_windows(&self, picture: &Picture) -> Result<Vec<(Word, Vec<f32>)>, Error> {
        let luma = picture.luma();
        let grey = luma_of(picture, &luma);
        let found = self.read_lines(grey, &ReadOptions::new())?;
        Ok(icons::windows(&found.lines, grey))
    }
}
