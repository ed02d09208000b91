//! What stands in a line: a crop becomes words with places and confidences.

use std::ops::Range;
use std::sync::Arc;

use imagetotext_nn::ThreadPool;

use super::alphabet::Alphabet;
use super::crop::Crop;
use super::ctc::{self, Read};
use super::words::{self, FAINT, widest_blank};
use crate::error::ModelPart;
use crate::{Error, Line, Quad, Word};
use imagetotext_nn::Model;

/// Longest piece that is read at once, in line heights of the crop: wider lines were not trained on.
const LONGEST: usize = 50;

/// A word with a character less sure than this, 0 to 1, deserves a second look. With 0.75, 0.9, 0.95 and
/// 0.98 the words found in the evaluation receipts are 55.2, 55.4, 55.4 and 55.4 %, in all others the same.
const DOUBTFUL: f32 = 0.9;
/// A second reading counts if its least sure character is at least this share as sure as that of the
/// first.
const LESS_SURE: f32 = 0.5;

/// What was read in a line.
#[derive(Debug)]
pub(super) struct Reading {
    parts: Vec<Part>,
    /// Log-probability of its characters where they are best seen in the frames.
    likelihood: f32,
    /// Columns that were read.
    width: usize,
}

/// A word, and the half of the blanks on both sides of it.
#[derive(Debug)]
struct Part {
    word: Word,
    columns: Range<usize>,
    /// The same of the frames of the columns.
    likelihood: f32,
}

impl Part {
    fn is_doubtful(&self) -> bool {
        self.word.confidence < DOUBTFUL
    }
}

impl Reading {
    pub(super) fn is_doubtful(&self) -> bool {
        self.parts.iter().any(Part::is_doubtful)
    }

    pub(super) fn is_likelier(&self, other: &Self) -> bool {
        self.likelihood > other.likelihood
    }

    /// The same with doubtful words read again by `read`, which is told the part of the line where
    /// they stand, 0 to 1 from its start to its end: of two readings the more probable one counts.
    pub(super) fn reread(
        self,
        read: impl Fn(Range<f32>) -> Result<Self, Error>,
    ) -> Result<Self, Error> {
        let share = |column: usize| column as f32 / self.width.max(1) as f32;
        let mut reading = Self { parts: Vec::new(), likelihood: 0.0, width: self.width };
        let mut parts = self.parts.into_iter().peekable();
        while let Some(part) = parts.next() {
            let is_doubtful = part.is_doubtful();
            let mut run = vec![part];
            while let Some(next) = parts.next_if(|next| next.is_doubtful() == is_doubtful) {
                run.push(next);
            }
            let likelihood = run.iter().map(|part| part.likelihood).sum::<f32>();
            let (start, end) = (run[0].columns.start, run[run.len() - 1].columns.end);
            let is_shown = is_doubtful && start < end;
            let again = if is_shown { Some(read(share(start)..share(end))?) } else { None };
            let least = |parts: &[Part]| {
                parts.iter().map(|part| part.word.confidence).reduce(f32::min).unwrap_or(0.0)
            };
            // Many sure blanks make a text likely whose characters are not.
            let better = again.filter(|it| {
                it.likelihood > likelihood && least(&it.parts) > LESS_SURE * least(&run)
            });
            reading.likelihood += better.as_ref().map_or(likelihood, |better| better.likelihood);
            reading.parts.extend(better.map_or(run, |better| better.parts));
        }
        Ok(reading)
    }

    /// The line at `quad`; `None` when there is no text.
    pub(super) fn line(self, quad: Quad) -> Option<Line> {
        let words: Vec<Word> = self.parts.into_iter().map(|part| part.word).collect();
        (!words.is_empty()).then_some(Line::new(quad, words))
    }
}

