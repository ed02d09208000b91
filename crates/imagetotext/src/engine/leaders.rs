//! Leaders: the dots that lead from an entry of a contents page or a price list to its number, or to the end
//! of a field of a form. They are found by their shape and not read: reading many equal dots makes letters of
//! some of them, and spoils what is beside them.

use std::ops::Range;

use super::crop::Crop;

/// Tuned numbers of this stage, in line heights; on drawn contents pages and forms.
struct Tuning {
    /// The zone of the dots, from the top of the line: they begin below its first edge and end below its second,
    /// where hyphens do not reach.
    zone: [f32; 2],
    /// Width and height of a dot or of a dash on the baseline at most.
    dot_size: [f32; 2],
    /// Distance from one to the next at most.
    max_gap: f32,
    /// The widest gap between dots, in widths of the usual one: leaders are regular.
    max_gap_ratio: f32,
    /// Dots of a leader at least: three are an ellipsis.
    min_dots: usize,
    /// Length of a leader at least.
    min_length: f32,
    /// Distance between two parts of a leader at most; a word between them is longer.
    max_interruption: f32,
    /// Width from which a dot is a dash.
    dash: f32,
    /// Share of the ink of a dot, below which a column is between two that touch.
    light: f32,
}

const TUNING: Tuning = Tuning {
    zone: [0.52, 0.66],
    dot_size: [0.6, 0.3],
    max_gap: 1.2,
    max_gap_ratio: 2.5,
    min_dots: 4,
    min_length: 1.5,
    max_interruption: 1.0,
    dash: 0.3,
    light: 0.9,
};

/// A leader in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Leader {
    /// Its columns of the crop.
    pub(super) columns: Range<usize>,
    /// What it consists of: `.` or `_`.
    pub(super) mark: char,
    /// How many of them.
    pub(super) count: usize,
}

/// Neighbouring columns with ink.
#[derive(Debug, Clone)]
struct Blob {
    columns: Range<usize>,
    is_dot: bool,
}

/// The leaders of a line, from left to right.
pub(super) fn leaders(crop: &Crop) -> Vec<Leader> {
    let blobs = blobs(crop);
    let line_height = crop.line_height();
    let gap = |a: &Blob, b: &Blob| (b.columns.start - a.columns.end) as f32;
    let is_next =
        |a: &Blob, b: &Blob| a.is_dot && b.is_dot && gap(a, b) <= TUNING.max_gap * line_height;
    let found = blobs.chunk_by(is_next).filter_map(|dots| leader(dots, line_height));
    // Two dots that touch interrupt a leader.
    let mut leaders: Vec<Leader> = Vec::new();
    for next in found {
        match leaders.last_mut() {
            Some(last)
                if (next.columns.start - last.columns.end) as f32
                    <= TUNING.max_interruption * line_height =>
            {
                last.columns.end = next.columns.end;
                last.count += next.count;
            }
            _ => leaders.push(next),
        }
    }
    leaders
}

fn leader(dots: &[Blob], line_height: f32) -> Option<Leader> {
    let [first, .., last] = dots else { return None };
    let columns = first.columns.start..last.columns.end;
    let mut pitches: Vec<usize> =
        dots.windows(2).map(|two| two[1].columns.start - two[0].columns.start).collect();
    pitches.sort_unstable();
    let usual = pitches[pitches.len() / 2];
    let is_regular =
        pitches[pitches.len() - 1] as f32 <= TUNING.max_gap_ratio * usual.max(1) as f32;
    let is_long = columns.len() as f32 >= TUNING.min_length * line_height;
    let mut widths: Vec<usize> = dots.iter().map(|dot| dot.columns.len()).collect();
    widths.sort_unstable();
    let is_dash = widths[widths.len() / 2] as f32 >= TUNING.dash * line_height;
    let mark = if is_dash { '_' } else { '.' };
    (is_regular && is_long && dots.len() >= TUNING.min_dots).then_some(Leader {
        columns,
        mark,
        count: dots.len(),
    })
}

