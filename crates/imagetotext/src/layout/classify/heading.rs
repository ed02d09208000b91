//! The level of a heading, by the size of its text.

use super::Group;
use super::block::LineRow;
use crate::layout::tuning::TUNING;

/// Height at which half of the characters of a page are not taller.
pub(super) fn body_height(groups: &[Group]) -> Option<f32> {
    let lines = groups.iter().flat_map(|group| group.rows.iter().flatten().flatten());
    let mut heights: Vec<(f32, usize)> =
        lines.map(|line| (line.quad.height(), line.text().len())).collect();
    heights.sort_by(|a, b| a.0.total_cmp(&b.0));
    let all: usize = heights.iter().map(|(_, length)| length).sum();
    let mut sum = 0;
    let middle = heights.iter().find(|(_, length)| {
        sum += length;
        sum * 2 >= all
    });
    middle.map(|(height, _)| *height)
}

/// The level of a heading on a page whose text is usually `body` high.
pub(super) fn level(rows: &[LineRow], body: Option<f32>) -> u8 {
    let heights = rows.iter().flatten().map(|line| line.quad.height());
    let ratio = heights.fold(f32::INFINITY, f32::min) / body.unwrap_or(1.0);
    let [first, second] = TUNING.headings.ratios;
    if ratio >= first {
        1
    } else if ratio >= second {
        2
    } else {
        3
    }
}
