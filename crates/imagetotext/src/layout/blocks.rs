//! Rows → blocks: where a paragraph, a heading or a list ends.

use super::rows::{self, Row};
use super::tuning::TUNING;

/// Divides the rows of a zone.
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
    if step <= TUNING.blocks.close_step * height {
        return false;
    }
    let count = TUNING.blocks.steps_around;
    let around = &steps[row.saturating_sub(count + 1)..(row + count).min(steps.len())];
    if around.len() < 2 {
        return step > TUNING.blocks.lone_step * height;
    }
    let mut around = around.to_vec();
    let low = around.len() / 4;
    let usual = *around.select_nth_unstable_by(low, f32::total_cmp).1;
    // Text printed over text would make every step a wide one.
    step > TUNING.blocks.wide_step * usual.max(TUNING.blocks.close_step * height)
}

fn is_other_size(above: &Row, row: &Row) -> bool {
    let (a, b) = (typical_height(above), typical_height(row));
    a.max(b) > TUNING.blocks.size_ratio * a.min(b)
}

/// Height of the longest box: marks and icons beside it have their own.
fn typical_height(row: &Row) -> f32 {
    let longest = row.iter().max_by(|a, b| (a.right - a.left).total_cmp(&(b.right - b.left)));
    longest.map_or(1.0, |text_box| text_box.height)
}

/// The first line of a paragraph that no space sets off: further in than the lines around it.
fn is_indented(rows: &[Row], row: usize) -> bool {
    let (Some(next), [text_box]) = (rows.get(row + 1), rows[row].as_slice()) else { return false };
    let above = &rows[row - 1];
    let [shortest, longest] = TUNING.blocks.indent;
    let indent = |other: &Row| {
        (shortest..=longest).contains(&((text_box.left - rows::left(other)) / text_box.height))
    };
    let aligned = (rows::left(above) - rows::left(next)).abs()
        <= TUNING.blocks.indent_tolerance * text_box.height;
    // Lines of program code are further in too, but do not reach as far as their neighbours.
    let reaches = text_box.right
        >= rows::right(next) - TUNING.blocks.indent_reach * (rows::right(next) - text_box.left);
    indent(above) && indent(next) && aligned && reaches
}
