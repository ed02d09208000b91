//! Models that a person brings along: finds the files of a directory and reads them.

use std::path::{Path, PathBuf};

use imagetotext::error::ModelPart;
use imagetotext_files::{self as files, ReadError};
use imagetotext_worker::{LIMITS, ModelFiles, PictureError};
use zeroize::Zeroizing;

use crate::messages::Failure;
use crate::name::Name;

/// Names of the detection model, the first that exists is taken. The last two are those under which
/// the official ocrs models are distributed.
const DETECTION: [&str; 4] =
    ["detection.onnx", "detection.rten", "text-detection.onnx", "text-detection.rten"];
/// The same of the recognition model.
const RECOGNITION: [&str; 4] =
    ["recognition.onnx", "recognition.rten", "text-recognition.onnx", "text-recognition.rten"];
const ALPHABET: &str = "alphabet.txt";
/// Character n-gram model; directories without it are complete.
const NGRAM: &str = "ngram.bin";

/// The alphabet of the official ocrs recognition model, which comes without a file of it: the
/// constant `DEFAULT_ALPHABET` of ocrs 0.13.1, but for the sign before `ABC`. That is an `E` there;
/// the model was trained with a euro sign in its place (`ocrs_models/datasets/util.py`).
const OCRS_ALPHABET: &str = " 0123456789!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~\
                             €ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// The files of a directory.
#[derive(Debug)]
pub(crate) struct ModelPaths {
    directory: PathBuf,
    detection: PathBuf,
    recognition: PathBuf,
    alphabet: PathBuf,
    ngram: PathBuf,
}

impl ModelPaths {
    /// Finds the files; whether they are valid shows when they are loaded.
    pub(crate) fn find(directory: &Path) -> Self {
        let first = |names: [&str; 4]| {
            let paths = names.map(|name| directory.join(name));
            let found = paths.iter().find(|path| path.exists()).unwrap_or(&paths[0]);
            found.clone()
        };
        Self {
            directory: directory.to_owned(),
            detection: first(DETECTION),
            recognition: first(RECOGNITION),
            alphabet: directory.join(ALPHABET),
            ngram: directory.join(NGRAM),
        }
    }

    /// Reads them.
    pub(crate) fn load(&self) -> Result<ModelFiles, (Name, Failure)> {
        if !self.directory.is_dir() {
            return Err((Name::from(self.directory.as_path()), Failure::NoModels));
        }
        let detection = read(&self.detection)?;
        let recognition = read(&self.recognition)?;
        let official = self
            .recognition
            .file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with("text-recognition"));
        let alphabet = if official && !self.alphabet.exists() {
            OCRS_ALPHABET.to_owned()
        } else {
            let name = || Name::from(self.alphabet.as_path());
            let text = String::from_utf8(read(&self.alphabet)?.to_vec())
                .map_err(|_| (name(), Failure::AlphabetNotText))?;
            // Most editors end a file with a line end; no alphabet has one as a character.
            text.trim_end_matches(['\r', '\n']).to_owned()
        };
        let ngram = if self.ngram.exists() { read(&self.ngram)? } else { Zeroizing::default() };
        // On the way to the worker, no bytes mean that there is no such file.
        if ngram.is_empty() && self.ngram.exists() {
            let error =
                PictureError::Model { part: ModelPart::Ngram, reason: "it is empty".to_owned() };
            return Err((Name::from(self.ngram.as_path()), Failure::Picture(error)));
        }
        Ok(ModelFiles { detection, recognition, alphabet, ngram })
    }

    /// The directory.
    pub(crate) fn directory(&self) -> Name {
        Name::from(self.directory.as_path())
    }

    /// The file that an error of the engine is about.
    pub(crate) fn blame(&self, error: &PictureError) -> Name {
        let path = match error {
            PictureError::Model { part: ModelPart::Detection, .. } => &self.detection,
            PictureError::Model { part: ModelPart::Ngram, .. } => &self.ngram,
            PictureError::Model { part: ModelPart::Alphabet, .. } if self.alphabet.exists() => {
                &self.alphabet
            }
            // The official recogniser brings its alphabet along.
            PictureError::Model { part: ModelPart::Recognition | ModelPart::Alphabet, .. } => {
                &self.recognition
            }
            _ => &self.directory,
        };
        Name::from(path.as_path())
    }
}

fn read(path: &Path) -> Result<Zeroizing<Vec<u8>>, (Name, Failure)> {
    let failure = |error: ReadError| (Name::from(path), Failure::ModelInput(error));
    files::read(path, LIMITS.input_bytes).map_err(failure)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn our_names_come_before_those_of_ocrs() {
        let directory = tempfile::tempdir().unwrap();
        for name in ["text-detection.rten", "detection.onnx", "text-recognition.rten"] {
            fs::write(directory.path().join(name), b"x").unwrap();
        }
        let files = ModelPaths::find(directory.path());
        assert!(files.detection.ends_with("detection.onnx"));
        assert!(files.recognition.ends_with("text-recognition.rten"));
        assert!(files.load().is_ok(), "the official recogniser needs no alphabet file");
    }

    #[test]
    fn the_official_alphabet_fits_the_97_classes_of_its_model() {
        let blank = 1;
        assert_eq!(OCRS_ALPHABET.chars().count() + blank, 97);
    }
}
