//! Pictures that tests draw.

use crate::document::Quad;
use crate::engine::GreyImage;
use crate::graphics::Graphics;

/// The letters a, d, e, i, l, n, o, s, t, y, E, H, each row as bits.
const LETTERS: [[u8; 8]; 12] = [
    [0, 0, 0b01110, 0b00001, 0b01111, 0b10001, 0b01111, 0],
    [0b00001, 0b00001, 0b01101, 0b10011, 0b10001, 0b10001, 0b01111, 0],
    [0, 0, 0b01110, 0b10001, 0b11111, 0b10000, 0b01110, 0],
    [0b10000, 0, 0b10000, 0b10000, 0b10000, 0b10000, 0b10000, 0],
    [0b10000, 0b10000, 0b10000, 0b10000, 0b10000, 0b10000, 0b10000, 0],
    [0, 0, 0b10110, 0b11001, 0b10001, 0b10001, 0b10001, 0],
    [0, 0, 0b01110, 0b10001, 0b10001, 0b10001, 0b01110, 0],
    [0, 0, 0b01110, 0b10000, 0b01110, 0b00001, 0b11110, 0],
    [0b01000, 0b01000, 0b11100, 0b01000, 0b01000, 0b01001, 0b00110, 0],
    [0, 0, 0b10001, 0b10001, 0b01111, 0b00001, 0b01110, 0],
    [0b11111, 0b10000, 0b10000, 0b11110, 0b10000, 0b10000, 0b11111, 0],
    [0b10001, 0b10001, 0b10001, 0b11111, 0b10001, 0b10001, 0b10001, 0],
];

/// A picture to draw on; positions in pixels.
#[derive(Clone)]
pub(super) struct Canvas {
    pub(super) pixels: Vec<u8>,
    pub(super) width: usize,
    pub(super) height: usize,
}

impl Canvas {
    pub(super) fn new(width: usize, height: usize, level: u8) -> Self {
        Self { pixels: vec![level; width * height], width, height }
    }

    pub(super) fn fill(&mut self, [left, top, right, bottom]: [usize; 4], level: u8) {
        for row in top..bottom {
            self.pixels[row * self.width..][left..right].fill(level);
        }
    }

    pub(super) fn frame(
        &mut self,
        [left, top, right, bottom]: [usize; 4],
        thickness: usize,
        level: u8,
    ) {
        self.fill([left, top, right, top + thickness], level);
        self.fill([left, bottom - thickness, right, bottom], level);
        self.fill([left, top, left + thickness, bottom], level);
        self.fill([right - thickness, top, right, bottom], level);
    }

    /// A line of so many letters and blanks, 14 pixels high, and its outline.
    pub(super) fn letters(&mut self, left: usize, top: usize, count: usize, level: u8) -> Quad {
        let mut at = left;
        for letter in (0..count).map(|number| number * number % 11 + number) {
            let Some(rows) = LETTERS.get(letter % (LETTERS.len() + 1)) else {
                at += 8;
                continue;
            };
            for (row, bits) in rows.iter().enumerate() {
                for column in (0..5).filter(|column| bits >> (4 - column) & 1 == 1) {
                    let [x, y] = [at + 2 * column, top + 2 * row];
                    self.fill([x, y, x + 2, y + 2], level);
                }
            }
            let width =
                (0..5).filter(|column| rows.iter().any(|bits| bits >> (4 - column) & 1 == 1));
            at += 2 * width.max().unwrap_or(0) + 4;
        }
        Quad::upright(left as f32, top as f32 - 2.0, at as f32, top as f32 + 17.0)
    }

    /// The picture sheared: what was level rises by this much for each pixel.
    pub(super) fn slanted(&self, slope: f32) -> Self {
        let mut slanted = self.clone();
        let picture = self.grey();
        for row in 0..self.height {
            for column in 0..self.width {
                let [x, y] = [column as f32 + 0.5, row as f32 + 0.5];
                slanted.pixels[row * self.width + column] =
                    picture.sample([x - slope * y, y + slope * x]).round() as u8;
            }
        }
        slanted
    }

    /// The picture with noise of so many levels up and down, the same each time.
    pub(super) fn noisy(&self, by: u32) -> Self {
        let mut noisy = self.clone();
        let mut state = 7_u32;
        for level in &mut noisy.pixels {
            // Numerical Recipes' linear congruential generator.
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let change = (state >> 8) % (2 * by + 1);
            *level = (u32::from(*level) + change).saturating_sub(by).min(255) as u8;
        }
        noisy
    }

    pub(super) fn grey(&self) -> GreyImage<'_> {
        GreyImage { pixels: &self.pixels, width: self.width, height: self.height }
    }

    pub(super) fn graphics(&self, text: &[Quad]) -> Graphics {
        Graphics::find(self.grey(), text)
    }
}
