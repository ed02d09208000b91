//! What the rows of a block are one by one: text that runs on, list items, rows of cells.

use super::block::LineRow;
use super::list;
use crate::document::Marker;

/// Rows that stay together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Piece {
    /// Running text.
    Text { rows: usize },
    /// An item of a list.
    Item { marker: Marker, rows: usize },
    /// One row of so many lines side by side.
    Cells { count: usize },
}

impl Piece {
    /// How many rows it has.
    pub(super) fn rows(&self) -> usize {
        match *self {
            Self::Text { rows } | Self::Item { rows, .. } => rows,
            Self::Cells { .. } => 1,
        }
    }
}

/// Divides rows, of which some run on from the row above.
pub(super) fn pieces(rows: &[LineRow], wraps: &[bool]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (row, wraps) in rows.iter().zip(wraps) {
        if let Some(marker) = list::marker(row) {
            pieces.push(Piece::Item { marker, rows: 1 });
        } else if row.len() > 1 {
            pieces.push(Piece::Cells { count: row.len() });
        } else {
            match pieces.last_mut() {
                Some(Piece::Text { rows } | Piece::Item { rows, .. }) if *wraps => *rows += 1,
                _ => pieces.push(Piece::Text { rows: 1 }),
            }
        }
    }
    pieces
}
