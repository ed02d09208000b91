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
    let [_, tr, br, _] = left.quad.0;
    let [x, y] = left.quad.direction();
    let (end, next) = (center(tr, br), center(right.quad.0[0], right.quad.0[3]));
    let step = [next[0] - end[0], next[1] - end[1]];
    let height = left.quad.height().min(right.quad.height());
    let (along, across) = (x * step[0] + y * step[1], x * step[1] - y * step[0]);
    along >= -0.5 * height && across.abs() <= LEVEL * height
}

fn center(a: [f32; 2], b: [f32; 2]) -> [f32; 2] {
    [f32::midpoint(a[0], b[0]), f32::midpoint(a[1], b[1])]
}
