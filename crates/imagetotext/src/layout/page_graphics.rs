//! What a picture shows between the lines of a page whose text is level.

use super::border_panels::border_panels;
use super::dividing_rules::divided_by_rule;
use super::panels::Panels;
use super::rules::Rules;
use super::segment::{self, Segment};
use super::slope::Slope;
use crate::document::{Bounds, Quad};
use crate::graphics::{Graphics, Rule};
use crate::rotation::PageRotation;

/// Ruling lines, the panels that they and the edges of the picture enclose, and figures, in pixels.
#[derive(Debug, Default)]
pub(super) struct PageGraphics {
    pub(super) rules: Rules,
    pub(super) panels: Panels,
    pub(super) figures: Vec<Bounds>,
}

impl PageGraphics {
    /// Of a page with these segments and this slope.
    pub(super) fn of(
        graphics: &Graphics,
        rotation: &PageRotation,
        slope: Slope,
        segments: &[Segment],
    ) -> Self {
        let level = |it: &Bounds| {
            let quad =
                rotation.quad_to_upright(Quad::upright(it.left, it.top, it.right, it.bottom));
            Quad(quad.0.map(|point| slope.level(point))).bounds()
        };
        let rules = Rules::of(&graphics.rules, rotation, slope);
        let is_background = |rule: &&Rule| rule.thickness == 0.0;
        let backgrounds: Vec<Rule> = graphics.rules.iter().filter(is_background).copied().collect();
        let backgrounds = Rules::of(&backgrounds, rotation, slope);
        let texts: Vec<Bounds> = segments.iter().map(Segment::bounds).collect();
        let unit = segment::usual_height(segments);
        let picture = level(&rotation.picture());
        let mut at_border = border_panels(&rules, &backgrounds, &picture, &texts, unit);
        at_border.extend(divided_by_rule(&rules, &picture, &texts, unit));
        let panels = Panels::of(&rules, &at_border, &texts, unit);
        Self { rules, panels, figures: graphics.figures.iter().map(level).collect() }
    }
}
