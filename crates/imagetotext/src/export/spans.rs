//! Where the words of a document are in its exported text.

/// A text and where the words of the document are in it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TextWithSpans {
    /// The text, the same as that of [`text`](super::text()).
    pub text: String,
    /// A span for each word of the document, in the order of the text, in bytes of UTF-8.
    pub spans: Vec<WordSpan>,
}

/// A word of a document and where it is in a text.
///
/// The text of the span is the word without soft hyphens; of a word that a line end divided, each
/// part has a span of its own, the first one without the hyphen that the text has lost. It is empty
/// where nothing of the word can be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct WordSpan {
    /// Position in [`Document::pages`](crate::Document::pages).
    pub page: usize,
    /// Position in [`Page::blocks`](crate::Page::blocks).
    pub block: usize,
    /// Position in [`Block::lines`](crate::Block::lines).
    pub line: usize,
    /// Position in [`Line::words`](crate::Line::words).
    pub word: usize,
    /// Where the word begins in the text.
    pub start: usize,
    /// Where it ends: the place after its last unit.
    pub end: usize,
}

impl TextWithSpans {
    /// The spans in code units of UTF-16, in which JavaScript, Windows and Java count.
    pub fn utf16_spans(&self) -> Vec<WordSpan> {
        // The spans follow each other, so each piece of the text is counted once.
        let (mut bytes, mut units) = (0, 0);
        let mut count = |place: usize| {
            let (from, to) = (bytes.min(place), bytes.max(place));
            let between = self.text.get(from..to).map_or(0, |piece| piece.encode_utf16().count());
            if place >= bytes {
                units += between;
            } else {
                units -= between;
            }
            bytes = place;
            units
        };
        let spans = self.spans.iter();
        spans
            .map(|&span| WordSpan { start: count(span.start), end: count(span.end), ..span })
            .collect()
    }
}
