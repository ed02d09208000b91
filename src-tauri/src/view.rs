//! Converts a recognised page into what the window shows.

mod text_places;

use imagetotext::export::{LineMode, TextWithSpans, WordSpan, text_with_spans};
use imagetotext::{Code, CodeKind, Document, Line, Page, Word};
use imagetotext_files::printable;
use imagetotext_worker::Size;
use zeroize::Zeroizing;

use crate::contract::{
    CodeView, EntitySpan, LineView, PageInfo, PageView, PreviewSize, TextSpan, TextView,
    UnreadScript, WordPlace, WordView,
};
use crate::entities;
use text_places::text_places;

/// Words with a lower confidence (0 to 1) are marked. Half of them are wrong, on the test half of the public and the
/// real pictures, and a third of the wrong ones is among them: most others were read with certainty.
const LOW_CONFIDENCE: f32 = 0.7;

/// Lines and words of a page with their positions.
pub(crate) fn page(page: &Page) -> PageView {
    let mut places = text_places(page);
    let lines = page.lines().map(|read| line(read, &mut places)).collect();
    PageView { width: page.width, height: page.height, lines, left_out: Vec::new() }
}

/// The number of lines of a text that are not blank, as everything in the window counts them;
/// `ui/src/counts.ts` does the same.
pub(crate) fn line_count(text: &str) -> u32 {
    text.lines().filter(|line| !line.trim().is_empty()).count() as u32
}

/// Sizes and counts of a page.
pub(crate) fn info(page: &Page, preview: Size) -> PageInfo {
    let text = Zeroizing::new(text_of(page));
    let words = || page.lines().flat_map(|line| &line.words);
    PageInfo {
        width: page.width,
        height: page.height,
        preview: PreviewSize { width: preview.width, height: preview.height },
        lines: line_count(&text),
        words: words().count() as u32,
        low_confidence: words().filter(|word| is_low_confidence(word)).count() as u32,
        codes: page.codes.len() as u32,
        unread: page.unread.map(unread),
        attachments: page.attachments.iter().map(|name| printable(name)).collect(),
    }
}

fn unread(script: imagetotext::UnreadScript) -> UnreadScript {
    match script {
        imagetotext::UnreadScript::Arabic => UnreadScript::Arabic,
        imagetotext::UnreadScript::Hebrew => UnreadScript::Hebrew,
        imagetotext::UnreadScript::Devanagari => UnreadScript::Devanagari,
        imagetotext::UnreadScript::Thai => UnreadScript::Thai,
        _ => UnreadScript::Other,
    }
}

/// The text of one page with its line breaks.
fn text_of(page: &Page) -> String {
    text_with_spans(&Document::new(vec![page.clone()]), LineMode::Keep).text
}

/// The text of all pages, where its low-confidence words are and where pages begin.
pub(crate) fn text(document: &Document, exported: TextWithSpans) -> TextView {
    let spans = exported.utf16_spans();
    let is_shown = |span: &&WordSpan| span.start < span.end;
    let low_confidence = spans.iter().filter(is_shown).filter(|span| is_marked(document, span));
    let low_confidence = low_confidence.filter_map(|span| text_span(document, span)).collect();
    let pages = page_starts(&spans, document.pages.len());
    let codes = document.pages.iter().flat_map(|page| &page.codes).map(code).collect();
    let entities = entities(&exported.text);
    TextView { text: exported.text, low_confidence, pages, codes, entities, ..TextView::default() }
}

fn code(code: &Code) -> CodeView {
    let kind = match code.kind {
        CodeKind::Qr => "qr".to_owned(),
        kind => kind.to_string(),
    };
    CodeView { kind, text: code.text.clone() }
}

/// Links, addresses and numbers in a text.
fn entities(text: &str) -> Vec<EntitySpan> {
    let (mut byte, mut unit) = (0, 0);
    let mut units_to = |to: usize| {
        unit += text[byte..to].encode_utf16().count() as u32;
        byte = to;
        unit
    };
    let found = entities::find(text).into_iter();
    found
        .map(|entities::Found { kind, range }| {
            let start = units_to(range.start);
            EntitySpan { kind, start, end: units_to(range.end) }
        })
        .collect()
}

