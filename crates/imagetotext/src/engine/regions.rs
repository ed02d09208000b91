//! From the probability map of text to lines: connected cells become slanted boxes.
//!
//! The detection network marks the *core* of a line, the middle of its height, so that lines set close
//! together stay apart.

use crate::Quad;

use super::bend::Bend;
use super::connected_components::{Band, Component, PixelRun, connected_components};
use super::detect::TextMap;

/// Where a line of text is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Region {
    /// From the top of the ascenders to the bottom of the descenders, in pixels.
    pub(super) quad: Quad,
    /// Height of the line in pixels.
    pub(super) height: f32,
    /// How the text bends around the middle of the quad.
    pub(super) bend: Bend,
}

/// The lines that a search found.
#[derive(Debug, Default)]
pub(super) struct FoundRegions {
    pub(super) lines: Vec<Region>,
    /// Where else there may be lines, found in another way: of those that overlap with lines the more
    /// legible ones count.
    pub(super) alternatives: Vec<Region>,
}

impl FoundRegions {
    /// The same with `change` applied to each region.
    pub(super) fn map(self, change: impl Fn(Region) -> Region) -> Self {
        let map = |regions: Vec<Region>| regions.into_iter().map(&change).collect();
        Self { lines: map(self.lines), alternatives: map(self.alternatives) }
    }
}

/// The part of a line's height that is its core: 20 % to 80 %, as in training (`CORE` there).
pub(super) const CORE: f32 = 0.6;

/// Tuned numbers of this stage. Where nothing else is said they were set on the public pictures, and the
/// log has no figures for them.
struct Tuning {
    /// Cells by which the thickness of what the network marks exceeds that of the core: training fills
    /// every cell that a core touches. Median over 996 lines of rendered pages whose places are known.
    excess_thickness: f32,
    /// Cells by which its centre lies too low; measured on the same lines.
    excess_below: f32,
    /// Cells by which it goes too far to the left and to the right; measured on the same lines.
    excess_beside: [f32; 2],
    /// Probability from which cells belong to text. The first is low: reading noise costs less
    /// than missing thin and faint text. Lines that touch there are split at the next.
    /// With 0.2 as the first, boxes on the public and the generated pictures become too large
    /// (`models/training/LOG.md`, 2026-11-26).
    thresholds: [f32; 4],
    /// Share of a component's mass that its parts at the next threshold must keep. A crooked line
    /// stays whole: splitting only erodes it.
    kept_mass: f32,
    /// Height in pixels: lower lines are not text that anybody could read.
    min_height: f32,
    /// Length of a line in its heights; shorter ones are specks.
    min_length: f32,
    /// Length of a line in its heights from which its bend means something.
    min_bent_length: f32,
    /// Gap in line heights up to which segments of one row are one line: training joins words up to
    /// 0.9, and the network is not sure near that.
    max_gap: f32,
    /// The most, in line heights, that such segments may overlap.
    max_overlap: f32,
    /// The most by which their heights may differ, as a ratio.
    max_height_ratio: f32,
    /// The most, in line heights, by which their middle lines may be offset.
    max_offset: f32,
}

const TUNING: Tuning = Tuning {
    excess_thickness: 0.5,
    excess_below: 0.3,
    excess_beside: [0.75, 1.25],
    thresholds: [0.3, 0.5, 0.7, 0.85],
    kept_mass: 0.5,
    min_height: 4.0,
    min_length: 0.15,
    min_bent_length: 6.0,
    max_gap: 0.7,
    max_overlap: 0.3,
    max_height_ratio: 1.4,
    max_offset: 0.25,
};

/// The lines in `map`, or segments of them, in no particular order.
pub(super) fn regions(map: &TextMap) -> Vec<Region> {
    let everything = (0..map.height).map(|y| PixelRun { y, start: 0, end: map.width });
    let found = split_lines(map, everything, &TUNING.thresholds);
    found.iter().filter_map(|component| region(component, map)).collect()
}

