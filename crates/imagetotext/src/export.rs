//! Page → text formats: pure functions from what was read to a string.

mod code;
mod escape;
mod flow;
mod hocr;
mod json;
mod markdown;
mod mend;
mod rows;
mod text;
mod tsv;

#[cfg(test)]
mod tests;

pub use hocr::hocr;
pub use json::json;
pub use markdown::markdown;
pub use text::text;
pub use tsv::tsv;

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
