//! Blocks with their kinds, as they are in the document: headings, paragraphs, list items, tables, code.
//!
//! The kind comes from [`super::kind`]; here it becomes what the document says of it: the level of a
//! heading, the marker and depth of an item, the cells of a table, the indentation of code.

mod block;
pub(super) mod caption;
mod code;
mod heading;
mod list;
mod numbered;
mod piece;
mod pitch;
mod table;
mod verse;
mod wrapping;

#[cfg(test)]
mod tests;

use super::kind::Kind;
use super::tuning::TUNING;
use crate::document::{Block, BlockKind, Line};
use block::{LineRow, block};
use piece::{Piece, pieces};

/// The lines of a block, and the kind that it seems to be.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) kind: Kind,
    /// Rows of cells of lines.
    pub(super) rows: Vec<Vec<Vec<Line>>>,
}

impl Group {
    /// The lines of each row.
    fn line_rows(&self) -> Vec<LineRow> {
        self.rows.iter().map(|cells| cells.concat()).collect()
    }
}

/// The blocks of a page, from the groups of its lines in reading order.
pub(super) fn classify(mut groups: Vec<Group>) -> Vec<Block> {
    list::continue_lists(&mut groups);
    numbered::join(&mut groups);
    let body = heading::body_height(&groups);
    let margins = code::margins(&groups);
    let mut blocks = Vec::with_capacity(groups.len());
    for (group, margin) in groups.into_iter().zip(margins) {
        if group.kind == Kind::Table
            && margin.is_none()
            && let Some(table) = table::table(&group.rows)
        {
            blocks.push(table::block(table, group.rows));
            continue;
        }
        let kind = group.kind;
        let rows: Vec<LineRow> = group.rows.into_iter().map(|cells| cells.concat()).collect();
        if let Some(margin) = margin {
            blocks.push(code::block(rows, margin));
            continue;
        }
        let wraps = wrapping::wrapped_rows(&rows);
        let of_kind = |kind| vec![block(kind, rows.clone(), &wraps)];
        let is_short = rows.len() <= TUNING.running.max_rows;
        blocks.extend(match kind {
            Kind::Heading => of_kind(BlockKind::Heading { level: heading::level(&rows, body) }),
            Kind::Caption => of_kind(BlockKind::Caption),
            Kind::RunningHead if is_short => of_kind(BlockKind::RunningHead),
            Kind::RunningFoot if is_short => of_kind(BlockKind::RunningFoot),
            Kind::Paragraph
            | Kind::Item
            | Kind::Table
            | Kind::RunningHead
            | Kind::RunningFoot
            | Kind::Footnote
            | Kind::Code => flowing(rows, &wraps),
        });
    }
    keep_only_text(&mut blocks);
    list::set_depths(&mut blocks);
    list::join_items(&mut blocks);
    blocks
}

/// A page with nothing between its running head and its foot has neither: that is its text.
fn keep_only_text(blocks: &mut [Block]) {
    if blocks.iter().all(|it| it.kind.is_running()) {
        for block in blocks {
            block.kind = BlockKind::Paragraph;
        }
    }
}

/// Divides running text into paragraphs and list items.
fn flowing(mut rows: Vec<LineRow>, wraps: &[bool]) -> Vec<Block> {
    let pieces = pieces(&rows, wraps);
    let mut blocks = Vec::new();
    let mut rest = pieces.as_slice();
    let mut begun = 0;
    while let Some(first) = rest.first() {
        let is_item = |piece: &Piece| matches!(piece, Piece::Item { .. });
        let (kind, count) = if let Piece::Item { marker, .. } = first {
            (BlockKind::ListItem { marker: *marker, depth: 0 }, 1)
        } else {
            let count = rest.iter().take_while(|piece| !is_item(piece)).count();
            (BlockKind::Paragraph, count)
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
