//! Which rows run on: whose text goes on only because the row above was full.

use super::block::LineRow;
use super::list;
use crate::layout::tuning::TUNING;

/// For each row whether it runs on from the one above. Rows of several lines do not, and neither
/// does what is below them, nor the first row of a list item.
pub(super) fn wrapped_rows(rows: &[LineRow]) -> Vec<bool> {
    let wraps = |index: usize| {
        let Some(above) = index.checked_sub(1).map(|above| &rows[above]) else { return false };
        let is_text = above.len() == 1 || list::marker(above).is_some();
        let is_begin = rows[index].len() > 1 || list::marker(&rows[index]).is_some();
        is_text && !is_begin && runs_on(rows, index)
    };
    (0..rows.len()).map(wraps).collect()
}

/// Whether the row above was full: the first word of this row would not have fitted into it.
fn runs_on(rows: &[LineRow], index: usize) -> bool {
    let (Some(above), Some(line)) = (rows[index - 1].last(), rows[index].first()) else {
        return false;
    };
    let direction = above.quad.direction();
    let ends = rows.iter().filter_map(|row| Some(row.last()?.quad.extent(direction).1));
    let margin = ends.fold(f32::NEG_INFINITY, f32::max);
    let Some(word) = line.words.first() else { return true };
    let (start, end) = word.quad.extent(direction);
    let slack = TUNING.wrapping.slack * line.quad.height();
    above.quad.extent(direction).1 + (end - start) + slack >= margin
}
