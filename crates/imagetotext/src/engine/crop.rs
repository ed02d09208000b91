//! A line of the picture, cut out, straightened, set upright and brought to full contrast: the input of the
//! recogniser.
//!
//! `models/training/imagetotext_training/crops.py` does the same for training, except that only here
//! frames and ruling lines are removed; `agreement.rs` compares the two.

mod contrast;
mod frame;
mod resample;

use std::ops::Range;

use zeroize::Zeroizing;

use super::bend::Bend;
use super::frames;
use super::grey_image::GreyImage;
use super::ruling_lines::{self, LineImage};
use super::struck_out;
use super::word_segmentation::is_inked;
use crate::Quad;
use frame::Frame;

/// Margins above and below a line, in line heights.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Margins {
    above: f32,
    below: f32,
}

/// As in training: accents on capitals are above the line.
pub(super) const NORMAL_MARGINS: Margins = Margins { above: 0.18, below: 0.10 };
/// For a second reading: the letters are an eighth larger. Of the lines of 14 to 17 pixels in the public
/// pictures, which are found a little too high, it corrects a third of the wrong words. Other
/// margins were no better (`models/training/LOG.md`, 2026-11-26).
pub(super) const TIGHT_MARGINS: Margins = Margins { above: 0.10, below: 0.03 };
/// Margin on both sides, in line heights, as in training.
pub(super) const MARGIN_BESIDE: f32 = 0.25;
/// The recogniser reduces the width by this factor.
const COLUMN_MULTIPLE: usize = 4;
/// Columns of the shortest line.
const MIN_COLUMNS: f32 = 8.0;

/// A line as the recogniser sees it: dark ink (about -0.5) on a light background (about 0.5).
#[derive(Debug)]
pub(super) struct Crop {
    /// Columns, a multiple of four.
    pub(super) width: usize,
    /// Columns that show the picture; the others are background.
    pub(super) filled: usize,
    /// Rows.
    pub(super) height: usize,
    /// The values in [-0.5, 0.5], row by row.
    pub(super) pixels: Zeroizing<Vec<f32>>,
    margins: Margins,
    frame: Frame,
}

impl Margins {
    /// Height of the line with its margins, in line heights.
    fn total_height(self) -> f32 {
        1.0 + self.above + self.below
    }
}

/// Cuts out the straight `line` and scales it to `height` rows.
pub(super) fn crop(picture: GreyImage<'_>, line: Quad, height: usize, margins: Margins) -> Crop {
    bent_crop(picture, line, Bend::default(), height, margins)
}

/// Cuts out `line`, which bends, and scales it to `height` rows.
pub(super) fn bent_crop(
    picture: GreyImage<'_>,
    line: Quad,
    bend: Bend,
    height: usize,
    margins: Margins,
) -> Crop {
    let [tl, tr, br, bl] = line.0;
    let along = [0, 1].map(|i| f32::midpoint(tr[i] - tl[i], br[i] - bl[i]));
    let down = [0, 1].map(|i| f32::midpoint(bl[i] - tl[i], br[i] - tr[i]));
    let length = along[0].hypot(along[1]).max(1.0);
    let line_height = down[0].hypot(down[1]).max(1.0);
    // The picture's pixels that one row of the crop covers.
    let scale = line_height * margins.total_height() / height as f32;
    let total_length = length + 2.0 * MARGIN_BESIDE * line_height;
    let filled = (total_length / scale).round().max(MIN_COLUMNS);
    let column_step = along.map(|d| d / length * total_length / filled);
    let row_step = down.map(|d| d / line_height * scale);
    let beside = along.map(|d| d / length * MARGIN_BESIDE * line_height);
    let origin = [0, 1].map(|i| tl[i] - beside[i] - down[i] * margins.above);
    let margin = MARGIN_BESIDE * line_height / total_length * filled;
    let frame = Frame {
        origin,
        column_step,
        row_step,
        first_column: 0.0,
        bend,
        line: [margin, filled - margin],
        line_height: line_height / scale,
    };
    let filled = filled as usize;
    let mut levels = resample::resample(picture, frame, filled, height, scale);
    let mut image = LineImage {
        pixels: &mut levels,
        width: filled,
        line_height: height as f32 / margins.total_height(),
    };
    frames::remove_frames(&mut image);
    ruling_lines::remove_ruling_lines(&mut image, |column, row| {
        let point = frame.to_picture(column, row);
        picture.contains(point).then(|| picture.sample(point))
    });
    struck_out::fade_strikes(&mut image);
    let width = filled.next_multiple_of(COLUMN_MULTIPLE);
    let pixels = contrast::normalise(&levels, filled, width);
    Crop { width, filled, height, pixels, margins, frame }
}

impl Crop {
    /// Outline of the line between two columns, in the picture, without the margins above and below.
    pub(super) fn quad_of(&self, start: f32, end: f32) -> Quad {
        self.quad_of_rows(start..end, self.row_at(0.0)..self.row_at(1.0))
    }

    /// Outline of these columns and rows in the picture.
    pub(super) fn quad_of_rows(&self, columns: Range<f32>, rows: Range<f32>) -> Quad {
        let at = |column, row| self.frame.to_picture(column, row);
        Quad([
            at(columns.start, rows.start),
            at(columns.end, rows.start),
            at(columns.end, rows.end),
            at(columns.start, rows.end),
        ])
    }

    /// Height of the line in rows, without the margins.
    pub(super) fn line_height(&self) -> f32 {
        self.height as f32 / self.margins.total_height()
    }

    /// The row at a share of the line's height, from its top.
    pub(super) fn row_at(&self, share: f32) -> f32 {
        (self.margins.above + share) * self.line_height()
    }

