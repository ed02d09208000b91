//! The one place that makes sentences: every trouble becomes one line that names the file and says
//! what to do next. Nothing in it comes out of a picture.

use std::fmt;
use std::io::Write as _;
use std::path::Path;

use imagetotext::Error;

use super::fault::Fault;
use super::input::{InputError, MAX_BYTES};
use super::output::OutputError;

/// What standard input is called.
pub(crate) const STANDARD_INPUT: &str = "standard input";
/// What standard output is called.
pub(crate) const STANDARD_OUTPUT: &str = "standard output";

/// The name of a file, fit to be printed: a name may hold escape sequences, which would be obeyed
/// by the terminal, line ends, and bytes that are no text at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Name(String);

impl From<&Path> for Name {
    fn from(path: &Path) -> Self {
        Self::from(path.to_string_lossy().as_ref())
    }
}

impl From<&str> for Name {
    fn from(name: &str) -> Self {
        Self(name.replace(is_unprintable, "\u{fffd}"))
    }
}

/// Control characters, line separators, and those that turn the direction of writing to show another name.
fn is_unprintable(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// What is to be said about one file.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// Its bytes could not be had.
    Input(InputError),
    /// Its bytes could not be read as a picture, or the models are bad.
    Picture(Error),
    /// A fault of ours.
    Fault(Fault),
    /// It was read up to this page, counted from 1, which was not.
    Page(usize, Box<Trouble>),
    /// It was read, and nothing stands in it.
    NoText,
    /// Its result could not be written.
    Output(OutputError),
    /// The directory of models is none.
    NoModels,
    /// A file of a model could not be had.
    ModelInput(InputError),
    /// The alphabet is not UTF-8.
    AlphabetNotText,
    /// The engine gave up on the models.
    BadModels,
    /// There is no process that could read it.
    NoReader(std::io::Error),
    /// The process that read it ended.
    Ended,
    /// The process that read it did not come to an end.
    TooSlow,
}

impl From<OutputError> for Trouble {
    fn from(error: OutputError) -> Self {
        Self::Output(error)
    }
}

impl Trouble {
    /// Whether it counts for the exit status; a picture without text was read well.
    pub(crate) fn is_failure(&self) -> bool {
        !matches!(self, Self::NoText)
    }
}

/// Prints one sentence on standard error.
pub(crate) fn tell(sentence: &str) {
    // When this fails, nobody is left to be told.
    let _ = writeln!(std::io::stderr(), "{sentence}");
}

/// One line: `imagetotext: NAME: what is the matter; what to do.`
pub(crate) fn sentence(name: &Name, trouble: &Trouble) -> String {
    format!("imagetotext: {name}: {}.", about(trouble))
}

/// A fault outside the reading of a file.
pub(crate) fn own_fault(fault: &Fault) -> String {
    format!("imagetotext: {}.", about_fault(fault))
}

fn about(trouble: &Trouble) -> String {
    match trouble {
        Trouble::Input(error) => about_input(error),
        Trouble::Picture(error) => about_picture(error),
        Trouble::Fault(fault) => about_fault(fault),
        Trouble::Page(page, why) => {
            format!("reading ended before page {page}: {}", about(why))
        }
        Trouble::NoText => "no text was found".into(),
        Trouble::Output(error) => about_output(error),
        Trouble::NoModels => "there is no such directory of models; correct --models (or the \
            variable IMAGETOTEXT_MODELS), or leave it out to use the built-in models"
            .into(),
        Trouble::ModelInput(InputError::Missing) => "there is no such file; a directory of models \
            holds detection.onnx, recognition.onnx and alphabet.txt"
            .into(),
        Trouble::ModelInput(error) => format!("this model cannot be used, {}", about_input(error)),
        Trouble::AlphabetNotText => {
            "the alphabet is not a text file in UTF-8; take another copy of it".into()
        }
        Trouble::BadModels => "the models cannot be used; take another copy of them, or leave out \
            --models to use the built-in ones"
            .into(),
        Trouble::NoReader(error) => {
            format!("it cannot be started ({error}); end some programs and try again")
        }
        Trouble::Ended => "reading it was ended by a crash, or for want of memory; try another \
            copy of it"
            .into(),
        Trouble::TooSlow => "reading it was ended, since it took too long; cut the picture into \
            parts or make it smaller"
            .into(),
    }
}

