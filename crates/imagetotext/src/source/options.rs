//! How a file is decoded.

use serde::{Deserialize, Serialize};

use super::page_ranges::PageRanges;
use super::password::Password;

/// What [`decode_with`](super::decode_with) does beyond [`decode`](super::decode()).
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct DecodeOptions {
    /// Where the text of a PDF comes from.
    pub pdf_text: PdfText,
    /// The pages that are decoded; the others are skipped.
    pub pages: PageRanges,
    /// The password that opens an encrypted PDF. Of a file with AES-256 that of its owner does too.
    pub password: Option<Password>,
    /// Whether a page of a PDF that consists of one JPEG keeps it, for
    /// [`page_image`](crate::export::page_image()).
    pub keep_jpegs: bool,
    /// Whether a page of a PDF whose text is missing comes with its [`PageUpdate`](super::PageUpdate), where one is
    /// possible.
    pub page_updates: bool,
}

/// Where the text of a PDF page comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub enum PdfText {
    /// The text layer of the page where it is sound, and else its picture.
    #[default]
    Auto,
    /// The text layer and nothing else.
    Embedded,
    /// The picture of the page, as if it had no text layer.
    Ocr,
}
