//! A line of the picture, cut out, set upright and brought to full contrast: what the recogniser
//! reads. `models/training/imagetotext_training/crops.py` does the same for training, but for the rules
//! of tables that go here, and both are held to one test case, `tests/agreement/crop.json`.

use zeroize::Zeroizing;

use super::grey::Grey;
use super::rules::{self, Levels};
use crate::Quad;

/// Margins above and below a line, in line heights.
#[derive(Debug, Clone, Copy)]
pub(super) struct Margins {
    above: f32,
    below: f32,
}

/// As in training: accents on capitals stand above the line.
pub(super) const ROOMY: Margins = Margins { above: 0.18, below: 0.10 };
/// For a second look: the letters are an eighth larger. Of the lines of 14 to 17 pixels, which are
/// found a little too high, it lets a third of the wrong words be read.
pub(super) const TIGHT: Margins = Margins { above: 0.10, below: 0.03 };

/// Margin on both sides.
const BESIDE: f32 = 0.25;
/// Least difference of brightness that is brought to full contrast; below it, it is noise.
const LEAST_SPREAD: usize = 24;
/// The recogniser has one position for this many columns.
const MULTIPLE: usize = 4;

/// A line as the recogniser sees it: dark ink (about -0.5) on a light ground (about 0.5).
#[derive(Debug)]
pub(super) struct Crop {
    /// Columns, a multiple of four.
    pub(super) width: usize,
    /// Columns that show the picture; the others are ground.
    pub(super) filled: usize,
    /// Rows.
    pub(super) height: usize,
    /// The values in [-0.5, 0.5], row by row.
    pub(super) pixels: Zeroizing<Vec<f32>>,
    margins: Margins,
    /// Place of the crop in the picture.
    frame: Frame,
}

/// The rectangle of the picture that a crop shows.
#[derive(Debug, Clone, Copy)]
struct Frame {
    origin: [f32; 2],
    /// Pixels of the picture per column.
    along: [f32; 2],
    /// Pixels of the picture per row.
    down: [f32; 2],
}

impl Margins {
    /// Height of the line with its margins, in line heights.
    fn whole(self) -> f32 {
        1.0 + self.above + self.below
    }
}

impl Frame {
    fn at(&self, column: f32, row: f32) -> [f32; 2] {
        [0, 1].map(|i| self.origin[i] + self.along[i] * column + self.down[i] * row)
    }
}

/// Cuts out `line` and scales it to `height` rows.
pub(super) fn crop(picture: Grey<'_>, line: Quad, height: usize, margins: Margins) -> Crop {
    let [tl, tr, br, bl] = line.0;
    let across = [0, 1].map(|i| f32::midpoint(tr[i] - tl[i], br[i] - bl[i]));
    let upwards = [0, 1].map(|i| f32::midpoint(bl[i] - tl[i], br[i] - tr[i]));
    let length = across[0].hypot(across[1]).max(1.0);
    let tall = upwards[0].hypot(upwards[1]).max(1.0);
    // The picture's pixels that one row of the crop covers.
    let scale = tall * margins.whole() / height as f32;
    let filled = ((length + 2.0 * BESIDE * tall) / scale).round().max(8.0);
    let along = across.map(|d| d / length * (length + 2.0 * BESIDE * tall) / filled);
    let down = upwards.map(|d| d / tall * scale);
    let beside = across.map(|d| d / length * BESIDE * tall);
    let origin = [0, 1].map(|i| tl[i] - beside[i] - upwards[i] * margins.above);
    let frame = Frame { origin, along, down };
    let filled = filled as usize;
    let mut levels = sample(picture, frame, filled, height, scale);
    let line = height as f32 / margins.whole();
    rules::erase(&mut Levels { pixels: &mut levels, width: filled, line }, |column, row| {
        let point = frame.at(column, row);
        picture.holds(point).then(|| picture.at(point))
    });
    let width = filled.next_multiple_of(MULTIPLE);
    let pixels = normalise(&levels, filled, width);
    Crop { width, filled, height, pixels, margins, frame }
}

