//! Models that a person brings along: finds the files of a directory and reads them.

use std::fs;
use std::path::{Path, PathBuf};

use imagetotext::Error;
use imagetotext::error::ModelPart;

use super::input::InputError;
use super::messages::{Name, Trouble};

/// Names of the detection model, the first that exists is taken. The last two are those under which
/// the official ocrs models are handed out.
const DETECTION: [&str; 4] =
    ["detection.onnx", "detection.rten", "text-detection.onnx", "text-detection.rten"];
/// The same of the recognition model.
const RECOGNITION: [&str; 4] =
    ["recognition.onnx", "recognition.rten", "text-recognition.onnx", "text-recognition.rten"];
const ALPHABET: &str = "alphabet.txt";
/// What is usual in texts; directories without it are complete.
const LANGUAGE: &str = "language.bin";

/// The alphabet of the official ocrs recognition model, which comes without a file of it: the
/// constant `DEFAULT_ALPHABET` of ocrs 0.13.1, but for the sign before `ABC`. That is an `E` there;
/// the model was trained with a euro sign in its place (`ocrs_models/datasets/util.py`).
const OCRS_ALPHABET: &str = " 0123456789!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~\
                             €ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// The files of a directory.
#[derive(Debug)]
pub(crate) struct ModelFiles {
    directory: PathBuf,
    detection: PathBuf,
    recognition: PathBuf,
    alphabet: PathBuf,
    language: PathBuf,
}

impl ModelFiles {
    /// Finds the files; whether they are any good shows when they are loaded.
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
            language: directory.join(LANGUAGE),
        }
    }

    /// Reads them: detection, recognition, alphabet, and the language, empty if there is none.
    pub(crate) fn load(&self) -> Result<Vec<Vec<u8>>, (Name, Trouble)> {
        if !self.directory.is_dir() {
            return Err((Name::from(self.directory.as_path()), Trouble::NoModels));
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
            let text = String::from_utf8(read(&self.alphabet)?)
                .map_err(|_| (name(), Trouble::AlphabetNotText))?;
            // Most editors end a file with a line end; no alphabet has one as a character.
            text.trim_end_matches(['\r', '\n']).to_owned()
        };
        let language = if self.language.exists() { read(&self.language)? } else { Vec::new() };
        // On the way to the reading process, no bytes say that there is no such file.
        if language.is_empty() && self.language.exists() {
            let error = Error::Model { part: ModelPart::Ngram, reason: "it is empty".to_owned() };
            return Err((Name::from(self.language.as_path()), Trouble::Picture(error)));
        }
        Ok(vec![detection, recognition, alphabet.into_bytes(), language])
    }

    /// The directory.
    pub(crate) fn directory(&self) -> Name {
        Name::from(self.directory.as_path())
    }

    /// The file that an error of the engine is about.
    pub(crate) fn blame(&self, error: &Error) -> Name {
        let path = match error {
            Error::Model { part: ModelPart::Detection, .. } => &self.detection,
            Error::Model { part: ModelPart::Ngram, .. } => &self.language,
            Error::Model { part: ModelPart::Alphabet, .. } if self.alphabet.exists() => {
                &self.alphabet
            }
            // The official recogniser brings its alphabet along.
            Error::Model { part: ModelPart::Recognition | ModelPart::Alphabet, .. } => {
                &self.recognition
            }
            _ => &self.directory,
        };
        Name::from(path.as_path())
    }
}

fn read(path: &Path) -> Result<Vec<u8>, (Name, Trouble)> {
    let trouble = |error| (Name::from(path), Trouble::ModelInput(error));
    let metadata = fs::metadata(path).map_err(|error| trouble(error.into()))?;
    if metadata.is_dir() {
        return Err(trouble(InputError::Directory));
    }
    if !metadata.is_file() {
        return Err(trouble(InputError::Special));
    }
    fs::read(path).map_err(|error| trouble(error.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_names_come_before_those_of_ocrs() {
        let directory = tempfile::tempdir().unwrap();
        for name in ["text-detection.rten", "detection.onnx", "text-recognition.rten"] {
            fs::write(directory.path().join(name), b"x").unwrap();
        }
        let files = ModelFiles::find(directory.path());
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
