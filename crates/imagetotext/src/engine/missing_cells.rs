//! Lone letters and digits of tables that the detector passes over: a column of short cells and a row meet where there is
//! ink, and no line was found.

use std::ops::Range;

use super::grey_image::GreyImage;
use super::ink_rows::InkRows;
use super::regions::Region;
use super::short_lines::{is_short, page_height, slope};
use crate::Quad;

/// Tuned numbers of this stage, lengths in line heights of the page; on drawn tables of single digits
/// (`models/training/LOG.md`, 2026-11-28).
struct Tuning {
    /// Slope of the page at most.
    slope: f32,
    /// How far the middles of lines in one row are apart at most.
    row: f32,
    /// Cells of a column at least.
    members: usize,
    /// Width of a column at most.
    width: f32,
    /// How far a row is above or below a cell of the column at most.
    reach: f32,
    /// Height of the ink of a letter or digit.
    ink: Range<f32>,
    /// Room without ink around it.
    room: f32,
    /// Columns times rows of a page at most; more are texture.
    places: usize,
}

const TUNING: Tuning = Tuning {
    slope: 0.01,
    row: 0.35,
    members: 2,
    width: 2.5,
    reach: 6.0,
    ink: 0.45..1.0,
    room: 0.2,
    places: 4_000,
};

/// A column of short cells.
struct Column {
    left: f32,
    right: f32,
    /// The middles of its cells.
    middles: Vec<f32>,
}

/// Adds the cells of tables to `lines` that are missing among them.
pub(super) fn find_missing_cells(picture: GreyImage<'_>, lines: &mut Vec<Region>) {
    let height = page_height(lines);
    let columns = columns(lines, height);
    if columns.is_empty() || slope(lines, height).abs() > TUNING.slope {
        return;
    }
    let rows = rows(lines, height);
    if columns.len() * rows.len() > TUNING.places {
        return;
    }
    for column in &columns {
        for &row in &rows {
            let is_near = |middle: &f32| (middle - row).abs() < TUNING.reach * height;
            if column.middles.iter().any(is_near)
                && let Some(cell) = cell(picture, column, row, height)
                && !lines.iter().any(|it| overlap(it, &cell))
            {
                lines.push(cell);
            }
        }
    }
}

/// Whether the middle of one of two lines is within the rows of the other, and they share columns.
fn overlap(one: &Region, other: &Region) -> bool {
    let distance = (one.middle()[1] - other.middle()[1]).abs();
    distance < one.height.max(other.height) / 2.0
        && one.quad.start()[0] < other.quad.end()[0]
        && other.quad.start()[0] < one.quad.end()[0]
}

/// The columns of the short cells among `lines`.
fn columns(lines: &[Region], height: f32) -> Vec<Column> {
    let mut cells: Vec<&Region> = lines.iter().filter(|it| is_short(it, height)).collect();
    cells.sort_by(|a, b| a.middle()[0].total_cmp(&b.middle()[0]));
    let mut columns: Vec<Column> = Vec::new();
    for cell in cells {
        let ([left, middle], [right, _]) = (cell.quad.start(), cell.quad.end());
        match columns.last_mut() {
            Some(last) if f32::midpoint(left, right) < last.right => {
                last.left = last.left.min(left);
                last.right = last.right.max(right);
                last.middles.push(middle);
            }
            _ => columns.push(Column { left, right, middles: vec![middle] }),
        }
    }
    columns.retain(|it| {
        it.middles.len() >= TUNING.members && it.right - it.left <= TUNING.width * height
    });
    columns
}

/// The middles of the rows of `lines`.
fn rows(lines: &[Region], height: f32) -> Vec<f32> {
    let mut middles: Vec<f32> = lines.iter().map(|it| it.middle()[1]).collect();
    middles.sort_by(f32::total_cmp);
    let rows = middles.chunk_by(|one, next| next - one < TUNING.row * height);
    rows.map(|row| row[row.len() / 2]).collect()
}

/// The cell in a column and a row, if there is ink with room around it.
fn cell(picture: GreyImage<'_>, column: &Column, row: f32, height: f32) -> Option<Region> {
    let room = TUNING.room * height;
    let (left, right) = (column.left - room / 2.0, column.right + room / 2.0);
    let ink = InkRows::of(picture, left..right, row - height..row + height)?;
    let ink = ink.around(&(row - height / 4.0..row + height / 4.0))?;
    let ink_height = ink.end - ink.start;
    let is_empty = |columns: Range<f32>| {
        let beside = InkRows::of(picture, columns, row - height..row + height);
        beside.is_none_or(|it| {
            it.runs().iter().all(|run| run.end <= ink.start || run.start >= ink.end)
        })
    };
    if !TUNING.ink.contains(&(ink_height / height))
        || !is_empty(left - room..left)
        || !is_empty(right..right + room)
    {
        return None;
    }
    // Most have no letters that reach below the line.
    let top = ink.end + 0.2 * height - height;
    Some(Region::straight(Quad::upright(left, top, right, top + height), height))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEIGHT: f32 = 20.0;

    /// How many cells are found where a table of three rows has only these two digits of its second column, if there is ink of
    /// so many rows in the third, and as wide.
    fn found(ink: usize, width: usize) -> usize {
        let size = 200;
        let mut pixels = vec![245; size * size];
        for y in 100..100 + ink {
            pixels[size * y + 122..size * y + 122 + width].fill(20);
        }
        let picture = GreyImage { pixels: &pixels, width: size, height: size };
        let line = |left: f32, right: f32, top: f32| {
            Region::straight(Quad::upright(left, top, right, top + HEIGHT), HEIGHT)
        };
        let mut lines = vec![
            line(10.0, 90.0, 20.0),
            line(10.0, 90.0, 60.0),
            line(10.0, 90.0, 98.0),
            line(120.0, 132.0, 20.0),
            line(120.0, 132.0, 60.0),
        ];
        find_missing_cells(picture, &mut lines);
        lines.len() - 5
    }

    #[test]
    fn ink_in_a_column_and_a_row_is_a_cell() {
        assert_eq!(found(14, 8), 1);
    }

    #[test]
    fn no_ink_a_dash_a_frame_or_a_word_is_none() {
        for (ink, width) in [(0, 8), (3, 8), (60, 8), (14, 40)] {
            assert_eq!(found(ink, width), 0, "{ink} rows, {width} columns");
        }
    }
}
