//! Exponents of ten, as of cells in a litre of blood. They are less than half as large as the line that they are in, so that
//! the recogniser takes them for other figures or for degree signs: they are cut out and read a second time, enlarged.

use std::ops::Range;

use super::crop::Crop;
use super::line_reading::{LineReading, WordReading};
use crate::{Error, Quad, Word};

/// Tuned numbers of this stage, on drawn reports of laboratories in nine faces (`models/training/LOG.md`, 2026-11-28).
struct Tuning {
    /// Confidence of the second reading, 0 to 1.
    sure: f32,
    /// Where raised ink ends at most, in heights of the figures before it.
    end: f32,
    /// What is below the figures in the box that is read, in their heights.
    below: f32,
}

const TUNING: Tuning = Tuning { sure: 0.85, end: 0.72, below: 0.2 };

/// Figures of an exponent at most.
const DIGITS: usize = 3;

/// What may be before the ten in a word.
const BEFORE: &str = "(×x·*";

/// Raised marks that are no figures: of inches, minutes and notes.
const MARKS: &str = "\"'″′“”‘’*†‡";

/// Whether there are words that begin with a ten.
pub(super) fn may_have_exponents(reading: &LineReading) -> bool {
    reading.words.iter().any(|it| around_exponent(&it.word.text).is_some())
}

/// Reads the exponents of ten in the words of a line; `read` reads a part of the picture as a line without anything beside it.
pub(super) fn correct_exponents(
    reading: &mut LineReading,
    crop: &Crop,
    read: impl Fn(Quad) -> Result<LineReading, Error>,
) -> Result<(), Error> {
    // Readings of other crops have other columns.
    let words = if reading.width == crop.filled { &mut reading.words[..] } else { &mut [] };
    for word in words {
        let Some((ten, rest)) = around_exponent(&word.word.text) else { continue };
        let Some(raised) = raised_ink(word, ten, !rest.is_empty(), crop) else { continue };
        if let Some(exponent) = exponent_of(&read(place_of(&raised, crop))?) {
            word.word = with_exponent(&word.word, ten, &exponent, rest.chars().count());
        }
    }
    Ok(())
}

/// The number of characters up to the end of a ten with which a word begins, and what follows its exponent.
fn around_exponent(text: &str) -> Option<(usize, &str)> {
    let before = text.chars().take_while(|&it| BEFORE.contains(it)).count();
    let number = text.trim_start_matches(|it| BEFORE.contains(it)).strip_prefix("10")?;
    let rest = number.find('/').map_or("", |at| &number[at..]);
    let read = number.strip_suffix(rest)?;
    let shown = read.chars().count();
    if read.contains(|it: char| it.is_alphabetic() || MARKS.contains(it)) {
        return None;
    }
    // Of an exponent that was not read at all nothing is left but the unit.
    (shown <= DIGITS && (shown > 0 || !rest.is_empty())).then_some((before + 2, rest))
}

/// Columns and rows of the ink that is raised after a ten, the second figure of which is the character before `ten`.
fn raised_ink(
    word: &WordReading,
    ten: usize,
    has_rest: bool,
    crop: &Crop,
) -> Option<[Range<usize>; 2]> {
    let is_of_word =
        |run: &Range<usize>| word.columns.contains(&usize::midpoint(run.start, run.end));
    let runs: Vec<Range<usize>> = crop.ink_runs().into_iter().filter(is_of_word).collect();
    let figure = crop.ink_rows(runs.get(ten.checked_sub(1)?)?);
    let lowest = figure.start + (TUNING.end * figure.len() as f32) as usize;
    // The stroke of a unit may touch the last figure, so only its lower end counts.
    let is_above = |&column: &usize| crop.ink_extent(column).is_none_or(|(_, end)| end < lowest);
    let after = runs.get(ten)?.start..runs.last()?.end;
    let end = after.clone().take_while(is_above).last()? + 1;
    let raised = after.start..end;
    (has_rest == (end < after.end)).then(|| [raised.clone(), crop.ink_rows(&raised)])
}

