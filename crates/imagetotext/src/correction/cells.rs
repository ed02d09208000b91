//! Tables: the words of an edited text → cells, which tabs and line ends divide.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::blocks::{DraftBlock, DraftLine};
use super::fragments::Fragment;
use super::matching::{Origin, Piece};
use super::tokens::Ends;
use crate::document::{Block, BlockKind, Cell, Document, LineStart, Page, Table};
use crate::export::LineMode;

/// A row of the edited text.
#[derive(Default)]
struct Row {
    /// The row that it was.
    source: Option<u32>,
    /// The words of each column.
    cells: BTreeMap<u32, Vec<Piece>>,
}

/// The table with the changes of the person.
pub(super) fn rebuilt(
    document: &Document,
    block: &Block,
    table: &Table,
    mode: LineMode,
    fragments: Vec<Fragment>,
) -> Option<DraftBlock> {
    if mode == LineMode::One || has_inner_tabs(block, table) {
        return Some(with_words(document, block, table, fragments));
    }
    let rows = rows(block, table, fragments);
    let mut new = Table::new(rows.len() as u32, columns(table, &rows), Vec::new());
    new.header_rows = header_rows(table, &rows);
    let is_in_place = rows.len() == table.rows as usize
        && rows.iter().zip(0..).all(|(row, number)| row.source == Some(number));
    let old: HashMap<(u32, u32), &Cell> =
        table.cells.iter().map(|cell| ((cell.row, cell.column), cell)).collect();
    let mut lines = Vec::new();
    for (number, row) in (0..).zip(rows) {
        for (column, pieces) in row.cells {
            let begin = lines.len() as u32;
            lines.extend(cell_lines(document, pieces));
            let mut cell = Cell::new(number, column, (begin..lines.len() as u32).collect());
            if is_in_place && let Some(old) = old.get(&(number, column)) {
                (cell.row_span, cell.column_span) = (old.row_span, old.column_span);
            }
            new.cells.push(cell);
        }
    }
    set_starts(&mut lines, &new);
    sound(new, lines)
}

/// The table with spans if it can be one, else without, else its lines.
fn sound(mut table: Table, lines: Vec<DraftLine>) -> Option<DraftBlock> {
    let is_sound = |kind: &BlockKind| {
        let lines = lines.iter().map(|line| line.line.clone()).collect();
        Page::new(0, 0, vec![Block::new(kind.clone(), lines)]).is_sound()
    };
    let kind = BlockKind::Table(table.clone());
    if is_sound(&kind) {
        return Some(DraftBlock { kind, lines });
    }
    for cell in &mut table.cells {
        (cell.row_span, cell.column_span) = (1, 1);
    }
    let kind = BlockKind::Table(table);
    if is_sound(&kind) {
        return Some(DraftBlock { kind, lines });
    }
    (!lines.is_empty()).then_some(DraftBlock { kind: BlockKind::Paragraph, lines })
}

/// Whether a wide gap in a cell is a tab too, so that tabs do not tell the column.
fn has_inner_tabs(block: &Block, table: &Table) -> bool {
    let lines = table.cells.iter().flat_map(|cell| &cell.lines);
    let mut lines = lines.filter_map(|line| block.lines.get(*line as usize));
    lines.any(|line| (1..line.words.len()).any(|word| line.has_tab_before(word)))
}

/// The rows of the edited text, and those that were empty before and still are.
fn rows(block: &Block, table: &Table, fragments: Vec<Fragment>) -> Vec<Row> {
    let row_of_line = rows_of_lines(block, table);
    let filled: HashSet<u32> = table.cells.iter().map(|cell| cell.row).collect();
    let is_empty = |row: &u32| !filled.contains(row);
    let mut found: Vec<Row> = Vec::new();
    for fragment in fragments {
        if fragment.ends != Ends::Blank || found.is_empty() {
            found.push(Row::default());
        }
        let Some(row) = found.last_mut() else { continue };
        let Fragment { origin, pieces, columns, is_typed, .. } = fragment;
        if row.source.is_none() && !is_typed {
            row.source = row_of_line.get(origin.line).copied().flatten();
        }
        for (piece, column) in pieces.into_iter().zip(columns) {
            row.cells.entry(column).or_default().push(piece);
        }
    }
    let mut rows = Vec::new();
    let mut next = 0;
    let empty = |row| Row { source: Some(row), cells: BTreeMap::new() };
    for mut row in found {
        match row.source.filter(|&source| source >= next) {
            Some(source) => {
                rows.extend((next..source).filter(is_empty).map(empty));
                next = source + 1;
            }
            None => row.source = None,
        }
        rows.push(row);
    }
    rows.extend((next..table.rows).filter(is_empty).map(empty));
    rows
}

