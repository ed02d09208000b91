//! Documents as word processors see them: paragraphs, items, tables, one after the other.

use super::lines::{self, LineMode, TextLine};
use super::text;
use crate::document::{Block, BlockKind, Document, Marker, Page, Table};

/// What a page consists of. Lines have no blanks at their end.
pub(super) enum Element<'a> {
    Heading {
        /// 1 to 6.
        level: u8,
        text: String,
    },
    Item {
        marker: Marker,
        depth: u8,
        /// Its marker, as it was read.
        read: Option<&'a str>,
        lines: Vec<String>,
    },
    Table {
        block: &'a Block,
        table: &'a Table,
    },
    Code(Vec<String>),
    Caption(Vec<String>),
    Paragraph(Vec<String>),
}

/// The pages, each with its elements, and with what its codes say. With [`LineMode::One`] there is one page with one paragraph.
pub(super) fn pages(document: &Document, mode: LineMode) -> Vec<Vec<Element<'_>>> {
    if mode == LineMode::One {
        let text = text::text(document, mode).trim().to_owned();
        return if text.is_empty() {
            Vec::new()
        } else {
            vec![vec![Element::Paragraph(vec![text])]]
        };
    }
    document.pages.iter().map(|page| elements(page, mode)).collect()
}

fn elements(page: &Page, mode: LineMode) -> Vec<Element<'_>> {
    let mut elements: Vec<Element<'_>> = Vec::new();
    for block in &page.blocks {
        let element = match &block.kind {
            BlockKind::Heading { level } => {
                let text = lines::one_line(block).text.trim().to_owned();
                Element::Heading { level: *level.clamp(&1, &6), text }
            }
            BlockKind::ListItem { marker, depth } => {
                let (read, lines) = lines::item(block, mode);
                let depth = (*depth).min(BlockKind::MAX_DEPTH);
                Element::Item { marker: *marker, depth, read, lines: trimmed(lines) }
            }
            BlockKind::Table(table) => Element::Table { block, table },
            BlockKind::Code => {
                let lines = trimmed(lines::lines(block, LineMode::Keep));
                match elements.last_mut() {
                    Some(Element::Code(before)) => {
                        before.extend(block.gap_before.then(String::new));
                        before.extend(lines);
                        continue;
                    }
                    _ => Element::Code(lines),
                }
            }
            BlockKind::Caption => Element::Caption(trimmed(lines::lines(block, mode))),
            BlockKind::Paragraph
            | BlockKind::RunningHead
            | BlockKind::RunningFoot
            | BlockKind::Figure => Element::Paragraph(trimmed(lines::lines(block, mode))),
        };
        elements.push(element);
    }
    let codes = page.codes.iter().map(|code| code.text.lines().map(str::to_owned).collect());
    elements.extend(codes.map(Element::Paragraph));
    elements
}

fn trimmed(lines: Vec<TextLine>) -> Vec<String> {
    lines.into_iter().map(|line| line.without_end().text).collect()
}
