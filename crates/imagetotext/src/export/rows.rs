//! Which lines of a block stand side by side.

use crate::document::{Block, Line};

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
    let [along, across] = left.quad.seen(left.quad.end(), right.quad.start());
    let height = left.quad.height().min(right.quad.height());
    along >= -0.5 * height && across.abs() <= LEVEL * height
}
