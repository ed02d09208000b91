//! From the scores of the recogniser to characters, by connectionist temporal classification
//! (Graves et al. 2006): the best class of each frame, repeats collapsed, blanks dropped.

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
pub(super) fn decode(scores: &[f32], alphabet: &[char]) -> Zeroizing<Vec<Read>> {
    let classes = alphabet.len() + 1;
    // No longer than the frames, so it never moves and leaves a copy behind.
    let mut text = Zeroizing::new(Vec::<Read>::with_capacity(scores.len() / classes));
    let mut before = BLANK;
    for (frame, scores) in scores.chunks_exact(classes).enumerate() {
        let (class, score) = best(scores);
        if class != BLANK {
            let confidence = score.exp().clamp(0.0, 1.0);
            match text.last_mut().filter(|_| class == before) {
                Some(last) => {
                    last.frames.end = frame + 1;
                    last.confidence = last.confidence.max(confidence);
                }
                None => text.push(Read {
                    character: alphabet[class - 1],
                    confidence,
                    frames: frame..frame + 1,
                }),
            }
        }
        before = class;
    }
    text
}

fn best(scores: &[f32]) -> (usize, f32) {
    let mut best = (BLANK, f32::NEG_INFINITY);
    for (class, &score) in scores.iter().enumerate() {
        if score > best.1 {
            best = (class, score);
        }
    }
    best
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
        decode(&scores(frames, 0.9), &['a', 'b']).iter().map(|read| read.character).collect()
    }

    #[test]
    fn repeats_collapse_unless_a_blank_parts_them() {
        assert_eq!(read("aab-b"), "abb");
        assert_eq!(read("a-aa--a"), "aaa");
        assert_eq!(read("----"), "");
        assert_eq!(read(""), "");
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
