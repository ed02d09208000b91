//! Which lines of a block stand side by side.

use crate::page::{Block, Line};

/// Lines of one visual row, left to right.
pub(super) type Row<'a> = Vec<&'a Line>;

/// Of the smaller height, how much two lines of a row may differ in level.
const LEVEL: f32 = 0.6;

/// The rows of a block: a line joins the row when it begins where the one before it ends or later,
/// on the level to which that one runs.
pub(super) fn rows(block: &Block) -> Vec<Row<'_>> {
    let mut rows: Vec<Row<'_>> = Vec::new();
    for line in &block.lines {
        match rows.last_mut() {
            Some(row) if row.last().is_some_and(|last| is_beside(last, line)) => row.push(line),
            _ => rows.push(vec![line]),
        }
    }
    rows
}

fn is_beside(left: &Line, right: &Line) -> bool {
    let [tl, tr, br, bl] = left.quad.0;
    let (begin, end) = (center(tl, bl), center(tr, br));
    let next = center(right.quad.0[0], right.quad.0[3]);
    let height = left.quad.height().min(right.quad.height());
    let slope = if end[0] > begin[0] { (end[1] - begin[1]) / (end[0] - begin[0]) } else { 0.0 };
    let level = end[1] + slope * (next[0] - end[0]);
    next[0] >= end[0] - 0.5 * height && (next[1] - level).abs() <= LEVEL * height
}

fn center(a: [f32; 2], b: [f32; 2]) -> [f32; 2] {
    [f32::midpoint(a[0], b[0]), f32::midpoint(a[1], b[1])]
}
