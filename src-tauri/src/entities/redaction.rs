//! What is left out of a text before it is copied or saved: numbers of cards and accounts, mail
//! addresses and phone numbers. Links stay; names, addresses and everything else do too.

use imagetotext::correction::correct;
use imagetotext::export::{LineMode, text_with_spans};
use imagetotext::{Document, Line, Word};
use zeroize::Zeroizing;

use super::find;
use crate::contract::EntityKind;

/// Stands for what is left out, whatever its length.
const BLOCKS: &str = "████";

/// A document without them, and how its text is shown.
pub(crate) struct Redacted {
    /// The document.
    pub(crate) document: Document,
    /// Its text.
    pub(crate) text: String,
}

/// Leaves them out of what was read; `text` is how it is shown in the line mode.
pub(crate) fn redact(document: &Document, text: &str, lines: LineMode) -> Redacted {
    // The words of the document are found in its own text, which a person may have edited since.
    let own: Zeroizing<String> = text_with_spans(document, lines).text.into();
    let mut document = correct(document, lines, &redact_text(&own)).document;
    for code in document.pages.iter_mut().flat_map(|page| &mut page.codes) {
        code.text = redact_text(&code.text);
    }
    // What a text leaves out of its document, another format may have.
    let blocks = document.pages.iter_mut().flat_map(|page| &mut page.blocks);
    for line in blocks.flat_map(|block| &mut block.lines) {
        redact_line(line);
    }
    Redacted { document, text: redact_text(text) }
}

/// The same of a text alone.
pub(crate) fn redact_text(text: &str) -> String {
    // At most three bytes more for each: of one right size, so that nothing is left behind in memory.
    let mut redacted = String::with_capacity(text.len() + text.len() / 2 + BLOCKS.len());
    let mut at = 0;
    for it in find(text).into_iter().filter(|it| is_left_out(it.kind)) {
        redacted.push_str(&text[at..it.range.start]);
        redacted.push_str(BLOCKS);
        at = it.range.end;
    }
    redacted.push_str(&text[at..]);
    redacted
}

fn is_left_out(kind: EntityKind) -> bool {
    kind != EntityKind::Link
}

fn redact_line(line: &mut Line) {
    let text: Zeroizing<String> = line.text().into();
    let found: Vec<_> = find(&text).into_iter().filter(|it| is_left_out(it.kind)).collect();
    let mut at = 0;
    for word in &mut line.words {
        let range = at..at + word.text.len();
        at = range.end + 1;
        if found.iter().any(|it| it.range.start < range.end && range.start < it.range.end) {
            *word = Word::new(BLOCKS, word.quad, vec![1.0; BLOCKS.chars().count()]);
        }
    }
}

#[cfg(test)]
mod tests {
    use imagetotext::export::{self, Format};
    use imagetotext::{Block, BlockKind, Code, CodeKind, Page, Quad};

    use super::*;

    const LINES: [&str; 4] = [
        "Pay with 4111 1111 1111 1111 today",
        "or to DE89 3704 0044 0532 0130 00.",
        "Call +44 20 7946 0958, write to ada@harbour.example",
        "or see www.harbour.example",
    ];

    fn document() -> Document {
        let line = |(row, text): (usize, &&str)| {
            let top = row as f32 * 20.0;
            let words = text.split(' ').enumerate().map(|(at, word)| {
                let left = at as f32 * 40.0;
                let quad = Quad::upright(left, top, left + 30.0, top + 12.0);
                Word::new(word, quad, vec![0.9; word.chars().count()])
            });
            Line::new(Quad::upright(0.0, top, 400.0, top + 12.0), words.collect())
        };
        let lines = LINES.iter().enumerate().map(line).collect();
        let mut page = Page::new(400, 100, vec![Block::new(BlockKind::Paragraph, lines)]);
        let quad = Quad::upright(300.0, 0.0, 390.0, 90.0);
        page.codes = vec![Code::new(
            CodeKind::Qr,
            "BCD\nDE89370400440532013000\nmailto:ada@harbour.example",
            quad,
        )];
        Document::new(vec![page])
    }

    #[test]
    fn no_format_has_what_is_left_out() {
        for mode in [LineMode::Keep, LineMode::Paragraphs, LineMode::One] {
            let document = document();
            let text = text_with_spans(&document, mode).text;
            let redacted = redact(&document, &text, mode);
            let mut outputs = vec![redacted.text];
            for format in [
                Format::Text,
                Format::Markdown,
                Format::Json,
                Format::Tsv,
                Format::Hocr,
                Format::Csv,
                Format::Html,
            ] {
                outputs.push(export::render(&redacted.document, format, mode, None));
            }
            outputs.push(export::spreadsheet_text(&redacted.document));
            outputs.push(export::spreadsheet_html(&redacted.document));
            for output in outputs {
                for secret in ["4111", "1111", "DE89", "3704", "0130", "7946", "0958", "ada@"] {
                    assert!(!output.contains(secret), "{secret} in {output}");
                }
            }
        }
    }

    #[test]
    fn the_rest_stays() {
        let text = LINES.join("\n");
        let expected = "Pay with ████ today\nor to ████.\nCall ████, write to ████\n\
                        or see www.harbour.example";
        assert_eq!(redact_text(&text), expected);
        let redacted = redact(&document(), &text, LineMode::Keep);
        assert_eq!(text_with_spans(&redacted.document, LineMode::Keep).text.trim_end(), expected);
    }

    #[test]
    fn a_text_without_them_is_as_it_was() {
        assert_eq!(redact_text("24 November 2026, 12.50 €\n"), "24 November 2026, 12.50 €\n");
    }
}
