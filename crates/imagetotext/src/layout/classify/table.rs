//! The columns of a table, from the places of the cells of all its rows.

use super::super::text_rows::extent;
use crate::document::{Block, BlockKind, Cell, Line, LineStart, Table};

/// A table of rows of cells of lines; none without two rows, or without two cells side by side.
pub(super) fn table(rows: &[Vec<Vec<Line>>]) -> Option<Table> {
    if rows.len() < 2 || rows.iter().all(|cells| cells.len() < 2) {
        return None;
    }
    let direction = rows.iter().flatten().flatten().next()?.quad.direction();
    let places: Vec<Vec<[f32; 2]>> = rows
        .iter()
        .map(|cells| cells.iter().map(|cell| extent(cell, direction)).collect())
        .collect();
    let columns = columns(&places);
    let mut cells = Vec::new();
    let mut line = 0;
    for (row, (row_cells, row_places)) in rows.iter().zip(&places).enumerate() {
        // Two cells of a row are never in one column.
        let mut free = 0;
        for (index, (cell, place)) in row_cells.iter().zip(row_places).enumerate() {
            let after = row_cells.len() - index - 1;
            let last = columns.len().saturating_sub(after + 1);
            let covered = columns.iter().enumerate().filter(|(_, it)| common(*place, **it) > 0.0);
            let covered: Vec<usize> = covered.map(|(column, _)| column).collect();
            let nearest = covered.first().copied().unwrap_or(free);
            let column = nearest.clamp(free, last.max(free));
            let end = covered.last().copied().unwrap_or(column).clamp(column, last.max(column));
            let mut of_table = Cell::new(row as u32, column as u32, Vec::new());
            of_table.column_span = (end - column + 1) as u32;
            of_table.lines = (line..line + cell.len() as u32).collect();
            line += cell.len() as u32;
            cells.push(of_table);
            free = end + 1;
        }
    }
    let columns = cells.iter().map(|cell| cell.column + cell.column_span).max().unwrap_or(1);
    Some(Table::new(rows.len() as u32, columns, cells))
}

/// The block of a table with these rows.
pub(super) fn block(table: Table, rows: Vec<Vec<Vec<Line>>>) -> Block {
    let mut lines = Vec::new();
    for cells in rows {
        for (column, cell) in cells.into_iter().enumerate() {
            for (number, line) in cell.into_iter().enumerate() {
                let is_beside = column > 0 && number == 0;
                let start = if is_beside { LineStart::SameRow } else { LineStart::NewLine };
                lines.push(Line { start, ..line });
            }
        }
    }
    Block::new(BlockKind::Table(table), lines)
}

/// Where the columns are, from left to right. Cells that are over several columns do not join them: the
/// narrowest cells come first, and a cell widens the column that it is over, if that is only one.
fn columns(rows: &[Vec<[f32; 2]>]) -> Vec<[f32; 2]> {
    let mut places: Vec<[f32; 2]> = rows.iter().flatten().copied().collect();
    places.sort_by(|a, b| (a[1] - a[0]).total_cmp(&(b[1] - b[0])).then(a[0].total_cmp(&b[0])));
    let mut columns: Vec<[f32; 2]> = Vec::new();
    for place in places {
        let over: Vec<usize> =
            (0..columns.len()).filter(|&column| common(place, columns[column]) > 0.0).collect();
        match over.as_slice() {
            [] => columns.push(place),
            &[one] => {
                let widened = [columns[one][0].min(place[0]), columns[one][1].max(place[1])];
                columns[one] = widened;
            }
            _ => {}
        }
    }
    columns.sort_by(|a, b| a[0].total_cmp(&b[0]));
    // Neighbours that no row has both of are one column whose cells are set differently: a head in the middle
    // above texts at the left.
    let mut joined: Vec<[f32; 2]> = Vec::new();
    for column in columns {
        match joined.last_mut() {
            Some(before) if !rows.iter().any(|row| has_both(row, *before, column)) => {
                *before = [before[0], before[1].max(column[1])];
            }
            _ => joined.push(column),
        }
    }
    joined
}

/// Whether a row has a cell in each of two columns.
fn has_both(row: &[[f32; 2]], one: [f32; 2], other: [f32; 2]) -> bool {
    let first = row.iter().position(|place| common(*place, one) > 0.0);
    let second = row.iter().rposition(|place| common(*place, other) > 0.0);
    first.zip(second).is_some_and(|(first, second)| first < second)
}

fn common(a: [f32; 2], b: [f32; 2]) -> f32 {
    a[1].min(b[1]) - a[0].max(b[0])
}
