//! Paragraphs: 17.3 of ECMA-376, part 1.

use std::fmt::Write as _;

use super::numbering::ListPlace;
use crate::export::escape;

/// A paragraph.
pub(super) struct Paragraph<'a> {
    /// The identifier of its style, or nothing for the default one.
    pub(super) style: &'a str,
    /// Whether it begins a new sheet.
    pub(super) breaks: bool,
    /// The list that it is an item of.
    pub(super) list: Option<ListPlace>,
    pub(super) lines: &'a [String],
}

impl Paragraph<'_> {
    pub(super) fn push(&self, body: &mut String) {
        let mut properties = String::new();
        if !self.style.is_empty() {
            let _ = write!(properties, "<w:pStyle w:val=\"{}\"/>", self.style);
        }
        if self.breaks {
            properties.push_str("<w:pageBreakBefore/>");
        }
        if let Some(ListPlace { number, depth }) = self.list {
            let _ = write!(
                properties,
                "<w:numPr><w:ilvl w:val=\"{depth}\"/><w:numId w:val=\"{number}\"/></w:numPr>"
            );
        }
        body.push_str("<w:p>");
        if !properties.is_empty() {
            let _ = write!(body, "<w:pPr>{properties}</w:pPr>");
        }
        if !self.lines.is_empty() {
            body.push_str("<w:r>");
            for (number, line) in self.lines.iter().enumerate() {
                if number > 0 {
                    body.push_str("<w:br/>");
                }
                push_text(body, line);
            }
            body.push_str("</w:r>");
        }
        body.push_str("</w:p>\n");
    }
}

/// Adds text to a run.
pub(super) fn push_text(run: &mut String, text: &str) {
    for (number, piece) in text.split('\t').enumerate() {
        if number > 0 {
            run.push_str("<w:tab/>");
        }
        if !piece.is_empty() {
            run.push_str("<w:t xml:space=\"preserve\">");
            escape::xml(run, piece);
            run.push_str("</w:t>");
        }
    }
}
