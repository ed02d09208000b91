//! Upright rules of tables, frames and buttons, taken out of a line before it is read: they would become
//! `|` or `[`.
//!
//! A rule looks like a bar and is told from one by its length: it goes on above or below the line.

use std::ops::Range;

/// Distance in line heights at which the ground beside a rule shows; rules are thinner.
const BESIDE: f32 = 0.16;
/// How far a rule goes on above or below the crop, in line heights; bars and brackets end within it. Of
/// 1864 bars in 120 faces two are lost with 0.15 and six with 0.1; with 0.4 edges of buttons remain.
const FURTHER: f32 = 0.15;
/// Least difference from the ground, of 255.
const LEAST: f32 = 16.0;
/// Share of that difference by which a rule may be fainter than usual in places.
const UNEVEN: f32 = 0.4;
/// Share of the rows beside a rule where others may cross it.
const CROSSED: f32 = 0.34;

/// Brightness of a line of text as it is cut out, row by row.
#[derive(Debug)]
pub(super) struct Levels<'a> {
    pub(super) pixels: &'a mut [u8],
    /// Columns.
    pub(super) width: usize,
    /// Rows that the line has without its margins.
    pub(super) line: f32,
}

/// Paints over the rules in `levels`. `at` tells the brightness at a column and a row, beyond `levels` too,
/// as far as the picture goes.
pub(super) fn erase(levels: &mut Levels<'_>, at: impl Fn(f32, f32) -> Option<f32>) {
    let rules: Vec<usize> =
        levels.candidates().into_iter().filter(|&column| levels.is_rule(column, &at)).collect();
    for rule in rules.chunk_by(|a, b| a + 1 == *b) {
        levels.paint(rule[0], rule[rule.len() - 1] + 1);
    }
}

