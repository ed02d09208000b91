//! Drop capitals: the large first letter of a text, over several lines. The detector takes a part of it for the begin of
//! the line beside it; here the letter becomes a line of its own, and the lines beside it begin after it.

use super::crop::MARGIN_BESIDE;
use super::grey_image::GreyImage;
use super::regions::{FoundRegions, Region};
use crate::Quad;

/// Tuned numbers of this stage, lengths in heights of the line beside the letter. They follow from the shape of letters.
struct Tuning {
    /// How much darker or lighter than the background ink is, 0 to 255.
    contrast: i32,
    /// Height of the letter.
    height: [f32; 2],
    /// Its width, in heights of itself.
    width: [f32; 2],
    /// How far its top may be above and below that of the line.
    top: [f32; 2],
    /// Share of its box that has ink: less is a frame, more a picture.
    ink: [f32; 2],
    /// Share of the ink in its box that is another's at most.
    others: f32,
    /// How far from it the lines beside it begin: from within it to the right of it.
    beside: [f32; 2],
}

const TUNING: Tuning = Tuning {
    contrast: 64,
    height: [1.7, 6.0],
    width: [0.2, 1.5],
    top: [1.0, 0.6],
    ink: [0.12, 0.7],
    others: 0.03,
    beside: [-1.0, 1.5],
};

/// The box of a large letter: left, top, right and bottom, in pixels.
type Letter = [usize; 4];

/// Makes the drop capitals at the begin of lines lines of their own.
pub(super) fn divide_drop_caps(picture: GreyImage<'_>, found: &mut FoundRegions) {
    let lines = &found.lines;
    let mut letters: Vec<Letter> =
        lines.iter().filter_map(|line| letter_before(picture, line)).collect();
    letters.retain(|letter| has_two_lines_beside(letter, lines));
    letters.sort_unstable();
    letters.dedup();
    for letter in letters {
        let [left, top, right, bottom] = letter.map(|it| it as f32);
        for regions in [&mut found.lines, &mut found.alternatives] {
            let beside = |region: &&mut Region| is_beside(region, &letter);
            // The crop of a line has a margin, in which the letter must not show.
            regions
                .iter_mut()
                .filter(beside)
                .for_each(|region| region.begin_at(right + MARGIN_BESIDE * region.height));
            let letter = Quad::upright(left, top, right, bottom);
            regions.retain(|region| !letter.contains(region.middle()));
        }
        // A line reaches above and below its capitals. Its crop has a margin, in which no other text must show.
        let height = bottom - top;
        let [top, bottom] = [top - 0.1 * height, bottom + 0.3 * height];
        let margin = MARGIN_BESIDE * (bottom - top) - 0.05 * height;
        let right = (right - margin).max(left + 0.1 * height);
        let quad = Quad::upright(left, top, right, bottom);
        found.lines.push(Region::straight(quad, bottom - top));
    }
}

/// A letter at the begin of `line` that is so much larger that it reaches down to the next line.
fn letter_before(picture: GreyImage<'_>, line: &Region) -> Option<Letter> {
    let ([left, middle], height) = (line.quad.start(), line.height);
    if line.angle().abs() > 0.02 || height < 6.0 || line.length_in_heights() < 4.0 {
        return None;
    }
    let column = |x: f32| (x.max(0.0) as usize).min(picture.width);
    let row = |y: f32| (y.max(0.0) as usize).min(picture.height);
    let [least, most] = TUNING.height.map(|it| it * height);
    let line_top = middle - height / 2.0;
    // The letter, and what it must not touch.
    let window = [
        column(left - most),
        row(line_top - TUNING.top[0] * height - 2.0),
        column(left + most),
        row(line_top + most),
    ];
    let ink = Ink::of(picture, window);
    let seeds = column(left - 0.5 * height)..column(left + 1.5 * height);
    let letter = ink.tallest(seeds, row(middle))?;
    let [width, height_of_it] = [letter[2] - letter[0], letter[3] - letter[1]].map(|it| it as f32);
    let [narrowest, widest] = TUNING.width.map(|it| it * height_of_it);
    let above = line_top - letter[1] as f32;
    let is_letter = (least..most).contains(&height_of_it)
        && (narrowest..widest).contains(&width)
        && above < TUNING.top[0] * height
        && above > -TUNING.top[1] * height
        && letter[0] > window[0]
        && letter[1] > window[1]
        && letter[2] < window[2];
    is_letter.then_some(letter)
}

/// Whether at least two lines begin at the right of the letter, one below the other.
fn has_two_lines_beside(letter: &Letter, lines: &[Region]) -> bool {
    let mut rows: Vec<f32> =
        lines.iter().filter(|line| is_beside(line, letter)).map(|line| line.middle()[1]).collect();
    rows.sort_by(f32::total_cmp);
    let height = (letter[3] - letter[1]) as f32;
    rows.last().zip(rows.first()).is_some_and(|(last, first)| last - first > height / 4.0)
}

/// Whether a line is at the right of the letter and begins there.
fn is_beside(line: &Region, letter: &Letter) -> bool {
    let [left, top, right, bottom] = letter.map(|it| it as f32);
    let [start, middle] = line.quad.start();
    let [from, to] = TUNING.beside.map(|it| right + it * line.height);
    (top..bottom).contains(&middle)
        && (from.min(left)..to).contains(&start)
        && line.quad.end()[0] > right + 2.0 * line.height
        && line.height * TUNING.height[0] < bottom - top
}

