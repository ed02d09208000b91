//! Where the words of a line end: at the spaces that were read, and at those that were missed.
//!
//! The recogniser misses spaces after punctuation in tightly set text, where the gap is narrow in pixels
//! but as wide as the other gaps of the line, and around the stroke of `1 / 2`, which mostly stands without.

use std::ops::Range;

use super::ctc::DecodedChar;

/// Tuned numbers of this stage; on the public screenshots (`models/training/LOG.md`, 2026-11-24).
struct Tuning {
    /// Ink, 0 to 1: what is fainter is background.
    min_ink: f32,
    /// A gap is a space from this share of the median space of its line. Of the missed spaces in the
    /// public screenshots all but one are wider, and after punctuation no other gaps are.
    space_share: f32,
    /// It must also be this many times as wide as the median gap between letters.
    letter_gap_ratio: f32,
    /// Spaces that a line must have for their median to mean something.
    min_spaces: usize,
    /// Gap in line heights on both sides of a stroke between numbers that are spaces; a stroke without them
    /// leans over its neighbours.
    stroke_space: f32,
}

const TUNING: Tuning = Tuning {
    min_ink: 0.3,
    space_share: 0.6,
    letter_gap_ratio: 3.0,
    min_spaces: 3,
    stroke_space: 0.2,
};

/// Whether a column with so much ink, 0 to 1, shows more than background.
pub(super) fn is_inked(ink: f32) -> bool {
    ink >= TUNING.min_ink
}

/// The ink of the columns of a line, and how many of them a frame has.
pub(super) struct InkedLine<'a> {
    pub(super) step: f32,
    pub(super) ink: &'a [f32],
}

impl InkedLine<'_> {
    /// The column in the middle of a character.
    pub(super) fn column(&self, it: &DecodedChar) -> usize {
        let middle = (it.frames.start + it.frames.end) as f32 / 2.0;
        ((middle * self.step) as usize).min(self.ink.len())
    }

    /// Columns of the widest gap between the middles of two characters.
    pub(super) fn gap(&self, a: &DecodedChar, b: &DecodedChar) -> usize {
        let between = self.column(a)..self.column(b).max(self.column(a));
        widest_gap(self.ink, between).map_or(0, |gap| gap.len())
    }
}

/// The words of `text`, a line of `height` columns; its frames are `step` columns wide, and `ink` is the ink
/// of the columns.
pub(super) fn split_words<'a>(
    text: &'a [DecodedChar],
    step: f32,
    ink: &[f32],
    height: usize,
) -> Vec<&'a [DecodedChar]> {
    let missed = missed_spaces(text, step, ink, height);
    let mut words = Vec::new();
    let mut start = 0;
    for (index, decoded) in text.iter().enumerate() {
        if decoded.character == ' ' {
            words.push(&text[start..index]);
            start = index + 1;
        } else if missed.contains(&index) {
            words.push(&text[start..=index]);
            start = index + 1;
        }
    }
    words.push(&text[start..]);
    words.retain(|word| !word.is_empty());
    words
}

/// Indices of the characters after which a space was missed.
fn missed_spaces(text: &[DecodedChar], step: f32, ink: &[f32], height: usize) -> Vec<usize> {
    let line = InkedLine { step, ink };
    let gap = |a: &DecodedChar, b: &DecodedChar| line.gap(a, b);
    let around_spaces = text.windows(3).filter(|three| three[1].character == ' ');
    let spaces: Vec<usize> = around_spaces.map(|three| gap(&three[0], &three[2])).collect();
    let count = spaces.len();
    let joined = text.windows(2).filter(|two| two.iter().all(|it| it.character != ' '));
    let letter_gaps: Vec<usize> = joined.map(|two| gap(&two[0], &two[1])).collect();
    let stroke = TUNING.stroke_space * height as f32;
    let punctuation = match (median(letter_gaps), median(spaces)) {
        (Some(letter_gap), Some(space)) if count >= TUNING.min_spaces => {
            (TUNING.space_share * space as f32).max(TUNING.letter_gap_ratio * letter_gap as f32)
        }
        _ => f32::INFINITY,
    };
    let mut missed = Vec::new();
    for index in 1..text.len().saturating_sub(1) {
        let three: [char; 3] = [index - 1, index, index + 1].map(|at| text[at].character);
        let [before, after] = [index - 1, index].map(|at| gap(&text[at], &text[at + 1]) as f32);
        if expects_space(three) && after >= punctuation {
            missed.push(index);
        } else if is_between_numbers(three) && before.min(after) >= stroke {
            missed.extend([index - 1, index]);
        }
    }
    missed
}

