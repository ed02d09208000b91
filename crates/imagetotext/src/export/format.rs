//! The formats by name, for programs that let people choose.

use super::alto::alto;
use super::csv::csv;
use super::hocr::hocr;
use super::html;
use super::json::{json, json_line};
use super::lines::LineMode;
use super::markdown::markdown;
use super::page_xml::page_xml;
use super::text::text;
use super::tsv::tsv;
use super::whole_file::WholeFile;
use crate::document::Document;
use zeroize::Zeroizing;

/// A format of files.
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
    /// For word processors: [`docx`](super::docx()).
    Docx,
    /// The same as an OpenDocument text: [`odt`](super::odt()).
    Odt,
    /// A workbook of cells: [`xlsx`](super::xlsx()).
    Xlsx,
    /// A book: [`epub`](super::epub()).
    Epub,
    /// Boxes for libraries and archives: [`alto`](super::alto()).
    Alto,
    /// Regions, lines and words for libraries and archives: [`page_xml`](super::page_xml()).
    PageXml,
    /// JSON with a document in each line: [`json`](super::json()).
    JsonLines,
    /// Pages with invisible text: [`SearchablePdf`](super::SearchablePdf), which also takes their pictures.
    Pdf,
}

impl Format {
    /// All formats.
    pub const ALL: &[Self] = &[
        Self::Text,
        Self::Markdown,
        Self::Json,
        Self::Tsv,
        Self::Hocr,
        Self::Csv,
        Self::Html,
        Self::Docx,
        Self::Odt,
        Self::Xlsx,
        Self::Epub,
        Self::Alto,
        Self::PageXml,
        Self::JsonLines,
        Self::Pdf,
    ];

    /// Whether its files are text in UTF-8, which people read in a terminal.
    pub const fn is_text(self) -> bool {
        !matches!(self, Self::Docx | Self::Odt | Self::Xlsx | Self::Epub | Self::Pdf)
    }

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
            Self::Docx => "docx",
            Self::Odt => "odt",
            Self::Xlsx => "xlsx",
            Self::Epub => "epub",
            Self::Alto | Self::PageXml => "xml",
            Self::JsonLines => "jsonl",
            Self::Pdf => "pdf",
        }
    }

    /// The format of files whose names end with `extension`, in small letters or capitals: ALTO for `xml`, which
    /// PAGE XML has too.
    pub fn of_extension(extension: &str) -> Option<Self> {
        match extension.to_ascii_lowercase().as_str() {
            "htm" => Some(Self::Html),
            "markdown" => Some(Self::Markdown),
            "text" => Some(Self::Text),
            "tab" => Some(Self::Tsv),
            usual => Self::ALL.iter().copied().find(|format| format.extension() == usual),
        }
    }
}

/// A document as a file of its own. Text ends with a line end unless it is empty.
///
/// `name` is what its picture is called; of one document alone, hOCR, HTML, ALTO, PAGE XML and JSON Lines say it. `lines`
/// counts for text, Markdown, HTML, DOCX, ODT and EPUB.
pub fn render(
    document: &Document,
    format: Format,
    lines: LineMode,
    name: Option<&str>,
) -> Zeroizing<Vec<u8>> {
    if let Some(mut file) = WholeFile::new(format, lines) {
        file.push(None, document);
        return file.finish();
    }
    render_text(document, format, lines, name).into_bytes().into()
}

/// A document in a format that is text; nothing for the others.
pub(super) fn render_text(
    document: &Document,
    format: Format,
    lines: LineMode,
    name: Option<&str>,
) -> String {
    match format {
        Format::Text => text(document, lines),
        Format::Markdown => markdown(document, lines),
        Format::Json => json(document) + "\n",
        Format::JsonLines => json_line(document, name),
        Format::Alto => alto(document, name),
        Format::PageXml => page_xml(document, name),
        Format::Tsv => tsv(document),
        Format::Hocr => hocr(document, name),
        Format::Csv => csv(document),
        Format::Html => html::named(document, lines, name),
        Format::Docx | Format::Odt | Format::Xlsx | Format::Epub | Format::Pdf => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_of_a_format_leads_back_to_it() {
        for &format in Format::ALL {
            let found = Format::of_extension(format.extension());
            let expected = if format == Format::PageXml { Format::Alto } else { format };
            assert_eq!(found, Some(expected));
        }
    }

    #[test]
    fn other_endings_that_people_use_are_known() {
        for (extension, format) in [
            ("HTM", Format::Html),
            ("markdown", Format::Markdown),
            ("text", Format::Text),
            ("tab", Format::Tsv),
            ("Pdf", Format::Pdf),
        ] {
            assert_eq!(Format::of_extension(extension), Some(format));
        }
        assert_eq!(Format::of_extension(""), None);
        assert_eq!(Format::of_extension("doc"), None);
    }
}
