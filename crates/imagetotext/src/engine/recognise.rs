//! Recognition: a crop becomes words with places and confidences.

use std::ops::Range;

use imagetotext_nn::{Model, Output, Parallelism};

use super::alphabet::Alphabet;
use super::blanks_before_marks::settle_blanks_before_marks;
use super::crop::Crop;
use super::ctc::{self, DecodedChar};
use super::dashes::confirm_dashes;
use super::degree_signs::read_degree_signs;
use super::dots::count_dots;
use super::leaders::{Leader, leaders};
use super::letter_case::raise_capitals;
use super::line_reading::{LineReading, WordReading};
use super::mark_runs::join_mark_runs;
use super::middle_dots::read_middle_dots;
use super::number_signs::correct_signs;
use super::ones::tell_letters_from_ones;
use super::underscores::count_underscores;
use super::unread_ink::read_unread_ink;
use super::word_segmentation::{is_inked, split_words, widest_gap};
use super::zero_amounts::read_zero_amounts;
use super::zeros::tell_letters_from_zeros;
use crate::error::ModelPart;
use crate::{Error, Word};

/// Longest piece that is read at once, in line heights of the crop: wider lines were not trained on.
pub(super) const MAX_LENGTH: usize = 50;

/// Reads the line in `crop`.
pub(super) fn recognise(
    network: &dyn Model,
    alphabet: &Alphabet,
    crop: &Crop,
    parallelism: Parallelism<'_>,
) -> Result<LineReading, Error> {
    let ink = crop.column_ink();
    let mut reading = LineReading::new(crop.filled, crop.height);
    let mut start = 0;
    for leader in leaders(crop) {
        read_columns(
            network,
            alphabet,
            crop,
            start..leader.columns.start,
            &ink,
            parallelism,
            &mut reading,
        )?;
        start = leader.columns.end;
        // Before nothing else, as in a form, its marks are what the line says.
        if !ink[start..].iter().any(|&ink| is_inked(ink)) {
            reading.words.push(word_of_marks(&leader, crop));
        }
    }
    read_columns(network, alphabet, crop, start..crop.filled, &ink, parallelism, &mut reading)?;
    Ok(reading)
}

/// The marks of a leader as a word.
fn word_of_marks(leader: &Leader, crop: &Crop) -> WordReading {
    let Range { start, end } = leader.columns;
    let text = std::iter::repeat_n(leader.mark, leader.count).collect::<String>();
    let quad = crop.quad_of(start as f32, end as f32);
    let word = Word::new(text, quad, vec![1.0; leader.count]);
    WordReading { word, columns: start..end, log_likelihood: 0.0 }
}

/// Reads a part of the line in `crop`.
fn read_columns(
    network: &dyn Model,
    alphabet: &Alphabet,
    crop: &Crop,
    within: Range<usize>,
    ink: &[f32],
    parallelism: Parallelism<'_>,
    reading: &mut LineReading,
) -> Result<(), Error> {
    if within.len() < crop.filled && !ink[within.clone()].iter().any(|&ink| is_inked(ink)) {
        return Ok(());
    }
    for piece in pieces(&ink[within.clone()], MAX_LENGTH * crop.height) {
        let piece = piece.start + within.start..piece.end + within.start;
        let part;
        let shown = if piece == (0..crop.filled) {
            crop
        } else {
            part = crop.columns(piece.start, piece.end);
            &part
        };
        let output = scores(network, alphabet, shown, parallelism)?;
        reading.add_features(&output.features, piece.len());
        let (words, log_likelihood) = words_seen(&output, alphabet, shown, &ink[piece.clone()]);
        reading.log_likelihood += log_likelihood;
        reading.words.extend(words.into_iter().map(|mut word| {
            word.columns = word.columns.start + piece.start..word.columns.end + piece.start;
            word
        }));
    }
    Ok(())
}

/// What the network returned for `crop`, which is not longer than it was trained for, as a reading.
pub(super) fn reading(output: &Output, alphabet: &Alphabet, crop: &Crop) -> LineReading {
    let mut reading = LineReading::new(crop.filled, crop.height);
    (reading.words, reading.log_likelihood) =
        words_seen(output, alphabet, crop, &crop.column_ink());
    reading
}

/// The words of a crop, with their columns in it, and the log-probability of its frames.
fn words_seen(
    output: &Output,
    alphabet: &Alphabet,
    crop: &Crop,
    ink: &[f32],
) -> (Vec<WordReading>, f32) {
    let frames = output.shape[0];
    let (mut text, log_likelihoods) = ctc::decode(&output.values, alphabet);
    // Columns of the crop per frame.
    let step = crop.width as f32 / frames.max(1) as f32;
    read_unread_ink(&mut text, &output.values, alphabet, step, crop);
    confirm_dashes(&mut text, step, crop);
    read_middle_dots(&mut text, step, crop);
    join_mark_runs(&mut text);
    count_dots(&mut text, step, crop);
    count_underscores(&mut text, step, crop);
    tell_letters_from_zeros(&mut text, step, crop);
    tell_letters_from_ones(&mut text, step, crop);
    read_zero_amounts(&mut text);
    raise_capitals(&mut text, step, crop);
    correct_signs(&mut text, step, crop);
    read_degree_signs(&mut text, step, crop);
    settle_blanks_before_marks(&mut text, step, ink);
    let words = words_of(&text, step, crop, ink).into_iter().map(|(word, columns)| {
        let frame = |column: usize| ((column as f32 / step).round() as usize).min(frames);
        let shown = frame(columns.start)..frame(columns.end);
        WordReading { word, columns, log_likelihood: log_likelihoods[shown].iter().sum() }
    });
    (words.collect(), log_likelihoods.iter().sum())
}

