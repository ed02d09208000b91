//! What options have to choose from.

use std::fmt;

use clap::ValueEnum;
use clap::builder::PossibleValue;
use imagetotext::source::PdfText;
use imagetotext::{EngineKind, ScriptChoice};

/// A shape of the result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Plain text
    Text,
    /// Words with places and confidences
    Json,
    /// The same as a table
    Tsv,
    /// The same as HTML, for programs that lay text over the picture
    Hocr,
    /// Headings, paragraphs, lists, tables, code
    Markdown,
    /// The tables and the rows between them, or all rows of a page without a table, for spreadsheets
    Csv,
    /// Headings, paragraphs, lists, tables, code, for browsers and word processors
    Html,
    /// The same as a document of Word
    Docx,
    /// The same as an OpenDocument text, for LibreOffice
    Odt,
    /// A workbook of Excel: tables in cells, other text in rows
    Xlsx,
    /// A book for e-readers
    Epub,
    /// ALTO 4.4: boxes of words for libraries and archives
    Alto,
    /// PAGE XML of 2019: regions, lines and words for libraries and archives; a file for each page
    Page,
    /// JSON with a picture in each line
    Jsonl,
    /// The picture with its text on it, invisible, to be found and copied
    Pdf,
}

/// Its name on the command line.
impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.to_possible_value().as_ref().map_or("", PossibleValue::get_name))
    }
}

/// A way from a picture to its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Engine {
    /// Our own: the better one, reads text that runs in any direction
    Builtin,
    /// The one of the ocrs project, for comparison and for models made for it
    Ocrs,
}

impl From<Engine> for EngineKind {
    fn from(engine: Engine) -> Self {
        match engine {
            Engine::Builtin => Self::Builtin,
            Engine::Ocrs => Self::Ocrs,
        }
    }
}

/// Which scripts are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Script {
    /// Whatever each line is in
    Auto,
    /// Latin only
    Latin,
    /// Latin, Cyrillic, Greek and Vietnamese
    Alphabets,
    /// Chinese, Japanese and Korean, with Latin words between
    Cjk,
}

impl From<Script> for ScriptChoice {
    fn from(script: Script) -> Self {
        match script {
            Script::Auto => Self::Auto,
            Script::Latin => Self::Latin,
            Script::Alphabets => Self::Alphabets,
            Script::Cjk => Self::Cjk,
        }
    }
}

/// Where the text of a PDF page comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum PdfSource {
    /// Its text layer where that is sound, and else its picture
    Auto,
    /// Its text layer and nothing else
    Embedded,
    /// Its picture, as if it had no text layer
    Ocr,
}

impl From<PdfSource> for PdfText {
    fn from(source: PdfSource) -> Self {
        match source {
            PdfSource::Auto => Self::Auto,
            PdfSource::Embedded => Self::Embedded,
            PdfSource::Ocr => Self::Ocr,
        }
    }
}

/// What becomes of line ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Lines {
    /// Where the picture has them
    Keep,
    /// Paragraphs in one line each, split words joined
    Paragraphs,
    /// Everything in one line
    One,
}
