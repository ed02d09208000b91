//! Removes vertical ruling lines of tables, frames and buttons from a line before it is read: they would
//! be read as `|` or `[`.
//!
//! A ruling line looks like a bar and differs from one in its length: it goes on above or below the text.

use std::ops::Range;

/// Tuned numbers of this stage; on the generated tables and forms and on bars in lines of code
/// (`models/training/LOG.md`, 2026-11-26), and checked on the public pictures.
struct Tuning {
    /// Distance in line heights at which the background beside a ruling line shows; they are thinner.
    ground_distance: f32,
    /// How far a ruling line goes on above or below the crop, in line heights; bars and brackets end
    /// within it. Of 1864 bars in 120 faces two are lost with 0.15 and six with 0.1; with 0.4 edges of
    /// buttons remain.
    extension: f32,
    /// Least difference from the background, of 255.
    min_contrast: f32,
    /// Share of that difference by which a ruling line may be fainter than usual in places.
    max_fading: f32,
    /// Share of the rows beside a ruling line where others may cross it.
    max_crossed: f32,
}

const TUNING: Tuning = Tuning {
    ground_distance: 0.16,
    extension: 0.15,
    min_contrast: 16.0,
    max_fading: 0.4,
    max_crossed: 0.34,
};

/// A line of text as it is cut out: brightness 0 to 255, row by row.
#[derive(Debug)]
pub(super) struct LineImage<'a> {
    pub(super) pixels: &'a mut [u8],
    /// Columns.
    pub(super) width: usize,
    /// Height of the line in rows, without its margins.
    pub(super) line_height: f32,
}

/// Paints over the ruling lines in `image`. `brightness` gives that of a column and row, beyond `image`
/// too, as far as the picture goes.
pub(super) fn remove_ruling_lines(
    image: &mut LineImage<'_>,
    brightness: impl Fn(f32, f32) -> Option<f32>,
) {
    let candidates = image.candidates().into_iter();
    let columns: Vec<usize> =
        candidates.filter(|&column| image.is_ruling_line(column, &brightness)).collect();
    for group in columns.chunk_by(|a, b| a + 1 == *b) {
        image.paint_over(group[0], group[group.len() - 1] + 1);
    }
}

impl LineImage<'_> {
    /// The median, which is the background of a line of text.
    pub(super) fn usual_level(&self) -> u8 {
        let mut histogram = [0_usize; 256];
        for &level in &*self.pixels {
            histogram[usize::from(level)] += 1;
        }
        let mut left = self.pixels.len() / 2;
        let median = histogram.iter().position(|&count| {
            let found = left < count;
            left = left.saturating_sub(count);
            found
        });
        median.unwrap_or(255) as u8
    }

    /// Columns that differ from those beside them from top to bottom, which letters hardly ever do.
    fn candidates(&self) -> Vec<usize> {
        let (mut darkest, mut lightest) = (vec![255; self.width], vec![0; self.width]);
        for row in self.pixels.chunks_exact(self.width) {
            for ((darkest, lightest), &level) in darkest.iter_mut().zip(&mut lightest).zip(row) {
                *darkest = level.min(*darkest);
                *lightest = level.max(*lightest);
            }
        }
        let min_difference = TUNING.min_contrast * (1.0 - TUNING.max_fading);
        let differs = |more: u8, less: u8| f32::from(more) - f32::from(less) >= min_difference;
        let stands_out = |&column: &usize| {
            self.beside(column).all(|side| differs(lightest[side], lightest[column]))
                || self.beside(column).all(|side| differs(darkest[column], darkest[side]))
        };
        (0..self.width).filter(stands_out).collect()
    }

    /// The columns that show the background beside `column`; at an end of the line there is only one.
    fn beside(&self, column: usize) -> impl Iterator<Item = usize> + use<> {
        let distance = (TUNING.ground_distance * self.line_height).round().max(1.0) as usize;
        let right = Some(column + distance).filter(|&right| right < self.width);
        column.checked_sub(distance).into_iter().chain(right)
    }

    fn column(&self, column: usize) -> impl Iterator<Item = f32> {
        self.pixels[column..].iter().step_by(self.width).map(|&level| f32::from(level))
    }

    fn is_ruling_line(&self, column: usize, brightness: impl Fn(f32, f32) -> Option<f32>) -> bool {
        let tone = median(self.column(column));
        let contrasts = || self.beside(column).map(|side| median(self.column(side)) - tone);
        let least = contrasts().map(f32::abs).fold(f32::INFINITY, f32::min);
        let is_dark = contrasts().all(|contrast| contrast > 0.0);
        if !(TUNING.min_contrast..=255.0).contains(&least)
            || !is_dark && contrasts().any(|contrast| contrast > 0.0)
        {
            return false;
        }
        // Where ruling lines cross they may be darker.
        let fading = |level: f32| if is_dark { level - tone } else { tone - level };
        let is_ink = |level: f32| fading(level) <= TUNING.max_fading * least;
        let goes_on = |rows: Range<i32>| {
            let is_inked =
                |column, row: i32| brightness(column, row as f32 + 0.5).is_some_and(is_ink);
            // Edges of buttons are round at their ends.
            let inked = |row| [-0.5, 0.5, 1.5].iter().any(|by| is_inked(column as f32 + by, row));
            let crossed =
                |side: usize| rows.clone().filter(|&row| is_inked(side as f32 + 0.5, row)).count();
            let most = TUNING.max_crossed * rows.len() as f32;
            rows.clone().all(inked) && self.beside(column).all(|side| crossed(side) as f32 <= most)
        };
        let height = (self.pixels.len() / self.width) as i32;
        let extension = (TUNING.extension * self.line_height).round() as i32;
        self.column(column).all(is_ink)
            && (goes_on(-extension..0) || goes_on(height..height + extension))
    }

    /// Paints the columns `start` to `end` and their blurred edges in the tones beside them.
    pub(super) fn paint_over(&mut self, start: usize, end: usize) {
        let (start, end) = (start.saturating_sub(1), (end + 1).min(self.width));
        for row in self.pixels.chunks_exact_mut(self.width) {
            let (left, right) = (start.checked_sub(1).map(|left| row[left]), row.get(end).copied());
            let Some((left, right)) = left.or(right).zip(right.or(left)) else { return };
            let [left, right] = [left, right].map(f32::from);
            let count = (end + 1 - start) as f32;
            for (place, level) in row[start..end].iter_mut().enumerate() {
                *level = (left + (right - left) * (place + 1) as f32 / count).round() as u8;
            }
        }
    }
}

