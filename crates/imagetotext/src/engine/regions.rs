//! From the map of text to lines: connected cells become slanted boxes.
//!
//! Our detection network marks the *core* of a line, the middle of its height, so that lines set
//! close together stay apart; networks made for ocrs mark words, shrunk by a few pixels.

use crate::Quad;

use super::components::{Component, Run, components};
use super::detect::TextMap;

/// What the cells of a map mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marks {
    /// The middle of whole lines (`CORE` in the training project).
    Cores,
    /// Words, shrunk by [`SHRUNK`] pixels on each side (`SHRINK_DISTANCE` in ocrs-models).
    Words,
}

/// A place where a line of text stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Region {
    /// From the top of the ascenders to the bottom of the descenders, in pixels.
    pub(super) quad: Quad,
    /// Height of the line in pixels.
    pub(super) height: f32,
}

/// The part of a line's height that is its core: 20 % to 80 %.
const CORE: f32 = 0.6;
/// Cells by which the network marks more than the core: training fills every cell that a core
/// touches. Medians over 996 lines of rendered pages whose places are known.
const EXCESS_ACROSS: f32 = 0.5;
const EXCESS_BELOW: f32 = 0.3;
const EXCESS_BESIDE: [f32; 2] = [0.75, 1.25];
/// Pixels by which words are shrunk on each side.
const SHRUNK: f32 = 3.0;
/// Cells at or above this probability belong to text. Low, because thin and faint text is rather
/// read in vain than missed; what touches at this level is parted at the higher ones.
const LEVELS: [f32; 4] = [0.3, 0.5, 0.7, 0.85];
/// Lines lower than this many pixels are not text that anybody could read.
const LOWEST: f32 = 4.0;
/// Gap in line heights up to which parts of one row are one line: training joins words up to 0.9
/// and the network is not sure near that.
const GAP: f32 = 0.7;

/// The lines in `map`, in no particular order.
pub(super) fn regions(map: &TextMap, marks: Marks) -> Vec<Region> {
    let everything = (0..map.height).map(|y| Run { y, start: 0, end: map.width });
    let found = separate(map, everything, &LEVELS);
    let found = found.iter().filter_map(|component| region(component, map, marks)).collect();
    mend(found)
}

/// Components at the lowest level; those that look like several lines are parted at the next.
fn separate(map: &TextMap, within: impl Iterator<Item = Run>, levels: &[f32]) -> Vec<Component> {
    let [level, higher @ ..] = levels else { return Vec::new() };
    let mut parts = Vec::new();
    for component in components(map, within, *level) {
        if component.is_one_band() || higher.is_empty() {
            parts.push(component);
            continue;
        }
        let inner = separate(map, component.runs.iter().copied(), higher);
        // A crooked line stays whole: parting it only wears it away.
        let kept: f32 = inner.iter().map(|part| part.mass).sum();
        if inner.len() < 2 || kept < 0.5 * component.mass {
            parts.push(component);
        } else {
            parts.extend(inner);
        }
    }
    parts
}

fn region(component: &Component, map: &TextMap, marks: Marks) -> Option<Region> {
    let [step_x, step_y] = map.step;
    let (slope, thickness) = component.axis();
    let slope = slope * step_y / step_x;
    let (left, right) = (component.left as f32 * step_x, component.right as f32 * step_x);
    let (height, left, right, lower) = match marks {
        Marks::Cores => {
            let [excess_left, excess_right] = EXCESS_BESIDE.map(|cells| cells * step_x);
            let height = (thickness - EXCESS_ACROSS) * step_y / CORE;
            (height, left + excess_left, right - excess_right, EXCESS_BELOW * step_y)
        }
        Marks::Words => (thickness * step_y + 2.0 * SHRUNK, left - SHRUNK, right + SHRUNK, 0.0),
    };
    if height < LOWEST || right - left < 0.15 * height {
        return None;
    }
    // Cell (x, y) covers pixels around its centre.
    let centre =
        [(component.centre[0] + 0.5) * step_x, (component.centre[1] + 0.5) * step_y - lower];
    let at = |x: f32| centre[1] + slope * (x - centre[0]);
    Some(Region { quad: band([left, at(left)], [right, at(right)], height), height })
}

/// The quad of a line of `height` whose middle runs from `start` to `end`.
fn band(start: [f32; 2], end: [f32; 2], height: f32) -> Quad {
    let along = [end[0] - start[0], end[1] - start[1]];
    let length = along[0].hypot(along[1]).max(f32::EPSILON);
    // Half a line downwards, at a right angle to the line.
    let down = [-along[1] / length * height / 2.0, along[0] / length * height / 2.0];
    let above = |p: [f32; 2]| [p[0] - down[0], p[1] - down[1]];
    let below = |p: [f32; 2]| [p[0] + down[0], p[1] + down[1]];
    Quad([above(start), above(end), below(end), below(start)])
}

/// Joins neighbours on one row that are parts of one line.
fn mend(mut regions: Vec<Region>) -> Vec<Region> {
    regions.sort_by(|a, b| a.quad.start()[0].total_cmp(&b.quad.start()[0]));
    let mut lines: Vec<Region> = Vec::with_capacity(regions.len());
    for region in regions {
        let before = lines.iter_mut().filter(|line| line.goes_on_in(&region));
        match before.max_by(|a, b| a.quad.end()[0].total_cmp(&b.quad.end()[0])) {
            Some(line) => *line = line.joined(&region),
            None => lines.push(region),
        }
    }
    lines
}

impl Region {
    /// Length in line heights: what reading it costs.
    pub(super) fn work(&self) -> f32 {
        let (start, end) = (self.quad.start(), self.quad.end());
        (end[0] - start[0]).hypot(end[1] - start[1]) / self.height.max(1.0)
    }

    /// The same place with text of `height` around the same middle.
    pub(super) fn with_height(&self, height: f32) -> Self {
        Self { quad: band(self.quad.start(), self.quad.end(), height), height }
    }

    /// How far it runs down on its way, in radians.
    pub(super) fn angle(&self) -> f32 {
        let [x, y] = self.quad.direction();
        y.atan2(x)
    }

    fn goes_on_in(&self, next: &Self) -> bool {
        let (low, high) = (self.height.min(next.height), self.height.max(next.height));
        let (end, start) = (self.quad.end(), next.quad.start());
        let gap = start[0] - end[0];
        high < 1.4 * low
            && gap > -0.3 * high
            && gap < GAP * high
            && (start[1] - end[1]).abs() < 0.25 * high
    }

    fn joined(&self, next: &Self) -> Self {
        let length = |region: &Self| (region.quad.end()[0] - region.quad.start()[0]).max(1.0);
        let (a, b) = (length(self), length(next));
        let height = (self.height * a + next.height * b) / (a + b);
        let end =
            if next.quad.end()[0] > self.quad.end()[0] { next.quad.end() } else { self.quad.end() };
        Self { quad: band(self.quad.start(), end, height), height }
    }
}
