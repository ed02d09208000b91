//! The recognisers of other scripts than Latin, each loaded when the first line needs it, and the classifier that
//! chooses between them.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use super::alphabet::Alphabet;
use super::language_model::LanguageModel;
use super::recogniser::Recogniser;
use super::script::Script;
use super::script_classifier::{PageScripts, ScriptClassifier, ScriptProbabilities};
use crate::Error;
use crate::document::UnreadScript;
use crate::models::{RecognitionModel, ScriptModels};

/// Tuned numbers of this stage; on drawn pages in all scripts.
struct Tuning {
    /// Probability, 0 to 1, from which a script that cannot be read counts as recognised.
    unread: f32,
    /// Probability from which a line is read by the recogniser of a script, where the reading of Latin makes little
    /// sense, and where it does. On Latin pages each line that is read twice costs time.
    possible: [f32; 2],
}

const TUNING: Tuning = Tuning { unread: 0.8, possible: [0.01, 0.3] };

/// Only models that we ship come here, and a test loads them.
const UNUSABLE: Error = Error::Internal("an embedded model of another script cannot be loaded");

/// The recognisers beside that of Latin.
pub(super) struct OtherScripts {
    classifier: ScriptClassifier,
    alphabets: LazyRecogniser,
    cjk: Option<LazyRecogniser>,
}

/// A recogniser that is loaded when it is first used: a page of Latin does not pay for it.
struct LazyRecogniser {
    model: RecognitionModel,
    language: Option<Arc<LanguageModel>>,
    loaded: OnceLock<Option<Recogniser>>,
}

impl OtherScripts {
    /// # Errors
    /// [`Error::Internal`] when the classifier cannot be loaded.
    pub(super) fn new(
        models: ScriptModels,
        language: Option<Arc<LanguageModel>>,
    ) -> Result<Self, Error> {
        let classifier = ScriptClassifier::parse(&models.classifier).ok_or(UNUSABLE)?;
        Ok(Self {
            classifier,
            alphabets: LazyRecogniser::new(models.alphabets, language),
            // The n-grams have no characters of these scripts.
            cjk: models.cjk.map(|model| LazyRecogniser::new(model, None)),
        })
    }

    /// The probabilities of the scripts of a line: see [`ScriptClassifier::classify`].
    pub(super) fn classify(&self, features: &[f32], page: &PageScripts) -> ScriptProbabilities {
        self.classifier.classify(features, page)
    }

    /// The script of a line that cannot be read, and its probability, 0 to 1.
    pub(super) fn unread(&self, scripts: &ScriptProbabilities) -> Option<(UnreadScript, f32)> {
        let unread =
            Script::ALL.iter().zip(scripts).filter_map(|(script, &probability)| match script {
                Script::Unread(script) => Some((*script, probability)),
                Script::Cjk if self.cjk.is_none() => Some((UnreadScript::Cjk, probability)),
                _ => None,
            });
        let unread: Vec<(UnreadScript, f32)> = unread.collect();
        let sum: f32 = unread.iter().map(|(_, probability)| probability).sum();
        let likely = unread.into_iter().max_by(|(_, a), (_, b)| a.total_cmp(b));
        likely.filter(|_| sum > TUNING.unread).map(|(script, _)| (script, sum.min(1.0)))
    }

    /// The recognisers that may know the script of a line, with that script and its probability, 0 to 1;
    /// `is_usual` says that the reading of Latin makes sense.
    ///
    /// # Errors
    /// [`Error::Internal`] when one cannot be loaded.
    pub(super) fn possible(
        &self,
        scripts: &ScriptProbabilities,
        is_usual: bool,
    ) -> Result<Vec<(&Recogniser, Script, f32)>, Error> {
        let least = TUNING.possible[usize::from(is_usual)];
        let mut possible = Vec::new();
        let [alphabets, cjk] = [Script::Alphabets, Script::Cjk].map(|it| it.probability(scripts));
        if alphabets > least {
            possible.push((self.alphabets()?, Script::Alphabets, alphabets));
        }
        if cjk > least
            && let Some(recogniser) = self.cjk()?
        {
            possible.push((recogniser, Script::Cjk, cjk));
        }
        Ok(possible)
    }

    /// The probability that the recogniser of Latin reads a line best, 0 to 1; `None` where that is out of the question.
    pub(super) fn latin(scripts: &ScriptProbabilities) -> Option<f32> {
        let others = [Script::Alphabets, Script::Cjk].map(|it| it.probability(scripts));
        let probability = 1.0 - others.iter().sum::<f32>();
        Some(probability).filter(|&it| it > TUNING.possible[0])
    }

