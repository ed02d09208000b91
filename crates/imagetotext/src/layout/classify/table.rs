//! Which rows are a table: at least two that follow each other with as many lines each.

use super::piece::Piece;
use crate::document::{BlockKind, Cell, Table};

/// How many pieces at the beginning are the rows of one table, if they are.
pub(super) fn rows_at_start(pieces: &[Piece]) -> Option<usize> {
    let Some(Piece::Cells { count }) = pieces.first() else { return None };
    let is_row = |piece: &&Piece| matches!(piece, Piece::Cells { count: other } if other == count);
    let rows = pieces.iter().take_while(is_row).count();
    (rows > 1).then_some(rows)
}

/// How many pieces come before the next list item or table; at least the first one.
pub(super) fn rows_before(pieces: &[Piece]) -> usize {
    let begins_other = |&at: &usize| {
        matches!(pieces[at], Piece::Item { .. }) || rows_at_start(&pieces[at..]).is_some()
    };
    (1..pieces.len()).find(begins_other).unwrap_or(pieces.len())
}

/// The table whose rows are these pieces, one cell for each line.
pub(super) fn kind(pieces: &[Piece]) -> BlockKind {
    let columns = match pieces.first() {
        Some(Piece::Cells { count }) => *count as u32,
        _ => 1,
    };
    let rows = pieces.len() as u32;
    let cells = (0..rows * columns).map(|at| Cell::new(at / columns, at % columns, vec![at]));
    BlockKind::Table(Table::new(rows, columns, cells.collect()))
}