/// Whether a space is usual between the second and the third of three characters. Names of files and
/// numbers have dots and commas without one.
fn expects_space([before, mark, after]: [char; 3]) -> bool {
    match mark {
        ',' | ';' => after.is_alphabetic(),
        ':' => after.is_alphabetic() && before != ':',
        '.' | '!' | '?' => after.is_uppercase() && before.is_alphanumeric(),
        _ => false,
    }
}

/// Whether the second of three characters is a stroke between two numbers.
fn is_between_numbers([before, stroke, after]: [char; 3]) -> bool {
    stroke == '/' && before.is_ascii_digit() && after.is_ascii_digit()
}

/// The middle one of some values.
pub(super) fn median(mut values: Vec<usize>) -> Option<usize> {
    let middle = values.len() / 2;
    (!values.is_empty()).then(|| *values.select_nth_unstable(middle).1)
}

/// The longest stretch without ink in `within`, if there is one.
pub(super) fn widest_gap(ink: &[f32], within: Range<usize>) -> Option<Range<usize>> {
    let mut widest: Option<Range<usize>> = None;
    let mut start = within.start;
    // The end counts as ink, which ends the last stretch.
    let is_ground = |column| column < within.end && ink[column] < TUNING.min_ink;
    for column in within.start..=within.end {
        if is_ground(column) {
            continue;
        }
        if column - start > widest.as_ref().map_or(0, Range::len) {
            widest = Some(start..column);
        }
        start = column + 1;
    }
    widest
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line of letters eight columns wide in frames of two: each has six columns of ink and two
    /// without; `_` is a gap that was read as nothing.
    fn words_of(line: &str) -> Vec<String> {
        let mut text = Vec::new();
        let mut ink = Vec::new();
        for (place, character) in line.chars().enumerate() {
            let frames = 4 * place..4 * place + 4;
            let dark = if matches!(character, ' ' | '_') { 0.0 } else { 1.0 };
            ink.extend([dark, dark, dark, dark, dark, dark, 0.0, 0.0]);
            if character != '_' {
                text.push(DecodedChar { character, confidence: 1.0, frames });
            }
        }
        let words = split_words(&text, 2.0, &ink, 20);
        words.iter().map(|word| word.iter().map(|decoded| decoded.character).collect()).collect()
    }

    #[test]
    fn words_end_at_spaces() {
        assert_eq!(words_of("one two  three"), ["one", "two", "three"]);
        assert!(words_of("").is_empty());
    }

    #[test]
    fn a_space_missed_after_punctuation_is_found() {
        assert_eq!(words_of("a b c bin,_sbin"), ["a", "b", "c", "bin,", "sbin"]);
        assert_eq!(words_of("a b c end._The"), ["a", "b", "c", "end.", "The"]);
    }

    #[test]
    fn spaces_missed_around_a_stroke_are_found() {
        assert_eq!(words_of("1_/_2"), ["1", "/", "2"]);
        assert_eq!(words_of("1/_2"), ["1/2"]);
        assert_eq!(words_of("a_/_b"), ["a/b"]);
    }

    #[test]
    fn gaps_elsewhere_are_no_spaces() {
        for line in ["a b c bin,sbin", "a b c foo._bar", "a b c 1,_000", "a b c f_g", "a b x,_y"] {
            assert_eq!(words_of(line).len(), 1 + line.matches(' ').count(), "{line}");
        }
    }
}