fn about_input(error: &InputError) -> String {
    match error {
        InputError::Missing => "there is no such file; check its name".into(),
        InputError::Directory => "this is a directory; name the pictures in it".into(),
        InputError::Special => {
            "this is not an ordinary file; give its content through standard input (-)".into()
        }
        InputError::Denied => "you may not read this file; change its permissions".into(),
        InputError::TooLarge => format!(
            "the file is too large (more than {} MiB); cut it or make it smaller",
            MAX_BYTES >> 20
        ),
        InputError::NothingCame => "nothing came in; name a file or pipe a picture in".into(),
        InputError::Io(error) => format!("the file cannot be read ({error}); try a copy of it"),
    }
}

fn about_picture(error: &Error) -> String {
    match error {
        Error::Empty => "the file is empty; choose another one".into(),
        Error::NotAPicture => {
            "this is not a picture; choose a PNG, JPEG, WebP, BMP, GIF or TIFF file".into()
        }
        Error::Unsupported(format) => unsupported(&format.to_string()),
        Error::UnsupportedKind(format) => {
            format!("this variety of {format} cannot be read; save it as PNG first")
        }
        Error::Damaged(format) => {
            format!("this {format} picture is damaged or cut short; get another copy of it")
        }
        Error::TooLarge => {
            "the picture has too many pixels; cut it into parts or make it smaller".into()
        }
        Error::Model { part, reason } => format!(
            "the {part} model cannot be used ({}); take another copy of it, or leave out --models \
             to use the built-in models",
            // The reason may quote the file.
            Name::from(reason.trim_end_matches('.'))
        ),
        Error::Internal(what) => format!(
            "a fault in this program stopped the reading ({what}); \
            please report it, without the picture"
        ),
        other => format!("it could not be read ({other}); try another copy of it"),
    }
}

fn unsupported(format: &str) -> String {
    let remedy = match format {
        "PDF" => "save its pages as PNG pictures first",
        "SVG" => "export it as PNG first",
        _ => "save it as PNG or JPEG first",
    };
    format!("{format} files cannot be read; {remedy}")
}

fn about_fault(fault: &Fault) -> String {
    format!(
        "a fault in this program stopped the reading (at {}); please report it, without the picture",
        fault.place
    )
}

fn about_output(error: &OutputError) -> String {
    match error {
        OutputError::Closed => "it was closed before everything was written".into(),
        OutputError::Exists => {
            "a file of this name exists; choose another name, or write over it with --force".into()
        }
        OutputError::IsInput => {
            "this is the picture itself, which would be lost; choose another name".into()
        }
        OutputError::NoDirectory => {
            "its directory does not exist; create it or choose another one".into()
        }
        OutputError::NotADirectory => "this is not a directory; choose another name".into(),
        OutputError::Denied => "you may not write there; choose another place".into(),
        OutputError::Full => {
            "the disk is full, or your share of it; free some space or choose another place".into()
        }
        OutputError::Io(error) => {
            format!("the result cannot be written ({error}); choose another place")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use imagetotext::error::ModelPart;

    #[test]
    fn names_cannot_command_the_terminal() {
        let name = Name::from("a\u{1b}[31m\nb\u{202e}gnp.png");
        assert_eq!(name.to_string(), "a\u{fffd}[31m\u{fffd}b\u{fffd}gnp.png");
    }

    #[test]
    fn a_sentence_is_one_line_with_the_name_and_a_remedy() {
        let troubles = [
            Trouble::Input(InputError::TooLarge),
            Trouble::Picture(Error::Model { part: ModelPart::Alphabet, reason: "a\nb.".into() }),
            Trouble::Page(3, Box::new(Trouble::Picture(Error::TooLarge))),
            Trouble::Output(OutputError::Full),
            Trouble::AlphabetNotText,
            Trouble::NoReader(std::io::ErrorKind::OutOfMemory.into()),
            Trouble::Ended,
            Trouble::TooSlow,
        ];
        for trouble in troubles {
            let sentence = sentence(&"a.png".into(), &trouble);
            assert!(sentence.starts_with("imagetotext: a.png: "), "{sentence}");
            assert!(sentence.contains("; ") && sentence.ends_with('.'), "{sentence}");
            assert_eq!(sentence.lines().count(), 1, "{sentence}");
        }
    }
}
