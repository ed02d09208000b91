//! The most probable text, whichever way its characters lie on the frames: prefix beam search
//! (Hannun et al. 2014), in which what is usual decides between characters that look alike.
//!
//! Taking the best class of each frame instead doubles a wide character whenever one frame within
//! it looks a little more like a blank.

use zeroize::{DefaultIsZeroes, Zeroizing};

use super::BLANK;
use crate::engine::alphabet::{Alphabet, Context};

/// Texts that are followed side by side.
const BEAM: usize = 8;
/// Log-probability under which a class is not followed in a frame.
const UNLIKELY: f32 = -7.0;
/// A text whose log-probability is this far below that of the best one is followed no further.
const FAR: f32 = 12.0;
/// The empty text.
const START: usize = usize::MAX;

/// Classes of the most probable text, in order, without blanks.
pub(super) fn search(frames: &[&[f32]], alphabet: &Alphabet) -> Zeroizing<Vec<usize>> {
    // Each frame adds at most a beam of characters, so that it never moves and leaves a copy behind.
    let mut tree: Zeroizing<Vec<Character>> =
        Zeroizing::new(Vec::with_capacity(frames.len() * BEAM));
    let mut beam =
        vec![Prefix { last: START, blank: 0.0, character: f32::NEG_INFINITY, gain: 0.0 }];
    for scores in frames {
        beam = step(&beam, &mut tree, scores, alphabet);
    }
    let rank = |prefix: &Prefix| {
        let only = tree.get(prefix.last).filter(|last| last.before == START);
        prefix.rank() + only.map_or(0.0, |only| alphabet.gain_alone(only.class))
    };
    let best = beam.iter().max_by(|a, b| rank(a).total_cmp(&rank(b)));
    let mut text = Zeroizing::new(Vec::with_capacity(frames.len()));
    let mut last = best.map_or(START, |best| best.last);
    while let Some(character) = tree.get(last) {
        text.push(character.class);
        last = character.before;
    }
    text.reverse();
    text
}

/// A character of the tree of all texts.
#[derive(Clone, Copy, Default)]
struct Character {
    class: usize,
    /// Place of the one before it in the tree.
    before: usize,
    /// What stands before the next one.
    context: Context,
}

impl DefaultIsZeroes for Character {}

/// A text with the log-probability of all ways to lie on the frames so far.
struct Prefix {
    /// Place of its last character in the tree.
    last: usize,
    /// Of the ways that end in a blank.
    blank: f32,
    /// Of the ways that end in its last character.
    character: f32,
    /// What its characters gain by being usual.
    gain: f32,
}

impl Prefix {
    fn total(&self) -> f32 {
        sum(self.blank, self.character)
    }

    fn rank(&self) -> f32 {
        self.total() + self.gain
    }
}

/// The beam after one more frame, the most probable text first.
fn step(
    beam: &[Prefix],
    tree: &mut Vec<Character>,
    scores: &[f32],
    alphabet: &Alphabet,
) -> Vec<Prefix> {
    let likely: Vec<usize> = (1..scores.len()).filter(|&class| scores[class] > UNLIKELY).collect();
    let mut stay: Vec<Prefix> = Vec::with_capacity(beam.len());
    for prefix in beam {
        let again = tree.get(prefix.last).map_or(f32::NEG_INFINITY, |last| scores[last.class]);
        let (blank, character) = (prefix.total() + scores[BLANK], prefix.character + again);
        stay.push(Prefix { blank, character, ..*prefix });
    }
    let mut grown: Vec<(usize, Prefix)> = Vec::new();
    for prefix in beam {
        let last = tree.get(prefix.last);
        let ends_in = last.map(|last| last.class);
        let context = last.map_or_else(|| alphabet.start(), |last| last.context);
        for &class in &likely {
            // The same character again needs a blank between.
            let from = if ends_in == Some(class) { prefix.blank } else { prefix.total() };
            let character = from + scores[class];
            // A text that grows into one that is followed already is one more way of it.
            let is_same = |other: &&mut Prefix| {
                let last = tree.get(other.last);
                last.is_some_and(|last| last.class == class && last.before == prefix.last)
            };
            if let Some(same) = stay.iter_mut().find(is_same) {
                same.character = sum(same.character, character);
                continue;
            }
            let gain = prefix.gain + alphabet.gain(&context, class);
            let blank = f32::NEG_INFINITY;
            grown.push((class, Prefix { last: prefix.last, blank, character, gain }));
        }
    }
    let stay = stay.into_iter().map(|prefix| (None, prefix));
    let mut all: Vec<(Option<usize>, Prefix)> =
        stay.chain(grown.into_iter().map(|(class, prefix)| (Some(class), prefix))).collect();
    // Not a number is no text.
    all.retain(|(_, prefix)| prefix.total() > f32::NEG_INFINITY);
    all.sort_by(|(_, a), (_, b)| b.rank().total_cmp(&a.rank()));
    let least = all.first().map_or(0.0, |(_, best)| best.rank() - FAR);
    all.truncate(BEAM);
    all.retain(|(_, prefix)| prefix.rank() >= least);
    for (new, prefix) in &mut all {
        if let Some(class) = *new {
            let before = prefix.last;
            let context = tree.get(before).map_or_else(|| alphabet.start(), |last| last.context);
            prefix.last = tree.len();
            tree.push(Character { class, before, context: alphabet.after(&context, class) });
        }
    }
    all.into_iter().map(|(_, prefix)| prefix).collect()
}

/// Logarithm of the sum of two probabilities given as logarithms.
fn sum(a: f32, b: f32) -> f32 {
    let (low, high) = if a < b { (a, b) } else { (b, a) };
    if low == f32::NEG_INFINITY { high } else { high + (low - high).exp().ln_1p() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(frames: &[[f32; 3]]) -> Vec<usize> {
        let frames: Vec<[f32; 3]> = frames.iter().map(|frame| frame.map(f32::ln)).collect();
        let frames: Vec<&[f32]> = frames.iter().map(<[f32; 3]>::as_slice).collect();
        search(&frames, &Alphabet::new("ab", None)).to_vec()
    }

    #[test]
    fn all_ways_of_a_text_count() {
        // Blank, blank is the best single way (0.36); "a" has three that sum to 0.64.
        assert_eq!(found(&[[0.6, 0.4, 0.0], [0.6, 0.4, 0.0]]), [1]);
    }

    #[test]
    fn repeats_need_a_blank() {
        assert_eq!(found(&[[0.1, 0.9, 0.0], [0.1, 0.9, 0.0]]), [1]);
        assert_eq!(found(&[[0.0, 1.0, 0.0], [0.9, 0.1, 0.0], [0.0, 1.0, 0.0]]), [1, 1]);
    }

    #[test]
    fn the_order_of_characters_is_kept() {
        assert_eq!(found(&[[0.0, 0.1, 0.9], [0.9, 0.1, 0.0], [0.1, 0.8, 0.1]]), [2, 1]);
    }
}