/// Where this ink is, as the box of a line.
fn place_of([columns, rows]: &[Range<usize>; 2], crop: &Crop) -> Quad {
    let bottom = rows.end as f32 + TUNING.below * rows.len() as f32;
    crop.quad_of_rows(columns.start as f32..columns.end as f32, rows.start as f32..bottom)
}

/// The exponent that a second reading is, in raised figures; nothing raises a ten to 0 or 1.
fn exponent_of(reading: &LineReading) -> Option<(String, f32)> {
    let text: String = reading.words.iter().map(|it| it.word.text.as_str()).collect();
    let digits = text.strip_prefix(['-', '–', '−', '⁻']).unwrap_or(&text);
    let is_signed = digits.len() < text.len();
    let value: usize = digits.parse().ok()?;
    let is_exponent = digits.len() <= DIGITS
        && (is_signed || value > 1)
        && reading.min_confidence() >= TUNING.sure;
    let raised = |it: char| Some(RAISED[usize::try_from(it.to_digit(10)?).ok()?]);
    let sign = is_signed.then_some('⁻');
    let text =
        sign.into_iter().map(Some).chain(digits.chars().map(raised)).collect::<Option<_>>()?;
    is_exponent.then_some((text, reading.min_confidence()))
}

/// Raised figures from 0 to 9.
const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// A word whose first `ten` characters and last `rest` ones have an exponent between.
fn with_exponent(word: &Word, ten: usize, (exponent, sure): &(String, f32), rest: usize) -> Word {
    let count = word.characters.len();
    let characters = word.text.chars();
    let tail = characters.clone().skip(count - rest);
    let text: String = characters.take(ten).chain(exponent.chars()).chain(tail).collect();
    let confidences = word.characters[..ten].iter().copied();
    let confidences = confidences
        .chain(exponent.chars().map(|_| *sure))
        .chain(word.characters[count - rest..].iter().copied());
    Word::new(text, word.quad, confidences.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::glyph_box::drawn;

    fn word(text: &str, columns: Range<usize>) -> WordReading {
        let quad = Quad::upright(0.0, 0.0, 1.0, 1.0);
        let word = Word::new(text, quad, vec![0.9; text.chars().count()]);
        WordReading { word, columns, log_likelihood: 0.0 }
    }

    /// What becomes of a word, of which the figures after the ten are drawn in these rows and read so.
    fn corrected(text: &str, rows: Range<usize>, second: &str) -> String {
        let mut bars = vec![(24..34, 20..60), (40..56, 20..60), (60..70, rows)];
        // The stroke of a unit.
        if text.contains('/') {
            bars.push((76..80, 20..60));
        }
        let (_, crop) = drawn::bars("", &bars);
        let mut reading = LineReading::new(crop.filled, crop.height);
        reading.words.push(word(text, 0..crop.filled));
        let read = |_| {
            let mut reading = LineReading::new(10, 32);
            reading.words.push(word(second, 0..10));
            Ok(reading)
        };
        correct_exponents(&mut reading, &crop, read).unwrap();
        reading.words[0].word.text.clone()
    }

    #[test]
    fn raised_figures_after_a_ten_are_what_they_are_enlarged() {
        assert_eq!(corrected("10°/L", 20..38, "12"), "10¹²/L");
        assert_eq!(corrected("109", 20..38, "6"), "10⁶");
        assert_eq!(corrected("10/l", 20..38, "-6"), "10⁻⁶/l");
    }

    #[test]
    fn other_figures_and_signs_stay() {
        assert_eq!(corrected("109", 20..60, "9"), "109", "as tall as the others");
        assert_eq!(corrected("10°", 20..38, "0"), "10°", "nothing is raised to 0");
        assert_eq!(corrected("10°/L", 20..38, "C"), "10°/L");
        assert_eq!(corrected("209", 20..38, "9"), "209");
        assert_eq!(corrected("10°C", 20..38, "9"), "10°C");
        assert_eq!(corrected("10\"", 20..38, "11"), "10\"");
    }
}
