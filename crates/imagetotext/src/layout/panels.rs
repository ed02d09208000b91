//! Panels: rectangles that ruling lines or edges of backgrounds enclose, such as cards, boxes and groups of options.
//!
//! What is in a panel belongs together, and is read before or after all that is outside. Texts of two panels are never
//! in one row or block, unless one of the panels is no more than a row. Those of [`super::border_panels`] count where no
//! drawn one contradicts them.

use super::facing::Facing;
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
    pub(super) thickest: f32,
    /// How far a text may reach over a side.
    slack: f32,
}

/// From drawn cards, dialogs and forms of the training pages.
pub(super) const TUNING: Tuning = Tuning { corner: 1.0, least: 1.2, thickest: 0.25, slack: 0.4 };

/// So many panels are kept, the largest.
pub(super) const MAX_PANELS: usize = 256;

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
        let slack = TUNING.slack * unit;
        // What is around no text, as the edge of a thick frame, is no panel.
        let has_text =
            |it: &Bounds| texts.is_empty() || texts.iter().any(|text| encloses(it, text, slack));
        let is_divided = |it: &Bounds| gaps.iter().any(|gap| divides(gap, it, thickest));
        let mut panels: Vec<Bounds> = panels.filter(|it| has_text(it) && !is_divided(it)).collect();
        panels.sort_by(|a, b| area(b).total_cmp(&area(a)));
        let drawn = different(panels, corner);
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

    /// Whether a panel with several rows is around one of two boxes and ends before the other, which is in none that is not
    /// around both: a text above or below a table with a frame.
    pub(super) fn end_between(&self, one: &Bounds, other: &Bounds) -> bool {
        let ends = |inner: &Bounds, outer: &Bounds| {
            let [inside, outside] = [inner, outer].map(|it| self.around(it));
            let is_before = |it: &Bounds| {
                outer.bottom <= it.top + self.slack || outer.top >= it.bottom - self.slack
            };
            outside.iter().all(|it| inside.contains(it))
                && inside.iter().any(|&it| {
                    self.has_rows[it] && !outside.contains(&it) && is_before(&self.all[it])
                })
        };
        ends(one, other) || ends(other, one)
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
