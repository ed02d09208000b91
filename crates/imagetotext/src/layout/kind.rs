//! What the kind of a block is told by: its size, its place, its cells, and its words.

use super::before::MAX_BLOCKS;
use super::block::RowBlock;
use super::page_shape::PageShape;
use super::segment::Segment;
use super::{Sources, squash};
use crate::document::Bounds;

/// The kinds that the network knows, in the order of its outputs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Paragraph,
    Heading,
    Item,
    Table,
    Caption,
    RunningHead,
    RunningFoot,
    Footnote,
    Code,
}

impl Kind {
    pub(super) const ALL: [Self; 9] = [
        Self::Paragraph,
        Self::Heading,
        Self::Item,
        Self::Table,
        Self::Caption,
        Self::RunningHead,
        Self::RunningFoot,
        Self::Footnote,
        Self::Code,
    ];

    /// The kind with the largest output; a paragraph where there is none.
    pub(super) fn of_outputs(outputs: &[f32]) -> Self {
        let mut best = (Self::Paragraph, f32::NEG_INFINITY);
        for (kind, &output) in Self::ALL.into_iter().zip(outputs) {
            if output > best.1 {
                best = (kind, output);
            }
        }
        best.0
    }
}

/// The kind of each block of a page, which are read in this order.
pub(super) fn kinds(
    segments: &[Segment],
    blocks: &[RowBlock],
    order: &[usize],
    sources: &Sources<'_>,
) -> Vec<Kind> {
    // A page of so many loose texts has none that could be told.
    if blocks.len() > MAX_BLOCKS {
        return vec![Kind::Paragraph; blocks.len()];
    }
    let page = PageShape::of(blocks, sources.graphics);
    let outputs = |block| {
        sources.networks.kind.run(&features(segments, blocks, &page, order, block, sources))
    };
    (0..blocks.len()).map(|block| Kind::of_outputs(&outputs(block))).collect()
}

/// What tells the kind of one of the blocks of a page. Lengths are in text heights or shares of the page.
pub(super) fn features(
    segments: &[Segment],
    blocks: &[RowBlock],
    page: &PageShape,
    order: &[usize],
    index: usize,
    sources: &Sources<'_>,
) -> Vec<f32> {
    let block = &blocks[index];
    let unit = page.unit;
    let flag = |it: bool| f32::from(u8::from(it));
    let (width, height) = ((page.right - page.left).max(1.0), (page.bottom - page.top).max(1.0));
    let over = |other: &RowBlock| block.right.min(other.right) > block.left.max(other.left);
    let others = || blocks.iter().enumerate().filter(|(it, _)| *it != index).map(|(_, it)| it);
    let above = others().filter(|it| it.bottom <= block.top + 0.5 * unit && over(it));
    let above = above.max_by(|a, b| a.bottom.total_cmp(&b.bottom));
    let below = others().filter(|it| it.top >= block.bottom - 0.5 * unit && over(it));
    let below = below.min_by(|a, b| a.top.total_cmp(&b.top));
    let first_on_page = others()
        .all(|it| it.top >= block.top + 0.3 * unit || !over(it) && it.top > block.top - unit);
    let last_on_page = others().all(|it| {
        it.bottom <= block.bottom - 0.3 * unit || !over(it) && it.bottom < block.bottom + unit
    });
    let middle = f32::midpoint(block.left, block.right);
    let mut features = vec![
        (block.height() / unit).ln().clamp(-2.0, 2.0),
        squash(block.rows.len() as f32),
        squash((block.right - block.left) / unit),
        (block.right - block.left) / width,
        (block.left - page.left) / width,
        (page.right - block.right) / width,
        (block.top - page.top) / height,
        (page.bottom - block.bottom) / height,
        squash((block.top - page.top) / unit),
        squash((page.bottom - block.bottom) / unit),
        flag(first_on_page),
        flag(last_on_page),
        squash((middle - f32::midpoint(page.left, page.right)) / unit).abs(),
    ];
    let far = 8.0;
    for (near, gap) in [
        (above, above.map(|it| block.top - it.bottom)),
        (below, below.map(|it| it.top - block.bottom)),
    ] {
        features.push(squash(gap.map_or(far, |gap| (gap / unit).clamp(-1.0, far))));
        let it = near.unwrap_or(block);
        features.push((block.height() / it.height()).ln().clamp(-1.5, 1.5));
        features.push(squash((block.left - it.left) / unit));
        features.push(squash((block.right - it.right) / unit));
        features.push(squash((middle - f32::midpoint(it.left, it.right)) / unit).abs());
        features.push(squash(it.rows.len() as f32));
        let first = it.rows.first().map_or(0, |row| row.ends()[0]);
        features.extend(segments[first].wording.marker.map(flag));
        features.push(
            it.rows.iter().filter(|row| row.cells.len() > 1).count() as f32
                / it.rows.len().max(1) as f32,
        );
    }
    let rows = block.rows.len().max(1) as f32;
    let cells = block.rows.iter().map(|row| row.cells.len());
    features.push(squash(cells.clone().sum::<usize>() as f32 / rows));
    features.push(squash(cells.clone().max().unwrap_or(0) as f32));
    features.push(cells.filter(|&count| count > 1).count() as f32 / rows);
    let widths = || block.rows.iter().map(super::row::Row::width);
    let widest = widths().fold(1.0, f32::max);
    features.push(widths().sum::<f32>() / rows / widest);
    let lefts = block.rows.iter().filter(|row| row.left - block.left > 0.7 * unit).count();
    features.push(lefts as f32 / rows);

    features.extend(wording(segments, block));
    // What is read before and after it.
    let place = order.iter().position(|&it| it == index).unwrap_or(0);
    for near in [place.checked_sub(1), Some(place + 1)] {
        let near = near.and_then(|it| order.get(it)).map(|&it| &blocks[it]);
        let first = near.and_then(|it| it.rows.first()).map(|row| &segments[row.ends()[0]]);
        features.push(flag(near.is_some()));
        features.extend(first.map_or([false; 2], |it| it.wording.marker).map(flag));
        features.push(flag(first.is_some_and(|it| it.wording.caption)));
        features.push(near.map_or(0.0, |it| squash((it.left - block.left) / unit)));
    }
    // Ruling lines above and below.
    let columns = [block.left, block.right];
    for rows in [
        [block.top - 1.5 * unit, block.top + 0.3 * unit],
        [block.bottom - 0.3 * unit, block.bottom + 1.5 * unit],
    ] {
        features.push(sources.graphics.rules.between_rows(rows, columns) / width);
    }
    features.push(squash(sources.graphics.rules.within(&block.bounds(), unit) as f32));
    let sides = [block.left - 2.0 * unit, block.right + 2.0 * unit];
    let rows = [block.top + 0.5 * unit, block.bottom - 0.5 * unit];
    features.push(squash(sources.graphics.rules.crossing(rows, sides) as f32));
    features.extend(sources.graphics.panels.innermost(&block.bounds(), unit));
    features.extend(figures(block, unit, &sources.graphics.figures));
    features
}

