//! Ruling lines → the rows, columns and merged cells of a table.
//!
//! Only what is drawn counts: where a table has no line between two rows, they are one row here, and its text
//! has to tell them apart.

mod edge_lines;
mod merged_cells;
#[cfg(test)]
mod tests;

use super::Rule;
use crate::document::Bounds;
use edge_lines::EdgeLine;

/// The lines of a table, all from one side to the other, and which cells they do not divide.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Grid {
    /// Where columns begin, and where the last one ends, from left to right: one more than there are columns.
    /// In pixels, level with the table: see [`Grid::level`].
    pub(crate) column_edges: Vec<f32>,
    /// Where rows begin, and where the last one ends, from top to bottom.
    pub(crate) row_edges: Vec<f32>,
    /// The cells of more than one row or column; none overlaps another.
    pub(crate) spans: Vec<CellSpan>,
    /// How much the rows go down for each pixel to the right.
    slope: f32,
}

/// The place of a cell in a grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CellSpan {
    /// Its first row, from 0.
    pub(crate) row: usize,
    /// Its first column, from 0.
    pub(crate) column: usize,
    /// How many rows it takes, at least 1.
    pub(crate) row_span: usize,
    /// How many columns it takes, at least 1.
    pub(crate) column_span: usize,
}

/// Cells of the largest grid; more are a pattern, no table.
const MAX_CELLS: usize = 20_000;

impl Grid {
    /// The grid that `rules` draw around and between `boxes` of text; nothing if they divide nothing. Both are
    /// those of the upright view. `text_height` is the usual height of text in
    /// pixels: lines that are much closer to each other than this are one.
    ///
    /// A border that is not drawn is where the lines end that lead to it, or where the text does.
    pub(crate) fn find(rules: &[Rule], boxes: &[Bounds], text_height: f32) -> Option<Self> {
        let reach = REACH * text_height;
        let area = boxes.iter().copied().reduce(union)?;
        let near: Vec<Rule> =
            rules.iter().copied().filter(|rule| is_near(rule, area, reach)).collect();
        let slope = slope(&near);
        let level = |point: [f32; 2]| level(point, slope);
        let lines = |is_horizontal: bool| {
            let rules = near.iter().filter(|rule| rule.is_horizontal() == is_horizontal);
            let axis = usize::from(is_horizontal);
            let ends = rules.map(|rule| [level(rule.from), level(rule.to)]);
            edge_lines::joined(ends, axis, reach)
        };
        let (mut rows, mut columns) = (lines(true), lines(false));
        if rows.is_empty() && columns.is_empty() {
            return None;
        }
        let area = boxes.iter().map(|one| leveled(*one, slope)).reduce(union)?;
        edge_lines::add_borders(&mut rows, &columns, [area.top, area.bottom], text_height);
        edge_lines::add_borders(&mut columns, &rows, [area.left, area.right], text_height);
        let (row_count, column_count) = (rows.len().checked_sub(1)?, columns.len().checked_sub(1)?);
        let cells = row_count * column_count;
        if !(2..=MAX_CELLS).contains(&cells) {
            return None;
        }
        let spans = merged_cells::find(&rows, &columns);
        let places = |lines: Vec<EdgeLine>| lines.iter().map(|line| line.place).collect();
        Some(Self { column_edges: places(columns), row_edges: places(rows), spans, slope })
    }

    /// The cell that a point of the upright view is in; nothing beside the table.
    pub(crate) fn cell_at(&self, point: [f32; 2]) -> Option<CellSpan> {
        let [x, y] = self.level(point);
        let place = |edges: &[f32], at: f32| {
            let behind = edges.partition_point(|edge| *edge <= at);
            (1..edges.len()).contains(&behind).then(|| behind - 1)
        };
        let (row, column) = (place(&self.row_edges, y)?, place(&self.column_edges, x)?);
        let merged = self.spans.iter().find(|span| span.contains(row, column));
        Some(merged.copied().unwrap_or(CellSpan { row, column, row_span: 1, column_span: 1 }))
    }

    /// A point of the upright view in a view in which the rows of the table are level.
    pub(crate) fn level(&self, point: [f32; 2]) -> [f32; 2] {
        level(point, self.slope)
    }
}

impl CellSpan {
    fn contains(&self, row: usize, column: usize) -> bool {
        (self.row..self.row + self.row_span).contains(&row)
            && (self.column..self.column + self.column_span).contains(&column)
    }
}

/// Lines this near to each other are one, and lines this near to a place reach it; in heights of text. Rows are
/// about three times as high.
const REACH: f32 = 0.4;

fn level([x, y]: [f32; 2], slope: f32) -> [f32; 2] {
    [x + slope * y, y - slope * x]
}

/// A box of text around the same middle in the view in which the table is level.
fn leveled(one: Bounds, slope: f32) -> Bounds {
    let middle = [f32::midpoint(one.left, one.right), f32::midpoint(one.top, one.bottom)];
    let [x, y] = level(middle, slope);
    let [half_width, half_height] = [(one.right - one.left) / 2.0, (one.bottom - one.top) / 2.0];
    Bounds {
        left: x - half_width,
        top: y - half_height,
        right: x + half_width,
        bottom: y + half_height,
    }
}

fn union(a: Bounds, b: Bounds) -> Bounds {
    Bounds {
        left: a.left.min(b.left),
        top: a.top.min(b.top),
        right: a.right.max(b.right),
        bottom: a.bottom.max(b.bottom),
    }
}

fn is_near(rule: &Rule, area: Bounds, reach: f32) -> bool {
    if !rule.from.iter().chain(&rule.to).all(|value| value.is_finite()) {
        return false;
    }
    // A border is outside of the text that it encloses, by the padding of cells.
    let reach = 4.0 * reach;
    let [left, right] = [rule.from[0].min(rule.to[0]), rule.from[0].max(rule.to[0])];
    let [top, bottom] = [rule.from[1].min(rule.to[1]), rule.from[1].max(rule.to[1])];
    left <= area.right + reach
        && right >= area.left - reach
        && top <= area.bottom + reach
        && bottom >= area.top - reach
}

/// How much the usual rule goes down for each pixel to the right.
fn slope(rules: &[Rule]) -> f32 {
    let slope = |rule: &Rule| {
        let [right, down] = [rule.to[0] - rule.from[0], rule.to[1] - rule.from[1]];
        (if rule.is_horizontal() { down / right } else { -right / down }, rule.length())
    };
    let mut slopes: Vec<(f32, f32)> =
        rules.iter().map(slope).filter(|(slope, _)| slope.is_finite()).collect();
    slopes.sort_by(|a, b| a.0.total_cmp(&b.0));
    let half = slopes.iter().map(|(_, length)| length).sum::<f32>() / 2.0;
    let mut sum = 0.0;
    let median = slopes.iter().find(|(_, length)| {
        sum += length;
        sum >= half
    });
    median.map_or(0.0, |(slope, _)| *slope)
}
