//! Other two-dimensional codes, by what all of them are: a patch that is full of edges in both directions,
//! with what its kind has at its sides or in its middle.

use super::ink::{Edges, Ink, STEP};
use crate::document::Quad;

/// Sides of the cells in which edges are counted, in pixels: for codes on screens and in scans, and for those
/// that are photographed from near. Modules are smaller than two thirds of a cell.
const CELLS: [usize; 2] = [16, 48];

/// Fewest edges in a cell, in each direction, for each line that crosses it.
const DENSITY: f32 = 0.4;

/// Fewest and most cells along a side: a small code on a screen, and half a page at 600 dpi.
const SIDES: std::ops::RangeInclusive<usize> = 2..=120;

/// How much of its rectangle a patch fills.
const LEAST_FILL: f32 = 0.5;

/// How dark a side is that is drawn as a line.
const SOLID: f32 = 0.95;

/// Fewest edges along a side that alternates: the smallest Data Matrix has eight modules.
const FEWEST_CHANGES: usize = 6;

/// The bars at the sides of PDF417 are at least this part of its height together.
const THICK: usize = 20;

/// Edges between the middle of the smallest Aztec code and the first ring that tells anything.
const RINGS: usize = 4;

/// A part of a picture, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Patch {
    left: usize,
    top: usize,
    right: usize,
    bottom: usize,
    /// What it may be.
    pub(super) shape: Shape,
}

impl Patch {
    /// Its outline.
    pub(super) fn outline(&self) -> Quad {
        let [left, top, right, bottom] =
            [self.left, self.top, self.right, self.bottom].map(|it| it as f32);
        Quad::upright(left, top, right, bottom)
    }
}

/// What a patch may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Two sides that meet are lines: Data Matrix.
    Corner,
    /// Two opposite sides are lines: PDF417.
    Bars,
    /// Rings around the middle: Aztec.
    Rings,
}

/// All patches that may be a code, the largest first.
pub(super) fn find(ink: &Ink<'_>, rows: &Edges, columns: &Edges) -> Vec<Patch> {
    let mut patches: Vec<Patch> =
        CELLS.iter().flat_map(|cell| find_with(*cell, ink, rows, columns)).collect();
    patches.sort_by_key(|patch| {
        std::cmp::Reverse((patch.right - patch.left) * (patch.bottom - patch.top))
    });
    patches.dedup();
    patches
}

fn find_with(cell: usize, ink: &Ink<'_>, rows: &Edges, columns: &Edges) -> Vec<Patch> {
    let across = ink.width().div_ceil(cell);
    let down = ink.height().div_ceil(cell);
    let mut counts = vec![[0_u16; 2]; across * down];
    for (line, edges) in rows.iter().enumerate() {
        for edge in edges {
            let x = (*edge as usize).min(ink.width() - 1);
            counts[line * STEP / cell * across + x / cell][0] += 1;
        }
    }
    for (line, edges) in columns.iter().enumerate() {
        for edge in edges {
            let y = (*edge as usize).min(ink.height() - 1);
            counts[y / cell * across + line * STEP / cell][1] += 1;
        }
    }
    let least = (DENSITY * (cell / STEP) as f32) as u16;
    let mut is_full: Vec<bool> =
        counts.iter().map(|[across, down]| *across >= least && *down >= least).collect();
    let mut patches = Vec::new();
    for start in 0..is_full.len() {
        let Some([left, top, right, bottom]) = component(&mut is_full, start, across) else {
            continue;
        };
        let bounds = [left * cell, top * cell, (right + 1) * cell, (bottom + 1) * cell];
        patches.extend(patch(ink, cell, bounds));
    }
    patches
}

