//! Which frames show which character of a text: the most probable way to lay it on them (Viterbi).

use std::ops::Range;

use super::BLANK;

/// The frames of each character of `text`, given as classes, and the log-probability of each frame if
/// the text lies on them so. The text was found in these frames, so it fits them.
pub(super) fn align(frames: &[&[f32]], text: &[usize]) -> (Vec<Range<usize>>, Vec<f32>) {
    // A blank before, between and after the characters, which have the odd numbers.
    let states = 2 * text.len() + 1;
    let class = |state: usize| if state % 2 == 1 { text[state / 2] } else { BLANK };
    let mut best = vec![f32::NEG_INFINITY; states];
    best[0] = 0.0;
    // How many states each step advanced.
    let mut steps: Vec<u8> = Vec::with_capacity(states * frames.len());
    for scores in frames {
        let before = best.clone();
        for state in 0..states {
            let mut step = 0;
            // The blank between two different characters may be left out.
            let passes = state % 2 == 1 && state > 1 && class(state) != class(state - 2);
            for back in 1..=if passes { 2 } else { state.min(1) } {
                if before[state - back] > before[state - step] {
                    step = back;
                }
            }
            best[state] = before[state - step] + scores[class(state)];
            steps.push(step as u8);
        }
    }
    let mut places = vec![frames.len()..0; text.len()];
    let mut state = states - 1;
    if state > 0 && best[state - 1] > best[state] {
        state -= 1;
    }
    let mut likelihoods = vec![0.0; frames.len()];
    for frame in (0..frames.len()).rev() {
        likelihoods[frame] = frames[frame][class(state)];
        if state % 2 == 1 {
            let place = &mut places[state / 2];
            *place = frame..place.end.max(frame + 1);
        }
        state -= usize::from(steps[frame * states + state]);
    }
    (places, likelihoods)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frames(of: &str) -> Vec<[f32; 3]> {
        let sharp = |class: usize| [0, 1, 2].map(|k| if k == class { -0.1 } else { -3.0 });
        of.chars().map(|c| sharp("-ab".find(c).unwrap())).collect()
    }

    fn places(of: &str, text: &[usize]) -> Vec<Range<usize>> {
        let frames = frames(of);
        align(&frames.iter().map(<[f32; 3]>::as_slice).collect::<Vec<_>>(), text).0
    }

    #[test]
    fn characters_lie_where_they_are_seen() {
        assert_eq!(places("-aa--bb", &[1, 2]), [1..3, 5..7]);
        assert_eq!(places("ab", &[1, 2]), [0..1, 1..2]);
        assert_eq!(places("a-a", &[1, 1]), [0..1, 2..3]);
        assert_eq!(places("---", &[]), []);
    }

    #[test]
    fn frames_are_as_likely_as_what_the_text_says_they_show() {
        let frames = frames("-ab");
        let frames: Vec<&[f32]> = frames.iter().map(<[f32; 3]>::as_slice).collect();
        assert_eq!(align(&frames, &[1, 2]).1, [-0.1, -0.1, -0.1]);
        assert_eq!(align(&frames, &[1]).1, [-0.1, -0.1, -3.0]);
    }
}
