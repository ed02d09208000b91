//! Converts a recognised page into what the window shows.

use imagetotext::export::{LineMode, WordSpan, text_with_spans};
use imagetotext::{Document, Line, Page, Word};
use imagetotext_worker::Size;

use crate::contract::{LineView, PageInfo, PageView, PreviewSize, TextSpan, TextView, WordView};

/// Words with a lower confidence (0 to 1) are marked.
const LOW_CONFIDENCE: f32 = 0.8;

/// Lines and words of a page with their positions.
pub(crate) fn page(page: &Page) -> PageView {
    let lines = page.lines().map(line).collect();
    PageView { width: page.width, height: page.height, lines }
}

/// Sizes and counts of a page.
pub(crate) fn info(page: &Page, preview: Size) -> PageInfo {
    let words = || page.lines().flat_map(|line| &line.words);
    PageInfo {
        width: page.width,
        height: page.height,
        preview: PreviewSize { width: preview.width, height: preview.height },
        lines: page.lines().count() as u32,
        words: words().count() as u32,
        low_confidence: words().filter(|word| is_low_confidence(word)).count() as u32,
    }
}

/// The text of all pages, and where its low-confidence words are.
pub(crate) fn text(document: &Document, mode: LineMode) -> TextView {
    let exported = text_with_spans(document, mode);
    let low_confidence = exported
        .utf16_spans()
        .into_iter()
        .filter(|span| span.start < span.end)
        .filter_map(|span| text_span(document, span))
        .collect();
    TextView { text: exported.text, low_confidence }
}

/// The span of a low-confidence word; `None` for any other.
fn text_span(document: &Document, span: WordSpan) -> Option<TextSpan> {
    let WordSpan { page, block, line, word, start, end, .. } = span;
    let blocks = &document.pages.get(page)?.blocks;
    if !is_low_confidence(blocks.get(block)?.lines.get(line)?.words.get(word)?) {
        return None;
    }
    let lines_before: usize = blocks[..block].iter().map(|block| block.lines.len()).sum();
    Some(TextSpan {
        start: start as u32,
        end: end as u32,
        page: page as u32 + 1,
        line: (lines_before + line) as u32,
        word: word as u32,
    })
}

fn line(line: &Line) -> LineView {
    let word = |word: &Word| WordView {
        quad: word.quad.0,
        text: word.text.clone(),
        confidence: word.confidence,
        low_confidence: is_low_confidence(word),
    };
    LineView { quad: line.quad.0, text: line.text(), words: line.words.iter().map(word).collect() }
}

fn is_low_confidence(word: &Word) -> bool {
    word.confidence < LOW_CONFIDENCE
}

#[cfg(test)]
mod tests {
    use imagetotext::{Block, BlockKind, Quad};

    use super::*;

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
        let TextView { text, low_confidence } = text(&document, LineMode::Keep);
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
