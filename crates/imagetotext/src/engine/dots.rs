//! Dots at the end of a word, such as `www.…`: the recogniser reads three of four. How many they are, their ink says.

use std::ops::Range;

use super::crop::Crop;
use super::ctc::DecodedChar;

/// Tuned numbers of this stage; on drawn names that are cut off (`models/training/LOG.md`, 2026-11-28).
struct Tuning {
    /// Height and width of a dot at most, in heights of the tallest ink of the line.
    size: f32,
    /// Dots of a run at least, as they were read, and at most, as they are: more lead to something.
    count: [usize; 2],
    /// How much longer than the shortest the longest distance between two dots may be.
    distance: f32,
}

const TUNING: Tuning = Tuning { size: 0.3, count: [2, 6], distance: 1.5 };

/// Gives each run of dots of `text` as many of them as there are in the crop; frames are `step` columns wide.
pub(super) fn count_dots(text: &mut Vec<DecodedChar>, step: f32, crop: &Crop) {
    let mut end = text.len();
    while let Some((run, after)) = last_run(text, end) {
        end = run.start;
        let column = |it: &DecodedChar| (it.frames.start + it.frames.end) as f32 / 2.0 * step;
        let from = run.start.checked_sub(1).map_or(0.0, |it| column(&text[it]));
        let to = text.get(after).map_or(crop.filled as f32, column);
        let dots = dots(crop, from as usize..to as usize);
        if run.len() < dots.len() && dots.len() <= TUNING.count[1] && are_even(&dots) {
            let confidence = text[run.clone()].iter().map(|it| it.confidence).fold(1.0, f32::min);
            let dots = dots.into_iter().map(|columns| {
                let frame = ((columns.start + columns.end) as f32 / 2.0 / step) as usize;
                DecodedChar { character: '.', confidence, frames: frame..frame + 1 }
            });
            text.splice(run, dots);
        }
    }
}

/// The last run of dots that ends before a place, and the next character after it that is no blank.
fn last_run(text: &[DecodedChar], end: usize) -> Option<(Range<usize>, usize)> {
    let is_dot = |it: &DecodedChar| it.character == '.';
    let mut end = end;
    loop {
        end = text[..end].iter().rposition(is_dot)? + 1;
        let start = text[..end].iter().rposition(|it| !is_dot(it)).map_or(0, |it| it + 1);
        if end - start >= TUNING.count[0] {
            let next = text[end..].iter().position(|it| it.character != ' ');
            return Some((start..end, next.map_or(text.len(), |it| end + it)));
        }
        end = start;
    }
}

/// The columns of each dot whose middle is between two columns.
fn dots(crop: &Crop, within: Range<usize>) -> Vec<Range<usize>> {
    let runs = crop.ink_runs();
    let rows = |run: &Range<usize>| crop.ink_rows(run);
    let Some(tallest) = runs.iter().map(rows).max_by_key(Range::len) else { return Vec::new() };
    let most = TUNING.size * tallest.len() as f32;
    // Apostrophes are as small, but high.
    let is_dot = |run: &Range<usize>| {
        rows(run).start >= usize::midpoint(tallest.start, tallest.end)
            && rows(run).len().max(run.len()) as f32 <= most
    };
    let is_within = |run: &Range<usize>| within.contains(&usize::midpoint(run.start, run.end));
    runs.iter().filter(|run| is_within(run) && is_dot(run)).cloned().collect()
}

/// Whether the distances between dots are alike.
fn are_even(dots: &[Range<usize>]) -> bool {
    let distances = || dots.windows(2).map(|two| two[1].start - two[0].start);
    let (least, most) = (distances().min().unwrap_or(0), distances().max().unwrap_or(0));
    most as f32 <= TUNING.distance * least as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Quad;
    use crate::engine::crop::{NORMAL_MARGINS, crop};
    use crate::engine::grey_image::GreyImage;

    /// What becomes of `read` where the picture shows `shown`: letters, dots and apostrophes, ten pixels wide each.
    fn counted(read: &str, shown: &str) -> String {
        let mut pixels = vec![240; 200 * 40];
        for (index, sign) in shown.chars().enumerate() {
            let (rows, width) = match sign {
                '.' => (25..28, 3),
                '\'' => (12..15, 3),
                _ => (12..28, 7),
            };
            for row in pixels.chunks_exact_mut(200).take(rows.end).skip(rows.start) {
                row[20 + 10 * index..20 + 10 * index + width].fill(10);
            }
        }
        let picture = GreyImage { pixels: &pixels, width: 200, height: 40 };
        let crop = crop(picture, Quad::upright(10.0, 10.0, 190.0, 30.0), 32, NORMAL_MARGINS);
        let frame = |index: usize| {
            (crop.filled as f32 * (12.0 + 10.0 * index as f32) / 190.0 / 4.0) as usize
        };
        let missed = shown.len() - read.len();
        let dots = read.find('.').unwrap_or(0);
        let of = |(index, character): (usize, char)| {
            let is_after = index > dots && character != '.';
            let frame = frame(if is_after { index + missed } else { index });
            DecodedChar { character, confidence: 0.9, frames: frame..frame + 1 }
        };
        let mut text: Vec<DecodedChar> = read.chars().enumerate().map(of).collect();
        count_dots(&mut text, 4.0, &crop);
        text.iter().map(|it| it.character).collect()
    }

    #[test]
    fn dots_that_were_passed_over_are_counted() {
        assert_eq!(counted("www..", "www...."), "www....");
        assert_eq!(counted("a...b", "a....b"), "a....b");
    }

    #[test]
    fn other_ink_is_no_dot() {
        assert_eq!(counted("a..", "a..'"), "a..");
        assert_eq!(counted("a.. ", "a..b"), "a.. ");
        assert_eq!(counted("a.", "a.."), "a.");
        assert_eq!(counted("a..", "a........"), "a..");
    }
}
