//! Which blocks are program code, and how far their lines are indented.
//!
//! Code is known by its signs, or by equally wide characters and indentation ([`pitch`]).

use super::block::{self, LineRow};
use super::{pitch, wrapping};
use crate::document::{Block, BlockKind, Line};
use crate::fixed_pitch::FixedPitch;
use crate::layout::tuning::TUNING;

/// Ends of lines that prose does not have.
const ENDS: [&str; 12] = ["{", "}", ";", "(", "[", "=>", "->", "):", "},", "),", ")?", "\\"];
/// What only lines of code begin with.
const STARTS: [&str; 12] =
    ["//", "/*", "#include", "#[", "#!", "fn ", "def ", "let ", "import ", "return ", "</", "@@"];
/// What code has within a line and prose has not.
const INSIDE: [&str; 9] = ["()", "::", "->", "=>", "==", "!=", "&&", "||", "+="];

/// Where a piece of code begins, to which its lines are indented.
#[derive(Debug, Clone, Copy)]
pub(super) struct Margin {
    left: f32,
    /// Width of a character.
    advance: f32,
    direction: [f32; 2],
}

impl Margin {
    /// Blanks before a row.
    fn indent(&self, row: &[Line]) -> u32 {
        let left = row.first().map_or(self.left, |line| line.quad.extent(self.direction).0);
        let blanks = ((left - self.left) / self.advance).round() as u32;
        if blanks > Line::MAX_INDENT { 0 } else { blanks }
    }
}

/// The rows as a block of code.
pub(super) fn block(mut rows: Vec<LineRow>, margin: Margin) -> Block {
    for row in &mut rows {
        let indent = margin.indent(row);
        if let Some(first) = row.first_mut() {
            first.indent = indent;
        }
    }
    let wraps = vec![false; rows.len()];
    block::block(BlockKind::Code, rows, &wraps)
}

/// For each block of a page its margin, if it is code.
pub(super) fn margins(blocks: &[Vec<LineRow>]) -> Vec<Option<Margin>> {
    let mut margins = Vec::with_capacity(blocks.len());
    let mut rest = blocks;
    while !rest.is_empty() {
        let piece = piece(rest);
        let margin = margin(&rest[..piece]);
        margins.extend(std::iter::repeat_n(margin, piece.max(1)));
        rest = &rest[piece.max(1)..];
    }
    margins
}

/// How many blocks at the beginning are one piece of code, one below the other.
fn piece(blocks: &[Vec<LineRow>]) -> usize {
    let follows = |pair: &[Vec<LineRow>]| {
        let [above, below] = [&pair[0], &pair[1]].map(|rows| rows.iter().flatten().next());
        let (Some(above), Some(below)) = (above, below) else { return false };
        above.quad.seen(above.quad.0[0], below.quad.0[0])[1] > 0.0
    };
    let code = blocks.iter().take_while(|rows| is_code(rows)).count();
    let joined = blocks.windows(2).take(code.saturating_sub(1)).take_while(|pair| follows(pair));
    if code == 0 { 0 } else { joined.count() + 1 }
}

/// Half of the rows look like code, or all of them together do.
fn is_code(rows: &[LineRow]) -> bool {
    let signs = rows.iter().filter(|row| {
        let text = row.iter().map(Line::text).collect::<Vec<_>>().join(" ");
        ENDS.iter().any(|end| text.ends_with(end))
            || STARTS.iter().any(|start| text.starts_with(start))
            || INSIDE.iter().any(|inside| text.contains(inside))
    });
    2 * signs.count() > rows.len() || pitch::is_code(rows, &wrapping::wrapped_rows(rows))
}

fn margin(blocks: &[Vec<LineRow>]) -> Option<Margin> {
    let lines = || blocks.iter().flatten().flatten();
    let direction = lines().next()?.quad.direction();
    if blocks.iter().map(Vec::len).sum::<usize>() < TUNING.code.min_rows {
        return None;
    }
    let left = lines().map(|line| line.quad.extent(direction).0).fold(f32::INFINITY, f32::min);
    if let Some(FixedPitch { advance, .. }) = FixedPitch::of(lines()) {
        return left.is_finite().then_some(Margin { left, advance, direction });
    }
    let (width, count) = lines().fold((0.0, 0), |(width, count), line| {
        let (start, end) = line.quad.extent(direction);
        (width + end - start, count + line.text().chars().count())
    });
    let advance = width / count.max(1) as f32;
    (advance > 0.0 && left.is_finite()).then_some(Margin { left, advance, direction })
}
