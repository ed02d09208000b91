//! What a picture shows between the lines of a page whose text is level.

use super::panels::Panels;
use super::rules::Rules;
use crate::document::{Bounds, Quad};
use crate::graphics::Graphics;
use crate::rotation::PageRotation;

/// Ruling lines, the panels that they enclose, and figures, in pixels.
#[derive(Debug)]
pub(super) struct PageGraphics {
    pub(super) rules: Rules,
    pub(super) panels: Panels,
    pub(super) figures: Vec<Bounds>,
}

impl PageGraphics {
    /// Of a page whose text rises by `slope` and is `unit` pixels high.
    pub(super) fn of(graphics: &Graphics, rotation: &PageRotation, slope: f32, unit: f32) -> Self {
        let rules = Rules::of(graphics, rotation, slope);
        let panels = Panels::of(&rules, unit);
        let level = |it: &Bounds| {
            let quad =
                rotation.quad_to_upright(Quad::upright(it.left, it.top, it.right, it.bottom));
            Quad(quad.0.map(|[x, y]| [x, y - slope * x])).bounds()
        };
        Self { rules, panels, figures: graphics.figures.iter().map(level).collect() }
    }
}