/// Components at the lowest threshold; those that look like several lines are split at the next.
fn split_lines(
    map: &TextMap,
    within: impl Iterator<Item = PixelRun>,
    thresholds: &[f32],
) -> Vec<Component> {
    let [threshold, higher @ ..] = thresholds else { return Vec::new() };
    let mut parts = Vec::new();
    for component in connected_components(map, within, *threshold) {
        let is_single_line =
            component.is_single_line() || component.letters_and_leader(map).is_some();
        if is_single_line || higher.is_empty() {
            parts.push(component);
            continue;
        }
        let inner = split_lines(map, component.runs.iter().copied(), higher);
        let kept: f32 = inner.iter().map(|part| part.mass).sum();
        if inner.len() < 2 || kept < TUNING.kept_mass * component.mass {
            parts.push(component);
        } else {
            parts.extend(inner);
        }
    }
    parts
}

fn region(component: &Component, map: &TextMap) -> Option<Region> {
    let [step_x, step_y] = map.step;
    let Band { slope, thickness, centre: [centre_x, centre_y] } = component.band(map);
    let slope = slope * step_y / step_x;
    let (left, right) = (component.left as f32 * step_x, component.right as f32 * step_x);
    let [excess_left, excess_right] = TUNING.excess_beside.map(|cells| cells * step_x);
    let height = (thickness - TUNING.excess_thickness) * step_y / CORE;
    let (left, right) = (left + excess_left, right - excess_right);
    if height < TUNING.min_height || right <= left {
        return None;
    }
    // Cell (x, y) covers pixels around its centre.
    let centre =
        [(centre_x + 0.5) * step_x, (centre_y + 0.5) * step_y - TUNING.excess_below * step_y];
    let at = |x: f32| centre[1] + slope * (x - centre[0]);
    let quad = band([left, at(left)], [right, at(right)], height);
    let is_long = right - left >= TUNING.min_bent_length * height;
    let bend = if is_long && component.letters_and_leader(map).is_none() {
        let centres = component.column_centres(map);
        Bend::new(|share| {
            let [start, end] = [-0.1, 0.1]
                .map(|by| (((share + by) * centres.len() as f32) as usize).min(centres.len()));
            let window = &centres[start..end.max(start + 1).min(centres.len())];
            let mean = window.iter().sum::<f32>() / window.len().max(1) as f32;
            let y = (mean + 0.5 - TUNING.excess_below) * step_y;
            (y - at(left + share * (right - left))) / height
        })
    } else {
        Bend::default()
    };
    Some(Region { quad, height, bend })
}

/// The quad of a line of `height` whose middle runs from `start` to `end`.
pub(super) fn band(start: [f32; 2], end: [f32; 2], height: f32) -> Quad {
    let along = [end[0] - start[0], end[1] - start[1]];
    let length = along[0].hypot(along[1]).max(f32::EPSILON);
    // Half a line downwards, at a right angle to the line.
    let down = [-along[1] / length * height / 2.0, along[0] / length * height / 2.0];
    let above = |p: [f32; 2]| [p[0] - down[0], p[1] - down[1]];
    let below = |p: [f32; 2]| [p[0] + down[0], p[1] + down[1]];
    Quad([above(start), above(end), below(end), below(start)])
}

impl Region {
    /// A straight line.
    pub(super) fn straight(quad: Quad, height: f32) -> Self {
        Self { quad, height, bend: Bend::default() }
    }

    /// Whether it is too short for a line.
    pub(super) fn is_speck(&self) -> bool {
        self.length_in_heights() < TUNING.min_length
    }

    /// Length in line heights, to which the time of reading is proportional.
    pub(super) fn length_in_heights(&self) -> f32 {
        let (start, end) = (self.quad.start(), self.quad.end());
        (end[0] - start[0]).hypot(end[1] - start[1]) / self.height.max(1.0)
    }

    /// The same line, read from its other end.
    pub(super) fn reversed(&self) -> Self {
        let [tl, tr, br, bl] = self.quad.0;
        Self { quad: Quad([br, bl, tl, tr]), bend: self.bend.reversed(), ..*self }
    }

