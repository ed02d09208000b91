//! Lines of a text layer, from the order of places to that of reading.

use unicode_normalization::UnicodeNormalization as _;

use super::{direction, has_right_to_left, reordered};
use crate::{Block, Line, Quad, Word};

/// Puts the words of lines, and the characters in them, from the order of places from left to right into that of reading.
pub(crate) fn in_reading_order(mut blocks: Vec<Block>) -> Vec<Block> {
    let has_some = |line: &Line| line.words.iter().any(|word| has_right_to_left(&word.text));
    let lines = blocks.iter().flat_map(|block| &block.lines);
    let (some, none): (Vec<_>, Vec<_>) = lines.partition(|line| has_some(line));
    let is_usual = some.len() >= none.len();
    for line in blocks.iter_mut().flat_map(|block| &mut block.lines).filter(|line| has_some(line)) {
        let letters: Vec<bool> = directions(line).collect();
        // A line begins with a letter of its own direction. Where both ends could be its beginning, the page decides.
        let is_right_to_left = match letters[..] {
            [first, .., last] if first != last => is_usual,
            [first, ..] => first,
            [] => is_usual,
        };
        reorder(line, is_right_to_left);
    }
    blocks
}

/// Of each letter, whether it is written from right to left.
fn directions(line: &Line) -> impl Iterator<Item = bool> {
    line.words.iter().flat_map(|word| word.text.chars()).filter_map(direction)
}

/// A character of a line, and where it is.
#[derive(Clone, Copy)]
struct Place {
    word: usize,
    /// In its word, from 0 to 1.
    from: f32,
    to: f32,
}

fn reorder(line: &mut Line, is_right_to_left: bool) {
    let mut characters = Vec::new();
    let mut places = Vec::new();
    for (word, it) in line.words.iter().enumerate() {
        if word > 0 {
            characters.push(' ');
            places.push(None);
        }
        let count = it.text.chars().count() as f32;
        for (index, character) in it.text.chars().enumerate() {
            let [from, to] = [index as f32, index as f32 + 1.0].map(|at| at / count);
            characters.push(character);
            places.push(Some(Place { word, from, to }));
        }
    }
    let order = reordered(&characters, is_right_to_left);
    let words = order.split(|&index| places[index].is_none()).filter(|word| !word.is_empty());
    line.words = words
        .map(|word| {
            let text: String = word.iter().map(|&index| characters[index]).nfc().collect();
            let places = word.iter().filter_map(|&index| places[index]);
            let certain = vec![1.0; text.chars().count()];
            Word::new(text, outline(&line.words, places), certain)
        })
        .collect();
}

/// The outline of characters out of one or more words.
fn outline(words: &[Word], places: impl Iterator<Item = Place>) -> Quad {
    let mut parts: Vec<Place> = Vec::new();
    for place in places {
        match parts.iter_mut().find(|part| part.word == place.word) {
            Some(part) => {
                part.from = part.from.min(place.from);
                part.to = part.to.max(place.to);
            }
            None => parts.push(place),
        }
    }
    parts.sort_by_key(|part| part.word);
    let quad = |part: &Place| {
        let [tl, tr, br, bl] = words[part.word].quad.0;
        let at = |a: [f32; 2], b: [f32; 2], way: f32| [0, 1].map(|i| a[i] + (b[i] - a[i]) * way);
        [at(tl, tr, part.from), at(tl, tr, part.to), at(bl, br, part.to), at(bl, br, part.from)]
    };
    match (parts.first().map(quad), parts.last().map(quad)) {
        (Some([tl, _, _, bl]), Some([_, tr, br, _])) => Quad([tl, tr, br, bl]),
        _ => Quad::upright(0.0, 0.0, 0.0, 0.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::BlockKind;

    /// The text of a line whose words are at these places from left to right, each 10 wide for a character.
    fn read(lines: &[&str]) -> Vec<Line> {
        let line = |text: &&str| {
            let mut left = 0.0;
            let words = text.split(' ').map(|word| {
                let count = word.chars().count();
                let right = left + 10.0 * count as f32;
                let quad = Quad::upright(left, 0.0, right, 20.0);
                left = right + 10.0;
                Word::new(word, quad, vec![1.0; count])
            });
            let words: Vec<Word> = words.collect();
            Line::new(Quad::upright(0.0, 0.0, left - 10.0, 20.0), words)
        };
        let block = Block::new(BlockKind::Paragraph, lines.iter().map(line).collect());
        in_reading_order(vec![block]).remove(0).lines
    }

    #[test]
    fn lines_are_read_in_their_direction() {
        let lines = [
            (
                ".םילימ 123 לש )ןושאר( ןחבמ הז ,םלוע םולש",
                "שלום עולם, זה מבחן (ראשון) של 123 מילים.",
            ),
            (
                ".Microsoft Office-ל 2024 תנשב report.pdf ץבוקה",
                "הקובץ report.pdf בשנת 2024 ל-Microsoft Office.",
            ),
            ("The words בוט םוי mean good day.", "The words יום טוב mean good day."),
            ("Nothing to turn, 12.", "Nothing to turn, 12."),
        ];
        let seen: Vec<&str> = lines.iter().map(|(seen, _)| *seen).collect();
        for (line, (_, expected)) in read(&seen).iter().zip(lines) {
            assert_eq!(line.text(), expected);
        }
    }

    #[test]
    fn words_stay_where_they_are() {
        let [line] = &read(&["Office-ל םולש"])[..] else { panic!() };
        let places: Vec<_> = line
            .words
            .iter()
            .map(|word| {
                let bounds = word.quad.bounds();
                (word.text.as_str(), bounds.left.round() as i32, bounds.right.round() as i32)
            })
            .collect();
        assert_eq!(places, [("שלום", 90, 130), ("ל-Office", 0, 80)]);
    }
}
