//! Page → text formats: pure functions from what was read to a string.

use crate::Document;

/// What becomes of the line ends of the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LineMode {
    /// Where the picture has them.
    #[default]
    Keep,
    /// Paragraphs in one line each, split words mended.
    Paragraphs,
    /// Everything in one line.
    One,
}

/// Plain text.
pub fn text(_document: &Document, _mode: LineMode) -> String {
    String::new()
}

/// Markdown: headings, paragraphs, lists.
pub fn markdown(_document: &Document, _mode: LineMode) -> String {
    String::new()
}

/// JSON: everything that is known about the pages.
pub fn json(_document: &Document) -> String {
    "{\"pages\":[]}".to_owned()
}

/// A table of words, tab separated.
pub fn tsv(_document: &Document) -> String {
    String::new()
}

/// hOCR 1.2.
pub fn hocr(_document: &Document) -> String {
    String::new()
}
