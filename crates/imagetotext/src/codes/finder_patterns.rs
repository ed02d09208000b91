//! QR codes by the three squares in their corners, the finder patterns of ISO/IEC 18004: each line through
//! the middle of one is dark, light, dark, light, dark in the ratio 1 : 1 : 3 : 1 : 1.

use super::ink::{Edges, Ink, STEP};
use crate::document::Quad;

/// Most squares that are looked at; two hundred codes have six hundred. More are a pattern or noise.
const MOST: usize = 1200;

/// How many of the nearest squares can belong to one.
const NEAREST: usize = 10;

/// Least width of a square, in pixels: seven modules of one and a half.
const SMALLEST: u32 = 10;

/// Modules between the middles of two squares of a code: 14 in the smallest, 170 in the largest. A slant
/// makes them seem closer or further.
const APART: std::ops::RangeInclusive<f32> = 12.5..=190.0;

/// Where a QR code may be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct QrCandidate {
    /// The middles of its squares, top left first, then clockwise; the last corner has none.
    pub(super) corners: [[f32; 2]; 4],
    /// Size of a module, in pixels.
    pub(super) module: f32,
    /// Whether it is light on dark.
    pub(super) is_inverted: bool,
}

#[derive(Debug, Clone, Copy)]
struct Square {
    middle: [f32; 2],
    module: f32,
    is_inverted: bool,
}

impl QrCandidate {
    /// The outline of the code: the middles of its squares are three and a half modules inside.
    pub(super) fn outline(&self) -> Quad {
        let [tl, tr, br, bl] = self.corners;
        let out = |corner: [f32; 2], across: [f32; 2], down: [f32; 2]| {
            let step = |from: [f32; 2]| {
                let away = [corner[0] - from[0], corner[1] - from[1]];
                let length = away[0].hypot(away[1]).max(1.0);
                away.map(|it| it / length * 3.5 * self.module)
            };
            let (across, down) = (step(across), step(down));
            [corner[0] + across[0] + down[0], corner[1] + across[1] + down[1]]
        };
        Quad([out(tl, tr, bl), out(tr, tl, br), out(br, bl, tr), out(bl, br, tl)])
    }
}

/// All places where a QR code may be, the most probable first.
pub(super) fn find(ink: &Ink<'_>, rows: &Edges) -> Vec<QrCandidate> {
    let squares = squares(ink, rows);
    let mut found: Vec<(f32, QrCandidate)> = Vec::new();
    for corner in &squares {
        let mut near: Vec<(f32, &Square)> = squares
            .iter()
            .filter(|other| is_alike(corner, other))
            .map(|other| (distance(corner.middle, other.middle) / corner.module, other))
            .filter(|(distance, _)| APART.contains(distance))
            .collect();
        near.sort_by(|a, b| a.0.total_cmp(&b.0));
        near.truncate(NEAREST);
        for (index, (_, one)) in near.iter().enumerate() {
            for (_, other) in &near[index + 1..] {
                found.extend(triple(corner, one, other).filter(|(_, it)| has_timing(ink, it)));
            }
        }
    }
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    found.into_iter().map(|(_, candidate)| candidate).collect()
}

fn is_alike(one: &Square, other: &Square) -> bool {
    let ratio = one.module / other.module;
    one.is_inverted == other.is_inverted && (0.7..1.43).contains(&ratio)
}

/// A code with these squares, if they are in its corners, and how unlikely that is.
fn triple(corner: &Square, one: &Square, other: &Square) -> Option<(f32, QrCandidate)> {
    let way = |to: &Square| [0, 1].map(|i| to.middle[i] - corner.middle[i]);
    let (mut across, mut down) = (way(one), way(other));
    // In the picture the corner in the top left comes first, then clockwise.
    if across[0] * down[1] - across[1] * down[0] < 0.0 {
        (across, down) = (down, across);
    }
    let [width, height] = [across, down].map(|way| way[0].hypot(way[1]));
    let slant = (across[0] * down[0] + across[1] * down[1]).abs() / (width * height);
    let ratio = width.max(height) / width.min(height);
    if slant > 0.34 || ratio > 1.35 {
        return None;
    }
    let module = (corner.module + one.module + other.module) / 3.0;
    let [x, y] = corner.middle;
    let corners = [
        [x, y],
        [x + across[0], y + across[1]],
        [x + across[0] + down[0], y + across[1] + down[1]],
        [x + down[0], y + down[1]],
    ];
    // The squares of one code are closer to each other than to those of the next.
    let doubt = width.max(height) / module * (1.0 + slant + (ratio - 1.0));
    Some((doubt, QrCandidate { corners, module, is_inverted: corner.is_inverted }))
}

/// Whether modules alternate between the squares (the timing patterns of the standard), in the row below the
/// upper two and in the column beside the left two. By chance they do not.
fn has_timing(ink: &Ink<'_>, candidate: &QrCandidate) -> bool {
    let [tl, tr, _, bl] = candidate.corners;
    alternates(ink, [tl, tr, bl], candidate.module)
        && alternates(ink, [tl, bl, tr], candidate.module)
}

