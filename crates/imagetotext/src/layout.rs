//! Blocks and reading order, from where the lines are.
//!
//! The steps: lines → [`TextBox`]es in upright coordinates → columns ([`columns::zones`]) → rows
//! ([`rows::group_into_rows`]) → groups of rows ([`blocks::group`]) → blocks of a kind
//! ([`classify::classify`]). The order depends on where lines are; of what they say, only amounts
//! and labels of forms play a part ([`text_box::Content`]). Kinds depend on the words as well.

mod blocks;
mod cards;
mod classify;
mod columns;
#[cfg(test)]
pub(crate) mod fixtures;
mod reading_order;
mod rows;
#[cfg(test)]
mod tests;
mod text_box;
mod tuning;

use crate::document::{Block, Line, Quad};
use crate::graphics::Graphics;
use crate::rotation::PageRotation;
use text_box::TextBox;

/// Puts lines into blocks in reading order, as they are where `rotation` sets them upright.
pub(crate) fn arrange(
    lines: Vec<Line>,
    rotation: &PageRotation,
    _graphics: &Graphics,
) -> Vec<Block> {
    let quads: Vec<Quad> = lines.iter().map(|line| rotation.quad_to_upright(line.quad)).collect();
    let boxes = TextBox::of(&lines, &quads);
    let mut lines: Vec<Option<Line>> = lines.into_iter().map(Some).collect();
    let mut groups = Vec::new();
    for zone in columns::zones(boxes) {
        for block in blocks::group(rows::group_into_rows(zone)) {
            let row =
                |row: Vec<TextBox>| row.iter().filter_map(|it| lines[it.line].take()).collect();
            groups.push(block.into_iter().map(row).collect());
        }
    }
    classify::classify(groups)
}
