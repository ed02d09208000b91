//! Corrections: the text of a document, edited by a person, back into the document.
//!
//! What a person corrects in one rendering of a document belongs to the document: [`correct`] finds
//! out which words and lines changed, so that every other format has the corrections as well.

mod blocks;
mod cells;
mod fragments;
mod matching;
mod place;
#[cfg(test)]
mod tests;
mod tokens;

use crate::document::Document;
use crate::export::{LineMode, TextWithSpans, text_with_spans};
use matching::Before;

/// A document with the corrections of a person.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Corrected {
    /// The document. Words that were typed have the confidence 1.
    pub document: Document,
    /// The text as it was edited, and where the words of the document are in it.
    pub text: TextWithSpans,
}

/// Changes a document so that its text is the one that a person made of it.
///
/// `mode` is how the text was rendered before the edit. Words that did not change keep their places
/// in the picture and their confidence; those in the place of others take over the places. Line ends
/// that were added or removed divide and join lines, blank lines divide and join blocks, tabs divide
/// the cells of tables. Pages stay even without words. How many blanks are between two words is not
/// kept, so [`text`](crate::export::text()) of the result is the edited text but for these.
///
/// ```
/// use imagetotext::correction::correct;
/// use imagetotext::export::{LineMode, markdown};
/// use imagetotext::{Block, BlockKind, Document, Line, Page, Quad, Word};
///
/// let quad = Quad::upright(0.0, 0.0, 50.0, 20.0);
/// let line = Line::new(quad, vec![Word::new("Tit1e", quad, vec![0.4; 5])]);
/// let block = Block::new(BlockKind::Heading { level: 1 }, vec![line]);
/// let document = Document::new(vec![Page::new(200, 100, vec![block])]);
///
/// let corrected = correct(&document, LineMode::Keep, "Title\n");
/// assert_eq!(markdown(&corrected.document, LineMode::Keep), "# Title\n");
/// ```
pub fn correct(document: &Document, mode: LineMode, text: &str) -> Corrected {
    let rendered = text_with_spans(document, mode);
    if rendered.text == text {
        return Corrected { document: document.clone(), text: rendered };
    }
    let before = Before::new(&rendered, tokens::tokens(&rendered.text));
    let after = tokens::tokens(text);
    let placed = matching::placed(document, &before, &after);
    let touched = fragments::touched_blocks(document, mode, &before, &after, &placed);
    let fragments = fragments::fragments(&before, &after, placed);
    let (document, spans) = blocks::rebuilt(document, mode, &touched, fragments);
    Corrected { document, text: TextWithSpans { text: text.to_owned(), spans } }
}
