//! Boxes of lone letters and digits. Of these the detector often marks a part only, and what is cut off makes a `7` a `/`
//! and a small letter a capital. Such a box becomes as high as the lines in its row, around the ink.

use std::ops::Range;

use super::grey_image::GreyImage;
use super::ink_rows::InkRows;
use super::regions::{Region, band};
use super::weighted_quantile::weighted_quantile;

/// Tuned numbers of this stage, lengths in line heights; on drawn tables of single letters and digits
/// (`models/training/LOG.md`, 2026-11-28).
struct Tuning {
    /// Length of a short line at most.
    short: f32,
    /// Length of a line whose height is found well.
    long: f32,
    /// Angle of the page at most, in radians: lines in other directions are no rows.
    angle: f32,
    /// How far the middles of lines in one row are apart at most.
    offset: f32,
    /// Heights of lines in one row, in those of the page.
    height: Range<f32>,
    /// Part of the heights of the lines in a row that is lower than the row: more boxes are too low than too high.
    row_height: f32,
    /// Length of line that the height of the page counts as much as.
    page_weight: f32,
    /// How far ink may reach beyond a box.
    beyond: f32,
    /// Height of a box under which it is low.
    low: f32,
    /// Height of a box at least: less of a letter is a part of something else.
    part: f32,
    /// Distance of the middles of two boxes of one letter at most.
    same: f32,
    /// Distance to the next line in the row from which a line is no part of it.
    apart: f32,
    /// Height of the ink of letters and digits, in heights of the row: dashes and points have less, frames more.
    ink: Range<f32>,
    /// Height of ink at most, in heights of its line.
    ink_of_line: f32,
}

const TUNING: Tuning = Tuning {
    short: 2.5,
    long: 6.0,
    angle: 0.1,
    offset: 0.4,
    height: 0.5..1.6,
    row_height: 0.75,
    page_weight: 4.0,
    beyond: 0.06,
    low: 0.88,
    part: 0.28,
    same: 0.3,
    apart: 0.4,
    ink: 0.35..1.4,
    ink_of_line: 0.9,
};

/// Fits the boxes that cut the ink of short `lines` to their rows and to their ink; of two parts of one letter one stays.
pub(super) fn fit_cut_lines(picture: GreyImage<'_>, lines: &mut Vec<Region>) {
    let is_fitted = fit(picture, lines, TUNING.short, |line, height, beyond| {
        beyond >= TUNING.beyond * height && line >= TUNING.part * height
    });
    let is_same = |one: &Region, other: &Region| {
        let ([x, y], [a, b]) = (one.middle(), other.middle());
        (x - a).abs().max((y - b).abs()) < TUNING.same * one.height
    };
    let is_double = |index: usize| {
        let mut others = lines.iter().enumerate().filter(|(other, _)| *other != index);
        is_fitted[index]
            && others.any(|(other, line)| {
                (other < index || !is_fitted[other]) && is_same(&lines[index], line)
            })
    };
    let mut doubles: Vec<usize> = (0..lines.len()).filter(|&it| is_double(it)).collect();
    while let Some(double) = doubles.pop() {
        lines.remove(double);
    }
}

/// Fits the boxes of short `lines` that are lower than their rows to them: of letters that do not reach above the others.
/// Returns which ones these are.
pub(super) fn fit_low_lines(picture: GreyImage<'_>, lines: &mut [Region]) -> Vec<bool> {
    fit(picture, lines, TUNING.long, |line, height, _| line < TUNING.low * height)
}

/// Fits the boxes of lines shorter than `short` that are wrong as `is_wrong` says of the height of the box, that of the row,
/// and how far the ink reaches beyond the box; returns which ones these are.
fn fit(
    picture: GreyImage<'_>,
    lines: &mut [Region],
    short: f32,
    is_wrong: impl Fn(f32, f32, f32) -> bool,
) -> Vec<bool> {
    let mut is_fitted = vec![false; lines.len()];
    let page_height = page_height(lines);
    let is_shorter = |it: &Region| length(it) < short * page_height;
    let slope = slope(lines, page_height);
    if slope.abs() > TUNING.angle || !lines.iter().any(is_shorter) {
        return is_fitted;
    }
    let rows = Rows::new(lines, slope, page_height);
    let short = lines.iter_mut().zip(&mut is_fitted).filter(|(line, _)| is_shorter(line));
    for (line, is_fitted) in short {
        if let Some(fitted) = fitted(picture, line, &rows, &is_wrong) {
            (*line, *is_fitted) = (fitted, true);
        }
    }
    is_fitted
}

