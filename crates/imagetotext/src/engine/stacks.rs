//! Columns of lone letters and digits that the detector takes for one line, as high as the column: each becomes a line of its
//! own where the ink has gaps.

use std::ops::Range;

use super::grey_image::GreyImage;
use super::ink_rows::InkRows;
use super::regions::{CORE, Region};
use crate::Quad;

/// Tuned numbers of this stage; on drawn tables of single digits (`models/training/LOG.md`, 2026-11-28).
struct Tuning {
    /// Height of such a line at least, in its lengths.
    height: f32,
    /// Height of a letter at least, in pixels.
    least: f32,
    /// Length of the line at most, in heights of its letters.
    length: f32,
    /// By how much most letters are higher or lower than their median at most: those of a text that runs upwards, which
    /// are seen by their widths, differ by more.
    spread: f32,
    /// Share of the letters that most are.
    most: f32,
    /// Height of a letter in that of its line.
    ink_of_line: f32,
}

const TUNING: Tuning =
    Tuning { height: 1.6, least: 5.0, length: 2.5, spread: 0.2, most: 0.7, ink_of_line: 0.75 };

/// Divides those of the lines that are stacks of letters; others that are higher than long stay as they are.
pub(super) fn divide_stacks(picture: GreyImage<'_>, lines: Vec<Region>) -> Vec<Region> {
    let (stacks, mut lines): (Vec<Region>, Vec<Region>) = lines.into_iter().partition(is_high);
    for stack in stacks {
        match divided(picture, &stack, &lines) {
            Some(letters) => lines.extend(letters),
            None => lines.push(stack),
        }
    }
    lines
}

/// Whether a line is as high as a stack.
fn is_high(line: &Region) -> bool {
    line.length_in_heights() * TUNING.height < 1.0
}

/// The letters of a stack from top to bottom that are in no other of the `lines`; `None` when it is none.
fn divided(picture: GreyImage<'_>, stack: &Region, lines: &[Region]) -> Option<Vec<Region>> {
    let ([left, y], [right, _]) = (stack.quad.start(), stack.quad.end());
    let x = f32::midpoint(left, right);
    let core = CORE * stack.height / 2.0;
    let rows = y - stack.height..y + stack.height;
    let mut letters = InkRows::of(picture, left..right, rows)?.runs();
    // At its ends the detector is less sure than within it.
    let pitch = 2.0 * core
        / letters.iter().filter(|it| it.end > y - core && it.start < y + core).count().max(1)
            as f32;
    letters.retain(|it| {
        let middle = f32::midpoint(it.start, it.end);
        (middle - y).abs() < core + pitch
            && !lines.iter().any(|line| !is_high(line) && line.contains([x, middle]))
    });
    let height = |it: &Range<f32>| it.end - it.start;
    let mut heights: Vec<f32> = letters.iter().map(height).collect();
    heights.sort_by(f32::total_cmp);
    let usual = *heights.get(heights.len() / 2)?;
    let alike = heights.iter().filter(|it| (*it - usual).abs() <= TUNING.spread * usual).count();
    let are_letters = usual >= TUNING.least
        && right - left < TUNING.length * usual
        && alike > 1
        && alike as f32 >= TUNING.most * letters.len() as f32;
    let line = |letter: &Range<f32>| {
        let height = usual / TUNING.ink_of_line;
        let middle = f32::midpoint(letter.start, letter.end);
        let quad = Quad::upright(left, middle - height / 2.0, right, middle + height / 2.0);
        Region::straight(quad, height)
    };
    are_letters.then(|| letters.iter().map(line).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many lines a stack of letters of these heights becomes, ten pixels apart.
    fn count(heights: &[usize]) -> usize {
        let (width, height) = (40, 400);
        let mut pixels = vec![250; width * height];
        let mut top = 40;
        for letter in heights {
            for y in top..top + letter {
                pixels[width * y + 14..width * y + 22].fill(10);
            }
            top += letter + 10;
        }
        let picture = GreyImage { pixels: &pixels, width, height };
        let quad = Quad::upright(12.0, 40.0, 24.0, top as f32);
        divide_stacks(picture, vec![Region::straight(quad, quad.height())]).len()
    }

    #[test]
    fn equally_high_letters_become_lines() {
        assert_eq!(count(&[12, 12, 11, 12, 12]), 5);
        assert_eq!(count(&[12, 12, 2, 12]), 4);
    }

    #[test]
    fn a_single_letter_and_a_text_that_runs_upwards_stay() {
        assert_eq!(count(&[60]), 1);
        assert_eq!(count(&[3, 9, 5, 14, 8, 6]), 1);
    }
}
