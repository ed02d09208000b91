//! Each word is in the text where its span says.

use super::{everything, letter};
use crate::document::{Document, Page};
use crate::export::{LineMode, text, text_with_spans};
use crate::layout::fixtures;

/// Checks that each word of the document has a span, and that the span is the word or what a line
/// end has left of it.
fn assert_spans_are_words(document: &Document, mode: LineMode) {
    let result = text_with_spans(document, mode);
    assert_eq!(result.text, text(document, mode));
    let units: Vec<u16> = result.text.encode_utf16().collect();
    let mut end = 0;
    for (span, wide) in result.spans.iter().zip(result.utf16_spans()) {
        let line = &document.pages[span.page].blocks[span.block].lines[span.line];
        let word = line.words[span.word].text.replace('\u{ad}', "");
        let said = &result.text[span.start..span.end];
        let is_whole = said == word;
        let is_part = word.strip_suffix(['-', '\u{2010}']) == Some(said);
        assert!(is_whole || is_part && mode != LineMode::Keep, "{said:?} is not {word:?}");
        assert!(span.start >= end, "{said:?} is not behind the word before it");
        end = span.end;
        assert_eq!(String::from_utf16(&units[wide.start..wide.end]).unwrap(), said);
    }
    let mut words: Vec<_> =
        result.spans.iter().map(|it| (it.page, it.block, it.line, it.word)).collect();
    words.sort_unstable();
    words.dedup();
    let count: usize = document.pages.iter().flat_map(Page::lines).map(|it| it.words.len()).sum();
    assert_eq!(words.len(), count, "each word has one span");
    let said: usize = result.spans.iter().map(|span| span.end - span.start).sum();
    let visible = result.text.chars().filter(|it| !it.is_whitespace()).map(char::len_utf8);
    assert_eq!(said, visible.sum::<usize>(), "there is nothing but words");
}

#[test]
fn each_word_knows_its_place_in_the_text() {
    for mode in [LineMode::Keep, LineMode::Paragraphs, LineMode::One] {
        assert_spans_are_words(&everything(), mode);
        assert_spans_are_words(&Document::new(Vec::new()), mode);
        for seed in 0..60 {
            let mut lines = fixtures::scattered(seed, 50);
            for (number, word) in lines.iter_mut().flat_map(|line| &mut line.words).enumerate() {
                // Hyphens at line ends, letters of two and four bytes, soft hyphens, list markers.
                let changed = match number % 7 {
                    0 => format!("{}-", word.text),
                    1 => format!("ż{}", word.text),
                    2 => format!("{}𝔞", word.text),
                    3 => format!("do{}\u{ad}", word.text),
                    4 => "•".to_owned(),
                    _ => continue,
                };
                word.text = changed;
            }
            let blocks = fixtures::arranged(lines);
            assert_spans_are_words(&Document::new(vec![Page::new(1000, 800, blocks)]), mode);
        }
    }
}

#[test]
fn a_divided_word_has_a_span_for_each_part() {
    let result = text_with_spans(&letter(), LineMode::Paragraphs);
    let parts =
        result.spans.iter().filter(|it| it.block == 1).map(|it| &result.text[it.start..it.end]);
    assert_eq!(parts.collect::<Vec<_>>(), ["All", "that", "was", "recog", "nised,", "and", "more"]);
}
