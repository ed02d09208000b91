//! Dots at half the height between texts of one line, as in `Berlin · full-time · from May`: the recogniser takes them for
//! hyphens, and overlooks some.

use std::ops::Range;

use super::crop::Crop;
use super::ctc::DecodedChar;

/// Tuned numbers of this stage, in line heights unless they say otherwise; on drawn lines in five faces.
struct Tuning {
    /// Height and width of a dot.
    size: [f32; 2],
    /// Sides of a dot in each other at most: hyphens have at least 2.
    ratio: f32,
    /// Where its middle lies, from the top of the line.
    middle: [f32; 2],
    /// Least gap on both sides.
    gap: f32,
    /// How much the sides of a dot that was not read may differ from those of one that was, in pixels.
    differs: usize,
    /// Frames by which the place of a sign that was read may be wrong.
    slack: usize,
    /// Confidence, 0 to 1, of a dot that is known by its shape.
    confidence: f32,
}

const TUNING: Tuning = Tuning {
    size: [0.05, 0.28],
    ratio: 1.6,
    middle: [0.28, 0.72],
    gap: 0.16,
    differs: 2,
    slack: 3,
    confidence: 0.9,
};

/// What such a dot is read as.
const READ: &str = "-–—·•∙";

/// Makes hyphens between blanks that are dots in the picture dots, and adds those like them that are missing; frames of
/// `text` are `step` columns wide.
pub(super) fn read_middle_dots(text: &mut Vec<DecodedChar>, step: f32, crop: &Crop) {
    if !text.iter().any(|it| READ.contains(it.character)) {
        return;
    }
    let mut missing = Vec::new();
    let mut found: Option<[usize; 2]> = None;
    for (columns, size) in dots(crop) {
        let middle = ((columns.start + columns.end) as f32 / 2.0 / step) as usize;
        let overlaps = |it: &DecodedChar| {
            it.frames.start <= middle + TUNING.slack && middle < it.frames.end + TUNING.slack
        };
        let near = |&it: &usize| text[it].character != ' ' && overlaps(&text[it]);
        let read = (0..text.len()).filter(near);
        match read.min_by_key(|&it| text[it].frames.start.abs_diff(middle)) {
            Some(read) if READ.contains(text[read].character) => {
                if is_between_blanks(text, read) {
                    text[read].character = '·';
                    text[read].confidence = text[read].confidence.max(TUNING.confidence);
                    found = Some(size);
                }
            }
            Some(_) => {}
            None => missing.push((middle, size)),
        }
    }
    let Some(found) = found else { return };
    let is_alike =
        |size: &[usize; 2]| (0..2).all(|side| size[side].abs_diff(found[side]) <= TUNING.differs);
    for (middle, _) in missing.into_iter().filter(|(_, size)| is_alike(size)) {
        let at = text.partition_point(|it| it.frames.start < middle);
        let is_blank = |it: Option<&DecodedChar>| it.is_none_or(|it| it.character == ' ');
        let before = at.checked_sub(1).and_then(|it| text.get(it));
        let blank = |is_there: bool, at: usize| (!is_there).then(|| DecodedChar::blank(at..at + 1));
        let [before, after] = [is_blank(before), is_blank(text.get(at))];
        let dot = DecodedChar {
            character: '·',
            confidence: TUNING.confidence,
            frames: middle..middle + 1,
        };
        let added = blank(before, middle.saturating_sub(1)).into_iter().chain([dot]);
        text.splice(at..at, added.chain(blank(after, middle + 1)));
    }
}

/// Options of commands and compounds have a letter on one side.
fn is_between_blanks(text: &[DecodedChar], index: usize) -> bool {
    let is_blank = |it: Option<&DecodedChar>| it.is_some_and(|it| it.character == ' ');
    is_blank(index.checked_sub(1).and_then(|it| text.get(it))) && is_blank(text.get(index + 1))
}

/// The columns of ink that looks like such dots, and their width and height.
fn dots(crop: &Crop) -> Vec<(Range<usize>, [usize; 2])> {
    let line_height = crop.line_height();
    let [least, most] = TUNING.size.map(|it| it * line_height);
    let [highest, lowest] = TUNING.middle.map(|share| crop.row_at(share));
    let dot = |columns: Range<usize>| {
        let rows = crop.ink_rows(&columns);
        let size = [columns.len(), rows.len()];
        let [width, height] = size.map(|it| it as f32);
        let gap = TUNING.gap * line_height;
        let gaps = [crop.gap_before(columns.start), crop.gap_after(columns.end)];
        let is_dot = (least..=most).contains(&height)
            && width <= TUNING.ratio * height
            && height <= TUNING.ratio * width
            && (highest..=lowest).contains(&((rows.start + rows.end) as f32 / 2.0))
            && columns.start > 0
            && columns.end < crop.filled
            && gaps.iter().all(|it| *it as f32 >= gap);
        is_dot.then_some((columns, size))
    };
    crop.ink_runs().into_iter().filter_map(dot).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::glyph_box::drawn::{STEP, bars};

    const LETTER: Range<usize> = 20..60;

    /// What is read where bars are letters and dots are at half the height, each read as the character in its place, with
    /// blanks between them; those read as `_` are overlooked.
    fn read(text: &str, shapes: &[(Range<usize>, Range<usize>)]) -> String {
        let (mut found, crop) = bars(&text.replace(' ', ""), shapes);
        for it in &mut found {
            let frame = (it.frames.start as f32 / STEP) as usize;
            it.frames = frame..frame + 1;
        }
        let mut read: Vec<DecodedChar> = Vec::new();
        let mut rest = found.into_iter();
        for character in text.chars() {
            let last = read.last().map_or(0, |it| it.frames.end);
            match character {
                ' ' => read.push(DecodedChar::blank(last..last + 1)),
                _ => read.extend(rest.next().filter(|it| it.character != '_')),
            }
        }
        read_middle_dots(&mut read, STEP, &crop);
        read.iter().map(|it| it.character).collect()
    }

    #[test]
    fn dots_that_were_read_as_hyphens_are_dots() {
        let dot = 38..44;
        let shapes = [(20..30, LETTER), (50..56, dot.clone()), (80..90, LETTER)];
        assert_eq!(read("a - b", &shapes), "a · b");
        assert_eq!(read("a _b", &shapes), "a b", "nothing like it is in the line");
        let two = [&shapes[..], &[(110..116, dot), (140..150, LETTER)]].concat();
        assert_eq!(read("a - b _c", &two), "a · b · c");
    }

    #[test]
    fn hyphens_and_full_stops_stay() {
        let letters = [(20..30, LETTER), (80..90, LETTER)];
        let between =
            |shape: (Range<usize>, Range<usize>)| [letters[0].clone(), shape, letters[1].clone()];
        assert_eq!(read("a - b", &between((48..62, 38..44))), "a - b", "a hyphen");
        assert_eq!(read("a - b", &between((50..56, 54..60))), "a - b", "on the line");
        assert_eq!(read("a . b", &between((50..56, 38..44))), "a . b", "read as something else");
        assert_eq!(read("a -b", &between((50..56, 38..44))), "a -b", "an option");
    }
}
