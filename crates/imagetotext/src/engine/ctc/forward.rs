//! The probability of a text, all its alignments together: the forward algorithm of CTC (Graves et al. 2006,
//! section 4.1).

use crate::engine::alphabet::BLANK;

/// Log-probability that `frames`, log-probabilities of the classes, show `text`, given as classes.
pub(super) fn log_probability(frames: &[&[f32]], text: &[usize]) -> f32 {
    // A blank before, between and after the characters, which have the odd numbers.
    let states = 2 * text.len() + 1;
    let class = |state: usize| if state % 2 == 1 { text[state / 2] } else { BLANK };
    let mut sums = vec![f32::NEG_INFINITY; states];
    // Before the first frame, so that it shows the first blank or the first character.
    let mut before = 0.0;
    for scores in frames {
        // The last one first: each looks at those before it as they were.
        for state in (0..states).rev() {
            let mut sum = sums[state];
            sum = ln_add(sum, if state > 0 { sums[state - 1] } else { before });
            // The blank between two different characters may be left out.
            if state % 2 == 1 && (state == 1 || class(state) != class(state - 2)) {
                sum = ln_add(sum, if state > 1 { sums[state - 2] } else { before });
            }
            sums[state] = sum + scores[class(state)];
        }
        before = f32::NEG_INFINITY;
    }
    let last_character = if states > 1 { sums[states - 2] } else { before };
    ln_add(sums[states - 1], last_character)
}

/// Logarithm of the sum of two numbers whose logarithms are `a` and `b`.
fn ln_add(a: f32, b: f32) -> f32 {
    let (most, least) = if a > b { (a, b) } else { (b, a) };
    if least == f32::NEG_INFINITY { most } else { most + (least - most).exp().ln_1p() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two frames: blank, `a` or `b` with these probabilities.
    const FRAMES: [[f32; 3]; 2] = [[0.5, 0.3, 0.2], [0.6, 0.1, 0.3]];

    fn probability(text: &[usize]) -> f32 {
        let frames = FRAMES.map(|frame| frame.map(f32::ln));
        log_probability(&frames.each_ref().map(<[f32; 3]>::as_slice), text).exp()
    }

    #[test]
    fn all_alignments_of_a_text_count() {
        let close = |text: &[usize], expected: f32| {
            let found = probability(text);
            assert!((found - expected).abs() < 1e-6, "{text:?}: {found} for {expected}");
        };
        close(&[], 0.5 * 0.6);
        // aa, a-, -a
        close(&[1], 0.3 * 0.1 + 0.3 * 0.6 + 0.5 * 0.1);
        close(&[1, 2], 0.3 * 0.3);
        // Two equal characters need a blank between them.
        close(&[1, 1], 0.0);
    }

    #[test]
    fn the_texts_together_have_probability_one() {
        let texts: [&[usize]; 5] = [&[], &[1], &[2], &[1, 2], &[2, 1]];
        let sum: f32 = texts.iter().map(|text| probability(text)).sum();
        assert!((sum - 1.0).abs() < 1e-6, "{sum}");
    }

    #[test]
    fn without_frames_there_is_only_the_empty_text() {
        assert!(log_probability(&[], &[1]) < f32::MIN);
    }
}