/// Figures above and below a block, each by its distance, in text heights; one that is farther counts as far away.
fn figures(block: &RowBlock, unit: f32, figures: &[Bounds]) -> [f32; 2] {
    let far = 8.0;
    let middle = f32::midpoint(block.left, block.right);
    let over = || figures.iter().filter(|it| (it.left..=it.right).contains(&middle));
    let gaps = [
        over()
            .map(|it| block.top - it.bottom)
            .filter(|it| *it > -unit)
            .fold(f32::INFINITY, f32::min),
        over()
            .map(|it| it.top - block.bottom)
            .filter(|it| *it > -unit)
            .fold(f32::INFINITY, f32::min),
    ];
    gaps.map(|gap| squash((gap / unit).min(far)))
}

/// What the words of a block say.
fn wording(segments: &[Segment], block: &RowBlock) -> Vec<f32> {
    let flag = |it: bool| f32::from(u8::from(it));
    let mut features = Vec::new();
    let all: Vec<&Segment> = block
        .rows
        .iter()
        .flat_map(|row| row.cells.iter().flatten())
        .map(|&it| &segments[it])
        .collect();
    let length = all.iter().map(|it| it.wording.length).sum::<usize>();
    let mean = |of: fn(&Segment) -> f32| {
        let sum: f32 = all.iter().map(|it| of(it) * it.wording.length as f32).sum();
        sum / length.max(1) as f32
    };
    features.push(squash(length as f32 / 4.0));
    features.push(mean(|it| it.wording.digits));
    features.push(mean(|it| it.wording.letters));
    features.push(mean(|it| it.wording.capitals));
    features.push(mean(|it| f32::from(u8::from(it.wording.code))));
    features.push(mean(|it| f32::from(u8::from(it.wording.leads))));
    // Fixed pitch: characters of all rows are equally wide.
    let advances = || all.iter().map(|it| it.width() / it.wording.length.max(1) as f32);
    let usual = advances().sum::<f32>() / all.len().max(1) as f32;
    let spread = advances().map(|it| (it / usual.max(0.1) - 1.0).abs()).sum::<f32>();
    features.push((spread / all.len().max(1) as f32).min(1.0));
    let ends = |row: Option<&super::row::Row>| {
        row.map_or([0, 0], super::row::Row::ends).map(|it| &segments[it].wording)
    };
    let (first, last) = (ends(block.rows.first())[0], ends(block.rows.last())[1]);
    features.extend(first.begins.map(flag));
    features.extend(first.marker.map(flag));
    features.extend(last.ends.map(flag));
    features.extend([flag(first.caption), first.digits, first.capitals, last.digits]);
    features
}
