//! The order of blocks.
//!
//! Each pair of blocks has evidence which of the two is read first. The order with the largest sum of
//! evidence is looked for: first by the balance of each block, then by moving blocks, and runs of them,
//! as long as the sum grows.

use super::block::RowBlock;
use super::order_agreement::agreed;
use super::page_shape::PageShape;
use super::segment::Segment;
use super::{Sources, squash};
use crate::document::Bounds;

/// Blocks that are ordered by their evidence at most; a page with more is sorted by place, as nothing
/// with so many loose texts has columns. Time grows with the cube.
pub(super) const MAX_BLOCKS: usize = 256;

/// Log-odds that of two blocks in one column, or that nothing is beside, the upper one is read first: more than those of any other pair. With 64
/// a page of advertisements beside a column is read worse, and no page better.
const IN_COLUMN: f32 = 8.0;

/// How often all blocks are tried elsewhere. Usually the second time moves none.
const PASSES: usize = 12;

/// The positions of blocks in reading order.
pub(super) fn order(
    segments: &[Segment],
    blocks: &[RowBlock],
    sources: &Sources<'_>,
) -> Vec<usize> {
    let mut order: Vec<usize> = (0..blocks.len()).collect();
    order.sort_by(|&a, &b| {
        blocks[a].top.total_cmp(&blocks[b].top).then(blocks[a].left.total_cmp(&blocks[b].left))
    });
    if blocks.len() > MAX_BLOCKS {
        return order;
    }
    let page = PageShape::of(blocks, sources.graphics);
    let evidence = agreed(&evidence(segments, blocks, &page, sources), blocks, &page);
    let balance: Vec<f32> = evidence.iter().map(|row| row.iter().sum()).collect();
    order.sort_by(|&a, &b| balance[b].total_cmp(&balance[a]));
    for _ in 0..PASSES {
        if !improve(&mut order, &evidence) {
            break;
        }
    }
    order
}

/// For each pair of blocks the log-odds that the first is read before the second.
fn evidence(
    segments: &[Segment],
    blocks: &[RowBlock],
    page: &PageShape,
    sources: &Sources<'_>,
) -> Vec<Vec<f32>> {
    let mut evidence = vec![vec![0.0; blocks.len()]; blocks.len()];
    let run = |a: usize, b: usize| {
        let features = features(segments, blocks, page, [a, b], sources);
        sources.networks.before.run(&features).first().copied().unwrap_or(0.0)
    };
    let count = blocks.len();
    for (one, other) in (0..count).flat_map(|one| (one + 1..count).map(move |other| (one, other))) {
        if page.columns.is_same(one, other) || page.are_in_sequence([one, other]) {
            let is_above = blocks[one].top <= blocks[other].top;
            evidence[one][other] = if is_above { IN_COLUMN } else { -IN_COLUMN };
            evidence[other][one] = -evidence[one][other];
            continue;
        }
        // Both ways, so that the answer does not depend on which one is asked about first.
        let odds = (run(one, other) - run(other, one)) / 2.0;
        evidence[one][other] = odds;
        evidence[other][one] = -odds;
    }
    evidence
}

/// Moves one run of blocks after another to the best place for it; whether any was moved.
fn improve(order: &mut Vec<usize>, evidence: &[Vec<f32>]) -> bool {
    let mut is_better = false;
    for length in [1, 2, 3, 5, 8] {
        let mut start = 0;
        while start + length <= order.len() {
            let run: Vec<usize> = order[start..start + length].to_vec();
            let gain = |other: usize| -> f32 { run.iter().map(|&it| evidence[it][other]).sum() };
            // Moving the run up past a block gains what it is before that block, and so on.
            let (mut best, mut to) = (1e-3, None);
            let mut sum = 0.0;
            for at in (0..start).rev() {
                sum += 2.0 * gain(order[at]);
                if sum > best {
                    (best, to) = (sum, Some(at));
                }
            }
            sum = 0.0;
            for (at, &other) in order.iter().enumerate().skip(start + length) {
                sum -= 2.0 * gain(other);
                if sum > best {
                    (best, to) = (sum, Some(at + 1 - length));
                }
            }
            if let Some(to) = to {
                order.drain(start..start + length);
                order.splice(to..to, run);
                is_better = true;
            }
            start += 1;
        }
    }
    is_better
}

