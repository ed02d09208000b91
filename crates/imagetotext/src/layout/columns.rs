//! Finds columns that are read one after the other.
//!
//! A recursive XY-cut (Nagy and Seth, 1984) with one change: a white gap cuts only when the texts
//! on its two sides do not belong together row by row, which [`relation`] decides.

use super::cards;
use super::relation::{self, Relation};
use super::run::{Run, median_height};

/// Narrowest gap between columns, in text heights. The detector splits lines at about 0.9.
const GUTTER: f32 = 0.9;

/// Of a run's height, how much counts when runs are stacked: ascenders touch descenders above.
const CORE: f32 = 0.8;

/// Columns within columns: no page has that many, and every page comes to an end.
const DEPTH: usize = 32;

/// Gap in text heights, and in largest gaps elsewhere, that sets a header or footer off.
const SET_OFF: f32 = 1.5;

type Gap = (f32, f32);

/// Parts of the page in reading order, each to be read row by row.
pub(super) fn stretches(runs: Vec<Run>) -> Vec<Vec<Run>> {
    let mut found = Vec::new();
    cut(runs, DEPTH, &mut found);
    found
}

fn cut(runs: Vec<Run>, depth: usize, found: &mut Vec<Vec<Run>>) {
    let unit = median_height(&runs);
    let mut rowwise: Vec<Run> = Vec::new();
    for band in bands(&strips(runs), GUTTER * unit, unit) {
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

/// Groups of runs that no level line divides, from top to bottom.
fn strips(mut runs: Vec<Run>) -> Vec<Vec<Run>> {
    runs.sort_by(|a, b| core(a).0.total_cmp(&core(b).0).then(a.line.cmp(&b.line)));
    let mut strips: Vec<Vec<Run>> = Vec::new();
    let mut bottom = f32::NEG_INFINITY;
    for run in runs {
        let (top, end) = core(&run);
        match strips.last_mut() {
            Some(strip) if top < bottom => strip.push(run),
            _ => strips.push(vec![run]),
        }
        bottom = bottom.max(end);
    }
    strips
}

fn core(run: &Run) -> (f32, f32) {
    let half = (run.bottom - run.top) / 2.0 * CORE;
    (run.middle() - half, run.middle() + half)
}

/// Joins neighbouring strips as long as one gap runs through all of them.
fn bands(strips: &[Vec<Run>], width: f32, unit: f32) -> Vec<Vec<Run>> {
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
fn grow<'a>(gaps: &mut Vec<Gap>, strips: impl Iterator<Item = &'a Vec<Run>>, width: f32) -> usize {
    let mut count = 0;
    for strip in strips {
        let mut left = gaps.clone();
        for run in strip {
            left = left
                .into_iter()
                .flat_map(|(from, to)| [(from, to.min(run.left)), (from.max(run.right), to)])
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

/// Gaps that divide the runs into a left and a right part.
fn gaps(runs: &[Run], width: f32) -> Vec<Gap> {
    let mut sides: Vec<Gap> = runs.iter().map(|run| (run.left, run.right)).collect();
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
    strips: &[Vec<Run>],
    (first, seed, end): (usize, usize, usize),
    unit: f32,
) -> (usize, usize) {
    let space = |index: usize| {
        let bottom = strips[index - 1].iter().map(|run| run.bottom).fold(f32::MIN, f32::max);
        strips[index].iter().map(|run| run.top).fold(f32::MAX, f32::min) - bottom
    };
    let spaces: Vec<f32> = (first + 1..end).map(space).collect();
    let Some(widest) = (0..spaces.len()).max_by(|&a, &b| spaces[a].total_cmp(&spaces[b])) else {
        return (first, end);
    };
    let others = spaces.iter().enumerate().filter(|&(index, _)| index != widest);
    let next = others.map(|(_, space)| *space).fold(0.0, f32::max);
    if spaces[widest] < SET_OFF * unit || spaces[widest] < SET_OFF * next {
        return (first, end);
    }
    let after = first + widest + 1;
    if after <= seed { (after, end) } else { (first, after) }
}

/// The columns of a band, left to right, or its cards; one part when it is read row by row.
fn divide(band: Vec<Run>, unit: f32) -> Vec<Vec<Run>> {
    let gaps = gaps(&band, GUTTER * unit);
    if gaps.is_empty() {
        return vec![band];
    }
    let mut columns: Vec<Vec<Run>> = vec![Vec::new(); gaps.len() + 1];
    for run in band {
        columns[gaps.partition_point(|gap| gap.1 <= run.left)].push(run);
    }
    if let Some(rows) = cards::rows_of_cards(&columns) {
        return rows.concat();
    }
    let mut parts: Vec<Vec<Run>> = Vec::new();
    for column in columns {
        match parts.last_mut() {
            Some(part) if relation::between(part, &column, unit) == Relation::Rows => {
                part.extend(column);
            }
            _ => parts.push(column),
        }
    }
    parts
}
