//! Panels: rectangles that ruling lines or edges of backgrounds enclose, such as cards, boxes and groups of options.
//!
//! What is in a panel belongs together, and is read before or after all that is outside. Texts of two panels are never
//! in one row or block, unless one of the panels is no more than a row. Those of [`super::border_panels`] count where no
//! drawn one contradicts them.

use super::rules::Rules;
use super::squash;
use crate::document::Bounds;

/// The panels of a page, none of which overlaps another one partly, from the largest to the smallest.
#[derive(Debug, Default)]
pub(super) struct Panels {
    all: Vec<Bounds>,
    /// Whether each has texts one below the other.
    has_rows: Vec<bool>,
    /// How far a text may reach over the side of its panel, in pixels.
    slack: f32,
    /// Panels that are not further apart have a side in common, in pixels.
    thickest: f32,
}

/// Tuned numbers of panels, in heights of the usual text unless they say otherwise.
pub(super) struct Tuning {
    /// How far a side may end from its corner, as corners are rounded, and longest hole in it.
    pub(super) corner: f32,
    /// Least width and height: a box for one line of text.
    pub(super) least: f32,
    /// Rules that are not further apart are one.
    thickest: f32,
    /// How far a text may reach over a side.
    slack: f32,
}

/// From drawn cards, dialogs and forms of the training pages.
pub(super) const TUNING: Tuning = Tuning { corner: 1.0, least: 1.2, thickest: 0.25, slack: 0.4 };

/// So many panels are kept, the largest.
pub(super) const MAX_PANELS: usize = 256;

/// As many sides that face one are tried, so that a page full of rules takes no longer than its size.
pub(super) const MAX_TRIES: usize = 64;

impl Panels {
    /// The panels that `rules` enclose on a page with these texts, of height `unit` (pixels), and those that reach the
    /// edge of the picture.
    pub(super) fn of(rules: &Rules, at_border: &[Bounds], texts: &[Bounds], unit: f32) -> Self {
        let lying = |it: &[f32; 4]| Bounds { left: it[2], top: it[0], right: it[3], bottom: it[1] };
        let standing =
            |it: &[f32; 4]| Bounds { left: it[0], top: it[2], right: it[1], bottom: it[3] };
        let rows = Facing::of(&rules.level, &rules.upright, unit);
        let columns = Facing::of(&rules.upright, &rules.level, unit);
        let gaps: Vec<Bounds> =
            rows.gaps.iter().map(lying).chain(columns.gaps.iter().map(standing)).collect();
        let panels = rows.closed.iter().map(lying).chain(columns.closed.iter().map(standing));
        let [corner, thickest] = [TUNING.corner, TUNING.thickest].map(|it| it * unit);
        let mut panels: Vec<Bounds> =
            panels.filter(|panel| !gaps.iter().any(|gap| divides(gap, panel, thickest))).collect();
        panels.sort_by(|a, b| area(b).total_cmp(&area(a)));
        let drawn = different(panels, corner);
        let slack = TUNING.slack * unit;
        // The rows and columns of a table overlap: they are no panels.
        let is_clear = |it: &Bounds, others: &[Bounds]| {
            !others.iter().any(|other| overlap_partly(it, other, slack))
        };
        let at_border =
            at_border.iter().filter(|it| is_clear(it, &drawn) && is_clear(it, at_border));
        let panels = drawn.iter().filter(|it| is_clear(it, &drawn)).chain(at_border).copied();
        let mut panels: Vec<Bounds> = panels.collect();
        panels.sort_by(|a, b| area(b).total_cmp(&area(a)));
        let panels = different(panels, corner);
        let has_rows = panels.iter().map(|panel| {
            let inside = || texts.iter().filter(|it| encloses(panel, it, slack));
            let first_end = inside().map(|it| it.bottom).fold(f32::INFINITY, f32::min);
            inside().any(|it| it.top > first_end - slack)
        });
        Self { has_rows: has_rows.collect(), all: panels, slack, thickest }
    }

