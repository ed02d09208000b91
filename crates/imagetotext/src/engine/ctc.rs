//! From the scores of the recogniser to characters, by connectionist temporal classification
//! (Graves et al. 2006): [`search`] finds the most probable text, [`align`] where each character is.

mod align;
mod search;

use std::ops::Range;

use zeroize::{Zeroize, Zeroizing};

use super::alphabet::Alphabet;

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

/// Distance, in mean distances of the line, under which two equal characters may be one; and the
/// confidence, 0 to 1, under which one of them is in doubt.
const CLOSE: f32 = 0.55;
const DOUBTFUL: f32 = 0.85;

/// Characters so narrow that true doubles of them stand as close: “mill”, “Puff”, “...”.
const NARROW: &str = "lIijítfr1|!.,:;'’‘\"()[]/\\-";

/// Reads `scores`, log-probabilities frame by frame of no character and of those of `alphabet`: the
/// characters, and the log-probability of each frame if it shows them. Scores that are no numbers read
/// as nothing.
pub(super) fn decode(scores: &[f32], alphabet: &Alphabet) -> (Zeroizing<Vec<Read>>, Vec<f32>) {
    let classes = alphabet.len() + 1;
    let frames: Vec<&[f32]> = scores.chunks_exact(classes).collect();
    let text = search::search(&frames, alphabet);
    let (places, likelihoods) = align::align(&frames, &text);
    let mut all = Zeroizing::new(Vec::with_capacity(text.len()));
    for (&class, place) in text.iter().zip(places) {
        let chance = |class: usize| {
            let best = frames[place.clone()].iter().map(|frame| frame[class]);
            best.fold(f32::MIN, f32::max).exp().clamp(0.0, 1.0)
        };
        let confidence =
            if text.len() == 1 { alone(alphabet, class, chance) } else { chance(class) };
        all.push(Read { character: alphabet.character(class), confidence, frames: place });
    }
    undouble(&mut all);
    (all, likelihoods)
}

/// Probability of a character of `class` that stands alone, where each class is seen with a `chance`.
fn alone(alphabet: &Alphabet, class: usize, chance: impl Fn(usize) -> f32) -> f32 {
    let rivals: f32 = alphabet.rivals(class).map(&chance).sum();
    let weighed = chance(class) * alphabet.gain_alone(class).exp();
    (chance(class) + rivals).min(1.0) * weighed / (weighed + rivals).max(f32::MIN_POSITIVE)
}

/// Makes one of two equal characters that stand closer than characters do, one of them in doubt:
/// the network saw one wide character twice.
fn undouble(text: &mut Vec<Read>) {
    let middle = |read: &Read| (read.frames.start + read.frames.end) as f32 / 2.0;
    let [Some(first), Some(last)] = [text.first(), text.last()].map(|read| read.map(middle)) else {
        return;
    };
    let pitch = (last - first) / (text.len() - 1).max(1) as f32;
    let mut index = 1;
    while index < text.len() {
        let [a, b] = [&text[index - 1], &text[index]];
        let close = middle(b) - middle(a) < CLOSE * pitch;
        let is_wide = !NARROW.contains(a.character);
        let in_doubt = a.confidence.min(b.confidence) < DOUBTFUL;
        if a.character == b.character && is_wide && close && in_doubt {
            let second = text.remove(index);
            let one = &mut text[index - 1];
            one.frames.end = second.frames.end;
            one.confidence = one.confidence.max(second.confidence);
        } else {
            index += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Models;

    /// Scores in which each frame gives `p` to the class of its character, `-` being the blank.
    fn scores(frames: &str, p: f32) -> Vec<f32> {
        let mut all = Vec::new();
        for frame in frames.chars() {
            let class = "-ab".find(frame).unwrap();
            all.extend((0..3).map(|i| if i == class { p.ln() } else { ((1.0 - p) / 2.0).ln() }));
        }
        all
    }

    fn decoded(scores: &[f32]) -> Zeroizing<Vec<Read>> {
        decode(scores, &Alphabet::new("ab", None)).0
    }

    fn read(frames: &str) -> String {
        decoded(&scores(frames, 0.99)).iter().map(|read| read.character).collect()
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
        assert_eq!(decoded(&all).len(), 1);
    }

    #[test]
    fn what_stands_alone_is_rather_a_digit() {
        let language =
            crate::engine::alphabet::Language::load(&Models::shipped().language.unwrap());
        let alphabet = Alphabet::new("O0n", language);
        let frame = |p: [f32; 4]| p.map(f32::ln);
        let (nought, n) = (frame([0.01, 0.64, 0.34, 0.01]), frame([0.01, 0.01, 0.01, 0.97]));
        let texts = |scores: &[f32]| {
            let (text, _) = decode(scores, &alphabet);
            text.iter().map(|read| (read.character, read.confidence)).collect::<Vec<_>>()
        };
        let alone = texts(&nought);
        assert_eq!(alone[0].0, '0');
        assert!((0.7..0.9).contains(&alone[0].1), "{alone:?}");
        assert_eq!(texts(&[nought, n].concat())[0].0, 'O');
        // Noise is not surer for it.
        let noise = texts(&frame([0.2, 0.01, 0.5, 0.29]));
        assert!(noise[0].0 == '0' && noise[0].1 < 0.52, "{noise:?}");
    }

    #[test]
    fn a_character_knows_its_frames_and_its_best_probability() {
        let mut all = scores("-a", 0.7);
        all.extend(scores("a-", 0.9));
        let text = decoded(&all);
        assert_eq!(text.len(), 1);
        assert_eq!(text[0].frames, 1..3);
        assert!((text[0].confidence - 0.9).abs() < 1e-6);
    }

    #[test]
    fn narrow_characters_are_doubled_as_closely_as_they_stand() {
        let read =
            |character, confidence, start| Read { character, confidence, frames: start..start + 2 };
        let mut text = vec![
            read('m', 1.0, 0),
            read('i', 1.0, 10),
            read('l', 0.7, 16),
            read('l', 0.8, 19),
            read('e', 1.0, 30),
        ];
        undouble(&mut text);
        assert_eq!(text.len(), 5);
    }

    #[test]
    fn a_wide_character_that_was_seen_twice_is_one() {
        let read =
            |character, confidence, start| Read { character, confidence, frames: start..start + 2 };
        let text = |second, confidence| {
            vec![
                read('a', 1.0, 0),
                read('m', confidence, 10),
                read('m', 1.0, second),
                read('a', 1.0, 30),
            ]
        };
        let left = |mut text: Vec<Read>| {
            undouble(&mut text);
            text.iter().map(|read| read.character).collect::<String>()
        };
        assert_eq!(left(text(14, 0.6)), "ama");
        assert_eq!(left(text(14, 0.95)), "amma");
        assert_eq!(left(text(20, 0.6)), "amma");
        assert_eq!(left(Vec::new()), "");
    }

    #[test]
    fn scores_that_are_no_numbers_read_as_nothing() {
        assert!(decoded(&[f32::NAN; 6]).is_empty());
    }
}
