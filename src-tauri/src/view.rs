//! What was read, as the page shows it.

use imagetotext::{Line, Page, Word};
use imagetotext_worker::Size;

use crate::contract::{LineView, PageInfo, PageView, PreviewSize, WordView};

/// Words less probable than this are marked.
const DOUBT: f32 = 0.8;

/// The text of a page where it stands.
pub(crate) fn page(page: &Page) -> PageView {
    let lines = page.lines().map(line).collect();
    PageView { width: page.width, height: page.height, lines }
}

/// How much stands on a page.
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
    word.confidence < DOUBT
}

#[cfg(test)]
mod tests {
    use imagetotext::{Block, Quad};

    use super::*;

    #[test]
    fn low_confidence_words_are_marked_and_counted() {
        let quad = Quad::upright(1.0, 2.0, 30.0, 12.0);
        let word = |text: &str, confidence: f32| Word {
            text: text.into(),
            quad,
            confidence,
            characters: vec![confidence; text.chars().count()],
        };
        let line = Line { quad, words: vec![word("sure", 0.99), word("n0t", 0.3)] };
        let read = Page { width: 40, height: 20, blocks: vec![Block { lines: vec![line] }] };
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
