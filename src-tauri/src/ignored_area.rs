//! Areas of a page whose words a person leaves out: headers, footers, watermarks.

use imagetotext::export::{TextWithSpans, WordSpan};
use imagetotext::{Document, Page, Word};

use crate::contract::Area;

/// The text without the words of a page, counted from 0, whose middle is in the area: those that are
/// copied when the person copies it.
pub(crate) fn without(
    document: &Document,
    shown: &TextWithSpans,
    page: usize,
    area: Area,
) -> String {
    let is_ignored = |span: &WordSpan| {
        span.page == page && word_of(document, span).is_some_and(|word| is_inside(word, area))
    };
    let mut words = shown.spans.iter().filter(|span| span.start < span.end).peekable();
    let mut kept = String::with_capacity(shown.text.len());
    let mut at = 0;
    for line in shown.text.split_inclusive('\n') {
        let end = at + line.len();
        let mut rest = String::with_capacity(line.len());
        let mut from = at;
        let mut has_gap = false;
        while let Some(word) = words.next_if(|word| word.start < end) {
            if is_ignored(word) {
                rest.push_str(&shown.text[from.min(word.start)..word.start]);
                from = from.max(word.end.min(end));
                has_gap = true;
                // One blank between two words is enough.
                let is_after_blank = rest.is_empty() || rest.ends_with(' ');
                if is_after_blank && shown.text[from..end].starts_with(' ') {
                    from += 1;
                }
            }
        }
        rest.push_str(&shown.text[from.min(end)..end]);
        if !has_gap {
            push_line(&mut kept, line);
        } else if !rest.trim().is_empty() {
            kept.push_str(&rest);
        } else if kept.ends_with("\n\n") || kept.is_empty() {
            // Of the blank lines before and after it one stays.
            kept.push_str(GONE);
        }
        at = end;
    }
    kept.replace(GONE, "")
}

/// Marks a line that is gone, while the next one is not yet known. It is in no text.
const GONE: &str = "\u{fdd0}";

/// Appends a line, unless it is a second blank one where a line is gone.
fn push_line(kept: &mut String, line: &str) {
    let is_blank = line.trim().is_empty();
    if !(is_blank && kept.ends_with(GONE)) {
        kept.push_str(line);
    }
}

/// The words of a page whose middle is in the area.
pub(crate) fn words_in(page: &Page, area: Area) -> impl Iterator<Item = &Word> {
    let words = page.lines().flat_map(|line| &line.words);
    words.filter(move |word| is_inside(word, area))
}

fn word_of<'a>(document: &'a Document, span: &WordSpan) -> Option<&'a Word> {
    document
        .pages
        .get(span.page)?
        .blocks
        .get(span.block)?
        .lines
        .get(span.line)?
        .words
        .get(span.word)
}

fn is_inside(word: &Word, Area { left, top, width, height }: Area) -> bool {
    let middle = |axis: usize| word.quad.0.iter().map(|corner| corner[axis]).sum::<f32>() / 4.0;
    let (x, y) = (middle(0), middle(1));
    (left..=left + width).contains(&x) && (top..=top + height).contains(&y)
}

#[cfg(test)]
mod tests {
    use imagetotext::export::{LineMode, text_with_spans};
    use imagetotext::{Block, BlockKind, Line, Quad};

    use super::*;

    /// Blocks of lines, each line 20 pixels below the one before.
    fn document(blocks: &[&[&str]]) -> Document {
        let mut top = 0.0;
        let mut line = |text: &&str| {
            let quad = Quad::upright(0.0, top, 100.0, top + 10.0);
            top += 20.0;
            let words = text.split(' ');
            let word = |text: &str| Word::new(text, quad, vec![0.9; text.chars().count()]);
            Line::new(quad, words.map(word).collect())
        };
        let blocks = blocks
            .iter()
            .map(|lines| Block::new(BlockKind::Paragraph, lines.iter().map(&mut line).collect()));
        Document::new(vec![Page::new(200, 200, blocks.collect())])
    }

    fn shown_without(document: &Document, mode: LineMode, top: f32, height: f32) -> String {
        let area = Area { left: 0.0, top, width: 200.0, height };
        without(document, &text_with_spans(document, mode), 0, area)
    }

    #[test]
    fn words_whose_middle_is_in_the_area_are_left_out() {
        let document = document(&[&["Old Harbour"], &["one two", "three"], &["page 1"]]);
        let keep = |top, height| shown_without(&document, LineMode::Keep, top, height);
        assert_eq!(keep(0.0, 12.0), "one two\nthree\n\npage 1\n");
        assert_eq!(keep(58.0, 40.0), "Old Harbour\n\none two\nthree\n\n");
        assert_eq!(keep(20.0, 10.0), "Old Harbour\n\nthree\n\npage 1\n");
        assert_eq!(keep(20.0, 30.0), "Old Harbour\n\npage 1\n");
        // Only the lower half of a line is in it.
        assert_eq!(keep(6.0, 6.0), text_with_spans(&document, LineMode::Keep).text);
    }

    #[test]
    fn a_part_of_a_line_is_left_out_alone() {
        let word = |text: &str, left: f32| {
            let quad = Quad::upright(left, 0.0, left + 40.0, 10.0);
            Word::new(text, quad, vec![0.9; text.chars().count()])
        };
        let words = vec![word("Invoice", 0.0), word("page", 50.0), word("7", 100.0)];
        let line = Line::new(Quad::upright(0.0, 0.0, 140.0, 10.0), words);
        let block = Block::new(BlockKind::Paragraph, vec![line]);
        let document = Document::new(vec![Page::new(200, 200, vec![block])]);
        let area = Area { left: 60.0, top: 0.0, width: 100.0, height: 20.0 };
        let shown = text_with_spans(&document, LineMode::Keep);
        assert_eq!(without(&document, &shown, 0, area).trim_end(), "Invoice");
    }

    #[test]
    fn words_go_from_the_middle_of_a_line() {
        let document = document(&[&["one two", "three", "four"]]);
        let shown = shown_without(&document, LineMode::One, 20.0, 10.0);
        assert_eq!(shown, "one two four\n");
    }

    #[test]
    fn other_pages_stay() {
        let document = document(&[&["one"]]);
        let area = Area { left: 0.0, top: 0.0, width: 200.0, height: 200.0 };
        let shown = text_with_spans(&document, LineMode::Keep);
        assert_eq!(without(&document, &shown, 1, area), "one\n");
        assert_eq!(without(&document, &shown, 0, area), "");
    }
}
