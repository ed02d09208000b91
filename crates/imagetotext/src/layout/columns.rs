//! Which blocks stand one below the other in one column.

use super::block::RowBlock;
use super::disjoint_sets::DisjointSets;
use crate::document::Bounds;

/// The columns of a page.
#[derive(Debug)]
pub(super) struct Columns {
    /// Of each block, the next ones above and below in its column, with their distances in text heights.
    pub(super) next: Vec<Vec<(usize, f32)>>,
    /// Of each block, what its whole column covers.
    pub(super) extents: Vec<Bounds>,
    /// Of each block, which column it is in.
    numbers: Vec<usize>,
}

/// Widest gap within a column, in text heights: a running head is no part of the column below it.
const WIDEST_GAP: f32 = 6.0;

/// Height of the text of a heading at least, in heights of the usual text.
const HEADING: f32 = 1.1;

impl Columns {
    /// The columns of blocks with these panels around each, which nothing is beside from one place to another, on a page
    /// with text of height `unit` (pixels).
    pub(super) fn of(
        blocks: &[RowBlock],
        panels: &[Vec<usize>],
        clear: &[[f32; 2]],
        unit: f32,
    ) -> Self {
        let is_alone = |it: usize| clear[it].iter().all(|it| it.is_infinite());
        let is_heading = |it: usize| {
            is_alone(it)
                && blocks[it].rows.len() <= 2
                && (blocks[it].height() >= HEADING * unit || leads_to_wide(blocks, clear, it, unit))
        };
        // A heading that nothing is beside is no part of the columns under or over it.
        let divides = |one: usize, other: usize| is_heading(one) && !is_alone(other);
        let mut next = vec![Vec::new(); blocks.len()];
        let mut columns = DisjointSets::new(blocks.len());
        for (upper, it) in blocks.iter().enumerate() {
            let below = (0..blocks.len()).filter(|&lower| {
                blocks[lower].top >= it.bottom - 0.5 * unit && overlap(it, &blocks[lower]) > 0.0
            });
            let nearest =
                below.min_by(|&a, &b| blocks[a].top.total_cmp(&blocks[b].top).then(a.cmp(&b)));
            let Some(lower) = nearest else { continue };
            let gap = (blocks[lower].top - it.bottom).max(0.0) / unit;
            if gap < WIDEST_GAP
                && panels[upper] == panels[lower]
                && !divides(upper, lower)
                && !divides(lower, upper)
                && is_one_column(blocks, upper, lower, unit)
            {
                next[upper].push((lower, gap));
                next[lower].push((upper, gap));
                columns.join(upper, lower);
            }
        }
        let numbers: Vec<usize> = (0..blocks.len()).map(|it| columns.find(it)).collect();
        let mut whole: Vec<Bounds> = blocks.iter().map(RowBlock::bounds).collect();
        for (block, &number) in numbers.iter().enumerate() {
            whole[number] = around(whole[number], blocks[block].bounds());
        }
        let extents = numbers.iter().map(|&number| whole[number]).collect();
        Self { next, extents, numbers }
    }

    /// Whether two blocks stand in one column.
    pub(super) fn is_same(&self, one: usize, other: usize) -> bool {
        self.numbers[one] == self.numbers[other]
    }
}

/// Whether the next block below one is alone, and under what is beside the blocks above it: a subject and its letter, below
/// an address with a date beside it.
fn leads_to_wide(blocks: &[RowBlock], clear: &[[f32; 2]], index: usize, unit: f32) -> bool {
    let it = &blocks[index];
    let below = (0..blocks.len()).filter(|&lower| {
        blocks[lower].top >= it.bottom - 0.5 * unit && overlap(it, &blocks[lower]) > 0.0
    });
    let lower = below.min_by(|&a, &b| blocks[a].top.total_cmp(&blocks[b].top).then(a.cmp(&b)));
    let Some(lower) = lower else { return false };
    let is_beside = |other: &RowBlock| {
        other.bottom <= it.top + 0.3 * unit
            && it.top - other.bottom < WIDEST_GAP * unit
            && overlap(other, it) <= 0.0
            && overlap(other, &blocks[lower]) > unit
    };
    clear[lower].iter().all(|it| it.is_infinite()) && blocks.iter().any(is_beside)
}

