//! Formats whose files are written whole, after the last document.

use std::fmt;

use zeroize::Zeroizing;

use super::docx::Docx;
use super::epub::Epub;
use super::format::Format;
use super::lines::LineMode;
use super::odt::Odt;
use super::pdf::{Conformance, SearchablePdf};
use super::xlsx::Xlsx;
use crate::document::Document;

/// A file that grows.
pub(super) enum WholeFile {
    Docx(Docx),
    Odt(Odt),
    Xlsx(Xlsx),
    Epub(Epub),
    Pdf(SearchablePdf),
}

impl fmt::Debug for WholeFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("WholeFile")
    }
}

impl WholeFile {
    /// An empty file, if files of this format are written whole.
    pub(super) fn new(format: Format, lines: LineMode) -> Option<Self> {
        match format {
            Format::Docx => Some(Self::Docx(Docx::new(lines))),
            Format::Odt => Some(Self::Odt(Odt::new(lines))),
            Format::Xlsx => Some(Self::Xlsx(Xlsx::default())),
            Format::Epub => Some(Self::Epub(Epub::new(lines))),
            Format::Pdf => Some(Self::Pdf(SearchablePdf::new(Conformance::Plain))),
            _ => None,
        }
    }

    /// Adds a document, under its name if it has one.
    pub(super) fn push(&mut self, name: Option<&str>, document: &Document) {
        match self {
            Self::Docx(docx) => docx.push(name, document),
            Self::Odt(odt) => odt.push(name, document),
            Self::Xlsx(xlsx) => xlsx.push(name, document),
            Self::Epub(epub) => epub.push(name, document),
            Self::Pdf(pdf) => pdf.push(document, &[]),
        }
    }

    pub(super) fn finish(self) -> Zeroizing<Vec<u8>> {
        match self {
            Self::Docx(docx) => docx.finish().into(),
            Self::Odt(odt) => odt.finish().into(),
            Self::Xlsx(xlsx) => xlsx.finish().into(),
            Self::Epub(epub) => epub.finish().into(),
            Self::Pdf(pdf) => pdf.finish(),
        }
    }
}