/// Whether a line has a letter or a few of the usual height of its page.
pub(super) fn is_short(line: &Region, page_height: f32) -> bool {
    length(line) < TUNING.short * page_height
        && (TUNING.height.start * page_height..TUNING.height.end * page_height)
            .contains(&line.height)
}

/// Length in pixels.
fn length(line: &Region) -> f32 {
    line.length_in_heights() * line.height
}

/// The usual height of the lines: of the longer ones, or, where most of the text is short, one that is higher than most.
pub(super) fn page_height(lines: &[Region]) -> f32 {
    let of_all = || lines.iter().map(|it| (it.height, length(it)));
    let long = of_all().filter(|(height, length)| *length >= TUNING.long * height);
    let total = |it: &[(f32, f32)]| it.iter().map(|(_, length)| length).sum::<f32>();
    let (all, long): (Vec<_>, Vec<_>) = (of_all().collect(), long.collect());
    let is_long = 2.0 * total(&long) >= total(&all);
    let height = if is_long {
        weighted_quantile(long, 0.5)
    } else {
        weighted_quantile(all, TUNING.row_height)
    };
    height.unwrap_or(0.0)
}

/// How steep the page is: the median of its lines.
pub(super) fn slope(lines: &[Region], page_height: f32) -> f32 {
    let long = lines.iter().filter(|it| length(it) >= TUNING.short * page_height);
    weighted_quantile(long.map(|it| (it.angle().tan(), length(it))).collect(), 0.5).unwrap_or(0.0)
}

/// A short line that stands alone in its row with the height of that around its ink; `None` where its box is right.
fn fitted(
    picture: GreyImage<'_>,
    line: &Region,
    rows: &Rows,
    is_wrong: impl Fn(f32, f32, f32) -> bool,
) -> Option<Region> {
    let (row_middle, row_height) = rows.around(line)?;
    let ([left, y], [right, _]) = (line.quad.start(), line.quad.end());
    let reach = TUNING.ink.end * row_height;
    let of_line = y - line.height / 2.0..y + line.height / 2.0;
    let ink = InkRows::of(picture, left..right, y - reach..y + reach)?.around(&of_line)?;
    let ink_height = ink.end - ink.start;
    if !TUNING.ink.contains(&(ink_height / row_height)) {
        return None;
    }
    let height = row_height.max(ink_height / TUNING.ink_of_line);
    let beyond = (of_line.start - ink.start).max(ink.end - of_line.end);
    if !is_wrong(line.height, height, beyond) {
        return None;
    }
    // Where nothing is cut, the middle is right.
    let middle = if beyond > 0.0 { row_middle } else { y };
    let middle = middle.clamp(ink.end - height / 2.0, ink.start + height / 2.0);
    let half = (right - left) / 2.0 * rows.slope;
    let quad = band([left, middle - half], [right, middle + half], height);
    Some(Region::straight(quad, height))
}

/// The lines of a page by their place from top to bottom.
struct Rows {
    page_height: f32,
    slope: f32,
    lines: Vec<Place>,
}

/// Where a line is.
struct Place {
    /// Its middle at the left edge of the page.
    middle: f32,
    height: f32,
    left: f32,
    right: f32,
}

impl Rows {
    fn new(lines: &[Region], slope: f32, page_height: f32) -> Self {
        let place = |it: &Region| {
            let ([x, y], [left, _], [right, _]) = (it.middle(), it.quad.start(), it.quad.end());
            Place { middle: y - slope * x, height: it.height, left, right }
        };
        let mut lines: Vec<Place> = lines.iter().map(place).collect();
        lines.sort_by(|a, b| a.middle.total_cmp(&b.middle));
        Self { page_height, slope, lines }
    }

