//! Document → text formats: pure functions from what was read to a string.
//!
//! The formats only read what blocks are; that is found out once, by the layout.

mod csv;
mod dehyphenate;
mod escape;
mod format;
mod hocr;
mod html;
mod json;
mod lines;
mod markdown;
mod spans;
mod spreadsheet;
mod stream;
mod text;
mod tsv;

#[cfg(test)]
mod tests;

pub use csv::csv;
pub(crate) use dehyphenate::without_line_end;
pub use format::{Format, render};
pub use hocr::hocr;
pub use html::html;
pub use json::json;
pub use lines::LineMode;
pub use markdown::markdown;
pub use spans::{TextWithSpans, WordSpan};
pub use spreadsheet::{spreadsheet_html, spreadsheet_text};
pub use stream::Stream;
pub use text::{text, text_with_spans};
pub use tsv::tsv;
