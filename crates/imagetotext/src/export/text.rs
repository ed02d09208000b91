//! Plain text.

use zeroize::Zeroizing;

use super::LineMode;
use super::code::{self, Margin};
use super::flow::{self, Piece};
use super::mend;
use super::rows::{Row, rows};
use crate::document::{Block, Document};

/// Between parts of a row: what prints well and what a program can split at.
const APART: &str = "  ";

/// Plain text.
///
/// A blank line stands between blocks and between pages; what stands side by side in the picture
/// is two blanks apart; program code keeps its indentation. With [`LineMode::Paragraphs`], list items and rows of tables keep their
/// line; with [`LineMode::One`], single blanks are all there is. The text ends with a line end
/// unless there is none, and no line ends with a blank.
pub fn text(document: &Document, mode: LineMode) -> String {
    let pages = document.pages.iter();
    let blocks = pages.flat_map(|page| page.blocks.iter().zip(code::margins(page)));
    let parts: Vec<Zeroizing<String>> = blocks
        .map(|(block, margin)| Zeroizing::new(of_block(block, margin, mode)))
        .filter(|part| !part.is_empty())
        .collect();
    let gap = if mode == LineMode::One { " " } else { "\n\n" };
    let mut all = String::with_capacity(parts.iter().map(|part| part.len() + 2).sum());
    for (number, part) in parts.iter().enumerate() {
        if number > 0 {
            all.push_str(gap);
        }
        all.push_str(part);
    }
    if !all.is_empty() {
        all.push('\n');
    }
    all
}

fn of_block(block: &Block, margin: Option<Margin>, mode: LineMode) -> String {
    let rows = rows(block);
    if let Some(margin) = margin.filter(|_| mode != LineMode::One) {
        return of_code(&rows, margin);
    }
    let lines: Vec<String> = match mode {
        LineMode::Keep => rows.iter().map(of_row).collect(),
        LineMode::Paragraphs => {
            flow::pieces(&rows).iter().map(|piece| of_piece(piece, APART)).collect()
        }
        LineMode::One => flow::pieces(&rows).iter().map(|piece| of_piece(piece, " ")).collect(),
    };
    let lines: Vec<&str> =
        lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect();
    lines.join(if mode == LineMode::One { " " } else { "\n" })
}

/// Lines of program code, indented as in the picture.
pub(super) fn of_code(rows: &[Row<'_>], margin: Margin) -> String {
    let lines = rows.iter().map(|row| " ".repeat(margin.indent(row)) + of_row(row).trim());
    let lines: Vec<String> = lines.filter(|line| !line.trim().is_empty()).collect();
    lines.join("\n")
}

fn of_row(row: &Row<'_>) -> String {
    let mut text = String::new();
    for (number, line) in row.iter().enumerate() {
        if number > 0 {
            text.push_str(APART);
        }
        mend::push_visible(&mut text, &line.text());
    }
    text
}

fn of_piece(piece: &Piece, apart: &str) -> String {
    match piece {
        Piece::Paragraph(lines) => flow::joined(lines),
        Piece::Item(mark, lines) => format!("{} {}", mark.as_str(), flow::joined(lines)),
        Piece::Cells(cells) => cells.join(apart).replace('\u{ad}', ""),
    }
}
