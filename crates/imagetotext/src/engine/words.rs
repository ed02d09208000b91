//! Where the words of a line end: at the blanks that were read, and at those that were missed.
//!
//! The recogniser misses blanks after punctuation in tightly set text, where the gap is narrow in
//! pixels but as wide as the other gaps of the line.

use std::ops::Range;

use super::ctc::Read;

/// Ink fainter than this, 0 to 1, is ground.
pub(super) const FAINT: f32 = 0.3;
/// A gap counts as a blank from this share of the usual blank of its line. Of the evaluation
/// screenshots' missed blanks all but one are wider, and after punctuation no others are.
const WIDE: f32 = 0.6;
/// It must also be this many times as wide as what is usual between letters.
const WIDER: f32 = 3.0;
/// Blanks that a line must have to tell what is usual.
const BLANKS: usize = 3;

/// The words of `text`; its frames are `step` columns wide, and `ink` is the darkness of the columns.
pub(super) fn words<'a>(text: &'a [Read], step: f32, ink: &[f32]) -> Vec<&'a [Read]> {
    let missed = missed(text, step, ink);
    let mut words = Vec::new();
    let mut start = 0;
    for (index, read) in text.iter().enumerate() {
        if read.character == ' ' {
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

/// The characters after which a blank was missed.
fn missed(text: &[Read], step: f32, ink: &[f32]) -> Vec<usize> {
    let column = |read: &Read| {
        let middle = (read.frames.start + read.frames.end) as f32 / 2.0;
        ((middle * step) as usize).min(ink.len())
    };
    let gap = |a: &Read, b: &Read| {
        let between = column(a)..column(b).max(column(a));
        widest_blank(ink, between).map_or(0, |blank| blank.len())
    };
    let around = text.windows(3).filter(|three| three[1].character == ' ');
    let blanks: Vec<usize> = around.map(|three| gap(&three[0], &three[2])).collect();
    let joined = text.windows(2).filter(|two| two.iter().all(|read| read.character != ' '));
    let letters: Vec<usize> = joined.map(|two| gap(&two[0], &two[1])).collect();
    if blanks.len() < BLANKS {
        return Vec::new();
    }
    let (Some(blank), Some(letter)) = (median(blanks), median(letters)) else { return Vec::new() };
    let least = (WIDE * blank as f32).max(WIDER * letter as f32);
    let places = (1..text.len().saturating_sub(1)).filter(|&index| {
        let three: [char; 3] = [index - 1, index, index + 1].map(|at| text[at].character);
        wants_blank(three) && gap(&text[index], &text[index + 1]) as f32 >= least
    });
    places.collect()
}

/// Whether a blank is usual between the second and the third of three characters. Names of files and
/// numbers have dots and commas without one.
fn wants_blank([before, mark, after]: [char; 3]) -> bool {
    match mark {
        ',' | ';' => after.is_alphabetic(),
        ':' => after.is_alphabetic() && before != ':',
        '.' | '!' | '?' => after.is_uppercase() && before.is_alphanumeric(),
        _ => false,
    }
}

fn median(mut values: Vec<usize>) -> Option<usize> {
    let middle = values.len() / 2;
    (!values.is_empty()).then(|| *values.select_nth_unstable(middle).1)
}

/// The longest stretch without ink in `within`, if there is one.
pub(super) fn widest_blank(ink: &[f32], within: Range<usize>) -> Option<Range<usize>> {
    let mut widest: Option<Range<usize>> = None;
    let mut start = within.start;
    // The end counts as ink, which ends the last stretch.
    let is_blank = |column| column < within.end && ink[column] < FAINT;
    for column in within.start..=within.end {
        if is_blank(column) {
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
    fn read(line: &str) -> Vec<String> {
        let mut text = Vec::new();
        let mut ink = Vec::new();
        for (place, character) in line.chars().enumerate() {
            let frames = 4 * place..4 * place + 4;
            let dark = if matches!(character, ' ' | '_') { 0.0 } else { 1.0 };
            ink.extend([dark, dark, dark, dark, dark, dark, 0.0, 0.0]);
            if character != '_' {
                text.push(Read { character, confidence: 1.0, frames });
            }
        }
        let words = words(&text, 2.0, &ink);
        words.iter().map(|word| word.iter().map(|read| read.character).collect()).collect()
    }

    #[test]
    fn words_end_at_blanks() {
        assert_eq!(read("one two  three"), ["one", "two", "three"]);
        assert!(read("").is_empty());
    }

    #[test]
    fn a_blank_that_was_missed_after_punctuation_is_seen() {
        assert_eq!(read("a b c bin,_sbin"), ["a", "b", "c", "bin,", "sbin"]);
        assert_eq!(read("a b c end._The"), ["a", "b", "c", "end.", "The"]);
    }

    #[test]
    fn gaps_elsewhere_are_no_blanks() {
        for line in ["a b c bin,sbin", "a b c foo._bar", "a b c 1,_000", "a b c f_g", "a b x,_y"] {
            assert_eq!(read(line).len(), 1 + line.matches(' ').count(), "{line}");
        }
    }
}