    /// The middle at a `line` and the height of the row that it is in; `None` where it is alone in it, or close to another.
    fn around(&self, line: &Region) -> Option<(f32, f32)> {
        let ([x, y], [left, _], [right, _]) = (line.middle(), line.quad.start(), line.quad.end());
        let at = y - self.slope * x;
        let reach = TUNING.offset * self.page_height;
        let first = self.lines.partition_point(|it| it.middle < at - reach);
        let row = || self.lines[first..].iter().take_while(|it| it.middle <= at + reach);
        let heights_of_row =
            TUNING.height.start * self.page_height..TUNING.height.end * self.page_height;
        let apart = TUNING.apart * self.page_height;
        let is_close = |it: &Place| {
            (it.left - right).max(left - it.right) < apart && (it.left, it.right) != (left, right)
        };
        if row().any(is_close) {
            return None;
        }
        let is_usual_other = |it: &&Place| {
            (it.left, it.right) != (left, right) && heights_of_row.contains(&it.height)
        };
        row().find(is_usual_other)?;
        let usual = || row().filter(|it| heights_of_row.contains(&it.height));
        let own = [(at, right - left)];
        let page = [(self.page_height, TUNING.page_weight * self.page_height)];
        let middles = usual().map(|it| (it.middle, it.right - it.left)).chain(own);
        let heights = usual().map(|it| (it.height, it.right - it.left)).chain(page);
        let middle = weighted_quantile(middles.collect(), 0.5)? + self.slope * x;
        Some((middle, weighted_quantile(heights.collect(), TUNING.row_height)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Quad;

    const SIZE: usize = 240;

    fn line(left: f32, right: f32, top: f32, bottom: f32) -> Region {
        Region::straight(Quad::upright(left, top, right, bottom), bottom - top)
    }

    /// A row of a table: text, and ink of a digit or small letter from row 43 or 47 to 57.
    fn picture(ink: Range<usize>) -> Vec<u8> {
        let mut pixels = vec![245; SIZE * SIZE];
        for y in ink {
            pixels[SIZE * y + 121..SIZE * y + 129].fill(20);
        }
        pixels
    }

    /// What becomes of a row's text and these boxes of its digit: the heights.
    fn fitted(ink: Range<usize>, boxes: &[[f32; 2]], low: bool) -> Vec<f32> {
        let pixels = picture(ink);
        let picture = GreyImage { pixels: &pixels, width: SIZE, height: SIZE };
        let mut lines = vec![line(10.0, 100.0, 40.0, 60.0), line(10.0, 200.0, 80.0, 100.0)];
        lines.extend(boxes.iter().map(|[top, bottom]| line(120.0, 130.0, *top, *bottom)));
        if low {
            fit_low_lines(picture, &mut lines);
        } else {
            fit_cut_lines(picture, &mut lines);
        }
        lines[2..].iter().map(|it| it.height).collect()
    }

    #[test]
    fn a_box_that_cuts_its_digit_becomes_as_high_as_the_row() {
        assert_eq!(fitted(43..57, &[[47.0, 56.0]], false), [20.0]);
        assert_eq!(fitted(43..57, &[[40.0, 58.0]], false), [18.0]);
        // Less than a part of a letter, and a frame.
        assert_eq!(fitted(43..57, &[[48.0, 52.0]], false), [4.0]);
        assert_eq!(fitted(10..90, &[[47.0, 56.0]], false), [9.0]);
    }

    #[test]
    fn two_boxes_of_one_digit_become_one() {
        assert_eq!(fitted(43..57, &[[42.0, 49.0], [51.0, 59.0]], false), [20.0]);
    }

    #[test]
    fn a_low_box_of_a_small_letter_becomes_as_high_as_the_row() {
        assert_eq!(fitted(47..57, &[[46.0, 59.0]], true), [20.0]);
        assert_eq!(fitted(47..57, &[[46.0, 59.0]], false), [13.0]);
    }
}