/// A text, and after it what codes say, in lines of their own. Without codes it is as it was.
pub(crate) fn with_codes<'a>(
    text: &str,
    codes: impl Iterator<Item = &'a str>,
) -> Zeroizing<String> {
    let codes: Zeroizing<String> = Zeroizing::new(codes.flat_map(|code| [code, "\n"]).collect());
    let gap = match text.trim_end() {
        _ if codes.is_empty() => "",
        "" => return codes,
        _ if text.ends_with('\n') => "\n",
        _ => "\n\n",
    };
    Zeroizing::new([text, gap, codes.as_str()].concat())
}

/// The word at a place of the text, in units of UTF-16.
pub(crate) fn word_at(document: &Document, text: &TextWithSpans, place: u32) -> Option<TextSpan> {
    let place = place as usize;
    let spans = text.utf16_spans();
    let is_there = |span: &&WordSpan| span.start <= place && place <= span.end;
    text_span(document, spans.iter().rfind(is_there)?)
}

/// Where a word of a page is in the text; `page` counts from 1, `line` those of the page.
pub(crate) fn span_of(
    document: &Document,
    text: &TextWithSpans,
    place: WordPlace,
) -> Option<TextSpan> {
    let spans = text.utf16_spans();
    let spans = spans.iter().filter_map(|span| text_span(document, span));
    let mut spans =
        spans.filter(|it| (it.page, it.line, it.word) == (place.page, place.line, place.word));
    spans.next()
}

/// Where each page begins in the text. One without words begins where the next one does.
fn page_starts(spans: &[WordSpan], pages: usize) -> Vec<u32> {
    let mut starts = vec![None; pages];
    for span in spans.iter().filter(|span| span.start < span.end) {
        if let Some(start) = starts.get_mut(span.page) {
            start.get_or_insert(span.start as u32);
        }
    }
    let mut next = spans.iter().map(|span| span.end).max().unwrap_or(0) as u32;
    for start in starts.iter_mut().rev() {
        next = *start.get_or_insert(next);
    }
    starts.into_iter().flatten().collect()
}

fn is_marked(document: &Document, span: &WordSpan) -> bool {
    let block = document.pages.get(span.page).and_then(|page| page.blocks.get(span.block));
    let line = block.and_then(|block| block.lines.get(span.line));
    line.and_then(|line| line.words.get(span.word)).is_some_and(is_low_confidence)
}

/// A span as the page knows it.
fn text_span(document: &Document, span: &WordSpan) -> Option<TextSpan> {
    let WordSpan { page, block, line, word, start, end, .. } = *span;
    let blocks = &document.pages.get(page)?.blocks;
    let lines_before: usize = blocks.get(..block)?.iter().map(|block| block.lines.len()).sum();
    Some(TextSpan {
        start: start as u32,
        end: end as u32,
        page: page as u32 + 1,
        line: (lines_before + line) as u32,
        word: word as u32,
    })
}

fn line(line: &Line, places: &mut impl Iterator<Item = [u32; 2]>) -> LineView {
    let word = |word: &Word| {
        let [row, column] = places.next().unwrap_or_default();
        WordView {
            quad: word.quad.0,
            text: word.text.clone(),
            confidence: word.confidence,
            low_confidence: is_low_confidence(word),
            row,
            column,
        }
    };
    LineView { quad: line.quad.0, text: line.text(), words: line.words.iter().map(word).collect() }
}

fn is_low_confidence(word: &Word) -> bool {
    word.confidence < LOW_CONFIDENCE
}

#[cfg(test)]
mod tests {
    use imagetotext::{Block, BlockKind, Cell, Quad, Table};

    use super::*;

    #[test]
    fn codes_follow_the_text() {
        let all = |text: &str, codes: &[&str]| with_codes(text, codes.iter().copied()).to_string();
        assert_eq!(all("one\ntwo\n", &["a", "b"]), "one\ntwo\n\na\nb\n");
        assert_eq!(all("", &["a"]), "a\n");
        assert_eq!(all("one", &["a"]), "one\n\na\n");
        assert_eq!(all("one  ", &[]), "one  ");
        assert_eq!(all("", &[]), "");
    }

