//! Recognised text as the page shows it, and the outcomes of copying and saving it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zeroize::Zeroizing;

use crate::view;

/// The lines of one page with their positions, in pixels of the picture.
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
    /// The areas that the person left out of the text.
    pub left_out: Vec<Area>,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct LineView {
    /// Corners from the top left one clockwise, as the text runs.
    pub quad: [[f32; 2]; 4],
    /// Its words with single spaces between them.
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
    /// Whether its confidence is low.
    pub low_confidence: bool,
    /// The line of the text of the page that it is in, from 0; cells of a row are in one line.
    pub row: u32,
    /// How many tabs are before it in that line.
    pub column: u32,
}

/// The text of all pages with the corrections of the person.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TextView {
    /// The text.
    pub text: String,
    /// The low-confidence words in the order of the text; a word that a line end divided may be there
    /// twice.
    pub low_confidence: Vec<TextSpan>,
    /// Where each page begins in the text, in units of UTF-16.
    pub pages: Vec<u32>,
    /// QR codes and barcodes of all pages, which are not in the text.
    pub codes: Vec<CodeView>,
    /// Links, addresses and numbers in it, in its order.
    pub entities: Vec<EntitySpan>,
    /// Whether it is another text than was read.
    pub edited: bool,
    /// The pages that the person corrected, from 1.
    pub edited_pages: Vec<u32>,
    /// Whether there is an edit to undo.
    pub can_undo: bool,
    /// Whether there is an edit to do again.
    pub can_redo: bool,
}

impl TextView {
    /// The text, and after it the codes in lines of their own.
    pub(crate) fn with_codes(self) -> Zeroizing<String> {
        let text = Zeroizing::new(self.text);
        view::with_codes(&text, self.codes.iter().map(|code| code.text.as_str()))
    }
}

/// A QR code or a barcode.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CodeView {
    /// `qr`, or the name of its standard: `EAN-13`.
    pub kind: String,
    /// What it says.
    pub text: String,
}

/// What people look for in a text to use it elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum EntityKind {
    /// A web address.
    Link,
    /// A mail address.
    Email,
    /// A phone number.
    Phone,
    /// An account number.
    Iban,
    /// The number of a card.
    Card,
}

/// Where one of them is in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct EntitySpan {
    /// What it is.
    pub kind: EntityKind,
    /// Where it begins in the text, in units of UTF-16.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
}

/// A part of a page, in pixels of the picture.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Area {
    /// Its left edge.
    pub left: f32,
    /// Its top edge.
    pub top: f32,
    /// Its width.
    pub width: f32,
    /// Its height.
    pub height: f32,
}

/// A step in the history of the edits of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum HistoryStep {
    /// Takes back the last edit.
    Undo,
    /// Does it again.
    Redo,
    /// Takes back all edits; this can be undone.
    Restore,
}

/// A word of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct WordPlace {
    /// Its page, from 1.
    pub page: u32,
    /// Its place in [`PageView::lines`].
    pub line: u32,
    /// Its place in [`LineView::words`].
    pub word: u32,
}

/// In which format a text is copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum CopyFormat {
    /// As it is shown.
    Text,
    /// Cells for a spreadsheet.
    Table,
    /// Markdown.
    Markdown,
    /// CSV.
    Csv,
    /// HTML, also as text.
    Html,
    /// JSON.
    Json,
}

/// In which format a text is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum SaveFormat {
    /// As it is shown.
    Text,
    /// The picture with the text in it.
    Pdf,
    /// Word.
    Docx,
    /// OpenDocument.
    Odt,
    /// Excel.
    Xlsx,
    /// The tables as CSV.
    Csv,
    /// Markdown.
    Markdown,
    /// HTML.
    Html,
    /// EPUB.
    Epub,
    /// JSON with positions.
    Json,
    /// hOCR.
    Hocr,
    /// ALTO.
    Alto,
    /// PAGE XML.
    PageXml,
    /// A table of words.
    Tsv,
}

/// Where a word is in the text, and where in the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TextSpan {
    /// Where it begins in the text, in units of UTF-16.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// Its page, from 1.
    pub page: u32,
    /// Its place in [`PageView::lines`].
    pub line: u32,
    /// Its place in [`LineView::words`].
    pub word: u32,
}

/// What was copied to the clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Copied {
    /// Number of characters.
    pub characters: u32,
    /// Number of lines that are not blank.
    pub lines: u32,
    /// Whether clipboard histories were asked to leave it out.
    pub private: bool,
}

/// What was saved where the person chose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Saved {
    /// Name of the file or directory without its path; safe to show.
    pub name: String,
    /// Name of the directory that it is in; safe to show.
    pub place: String,
    /// Its format: the usual extension of its files, such as `txt` or `pdf`.
    pub format: String,
    /// Whether it is a directory with one file for each picture.
    pub folder: bool,
    /// How many pictures were saved.
    pub pictures: u32,
    /// How many others have no text.
    pub without_text: u32,
}