/// Brightness of `width` × `height` points, 0 to 255. Each is the mean of several when the picture is
/// reduced, and between four pixels otherwise.
fn sample(
    picture: Grey<'_>,
    frame: Frame,
    width: usize,
    height: usize,
    scale: f32,
) -> Zeroizing<Vec<u8>> {
    let count = (scale.round() as usize).clamp(1, 16);
    // Level lines, nearly all, are brought together row by row first, which is much faster.
    if frame.along[1].abs() < LEVEL && frame.down[0].abs() < LEVEL && frame.along[0] > 0.0 {
        return sample_level(picture, frame, width, height, count);
    }
    let part = 1.0 / count as f32;
    let mut levels = Zeroizing::new(Vec::with_capacity(width * height));
    for row in 0..height {
        for column in 0..width {
            let mut sum = 0.0;
            for i in 0..count * count {
                let x = column as f32 + ((i % count) as f32 + 0.5) * part;
                let y = row as f32 + ((i / count) as f32 + 0.5) * part;
                sum += picture.at(frame.at(x, y));
            }
            levels.push((sum / (count * count) as f32).round() as u8);
        }
    }
    levels
}

/// Slope under which a line is level: by a thousandth of a pixel over a thousand columns.
const LEVEL: f32 = 1e-6;

/// The same for a level line.
fn sample_level(
    picture: Grey<'_>,
    frame: Frame,
    width: usize,
    height: usize,
    count: usize,
) -> Zeroizing<Vec<u8>> {
    let part = 1.0 / count as f32;
    let fine = |index: usize| (index as f32 + 0.5) * part;
    let columns: Vec<_> = (0..width * count)
        .map(|index| between(frame.at(fine(index), 0.0)[0], picture.width))
        .collect();
    let (first, last) = (columns[0].0, columns[columns.len() - 1].1);
    let mut sums = Zeroizing::new(vec![0.0_f32; last - first + 1]);
    let mut levels = Zeroizing::new(Vec::with_capacity(width * height));
    for row in 0..height {
        sums.fill(0.0);
        for i in 0..count {
            let y = frame.at(0.0, fine(row * count + i))[1];
            let (upper, lower, share) = between(y, picture.height);
            let pixels = |row: usize| &picture.pixels[row * picture.width..][first..=last];
            for ((sum, &upper), &lower) in sums.iter_mut().zip(pixels(upper)).zip(pixels(lower)) {
                *sum += f32::from(upper) * (1.0 - share) + f32::from(lower) * share;
            }
        }
        for column in columns.chunks_exact(count) {
            let values = column.iter().map(|&(left, right, share)| {
                sums[left - first] * (1.0 - share) + sums[right - first] * share
            });
            levels.push((values.sum::<f32>() / (count * count) as f32).round() as u8);
        }
    }
    levels
}

/// The two pixels between whose centres a coordinate lies, and the share of the second; the edge goes
/// on outside.
fn between(coordinate: f32, side: usize) -> (usize, usize, f32) {
    let coordinate = coordinate - 0.5;
    let before = coordinate.floor();
    let pixel = |at: f32| (at.max(0.0) as usize).min(side - 1);
    (pixel(before), pixel(before + 1.0), coordinate - before)
}

/// Full contrast, dark on light, and ground up to `width`. The ground is taken to be the side of the
/// range where the median lies.
fn normalise(levels: &[u8], filled: usize, width: usize) -> Zeroizing<Vec<f32>> {
    let mut histogram = [0_usize; 256];
    for &level in levels {
        histogram[usize::from(level)] += 1;
    }
    let share = |part: f32| {
        let count = (levels.len() as f32 * part).max(1.0);
        let mut sum = 0.0;
        let reached = |&many: &usize| {
            sum += many as f32;
            sum >= count
        };
        histogram.iter().position(reached).unwrap_or(255)
    };
    let (low, high, median) = (share(0.005), share(0.995), share(0.5));
    let spread = (high - low).max(LEAST_SPREAD) as f32;
    let inverted = 2 * median < low + high;
    let value = |level: u8| {
        let value = ((f32::from(level) - low as f32) / spread).clamp(0.0, 1.0);
        if inverted { 0.5 - value } else { value - 0.5 }
    };
    let table: Vec<f32> = (0..=255).map(value).collect();
    let mut pixels = Zeroizing::new(Vec::with_capacity(levels.len() / filled * width));
    for row in levels.chunks_exact(filled) {
        pixels.extend(row.iter().map(|&level| table[usize::from(level)]));
        pixels.extend(std::iter::repeat_n(0.5, width - filled));
    }
    pixels
}

impl Crop {
    /// The part of the line between two columns, without the margins above and below.
    pub(super) fn part(&self, start: f32, end: f32) -> Quad {
        let line = self.height as f32 / self.margins.whole();
        let top = self.margins.above * line;
        let bottom = top + line;
        let at = |column, row| self.frame.at(column, row);
        Quad([at(start, top), at(end, top), at(end, bottom), at(start, bottom)])
    }

