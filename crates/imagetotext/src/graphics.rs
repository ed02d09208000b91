//! What a picture shows between its lines of text: ruling lines, edges of backgrounds, and figures.
//!
//! Along each axis the picture is summed into [`strips`], which are searched for long [`edges`]; two edges
//! that face each other are a ruling line ([`rules`]), and one alone is where two backgrounds meet. Wider
//! strips show what is [`dashes`]d. What belongs to letters goes ([`text_ink`], [`junctions`]), and so does
//! what is inside of [`figures`] or is [`hatching`].

mod dashes;
mod edges;
mod figures;
mod hatching;
mod junctions;
mod rules;
mod strips;
#[cfg(test)]
mod tests;
mod text_ink;

use crate::document::{Bounds, Quad};
use crate::engine::GreyImage;
use strips::{Axis, Strips};
use text_ink::TextInk;

/// Ruling lines and figures, in pixels of the picture as it was given.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Graphics {
    /// Horizontal and vertical lines, at most [`Graphics::MAX_RULES`], in no particular order.
    pub(crate) rules: Vec<Rule>,
    /// Photographs, drawings and whatever else has much detail that is no text; at most
    /// [`Graphics::MAX_FIGURES`], from the largest to the smallest.
    pub(crate) figures: Vec<Bounds>,
}

/// A straight line, at most about 5° from horizontal or vertical.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Rule {
    /// Its left end, or its upper end if it is vertical: the middle of its thickness.
    pub(crate) from: [f32; 2],
    /// Its other end.
    pub(crate) to: [f32; 2],
    /// How thick the line is; 0 where two backgrounds meet without one.
    pub(crate) thickness: f32,
}

/// Height of text in pixels where no line of text tells.
const USUAL_TEXT_HEIGHT: f32 = 16.0;

/// Pictures of more pixels are searched in strips twice as wide.
const LARGE: usize = 4_000_000;

impl Graphics {
    /// So many ruling lines are kept, the longest.
    pub(crate) const MAX_RULES: usize = 4000;
    /// So many figures are kept, the largest.
    pub(crate) const MAX_FIGURES: usize = 200;

    /// Finds what `picture` shows besides `text`, the outlines of its lines of text.
    pub(crate) fn find(picture: GreyImage<'_>, text: &[Quad]) -> Self {
        let text_height = median_height(text).unwrap_or(USUAL_TEXT_HEIGHT);
        let text = TextInk::new(text, text_height);
        let width = if picture.pixels.len() > LARGE { 8 } else { 4 };
        let mut detail = figures::DetailMap::new(picture);
        let found = [Axis::Horizontal, Axis::Vertical].map(|axis| {
            let strips = Strips::new(picture, axis, width);
            let noise = strips.noise();
            detail.add(&strips, noise);
            let solid = rules::find(&strips, noise, text_height);
            let dashed = dashes::find(picture, &strips, noise, &text, &solid);
            [solid, dashed].concat()
        });
        let figures = detail.figures(&text);
        let candidates = found.map(|rules| {
            let is_outside = |rule: &Rule| !figures.iter().any(|it| figures::holds(it, rule));
            longest(rules.into_iter().filter(is_outside).collect(), Self::MAX_RULES)
        });
        let rules = junctions::drawn(&candidates, &text, [picture.width, picture.height]);
        Self { rules: longest(rules, Self::MAX_RULES), figures }
    }
}

impl Rule {
    /// From end to end.
    pub(crate) fn length(&self) -> f32 {
        (self.to[0] - self.from[0]).hypot(self.to[1] - self.from[1])
    }

    /// Whether it is nearer to horizontal than to vertical.
    pub(crate) fn is_horizontal(&self) -> bool {
        (self.to[0] - self.from[0]).abs() >= (self.to[1] - self.from[1]).abs()
    }
}

/// The longest rules, so many at most.
fn longest(mut rules: Vec<Rule>, count: usize) -> Vec<Rule> {
    if rules.len() > count {
        rules.sort_by(|a, b| b.length().total_cmp(&a.length()));
        rules.truncate(count);
    }
    rules
}

fn median_height(text: &[Quad]) -> Option<f32> {
    let heights =
        text.iter().map(Quad::height).filter(|height| height.is_finite() && *height > 0.0);
    let mut heights: Vec<f32> = heights.collect();
    let middle = heights.len() / 2;
    (!heights.is_empty()).then(|| *heights.select_nth_unstable_by(middle, f32::total_cmp).1)
}