    #[test]
    fn low_confidence_words_have_their_places_in_the_text() {
        let quad = Quad::upright(1.0, 2.0, 30.0, 12.0);
        let block = |words: &[(&str, f32)]| {
            let word = |&(text, confidence): &(&str, f32)| {
                Word::new(text, quad, vec![confidence; text.chars().count()])
            };
            let line = Line::new(quad, words.iter().map(word).collect());
            Block::new(BlockKind::Paragraph, vec![line])
        };
        let blocks = vec![block(&[("𝒳", 0.99), ("n0t", 0.3)]), block(&[("maybe", 0.2)])];
        let document = Document::new(vec![Page::new(40, 20, blocks)]);
        let exported = text_with_spans(&document, LineMode::Keep);
        let TextView { text, low_confidence, .. } = text(&document, exported.clone());
        let units: Vec<u16> = text.encode_utf16().collect();
        let word = |at: usize| {
            let TextSpan { start, end, .. } = low_confidence[at];
            String::from_utf16(&units[start as usize..end as usize]).unwrap()
        };
        assert_eq!([word(0), word(1)], ["n0t", "maybe"]);
        let place = |at: usize| {
            let TextSpan { page, line, word, .. } = low_confidence[at];
            (page, line, word)
        };
        assert_eq!([place(0), place(1)], [(1, 0, 1), (1, 1, 0)]);
        // And the other way round.
        assert_eq!(word_at(&document, &exported, 4), Some(low_confidence[0]));
        let place = WordPlace { page: 1, line: 1, word: 0 };
        assert_eq!(span_of(&document, &exported, place), Some(low_confidence[1]));
        assert_eq!(word_at(&document, &exported, 99), None);
    }

    #[test]
    fn pages_begin_at_their_first_word() {
        let quad = Quad::upright(1.0, 2.0, 30.0, 12.0);
        let page = |text: &str| {
            let word = Word::new(text, quad, vec![0.9; text.chars().count()]);
            let block = Block::new(BlockKind::Paragraph, vec![Line::new(quad, vec![word])]);
            Page::new(9, 9, vec![block])
        };
        let blank = || Page::new(9, 9, Vec::new());
        let document = Document::new(vec![blank(), page("one"), blank(), page("two"), blank()]);
        let starts = text(&document, text_with_spans(&document, LineMode::Keep)).pages;
        assert_eq!(starts, [0, 0, 5, 5, 8]);
    }

    /// A heading, and a table of two rows with two cells each.
    pub(super) fn heading_and_table() -> Page {
        let quad = Quad::upright(1.0, 2.0, 30.0, 12.0);
        let line = |text: &str| {
            let word = Word::new(text, quad, vec![0.9; text.chars().count()]);
            Line::new(quad, vec![word])
        };
        let cells = (0..4).map(|at| Cell::new(at / 2, at % 2, vec![at])).collect();
        let lines = ["Tea", "2.50", "Soup", "4.00"].map(line).to_vec();
        let table = Block::new(BlockKind::Table(Table::new(2, 2, cells)), lines);
        let heading = Block::new(BlockKind::Paragraph, vec![line("Prices")]);
        Page::new(40, 20, vec![heading, table])
    }

    #[test]
    fn a_row_of_a_table_counts_as_one_line() {
        let page = heading_and_table();
        let preview = Size { width: 40, height: 20 };
        assert_eq!(info(&page, preview).lines, 3);
        let document = Document::new(vec![page]);
        let shown = text(&document, text_with_spans(&document, LineMode::Keep)).text;
        assert_eq!(line_count(&shown), 3);
    }

    #[test]
    fn low_confidence_words_are_marked_and_counted() {
        let quad = Quad::upright(1.0, 2.0, 30.0, 12.0);
        let word = |text: &str, confidence: f32| {
            Word::new(text, quad, vec![confidence; text.chars().count()])
        };
        let line = Line::new(quad, vec![word("sure", 0.99), word("n0t", 0.3)]);
        let read = Page::new(40, 20, vec![Block::new(BlockKind::Paragraph, vec![line])]);
        let view = page(&read);
        assert_eq!(view.lines[0].text, "sure n0t");
        assert_eq!(view.lines[0].words[1].quad, quad.0);
        assert_eq!(
            view.lines[0].words.iter().map(|w| w.low_confidence).collect::<Vec<_>>(),
            [false, true]
        );
        let info = info(&read, Size { width: 40, height: 20 });
        assert_eq!((info.lines, info.words, info.low_confidence), (1, 2, 1));
    }
}
