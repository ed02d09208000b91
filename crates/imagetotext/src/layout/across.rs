//! Which segments side by side are read across, decided for the whole page at once.
//!
//! Each pair of segments has evidence of its own. Pairs along one gap, and pairs in one row, are usually
//! alike: each adds to the evidence of the others. What is most probable for all pairs together is found
//! by mean-field iteration on this network (a Markov random field of the Ising kind): every pair counts
//! with the strength of its present belief.

use super::beside::{self, Beside};
use super::neighbours::{self, Extent};
use super::network::Networks;
use super::segment::Segment;
use super::squash;

/// Two pairs that are probably alike.
#[derive(Debug, Clone)]
pub(super) struct Agreement {
    pub(super) pairs: [usize; 2],
    /// One above the other, and not side by side in one row.
    pub(super) is_along_gap: bool,
    pub(super) features: Vec<f32>,
}

/// How often beliefs go down the page and up again. They hardly change after ten.
const SWEEPS: usize = 12;

/// Log-odds that the evidence of one pair has at most: a pair may be deceptive however sure it seems, such
/// as two columns that were found as one line.
pub(super) const MOST: f32 = 3.5;

/// The log-odds of each pair that it is read across, all pairs considered.
pub(super) fn beliefs(pairs: &[Beside], agreements: &[Agreement], networks: &Networks) -> Vec<f32> {
    let mut others: Vec<Vec<(usize, f32)>> = vec![Vec::new(); pairs.len()];
    // The first and the last pair along a gap have others on one side only, which count for both.
    let mut sides = vec![[false; 2]; pairs.len()];
    for Agreement { pairs: [upper, lower], is_along_gap, .. } in agreements {
        sides[*upper][1] |= is_along_gap;
        sides[*lower][0] |= is_along_gap;
    }
    let is_at_end = |pair: usize| sides[pair][0] != sides[pair][1];
    for agreement in agreements {
        let weight = networks.agreement.run(&agreement.features);
        // Pairs that are alike never weaken each other.
        let weight = weight.first().copied().unwrap_or(0.0).max(0.0);
        let [one, other] = agreement.pairs;
        let factor =
            |pair: usize| if agreement.is_along_gap && is_at_end(pair) { 2.0 } else { 1.0 };
        others[one].push((other, factor(one) * weight));
        others[other].push((one, factor(other) * weight));
    }
    let evidence = |pair: &Beside| pair.across.clamp(-MOST, MOST);
    let mut beliefs: Vec<f32> = pairs.iter().map(evidence).collect();
    let down = 0..pairs.len();
    let order: Vec<usize> = down.clone().chain(down.rev()).collect();
    for _ in 0..SWEEPS {
        for &pair in &order {
            let support: f32 =
                others[pair].iter().map(|&(it, weight)| weight * (beliefs[it] / 2.0).tanh()).sum();
            beliefs[pair] = evidence(&pairs[pair]) + support;
        }
    }
    beliefs
}

/// All agreements of a page: along gaps, and within rows.
pub(super) fn agreements(segments: &[Segment], pairs: &[Beside]) -> Vec<Agreement> {
    let mut found = Vec::new();
    let unit = super::segment::usual_height(segments);
    let gaps: Vec<Extent> = pairs
        .iter()
        .map(|pair| Extent {
            from: segments[pair.left].right,
            to: segments[pair.right].left,
            place: beside::middle(segments, pair),
        })
        .collect();
    let common = |one: usize, other: usize| {
        gaps[one].to.min(gaps[other].to) - gaps[one].from.max(gaps[other].from)
    };
    let below = neighbours::next(&gaps, unit / 2.0, |one, other| {
        gaps[other].place > gaps[one].place + 0.3 * segments[pairs[one].left].height
            && common(one, other) > 0.0
    });
    for one in 0..pairs.len() {
        // The next ones, and those after them, so that no single pair divides a gap.
        let mut others = below[one].clone();
        let after = below[one].iter().flat_map(|&it| below[it].iter().copied());
        others.extend(after.filter(|&it| common(one, it) > 0.0));
        others.sort_unstable();
        others.dedup();
        for other in others {
            let (a, b) = (&pairs[one], &pairs[other]);
            let height = segments[a.left].height.min(segments[b.left].height);
            let step = (gaps[other].place - gaps[one].place) / height;
            let width = |pair: usize| (gaps[pair].to - gaps[pair].from).max(1.0);
            let aligned = |of: fn(&Segment) -> f32, one: usize, other: usize| {
                let off = (of(&segments[one]) - of(&segments[other])).abs() / height;
                f32::from(u8::from(off < 0.4))
            };
            let share = common(one, other) / width(one).max(width(other));
            let features = vec![
                1.0,
                0.0,
                (-step / 3.0).exp(),
                share,
                squash(common(one, other) / height),
                aligned(|it| it.left, a.left, b.left),
                aligned(|it| it.right, a.left, b.left),
                aligned(|it| it.left, a.right, b.right),
                aligned(|it| it.right, a.right, b.right),
            ];
            found.push(Agreement { pairs: [one, other], is_along_gap: true, features });
        }
    }
    // Of each segment, the pairs to its left, to be joined with those to its right. Words of one sentence with wide
    // blanks between say nothing about the gap beside them.
    let is_between_cells = |(_, pair): &(usize, &Beside)| pair.same_cell <= 0.0;
    let mut ending: Vec<Vec<usize>> = vec![Vec::new(); segments.len()];
    for (index, pair) in pairs.iter().enumerate().filter(is_between_cells) {
        ending[pair.right].push(index);
    }
    for (other, pair) in pairs.iter().enumerate().filter(is_between_cells) {
        for &one in &ending[pair.left] {
            let features = vec![0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0];
            found.push(Agreement { pairs: [one, other], is_along_gap: false, features });
        }
    }
    found
}
