//! Which blocks are program code, and how far their lines are indented.

use super::flow::reach;
use super::rows::{Row, rows};
use crate::document::{Block, Page};

/// Ends of lines that prose does not have.
const ENDS: [&str; 12] = ["{", "}", ";", "(", "[", "=>", "->", "):", "},", "),", ")?", "\\"];
/// What only lines of code begin with.
const STARTS: [&str; 12] =
    ["//", "/*", "#include", "#[", "#!", "fn ", "def ", "let ", "import ", "return ", "</", "@@"];
/// What code has within a line and prose has not.
const INSIDE: [&str; 9] = ["()", "::", "->", "=>", "==", "!=", "&&", "||", "+="];
/// Rows from which a block, or several that follow each other, are a piece of code.
const ROWS: usize = 2;
/// More blanks than this before a line are no indentation.
const DEEP: usize = 60;

/// Where a piece of code begins, to which its lines are indented.
#[derive(Debug, Clone, Copy)]
pub(super) struct Margin {
    left: f32,
    /// Width of a character.
    blank: f32,
    way: [f32; 2],
}

impl Margin {
    /// Blanks before a row.
    pub(super) fn indent(&self, row: &Row<'_>) -> usize {
        let left = row.first().map_or(self.left, |line| reach(&line.quad, self.way).0);
        let blanks = ((left - self.left) / self.blank).round() as usize;
        if blanks > DEEP { 0 } else { blanks }
    }
}

/// For each block of a page its margin, if it is code.
pub(super) fn margins(page: &Page) -> Vec<Option<Margin>> {
    let mut margins = Vec::with_capacity(page.blocks.len());
    let mut rest = page.blocks.as_slice();
    while !rest.is_empty() {
        let piece = piece(rest);
        let margin = margin(&rest[..piece]);
        margins.extend(std::iter::repeat_n(margin, piece.max(1)));
        rest = &rest[piece.max(1)..];
    }
    margins
}

/// How many blocks at the beginning are one piece of code, one below the other.
fn piece(blocks: &[Block]) -> usize {
    let follows = |pair: &[Block]| {
        let [above, below] = [&pair[0], &pair[1]].map(|block| block.lines.first());
        let (Some(above), Some(below)) = (above, below) else { return false };
        let [x, y] = above.quad.direction();
        let (from, to) = (above.quad.0[0], below.quad.0[0]);
        x * (to[1] - from[1]) - y * (to[0] - from[0]) > 0.0
    };
    let code = blocks.iter().take_while(|block| is_code(block)).count();
    let joined = blocks.windows(2).take(code.saturating_sub(1)).take_while(|pair| follows(pair));
    if code == 0 { 0 } else { joined.count() + 1 }
}

/// Half of the rows look like code.
fn is_code(block: &Block) -> bool {
    let rows = rows(block);
    let signs = rows.iter().filter(|row| {
        let text = row.iter().map(|line| line.text()).collect::<Vec<_>>().join(" ");
        ENDS.iter().any(|end| text.ends_with(end))
            || STARTS.iter().any(|start| text.starts_with(start))
            || INSIDE.iter().any(|inside| text.contains(inside))
    });
    2 * signs.count() > rows.len()
}

fn margin(blocks: &[Block]) -> Option<Margin> {
    let way = blocks.first()?.lines.first()?.quad.direction();
    let rows: usize = blocks.iter().map(|block| rows(block).len()).sum();
    if rows < ROWS {
        return None;
    }
    let lines = || blocks.iter().flat_map(|block| &block.lines);
    let left = lines().map(|line| reach(&line.quad, way).0).fold(f32::INFINITY, f32::min);
    let (width, count) = lines().fold((0.0, 0), |(width, count), line| {
        let (start, end) = reach(&line.quad, way);
        (width + end - start, count + line.text().chars().count())
    });
    let blank = width / count.max(1) as f32;
    (blank > 0.0 && left.is_finite()).then_some(Margin { left, blank, way })
}