fn blobs(crop: &Crop) -> Vec<Blob> {
    let [zone_top, zone_bottom] = TUNING.zone.map(|share| crop.row_at(share));
    let [width, height] = TUNING.dot_size.map(|size| (size * crop.line_height()).max(2.0));
    let ink = crop.column_ink();
    // The highest and the lowest row with ink of each column.
    let extents: Vec<Option<(usize, usize)>> =
        (0..crop.filled).map(|column| crop.ink_extent(column)).collect();
    let is_low = |column: usize| {
        extents[column].is_some_and(|(top, bottom)| {
            top as f32 >= zone_top
                && (bottom + 1) as f32 >= zone_bottom
                && (bottom + 1 - top) as f32 <= height
        })
    };
    let inked: Vec<usize> = (0..crop.filled).filter(|&column| extents[column].is_some()).collect();
    let mut blobs: Vec<Blob> = Vec::new();
    for columns in inked.chunk_by(|a, b| a + 1 == *b) {
        for part in columns.chunk_by(|&a, &b| is_low(a) == is_low(b)) {
            let part = part[0]..part[part.len() - 1] + 1;
            // Feet of letters are low as well.
            let is_apart = part.start == columns[0] && part.end == columns[columns.len() - 1] + 1;
            if !is_low(part.start) || !is_apart {
                blobs.push(Blob { columns: part, is_dot: false });
                continue;
            }
            let dots =
                if part.len() as f32 > width { split_at_light(part, &ink) } else { vec![part] };
            let is_dot = dots.iter().all(|dot| dot.len() as f32 <= width);
            blobs.extend(dots.into_iter().map(|columns| Blob { columns, is_dot }));
        }
    }
    blobs
}

/// Dots that touch because they are small or blurred, each for itself: between them it is lighter.
fn split_at_light(columns: Range<usize>, ink: &[f32]) -> Vec<Range<usize>> {
    let darkest = ink[columns.clone()].iter().copied().fold(0.0, f32::max);
    let is_light = |&column: &usize| {
        ink[column] < TUNING.light * darkest
            && ink[column] < ink[column - 1]
            && ink[column] <= ink[column + 1]
    };
    let inner = columns.start + 1..columns.end.saturating_sub(1).max(columns.start + 1);
    let cuts: Vec<usize> = inner.filter(is_light).collect();
    let starts = std::iter::once(columns.start).chain(cuts.iter().copied());
    let ends = cuts.iter().copied().chain([columns.end]);
    starts.zip(ends).map(|(start, end)| start..end).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Quad;
    use crate::engine::crop::{NORMAL_MARGINS, crop};
    use crate::engine::grey_image::GreyImage;

    /// The leaders of a line 20 pixels high that shows black rectangles: left, top, right, bottom.
    fn leaders_of(shapes: &[[usize; 4]]) -> Vec<(char, usize)> {
        let mut pixels = vec![240; 400 * 40];
        for &[left, top, right, bottom] in shapes {
            for row in pixels.chunks_exact_mut(400).take(bottom + 10).skip(top + 10) {
                row[left..right].fill(10);
            }
        }
        let picture = GreyImage { pixels: &pixels, width: 400, height: 40 };
        let line = Quad::upright(10.0, 10.0, 390.0, 30.0);
        let found = leaders(&crop(picture, line, 32, NORMAL_MARGINS));
        found.into_iter().map(|leader| (leader.mark, leader.count)).collect()
    }

    fn dots(count: usize, pitch: usize, [top, width, height]: [usize; 3]) -> Vec<[usize; 4]> {
        (0..count)
            .map(|place| 60 + place * pitch)
            .map(|left| [left, top, left + width, top + height])
            .collect()
    }

    const LETTER: [usize; 4] = [20, 1, 30, 16];

    #[test]
    fn dots_and_dashes_on_the_baseline_are_leaders() {
        for (shapes, leader) in [
            (dots(20, 6, [13, 2, 3]), ('.', 20)),
            (dots(8, 16, [13, 2, 3]), ('.', 8)),
            (dots(6, 16, [15, 9, 2]), ('_', 6)),
        ] {
            let line = [&shapes[..], &[LETTER, [350, 1, 360, 16]]].concat();
            assert_eq!(leaders_of(&line), [leader]);
        }
    }

    #[test]
    fn ellipses_hyphens_and_letters_are_not() {
        for shapes in [
            dots(3, 6, [13, 2, 3]),
            dots(10, 16, [8, 9, 2]),
            dots(10, 12, [5, 8, 11]),
            dots(1, 1, [15, 200, 2]),
        ] {
            assert!(leaders_of(&[&shapes[..], &[LETTER]].concat()).is_empty(), "{shapes:?}");
        }
    }
}