/// Which pixels of a window of the picture differ from its background.
struct Ink {
    left: usize,
    top: usize,
    width: usize,
    inked: Vec<bool>,
}

impl Ink {
    fn of(picture: GreyImage<'_>, [left, top, right, bottom]: [usize; 4]) -> Self {
        let width = right.saturating_sub(left);
        let rows = || (top..bottom).map(|row| row * picture.width);
        let pixels = || rows().flat_map(|row| &picture.pixels[row + left..row + left + width]);
        let mut counts = [0_usize; 256];
        pixels().for_each(|&it| counts[usize::from(it)] += 1);
        let background = (0..256).max_by_key(|&it| counts[it]).unwrap_or(255);
        let differs = |&it: &u8| (i32::from(it) - background as i32).abs() > TUNING.contrast;
        Self { left, top, width, inked: pixels().map(differs).collect() }
    }

    /// The tallest ink that hangs together, alone in its box, from the `columns` of a `row` of the picture.
    fn tallest(mut self, columns: std::ops::Range<usize>, row: usize) -> Option<Letter> {
        let height = self.inked.len() / self.width.max(1);
        let row = row.checked_sub(self.top).filter(|&row| row < height)?;
        let all = self.inked.clone();
        let mut tallest: Option<(Letter, usize)> = None;
        for column in columns.start.saturating_sub(self.left)
            ..columns.end.saturating_sub(self.left).min(self.width)
        {
            let Some((letter, ink)) = self.take(row * self.width + column) else { continue };
            if tallest.is_none_or(|(best, _)| letter[3] - letter[1] > best[3] - best[1]) {
                tallest = Some((letter, ink));
            }
        }
        let ([left, top, right, bottom], ink) = tallest?;
        let in_box = (top..bottom).map(|row| {
            all[row * self.width + left..row * self.width + right].iter().filter(|&&it| it).count()
        });
        let others = in_box.sum::<usize>() - ink;
        let share = ink as f32 / ((right - left) * (bottom - top)) as f32;
        ((TUNING.ink[0]..TUNING.ink[1]).contains(&share)
            && others as f32 <= TUNING.others * ink as f32)
            .then(|| [self.left + left, self.top + top, self.left + right, self.top + bottom])
    }

    /// Removes the ink that hangs together with a pixel: its box within the window, and how much it is.
    fn take(&mut self, start: usize) -> Option<(Letter, usize)> {
        let (width, height) = (self.width, self.inked.len() / self.width.max(1));
        let mut waiting = vec![start];
        let mut letter = [usize::MAX, usize::MAX, 0, 0];
        let mut ink = 0;
        while let Some(pixel) = waiting.pop() {
            if !std::mem::take(&mut self.inked[pixel]) {
                continue;
            }
            ink += 1;
            let (row, column) = (pixel / width, pixel % width);
            letter = [
                letter[0].min(column),
                letter[1].min(row),
                letter[2].max(column + 1),
                letter[3].max(row + 1),
            ];
            for row in row.saturating_sub(1)..(row + 2).min(height) {
                let columns = column.saturating_sub(1)..(column + 2).min(width);
                waiting.extend(
                    columns.map(|column| row * width + column).filter(|&it| self.inked[it]),
                );
            }
        }
        (ink > 0).then_some((letter, ink))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIDTH: usize = 400;

    fn line(left: f32, top: f32) -> Region {
        Region::straight(Quad::upright(left, top, 380.0, top + 20.0), 20.0)
    }

    /// Where lines begin beside ink from 20 to 60 across, of that many rows from 40 on, and whether it became a line.
    fn starts(rows: usize, lines: &[Region]) -> (Vec<f32>, bool) {
        let mut pixels = vec![250; WIDTH * 200];
        for row in 40..40 + rows {
            pixels[row * WIDTH + 30..row * WIDTH + 40].fill(10);
        }
        for row in 40..48 {
            pixels[row * WIDTH + 20..row * WIDTH + 60].fill(10);
        }
        let picture = GreyImage { pixels: &pixels, width: WIDTH, height: 200 };
        let mut found = FoundRegions { lines: lines.to_vec(), alternatives: Vec::new() };
        let count = lines.len();
        divide_drop_caps(picture, &mut found);
        let lines = found.lines;
        let starts = lines[..count].iter().map(|line| line.quad.start()[0].round()).collect();
        (starts, lines.len() > count)
    }

    #[test]
    fn a_letter_over_two_lines_becomes_a_line() {
        let text = [line(30.0, 40.0), line(64.0, 65.0), line(20.0, 90.0)];
        assert_eq!(starts(46, &text), (vec![65.0, 65.0, 20.0], true));
    }

    #[test]
    fn letters_of_one_line_and_those_beside_one_line_stay() {
        let text = [line(20.0, 36.0), line(20.0, 65.0)];
        assert_eq!(starts(16, &text), (vec![20.0, 20.0], false));
        assert_eq!(starts(46, &[line(64.0, 40.0), line(20.0, 95.0)]), (vec![64.0, 20.0], false));
    }

    #[test]
    fn every_picture_is_searched() {
        let picture = GreyImage { pixels: &[255], width: 1, height: 1 };
        let lines = vec![line(-30.0, -10.0), line(500.0, 500.0)];
        let mut found = FoundRegions { lines, alternatives: Vec::new() };
        divide_drop_caps(picture, &mut found);
        assert_eq!(found.lines.len(), 2);
    }
}
