//! Dashes that the recogniser overlooks or doubts: one alone in a cell of a table, a minus before a blank, a hyphen at the
//! end of a line. A bar between blank columns at half the height of the letters is nothing else.

use std::ops::Range;

use super::crop::Crop;
use super::ctc::DecodedChar;

/// Tuned numbers of this stage, in line heights; on drawn tables in three faces.
struct Tuning {
    /// Where the middle of a dash lies, from the top of the line.
    middle: [f32; 2],
    /// The same for a dash that is alone, whose line the detector finds a little too low.
    middle_alone: [f32; 2],
    /// Thickness at most, and width at least and at most.
    max_thickness: f32,
    width: [f32; 2],
    /// Widths in thicknesses at least.
    min_ratio: f32,
    /// Width up to which it is a hyphen, and from which it is an em dash.
    kinds: [f32; 2],
    /// Frames by which the place of a sign that was read may be wrong.
    slack: usize,
    /// Gap from which a blank is between a dash and a letter.
    blank: f32,
    /// What a dash is read as; which of them it is, is hard to tell, and so they have little confidence.
    dashes: &'static str,
    /// Confidence, 0 to 1, of a dash that is known by its shape.
    confidence: f32,
}

const TUNING: Tuning = Tuning {
    middle: [0.3, 0.72],
    middle_alone: [0.05, 0.7],
    max_thickness: 0.16,
    width: [0.2, 2.2],
    min_ratio: 2.0,
    kinds: [0.42, 0.8],
    slack: 6,
    blank: 0.22,
    dashes: "-–—−_~",
    confidence: 0.92,
};

/// Adds the dashes that `text` lacks, and removes the doubt about those that it has; its frames are `step` columns wide.
pub(super) fn confirm_dashes(text: &mut Vec<DecodedChar>, step: f32, crop: &Crop) {
    for columns in dashes(crop) {
        let frame = |column: usize| (column as f32 / step) as usize;
        let frames = frame(columns.start)..frame(columns.end).max(frame(columns.start) + 1);
        let is_blank = |decoded: &DecodedChar| decoded.character == ' ';
        let overlaps = |decoded: &DecodedChar| {
            decoded.frames.start < frames.end && frames.start < decoded.frames.end
        };
        // The recogniser shows a dash a little before or behind its place.
        let is_it = |decoded: &DecodedChar| {
            let near = decoded.frames.start < frames.end + TUNING.slack
                && frames.start < decoded.frames.end + TUNING.slack;
            near && TUNING.dashes.contains(decoded.character)
        };
        let is_read = |decoded: &&mut DecodedChar| {
            !is_blank(decoded) && (overlaps(decoded) || is_it(decoded))
        };
        if let Some(read) = text.iter_mut().find(is_read) {
            if TUNING.dashes.contains(read.character) {
                read.confidence = read.confidence.max(TUNING.confidence);
            }
            continue;
        }
        text.retain(|decoded| !overlaps(decoded));
        let at = text.partition_point(|decoded| decoded.frames.start < frames.start);
        let [before, after] = [crop.gap_before(columns.start), crop.gap_after(columns.end)];
        let is_gap = |gap: usize| gap as f32 >= TUNING.blank * crop.line_height();
        let blank = |place: usize| DecodedChar::blank(place..place + 1);
        let mut added = Vec::new();
        if is_gap(before) && at > 0 && !is_blank(&text[at - 1]) {
            added.push(blank(frames.start));
        }
        let character = character(columns.len() as f32 / crop.line_height());
        let confidence = TUNING.confidence;
        let end = frames.end;
        added.push(DecodedChar { character, confidence, frames });
        if is_gap(after) && text.get(at).is_some_and(|next| !is_blank(next)) {
            added.push(blank(end));
        }
        text.splice(at..at, added);
    }
}

fn character(width: f32) -> char {
    let [hyphen, em_dash] = TUNING.kinds;
    match width {
        _ if width < hyphen => '-',
        _ if width < em_dash => '–',
        _ => '—',
    }
}

