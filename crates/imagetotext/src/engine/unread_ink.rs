//! Ink that the recogniser passes over. Where several signs are possible, such as `½` and `¾`, it may find nothing at all
//! more probable than each of them, and a percent sign would be lost without a trace. The most probable sign is taken
//! instead; as it is in doubt, the second recogniser has a look at it too.

use std::ops::Range;

use super::alphabet::Alphabet;
use super::crop::Crop;
use super::ctc::DecodedChar;
use super::plain_signs::UNKNOWN;

/// Tuned numbers of this stage; on the public and the real pictures (`models/training/LOG.md`, 2026-11-27).
struct Tuning {
    /// Width and height of the ink of a sign at least, in heights of what was read. Strokes of quotation marks and rules
    /// are narrower, points are lower.
    min_size: [f32; 2],
    /// Columns by which the place of a character that was read may be beside its ink.
    tolerance: usize,
    /// Probability of the sign at least.
    probability: f32,
    /// Probability of a blank beside it.
    blank: f32,
}

const TUNING: Tuning = Tuning { min_size: [0.3, 0.5], tolerance: 3, probability: 0.1, blank: 0.5 };

/// Adds to `text` what `scores`, log-probabilities frame by frame, say of ink without a character; frames are `step`
/// columns wide.
pub(super) fn read_unread_ink(
    text: &mut Vec<DecodedChar>,
    scores: &[f32],
    alphabet: &Alphabet,
    step: f32,
    crop: &Crop,
) {
    let frames: Vec<&[f32]> = scores.chunks_exact(alphabet.len() + 1).collect();
    let runs = crop.ink_runs();
    let is_read = |run: &Range<usize>| {
        let near = run.start.saturating_sub(TUNING.tolerance)..run.end + TUNING.tolerance;
        text.iter().filter(|it| it.character != ' ').any(|it| {
            let [start, end] =
                [it.frames.start, it.frames.end].map(|it| (it as f32 * step) as usize);
            start < near.end && near.start < end.max(start + 1)
        })
    };
    let mut heights: Vec<usize> =
        runs.iter().filter(|it| is_read(it)).map(|it| crop.ink_rows(it).len()).collect();
    heights.sort_unstable();
    let Some(&usual) = heights.get(heights.len() / 2) else { return };
    let [least_width, least_height] = TUNING.min_size.map(|it| (it * usual as f32) as usize);
    let unread: Vec<Range<usize>> = runs
        .iter()
        .filter(|run| {
            run.len() >= least_width && crop.ink_rows(run).len() >= least_height && !is_read(run)
        })
        .cloned()
        .collect();
    for run in unread {
        let within = (run.start as f32 / step) as usize..(run.end as f32 / step).ceil() as usize;
        let within = within.start.min(frames.len())..within.end.min(frames.len());
        if let Some(sign) = most_probable(&frames, within, alphabet) {
            insert(text, sign, &frames, alphabet);
        }
    }
}

/// The most probable character in some frames that is neither a blank nor unknown.
fn most_probable(
    frames: &[&[f32]],
    within: Range<usize>,
    alphabet: &Alphabet,
) -> Option<DecodedChar> {
    let scored = within.clone().flat_map(|frame| {
        (1..=alphabet.len()).map(move |class| (frame, class, frames[frame][class]))
    });
    let is_sign = |class: usize| alphabet.character(class) != ' ';
    let (frame, class, score) = scored
        .filter(|&(_, class, score)| is_sign(class) && score.is_finite())
        .max_by(|(_, _, a), (_, _, b)| a.total_cmp(b))?;
    let character = alphabet.character(class);
    let confidence = score.exp().clamp(0.0, 1.0);
    (character != UNKNOWN && confidence >= TUNING.probability).then(|| DecodedChar {
        character,
        confidence,
        frames: frame..frame + 1,
    })
}

/// Puts `sign` in its place, with the blanks that the frames around it have.
fn insert(text: &mut Vec<DecodedChar>, sign: DecodedChar, frames: &[&[f32]], alphabet: &Alphabet) {
    let at = text.iter().take_while(|it| it.frames.start < sign.frames.start).count();
    let blank = |between: Range<usize>| {
        let class = alphabet.class(' ')?;
        let frame = between.max_by(|&a, &b| frames[a][class].total_cmp(&frames[b][class]))?;
        let confidence = frames[frame][class].exp();
        (confidence >= TUNING.blank).then(|| DecodedChar {
            character: ' ',
            confidence,
            frames: frame..frame + 1,
        })
    };
    let before = text[..at].last().filter(|it| it.character != ' ');
    let before = before.and_then(|it| blank(it.frames.end..sign.frames.start));
    let after = text.get(at).filter(|it| it.character != ' ');
    let after = after.and_then(|it| blank(sign.frames.end..it.frames.start));
    text.splice(at..at, before.into_iter().chain([sign]).chain(after));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::glyph_box::drawn;

    /// What is read of rings of 16 pixels, of which the second one was not read; `share` is the probability of a percent
    /// sign there.
    fn read(share: f32, height: usize) -> String {
        let (mut text, crop) = drawn::rings("1x2", &[(16, false), (height, false), (16, false)]);
        let skipped = text.remove(1).frames.start;
        let alphabet = Alphabet::new(" %12", None);
        let frames = (crop.width as f32 / drawn::STEP) as usize;
        let mut scores = vec![0.001_f32.ln(); frames * 5];
        for frame in scores.chunks_exact_mut(5) {
            frame[0] = 0.9_f32.ln();
        }
        scores[5 * skipped + 2] = share.ln();
        read_unread_ink(&mut text, &scores, &alphabet, drawn::STEP, &crop);
        text.iter().map(|decoded| decoded.character).collect()
    }

    #[test]
    fn a_sign_that_is_passed_over_is_read() {
        assert_eq!(read(0.15, 16), "1%2");
    }

    #[test]
    fn points_and_ink_that_is_no_sign_stay_unread() {
        assert_eq!(read(0.15, 6), "12");
        assert_eq!(read(0.05, 16), "12");
    }
}