fn median(levels: impl Iterator<Item = f32>) -> f32 {
    let mut levels: Vec<f32> = levels.collect();
    let middle = levels.len() / 2;
    *levels.select_nth_unstable_by(middle, f32::total_cmp).1
}

#[cfg(test)]
mod tests {
    use super::*;

    const GROUND: u8 = 240;
    const INK: u8 = 40;
    const RULING_LINE: u8 = 150;

    /// A picture of 60 × 60 pixels in which rows 14 to 46 are the line of text, with a letter on it.
    fn picture() -> Vec<[u8; 60]> {
        let mut picture = vec![[GROUND; 60]; 60];
        for row in &mut picture[20..42] {
            row[30..33].fill(INK);
        }
        picture
    }

    fn draw_ruling_line(picture: &mut [[u8; 60]], column: usize, rows: Range<usize>) {
        for row in &mut picture[rows] {
            row[column..column + 2].fill(RULING_LINE);
        }
    }

    /// The line of `picture` without ruling lines.
    fn without_ruling_lines(picture: &[[u8; 60]]) -> Vec<u8> {
        let mut pixels = picture[14..46].concat();
        let mut image = LineImage { pixels: &mut pixels, width: 60, line_height: 25.0 };
        remove_ruling_lines(&mut image, |column, row| {
            let row = picture.get(usize::try_from((row + 14.0).floor() as i32).ok()?)?;
            row.get(usize::try_from(column.floor() as i32).ok()?).map(|&level| f32::from(level))
        });
        pixels
    }

    #[test]
    fn ruling_lines_go_and_letters_stay() {
        let clean = picture();
        for column in [0, 10, 20, 45, 58] {
            let mut ruled = picture();
            draw_ruling_line(&mut ruled, column, 5..60);
            assert_eq!(without_ruling_lines(&ruled), clean[14..46].concat(), "{column}");
        }
    }

    #[test]
    fn crossed_ruling_lines_are_found() {
        let mut crossed = picture();
        crossed[15].fill(RULING_LINE);
        crossed[47].fill(RULING_LINE);
        let mut ruled = crossed.clone();
        draw_ruling_line(&mut ruled, 10, 10..60);
        ruled[15][10..12].fill(INK);
        assert_eq!(without_ruling_lines(&ruled), crossed[14..46].concat());
    }

    #[test]
    fn light_ruling_lines_on_a_dark_background_are_removed() {
        let inverted = |picture: Vec<[u8; 60]>| {
            picture.into_iter().map(|row| row.map(|level| 255 - level)).collect::<Vec<_>>()
        };
        let mut ruled = picture();
        draw_ruling_line(&mut ruled, 10, 0..50);
        assert_eq!(without_ruling_lines(&inverted(ruled)), inverted(picture())[14..46].concat());
    }

    #[test]
    fn bars_that_end_with_their_line_stay() {
        let mut barred = picture();
        draw_ruling_line(&mut barred, 10, 13..48);
        assert_eq!(without_ruling_lines(&barred), barred[14..46].concat());
    }

    #[test]
    fn the_edge_of_another_background_is_no_ruling_line() {
        let mut halved = picture();
        for row in &mut halved {
            row[40..].fill(INK);
        }
        assert_eq!(without_ruling_lines(&halved), halved[14..46].concat());
    }

    #[test]
    fn a_line_of_one_column_is_left_alone() {
        let mut pixels = [INK; 32];
        remove_ruling_lines(
            &mut LineImage { pixels: &mut pixels, width: 1, line_height: 25.0 },
            |_, _| Some(f32::from(INK)),
        );
        assert_eq!(pixels, [INK; 32]);
    }
}