/// The cells around `start` that are full, if they are about a rectangle of a suitable size: first and last
/// column and row. They are full no more.
fn component(is_full: &mut [bool], start: usize, across: usize) -> Option<[usize; 4]> {
    if !is_full[start] {
        return None;
    }
    is_full[start] = false;
    let mut open = vec![start];
    let mut count = 0;
    let (mut left, mut top, mut right, mut bottom) = (usize::MAX, usize::MAX, 0, 0);
    while let Some(cell) = open.pop() {
        let (column, row) = (cell % across, cell / across);
        (left, right) = (left.min(column), right.max(column));
        (top, bottom) = (top.min(row), bottom.max(row));
        count += 1;
        let neighbours = [
            (column > 0).then(|| cell - 1),
            (column + 1 < across).then_some(cell + 1),
            cell.checked_sub(across),
            Some(cell + across),
        ];
        for next in neighbours.into_iter().flatten() {
            if is_full.get(next) == Some(&true) {
                is_full[next] = false;
                open.push(next);
            }
        }
    }
    let (width, height) = (right - left + 1, bottom - top + 1);
    let is_suitable = SIDES.contains(&width) && SIDES.contains(&height);
    let fill = count as f32 / (width * height) as f32;
    (is_suitable && fill >= LEAST_FILL).then_some([left, top, right, bottom])
}

/// The patch in these bounds, which are those of cells.
fn patch(ink: &Ink<'_>, cell: usize, [left, top, right, bottom]: [usize; 4]) -> Option<Patch> {
    let (right, bottom) = (right.min(ink.width()), bottom.min(ink.height()));
    let has_ink_in_column = |x: usize| (top..bottom).any(|y| ink.is_dark(x, y));
    let has_ink_in_row = |y: usize| (left..right).any(|x| ink.is_dark(x, y));
    // A cell at the side may hold too little of the code to be full, or much that is blank.
    let before = |at: usize, end: usize, has_ink: &dyn Fn(usize) -> bool| {
        let outside = (at.saturating_sub(cell)..=at).rev().take_while(|it| has_ink(*it)).last();
        outside.or_else(|| (at..end).find(|it| has_ink(*it))).unwrap_or(at)
    };
    let behind = |at: usize, begin: usize, limit: usize, has_ink: &dyn Fn(usize) -> bool| {
        let outside = (at..(at + cell).min(limit)).take_while(|it| has_ink(*it)).last();
        outside.or_else(|| (begin..at).rev().find(|it| has_ink(*it))).unwrap_or(at)
    };
    let [west, east] = [
        before(left, right, &has_ink_in_column),
        behind(right - 1, left, ink.width(), &has_ink_in_column),
    ];
    let [north, south] = [
        before(top, bottom, &has_ink_in_row),
        behind(bottom - 1, top, ink.height(), &has_ink_in_row),
    ];
    let (left, top, right, bottom) = (west, north, east, south);
    if right - left < cell || bottom - top < cell || !has_margin(ink, [left, top, right, bottom]) {
        return None;
    }
    let shape = shape(ink, left, top, right, bottom)?;
    Some(Patch { left, top, right: right + 1, bottom: bottom + 1, shape })
}

/// Whether a light margin is around a patch: every code has one.
fn has_margin(ink: &Ink<'_>, [left, top, right, bottom]: [usize; 4]) -> bool {
    let light = |count: usize, length: usize| count as f32 >= SOLID * length as f32;
    let column = |x: Option<usize>| {
        let Some(x) = x.filter(|x| *x < ink.width()) else { return true };
        light((top..bottom).filter(|y| !ink.is_dark(x, *y)).count(), bottom - top)
    };
    let row = |y: Option<usize>| {
        let Some(y) = y.filter(|y| *y < ink.height()) else { return true };
        light((left..right).filter(|x| !ink.is_dark(*x, y)).count(), right - left)
    };
    column(left.checked_sub(2))
        && column(Some(right + 2))
        && row(top.checked_sub(2))
        && row(Some(bottom + 2))
}