/// The log-probabilities of the blank and of the characters of `alphabet` in each frame of `crop`.
///
/// # Errors
/// [`Error::Model`] when the network does not fit the alphabet.
pub(super) fn scores(
    network: &dyn Model,
    alphabet: &Alphabet,
    crop: &Crop,
    parallelism: Parallelism<'_>,
) -> Result<Output, Error> {
    let output = network.run(&crop.pixels, crop.width, parallelism)?;
    let [_, 1, classes] = output.shape[..] else {
        return Err(Error::Model {
            part: ModelPart::Recognition,
            reason: "it does not return scores of characters".to_owned(),
        });
    };
    if classes != alphabet.len() + 1 {
        return Err(Error::Model {
            part: ModelPart::Alphabet,
            reason: format!(
                "it has {} characters, the recognition model needs {}",
                alphabet.len(),
                classes.saturating_sub(1)
            ),
        });
    }
    Ok(output)
}

/// Cuts a line of `ink.len()` columns into pieces of at most `longest`, in the widest gap of the last
/// third of each; at the end of it when there is no gap at all.
fn pieces(ink: &[f32], longest: usize) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    while ink.len() - start > longest {
        let last_third = start + longest * 2 / 3..start + longest;
        let gap = widest_gap(ink, last_third.clone());
        let cut = gap.map_or(last_third.end, |gap| usize::midpoint(gap.start, gap.end));
        pieces.push(start..cut);
        start = cut;
    }
    pieces.push(start..ink.len());
    pieces
}

/// The words of a crop with their places, and the columns from the middle of the gap before each to the
/// middle of the one behind it; frames are `step` columns wide.
fn words_of(
    text: &[DecodedChar],
    step: f32,
    crop: &Crop,
    ink: &[f32],
) -> Vec<(Word, Range<usize>)> {
    let words = split_words(text, step, ink, crop.height);
    let column = |frame: usize| ((frame as f32 * step) as usize).min(ink.len());
    let mut left = 0;
    let mut begin = 0;
    let mut found = Vec::with_capacity(words.len());
    for (index, word) in words.iter().enumerate() {
        let (right, next) = match words.get(index + 1) {
            Some(after) => {
                let between =
                    column(word[word.len() - 1].frames.end)..column(after[0].frames.start);
                let middle = usize::midpoint(between.start, between.end);
                widest_gap(ink, between).map_or((middle, middle), |gap| (gap.start, gap.end))
            }
            None => (ink.len(), ink.len()),
        };
        let (start, end) = shrink_to_ink(ink, left..right.max(left));
        let middle = usize::midpoint(right, next).max(begin);
        let word = Word {
            text: word.iter().map(|decoded| decoded.character).collect(),
            quad: crop.quad_of(start as f32, end as f32),
            confidence: word.iter().map(|decoded| decoded.confidence).fold(1.0, f32::min),
            characters: word.iter().map(|decoded| decoded.confidence).collect(),
        };
        found.push((word, begin..middle));
        (left, begin) = (next, middle);
    }
    found
}

/// Moves both ends to the outermost ink between them.
fn shrink_to_ink(ink: &[f32], word: Range<usize>) -> (usize, usize) {
    let is_ink = |&ink: &f32| is_inked(ink);
    let first = ink[word.clone()].iter().position(is_ink);
    let last = ink[word.clone()].iter().rposition(is_ink);
    match (first, last) {
        (Some(first), Some(last)) => (word.start + first, word.start + last + 1),
        _ => (word.start, word.end),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_lines_stay_whole() {
        assert_eq!(pieces(&[0.5; 90], 100), vec![0..90]);
    }

    #[test]
    fn long_lines_are_cut_where_the_gap_is_widest() {
        let mut ink = vec![1.0; 150];
        ink[70..72].fill(0.0);
        ink[80..90].fill(0.0);
        ink[20..60].fill(0.0);
        assert_eq!(pieces(&ink, 100), [0..85, 85..150]);
    }

    #[test]
    fn lines_without_a_gap_are_cut_at_the_longest() {
        assert_eq!(pieces(&[1.0; 250], 100), [0..100, 100..200, 200..250]);
    }

    #[test]
    fn words_shrink_to_their_ink() {
        let ink = [0.0, 0.0, 0.9, 0.1, 0.9, 0.0];
        assert_eq!(shrink_to_ink(&ink, 0..6), (2, 5));
        assert_eq!(shrink_to_ink(&[0.0; 4], 1..3), (1, 3));
    }
}