/// The columns of bars that look like dashes.
fn dashes(crop: &Crop) -> Vec<Range<usize>> {
    let extents: Vec<Option<(usize, usize)>> =
        (0..crop.filled).map(|column| crop.ink_extent(column)).collect();
    let inked: Vec<usize> = (0..crop.filled).filter(|&column| extents[column].is_some()).collect();
    let line_height = crop.line_height();
    let is_dash = |columns: &Range<usize>| {
        let rows = || extents[columns.clone()].iter().flatten();
        let top = rows().map(|(top, _)| *top).min().unwrap_or(0);
        let bottom = rows().map(|(_, bottom)| *bottom + 1).max().unwrap_or(0);
        let middle = (top + bottom) as f32 / 2.0;
        let (width, thickness) = (columns.len() as f32, (bottom - top) as f32);
        let [least, most] = TUNING.width.map(|width| width * line_height);
        let is_alone = columns.len() == inked.len();
        let middles = if is_alone { TUNING.middle_alone } else { TUNING.middle };
        let [highest, lowest] = middles.map(|share| crop.row_at(share));
        thickness <= (TUNING.max_thickness * line_height).max(3.0)
            && width >= TUNING.min_ratio * thickness
            && (least..=most).contains(&width)
            && (highest..=lowest).contains(&middle)
    };
    let blobs = inked.chunk_by(|a, b| a + 1 == *b);
    blobs.map(|columns| columns[0]..columns[columns.len() - 1] + 1).filter(is_dash).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Quad;
    use crate::engine::crop::{NORMAL_MARGINS, crop};
    use crate::engine::grey_image::GreyImage;

    /// What is read in a line 20 pixels high that shows black rectangles (left, top, right, bottom), when the
    /// recogniser reads `text`, each character with the column of the picture in which it begins.
    fn read(shapes: &[[usize; 4]], text: &[(char, usize)]) -> String {
        let mut pixels = vec![240; 200 * 40];
        for &[left, top, right, bottom] in shapes {
            for row in pixels.chunks_exact_mut(200).take(bottom + 10).skip(top + 10) {
                row[left..right].fill(10);
            }
        }
        let picture = GreyImage { pixels: &pixels, width: 200, height: 40 };
        let crop = crop(picture, Quad::upright(10.0, 10.0, 190.0, 30.0), 32, NORMAL_MARGINS);
        let frame =
            |column: usize| ((column - 5) as f32 / 180.0 * crop.filled as f32 / 4.0) as usize;
        let mut text = text
            .iter()
            .map(|&(character, column)| DecodedChar {
                character,
                confidence: 1.0,
                frames: frame(column)..frame(column) + 1,
            })
            .collect();
        confirm_dashes(&mut text, 4.0, &crop);
        text.iter().map(|decoded| decoded.character).collect()
    }

    const MINUS: [usize; 4] = [20, 10, 30, 12];
    const DIGIT: [usize; 4] = [50, 2, 60, 16];

    #[test]
    fn a_dash_that_was_not_read_is_added() {
        assert_eq!(read(&[MINUS, DIGIT], &[('7', 53)]), "– 7");
        assert_eq!(read(&[[42, 10, 48, 12], DIGIT], &[('7', 53)]), "-7");
        assert_eq!(read(&[DIGIT, [62, 10, 68, 12]], &[('7', 53)]), "7-");
        assert_eq!(read(&[[80, 10, 98, 12]], &[]), "—");
    }

    #[test]
    fn one_that_was_read_is_not() {
        assert_eq!(read(&[MINUS, DIGIT], &[('-', 24), (' ', 40), ('7', 53)]), "- 7");
    }

    #[test]
    fn dots_underscores_and_letters_are_none() {
        for shape in [[20, 14, 23, 16], [20, 18, 30, 19], [20, 4, 30, 16], [20, 8, 30, 14]] {
            assert_eq!(read(&[shape, DIGIT], &[('7', 53)]), "7", "{shape:?}");
        }
    }
}