/// Whether no block beside one of the two is above or below the other.
fn is_one_column(blocks: &[RowBlock], upper: usize, lower: usize, unit: f32) -> bool {
    let [one, other] = [upper, lower].map(|it| &blocks[it]);
    blocks.iter().enumerate().all(|(index, it)| {
        let [over_one, over_other] =
            [overlap(it, one), overlap(it, other)].map(|it| it > 0.3 * unit);
        index == upper || index == lower || over_one == over_other || {
            let beside = if over_one { other } else { one };
            it.bottom.min(beside.bottom) - it.top.max(beside.top) < 0.3 * unit
        }
    })
}

/// Width that two blocks have in common.
fn overlap(a: &RowBlock, b: &RowBlock) -> f32 {
    a.right.min(b.right) - a.left.max(b.left)
}

/// The smallest box around two.
fn around(a: Bounds, b: Bounds) -> Bounds {
    Bounds {
        left: a.left.min(b.left),
        top: a.top.min(b.top),
        right: a.right.max(b.right),
        bottom: a.bottom.max(b.bottom),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::row::Row;

    fn block(left: f32, top: f32, right: f32, bottom: f32) -> RowBlock {
        RowBlock { rows: Vec::new(), left, right, top, bottom }
    }

    fn columns(blocks: &[RowBlock]) -> Columns {
        let alone = [f32::NEG_INFINITY, f32::INFINITY];
        Columns::of(blocks, &vec![Vec::new(); blocks.len()], &vec![alone; blocks.len()], 20.0)
    }

    #[test]
    fn a_title_over_two_columns_is_in_neither() {
        let blocks = [
            block(0.0, 0.0, 420.0, 40.0),
            block(0.0, 60.0, 200.0, 160.0),
            block(0.0, 180.0, 200.0, 300.0),
            block(220.0, 60.0, 420.0, 300.0),
        ];
        let columns = columns(&blocks);
        assert_eq!(columns.next[1], [(2, 1.0)]);
        assert!(columns.next[0].is_empty() && columns.next[3].is_empty());
        assert!(columns.is_same(1, 2) && !columns.is_same(0, 1) && !columns.is_same(1, 3));
        assert_eq!(
            columns.extents[2],
            Bounds { left: 0.0, top: 60.0, right: 200.0, bottom: 300.0 }
        );
    }

    #[test]
    fn what_is_far_above_is_no_part_of_a_column() {
        let blocks = [block(0.0, 0.0, 200.0, 20.0), block(0.0, 200.0, 200.0, 300.0)];
        assert!(columns(&blocks).next[0].is_empty());
    }

    #[test]
    fn a_panel_has_columns_of_its_own() {
        let blocks = [block(0.0, 0.0, 200.0, 20.0), block(0.0, 40.0, 200.0, 60.0)];
        let alone = [[f32::NEG_INFINITY, f32::INFINITY]; 2];
        let inside = Columns::of(&blocks, &[vec![0], vec![0]], &alone, 20.0);
        let divided = Columns::of(&blocks, &[vec![0], vec![1]], &alone, 20.0);
        assert_eq!((inside.next[0].len(), divided.next[0].len()), (1, 0));
    }
    #[test]
    fn a_heading_that_nothing_is_beside_divides_the_columns_around_it() {
        let mut heading = block(0.0, 120.0, 150.0, 144.0);
        let cells = Vec::new();
        heading.rows =
            vec![Row { cells, left: 0.0, right: 150.0, top: 120.0, bottom: 144.0, height: 24.0 }];
        let columns = |beside: f32| {
            let blocks =
                [block(0.0, 0.0, 200.0, 100.0), heading.clone(), block(0.0, 160.0, 200.0, 260.0)];
            let alone = [f32::NEG_INFINITY, f32::INFINITY];
            let clear = [[f32::NEG_INFINITY, 220.0], [f32::NEG_INFINITY, beside], alone];
            Columns::of(&blocks, &[const { Vec::new() }; 3], &clear, 20.0)
        };
        assert!(!columns(f32::INFINITY).is_same(0, 1) && columns(f32::INFINITY).is_same(1, 2));
        assert!(columns(220.0).is_same(0, 1), "one beside it too");
    }
}
