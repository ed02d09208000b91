//! Converts a recognised page into what the window shows.

use imagetotext::{Line, Page, Word};
use imagetotext_worker::Size;

use crate::contract::{LineView, PageInfo, PageView, PreviewSize, WordView};

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
