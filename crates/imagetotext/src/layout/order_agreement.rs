//! The evidence of all pairs of blocks together.
//!
//! Two blocks of one column are usually both before, or both after, a block beside them. As in [`super::across`], each
//! such pair adds to the evidence of the others.

use super::block::RowBlock;
use super::page_shape::PageShape;

/// Weight of the agreement of two pairs whose blocks touch, and the distance, in text heights, at which a third of it is
/// left. On the validation pages of the training.
const AGREEMENT: f32 = 1.0;
const DISTANCE: f32 = 3.0;

/// Log-odds that the evidence of one pair has at most.
const MOST: f32 = 4.0;

/// How often beliefs are renewed. They hardly change after four.
const SWEEPS: usize = 5;

/// The log-odds of each pair of blocks that the first is read before the second, all pairs considered.
pub(super) fn agreed(
    evidence: &[Vec<f32>],
    blocks: &[RowBlock],
    page: &PageShape,
) -> Vec<Vec<f32>> {
    let count = blocks.len();
    let slack = 0.3 * page.unit;
    let is_aside = |a: usize, b: usize| {
        let [one, other] = [&blocks[a], &blocks[b]];
        let is_beside = one.right <= other.left + slack || other.right <= one.left + slack;
        is_beside && page.panels[a] == page.panels[b] && !page.are_in_sequence([a, b])
    };
    let pairs = (0..count).flat_map(|a| (a + 1..count).map(move |b| (a, b)));
    let aside: Vec<(usize, usize)> = pairs.filter(|&(a, b)| is_aside(a, b)).collect();
    let mut beliefs = evidence.to_vec();
    for _ in 0..SWEEPS {
        let before = beliefs.clone();
        let support = |of: usize, other: usize| -> f32 {
            let near = page.columns.next[of].iter().filter(|(near, _)| is_aside(*near, other));
            let each = near.map(|&(near, gap)| {
                AGREEMENT * (-gap / DISTANCE).exp() * (before[near][other] / 2.0).tanh()
            });
            each.sum()
        };
        for &(a, b) in &aside {
            let odds = evidence[a][b].clamp(-MOST, MOST) + support(a, b) - support(b, a);
            beliefs[a][b] = odds;
            beliefs[b][a] = -odds;
        }
    }
    beliefs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::page_graphics::PageGraphics;

    fn block(left: f32, top: f32) -> RowBlock {
        RowBlock { rows: Vec::new(), left, right: left + 200.0, top, bottom: top + 1.5 }
    }

    #[test]
    fn a_column_outvotes_one_of_its_blocks() {
        let blocks = [block(0.0, 0.0), block(0.0, 2.0), block(0.0, 4.0), block(220.0, 0.0)];
        let mut evidence = vec![vec![0.0; 4]; 4];
        // The block in the middle alone seems to come after the one beside the column.
        for (it, odds) in [(0, 3.0), (1, -0.5), (2, 3.0)] {
            evidence[it][3] = odds;
            evidence[3][it] = -odds;
        }
        let beliefs = agreed(&evidence, &blocks, &PageShape::of(&blocks, &PageGraphics::default()));
        assert!((0..3).all(|it| beliefs[it][3] > 0.0 && beliefs[3][it] < 0.0), "{beliefs:?}");
    }
}