impl Levels<'_> {
    /// Columns that differ from those beside them from top to bottom, which letters hardly ever do.
    fn candidates(&self) -> Vec<usize> {
        let (mut least, mut most) = (vec![255; self.width], vec![0; self.width]);
        for row in self.pixels.chunks_exact(self.width) {
            for ((least, most), &level) in least.iter_mut().zip(&mut most).zip(row) {
                *least = level.min(*least);
                *most = level.max(*most);
            }
        }
        let differs =
            |more: u8, less: u8| f32::from(more) - f32::from(less) >= LEAST * (1.0 - UNEVEN);
        let stands_out = |&column: &usize| {
            self.beside(column).all(|side| differs(most[side], most[column]))
                || self.beside(column).all(|side| differs(least[column], least[side]))
        };
        (0..self.width).filter(stands_out).collect()
    }

    /// The columns that show the ground beside `column`; at an end of the line there is only one.
    fn beside(&self, column: usize) -> impl Iterator<Item = usize> + use<> {
        let distance = (BESIDE * self.line).round().max(1.0) as usize;
        let right = Some(column + distance).filter(|&right| right < self.width);
        column.checked_sub(distance).into_iter().chain(right)
    }

    fn column(&self, column: usize) -> impl Iterator<Item = f32> {
        self.pixels[column..].iter().step_by(self.width).map(|&level| f32::from(level))
    }

    fn is_rule(&self, column: usize, at: impl Fn(f32, f32) -> Option<f32>) -> bool {
        let tone = median(self.column(column));
        let contrasts = || self.beside(column).map(|side| median(self.column(side)) - tone);
        let least = contrasts().map(f32::abs).fold(f32::INFINITY, f32::min);
        let is_dark = contrasts().all(|contrast| contrast > 0.0);
        if !(LEAST..=255.0).contains(&least) || !is_dark && contrasts().any(|it| it > 0.0) {
            return false;
        }
        // Where rules cross they may be darker.
        let fainter = |level: f32| if is_dark { level - tone } else { tone - level };
        let is_ink = |level: f32| fainter(level) <= UNEVEN * least;
        let goes_on = |rows: Range<i32>| {
            let is_inked = |column, row: i32| at(column, row as f32 + 0.5).is_some_and(is_ink);
            // Edges of buttons are round at their ends.
            let inked = |row| [-0.5, 0.5, 1.5].iter().any(|by| is_inked(column as f32 + by, row));
            let crossed =
                |side: usize| rows.clone().filter(|&row| is_inked(side as f32 + 0.5, row)).count();
            let few = CROSSED * rows.len() as f32;
            rows.clone().all(inked) && self.beside(column).all(|side| crossed(side) as f32 <= few)
        };
        let height = (self.pixels.len() / self.width) as i32;
        let further = (FURTHER * self.line).round() as i32;
        self.column(column).all(is_ink)
            && (goes_on(-further..0) || goes_on(height..height + further))
    }

    /// Paints the columns `start` to `end` and their blurred edges in the tones beside them.
    fn paint(&mut self, start: usize, end: usize) {
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
    const RULE: u8 = 150;

    /// A picture of 60 × 60 pixels in which rows 14 to 46 are the line of text, with a letter on it.
    fn picture() -> Vec<[u8; 60]> {
        let mut picture = vec![[GROUND; 60]; 60];
        for row in &mut picture[20..42] {
            row[30..33].fill(INK);
        }
        picture
    }

    fn rule(picture: &mut [[u8; 60]], column: usize, rows: Range<usize>) {
        for row in &mut picture[rows] {
            row[column..column + 2].fill(RULE);
        }
    }

    /// The line of `picture` without rules.
    fn erased(picture: &[[u8; 60]]) -> Vec<u8> {
        let mut pixels = picture[14..46].concat();
        let mut levels = Levels { pixels: &mut pixels, width: 60, line: 25.0 };
        erase(&mut levels, |column, row| {
            let row = picture.get(usize::try_from((row + 14.0).floor() as i32).ok()?)?;
            row.get(usize::try_from(column.floor() as i32).ok()?).map(|&level| f32::from(level))
        });
        pixels
    }

    #[test]
    fn rules_go_and_letters_stay() {
        let clean = picture();
        for column in [0, 10, 20, 45, 58] {
            let mut ruled = picture();
            rule(&mut ruled, column, 5..60);
            assert_eq!(erased(&ruled), clean[14..46].concat(), "{column}");
        }
    }

    #[test]
    fn rules_are_found_where_others_cross_them() {
        let mut crossed = picture();
        crossed[15].fill(RULE);
        crossed[47].fill(RULE);
        let mut ruled = crossed.clone();
        rule(&mut ruled, 10, 10..60);
        ruled[15][10..12].fill(INK);
        assert_eq!(erased(&ruled), crossed[14..46].concat());
    }

    #[test]
    fn light_rules_on_dark_ground_go_too() {
        let inverted = |picture: Vec<[u8; 60]>| {
            picture.into_iter().map(|row| row.map(|level| 255 - level)).collect::<Vec<_>>()
        };
        let mut ruled = picture();
        rule(&mut ruled, 10, 0..50);
        assert_eq!(erased(&inverted(ruled)), inverted(picture())[14..46].concat());
    }

    #[test]
    fn bars_that_end_with_their_line_stay() {
        let mut barred = picture();
        rule(&mut barred, 10, 13..48);
        assert_eq!(erased(&barred), barred[14..46].concat());
    }

    #[test]
    fn the_edge_of_another_ground_is_no_rule() {
        let mut halved = picture();
        for row in &mut halved {
            row[40..].fill(INK);
        }
        assert_eq!(erased(&halved), halved[14..46].concat());
    }

    #[test]
    fn a_line_of_one_column_is_left_alone() {
        let mut pixels = [INK; 32];
        erase(&mut Levels { pixels: &mut pixels, width: 1, line: 25.0 }, |_, _| {
            Some(f32::from(INK))
        });
        assert_eq!(pixels, [INK; 32]);
    }
}
