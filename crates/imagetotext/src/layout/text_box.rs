//! A line as the layout sees it: a box on a page whose text is level.

use super::tuning::TUNING;
use crate::document::{Line, Quad};

/// What the words of a line say about its place in a table or form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    /// More digits than letters: a price, a count, a date.
    Amount,
    /// It ends with a colon, and its value is beside it.
    Label,
    /// Anything else.
    Text,
}

impl Content {
    fn of(text: &str) -> Self {
        let count = |is: fn(char) -> bool| text.chars().filter(|&c| is(c)).count();
        if count(char::is_numeric) > count(char::is_alphabetic) {
            Self::Amount
        } else if text.ends_with(':') {
            Self::Label
        } else {
            Self::Text
        }
    }
}

/// Where a line is, in pixels, after the slant of the page is taken out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct TextBox {
    /// Position of the line in the input.
    pub(super) line: usize,
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) top: f32,
    pub(super) bottom: f32,
    /// Height of the text; of upright text much less than `bottom - top`.
    pub(super) height: f32,
    pub(super) content: Content,
    /// Whether it begins with a small letter, as most lines within paragraphs do.
    pub(super) starts_lowercase: bool,
}

/// Larger than any picture that we decode; keeps sums and products of coordinates finite.
const FAR: f32 = 1.0e6;

impl TextBox {
    /// The boxes of the lines of a page, which are at `quads`.
    pub(super) fn of(lines: &[Line], quads: &[Quad]) -> Vec<Self> {
        let slope = page_slope(quads);
        let places = lines.iter().zip(quads).enumerate();
        places.map(|(line, (read, quad))| Self::new(line, read, quad, slope)).collect()
    }

    fn new(line: usize, read: &Line, quad: &Quad, page_slope: f32) -> Self {
        let corners = quad.0.map(|[x, y]| {
            let (x, y) = (finite(x), finite(y));
            // A shear moves rows to one level and leaves columns where they are.
            [x, y - page_slope * x]
        });
        let bounds = Quad(corners).bounds();
        let height = finite(quad.height()).max(1.0);
        let (mut top, mut bottom) = (bounds.top, bounds.bottom);
        if slope(&Quad(corners)).is_some_and(|own| own.abs() < TUNING.boxes.max_slope) {
            let middle = corners.iter().map(|[_, y]| y).sum::<f32>() / 4.0;
            (top, bottom) = (middle - height / 2.0, middle + height / 2.0);
        }
        let text = read.text();
        Self {
            line,
            left: bounds.left,
            right: bounds.right,
            top,
            bottom,
            height,
            content: Content::of(&text),
            starts_lowercase: text.starts_with(char::is_lowercase),
        }
    }

    /// Half way between top and bottom.
    pub(super) fn middle(&self) -> f32 {
        f32::midpoint(self.top, self.bottom)
    }
}

/// The height of most boxes.
pub(super) fn median_height(boxes: &[TextBox]) -> f32 {
    median(boxes.iter().map(|text_box| text_box.height).collect()).unwrap_or(1.0)
}

/// The value in the middle, of an even number the upper one.
pub(super) fn median(mut values: Vec<f32>) -> Option<f32> {
    let middle = values.len() / 2;
    (!values.is_empty()).then(|| *values.select_nth_unstable_by(middle, f32::total_cmp).1)
}

/// Slope that the long lines agree on.
fn page_slope(quads: &[Quad]) -> f32 {
    let long = quads.iter().filter(|quad| {
        let bounds = quad.bounds();
        // The corners of short lines are too rough to measure the slope.
        bounds.right - bounds.left > TUNING.boxes.min_length_for_slope * quad.height()
    });
    let slopes = long.filter_map(slope).filter(|slope| slope.abs() < TUNING.boxes.max_slope);
    median(slopes.collect()).unwrap_or(0.0)
}

/// Rise per pixel of the middle line; none when it runs straight up or nowhere.
fn slope(quad: &Quad) -> Option<f32> {
    let [tl, tr, br, bl] = quad.0;
    let dx = tr[0] + br[0] - tl[0] - bl[0];
    let dy = tr[1] + br[1] - tl[1] - bl[1];
    (dx > 0.0 && dy.is_finite()).then(|| dy / dx)
}

fn finite(value: f32) -> f32 {
    if value.is_finite() { value.clamp(-FAR, FAR) } else { 0.0 }
}
