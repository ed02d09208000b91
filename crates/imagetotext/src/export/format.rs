//! The formats by name, for programs that let people choose.

use super::csv::csv;
use super::hocr::hocr;
use super::html;
use super::json::json;
use super::lines::LineMode;
use super::markdown::markdown;
use super::text::text;
use super::tsv::tsv;
use crate::document::Document;

/// A text format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// Plain text: [`text`](super::text()).
    Text,
    /// Headings, paragraphs, lists, tables: [`markdown`](super::markdown()).
    Markdown,
    /// Everything that is known: [`json`](super::json()).
    Json,
    /// A table of words: [`tsv`](super::tsv()).
    Tsv,
    /// HTML that lies over the picture: [`hocr`](super::hocr()).
    Hocr,
    /// The tables for spreadsheets: [`csv`](super::csv()).
    Csv,
    /// Headings, paragraphs, lists, tables for browsers and word processors: [`html`](super::html()).
    Html,
}

impl Format {
    /// What the names of its files end with.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Json => "json",
            Self::Tsv => "tsv",
            Self::Hocr => "hocr",
            Self::Csv => "csv",
            Self::Html => "html",
        }
    }
}

/// A document as a file of its own, which ends with a line end unless it is empty.
///
/// `name` is what its picture is called; of one document alone, hOCR and HTML say it. `lines` counts
/// for text, Markdown and HTML.
pub fn render(document: &Document, format: Format, lines: LineMode, name: Option<&str>) -> String {
    match format {
        Format::Text => text(document, lines),
        Format::Markdown => markdown(document, lines),
        Format::Json => json(document) + "\n",
        Format::Tsv => tsv(document),
        Format::Hocr => hocr(document, name),
        Format::Csv => csv(document),
        Format::Html => html::named(document, lines, name),
    }
}