    /// Reads Cyrillic, Greek and Vietnamese, with Latin words between.
    ///
    /// # Errors
    /// [`Error::Internal`] when it cannot be loaded.
    pub(super) fn alphabets(&self) -> Result<&Recogniser, Error> {
        self.alphabets.get()
    }

    /// Reads Chinese, Japanese and Korean; `None` in a build without it.
    ///
    /// # Errors
    /// [`Error::Internal`] when it cannot be loaded.
    pub(super) fn cjk(&self) -> Result<Option<&Recogniser>, Error> {
        self.cjk.as_ref().map(LazyRecogniser::get).transpose()
    }
}

impl LazyRecogniser {
    fn new(model: RecognitionModel, language: Option<Arc<LanguageModel>>) -> Self {
        Self { model, language, loaded: OnceLock::new() }
    }

    fn get(&self) -> Result<&Recogniser, Error> {
        let load = || {
            let network = imagetotext_nn::load(Cow::clone(&self.model.network)).ok()?;
            let alphabet = Alphabet::new(&self.model.alphabet, self.language.clone());
            Some(Recogniser::new(network, alphabet))
        };
        self.loaded.get_or_init(load).as_ref().ok_or(UNUSABLE)
    }
}

#[cfg(all(test, feature = "embedded-models"))]
#[expect(clippy::unwrap_used, reason = "helpers outside test functions fail the test as well")]
mod tests {
    use super::*;
    use crate::Models;
    use crate::Quad;
    use crate::engine::grey_image::GreyImage;
    use crate::engine::line_crops::LineCrops;
    use crate::engine::regions::Region;

    fn shipped() -> ScriptModels {
        Models::shipped().scripts.unwrap()
    }

    fn probabilities(of: &[(Script, f32)]) -> ScriptProbabilities {
        let mut all = [0.0; Script::ALL.len()];
        for (script, probability) in of {
            all[script.index().unwrap()] = *probability;
        }
        all
    }

    #[test]
    fn the_shipped_recognisers_fit_their_alphabets() {
        let others = OtherScripts::new(shipped(), None).unwrap();
        let picture = GreyImage { pixels: &[255; 64 * 32], width: 64, height: 32 };
        let region = Region::straight(Quad::upright(4.0, 4.0, 60.0, 28.0), 24.0);
        let line = LineCrops::new(picture, &region);
        others.alphabets().unwrap().read(&line, 24.0).unwrap();
        if let Some(cjk) = others.cjk().unwrap() {
            cjk.read(&line, 24.0).unwrap();
        }
    }

    #[test]
    fn only_possible_scripts_are_read() {
        let others = OtherScripts::new(shipped(), None).unwrap();
        let scripts = |of: &[(Script, f32)]| {
            let possible = others.possible(&probabilities(of), true).unwrap();
            possible.iter().map(|(_, script, _)| *script).collect::<Vec<_>>()
        };
        assert!(scripts(&[(Script::Latin, 0.999), (Script::Alphabets, 0.001)]).is_empty());
        assert_eq!(scripts(&[(Script::Latin, 0.8), (Script::Alphabets, 0.4)]), [Script::Alphabets]);
        let few = probabilities(&[(Script::Latin, 0.9), (Script::Alphabets, 0.1)]);
        assert_eq!(others.possible(&few, true).unwrap().len(), 0);
        assert_eq!(others.possible(&few, false).unwrap().len(), 1);
        assert!(OtherScripts::latin(&probabilities(&[(Script::Alphabets, 0.999)])).is_none());
        assert!(OtherScripts::latin(&probabilities(&[(Script::Nothing, 1.0)])).is_some());
    }

    #[test]
    fn a_script_without_a_recogniser_is_unread() {
        let cjk = probabilities(&[(Script::Cjk, 0.95), (Script::Latin, 0.05)]);
        let without = OtherScripts::new(ScriptModels { cjk: None, ..shipped() }, None).unwrap();
        assert_eq!(without.unread(&cjk).map(|(script, _)| script), Some(UnreadScript::Cjk));
        assert!(without.cjk().unwrap().is_none());
        let with = OtherScripts::new(shipped(), None).unwrap();
        if cfg!(feature = "cjk") {
            assert!(with.unread(&cjk).is_none());
        }
        let thai = probabilities(&[(Script::Unread(UnreadScript::Thai), 0.9)]);
        assert_eq!(with.unread(&thai), Some((UnreadScript::Thai, 0.9)));
    }

    #[test]
    fn a_network_that_cannot_be_loaded_is_an_error() {
        let mut models = shipped();
        models.alphabets.network = b"no network".as_slice().into();
        assert!(OtherScripts::new(models, None).unwrap().alphabets().is_err());
        let models = ScriptModels { classifier: b"x".as_slice().into(), ..shipped() };
        assert!(OtherScripts::new(models, None).is_err());
    }
}