/// For each line of the block the row of its cell.
fn rows_of_lines(block: &Block, table: &Table) -> Vec<Option<u32>> {
    let mut rows = vec![None; block.lines.len()];
    for cell in &table.cells {
        for line in &cell.lines {
            if let Some(row) = rows.get_mut(*line as usize) {
                *row = Some(cell.row);
            }
        }
    }
    rows
}

fn columns(table: &Table, rows: &[Row]) -> u32 {
    let last = rows.iter().filter_map(|row| row.cells.keys().next_back());
    last.max().map_or(table.columns, |last| table.columns.max(last.saturating_add(1)))
}

/// How many rows at the top are still headings.
fn header_rows(table: &Table, rows: &[Row]) -> u32 {
    let is_header = |row: &&Row| row.source.is_some_and(|source| source < table.header_rows);
    rows.iter().take_while(is_header).count() as u32
}

/// The lines of a cell. What was typed goes on with the line before it.
fn cell_lines(document: &Document, pieces: Vec<Piece>) -> Vec<DraftLine> {
    let mut groups: Vec<(Option<Origin>, Vec<Piece>)> = Vec::new();
    for piece in pieces {
        let known = piece.place.map(|_| piece.origin);
        match groups.last_mut() {
            Some((origin, group)) if known.is_none() || origin.is_none() || *origin == known => {
                *origin = origin.or(known);
                group.push(piece);
            }
            _ => groups.push((known, vec![piece])),
        }
    }
    let line = |(origin, pieces): (Option<Origin>, Vec<Piece>)| {
        let first = pieces.first()?.origin;
        Some(DraftLine::of_pieces(document, origin.unwrap_or(first), pieces))
    };
    groups.into_iter().filter_map(line).collect()
}

/// Lines of one row are side by side.
fn set_starts(lines: &mut [DraftLine], table: &Table) {
    let mut before = None;
    for cell in &table.cells {
        let first = cell.lines.first().copied();
        for line in &cell.lines {
            let is_beside = before == Some(cell.row) && Some(*line) == first;
            if let Some(line) = lines.get_mut(*line as usize) {
                line.line.start = if is_beside { LineStart::SameRow } else { LineStart::NewLine };
            }
        }
        before = Some(cell.row);
    }
}

/// The same cells with the words that each line of them has now.
fn with_words(
    document: &Document,
    block: &Block,
    table: &Table,
    fragments: Vec<Fragment>,
) -> DraftBlock {
    let mut pieces: BTreeMap<usize, Vec<Piece>> = BTreeMap::new();
    let Some(first) = fragments.first().map(|fragment| fragment.origin) else {
        return DraftBlock { kind: BlockKind::Paragraph, lines: Vec::new() };
    };
    let mut line = first.line;
    for fragment in fragments {
        if fragment.origin.block_id() == first.block_id() {
            line = fragment.origin.line;
        }
        pieces.entry(line).or_default().extend(fragment.pieces);
    }
    let mut numbers = vec![None; block.lines.len()];
    let mut lines = Vec::new();
    for (line, pieces) in pieces {
        let Some(old) = block.lines.get(line) else { continue };
        numbers[line] = Some(lines.len() as u32);
        let mut draft = DraftLine::of_pieces(document, Origin { line, ..first }, pieces);
        draft.line.start = if lines.is_empty() { LineStart::NewLine } else { old.start };
        draft.line.indent = old.indent;
        lines.push(draft);
    }
    let mut table = table.clone();
    for cell in &mut table.cells {
        cell.lines = cell.lines.iter().filter_map(|line| numbers[*line as usize]).collect();
    }
    table.cells.retain(|cell| !cell.lines.is_empty());
    sound(table, lines).unwrap_or(DraftBlock { kind: BlockKind::Paragraph, lines: Vec::new() })
}