    /// Darkness of each column: its darkest pixel below the ground, 0 to 1.
    pub(super) fn ink(&self) -> Zeroizing<Vec<f32>> {
        let mut ink = Zeroizing::new(vec![0.0_f32; self.filled]);
        for row in self.pixels.chunks_exact(self.width) {
            for (most, value) in ink.iter_mut().zip(row) {
                *most = most.max(0.5 - value);
            }
        }
        ink
    }

    /// The columns `start` to `end` (exclusive) as a crop of their own.
    pub(super) fn columns(&self, start: usize, end: usize) -> Self {
        self.framed(start, end, 0)
    }

    /// The same with ground on both sides, as much as is beside a line.
    pub(super) fn apart(&self, start: usize, end: usize) -> Self {
        let beside = self.height as f32 / self.margins.whole() * BESIDE;
        self.framed(start, end, beside.round() as usize)
    }

    /// The same with `beside` columns of ground on both sides.
    fn framed(&self, start: usize, end: usize, beside: usize) -> Self {
        let filled = end - start + 2 * beside;
        let width = filled.next_multiple_of(MULTIPLE);
        let mut pixels = Zeroizing::new(Vec::with_capacity(width * self.height));
        for row in self.pixels.chunks_exact(self.width) {
            pixels.extend(std::iter::repeat_n(0.5, beside));
            pixels.extend_from_slice(&row[start..end]);
            pixels.extend(std::iter::repeat_n(0.5, width - filled + beside));
        }
        let origin = self.frame.at(start as f32 - beside as f32, 0.0);
        let frame = Frame { origin, ..self.frame };
        Self { width, filled, pixels, frame, ..*self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn level_lines_are_sampled_like_all_others() {
        // Noise: the low bits of Numerical Recipes' generator, well mixed.
        let noise =
            |seed: u32| (seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223) >> 13) as u8;
        let pixels: Vec<u8> = (0..200 * 60).map(noise).collect();
        let picture = Grey { pixels: &pixels, width: 200, height: 60 };
        for (scale, count) in [(0.7, 1), (2.3, 2)] {
            let frame =
                |slope| Frame { origin: [-3.3, 2.6], along: [scale, slope], down: [-slope, scale] };
            let level = sample_level(picture, frame(0.0), 90, 30, count);
            // A slope that moves the end of the line by a hundredth of a pixel.
            let other = sample(picture, frame(1e-4), 90, 30, scale);
            let worst = level.iter().zip(other.iter()).map(|(a, b)| a.abs_diff(*b)).max();
            assert!(worst.unwrap() <= 4, "{worst:?}");
        }
    }

    #[test]
    fn a_bar_in_a_picture_cut_to_its_line_is_no_rule() {
        // A letter, and a bar from edge to edge; the line and what is beside it fill the whole width.
        let ink_of_bar = |height: usize, top: f32| {
            let mut pixels = vec![200; 100 * height];
            for row in pixels.chunks_exact_mut(100) {
                row[50..52].fill(20);
            }
            for row in pixels.chunks_exact_mut(100).skip(top as usize + 4).take(12) {
                row[20..24].fill(20);
            }
            let picture = Grey { pixels: &pixels, width: 100, height };
            let crop = crop(picture, Quad::upright(5.0, top, 95.0, top + 20.0), 32, ROOMY);
            crop.ink()[crop.filled * 51 / 100]
        };
        assert!(ink_of_bar(20, 0.0) > 0.9);
        assert!(ink_of_bar(60, 20.0) < 0.1);
    }

    #[test]
    fn a_tight_crop_shows_the_same_line_larger() {
        let pixels = vec![200; 200 * 60];
        let picture = Grey { pixels: &pixels, width: 200, height: 60 };
        let line = Quad::upright(20.0, 20.0, 180.0, 40.0);
        let crops = [ROOMY, TIGHT].map(|margins| crop(picture, line, 32, margins));
        assert!(crops[1].filled > crops[0].filled);
        for crop in crops {
            let bounds = crop.part(0.0, crop.filled as f32).bounds();
            assert!((bounds.top - 20.0).abs() < 0.01 && (bounds.bottom - 40.0).abs() < 0.01);
            assert!((bounds.left - 15.0).abs() < 0.01 && (bounds.right - 185.0).abs() < 0.01);
        }
    }
}
