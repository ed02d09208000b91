//! Which lines are part of the text: strokes of its letters, what underlines or strikes it out, a background
//! that follows its outline.

use super::Rule;
use crate::document::{Bounds, Quad};

/// Tuned numbers of this stage, in heights of the line of text.
struct Tuning {
    /// How far letters and what belongs to them reach beyond the ends of the line.
    beyond_ends: f32,
    /// The same above it.
    above: f32,
    /// The same below it, where links are underlined.
    below: f32,
}

const TUNING: Tuning = Tuning { beyond_ends: 0.35, above: 0.1, below: 0.2 };

/// The lines of text of a page, sorted for questions about places.
#[derive(Debug)]
pub(super) struct TextInk {
    /// Usual height of the text in pixels.
    pub(super) height: f32,
    lines: Vec<(Quad, Bounds)>,
}

impl TextInk {
    pub(super) fn new(lines: &[Quad], height: f32) -> Self {
        let is_finite = |quad: &&Quad| quad.0.iter().flatten().all(|value| value.is_finite());
        let lines = lines.iter().filter(is_finite).map(|&quad| (quad, grown(&quad))).collect();
        Self { height, lines }
    }

    /// Whether a rule belongs to one line of text.
    pub(super) fn contains(&self, rule: &Rule) -> bool {
        self.lines.iter().any(|(quad, bounds)| {
            [rule.from, rule.to].iter().all(|&end| is_inside(end, bounds) && belongs(end, quad))
        })
    }

    /// Share of a rule that lies on text.
    pub(super) fn share(&self, rule: &Rule) -> f32 {
        const STEP: f32 = 6.0;
        let steps = (rule.length() / STEP).ceil().max(1.0) as usize;
        let is_text = |&step: &usize| {
            let share = (step as f32 + 0.5) / steps as f32;
            let point = [0, 1].map(|i| rule.from[i] + (rule.to[i] - rule.from[i]) * share);
            let is_on =
                |(quad, bounds): &(Quad, Bounds)| is_inside(point, bounds) && belongs(point, quad);
            self.lines.iter().any(is_on)
        };
        (0..steps).filter(is_text).count() as f32 / steps as f32
    }

    /// Whether a rule leads from one line of text to the next one in its row, as the dots of a table of
    /// contents do.
    pub(super) fn is_between(&self, rule: &Rule) -> bool {
        let ends_near = |end: [f32; 2], is_begin: bool| {
            self.lines.iter().any(|(quad, _)| {
                let height = quad.height();
                let corner = if is_begin { quad.end() } else { quad.start() };
                let [along, across] = quad.seen(corner, end);
                let along = if is_begin { along } else { -along };
                (-height..=2.0 * height).contains(&along) && across.abs() <= 0.6 * height
            })
        };
        rule.is_horizontal() && ends_near(rule.from, true) && ends_near(rule.to, false)
    }

    /// The outlines of the lines.
    pub(super) fn quads(&self) -> impl Iterator<Item = &Quad> {
        self.lines.iter().map(|(quad, _)| quad)
    }
}

/// Upright rectangle around all that may belong to a line.
fn grown(quad: &Quad) -> Bounds {
    let by = TUNING.beyond_ends * quad.height();
    let Bounds { left, top, right, bottom } = quad.bounds();
    Bounds { left: left - by, top: top - by, right: right + by, bottom: bottom + by }
}

fn is_inside([x, y]: [f32; 2], bounds: &Bounds) -> bool {
    (bounds.left..=bounds.right).contains(&x) && (bounds.top..=bounds.bottom).contains(&y)
}

fn belongs(point: [f32; 2], quad: &Quad) -> bool {
    let height = quad.height();
    let [along, across] = quad.seen(quad.start(), point);
    let [length, _] = quad.seen(quad.start(), quad.end());
    let ends = TUNING.beyond_ends * height;
    (-ends..=length + ends).contains(&along)
        && (-(0.5 + TUNING.above) * height..=(0.5 + TUNING.below) * height).contains(&across)
}
