//! The pieces of lines that the layout arranges, on a page whose text is level.
//!
//! The engine may take two columns with a narrow gutter, or the cells of a table, for one line. So lines
//! are divided at every gap that could be one; what belongs together is joined again by its evidence.

use std::ops::Range;

use super::slope::{STEEPEST, Slope, slope};
use super::wording::Wording;
use crate::document::{Bounds, Line, Quad, Word};
use crate::engine::{LanguageModel, is_full_width};
use crate::fixed_pitch::FixedPitch;
use crate::rotation::PageRotation;

/// Some or all words of a line. Lengths are in pixels, after the slant of the page is taken out.
#[derive(Debug, Clone)]
pub(super) struct Segment {
    /// Position of the line in the input.
    pub(super) line: usize,
    /// Its words.
    pub(super) words: Range<usize>,
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) top: f32,
    pub(super) bottom: f32,
    /// Height of the text; of upright text much less than `bottom - top`.
    pub(super) height: f32,
    /// Widest gap between two words that it still has, in text heights.
    pub(super) widest_gap: f32,
    /// Width of a character in pixels, on a page whose characters are all equally wide.
    pub(super) pitch: Option<f32>,
    pub(super) wording: Wording,
}

/// Narrowest gap, in text heights, that may divide a line: more than a blank (a third), less than the
/// narrowest gutters and the blanks of badly justified lines (0.6 to 1).
const NARROWEST_GAP: f32 = 0.55;

/// The same beside a character of full width, of which half may be empty, as of `。` and `（`. Gutters of one such character
/// are usual (`models/training/LOG.md`, 2026-11-27).
const NARROWEST_FULL_WIDTH_GAP: f32 = 0.8;

/// Larger than any picture that we decode; keeps sums and products of coordinates finite.
const FAR: f32 = 1.0e6;

impl Segment {
    /// The segments of the lines of a page with this slope.
    pub(super) fn of(
        lines: &[Line],
        rotation: &PageRotation,
        slope: Slope,
        ngram: Option<&LanguageModel>,
    ) -> Vec<Self> {
        let upright = |quad: Quad| rotation.quad_to_upright(quad);
        // Typewriters, tills and terminals have blanks as wide as gutters, which can be counted.
        let pitch = FixedPitch::of(lines.iter());
        let is_one_blank = |line: &Line, index: usize| {
            let [before, after] = [index - 1, index].map(|at| &line.words[at]);
            pitch.is_some_and(|pitch| pitch.blanks(before, after) <= 2)
        };
        let mut segments = Vec::with_capacity(lines.len());
        for (index, line) in lines.iter().enumerate() {
            let quad = upright(line.quad);
            let words: Vec<Quad> = line.words.iter().map(|word| upright(word.quad)).collect();
            let narrowest = |index| {
                if is_one_blank(line, index) {
                    f32::INFINITY
                } else {
                    narrowest_gap(&line.words, index)
                }
            };
            for words in divide(&words, finite(quad.height()).max(1.0), narrowest) {
                let is_whole = words.range.len() == line.words.len();
                let quad = if is_whole { quad } else { words.quad };
                let pitch = pitch.map(|it| it.advance);
                segments
                    .push(Self { pitch, ..Self::new(index, line, &words, &quad, slope, ngram) });
            }
        }
        segments
    }

    fn new(
        line: usize,
        read: &Line,
        part: &Part,
        quad: &Quad,
        page_slope: Slope,
        ngram: Option<&LanguageModel>,
    ) -> Self {
        let corners = quad.0.map(|[x, y]| page_slope.level([finite(x), finite(y)]));
        let bounds = Quad(corners).bounds();
        let height = finite(quad.height()).max(1.0);
        let (mut top, mut bottom) = (bounds.top, bounds.bottom);
        if slope(&Quad(corners)).is_some_and(|own| own.abs() < STEEPEST) {
            let middle = corners.iter().map(|[_, y]| y).sum::<f32>() / 4.0;
            (top, bottom) = (middle - height / 2.0, middle + height / 2.0);
        }
        let words: &[Word] = &read.words[part.range.clone()];
        Self {
            line,
            words: part.range.clone(),
            left: bounds.left,
            right: bounds.right,
            top,
            bottom,
            height,
            widest_gap: part.widest_gap,
            pitch: None,
            wording: Wording::of(words, ngram),
        }
    }

    /// Half way between top and bottom.
    pub(super) fn middle(&self) -> f32 {
        f32::midpoint(self.top, self.bottom)
    }

    pub(super) fn width(&self) -> f32 {
        self.right - self.left
    }

    pub(super) fn bounds(&self) -> Bounds {
        Bounds { left: self.left, top: self.top, right: self.right, bottom: self.bottom }
    }
}

/// Words of a line without a gap that may divide it.
struct Part {
    range: Range<usize>,
    quad: Quad,
    /// Within it, in text heights.
    widest_gap: f32,
}

/// Narrowest gap before the word at `index` that may divide the line, in text heights.
fn narrowest_gap(words: &[Word], index: usize) -> f32 {
    let before = words[index - 1].text.chars().next_back();
    let after = words[index].text.chars().next();
    if [before, after].into_iter().flatten().any(is_full_width) {
        NARROWEST_FULL_WIDTH_GAP
    } else {
        NARROWEST_GAP
    }
}

/// `narrowest` gives the gap before a word, except the first, that divides.
fn divide(words: &[Quad], height: f32, narrowest: impl Fn(usize) -> f32) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for (index, word) in words.iter().enumerate() {
        let gap = |part: &Part| finite(part.quad.seen(part.quad.end(), word.start())[0]) / height;
        match parts.last_mut() {
            Some(part) if gap(part) < narrowest(index) => {
                part.widest_gap = part.widest_gap.max(gap(part));
                part.quad.0[1..=2].copy_from_slice(&word.0[1..=2]);
                part.range.end = index + 1;
            }
            _ => parts.push(Part { range: index..index + 1, quad: *word, widest_gap: 0.0 }),
        }
    }
    if parts.is_empty() {
        parts.push(Part { range: 0..0, quad: Quad([[0.0; 2]; 4]), widest_gap: 0.0 });
    }
    parts
}

/// Median height of text, in pixels; 1 on a page without any.
pub(super) fn usual_height(segments: &[Segment]) -> f32 {
    median(segments.iter().map(|it| it.height).collect()).unwrap_or(1.0)
}

/// The value in the middle, of an even number the upper one.
pub(super) fn median(mut values: Vec<f32>) -> Option<f32> {
    let middle = values.len() / 2;
    (!values.is_empty()).then(|| *values.select_nth_unstable_by(middle, f32::total_cmp).1)
}

/// A coordinate that sums and products can be made of.
pub(super) fn finite(value: f32) -> f32 {
    if value.is_finite() { value.clamp(-FAR, FAR) } else { 0.0 }
}
