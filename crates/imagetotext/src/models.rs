//! The models that we ship, and those that a caller brings along.

use std::borrow::Cow;

use crate::EngineKind;

/// The networks that find and read lines, the alphabet of the second, and a language model of its
/// characters.
#[derive(Clone)]
pub struct Models {
    pub(crate) detection: Cow<'static, [u8]>,
    pub(crate) recognition: Cow<'static, [u8]>,
    pub(crate) alphabet: Cow<'static, str>,
    pub(crate) ngram: Option<Cow<'static, [u8]>>,
    /// The recognisers of other scripts than that of `recognition`.
    pub(crate) scripts: Option<ScriptModels>,
    /// The engine to read with; the one that the networks are made for, unless one was chosen.
    pub(crate) engine: Option<EngineKind>,
}

/// The recognisers beside the first one, and what chooses between them.
#[derive(Clone)]
pub(crate) struct ScriptModels {
    /// Tells from the features of the first recogniser which script a line is in.
    pub(crate) classifier: Cow<'static, [u8]>,
    /// Latin, Cyrillic, Greek, Vietnamese.
    pub(crate) alphabets: RecognitionModel,
    /// Chinese, Japanese, Korean.
    pub(crate) cjk: Option<RecognitionModel>,
}

/// A recognition network and its characters.
#[derive(Clone)]
pub(crate) struct RecognitionModel {
    pub(crate) network: Cow<'static, [u8]>,
    pub(crate) alphabet: Cow<'static, str>,
}

impl Models {
    /// The models inside the library; `models/README.md` is their model card.
    #[cfg(feature = "embedded-models")]
    pub fn shipped() -> Self {
        Self {
            detection: imagetotext_models::DETECTION.into(),
            recognition: imagetotext_models::RECOGNITION.into(),
            alphabet: imagetotext_models::ALPHABET.trim_end_matches('\n').into(),
            ngram: Some(imagetotext_models::NGRAM.into()),
            scripts: Some(ScriptModels {
                classifier: imagetotext_models::SCRIPTS.into(),
                alphabets: RecognitionModel {
                    network: imagetotext_models::ALPHABETS.into(),
                    alphabet: imagetotext_models::ALPHABETS_ALPHABET.trim_end_matches('\n').into(),
                },
                #[cfg(feature = "cjk")]
                cjk: Some(RecognitionModel {
                    network: imagetotext_models::CJK.into(),
                    alphabet: imagetotext_models::CJK_ALPHABET.trim_end_matches('\n').into(),
                }),
                #[cfg(not(feature = "cjk"))]
                cjk: None,
            }),
            engine: Some(EngineKind::Builtin),
        }
    }

    /// Models of the caller.
    ///
    /// - `detection`: ONNX (or the older rten format); grey picture `[1, 1, height, width]` in
    ///   [-0.5, 0.5] → probability of text. With a free input size it is taken to mark the middle of
    ///   lines, as ours does. With a fixed one it is taken to be made for ocrs, which then reads.
    /// - `recognition`: grey line `[1, 1, height, width]` → log-probabilities `[frames, 1, classes]`; any
    ///   number of lines at once where it is made for ocrs.
    /// - `alphabet`: the characters of classes 1 and up; class 0 is the blank of CTC.
    ///
    /// Whether they can be used shows in [`Engine::new`](crate::Engine::new).
    pub fn new(detection: Vec<u8>, recognition: Vec<u8>, alphabet: String) -> Self {
        Self {
            detection: detection.into(),
            recognition: recognition.into(),
            alphabet: alphabet.into(),
            ngram: None,
            scripts: None,
            engine: None,
        }
    }

    /// The same with a character n-gram language model, as `models/training` counts it. Without one,
    /// characters are recognised by their looks alone.
    #[must_use]
    pub fn with_ngram(self, ngram: Vec<u8>) -> Self {
        Self { ngram: Some(ngram.into()), ..self }
    }

    /// The same with another classifier of scripts; for its training.
    #[cfg(feature = "layout-training")]
    #[doc(hidden)]
    #[must_use]
    pub fn with_script_classifier(mut self, classifier: Vec<u8>) -> Self {
        if let Some(scripts) = &mut self.scripts {
            scripts.classifier = classifier.into();
        }
        self
    }

    /// The same, read by the engine of this kind. ocrs uses no language model.
    #[must_use]
    pub fn with_engine(self, engine: EngineKind) -> Self {
        Self { engine: Some(engine), ..self }
    }
}

impl std::fmt::Debug for Models {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Models")
            .field("detection", &self.detection.len())
            .field("recognition", &self.recognition.len())
            .field("alphabet", &self.alphabet)
            .field("ngram", &self.ngram.as_ref().map(|ngram| ngram.len()))
            .field("engine", &self.engine)
            .finish_non_exhaustive()
    }
}
