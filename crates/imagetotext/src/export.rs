//! Document → file formats: pure functions from what was read to text or bytes.
//!
//! The formats only read what blocks are; that is found out once, by the layout.

mod alto;
mod content_hash;
mod csv;
mod dehyphenate;
mod docx;
mod elements;
mod epub;
mod escape;
mod format;
mod hocr;
mod html;
mod json;
mod lines;
mod markdown;
mod odt;
mod package;
mod page_xml;
mod pdf;
mod spans;
mod spreadsheet;
mod stream;
mod table_grid;
mod text;
mod tsv;
mod whole_file;
mod xlsx;

#[cfg(test)]
mod tests;

pub use alto::alto;
pub use csv::csv;
pub(crate) use dehyphenate::without_line_end;
pub use docx::docx;
pub use epub::epub;
pub use format::{Format, render};
pub use hocr::hocr;
pub use html::html;
pub use json::json;
pub use lines::LineMode;
pub use markdown::markdown;
pub use odt::odt;
pub use page_xml::{page_xml, page_xml_count, page_xml_documents};
pub use pdf::{
    Conformance, PageImage, PageImageHeader, PdfUpdate, SampleFormat, SearchablePdf, compress_page,
    page_image,
};
pub use spans::{TextWithSpans, WordSpan};
pub use spreadsheet::{spreadsheet_html, spreadsheet_text};
pub use stream::Stream;
pub use text::{text, text_with_spans};
pub use tsv::tsv;
pub use xlsx::xlsx;
