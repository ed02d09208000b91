//! Rows → blocks: where a paragraph, a heading or a list ends.

use super::rows::{self, Row};

/// A step this much larger than the usual one around it ends a block.
const WIDE: f32 = 1.3;

/// Steps up to this many text heights never end a block: ascenders nearly touch descenders.
const CLOSE: f32 = 1.15;

/// Steps from this many text heights on always do, where there is nothing to compare with.
const ALONE: f32 = 2.2;

/// How many steps above and below tell what is usual.
const AROUND: usize = 5;

/// Text this much taller than its neighbour is a heading.
const TALLER: f32 = 1.3;

/// First line indents, in text heights.
const INDENT: std::ops::RangeInclusive<f32> = 0.7..=6.0;

/// Divides the rows of a stretch.
pub(super) fn group(rows: Vec<Row>) -> Vec<Vec<Row>> {
    let steps: Vec<f32> =
        rows.windows(2).map(|pair| rows::middle(&pair[1]) - rows::middle(&pair[0])).collect();
    let starts: Vec<bool> = (0..rows.len())
        .map(|row| {
            row > 0
                && (is_apart(&rows, &steps, row)
                    || is_other_size(&rows[row - 1], &rows[row])
                    || is_indented(&rows, row))
        })
        .collect();
    let mut blocks: Vec<Vec<Row>> = Vec::new();
    for (row, starts) in rows.into_iter().zip(starts) {
        match blocks.last_mut() {
            Some(block) if !starts => block.push(row),
            _ => blocks.push(vec![row]),
        }
    }
    blocks
}

fn is_apart(rows: &[Row], steps: &[f32], row: usize) -> bool {
    let step = steps[row - 1];
    let height = rows::height(&rows[row]).min(rows::height(&rows[row - 1]));
    if step <= CLOSE * height {
        return false;
    }
    let around = &steps[row.saturating_sub(AROUND + 1)..(row + AROUND).min(steps.len())];
    if around.len() < 2 {
        return step > ALONE * height;
    }
    let mut around = around.to_vec();
    let low = around.len() / 4;
    let usual = *around.select_nth_unstable_by(low, f32::total_cmp).1;
    // Text printed over text would make every step a wide one.
    step > WIDE * usual.max(CLOSE * height)
}

fn is_other_size(above: &Row, row: &Row) -> bool {
    let (a, b) = (typical_height(above), typical_height(row));
    a.max(b) > TALLER * a.min(b)
}

/// Height of the longest run: marks and icons beside it have their own.
fn typical_height(row: &Row) -> f32 {
    let longest = row.iter().max_by(|a, b| (a.right - a.left).total_cmp(&(b.right - b.left)));
    longest.map_or(1.0, |run| run.height)
}

/// The first line of a paragraph that no space sets off: further in than the lines around it.
fn is_indented(rows: &[Row], row: usize) -> bool {
    let (Some(next), [run]) = (rows.get(row + 1), rows[row].as_slice()) else { return false };
    let above = &rows[row - 1];
    let indent = |other: &Row| INDENT.contains(&((run.left - rows::left(other)) / run.height));
    let aligned = (rows::left(above) - rows::left(next)).abs() <= 0.5 * run.height;
    // Lines of program code are further in too, but do not reach as far as their neighbours.
    let reaches = run.right >= rows::right(next) - 0.15 * (rows::right(next) - run.left);
    indent(above) && indent(next) && aligned && reaches
}