    /// Whether panels keep two boxes apart: each box is in one with several rows that the other is not in, and there is
    /// space between the two panels. Columns of a table have a side in common.
    pub(super) fn divide(&self, one: &Bounds, other: &Bounds) -> bool {
        let [one, other] = [one, other].map(|it| self.around(it));
        let alone = |of: &[usize], without: &[usize]| -> Vec<usize> {
            let alone = of.iter().filter(|it| self.has_rows[**it] && !without.contains(it));
            alone.copied().collect()
        };
        let [ones, others] = [alone(&one, &other), alone(&other, &one)];
        let is_apart = |a: usize, b: usize| gap(&self.all[a], &self.all[b]) > self.thickest;
        ones.iter().any(|&a| others.iter().any(|&b| is_apart(a, b)))
    }

    /// The panels around a box, as positions, from the largest to the smallest.
    pub(super) fn around(&self, it: &Bounds) -> Vec<usize> {
        let holds = |&panel: &usize| encloses(&self.all[panel], it, self.slack);
        (0..self.all.len()).filter(holds).collect()
    }

    /// Where a panel is, given its position as in [`Self::around`].
    pub(super) fn bounds(&self, panel: usize) -> &Bounds {
        &self.all[panel]
    }

    /// Of two boxes, the largest panel around each that is not around the other; `one` and `other` are from
    /// [`Self::around`].
    pub(super) fn between(&self, one: &[usize], other: &[usize]) -> [Option<&Bounds>; 2] {
        let first = |of: &[usize], without: &[usize]| {
            of.iter().find(|it| !without.contains(it)).and_then(|&it| self.all.get(it))
        };
        [first(one, other), first(other, one)]
    }

    /// Width and height of the smallest panel around a box, in `unit`s and [`squash`]ed; 0 without one.
    pub(super) fn innermost(&self, it: &Bounds, unit: f32) -> [f32; 2] {
        let panel = self.around(it).last().map(|&it| &self.all[it]);
        let size = panel.map_or([0.0; 2], |it| [it.right - it.left, it.bottom - it.top]);
        size.map(|it| squash(it / unit))
    }

    /// Heights of these two panels, in `unit`s and [`squash`]ed; 0 without one.
    pub(super) fn heights(&self, boxes: [&Bounds; 2], unit: f32) -> [f32; 2] {
        let [one, other] = boxes.map(|it| self.around(it));
        let height = |it: &Bounds| squash((it.bottom - it.top) / unit);
        self.between(&one, &other).map(|panel| panel.map_or(0.0, height))
    }
}

/// Rules that face each other, each pair as `[first, second, from, to]`.
#[derive(Default)]
struct Facing {
    /// With rules along both ends.
    closed: Vec<[f32; 4]>,
    /// With less than a line of text between them: two panels touch here, though the sides of both may look like one.
    gaps: Vec<[f32; 4]>,
}

impl Facing {
    fn of(rules: &[[f32; 3]], across: &[[f32; 3]], unit: f32) -> Self {
        let corner = TUNING.corner * unit;
        let [rules, across] = [rules, across].map(|rules| {
            let mut rules = rules.to_vec();
            rules.sort_by(|a, b| a[0].total_cmp(&b[0]).then(a[1].total_cmp(&b[1])));
            rules
        });
        let mut found = Self::default();
        for (index, [first, from, to]) in rules.iter().enumerate() {
            let is_alike =
                |it: &&[f32; 3]| (it[1] - from).abs() < corner && (it[2] - to).abs() < corner;
            for [second, other_from, other_to] in
                rules[index + 1..].iter().filter(is_alike).take(MAX_TRIES)
            {
                let (from, to) = (from.min(*other_from), to.max(*other_to));
                let step = (second - first) / unit;
                let is_closed = |side: f32| is_drawn(&across, side, [*first, *second], corner);
                let [start, end] =
                    [from, to].map(|side| nearest(&across, side, [*first, *second], corner));
                if step >= TUNING.least && is_closed(from) && is_closed(to) {
                    found.closed.push([*first, *second, start, end]);
                } else if (TUNING.thickest..TUNING.least).contains(&step) {
                    found.gaps.push([*first, *second, start, end]);
                }
            }
        }
        found
    }
}

