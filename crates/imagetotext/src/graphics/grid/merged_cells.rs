//! Which cells are one because no line divides them.

use super::CellSpan;
use super::edge_lines::EdgeLine;

/// Share of a side that must be drawn to divide two cells.
const MIN_DRAWN: f32 = 0.5;

/// The cells of more than one row or column between these lines, row by row.
pub(super) fn find(rows: &[EdgeLine], columns: &[EdgeLine]) -> Vec<CellSpan> {
    let (row_count, column_count) = (rows.len() - 1, columns.len() - 1);
    let is_drawn = |line: &EdgeLine, from: &EdgeLine, to: &EdgeLine| {
        line.share(from.place, to.place) >= MIN_DRAWN
    };
    // For each cell whether it is open to the right, and whether downwards.
    let open_right = |row: usize, column: usize| {
        column + 1 < column_count && !is_drawn(&columns[column + 1], &rows[row], &rows[row + 1])
    };
    let open_down = |row: usize, column: usize| {
        row + 1 < row_count && !is_drawn(&rows[row + 1], &columns[column], &columns[column + 1])
    };
    let mut is_taken = vec![false; row_count * column_count];
    let mut spans = Vec::new();
    for row in 0..row_count {
        for column in 0..column_count {
            if is_taken[row * column_count + column] {
                continue;
            }
            let is_free = |row: usize, column: usize| !is_taken[row * column_count + column];
            let mut right = column;
            while open_right(row, right) && is_free(row, right + 1) {
                right += 1;
            }
            // A row below belongs to the cell if nothing divides them, nor its parts.
            let goes_on = |below: usize| {
                (column..=right).all(|at| open_down(below - 1, at) && is_free(below, at))
                    && (column..right).all(|at| open_right(below, at))
            };
            let mut bottom = row;
            while bottom + 1 < row_count && goes_on(bottom + 1) {
                bottom += 1;
            }
            for taken in row..=bottom {
                is_taken[taken * column_count..][column..=right].fill(true);
            }
            let span = CellSpan {
                row,
                column,
                row_span: bottom - row + 1,
                column_span: right - column + 1,
            };
            if span.row_span * span.column_span > 1 {
                spans.push(span);
            }
        }
    }
    spans
}
