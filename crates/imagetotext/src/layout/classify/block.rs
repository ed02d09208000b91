//! Rows of lines → one block.

use crate::document::{Block, BlockKind, Line, LineStart};

/// Lines side by side, left to right.
pub(super) type LineRow = Vec<Line>;

/// A block of rows, of which some run on from the row above.
pub(super) fn block(kind: BlockKind, rows: Vec<LineRow>, wraps: &[bool]) -> Block {
    let rows = rows.into_iter().zip(wraps).enumerate();
    let lines = rows.flat_map(|(index, (row, wraps))| {
        let first = if index > 0 && *wraps { LineStart::Wrapped } else { LineStart::NewLine };
        let starts = std::iter::once(first).chain(std::iter::repeat(LineStart::SameRow));
        row.into_iter().zip(starts).map(|(line, start)| Line { start, ..line })
    });
    Block::new(kind, lines.collect())
}
