//! What a picture shows between the lines of a page whose text is level.

use super::panels::Panels;
use super::rules::Rules;
use super::segment::{self, Segment};
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
    /// Of a page with these segments, whose text rises by `slope`.
    pub(super) fn of(
        graphics: &Graphics,
        rotation: &PageRotation,
        slope: f32,
        segments: &[Segment],
    ) -> Self {
        let rules = Rules::of(graphics, rotation, slope);
        let texts: Vec<Bounds> = segments.iter().map(Segment::bounds).collect();
        let panels = Panels::of(&rules, &texts, segment::usual_height(segments));
        let level = |it: &Bounds| {
            let quad =
                rotation.quad_to_upright(Quad::upright(it.left, it.top, it.right, it.bottom));
            Quad(quad.0.map(|[x, y]| [x, y - slope * x])).bounds()
        };
        Self { rules, panels, figures: graphics.figures.iter().map(level).collect() }
    }
}
