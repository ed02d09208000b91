//! The places of a table, each with the cell that takes it.

use crate::document::{Cell, Table};

/// A place in a row of a table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Slot<'a> {
    /// No cell holds text here.
    Empty,
    /// A cell begins here and takes so many rows and columns, at least one.
    Cell { cell: &'a Cell, rows: u32, columns: u32 },
    /// A cell reaches here that begins above, at this column, and takes so many columns.
    Below { columns: u32 },
    /// A cell reaches here that begins to the left.
    Covered,
}

/// All places, row by row. Where cells overlap, which no page has that was read, the later one is cut to one
/// place.
pub(super) fn rows(table: &Table) -> Vec<Vec<Slot<'_>>> {
    let mut rows = vec![vec![Slot::Empty; table.columns as usize]; table.rows as usize];
    for cell in &table.cells {
        if cell.row >= table.rows || cell.column >= table.columns {
            continue;
        }
        let (top, left) = (cell.row as usize, cell.column as usize);
        let bottom = top + cell.row_span.clamp(1, table.rows - cell.row) as usize;
        let right = left + cell.column_span.clamp(1, table.columns - cell.column) as usize;
        let is_free = rows[top..bottom]
            .iter()
            .all(|row| row[left..right].iter().all(|it| *it == Slot::Empty));
        let (bottom, right) = if is_free { (bottom, right) } else { (top + 1, left + 1) };
        let columns = (right - left) as u32;
        for (number, row) in (top..bottom).zip(&mut rows[top..bottom]) {
            row[left..right].fill(Slot::Covered);
            row[left] = if number == top {
                Slot::Cell { cell, rows: (bottom - top) as u32, columns }
            } else {
                Slot::Below { columns }
            };
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_place_has_the_cell_that_takes_it() {
        let mut cells = vec![Cell::new(0, 0, vec![0]), Cell::new(0, 2, vec![1])];
        (cells[0].row_span, cells[0].column_span) = (2, 2);
        let table = Table::new(2, 3, cells.clone());
        let begin = |cell, rows, columns| Slot::Cell { cell, rows, columns };
        let expected = [
            vec![begin(&cells[0], 2, 2), Slot::Covered, begin(&cells[1], 1, 1)],
            vec![Slot::Below { columns: 2 }, Slot::Covered, Slot::Empty],
        ];
        assert_eq!(rows(&table), expected);
    }

    #[test]
    fn tables_that_cannot_be_have_places_all_the_same() {
        let mut cells = vec![Cell::new(0, 0, vec![0]), Cell::new(0, 0, vec![1])];
        cells[1].column_span = u32::MAX;
        cells.push(Cell::new(7, 0, Vec::new()));
        let table = Table::new(1, 2, cells.clone());
        let one = |cell| Slot::Cell { cell, rows: 1, columns: 1 };
        assert_eq!(rows(&table), [vec![one(&cells[1]), Slot::Empty]]);
    }
}
