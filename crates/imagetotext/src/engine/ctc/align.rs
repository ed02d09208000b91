//! Forced alignment: which frames show which character of a text, by the most probable path (Viterbi).

use std::ops::Range;

use crate::engine::alphabet::BLANK;

/// A path whose log-probability is this far below that of the best one is followed no further: it would
/// need dozens of characters that the text does not have to make up for it. Set for speed.
const MAX_LAG: f32 = 200.0;

/// The frames of each character of `text`, given as classes, and the log-probability of each frame in
/// this alignment. The text was found in these frames, so it fits them.
pub(super) fn align(frames: &[&[f32]], text: &[usize]) -> (Vec<Range<usize>>, Vec<f32>) {
    // A blank before, between and after the characters, which have the odd numbers.
    let states = 2 * text.len() + 1;
    let class = |state: usize| if state % 2 == 1 { text[state / 2] } else { BLANK };
    let mut best = vec![f32::NEG_INFINITY; states];
    best[0] = 0.0;
    let mut followed = 0..1;
    // By how many states each frame advances.
    let mut steps = vec![0_u8; states * frames.len()];
    for (scores, steps) in frames.iter().zip(steps.chunks_exact_mut(states)) {
        let reached = followed.start..(followed.end + 2).min(states);
        // The last one first: each looks at those before it as they were.
        for state in reached.clone().rev() {
            let mut step = 0;
            // The blank between two different characters may be left out.
            let passes = state % 2 == 1 && state > 1 && class(state) != class(state - 2);
            for back in 1..=if passes { 2 } else { state.min(1) } {
                if best[state - back] > best[state - step] {
                    step = back;
                }
            }
            best[state] = best[state - step] + scores[class(state)];
            steps[state] = step as u8;
        }
        let least = best[reached.clone()].iter().copied().fold(f32::MIN, f32::max) - MAX_LAG;
        let lags = |&state: &usize| best[state] < least;
        let before = reached.clone().take_while(lags).count();
        let after = reached.clone().rev().take_while(lags).count();
        followed = reached.start + before..(reached.end - after).max(reached.start + before);
        best[reached.start..followed.start].fill(f32::NEG_INFINITY);
        best[followed.end..reached.end].fill(f32::NEG_INFINITY);
    }
    let mut places = vec![frames.len()..0; text.len()];
    let mut state = states - 1;
    if state > 0 && best[state - 1] > best[state] {
        state -= 1;
    }
    let mut log_likelihoods = vec![0.0; frames.len()];
    for frame in (0..frames.len()).rev() {
        log_likelihoods[frame] = frames[frame][class(state)];
        if state % 2 == 1 {
            let place = &mut places[state / 2];
            *place = frame..place.end.max(frame + 1);
        }
        state -= usize::from(steps[frame * states + state]);
    }
    (places, log_likelihoods)
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
    fn characters_align_with_the_frames_that_show_them() {
        assert_eq!(places("-aa--bb", &[1, 2]), [1..3, 5..7]);
        assert_eq!(places("ab", &[1, 2]), [0..1, 1..2]);
        assert_eq!(places("a-a", &[1, 1]), [0..1, 2..3]);
        assert!(places("---", &[]).is_empty());
    }

    #[test]
    fn a_long_text_aligns_as_a_short_one_does() {
        // Paths that lag behind are soon dropped.
        let word = "-aa--bb-a-bbb---";
        let [once, often] = [1, 300].map(|times| {
            let text = [1, 2, 1, 2].repeat(times);
            places(&word.repeat(times), &text)
        });
        for (index, place) in often.iter().enumerate() {
            let (start, place_there) = (index / 4 * word.len(), &once[index % 4]);
            assert_eq!(*place, place_there.start + start..place_there.end + start);
        }
    }

    #[test]
    fn frames_have_the_log_probability_of_their_character() {
        let frames = frames("-ab");
        let frames: Vec<&[f32]> = frames.iter().map(<[f32; 3]>::as_slice).collect();
        assert_eq!(align(&frames, &[1, 2]).1, [-0.1, -0.1, -0.1]);
        assert_eq!(align(&frames, &[1]).1, [-0.1, -0.1, -3.0]);
    }
}
