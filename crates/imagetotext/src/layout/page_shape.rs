//! What the order and the kinds of blocks are told by that concerns the whole page.

use super::block::RowBlock;
use super::columns::Columns;
use super::page_graphics::PageGraphics;
use super::segment::median;
use super::squash;
use crate::document::Bounds;

/// What all blocks of a page have in common.
pub(super) struct PageShape {
    pub(super) unit: f32,
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) top: f32,
    pub(super) bottom: f32,
    /// How many blocks are beside, above and below each.
    pub(super) around: Vec<[usize; 3]>,
    /// From where to where, from left to right in pixels, nothing is beside each.
    clear: Vec<[f32; 2]>,
    /// The panels around each, from the largest to the smallest.
    pub(super) panels: Vec<Vec<usize>>,
    /// Of each, whether nothing is beside it on the page, nothing in the first panel around it is beside the second, and so
    /// on.
    alone: Vec<Vec<bool>>,
    pub(super) columns: Columns,
}

impl PageShape {
    pub(super) fn of(blocks: &[RowBlock], graphics: &PageGraphics) -> Self {
        let heights = blocks.iter().flat_map(|it| it.rows.iter().map(|row| row.height));
        let unit = median(heights.collect()).unwrap_or(1.0);
        let around_each = blocks.iter().map(|it| graphics.panels.around(&it.bounds()));
        let panels: Vec<Vec<usize>> = around_each.collect();
        let clear: Vec<[f32; 2]> =
            (0..blocks.len()).map(|it| clear(blocks, &graphics.figures, it, unit)).collect();
        Self {
            unit,
            columns: Columns::of(blocks, &panels, &clear, unit),
            alone: (0..blocks.len()).map(|it| alone(blocks, &panels, graphics, it, unit)).collect(),
            panels,
            around: (0..blocks.len()).map(|it| around(blocks, it, unit)).collect(),
            clear,
            left: blocks.iter().map(|it| it.left).fold(f32::INFINITY, f32::min),
            right: blocks.iter().map(|it| it.right).fold(f32::NEG_INFINITY, f32::max),
            top: blocks.iter().map(|it| it.top).fold(f32::INFINITY, f32::min),
            bottom: blocks.iter().map(|it| it.bottom).fold(f32::NEG_INFINITY, f32::max),
        }
    }

    /// Whether nothing is beside either of two blocks, or the boxes that only one of them is in, but what is outside a box
    /// around both: one is over the other, wherever they stand, as the messages of a conversation.
    pub(super) fn are_in_sequence(&self, [one, other]: [usize; 2]) -> bool {
        let boxes = self.panels[one].iter().zip(&self.panels[other]);
        let common = boxes.take_while(|(a, b)| a == b).count();
        [one, other].iter().all(|&it| self.alone[it].get(common) != Some(&false))
    }

    /// Blocks between two, one above the other, that nothing is beside, as wide as the two reach: headings over columns. Their
    /// number, the largest height of their text, and how far the last one is from where the lower of the two begins.
    pub(super) fn headings_between(
        &self,
        blocks: &[RowBlock],
        pair: [usize; 2],
        [upper, lower]: [&Bounds; 2],
    ) -> [f32; 4] {
        let slack = 0.3 * self.unit;
        let [left, right] = [upper.left.min(lower.left), upper.right.max(lower.right)];
        let is_between = |it: usize| {
            let [from, to] = self.clear[it];
            !pair.contains(&it)
                && blocks[it].top >= upper.bottom - slack
                && blocks[it].bottom <= lower.top + slack
                && from <= left + slack
                && to >= right - slack
                && blocks[it].right > left
                && blocks[it].left < right
        };
        let between = || (0..blocks.len()).filter(|&it| is_between(it)).map(|it| &blocks[it]);
        let Some(last) = between().max_by(|a, b| a.bottom.total_cmp(&b.bottom)) else {
            return [0.0; 4];
        };
        let height = between().map(RowBlock::height).fold(0.0, f32::max);
        [
            1.0,
            squash(between().count() as f32),
            (height / self.unit).ln().clamp(-2.0, 2.0),
            squash((lower.top - last.bottom).max(0.0) / self.unit),
        ]
    }
}

/// How many blocks are beside, above and below one.
fn around(blocks: &[RowBlock], index: usize, unit: f32) -> [usize; 3] {
    let it = &blocks[index];
    let slack = 0.3 * unit;
    let mut counts = [0; 3];
    for (number, other) in blocks.iter().enumerate() {
        if number == index {
            continue;
        }
        let is_under_or_over = it.right.min(other.right) > it.left.max(other.left);
        let is_aside = other.left >= it.right - slack || other.right <= it.left + slack;
        let is_level = it.bottom.min(other.bottom) - it.top.max(other.top) > slack;
        counts[0] += usize::from(is_level && is_aside);
        counts[1] += usize::from(is_under_or_over && other.bottom <= it.top + unit);
        counts[2] += usize::from(is_under_or_over && other.top >= it.bottom - unit);
    }
    counts
}

/// Whether nothing is beside a block, or the panel that stands for it, in each of the panels around it.
fn alone(
    blocks: &[RowBlock],
    panels: &[Vec<usize>],
    graphics: &PageGraphics,
    index: usize,
    unit: f32,
) -> Vec<bool> {
    let of = &panels[index];
    let is_alone = |depth: usize| {
        let own = of.get(depth);
        let it = own.map_or(blocks[index].bounds(), |&panel| *graphics.panels.bounds(panel));
        let mut others = (0..blocks.len()).filter(|&other| {
            let inside = panels[other].get(..depth) == of.get(..depth);
            let is_own = other == index || own.is_some() && panels[other].get(depth) == own;
            inside && !is_own
        });
        !others.any(|other| {
            it.bottom.min(blocks[other].bottom) - it.top.max(blocks[other].top) > 0.3 * unit
        })
    };
    (0..=of.len()).map(is_alone).collect()
}

/// From where to where no block and no figure is beside a block.
fn clear(blocks: &[RowBlock], figures: &[Bounds], index: usize, unit: f32) -> [f32; 2] {
    let it = &blocks[index];
    let others = blocks.iter().enumerate().filter(|(number, _)| *number != index);
    let others = others.map(|(_, other)| other.bounds()).chain(figures.iter().copied());
    let is_level =
        |other: &Bounds| it.bottom.min(other.bottom) - it.top.max(other.top) > 0.3 * unit;
    let mut clear = [f32::NEG_INFINITY, f32::INFINITY];
    for other in others.filter(is_level) {
        if other.left + other.right < it.left + it.right {
            clear[0] = clear[0].max(other.right);
        } else {
            clear[1] = clear[1].min(other.left);
        }
    }
    clear
}
