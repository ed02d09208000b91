//! Segments that are read across → rows of cells.

use std::collections::HashSet;

use super::beside::Beside;
use super::disjoint_sets::DisjointSets;
use super::segment::Segment;
use crate::document::Bounds;

/// Cells side by side; a line of running text is a row of one cell.
#[derive(Debug, Clone)]
pub(super) struct Row {
    /// From left to right; in each, segments from top to bottom and left to right.
    pub(super) cells: Vec<Vec<usize>>,
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) top: f32,
    pub(super) bottom: f32,
    /// Height of the text of its longest segment.
    pub(super) height: f32,
}

/// Tallest row, in text heights: cells of a dozen lines. Bounds what one wrong decision can join.
const TALLEST: f32 = 16.0;

/// The rows of a page, from top to bottom; `beliefs` has the log-odds of each pair.
pub(super) fn rows(segments: &[Segment], pairs: &[Beside], beliefs: &[f32]) -> Vec<Row> {
    let mut joined = Joined::new(segments);
    // The surest first.
    let mut order: Vec<usize> = (0..pairs.len()).filter(|&it| beliefs[it] > 0.0).collect();
    order.sort_by(|&a, &b| beliefs[b].total_cmp(&beliefs[a]).then(a.cmp(&b)));
    for index in order {
        joined.join(pairs[index].left, pairs[index].right);
    }
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); segments.len()];
    for segment in 0..segments.len() {
        let root = joined.sets.find(segment);
        members[root].push(segment);
    }
    let same = pairs.iter().filter(|pair| pair.same_cell > 0.0);
    let same: HashSet<(usize, usize)> = same.map(|pair| (pair.left, pair.right)).collect();
    let same_cell = |left: usize, right: usize| same.contains(&(left, right));
    let members = members.into_iter().filter(|it| !it.is_empty());
    let mut rows: Vec<Row> =
        members.map(|members| Row::of(segments, members, &same_cell)).collect();
    rows.sort_by(|a, b| {
        a.middle()
            .total_cmp(&b.middle())
            .then(a.left.total_cmp(&b.left))
            .then(a.cells.cmp(&b.cells))
    });
    rows
}

impl Row {
    fn of(
        segments: &[Segment],
        mut members: Vec<usize>,
        same_cell: &impl Fn(usize, usize) -> bool,
    ) -> Self {
        members.sort_by(|&a, &b| segments[a].left.total_cmp(&segments[b].left).then(a.cmp(&b)));
        let mut cells: Vec<(f32, Vec<usize>)> = Vec::new();
        for segment in members {
            let it = &segments[segment];
            match cells.last_mut() {
                Some((right, cell))
                    if it.left < *right - 0.3 * it.height
                        || cell.iter().any(|&other| same_cell(other, segment)) =>
                {
                    *right = right.max(it.right);
                    cell.push(segment);
                }
                _ => cells.push((it.right, vec![segment])),
            }
        }
        Self::of_cells(segments, cells.into_iter().map(|(_, cell)| cell).collect())
    }

    /// The row of these cells.
    pub(super) fn of_cells(segments: &[Segment], mut cells: Vec<Vec<usize>>) -> Self {
        for cell in &mut cells {
            sort_lines(segments, cell);
        }
        let all = || cells.iter().flatten().map(|&it| &segments[it]);
        let longest = all().max_by(|a, b| a.width().total_cmp(&b.width()));
        let height = longest.map_or(1.0, |it| it.height);
        Self {
            left: all().map(|it| it.left).fold(f32::INFINITY, f32::min),
            right: all().map(|it| it.right).fold(f32::NEG_INFINITY, f32::max),
            top: all().map(|it| it.top).fold(f32::INFINITY, f32::min),
            bottom: all().map(|it| it.bottom).fold(f32::NEG_INFINITY, f32::max),
            height,
            cells,
        }
    }

    pub(super) fn middle(&self) -> f32 {
        f32::midpoint(self.top, self.bottom)
    }

    pub(super) fn width(&self) -> f32 {
        self.right - self.left
    }

    pub(super) fn bounds(&self) -> Bounds {
        Bounds { left: self.left, top: self.top, right: self.right, bottom: self.bottom }
    }

    /// The segment that is read first, and the one that is read last.
    pub(super) fn ends(&self) -> [usize; 2] {
        let first = self.cells.first().and_then(|cell| cell.first());
        let last = self.cells.last().and_then(|cell| cell.last());
        [first, last].map(|it| it.copied().unwrap_or(0))
    }
}

/// From top to bottom, and within a line from left to right.
fn sort_lines(segments: &[Segment], cell: &mut [usize]) {
    cell.sort_by(|&a, &b| segments[a].middle().total_cmp(&segments[b].middle()).then(a.cmp(&b)));
    let mut start = 0;
    while start < cell.len() {
        let first = &segments[cell[start]];
        let same = cell[start..].iter().take_while(|&&it| {
            segments[it].middle() - first.middle() < 0.5 * first.height.min(segments[it].height)
        });
        let end = start + same.count().max(1);
        cell[start..end]
            .sort_by(|&a, &b| segments[a].left.total_cmp(&segments[b].left).then(a.cmp(&b)));
        start = end;
    }
}

/// Segments that are joined, with the vertical extent of each set.
struct Joined {
    sets: DisjointSets,
    extents: Vec<[f32; 3]>,
}

impl Joined {
    fn new(segments: &[Segment]) -> Self {
        let extents = segments.iter().map(|it| [it.top, it.bottom, it.height]).collect();
        Self { sets: DisjointSets::new(segments.len()), extents }
    }

    /// Joins two sets unless the result would be too tall for a row.
    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.sets.find(one), self.sets.find(other));
        let [a, b] = [self.extents[one], self.extents[other]];
        let both = [a[0].min(b[0]), a[1].max(b[1]), a[2].max(b[2])];
        if one != other && both[1] - both[0] <= TALLEST * both[2] {
            self.sets.join(one, other);
            self.extents[one] = both;
        }
    }
}