/// Reads the line in `crop`.
pub(super) fn recognise(
    network: &dyn Model,
    alphabet: &Alphabet,
    crop: &Crop,
    pool: &Arc<ThreadPool>,
) -> Result<Reading, Error> {
    let ink = crop.ink();
    let mut reading = Reading { parts: Vec::new(), likelihood: 0.0, width: crop.filled };
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
        let (text, likelihoods) = ctc::decode(&output.values, alphabet);
        // Columns of the crop per frame.
        let step = shown.width as f32 / frames.max(1) as f32;
        reading.likelihood += likelihoods.iter().sum::<f32>();
        for (word, columns) in words_of(&text, step, shown, &ink[piece.clone()]) {
            let frame = |column: usize| ((column as f32 / step).round() as usize).min(frames);
            let shown = frame(columns.start)..frame(columns.end);
            let likelihood = likelihoods[shown].iter().sum();
            let columns = columns.start + piece.start..columns.end + piece.start;
            reading.parts.push(Part { word, columns, likelihood });
        }
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

/// The words of a crop with their places, and the columns from the middle of the blank before each to
/// the middle of the one behind it; frames are `step` columns wide.
fn words_of(text: &[Read], step: f32, crop: &Crop, ink: &[f32]) -> Vec<(Word, Range<usize>)> {
    let words = words::words(text, step, ink);
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
                widest_blank(ink, between).map_or((middle, middle), |gap| (gap.start, gap.end))
            }
            None => (ink.len(), ink.len()),
        };
        let (start, end) = shrink(ink, left..right.max(left));
        let middle = usize::midpoint(right, next).max(begin);
        let word = Word {
            text: word.iter().map(|read| read.character).collect(),
            quad: crop.part(start as f32, end as f32),
            confidence: word.iter().map(|read| read.confidence).fold(1.0, f32::min),
            characters: word.iter().map(|read| read.confidence).collect(),
        };
        found.push((word, begin..middle));
        (left, begin) = (next, middle);
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

    fn reading(words: &[(&str, f32)], likelihood: f32) -> Reading {
        let quad = Quad::upright(0.0, 0.0, 9.0, 9.0);
        let parts = words.iter().enumerate().map(|(index, &(text, confidence))| {
            let characters = vec![confidence; text.len()];
            let word = Word { text: text.into(), quad, confidence, characters };
            let likelihood = likelihood / words.len() as f32;
            Part { word, columns: 10 * index..10 * index + 10, likelihood }
        });
        Reading { parts: parts.collect(), likelihood, width: 10 * words.len() }
    }

    #[test]
    fn the_more_probable_of_two_readings_counts() {
        let text =
            |reading: Reading| reading.line(Quad::upright(0.0, 0.0, 9.0, 9.0)).unwrap().text();
        let first = || reading(&[("ight", 0.6)], -1.5);
        assert!(first().is_doubtful());
        assert!(!reading(&[("right", 0.99)], -0.5).is_doubtful());
        assert!(reading(&[("right", 0.99)], -0.5).is_likelier(&first()));
        let again = |likelihood| first().reread(|_| Ok(reading(&[("right", 0.7)], likelihood)));
        assert_eq!(text(again(-0.5).unwrap()), "right");
        assert_eq!(text(again(-2.0).unwrap()), "ight");
    }

    #[test]
    fn only_doubtful_words_are_read_again_together_with_doubtful_neighbours() {
        let line = [("sure", 0.99), ("a", 0.1), ("b", 0.2), ("sure", 0.99), ("c", 0.3)];
        let asked = std::cell::RefCell::new(Vec::new());
        let again = reading(&line, -5.0).reread(|place| {
            asked.borrow_mut().push(place.clone());
            let words = if place.start < 0.5 { vec![("A B", 0.99)] } else { vec![] };
            Ok(reading(&words, -1.0))
        });
        let line = again.unwrap().line(Quad::upright(0.0, 0.0, 9.0, 9.0)).unwrap();
        assert_eq!(line.text(), "sure A B sure c");
        assert_eq!(asked.into_inner(), [0.2..0.6, 0.8..1.0]);
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