    /// The same line, longer by so many heights.
    pub(super) fn extended(&self, heights: f32) -> Self {
        let [tl, _, _, bl] = self.quad.0;
        let [_, tr, br, _] = self.around_end(0.0, heights).0;
        Self { quad: Quad([tl, tr, br, bl]), ..*self }
    }

    /// What is around the end of the line: from so many heights before it to so many behind it.
    pub(super) fn around_end(&self, before: f32, behind: f32) -> Quad {
        let [x, y] = self.quad.direction();
        let moved = |point: [f32; 2], heights: f32| {
            [point[0] + x * heights * self.height, point[1] + y * heights * self.height]
        };
        let [_, tr, br, _] = self.quad.0;
        Quad([moved(tr, -before), moved(tr, behind), moved(br, behind), moved(br, -before)])
    }

    /// Cuts off what is at the left of `x`, of a level line that goes on at the right of it.
    pub(super) fn begin_at(&mut self, x: f32) {
        let ([start, y], end) = (self.quad.start(), self.quad.end());
        if start < x && x < end[0] {
            let y = y + (end[1] - y) * (x - start) / (end[0] - start);
            self.quad = band([x, y], end, self.height);
        }
    }

    pub(super) fn middle(&self) -> [f32; 2] {
        crate::document::middle(self.quad.start(), self.quad.end())
    }

    pub(super) fn contains(&self, point: [f32; 2]) -> bool {
        self.quad.contains(point)
    }

    /// The same place with text of `height` around the same middle.
    pub(super) fn with_height(&self, height: f32) -> Self {
        let bend = self.bend.scaled(self.height / height.max(f32::EPSILON));
        Self { quad: band(self.quad.start(), self.quad.end(), height), height, bend }
    }

    /// How far the text slopes down, in radians.
    pub(super) fn angle(&self) -> f32 {
        let [x, y] = self.quad.direction();
        y.atan2(x)
    }

    /// Where a line must end for this region to continue it: left and right edge, top and bottom edge, in
    /// pixels. Looser than [`Self::is_continued_by`].
    pub(super) fn predecessor_bounds(&self) -> [[f32; 2]; 2] {
        let [x, y] = self.quad.start();
        let height = TUNING.max_height_ratio * self.height;
        [
            [x - TUNING.max_gap * height, x + TUNING.max_overlap * height],
            [y - TUNING.max_offset * height, y + TUNING.max_offset * height],
        ]
    }

    pub(super) fn is_continued_by(&self, next: &Self) -> bool {
        let (low, high) = (self.height.min(next.height), self.height.max(next.height));
        let (end, start) = (self.quad.end(), next.quad.start());
        let gap = start[0] - end[0];
        high < TUNING.max_height_ratio * low
            && gap > -TUNING.max_overlap * high
            && gap < TUNING.max_gap * high
            && (start[1] - end[1]).abs() < TUNING.max_offset * high
    }

    pub(super) fn joined(&self, next: &Self) -> Self {
        let length = |region: &Self| (region.quad.end()[0] - region.quad.start()[0]).max(1.0);
        let (a, b) = (length(self), length(next));
        let height = (self.height * a + next.height * b) / (a + b);
        let end =
            if next.quad.end()[0] > self.quad.end()[0] { next.quad.end() } else { self.quad.end() };
        let start = self.quad.start();
        let bend = Bend::new(|share| {
            let [x, y] = [0, 1].map(|axis| start[axis] + share * (end[axis] - start[axis]));
            let part = if x <= self.quad.end()[0] { self } else { next };
            (part.middle_at(x) - y) / height
        });
        Self { quad: band(start, end, height), height, bend }
    }

    /// Where the middle of the text lies at a column of the picture, if the line is about level.
    fn middle_at(&self, x: f32) -> f32 {
        let (start, end) = (self.quad.start(), self.quad.end());
        let share = ((x - start[0]) / (end[0] - start[0]).max(1.0)).clamp(0.0, 1.0);
        start[1] + share * (end[1] - start[1]) + self.bend.at(share) * self.height
    }
}
