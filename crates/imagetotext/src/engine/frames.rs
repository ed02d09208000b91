//! Removes frames from a line before it is read: the box around a word, the cells of a comb field or of a grid of
//! letters. They would be read as brackets and bars, and hide the digits between them.
//!
//! What makes a frame of it is a rule above or below the text that joins at least two upright lines; an underline
//! joins none.

use std::ops::Range;

use super::ruling_lines::LineImage;

/// Tuned numbers of this stage; on drawn boxes, comb fields and grids.
struct Tuning {
    /// Least difference from the background, of 255.
    min_contrast: u8,
    /// Share of the pixels that frame and letters cover at most; more are a background of their own.
    max_ink: f32,
    /// Length of a rule at least, in line heights.
    min_rule: f32,
    /// How thick lines are at most, in line heights.
    max_thickness: f32,
    /// Share of the height of the crop, at its top and at its bottom, where rules lie.
    edge: f32,
    /// Share of the rows between the rules that an upright line fills.
    min_filled: f32,
    /// Rows between the rules, as a share of the height of the crop, that text needs.
    min_inside: f32,
}

const TUNING: Tuning = Tuning {
    min_contrast: 24,
    max_ink: 0.35,
    min_rule: 2.0,
    max_thickness: 0.2,
    edge: 0.3,
    min_filled: 0.95,
    min_inside: 0.45,
};

/// Paints over the frames in `image`.
pub(super) fn remove_frames(image: &mut LineImage<'_>) {
    let frames = Frames::new(image);
    if let Some(FrameLines { rules, uprights }) = frames.lines() {
        for column in 0..image.width {
            for rule in &rules {
                paint_rule(image, column, rule);
            }
        }
        for columns in uprights {
            image.paint_over(columns.start, columns.end);
        }
    }
}

/// The lines of a frame.
struct FrameLines {
    /// Rows.
    rules: Vec<Range<usize>>,
    /// Columns.
    uprights: Vec<Range<usize>>,
}

/// Where the picture differs from its background.
struct Frames {
    ink: Vec<bool>,
    width: usize,
    height: usize,
    line_height: f32,
}

impl Frames {
    fn new(image: &LineImage<'_>) -> Self {
        let ground = image.usual_level();
        let is_ink = |&level: &u8| level.abs_diff(ground) >= TUNING.min_contrast;
        Self {
            ink: image.pixels.iter().map(is_ink).collect(),
            width: image.width,
            height: image.pixels.len() / image.width.max(1),
            line_height: image.line_height,
        }
    }

    /// The lines of a frame, if there is one.
    fn lines(&self) -> Option<FrameLines> {
        let ink = self.ink.iter().filter(|&&ink| ink).count();
        if ink as f32 > TUNING.max_ink * self.ink.len() as f32 {
            return None;
        }
        let edge = (TUNING.edge * self.height as f32) as usize;
        let top = self.rule(0..edge);
        let bottom = self.rule(self.height - edge..self.height);
        let inside = top.as_ref().map_or(0, |rule| rule.end)
            ..bottom.as_ref().map_or(self.height, |rule| rule.start);
        if (inside.len() as f32) < TUNING.min_inside * self.height as f32 {
            return None;
        }
        let rules: Vec<Range<usize>> = top.into_iter().chain(bottom).collect();
        if rules.is_empty() {
            return None;
        }
        let is_upright = |&column: &usize| {
            let filled = inside.clone().filter(|&row| self.is_ink(row, column)).count();
            filled as f32 >= TUNING.min_filled * inside.len() as f32
                && rules.iter().all(|rule| rule.clone().any(|row| self.is_ink(row, column)))
        };
        let columns: Vec<usize> = (0..self.width).filter(is_upright).collect();
        let groups = columns.chunk_by(|a, b| a + 1 == *b);
        let uprights: Vec<Range<usize>> = groups
            .map(|group| group[0]..group[group.len() - 1] + 1)
            .filter(|group| group.len() as f32 <= TUNING.max_thickness * self.line_height)
            .collect();
        let [first, .., last] = uprights.as_slice() else { return None };
        let joins = |rule: &Range<usize>| {
            let is_joined = |column: usize| rule.clone().any(|row| self.is_ink(row, column));
            (first.start..last.end).all(is_joined)
        };
        rules.iter().all(joins).then_some(FrameLines { rules, uprights })
    }

