//! Where the words of a page are in its text: in which line, and in which cell of a table's row.

use imagetotext::export::{LineMode, TextWithSpans, WordSpan, text_with_spans};
use imagetotext::{Document, Page};
use zeroize::Zeroizing;

/// For each word of a page, in the order of its lines, the line of its text and the tabs before it there.
pub(super) fn text_places(page: &Page) -> impl Iterator<Item = [u32; 2]> {
    let document = Document::new(vec![page.clone()]);
    let TextWithSpans { text, mut spans, .. } = text_with_spans(&document, LineMode::Keep);
    let text = Zeroizing::new(text);
    spans.sort_by_key(|span| span.start);
    let (mut at, mut row, mut column) = (0, 0, 0);
    let mut places = Vec::with_capacity(spans.len());
    for WordSpan { block, line, word, start, end, .. } in spans {
        for character in text.get(at..start).unwrap_or_default().chars() {
            match character {
                '\n' => (row, column) = (row + 1, 0),
                '\t' => column += 1,
                _ => {}
            }
        }
        at = at.max(end);
        places.push(((block, line, word), [row, column]));
    }
    places.sort_unstable_by_key(|(word, _)| *word);
    places.into_iter().map(|(_, place)| place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::tests::heading_and_table;

    #[test]
    fn cells_of_a_row_are_in_one_line() {
        let places: Vec<[u32; 2]> = text_places(&heading_and_table()).collect();
        let first = places[0][0];
        assert_eq!(places[1..3], [[first + 2, 0], [first + 2, 1]], "the row after a blank line");
        assert_eq!(places[3..], [[first + 3, 0], [first + 3, 1]]);
    }
}
