//! What a picture shows between its lines of text: ruling lines, edges of backgrounds, and figures.
//!
//! Along each axis the picture is summed into [`strips`], which are searched for long [`edges`]; two edges
//! that face each other are a ruling line ([`rules`]), and one alone is where two backgrounds meet. Wider
//! strips show what is [`dashes`]d. What belongs to letters goes ([`text_ink`]), and so does what is inside
//! of [`figures`].

mod dashes;
mod edges;
mod figures;
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
        let mut found = Vec::new();
        for axis in [Axis::Horizontal, Axis::Vertical] {
            let strips = Strips::new(picture, axis, width);
            let noise = strips.noise();
            detail.add(&strips, noise);
            let solid = rules::find(&strips, noise, text_height);
            let dashed = dashes::find(picture, &strips, noise, &text, &solid);
            found.push([solid, dashed].concat());
        }
        let figures = detail.figures(&text);
        // Strokes of letters one below the other make edges and short lines.
        let is_short =
            |rule: &Rule| rule.thickness == 0.0 || rule.length() < MAX_LENGTH_IN_TEXT * text_height;
        let is_text =
            |rule: &Rule| text.contains(rule) || is_short(rule) && text.share(rule) > MAX_IN_TEXT;
        let is_drawn = |rule: &Rule| {
            !is_text(rule) && !figures.iter().any(|figure| figures::holds(figure, rule))
        };
        let [mut level, mut upright] =
            [0, 1].map(|axis| found[axis].iter().copied().filter(is_drawn).collect::<Vec<_>>());
        drop_stubs(&mut level, &mut upright, text_height);
        let mut rules = [level, upright].concat();
        if rules.len() > Self::MAX_RULES {
            rules.sort_by(|a, b| b.length().total_cmp(&a.length()));
            rules.truncate(Self::MAX_RULES);
        }
        Self { rules, figures }
    }
}

impl Rule {
    /// From end to end.
    pub(crate) fn length(&self) -> f32 {
        (self.to[0] - self.from[0]).hypot(self.to[1] - self.from[1])
    }

    /// Whether a point is at most so many pixels away from it.
    fn passes(&self, [x, y]: [f32; 2], reach: f32) -> bool {
        let ([left, right], [top, bottom]) = (
            [self.from[0].min(self.to[0]), self.from[0].max(self.to[0])],
            [self.from[1].min(self.to[1]), self.from[1].max(self.to[1])],
        );
        (left - reach..=right + reach).contains(&x) && (top - reach..=bottom + reach).contains(&y)
    }

    /// Whether it is nearer to horizontal than to vertical.
    pub(crate) fn is_horizontal(&self) -> bool {
        (self.to[0] - self.from[0]).abs() >= (self.to[1] - self.from[1]).abs()
    }
}

/// Drops short lines that end at no other: a box has sides that are as short, but strokes of letters are not
/// joined to lines at both ends.
fn drop_stubs(level: &mut Vec<Rule>, upright: &mut Vec<Rule>, text_height: f32) {
    let min_length = MIN_LENGTH * text_height;
    let reach = END_REACH * text_height;
    // The sides of a small box are all short: each is measured with those across it.
    let is_joined = |rule: &Rule, others: &[Rule]| {
        rule.length() >= min_length
            || [rule.from, rule.to].iter().all(|&end| others.iter().any(|it| it.passes(end, reach)))
    };
    let level_before = level.clone();
    level.retain(|rule| is_joined(rule, upright));
    upright.retain(|rule| is_joined(rule, &level_before));
}

/// Largest share of a short line, and of the edge of a background, that lies on text.
const MAX_IN_TEXT: f32 = 0.4;

/// A line that is longer than this in heights of the usual text is none of letters, even if the outlines of
/// text lie over it: they reach too far now and then.
const MAX_LENGTH_IN_TEXT: f32 = 8.0;

/// Shortest line that is one by itself, in heights of the usual text.
const MIN_LENGTH: f32 = 3.0;

/// How far the end of a short line may be from the one it ends at: corners of boxes are round. In heights of
/// the usual text.
const END_REACH: f32 = 0.6;

fn median_height(text: &[Quad]) -> Option<f32> {
    let heights =
        text.iter().map(Quad::height).filter(|height| height.is_finite() && *height > 0.0);
    let mut heights: Vec<f32> = heights.collect();
    let middle = heights.len() / 2;
    (!heights.is_empty()).then(|| *heights.select_nth_unstable_by(middle, f32::total_cmp).1)
}