    fn is_ink(&self, row: usize, column: usize) -> bool {
        self.ink[row * self.width + column]
    }

    /// The rows of a rule among `rows`: neighbouring ones with long runs of ink.
    fn rule(&self, rows: Range<usize>) -> Option<Range<usize>> {
        let is_rule = |&row: &usize| {
            let mut longest = 0;
            let mut run = 0;
            for column in 0..self.width {
                run = if self.is_ink(row, column) { run + 1 } else { 0 };
                longest = longest.max(run);
            }
            longest as f32 >= TUNING.min_rule * self.line_height
        };
        let rows: Vec<usize> = rows.filter(is_rule).collect();
        let (first, last) = (*rows.first()?, *rows.last()?);
        let is_thin = (last + 1 - first) as f32 <= TUNING.max_thickness * self.line_height;
        is_thin.then_some(first..last + 1)
    }
}

/// Paints a column of a rule and its blurred edges in the tones above and below it.
fn paint_rule(image: &mut LineImage<'_>, column: usize, rule: &Range<usize>) {
    let height = image.pixels.len() / image.width;
    let (start, end) = (rule.start.saturating_sub(1), (rule.end + 1).min(height));
    let level = |row: usize| f32::from(image.pixels[row * image.width + column]);
    let (above, below) = (start.checked_sub(1).map(level), (end < height).then(|| level(end)));
    let Some((above, below)) = above.or(below).zip(below.or(above)) else { return };
    let count = (end + 1 - start) as f32;
    for row in start..end {
        let part = (row + 1 - start) as f32 / count;
        let level = above + (below - above) * part;
        image.pixels[row * image.width + column] = level.round() as u8;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIDTH: usize = 120;
    const HEIGHT: usize = 32;

    /// Two letters on a light background.
    fn letters() -> Vec<u8> {
        let mut pixels = vec![240; WIDTH * HEIGHT];
        for row in pixels.chunks_exact_mut(WIDTH).take(24).skip(9) {
            row[20..23].fill(40);
            row[20..28][0] = 40;
            row[70..73].fill(40);
        }
        pixels
    }

    fn draw(pixels: &mut [u8], rows: Range<usize>, columns: Range<usize>) {
        for row in rows {
            pixels[row * WIDTH..][columns.clone()].fill(120);
        }
    }

    fn without_frames(mut pixels: Vec<u8>) -> Vec<u8> {
        let mut image = LineImage { pixels: &mut pixels, width: WIDTH, line_height: 25.0 };
        remove_frames(&mut image);
        pixels
    }

    #[test]
    fn boxes_and_comb_cells_go_and_letters_stay() {
        let mut comb = letters();
        draw(&mut comb, 2..4, 5..110);
        draw(&mut comb, 28..30, 5..110);
        for column in [5, 45, 108] {
            draw(&mut comb, 2..30, column..column + 2);
        }
        assert_eq!(without_frames(comb), letters());
    }

    #[test]
    fn underlines_and_brackets_stay() {
        let mut underlined = letters();
        draw(&mut underlined, 26..28, 5..110);
        assert_eq!(without_frames(underlined.clone()), underlined);
        let mut bracket = letters();
        draw(&mut bracket, 3..29, 10..12);
        draw(&mut bracket, 3..5, 10..18);
        draw(&mut bracket, 27..29, 10..18);
        assert_eq!(without_frames(bracket.clone()), bracket);
    }

    #[test]
    fn pictures_of_any_size_are_left_alone() {
        for (width, height) in [(1, 1), (1, 32), (40, 1), (3, 2)] {
            let mut pixels = vec![7; width * height];
            let mut image = LineImage { pixels: &mut pixels, width, line_height: 25.0 };
            remove_frames(&mut image);
            assert!(pixels.iter().all(|&level| level == 7));
        }
    }
}
