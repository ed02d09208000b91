//! Finds columns that are read one after the other.
//!
//! A recursive XY-cut (Nagy and Seth, 1984) with one change: a white gap cuts only when the texts
//! on its two sides do not belong together row by row, which [`reading_order`] decides.

use super::cards;
use super::reading_order::{self, ReadingOrder};
use super::text_box::{TextBox, median_height};
use super::tuning::TUNING;

type Gap = (f32, f32);

/// Parts of the page in reading order, each to be read row by row.
pub(super) fn zones(boxes: Vec<TextBox>) -> Vec<Vec<TextBox>> {
    let mut found = Vec::new();
    cut(boxes, TUNING.columns.max_depth, &mut found);
    found
}

fn cut(boxes: Vec<TextBox>, depth: usize, found: &mut Vec<Vec<TextBox>>) {
    let unit = median_height(&boxes);
    let mut rowwise: Vec<TextBox> = Vec::new();
    for band in bands(&strips(boxes), TUNING.columns.gutter * unit, unit) {
        let mut parts = divide(band, unit);
        if parts.len() < 2 || depth == 0 {
            rowwise.extend(parts.drain(..).flatten());
            continue;
        }
        if !rowwise.is_empty() {
            found.push(std::mem::take(&mut rowwise));
        }
        for part in parts {
            cut(part, depth - 1, found);
        }
    }
    if !rowwise.is_empty() {
        found.push(rowwise);
    }
}

/// Groups of boxes that no level line divides, from top to bottom.
fn strips(mut boxes: Vec<TextBox>) -> Vec<Vec<TextBox>> {
    boxes.sort_by(|a, b| core(a).0.total_cmp(&core(b).0).then(a.line.cmp(&b.line)));
    let mut strips: Vec<Vec<TextBox>> = Vec::new();
    let mut bottom = f32::NEG_INFINITY;
    for text_box in boxes {
        let (top, end) = core(&text_box);
        match strips.last_mut() {
            Some(strip) if top < bottom => strip.push(text_box),
            _ => strips.push(vec![text_box]),
        }
        bottom = bottom.max(end);
    }
    strips
}

fn core(text_box: &TextBox) -> (f32, f32) {
    let half = (text_box.bottom - text_box.top) / 2.0 * TUNING.columns.core;
    (text_box.middle() - half, text_box.middle() + half)
}

/// Joins neighbouring strips as long as one gap runs through all of them.
fn bands(strips: &[Vec<TextBox>], width: f32, unit: f32) -> Vec<Vec<TextBox>> {
    let mut bands = Vec::new();
    let mut start = 0;
    let mut index = 0;
    while index < strips.len() {
        let mut gaps = gaps(&strips[index], width);
        if gaps.is_empty() {
            index += 1;
            continue;
        }
        let end = grow(&mut gaps, strips[index + 1..].iter(), width) + index + 1;
        let first = index - grow(&mut gaps, strips[start..index].iter().rev(), width);
        let (first, end) = without_set_off(strips, (first, index, end), unit);
        bands.extend(strips[start..first].iter().cloned());
        bands.push(strips[first..end].concat());
        (start, index) = (end, end);
    }
    bands.extend_from_slice(&strips[start..]);
    bands
}

/// Counts the strips that leave something of the gaps, and narrows the gaps to what they leave.
fn grow<'a>(
    gaps: &mut Vec<Gap>,
    strips: impl Iterator<Item = &'a Vec<TextBox>>,
    width: f32,
) -> usize {
    let mut count = 0;
    for strip in strips {
        let mut left = gaps.clone();
        for text_box in strip {
            left = left
                .into_iter()
                .flat_map(|(from, to)| {
                    [(from, to.min(text_box.left)), (from.max(text_box.right), to)]
                })
                .filter(|(from, to)| to - from >= width)
                .collect();
        }
        if left.is_empty() {
            break;
        }
        *gaps = left;
        count += 1;
    }
    count
}

/// Gaps that divide the boxes into a left and a right part.
fn gaps(boxes: &[TextBox], width: f32) -> Vec<Gap> {
    let mut sides: Vec<Gap> =
        boxes.iter().map(|text_box| (text_box.left, text_box.right)).collect();
    sides.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut gaps = Vec::new();
    let mut end = f32::INFINITY;
    for (left, right) in sides {
        if left - end >= width {
            gaps.push((end, left));
        }
        end = if end == f32::INFINITY { right } else { end.max(right) };
    }
    gaps
}

/// Takes the first and the last part off a band when white space sets them off from the rest.
fn without_set_off(
    strips: &[Vec<TextBox>],
    (first, seed, end): (usize, usize, usize),
    unit: f32,
) -> (usize, usize) {
    let space = |index: usize| {
        let bottom =
            strips[index - 1].iter().map(|text_box| text_box.bottom).fold(f32::MIN, f32::max);
        strips[index].iter().map(|text_box| text_box.top).fold(f32::MAX, f32::min) - bottom
    };
    let spaces: Vec<f32> = (first + 1..end).map(space).collect();
    let Some(widest) = (0..spaces.len()).max_by(|&a, &b| spaces[a].total_cmp(&spaces[b])) else {
        return (first, end);
    };
    let others = spaces.iter().enumerate().filter(|&(index, _)| index != widest);
    let next = others.map(|(_, space)| *space).fold(0.0, f32::max);
    if spaces[widest] < TUNING.columns.set_off * unit
        || spaces[widest] < TUNING.columns.set_off * next
    {
        return (first, end);
    }
    let after = first + widest + 1;
    if after <= seed { (after, end) } else { (first, after) }
}

/// The columns of a band, left to right, or its cards; one part when it is read row by row.
fn divide(band: Vec<TextBox>, unit: f32) -> Vec<Vec<TextBox>> {
    let gaps = gaps(&band, TUNING.columns.gutter * unit);
    if gaps.is_empty() {
        return vec![band];
    }
    let mut columns: Vec<Vec<TextBox>> = vec![Vec::new(); gaps.len() + 1];
    for text_box in band {
        columns[gaps.partition_point(|gap| gap.1 <= text_box.left)].push(text_box);
    }
    if let Some(rows) = cards::rows_of_cards(&columns) {
        return rows.concat();
    }
    let mut parts: Vec<Vec<TextBox>> = Vec::new();
    for column in columns {
        match parts.last_mut() {
            Some(part) if reading_order::between(part, &column, unit) == ReadingOrder::RowByRow => {
                part.extend(column);
            }
            _ => parts.push(column),
        }
    }
    parts
}
