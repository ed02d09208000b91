//! What was read, as far as the page shows it, and what became of the text.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::JobId;

/// The text of one page where it stands; corners in pixels of the picture.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct PageView {
    /// Width of the picture in pixels.
    pub width: u32,
    /// Height of the picture in pixels.
    pub height: u32,
    /// In reading order.
    pub lines: Vec<LineView>,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct LineView {
    /// Corners from the top left one clockwise, as the text runs.
    pub quad: [[f32; 2]; 4],
    /// Its words, single blanks between them.
    pub text: String,
    /// From left to right.
    pub words: Vec<WordView>,
}

/// One word.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct WordView {
    /// Corners from the top left one clockwise, as the text runs.
    pub quad: [[f32; 2]; 4],
    /// The word.
    pub text: String,
    /// Probability, 0 to 1, that it is right.
    pub confidence: f32,
    /// Whether it may well be wrong.
    pub low_confidence: bool,
}

/// Text to be saved, and the picture whose name it takes.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct NamedText {
    /// The picture.
    pub id: JobId,
    /// The text, as the person left it.
    pub text: String,
}

/// What is on the clipboard now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Copied {
    /// How many characters.
    pub characters: u32,
    /// How many lines that are not blank.
    pub lines: u32,
    /// Whether clipboard histories were asked to leave it out.
    pub private: bool,
}

/// What was written to a place that the person chose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Saved {
    /// Name of the file or folder, without the way to it; safe to show.
    pub name: String,
    /// Its kind: `txt`, `md`, `json`, `hocr`, `tsv`.
    pub format: String,
    /// Whether it is a folder with one file for each picture.
    pub folder: bool,
}
