//! What a block is.

use serde::{Deserialize, Serialize};

/// What a block is. What the layout does not recognise is a paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
#[non_exhaustive]
pub enum BlockKind {
    /// Running text, and everything that is nothing else.
    #[default]
    Paragraph,
    /// A heading.
    Heading {
        /// 1 (the highest) to 6.
        level: u8,
    },
    /// One item of a list. Its first word is its marker.
    ListItem {
        /// What kind of marker it is.
        marker: Marker,
        /// How deep the list is nested in other lists: 0 for the outermost, at most
        /// [`BlockKind::MAX_DEPTH`].
        depth: u8,
    },
    /// Cells in rows and columns.
    Table(Table),
    /// Program code, whose lines are indented by [`Line::indent`](super::Line::indent).
    Code,
    /// The caption of a figure or a table.
    Caption,
    /// What repeats at the top of pages: a running title, a page number.
    RunningHead,
    /// What repeats at the foot of pages.
    RunningFoot,
    /// Text in a figure.
    Figure,
}

impl BlockKind {
    /// Deepest nesting of lists.
    pub const MAX_DEPTH: u8 = 8;
}

/// The marker before an item of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Marker {
    /// A dot, a dash, a star.
    Bullet,
    /// A number with its delimiter: `3.` or `3)`.
    Number,
}

/// Cells in rows and columns. Each line of the block belongs to exactly one cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Table {
    /// How many rows.
    pub rows: u32,
    /// How many columns.
    pub columns: u32,
    /// How many rows at the top are headings of the columns; 0 where none is known to be.
    pub header_rows: u32,
    /// The cells that hold text, row by row, left to right.
    pub cells: Vec<Cell>,
}

/// One cell of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Cell {
    /// Its first row, from 0.
    pub row: u32,
    /// Its first column, from 0.
    pub column: u32,
    /// How many rows it takes, at least 1.
    pub row_span: u32,
    /// How many columns it takes, at least 1.
    pub column_span: u32,
    /// Its lines, as positions in [`Block::lines`](super::Block::lines).
    pub lines: Vec<u32>,
}

impl Table {
    /// A table of this many rows and columns, of which none is known to be a heading.
    pub const fn new(rows: u32, columns: u32, cells: Vec<Cell>) -> Self {
        Self { rows, columns, header_rows: 0, cells }
    }
}

impl Cell {
    /// A cell of one row and one column with these lines of the block.
    pub const fn new(row: u32, column: u32, lines: Vec<u32>) -> Self {
        Self { row, column, row_span: 1, column_span: 1, lines }
    }
}