/// What tells whether the first of two blocks is read before the second. Lengths are in text heights or
/// shares of the page.
///
/// A panel with only one of them stands for that one. So all blocks of two panels get the same answer, and the
/// panels are read one after the other.
pub(super) fn features(
    segments: &[Segment],
    blocks: &[RowBlock],
    page: &PageShape,
    pair: [usize; 2],
    sources: &Sources<'_>,
) -> Vec<f32> {
    let [one, other] = pair.map(|it| page.panels[it].as_slice());
    let panels = sources.graphics.panels.between(one, other);
    let in_panel = panels.map(|it| it.is_some());
    let [a, b] = [0, 1].map(|it| panels[it].copied().unwrap_or(blocks[pair[it]].bounds()));
    let unit = page.unit;
    let flag = |it: bool| f32::from(u8::from(it));
    let width = |it: &Bounds| (it.right - it.left).max(1.0);
    let height = |it: &Bounds| (it.bottom - it.top).max(1.0);
    let common_x = a.right.min(b.right) - a.left.max(b.left);
    let common_y = a.bottom.min(b.bottom) - a.top.max(b.top);
    let (page_width, page_height) =
        ((page.right - page.left).max(1.0), (page.bottom - page.top).max(1.0));
    let slack = 0.3 * unit;
    // What lies between them and reaches over both.
    let (upper, lower) = if a.top <= b.top { (a, b) } else { (b, a) };
    let others = blocks.iter().enumerate().filter(|(it, _)| !pair.contains(it));
    let spans = others.map(|(_, it)| it.bounds()).filter(|it| {
        it.top >= upper.top - slack
            && it.bottom <= lower.bottom + slack
            && it.right.min(a.right) - it.left.max(a.left) > slack
            && it.right.min(b.right) - it.left.max(b.left) > slack
    });
    let (mut spanning, mut widest) = (0, 0.0_f32);
    for it in spans {
        let divides = it.top >= upper.bottom - unit && it.bottom <= lower.top + unit;
        spanning += usize::from(divides);
        widest = widest.max(if divides { width(&it) / page_width } else { 0.0 });
    }
    let mut features = vec![
        squash(common_x / unit),
        common_x.max(0.0) / width(&a).min(width(&b)),
        squash(common_y / unit),
        common_y.max(0.0) / height(&a).min(height(&b)),
        squash((b.left - a.right) / unit),
        squash((a.left - b.right) / unit),
        squash((b.top - a.bottom) / unit),
        squash((a.top - b.bottom) / unit),
        squash((b.left - a.left) / unit),
        squash((b.right - a.right) / unit),
        squash((b.top - a.top) / unit),
        squash((b.bottom - a.bottom) / unit),
        squash(spanning as f32),
        widest,
        flag(a.top < b.top),
        flag(a.left < b.left),
        flag(common_x > slack),
        flag(common_y > slack),
        flag(common_y <= slack && a.top < b.top),
        flag(common_y <= slack && a.top > b.top),
        flag(common_x <= slack && a.left < b.left),
        flag(common_x <= slack && a.left > b.left),
    ];
    for it in [&a, &b] {
        features.extend([
            (it.left - page.left) / page_width,
            (page.right - it.right) / page_width,
            (it.top - page.top) / page_height,
            (page.bottom - it.bottom) / page_height,
            width(it) / page_width,
            height(it) / page_height,
            squash(width(it) / unit),
            squash(height(it) / unit),
        ]);
    }
    features.extend(in_panel.map(flag));
    // Where their columns begin and end, and how wide they are.
    let [column_a, column_b] =
        [0, 1].map(|it| panels[it].copied().unwrap_or(page.columns.extents[pair[it]]));
    features.extend([
        squash((column_b.top - column_a.top) / unit),
        squash((column_b.bottom - column_a.bottom) / unit),
        flag(column_a.top < column_b.top - unit),
        flag(column_b.top < column_a.top - unit),
        (width(&column_a) / width(&column_b)).ln().clamp(-3.0, 3.0),
        squash((b.top - column_a.top) / unit),
        squash((a.top - column_b.top) / unit),
        width(&column_a) / page_width,
        width(&column_b) / page_width,
    ]);
    // Ruling lines: one below the upper block that is over the lower one too, one between columns.
    let rows = [upper.bottom - slack, lower.top + slack];
    let all = [a.left.min(b.left), a.right.max(b.right)];
    features.push(sources.graphics.rules.between_rows(rows, all) / page_width);
    features
        .push(sources.graphics.rules.between_rows(rows, [lower.left, lower.right]) / page_width);
    let (first, second) = if a.left <= b.left { (a, b) } else { (b, a) };
    let columns = [first.right - slack, second.left + slack];
    let y = f32::midpoint(a.top.max(b.top), a.bottom.min(b.bottom));
    features.push(flag(sources.graphics.rules.is_between_columns(columns, y)));
    // Texts tell nothing about the panels that they are in.
    let texts = texts(segments, blocks, page, pair, sources);
    let of_blocks = if in_panel.contains(&true) { vec![0.0; texts.len()] } else { texts };
    features.extend(of_blocks);
    features.extend(page.headings_between(blocks, pair, [&upper, &lower]));
    features
}

/// What two blocks say: their size, rows and words.
fn texts(
    segments: &[Segment],
    blocks: &[RowBlock],
    page: &PageShape,
    pair: [usize; 2],
    sources: &Sources<'_>,
) -> Vec<f32> {
    let flag = |it: bool| f32::from(u8::from(it));
    let [a, b] = pair.map(|it| &blocks[it]);
    let mut features = vec![(a.height() / b.height()).ln().clamp(-2.0, 2.0)];
    for index in pair {
        let it = &blocks[index];
        features.push(squash(it.rows.len() as f32));
        features.extend(page.around[index].map(|count| squash(count as f32)));
        features.push((it.height() / page.unit).ln().clamp(-2.0, 2.0));
        features.push(flag(it.rows.iter().any(|row| row.cells.len() > 1)));
    }
    let ends = |it: &RowBlock| {
        let first = it.rows.first().map_or(0, |row| row.ends()[0]);
        let last = it.rows.last().map_or(0, |row| row.ends()[1]);
        [first, last].map(|it| &segments[it].wording)
    };
    let ([a_first, a_last], [b_first, b_last]) = (ends(a), ends(b));
    features.push(a_last.continues_in(b_first, sources.ngram).clamp(-2.0, 3.0));
    features.push(b_last.continues_in(a_first, sources.ngram).clamp(-2.0, 3.0));
    for (first, last) in [(a_first, a_last), (b_first, b_last)] {
        features.extend([flag(first.begins[0]), flag(last.ends[0]), flag(last.ends[3])]);
        features.push(flag(last.ends[4]));
        features.push(first.digits);
    }
    features
}
