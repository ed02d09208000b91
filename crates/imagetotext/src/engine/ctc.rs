//! From the scores of the recogniser to characters, by connectionist temporal classification (CTC,
//! Graves et al. 2006): [`beam_search`] finds the most probable text, [`align`] where each character is.

mod align;
mod beam_search;
mod forward;
mod strokes;

use std::ops::Range;

use zeroize::{Zeroize, Zeroizing};

use super::alphabet::Alphabet;

/// A character that was read.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct DecodedChar {
    pub(super) character: char,
    /// Probability, 0 to 1, at the frame that shows it best.
    pub(super) confidence: f32,
    /// The frames that show it.
    pub(super) frames: Range<usize>,
}

impl DecodedChar {
    /// A blank that is certain, and shown by these frames.
    pub(super) fn blank(frames: Range<usize>) -> Self {
        Self { character: ' ', confidence: 1.0, frames }
    }
}

/// The places of words between blanks.
pub(super) fn words(text: &[DecodedChar]) -> Vec<Range<usize>> {
    let mut start = 0;
    let words = text.split(|it| it.character == ' ').map(|word| {
        let place = start..start + word.len();
        start = place.end + 1;
        place
    });
    words.collect()
}

impl Zeroize for DecodedChar {
    fn zeroize(&mut self) {
        self.character.zeroize();
        self.confidence.zeroize();
        self.frames = 0..0;
    }
}

/// Tuned numbers of this stage; on the public screenshots (`models/training/LOG.md`, 2026-11-24).
struct Tuning {
    /// Distance, in mean distances of the line, under which two equal characters may be one.
    repeat_distance: f32,
    /// Confidence, 0 to 1, under which one of them is in doubt.
    doubtful: f32,
    /// Characters so narrow that true doubles of them are as close: “mill”, “Puff”, “...”.
    narrow: &'static str,
}

const TUNING: Tuning =
    Tuning { repeat_distance: 0.55, doubtful: 0.85, narrow: "lIijítfr1|!.,:;'’‘\"()[]/\\-" };

/// Decodes `scores`, log-probabilities frame by frame of the blank and of the characters of `alphabet`:
/// the characters, and the log-probability of each frame if it shows them. Scores that are not numbers
/// decode to nothing.
pub(super) fn decode(
    scores: &[f32],
    alphabet: &Alphabet,
) -> (Zeroizing<Vec<DecodedChar>>, Vec<f32>) {
    let classes = alphabet.len() + 1;
    let with_twins = alphabet.with_twins(scores);
    let scores = with_twins.as_ref().map_or(scores, |it| it);
    let frames: Vec<&[f32]> = scores.chunks_exact(classes).collect();
    let text = beam_search::beam_search(&frames, alphabet);
    let (places, log_likelihoods) = align::align(&frames, &text);
    let mut decoded = Zeroizing::new(Vec::with_capacity(text.len()));
    for (&class, place) in text.iter().zip(places) {
        let probability = |class: usize| {
            let best = frames[place.clone()].iter().map(|frame| frame[class]);
            best.fold(f32::MIN, f32::max).exp().clamp(0.0, 1.0)
        };
        let confidence = if text.len() == 1 {
            single_character_probability(alphabet, class, probability)
        } else {
            probability(class)
        };
        decoded.push(DecodedChar {
            character: alphabet.character(class),
            confidence,
            frames: place,
        });
    }
    merge_repeats(&mut decoded);
    strokes::settle_strokes(&mut decoded, |it, like| {
        let Some(class) = alphabet.class(like) else { return 0.0 };
        let scores = frames[it.frames.clone()].iter().map(|frame| frame[class]);
        scores.fold(f32::NEG_INFINITY, f32::max).exp()
    });
    (decoded, log_likelihoods)
}

/// Log-probability that `scores`, as above, show `text`, all alignments together; `None` when it has a character that
/// `alphabet` does not know.
pub(super) fn log_probability(scores: &[f32], alphabet: &Alphabet, text: &str) -> Option<f32> {
    let frames: Vec<&[f32]> = scores.chunks_exact(alphabet.len() + 1).collect();
    let classes = text.chars().map(|it| alphabet.class(it)).collect::<Option<Vec<usize>>>()?;
    Some(forward::log_probability(&frames, &classes))
}

/// Probability of a character of `class` that is alone, given the `probability` of each class.
fn single_character_probability(
    alphabet: &Alphabet,
    class: usize,
    probability: impl Fn(usize) -> f32,
) -> f32 {
    let look_alikes: f32 = alphabet.look_alikes(class).map(&probability).sum();
    let weighted = probability(class) * alphabet.single_digit_score(class).exp();
    let sum = (probability(class) + look_alikes).min(1.0);
    sum * weighted / (weighted + look_alikes).max(f32::MIN_POSITIVE)
}

