//! Rows → blocks with their kinds: headings, paragraphs, list items, tables, code.
//!
//! The only place that guesses; formats read the kinds. What nothing here recognises is a
//! paragraph.

mod block;
mod caption;
mod code;
mod heading;
mod list;
mod piece;
mod pitch;
mod running;
mod table;
mod verse;
mod wrapping;

#[cfg(test)]
mod tests;

use crate::document::{Block, BlockKind};
use block::{LineRow, block};
use piece::{Piece, pieces};

/// The blocks of a page, from the rows of each, in reading order.
pub(super) fn classify(groups: Vec<Vec<LineRow>>) -> Vec<Block> {
    let body = heading::body_height(&groups);
    let margins = code::margins(&groups);
    let mut blocks = Vec::with_capacity(groups.len());
    for (rows, margin) in groups.into_iter().zip(margins) {
        if let Some(margin) = margin {
            blocks.push(code::block(rows, margin));
            continue;
        }
        let wraps = wrapping::wrapped_rows(&rows);
        if let Some(level) = heading::level(&rows, body) {
            blocks.push(block(BlockKind::Heading { level }, rows, &wraps));
        } else {
            blocks.extend(flowing(rows, &wraps));
        }
    }
    list::set_depths(&mut blocks);
    caption::mark(&mut blocks);
    running::mark(&mut blocks);
    blocks
}

/// Divides rows that are neither code nor a heading into paragraphs, list items and tables.
fn flowing(mut rows: Vec<LineRow>, wraps: &[bool]) -> Vec<Block> {
    let pieces = pieces(&rows, wraps);
    let mut blocks = Vec::new();
    let mut rest = pieces.as_slice();
    let mut begun = 0;
    while let Some(first) = rest.first() {
        let (kind, count) = match first {
            Piece::Item { marker, .. } => (BlockKind::ListItem { marker: *marker, depth: 0 }, 1),
            _ => match table::rows_at_start(rest) {
                Some(count) => (table::kind(&rest[..count]), count),
                None => (BlockKind::Paragraph, table::rows_before(rest)),
            },
        };
        let (now, later) = rest.split_at(count);
        let taken: usize = now.iter().map(Piece::rows).sum();
        let mut now: Vec<LineRow> = rows.drain(..taken).collect();
        if kind == BlockKind::Paragraph {
            verse::set_indents(&mut now, &wraps[begun..begun + taken]);
        }
        let mut one = block(kind, now, &wraps[begun..begun + taken]);
        one.gap_before = begun == 0;
        blocks.push(one);
        begun += taken;
        rest = later;
    }
    blocks
}
