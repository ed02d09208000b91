//! The most probable text, whichever way its characters lie on the frames: prefix beam search
//! (Hannun et al. 2014) without a language model, which could only invent words.
//!
//! Taking the best class of each frame instead doubles a wide character whenever one frame within
//! it looks a little more like a blank.

use zeroize::Zeroizing;

use super::BLANK;

/// Texts that are followed side by side.
const BEAM: usize = 8;
/// Log-probability under which a class is not followed in a frame.
const UNLIKELY: f32 = -7.0;
/// The empty text.
const START: usize = usize::MAX;

/// Classes of the most probable text, in order, without blanks.
pub(super) fn search(frames: &[&[f32]]) -> Zeroizing<Vec<usize>> {
    // Each frame adds at most a beam of characters, so that it never moves and leaves a copy behind.
    let mut tree = Zeroizing::new(Vec::with_capacity(frames.len() * BEAM));
    let mut beam = vec![Prefix { last: START, blank: 0.0, character: f32::NEG_INFINITY }];
    for scores in frames {
        beam = step(&beam, &mut tree, scores);
    }
    let mut text = Zeroizing::new(Vec::with_capacity(frames.len()));
    let mut last = beam.first().map_or(START, |best| best.last);
    while let Some(&(class, before)) = tree.get(last) {
        text.push(class);
        last = before;
    }
    text.reverse();
    text
}

/// A character of the tree of all texts: its class, and where the one before it is.
type Character = (usize, usize);

/// A text with the log-probability of all ways to lie on the frames so far.
struct Prefix {
    /// Place of its last character in the tree.
    last: usize,
    /// Of the ways that end in a blank.
    blank: f32,
    /// Of the ways that end in its last character.
    character: f32,
}

impl Prefix {
    fn total(&self) -> f32 {
        sum(self.blank, self.character)
    }
}

/// The beam after one more frame, the most probable text first.
fn step(beam: &[Prefix], tree: &mut Vec<Character>, scores: &[f32]) -> Vec<Prefix> {
    let likely: Vec<usize> = (1..scores.len()).filter(|&class| scores[class] > UNLIKELY).collect();
    let mut stay: Vec<Prefix> = Vec::with_capacity(beam.len());
    let mut grow: Vec<(Character, f32)> = Vec::new();
    for prefix in beam {
        let ends_in = tree.get(prefix.last).map(|&(class, _)| class);
        stay.push(Prefix {
            last: prefix.last,
            blank: prefix.total() + scores[BLANK],
            character: ends_in.map_or(f32::NEG_INFINITY, |class| prefix.character + scores[class]),
        });
        for &class in &likely {
            // The same character again needs a blank between.
            let from = if ends_in == Some(class) { prefix.blank } else { prefix.total() };
            grow.push(((class, prefix.last), from + scores[class]));
        }
    }
    // A text that grows into one that is followed already is one more way of it.
    grow.retain(|&(character, score)| {
        let same = stay.iter_mut().find(|prefix| tree.get(prefix.last) == Some(&character));
        same.map(|prefix| prefix.character = sum(prefix.character, score)).is_none()
    });
    let mut all: Vec<(Option<Character>, Prefix)> = stay.into_iter().map(|p| (None, p)).collect();
    all.extend(grow.into_iter().map(|(character, score)| {
        (Some(character), Prefix { last: START, blank: f32::NEG_INFINITY, character: score })
    }));
    // Not a number is no text.
    all.retain(|(_, prefix)| prefix.total() > f32::NEG_INFINITY);
    all.sort_by(|(_, a), (_, b)| b.total().total_cmp(&a.total()));
    all.truncate(BEAM);
    let followed = all.into_iter().map(|(new, mut prefix)| {
        if let Some(character) = new {
            prefix.last = tree.len();
            tree.push(character);
        }
        prefix
    });
    followed.collect()
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
        search(&frames.iter().map(<[f32; 3]>::as_slice).collect::<Vec<_>>()).to_vec()
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
