//! A picture in shades of grey, as the networks see it.

use zeroize::Zeroizing;

use crate::rotation::Turn;

/// A grey picture, borrowed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Grey<'a> {
    /// Brightness 0 to 255, row by row.
    pub(super) pixels: &'a [u8],
    /// Pixels in a row.
    pub(super) width: usize,
    /// Rows.
    pub(super) height: usize,
}

impl Grey<'_> {
    /// Brightness at a point; pixel (0, 0) has its centre at (0.5, 0.5), and the edge goes on outside.
    pub(super) fn at(&self, [x, y]: [f32; 2]) -> f32 {
        let (x, y) = (x - 0.5, y - 0.5);
        let (left, top) = (x.floor(), y.floor());
        let (right_share, lower_share) = (x - left, y - top);
        let column = |x: f32| (x.max(0.0) as usize).min(self.width - 1);
        let row = |y: f32| (y.max(0.0) as usize).min(self.height - 1) * self.width;
        let (left, right) = (column(left), column(left + 1.0));
        let (upper, lower) = (row(top), row(top + 1.0));
        let level = |index: usize| f32::from(self.pixels[index]);
        let above = level(upper + left) * (1.0 - right_share) + level(upper + right) * right_share;
        let below = level(lower + left) * (1.0 - right_share) + level(lower + right) * right_share;
        above * (1.0 - lower_share) + below * lower_share
    }

    /// Whether a point lies in the picture.
    pub(super) fn holds(&self, [x, y]: [f32; 2]) -> bool {
        (0.0..self.width as f32).contains(&x) && (0.0..self.height as f32).contains(&y)
    }

    /// The pixels of the upright view.
    pub(super) fn turned(&self, turn: &Turn) -> Zeroizing<Vec<u8>> {
        let [width, height] = turn.size;
        let mut pixels = Zeroizing::new(Vec::with_capacity(width * height));
        for row in 0..height {
            for column in 0..width {
                let point = turn.outward([column as f32 + 0.5, row as f32 + 0.5]);
                pixels.push(self.at(point).round() as u8);
            }
        }
        pixels
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_on_its_side_becomes_upright_pixel_for_pixel() {
        let picture = Grey { pixels: &[1, 2, 3, 4, 5, 6], width: 3, height: 2 };
        let level = Turn::none(3, 2);
        assert_eq!(*picture.turned(&level), [1, 2, 3, 4, 5, 6]);
        // Text that runs down: what was the right column is the first row.
        assert_eq!(*picture.turned(&level.quarter()), [3, 6, 2, 5, 1, 4]);
        assert_eq!(*picture.turned(&level.half()), [6, 5, 4, 3, 2, 1]);
        assert_eq!(*picture.turned(&level.quarter().half()), [4, 1, 5, 2, 6, 3]);
    }
}
