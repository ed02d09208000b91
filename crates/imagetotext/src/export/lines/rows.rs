//! A block → rows of cells of words.

use crate::document::{Block, BlockKind, Line, LineStart, Table};

/// A word and its place in the block.
#[derive(Debug, Clone, Copy)]
pub(super) struct PlacedWord<'a> {
    pub(super) line: usize,
    pub(super) word: usize,
    pub(super) text: &'a str,
    /// Whether a tab is before it, and not a blank.
    pub(super) is_after_tab: bool,
}

/// Lines side by side.
pub(super) struct Row<'a> {
    pub(super) cells: Vec<Vec<PlacedWord<'a>>>,
    pub(super) is_wrapped: bool,
    pub(super) indent: u32,
}

/// The rows of a block, those of a table with a cell for each column.
pub(super) fn rows(block: &Block) -> Vec<Row<'_>> {
    if let BlockKind::Table(table) = &block.kind {
        return table_rows(block, table);
    }
    let mut end = 0;
    let row = |lines: &[Line]| {
        let begin = end;
        end += lines.len();
        Row {
            cells: (begin..end).map(|line| placed(block, line).collect()).collect(),
            is_wrapped: lines.first().is_some_and(|line| line.start == LineStart::Wrapped),
            indent: lines.first().map_or(0, |line| line.indent),
        }
    };
    block.rows().map(row).collect()
}

fn table_rows<'a>(block: &'a Block, table: &Table) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    rows.resize_with(table.rows as usize, || Row {
        cells: vec![Vec::new(); table.columns as usize],
        is_wrapped: false,
        indent: 0,
    });
    for cell in &table.cells {
        let row = rows.get_mut(cell.row as usize);
        if let Some(place) = row.and_then(|row| row.cells.get_mut(cell.column as usize)) {
            *place = cell_words(block, &cell.lines);
        }
    }
    rows
}

/// The words of these lines of a cell.
pub(super) fn cell_words<'a>(block: &'a Block, lines: &[u32]) -> Vec<PlacedWord<'a>> {
    lines.iter().flat_map(|line| placed(block, *line as usize)).collect()
}

fn placed(block: &Block, line: usize) -> impl Iterator<Item = PlacedWord<'_>> {
    let words = block.lines.get(line).into_iter().flat_map(|line| line.words.iter().enumerate());
    words.map(move |(word, it)| {
        let is_after_tab = block.lines[line].has_tab_before(word);
        PlacedWord { line, word, text: &it.text, is_after_tab }
    })
}

/// Takes the first word out, such as the marker of an item.
pub(super) fn take_first_word<'a>(rows: &mut [Row<'a>]) -> Option<PlacedWord<'a>> {
    let cells = &mut rows.first_mut()?.cells;
    let cell = cells.first_mut().filter(|cell| !cell.is_empty())?;
    let word = cell.remove(0);
    if cell.is_empty() {
        cells.remove(0);
    }
    Some(word)
}
