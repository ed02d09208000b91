//! What stands in a line: a crop becomes words with places and confidences.

use std::sync::Arc;

use rten::ThreadPool;

use super::crop::Crop;
use super::ctc::{self, Read};
use super::network::Network;
use crate::{Error, Line, Quad, Word};

/// Longest piece that is read at once, in line heights of the crop: wider lines were not trained on.
const LONGEST: usize = 50;
/// A word ends where ink is fainter than this, 0 to 1.
const FAINT: f32 = 0.3;

/// Reads the line in `crop`, which stands at `quad`; `None` when there is no text.
pub(super) fn recognise(
    network: &dyn Network,
    alphabet: &[char],
    crop: &Crop,
    quad: Quad,
    pool: &Arc<ThreadPool>,
) -> Result<Option<Line>, Error> {
    let ink = crop.ink();
    let mut words = Vec::new();
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
        words.extend(words_of(&text, step, shown, &ink[piece]));
    }
    Ok((!words.is_empty()).then_some(Line { quad, words }))
}

/// Cuts a line of `ink.len()` columns into pieces of at most `longest`, in the widest blank of the
/// last third of each.
fn pieces(ink: &[f32], longest: usize) -> Vec<std::ops::Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    while ink.len() - start > longest {
        let third = start + longest * 2 / 3;
        let cut = third + middle_of_widest_blank(&ink[third..start + longest]);
        pieces.push(start..cut);
        start = cut;
    }
    pieces.push(start..ink.len());
    pieces
}

/// Where to cut with the least harm; at the end when there is no blank at all.
fn middle_of_widest_blank(ink: &[f32]) -> usize {
    let mut widest = (0, ink.len());
    let mut since = None;
    for (column, &ink) in ink.iter().chain([&1.0]).enumerate() {
        match (ink < FAINT, since) {
            (true, None) => since = Some(column),
            (false, Some(start)) => {
                let width: usize = column - start;
                if width > widest.0 {
                    widest = (width, start + width / 2);
                }
                since = None;
            }
            _ => {}
        }
    }
    widest.1.max(1)
}

/// The words of a crop, parted at blanks.
fn words_of(text: &[Read], step: f32, crop: &Crop, ink: &[f32]) -> Vec<Word> {
    let mut words = Vec::new();
    // Where the previous word or blank ended, and the next begins, in columns.
    let edge = |before: Option<&Read>, after: Option<&Read>| match (before, after) {
        (None, _) => 0.0,
        (_, None) => ink.len() as f32,
        (Some(before), Some(after)) => {
            f32::midpoint(before.frames.end as f32, after.frames.start as f32) * step
        }
    };
    let mut first = 0;
    for part in text.split_inclusive(|read| read.character == ' ') {
        let last = first + part.len();
        let letters: Vec<&Read> = part.iter().filter(|read| read.character != ' ').collect();
        if !letters.is_empty() {
            let start = edge(first.checked_sub(1).and_then(|i| text.get(i)), text.get(first));
            let end = first + letters.len();
            let end = edge(text.get(end - 1), text.get(end));
            let (start, end) = shrink(ink, start, end);
            words.push(Word {
                text: letters.iter().map(|read| read.character).collect(),
                quad: crop.part(start, end),
                confidence: letters.iter().map(|read| read.confidence).fold(1.0, f32::min),
                characters: letters.iter().map(|read| read.confidence).collect(),
            });
        }
        first = last;
    }
    words
}

/// Moves both ends to the outermost ink between them.
fn shrink(ink: &[f32], start: f32, end: f32) -> (f32, f32) {
    let from = (start.floor() as usize).min(ink.len());
    let to = (end.ceil() as usize).clamp(from, ink.len());
    let is_ink = |&ink: &f32| ink >= FAINT;
    let Some(first) = ink[from..to].iter().position(is_ink) else { return (start, end) };
    let last = ink[from..to].iter().rposition(is_ink).unwrap_or(first);
    ((from + first) as f32, (from + last + 1) as f32)
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!(shrink(&ink, 0.5, 6.0), (2.0, 5.0));
        assert_eq!(shrink(&[0.0; 4], 1.0, 3.0), (1.0, 3.0));
    }
}
