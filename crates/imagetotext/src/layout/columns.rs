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

impl Columns {
    /// The columns of blocks with these panels around each, on a page with text of height `unit` (pixels).
    pub(super) fn of(blocks: &[RowBlock], panels: &[Vec<usize>], unit: f32) -> Self {
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

    fn block(left: f32, top: f32, right: f32, bottom: f32) -> RowBlock {
        RowBlock { rows: Vec::new(), left, right, top, bottom }
    }

    fn columns(blocks: &[RowBlock]) -> Columns {
        Columns::of(blocks, &vec![Vec::new(); blocks.len()], 20.0)
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
        let inside = Columns::of(&blocks, &[vec![0], vec![0]], 20.0);
        let divided = Columns::of(&blocks, &[vec![0], vec![1]], 20.0);
        assert_eq!((inside.next[0].len(), divided.next[0].len()), (1, 0));
    }
}
