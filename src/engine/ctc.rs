//! From the scores of the recogniser to characters, by connectionist temporal classification
//! (Graves et al. 2006): [`search`] finds the most probable text, [`align`] where each character is.

mod align;
mod search;

use std::ops::Range;

use zeroize::{Zeroize, Zeroizing};

/// A character that was read.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Read {
    /// What it is.
    pub(super) character: char,
    /// Probability, 0 to 1, at the frame that shows it best.
    pub(super) confidence: f32,
    /// The frames that show it.
    pub(super) frames: Range<usize>,
}

impl Zeroize for Read {
    fn zeroize(&mut self) {
        self.character.zeroize();
        self.confidence.zeroize();
        self.frames = 0..0;
    }
}

/// Class of "no character".
const BLANK: usize = 0;

/// Reads `scores`, log-probabilities frame by frame; class `i + 1` is the `i`-th of `alphabet`.
/// Scores that are no numbers read as nothing.
pub(super) fn decode(scores: &[f32], alphabet: &[char]) -> Zeroizing<Vec<Read>> {
    let classes = alphabet.len() + 1;
    let frames: Vec<&[f32]> = scores.chunks_exact(classes).collect();
    let text = search::search(&frames);
    let places = align::align(&frames, &text);
    let mut all = Zeroizing::new(Vec::with_capacity(text.len()));
    for (&class, place) in text.iter().zip(places) {
        let best = frames[place.clone()].iter().map(|frame| frame[class]).fold(f32::MIN, f32::max);
        let confidence = best.exp().clamp(0.0, 1.0);
        all.push(Read { character: alphabet[class - 1], confidence, frames: place });
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Scores in which each frame gives `p` to the class of its character, `-` being the blank.
    fn scores(frames: &str, p: f32) -> Vec<f32> {
        let mut all = Vec::new();
        for frame in frames.chars() {
            let class = "-ab".find(frame).unwrap();
            all.extend((0..3).map(|i| if i == class { p.ln() } else { ((1.0 - p) / 2.0).ln() }));
        }
        all
    }

    fn read(frames: &str) -> String {
        decode(&scores(frames, 0.99), &['a', 'b']).iter().map(|read| read.character).collect()
    }

    #[test]
    fn repeats_collapse_unless_a_blank_parts_them() {
        assert_eq!(read("aab-b"), "abb");
        assert_eq!(read("a-aa--a"), "aaa");
        assert_eq!(read("----"), "");
        assert_eq!(read(""), "");
    }

    #[test]
    fn a_frame_in_doubt_does_not_double_a_character() {
        let mut all = scores("a", 0.9);
        all.extend([0.52_f32, 0.46, 0.02].map(f32::ln));
        all.extend(scores("a", 0.9));
        assert_eq!(decode(&all, &['a', 'b']).len(), 1);
    }

    #[test]
    fn a_character_knows_its_frames_and_its_best_probability() {
        let mut all = scores("-a", 0.7);
        all.extend(scores("a-", 0.9));
        let text = decode(&all, &['a', 'b']);
        assert_eq!(text.len(), 1);
        assert_eq!(text[0].frames, 1..3);
        assert!((text[0].confidence - 0.9).abs() < 1e-6);
    }

    #[test]
    fn scores_that_are_no_numbers_read_as_nothing() {
        assert!(decode(&[f32::NAN; 6], &['a', 'b']).is_empty());
    }
}