/// Merges two equal characters that are closer than characters do, one of them in doubt: the network
/// saw one wide character twice.
fn merge_repeats(text: &mut Vec<DecodedChar>) {
    let middle = |decoded: &DecodedChar| (decoded.frames.start + decoded.frames.end) as f32 / 2.0;
    let [Some(first), Some(last)] = [text.first(), text.last()].map(|end| end.map(middle)) else {
        return;
    };
    let pitch = (last - first) / (text.len() - 1).max(1) as f32;
    let mut index = 1;
    while index < text.len() {
        let [a, b] = [&text[index - 1], &text[index]];
        let is_close = middle(b) - middle(a) < TUNING.repeat_distance * pitch;
        let is_wide = !TUNING.narrow.contains(a.character);
        let is_doubtful = a.confidence.min(b.confidence) < TUNING.doubtful;
        if a.character == b.character && is_wide && is_close && is_doubtful {
            let second = text.remove(index);
            let first = &mut text[index - 1];
            first.frames.end = second.frames.end;
            first.confidence = first.confidence.max(second.confidence);
        } else {
            index += 1;
        }
    }
}

/// Characters as they were read, each with this confidence and in a frame of its own.
#[cfg(test)]
pub(super) fn decoded(text: &str, confidence: f32) -> Vec<DecodedChar> {
    let characters = text.chars().enumerate();
    characters
        .map(|(frame, character)| DecodedChar { character, confidence, frames: frame..frame + 1 })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::language_model::LanguageModel;

    /// Scores in which each frame gives `p` to the class of its character, `-` being the blank.
    fn scores(frames: &str, p: f32) -> Vec<f32> {
        let mut all = Vec::new();
        for frame in frames.chars() {
            let class = "-ab".find(frame).unwrap();
            all.extend((0..3).map(|i| if i == class { p.ln() } else { ((1.0 - p) / 2.0).ln() }));
        }
        all
    }

    fn decoded(scores: &[f32]) -> Zeroizing<Vec<DecodedChar>> {
        decode(scores, &Alphabet::new("ab", None)).0
    }

    fn decoded_text(frames: &str) -> String {
        decoded(&scores(frames, 0.99)).iter().map(|decoded| decoded.character).collect()
    }

    #[test]
    fn repeats_collapse_unless_a_blank_separates_them() {
        assert_eq!(decoded_text("aab-b"), "abb");
        assert_eq!(decoded_text("a-aa--a"), "aaa");
        assert_eq!(decoded_text("----"), "");
        assert_eq!(decoded_text(""), "");
    }

    #[test]
    fn a_frame_in_doubt_does_not_double_a_character() {
        let mut all = scores("a", 0.9);
        all.extend([0.52_f32, 0.46, 0.02].map(f32::ln));
        all.extend(scores("a", 0.9));
        assert_eq!(decoded(&all).len(), 1);
    }

    #[test]
    fn single_characters_are_rather_digits() {
        let ngram = LanguageModel::load(imagetotext_models::NGRAM);
        let alphabet = Alphabet::new("O0n", ngram.map(std::sync::Arc::new));
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
    fn characters_have_their_frames_and_their_best_probability() {
        let mut all = scores("-a", 0.7);
        all.extend(scores("a-", 0.9));
        let text = decoded(&all);
        assert_eq!(text.len(), 1);
        assert_eq!(text[0].frames, 1..3);
        assert!((text[0].confidence - 0.9).abs() < 1e-6);
    }

    #[test]
    fn narrow_repeats_stay_however_close() {
        let read = |character, confidence, start| DecodedChar {
            character,
            confidence,
            frames: start..start + 2,
        };
        let mut text = vec![
            read('m', 1.0, 0),
            read('i', 1.0, 10),
            read('l', 0.7, 16),
            read('l', 0.8, 19),
            read('e', 1.0, 30),
        ];
        merge_repeats(&mut text);
        assert_eq!(text.len(), 5);
    }

    #[test]
    fn wide_repeats_in_doubt_are_merged() {
        let read = |character, confidence, start| DecodedChar {
            character,
            confidence,
            frames: start..start + 2,
        };
        let text = |second, confidence| {
            vec![
                read('a', 1.0, 0),
                read('m', confidence, 10),
                read('m', 1.0, second),
                read('a', 1.0, 30),
            ]
        };
        let merged = |mut text: Vec<DecodedChar>| {
            merge_repeats(&mut text);
            text.iter().map(|decoded| decoded.character).collect::<String>()
        };
        assert_eq!(merged(text(14, 0.6)), "ama");
        assert_eq!(merged(text(14, 0.95)), "amma");
        assert_eq!(merged(text(20, 0.6)), "amma");
        assert_eq!(merged(Vec::new()), "");
    }

    #[test]
    fn scores_that_are_not_numbers_decode_to_nothing() {
        assert!(decoded(&[f32::NAN; 6]).is_empty());
    }
}