/// Along the line from the first point to the second, three modules towards the third: there begins and ends
/// the pattern, with a dark module inside each square.
fn alternates(ink: &Ink<'_>, [from, to, side]: [[f32; 2]; 3], module: f32) -> bool {
    let unit = |to: [f32; 2]| {
        let way = [to[0] - from[0], to[1] - from[1]];
        let length = way[0].hypot(way[1]);
        (way.map(|it| it / length), length)
    };
    let ((along, length), (across, _)) = (unit(to), unit(side));
    let begin = [0, 1].map(|i| from[i] + 3.0 * module * (along[i] + across[i]));
    let reach = length - 6.0 * module;
    let step = (module / 4.0).max(0.5);
    let mut changes = 0_u16;
    let mut was_dark = None;
    for number in 0..=(reach / step) as usize {
        let [x, y] = [0, 1].map(|i| begin[i] + along[i] * step * number as f32);
        if x < 0.0 || y < 0.0 || x as usize >= ink.width() || y as usize >= ink.height() {
            return false;
        }
        let is_dark = ink.is_dark(x as usize, y as usize);
        changes += u16::from(was_dark.is_some_and(|was_dark| was_dark != is_dark));
        was_dark = Some(is_dark);
    }
    let modules = reach / module;
    (f32::from(changes) - modules).abs() <= 0.3 * modules + 1.0
}

fn squares(ink: &Ink<'_>, rows: &Edges) -> Vec<Square> {
    let mut squares: Vec<Square> = Vec::new();
    for (row, edges) in rows.iter().enumerate() {
        for (at, window) in edges.windows(6).enumerate() {
            let Ok(edges) = <&[u32; 6]>::try_from(window) else { continue };
            let total = edges[5] - edges[0];
            if total < SMALLEST || !has_ratio(&widths(edges)) {
                continue;
            }
            let x = f32::midpoint(edges[2] as f32, edges[3] as f32);
            let is_inverted = at % 2 == 1;
            let Some(square) = square(ink, x, row * STEP, total, is_inverted) else { continue };
            let is_known = |known: &Square| {
                distance(known.middle, square.middle) < 3.0 * known.module.max(square.module)
            };
            if !squares.iter().any(is_known) {
                squares.push(square);
                if squares.len() == MOST {
                    return squares;
                }
            }
        }
    }
    squares
}

fn widths(edges: &[u32; 6]) -> [f32; 5] {
    [0, 1, 2, 3, 4].map(|i| (edges[i + 1] - edges[i]) as f32)
}

/// Whether these are about 1 : 1 : 3 : 1 : 1. A pixel more or less is blur.
fn has_ratio(widths: &[f32; 5]) -> bool {
    let module = widths.iter().sum::<f32>() / 7.0;
    let is = |width: f32, modules: f32| {
        (width - modules * module).abs() <= (0.5 * modules * module).max(1.0)
    };
    let [a, b, middle, c, d] = *widths;
    is(middle, 3.0) && [a, b, c, d].into_iter().all(|width| is(width, 1.0))
}

/// The square whose middle this line crosses at `x`, if the column there says the same.
fn square(ink: &Ink<'_>, x: f32, y: usize, width: u32, is_inverted: bool) -> Option<Square> {
    let column = x as usize;
    let is_dark = |y: usize| ink.is_dark(column, y) != is_inverted;
    if !is_dark(y) {
        return None;
    }
    let limit = width as usize;
    // Runs downwards: dark, light, dark.
    let down = runs((y..ink.height()).take(limit), is_dark)?;
    let up = runs((0..y).rev().take(limit), is_dark)?;
    let widths = [up[2], up[1], up[0] + down[0], down[1], down[2]].map(|it| it as f32);
    let height: f32 = widths.iter().sum();
    let width = width as f32;
    if !has_ratio(&widths) || (height - width).abs() > 0.4 * width {
        return None;
    }
    let middle = f32::midpoint(y as f32 - up[0] as f32, (y + down[0]) as f32);
    let module = f32::midpoint(height, width) / 7.0;
    Some(Square { middle: [x, middle], module, is_inverted })
}

/// The lengths of the first dark, light and dark run.
fn runs(ys: impl Iterator<Item = usize>, is_dark: impl Fn(usize) -> bool) -> Option<[usize; 3]> {
    let mut lengths = [0; 3];
    let mut run = 0;
    for y in ys {
        if is_dark(y) != (run % 2 == 0) {
            run += 1;
            if run == lengths.len() {
                return Some(lengths);
            }
        }
        lengths[run] += 1;
    }
    // The edge of the picture ends the last run.
    (run == 2).then_some(lengths)
}

fn distance(a: [f32; 2], b: [f32; 2]) -> f32 {
    (a[0] - b[0]).hypot(a[1] - b[1])
}