/// What a patch may be, by its sides and its middle.
fn shape(ink: &Ink<'_>, left: usize, top: usize, right: usize, bottom: usize) -> Option<Shape> {
    let (width, height) = (right - left + 1, bottom - top + 1);
    let column = |x: usize| {
        (top..=bottom).filter(|y| ink.is_dark(x, *y)).count() as f32 / height as f32 >= SOLID
    };
    let row = |y: usize| {
        (left..=right).filter(|x| ink.is_dark(*x, y)).count() as f32 / width as f32 >= SOLID
    };
    // Most of the width of a side: the first pixel may be blur.
    let [west, east] = [left..left + 4, right - 3..right + 1].map(|mut xs| xs.any(column));
    let [north, south] = [top..top + 4, bottom - 3..bottom + 1].map(|mut ys| ys.any(row));
    // Frames around other things have four sides, or none that alternates.
    let is_even = |x: [usize; 2], y: [usize; 2]| alternates(ink, x, y);
    let alternates = match (west, north, east, south) {
        (true, _, false, _) => is_even([right - 2; 2], [top, bottom]),
        (false, _, true, _) => is_even([left + 2; 2], [top, bottom]),
        _ => false,
    };
    if alternates && north != south {
        return Some(Shape::Corner);
    }
    let thick = width.min(height) / THICK;
    let solid_columns =
        |xs: std::ops::Range<usize>| xs.filter(|x| column(*x)).count() >= thick.max(4);
    let solid_rows = |ys: std::ops::Range<usize>| ys.filter(|y| row(*y)).count() >= thick.max(4);
    let (part, deep) = (width / 4, height / 4);
    if (solid_columns(left..left + part) && solid_columns(right - part..right + 1))
        || (solid_rows(top..top + deep) && solid_rows(bottom - deep..bottom + 1))
    {
        Some(Shape::Bars)
    } else if has_rings(ink, left, top, right, bottom) {
        Some(Shape::Rings)
    } else {
        None
    }
}

/// Whether dark and light alternate evenly between two points on one column or row.
fn alternates(ink: &Ink<'_>, [x, to_x]: [usize; 2], [y, to_y]: [usize; 2]) -> bool {
    let length = (to_x - x).max(to_y - y);
    let is_dark =
        |at: usize| if to_x > x { ink.is_dark(x + at, y) } else { ink.is_dark(x, y + at) };
    let changes: Vec<usize> = (1..length).filter(|at| is_dark(*at) != is_dark(at - 1)).collect();
    let [first, .., last] = changes[..] else { return false };
    let mean = (last - first) as f32 / (changes.len() - 1) as f32;
    let is_even =
        |pair: &[usize]| ((pair[1] - pair[0]) as f32 - mean).abs() <= (0.4 * mean).max(1.0);
    changes.len() >= FEWEST_CHANGES && changes.windows(2).all(is_even)
}

/// Whether runs of one width are around the middle, in each of four directions.
fn has_rings(ink: &Ink<'_>, left: usize, top: usize, right: usize, bottom: usize) -> bool {
    let (x, y) = (usize::midpoint(left, right), usize::midpoint(top, bottom));
    let reach = (right - left).min(bottom - top) / 2;
    let line = |at: &dyn Fn(usize) -> (usize, usize)| {
        let mut changes = Vec::new();
        let dark = |distance: usize| {
            let (x, y) = at(distance);
            ink.is_dark(x, y)
        };
        if !dark(0) {
            return None;
        }
        for distance in 1..reach {
            if dark(distance) != dark(distance - 1) {
                changes.push(distance);
                if changes.len() == RINGS {
                    break;
                }
            }
        }
        let [first, .., last] = changes[..] else { return None };
        let module = (last - first) as f32 / (changes.len() - 1) as f32;
        let is_even = changes
            .windows(2)
            .all(|pair| ((pair[1] - pair[0]) as f32 - module).abs() <= (0.4 * module).max(1.0));
        (changes.len() == RINGS && is_even).then_some(module)
    };
    let modules = [
        line(&|d| (x + d, y)),
        line(&|d| (x - d, y)),
        line(&|d| (x, y + d)),
        line(&|d| (x, y - d)),
    ];
    let mut found = modules.into_iter().flatten();
    let Some(first) = found.next() else { return false };
    modules.iter().all(|module| module.is_some_and(|it| (it / first - 1.0).abs() < 0.4))
}
