//! The most probable text over all its alignments with the frames: prefix beam search (Hannun et al.
//! 2014), in which the language model decides between characters that look alike.
//!
//! Taking the best class of each frame instead repeats a wide character whenever one frame within it
//! looks a little more like a blank.

use zeroize::{DefaultIsZeroes, Zeroizing};

use crate::engine::alphabet::{Alphabet, BLANK};
use crate::engine::language_model::TextContext;

/// Tuned numbers of this stage; on the generated pictures (`models/training/LOG.md`, 2026-11-25), where a
/// beam of 16 and classes down to -9 read no better.
struct Tuning {
    /// Prefixes that are followed side by side.
    beam_width: usize,
    /// Log-probability under which a class is not followed in a frame.
    min_log_probability: f32,
    /// A prefix whose score is this far below the best one is followed no further. Set for speed: it
    /// is a factor of 160 000 in probability.
    max_lag: f32,
}

const TUNING: Tuning = Tuning { beam_width: 8, min_log_probability: -7.0, max_lag: 12.0 };

/// The empty text.
const ROOT: usize = usize::MAX;

/// Classes of the most probable text, in order, without blanks.
pub(super) fn beam_search(frames: &[&[f32]], alphabet: &Alphabet) -> Zeroizing<Vec<usize>> {
    // Each frame adds at most a beam of nodes, so that it never moves and leaves a copy behind.
    let mut tree: Zeroizing<Vec<Node>> =
        Zeroizing::new(Vec::with_capacity(frames.len() * TUNING.beam_width));
    let mut beam = vec![Prefix {
        last: ROOT,
        ends_in_blank: 0.0,
        ends_in_character: f32::NEG_INFINITY,
        language_score: 0.0,
    }];
    for scores in frames {
        beam = advance(&beam, &mut tree, scores, alphabet);
    }
    let score = |prefix: &Prefix| {
        let only = tree.get(prefix.last).filter(|last| last.parent == ROOT);
        prefix.score() + only.map_or(0.0, |only| alphabet.single_digit_score(only.class))
    };
    let best = beam.iter().max_by(|a, b| score(a).total_cmp(&score(b)));
    let mut text = Zeroizing::new(Vec::with_capacity(frames.len()));
    let mut last = best.map_or(ROOT, |best| best.last);
    while let Some(node) = tree.get(last) {
        text.push(node.class);
        last = node.parent;
    }
    text.reverse();
    text
}

/// A character in the tree of all prefixes.
#[derive(Clone, Copy, Default)]
struct Node {
    class: usize,
    /// Index of the character before it.
    parent: usize,
    /// Context of the next character.
    context: TextContext,
}

impl DefaultIsZeroes for Node {}

/// A text with the log-probability of all its alignments with the frames so far.
struct Prefix {
    /// Index of its last character in the tree.
    last: usize,
    /// Of the alignments that end in a blank.
    ends_in_blank: f32,
    /// Of the alignments that end in its last character.
    ends_in_character: f32,
    /// Sum of the language scores of its characters.
    language_score: f32,
}

impl Prefix {
    fn log_probability(&self) -> f32 {
        log_sum(self.ends_in_blank, self.ends_in_character)
    }

    fn score(&self) -> f32 {
        self.log_probability() + self.language_score
    }
}

/// The beam after one more frame, the best prefix first.
fn advance(
    beam: &[Prefix],
    tree: &mut Vec<Node>,
    scores: &[f32],
    alphabet: &Alphabet,
) -> Vec<Prefix> {
    let likely: Vec<usize> =
        (1..scores.len()).filter(|&class| scores[class] > TUNING.min_log_probability).collect();
    let mut same: Vec<Prefix> = Vec::with_capacity(beam.len());
    for prefix in beam {
        let repeat = tree.get(prefix.last).map_or(f32::NEG_INFINITY, |last| scores[last.class]);
        same.push(Prefix {
            ends_in_blank: prefix.log_probability() + scores[BLANK],
            ends_in_character: prefix.ends_in_character + repeat,
            ..*prefix
        });
    }
    let mut extended: Vec<(usize, Prefix)> = Vec::new();
    for prefix in beam {
        let last = tree.get(prefix.last);
        let last_class = last.map(|last| last.class);
        let context = last.map_or_else(|| alphabet.start_context(), |last| last.context);
        for &class in &likely {
            // The same character again needs a blank between.
            let before = if last_class == Some(class) {
                prefix.ends_in_blank
            } else {
                prefix.log_probability()
            };
            let ends_in_character = before + scores[class];
            // A prefix that grows into one that is followed already adds alignments to it.
            let is_equal = |other: &&mut Prefix| {
                let last = tree.get(other.last);
                last.is_some_and(|last| last.class == class && last.parent == prefix.last)
            };
            if let Some(equal) = same.iter_mut().find(is_equal) {
                equal.ends_in_character = log_sum(equal.ends_in_character, ends_in_character);
                continue;
            }
            extended.push((
                class,
                Prefix {
                    last: prefix.last,
                    ends_in_blank: f32::NEG_INFINITY,
                    ends_in_character,
                    language_score: prefix.language_score
                        + alphabet.language_score(&context, class),
                },
            ));
        }
    }
    let same = same.into_iter().map(|prefix| (None, prefix));
    let extended = extended.into_iter().map(|(class, prefix)| (Some(class), prefix));
    let mut all: Vec<(Option<usize>, Prefix)> = same.chain(extended).collect();
    // Drops what is not a number, too.
    all.retain(|(_, prefix)| prefix.log_probability() > f32::NEG_INFINITY);
    all.sort_by(|(_, a), (_, b)| b.score().total_cmp(&a.score()));
    let least = all.first().map_or(0.0, |(_, best)| best.score() - TUNING.max_lag);
    all.truncate(TUNING.beam_width);
    all.retain(|(_, prefix)| prefix.score() >= least);
    for (new, prefix) in &mut all {
        if let Some(class) = *new {
            let parent = prefix.last;
            let context =
                tree.get(parent).map_or_else(|| alphabet.start_context(), |last| last.context);
            prefix.last = tree.len();
            tree.push(Node { class, parent, context: alphabet.next_context(&context, class) });
        }
    }
    all.into_iter().map(|(_, prefix)| prefix).collect()
}

/// Logarithm of the sum of two probabilities given as logarithms.
fn log_sum(a: f32, b: f32) -> f32 {
    let (low, high) = if a < b { (a, b) } else { (b, a) };
    if low == f32::NEG_INFINITY { high } else { high + (low - high).exp().ln_1p() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(frames: &[[f32; 3]]) -> Vec<usize> {
        let frames: Vec<[f32; 3]> = frames.iter().map(|frame| frame.map(f32::ln)).collect();
        let frames: Vec<&[f32]> = frames.iter().map(<[f32; 3]>::as_slice).collect();
        beam_search(&frames, &Alphabet::new("ab", None)).to_vec()
    }

    #[test]
    fn all_alignments_of_a_text_count() {
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
