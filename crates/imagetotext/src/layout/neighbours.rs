//! Which segments are next to each other: the nearest ones to the right, below and above.
//!
//! The page is divided into strips. A segment is in every strip that it covers, and its neighbours are
//! the next ones there, so that finding them takes time in proportion to the segments and their strips.

use super::segment::{Segment, usual_height};

/// The neighbours of each segment, as positions in the list of segments.
#[derive(Debug)]
pub(super) struct Neighbours {
    /// To the right, at one level: nothing is between them.
    pub(super) right: Vec<Vec<usize>>,
    pub(super) left: Vec<Vec<usize>>,
    /// Below, at least partly: nothing is between them.
    pub(super) below: Vec<Vec<usize>>,
    pub(super) above: Vec<Vec<usize>>,
}

/// A box that is sorted into strips.
#[derive(Debug, Clone, Copy)]
pub(super) struct Extent {
    /// Across the strips.
    pub(super) from: f32,
    pub(super) to: f32,
    /// Along the strips: what orders the boxes.
    pub(super) place: f32,
}

/// Strips at most: bounds time and memory for any page.
const MAX_STRIPS: usize = 512;

impl Neighbours {
    pub(super) fn of(segments: &[Segment]) -> Self {
        let unit = usual_height(segments);
        let rows = segments.iter().map(|it| Extent {
            from: it.top + 0.2 * it.height,
            to: it.bottom - 0.2 * it.height,
            place: it.left,
        });
        let right = next(&rows.collect::<Vec<_>>(), unit / 2.0, |a, b| {
            let (a, b) = (&segments[a], &segments[b]);
            let overlap = a.bottom.min(b.bottom) - a.top.max(b.top);
            let least = a.height.min(b.height);
            overlap >= 0.4 * least && b.left > a.left && b.left > a.right - least
        });
        let columns =
            segments.iter().map(|it| Extent { from: it.left, to: it.right, place: it.middle() });
        let below = next(&columns.collect::<Vec<_>>(), unit, |a, b| {
            let (a, b) = (&segments[a], &segments[b]);
            b.middle() - a.middle() > 0.4 * a.height.min(b.height)
                && a.right.min(b.right) > a.left.max(b.left)
        });
        Self { left: reverse(&right), right, above: reverse(&below), below }
    }
}

/// For each box the next ones along the strips that `fits`, in any strip that it covers.
pub(super) fn next(
    boxes: &[Extent],
    strip: f32,
    fits: impl Fn(usize, usize) -> bool,
) -> Vec<Vec<usize>> {
    let first = boxes.iter().map(|it| it.from).fold(f32::INFINITY, f32::min);
    let last = boxes.iter().map(|it| it.to).fold(f32::NEG_INFINITY, f32::max);
    let strip = strip.max((last - first) / MAX_STRIPS as f32).max(f32::MIN_POSITIVE);
    let at = |place: f32| (((place - first) / strip).max(0.0) as usize).min(MAX_STRIPS);
    let covered = |it: &Extent| at(it.from)..=at(it.to.max(it.from));
    let mut strips: Vec<Vec<usize>> = vec![Vec::new(); MAX_STRIPS + 1];
    let mut order: Vec<usize> = (0..boxes.len()).collect();
    order.sort_by(|&a, &b| boxes[a].place.total_cmp(&boxes[b].place).then(a.cmp(&b)));
    let mut found: Vec<Vec<usize>> = vec![Vec::new(); boxes.len()];
    for &index in order.iter().rev() {
        for number in covered(&boxes[index]) {
            // The last that were put in are the nearest; a few of them may not fit.
            let next = strips[number].iter().rev().take(4).find(|&&other| fits(index, other));
            if let Some(&next) = next
                && !found[index].contains(&next)
            {
                found[index].push(next);
            }
            strips[number].push(index);
        }
        found[index]
            .sort_unstable_by(|&a, &b| boxes[a].place.total_cmp(&boxes[b].place).then(a.cmp(&b)));
    }
    found
}

/// The same relation, seen from the other side.
pub(super) fn reverse(relation: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut reversed = vec![Vec::new(); relation.len()];
    for (from, others) in relation.iter().enumerate() {
        for &to in others {
            reversed[to].push(from);
        }
    }
    reversed
}
