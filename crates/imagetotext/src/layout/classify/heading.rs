//! Which blocks are headings: by the size of their text.

use super::block::LineRow;
use crate::document::Line;
use crate::layout::tuning::TUNING;

/// Height at which half of the characters of a page are not taller; none of a page with too little
/// text.
pub(super) fn body_height(blocks: &[Vec<LineRow>]) -> Option<f32> {
    let lines = blocks.iter().flatten().flatten();
    let mut heights: Vec<(f32, usize)> =
        lines.map(|line| (line.quad.height(), line.text().len())).collect();
    if heights.len() <= TUNING.headings.body_lines {
        return None;
    }
    heights.sort_by(|a, b| a.0.total_cmp(&b.0));
    let all: usize = heights.iter().map(|(_, length)| length).sum();
    let mut sum = 0;
    let middle = heights.iter().find(|(_, length)| {
        sum += length;
        sum * 2 >= all
    });
    middle.map(|(height, _)| *height)
}

/// The level of a heading on a page whose text is usually `body` high; none if it is no heading.
pub(super) fn level(rows: &[LineRow], body: Option<f32>) -> Option<u8> {
    let tuning = &TUNING.headings;
    let body = body?;
    if rows.len() > tuning.max_rows || rows.iter().any(|row| row.len() > 1) {
        return None;
    }
    let lines: Vec<&Line> = rows.iter().flatten().collect();
    let (first, last) = (lines.first()?, lines.last()?);
    let height = lines.iter().map(|line| line.quad.height()).fold(f32::INFINITY, f32::min);
    let letters = lines.iter().flat_map(|line| &line.words).flat_map(|word| word.text.chars());
    if letters.filter(|it| it.is_alphabetic()).count() < tuning.min_letters {
        return None;
    }
    // The middle of a sentence is none either, however tall its box came out.
    let begins_small = first.text().starts_with(char::is_lowercase);
    if begins_small || last.text().ends_with([',', ';', '.']) {
        return None;
    }
    (1..).zip(tuning.ratios).find(|(_, ratio)| height >= ratio * body).map(|(level, _)| level)
}