    /// The highest and the lowest row of a column with ink, if there is any.
    pub(super) fn ink_extent(&self, column: usize) -> Option<(usize, usize)> {
        let is_ink = |&row: &usize| is_inked(0.5 - self.pixels[row * self.width + column]);
        let first = (0..self.height).find(is_ink)?;
        let last = (0..self.height).rfind(is_ink)?;
        Some((first, last))
    }

    /// Columns with ink between columns without.
    pub(super) fn ink_runs(&self) -> Vec<Range<usize>> {
        let mut runs: Vec<Range<usize>> = Vec::new();
        for column in (0..self.filled).filter(|&it| self.ink_extent(it).is_some()) {
            match runs.last_mut() {
                Some(run) if run.end == column => run.end += 1,
                _ => runs.push(column..column + 1),
            }
        }
        runs
    }

    /// Rows from the highest to the lowest ink of some columns.
    pub(super) fn ink_rows(&self, columns: &Range<usize>) -> Range<usize> {
        let extents = || columns.clone().filter_map(|it| self.ink_extent(it));
        let top = extents().map(|(top, _)| top).min().unwrap_or(0);
        top..extents().map(|(_, bottom)| bottom + 1).max().unwrap_or(top)
    }

    /// Columns without ink directly before one.
    pub(super) fn gap_before(&self, column: usize) -> usize {
        (0..column).rev().take_while(|&it| self.ink_extent(it).is_none()).count()
    }

    /// Columns without ink from one on.
    pub(super) fn gap_after(&self, column: usize) -> usize {
        (column..self.filled).take_while(|&it| self.ink_extent(it).is_none()).count()
    }

    /// Ink of each column, 0 to 1: by how much its darkest pixel is darker than the background.
    pub(super) fn column_ink(&self) -> Zeroizing<Vec<f32>> {
        let mut ink = Zeroizing::new(vec![0.0_f32; self.filled]);
        for row in self.pixels.chunks_exact(self.width) {
            for (most, value) in ink.iter_mut().zip(row) {
                *most = most.max(0.5 - value);
            }
        }
        ink
    }

    /// The columns `start` to `end` (exclusive) as a crop of their own.
    pub(super) fn columns(&self, start: usize, end: usize) -> Self {
        self.cut(start, end, 0)
    }

    /// The same with background on both sides, as much as is beside a line.
    pub(super) fn padded_columns(&self, start: usize, end: usize) -> Self {
        let padding = self.line_height() * MARGIN_BESIDE;
        self.cut(start, end, padding.round() as usize)
    }

    /// The same with more background on both sides.
    pub(super) fn padded(&self) -> Self {
        self.cut(0, self.filled, self.line_height() as usize)
    }

    /// The line with background beside it, whatever the picture shows there.
    pub(super) fn isolated(&self) -> Self {
        let [start, end] = self.frame.line;
        self.padded_columns(start.round() as usize, end.round() as usize)
    }

    /// The same line with other pixels.
    pub(super) fn with_pixels(&self, pixels: Zeroizing<Vec<f32>>) -> Self {
        Self { pixels, ..*self }
    }

    fn cut(&self, start: usize, end: usize, padding: usize) -> Self {
        let filled = end - start + 2 * padding;
        let width = filled.next_multiple_of(COLUMN_MULTIPLE);
        let mut pixels = Zeroizing::new(Vec::with_capacity(width * self.height));
        for row in self.pixels.chunks_exact(self.width) {
            pixels.extend(std::iter::repeat_n(0.5, padding));
            pixels.extend_from_slice(&row[start..end]);
            pixels.extend(std::iter::repeat_n(0.5, width - filled + padding));
        }
        let first_column = self.frame.first_column + start as f32 - padding as f32;
        let frame = Frame { first_column, ..self.frame };
        Self { width, filled, pixels, frame, ..*self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_in_a_picture_cut_to_its_line_is_no_ruling_line() {
        // A letter, and a bar from edge to edge; the line and what is beside it fill the whole width.
        let ink_of_bar = |height: usize, top: f32| {
            let mut pixels = vec![200; 100 * height];
            for row in pixels.chunks_exact_mut(100) {
                row[50..52].fill(20);
            }
            for row in pixels.chunks_exact_mut(100).skip(top as usize + 4).take(12) {
                row[20..24].fill(20);
            }
            let picture = GreyImage { pixels: &pixels, width: 100, height };
            let crop = crop(picture, Quad::upright(5.0, top, 95.0, top + 20.0), 32, NORMAL_MARGINS);
            crop.column_ink()[crop.filled * 51 / 100]
        };
        assert!(ink_of_bar(20, 0.0) > 0.9);
        assert!(ink_of_bar(60, 20.0) < 0.1);
    }

    #[test]
    fn a_tight_crop_shows_the_same_line_larger() {
        let pixels = vec![200; 200 * 60];
        let picture = GreyImage { pixels: &pixels, width: 200, height: 60 };
        let line = Quad::upright(20.0, 20.0, 180.0, 40.0);
        let crops = [NORMAL_MARGINS, TIGHT_MARGINS].map(|margins| crop(picture, line, 32, margins));
        assert!(crops[1].filled > crops[0].filled);
        for crop in crops {
            let bounds = crop.quad_of(0.0, crop.filled as f32).bounds();
            assert!((bounds.top - 20.0).abs() < 0.01 && (bounds.bottom - 40.0).abs() < 0.01);
            assert!((bounds.left - 15.0).abs() < 0.01 && (bounds.right - 185.0).abs() < 0.01);
        }
    }
}