/// The place of the rule beside or between two places that is nearest to a side and no further from it than a corner;
/// without one, the side itself. Rules with rounded corners end before the sides that they meet.
fn nearest(rules: &[[f32; 3]], side: f32, [from, to]: [f32; 2], corner: f32) -> f32 {
    let first = rules.partition_point(|it| it[0] <= side - corner);
    let near = rules[first..].iter().take_while(|it| it[0] < side + corner);
    let meets = |it: &&[f32; 3]| it[1] <= to + corner && it[2] >= from - corner;
    let distance = |it: &[f32; 3]| (it[0] - side).abs();
    let nearest = near.filter(meets).min_by(|a, b| distance(a).total_cmp(&distance(b)));
    nearest.map_or(side, |it| it[0])
}

/// Whether a gap goes from one side of a panel to the other. The gaps between cards in a box end at the cards.
fn divides(gap: &Bounds, panel: &Bounds, thickest: f32) -> bool {
    let alike = |a: f32, b: f32| (a - b).abs() < thickest;
    let [is_level, is_upright] = [
        alike(gap.left, panel.left) && alike(gap.right, panel.right),
        alike(gap.top, panel.top) && alike(gap.bottom, panel.bottom),
    ];
    let within_rows = gap.top >= panel.top && gap.bottom <= panel.bottom;
    let within_columns = gap.left >= panel.left && gap.right <= panel.right;
    is_level && within_rows || is_upright && within_columns
}

/// Whether rules cover a side from one place to another, but for holes that are shorter than a corner; `rules` are
/// sorted by place.
pub(super) fn is_drawn(rules: &[[f32; 3]], side: f32, [from, to]: [f32; 2], corner: f32) -> bool {
    let first = rules.partition_point(|it| it[0] <= side - corner);
    let near = rules[first..].iter().take_while(|it| it[0] < side + corner);
    let mut parts: Vec<[f32; 2]> = near.map(|it| [it[1], it[2]]).collect();
    parts.sort_by(|a, b| a[0].total_cmp(&b[0]));
    let mut end = from;
    for [start, stop] in parts {
        if start > end + corner {
            break;
        }
        end = end.max(stop);
    }
    end >= to - corner
}

/// Those that are not nearly the same as one before.
fn different(panels: Vec<Bounds>, corner: f32) -> Vec<Bounds> {
    let mut different: Vec<Bounds> = Vec::new();
    for panel in panels {
        let is_same = |it: &Bounds| differs_by(it, &panel) < corner;
        if different.len() < MAX_PANELS && !different.iter().any(is_same) {
            different.push(panel);
        }
    }
    different
}

fn area(it: &Bounds) -> f32 {
    (it.right - it.left) * (it.bottom - it.top)
}

/// The largest distance between sides of the same kind.
fn differs_by(a: &Bounds, b: &Bounds) -> f32 {
    let sides = [a.left - b.left, a.top - b.top, a.right - b.right, a.bottom - b.bottom];
    sides.into_iter().map(f32::abs).fold(0.0, f32::max)
}

/// The distance of two boxes along the axis on which they are further apart; below 0 where they overlap.
fn gap(a: &Bounds, b: &Bounds) -> f32 {
    let across = (a.left - b.right).max(b.left - a.right);
    across.max((a.top - b.bottom).max(b.top - a.bottom))
}

fn encloses(outer: &Bounds, inner: &Bounds, slack: f32) -> bool {
    inner.left >= outer.left - slack
        && inner.right <= outer.right + slack
        && inner.top >= outer.top - slack
        && inner.bottom <= outer.bottom + slack
}

fn overlap_partly(a: &Bounds, b: &Bounds, slack: f32) -> bool {
    let is_apart = a.right.min(b.right) - a.left.max(b.left) < slack
        || a.bottom.min(b.bottom) - a.top.max(b.top) < slack;
    !is_apart && !encloses(a, b, slack) && !encloses(b, a, slack)
}

#[cfg(test)]
mod tests;
