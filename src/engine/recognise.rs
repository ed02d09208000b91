//! What stands in a line: a crop becomes words with places and confidences.

use std::ops::Range;
use std::sync::Arc;

use rten::ThreadPool;

use super::crop::Crop;
use super::ctc::{self, Read};
use super::network::Network;
use super::words::{self, FAINT, widest_blank};
use crate::{Error, Line, Quad, Word};

/// Longest piece that is read at once, in line heights of the crop: wider lines were not trained on.
const LONGEST: usize = 50;

/// A reading with a character less sure than this, 0 to 1, deserves a second look. One line in five
/// of the evaluation screenshots has one, and four of five mistakes are in them.
const DOUBTFUL: f32 = 0.75;

/// What was read in a line.
#[derive(Debug)]
pub(super) struct Reading {
    words: Vec<Word>,
    /// Log-probability of the most probable way through the frames.
    likelihood: f32,
}

impl Reading {
    pub(super) fn is_doubtful(&self) -> bool {
        self.words.iter().any(|word| word.confidence < DOUBTFUL)
    }

    pub(super) fn is_likelier(&self, other: &Self) -> bool {
        self.likelihood > other.likelihood
    }

    /// The more probable one of two readings of a line.
    pub(super) fn or(self, other: Self) -> Self {
        if other.is_likelier(&self) { other } else { self }
    }

    /// The line at `quad`; `None` when there is no text.
    pub(super) fn line(self, quad: Quad) -> Option<Line> {
        (!self.words.is_empty()).then_some(Line { quad, words: self.words })
    }
}

/// Reads the line in `crop`.
pub(super) fn recognise(
    network: &dyn Network,
    alphabet: &[char],
    crop: &Crop,
    pool: &Arc<ThreadPool>,
) -> Result<Reading, Error> {
    let ink = crop.ink();
    let mut reading = Reading { words: Vec::new(), likelihood: 0.0 };
    for piece in pieces(&ink, LONGEST * crop.height) {
        let part;
        let shown = if piece == (0..crop.filled) {
            crop
        } else {
            part = crop.columns(piece.start, piece.end);
            &part
        };
        let output = network.run(&shown.pixels, shown.width, pool)?;
        let [frames, 1, classes] = output.shape[..] else {
            return Err(Error::Model {
                part: "recognition",
                reason: "it does not return scores of characters".to_owned(),
            });
        };
        if classes != alphabet.len() + 1 {
            return Err(Error::Model {
                part: "alphabet",
                reason: format!(
                    "it has {} characters, the recognition model needs {}",
                    alphabet.len(),
                    classes.saturating_sub(1)
                ),
            });
        }
        let text = ctc::decode(&output.values, alphabet);
        // Columns of the crop per frame.
        let step = shown.width as f32 / frames.max(1) as f32;
        reading.words.extend(words_of(&text, step, shown, &ink[piece]));
        let best = |frame: &[f32]| frame.iter().copied().fold(f32::MIN, f32::max);
        reading.likelihood += output.values.chunks_exact(classes).map(best).sum::<f32>();
    }
    Ok(reading)
}

/// Cuts a line of `ink.len()` columns into pieces of at most `longest`, in the widest blank of the
/// last third of each; at the end of it when there is no blank at all.
fn pieces(ink: &[f32], longest: usize) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    while ink.len() - start > longest {
        let last = start + longest * 2 / 3..start + longest;
        let blank = widest_blank(ink, last.clone());
        let cut = blank.map_or(last.end, |blank| usize::midpoint(blank.start, blank.end));
        pieces.push(start..cut);
        start = cut;
    }
    pieces.push(start..ink.len());
    pieces
}

/// The words of a crop with their places; frames are `step` columns wide.
fn words_of(text: &[Read], step: f32, crop: &Crop, ink: &[f32]) -> Vec<Word> {
    let words = words::words(text, step, ink);
    let column = |frame: usize| ((frame as f32 * step) as usize).min(ink.len());
    let mut left = 0;
    let mut found = Vec::with_capacity(words.len());
    for (index, word) in words.iter().enumerate() {
        let (right, next) = match words.get(index + 1) {
            Some(after) => {
                let between =
                    column(word[word.len() - 1].frames.end)..column(after[0].frames.start);
                let middle = usize::midpoint(between.start, between.end);
                widest_blank(ink, between).map_or((middle, middle), |gap| (gap.start, gap.end))
            }
            None => (ink.len(), ink.len()),
        };
        let (start, end) = shrink(ink, left..right.max(left));
        found.push(Word {
            text: word.iter().map(|read| read.character).collect(),
            quad: crop.part(start as f32, end as f32),
            confidence: word.iter().map(|read| read.confidence).fold(1.0, f32::min),
            characters: word.iter().map(|read| read.confidence).collect(),
        });
        left = next;
    }
    found
}

/// Moves both ends to the outermost ink between them.
fn shrink(ink: &[f32], word: Range<usize>) -> (usize, usize) {
    let is_ink = |&ink: &f32| ink >= FAINT;
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

    fn reading(text: &str, confidence: f32, likelihood: f32) -> Reading {
        let quad = Quad::upright(0.0, 0.0, 9.0, 9.0);
        let characters = vec![confidence; text.len()];
        Reading {
            words: vec![Word { text: text.into(), quad, confidence, characters }],
            likelihood,
        }
    }

    #[test]
    fn the_more_probable_of_two_readings_counts() {
        assert!(reading("ight", 0.6, -1.5).is_doubtful());
        assert!(!reading("right", 0.9, -0.5).is_doubtful());
        let text =
            |reading: Reading| reading.line(Quad::upright(0.0, 0.0, 9.0, 9.0)).unwrap().text();
        assert_eq!(text(reading("ight", 0.6, -1.5).or(reading("right", 0.7, -0.5))), "right");
        assert_eq!(text(reading("right", 0.7, -0.5).or(reading("ight", 0.9, -1.5))), "right");
    }

    #[test]
    fn short_lines_stay_whole() {
        assert_eq!(pieces(&[0.5; 90], 100), vec![0..90]);
    }

    #[test]
    fn long_lines_are_cut_where_the_blank_is_widest() {
        let mut ink = vec![1.0; 150];
        ink[70..72].fill(0.0);
        ink[80..90].fill(0.0);
        ink[20..60].fill(0.0);
        assert_eq!(pieces(&ink, 100), [0..85, 85..150]);
    }

    #[test]
    fn lines_without_a_blank_are_cut_all_the_same() {
        assert_eq!(pieces(&[1.0; 250], 100), [0..100, 100..200, 200..250]);
    }

    #[test]
    fn words_shrink_to_their_ink() {
        let ink = [0.0, 0.0, 0.9, 0.1, 0.9, 0.0];
        assert_eq!(shrink(&ink, 0..6), (2, 5));
        assert_eq!(shrink(&[0.0; 4], 1..3), (1, 3));
    }
}
