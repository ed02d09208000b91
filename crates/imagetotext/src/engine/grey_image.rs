//! A picture in shades of grey, the input of the networks.

use zeroize::Zeroizing;

use crate::rotation::PageRotation;

/// A grey picture, borrowed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct GreyImage<'a> {
    /// Brightness 0 to 255, row by row.
    pub(crate) pixels: &'a [u8],
    /// Pixels in a row.
    pub(crate) width: usize,
    /// Rows.
    pub(crate) height: usize,
}

impl GreyImage<'_> {
    /// Brightness at a point, 0 to 255, between four pixels (bilinear). Pixel (0, 0) has its centre at
    /// (0.5, 0.5); outside the picture the edge pixels repeat.
    pub(crate) fn sample(&self, [x, y]: [f32; 2]) -> f32 {
        let (x, y) = (x - 0.5, y - 0.5);
        let (left, top) = (x.floor(), y.floor());
        let (right_share, lower_share) = (x - left, y - top);
        let column_of = |x: f32| (x.max(0.0) as usize).min(self.width - 1);
        let row_of = |y: f32| (y.max(0.0) as usize).min(self.height - 1) * self.width;
        let (left, right) = (column_of(left), column_of(left + 1.0));
        let (upper, lower) = (row_of(top), row_of(top + 1.0));
        let brightness = |index: usize| f32::from(self.pixels[index]);
        let above = brightness(upper + left) * (1.0 - right_share)
            + brightness(upper + right) * right_share;
        let below = brightness(lower + left) * (1.0 - right_share)
            + brightness(lower + right) * right_share;
        above * (1.0 - lower_share) + below * lower_share
    }

    /// Whether a point lies in the picture.
    pub(crate) fn contains(&self, [x, y]: [f32; 2]) -> bool {
        (0.0..self.width as f32).contains(&x) && (0.0..self.height as f32).contains(&y)
    }

    /// The pixels of the upright view.
    pub(crate) fn rotated(&self, rotation: &PageRotation) -> Zeroizing<Vec<u8>> {
        let [width, height] = rotation.size;
        let mut pixels = Zeroizing::new(Vec::with_capacity(width * height));
        for row in 0..height {
            for column in 0..width {
                let point = rotation.to_picture([column as f32 + 0.5, row as f32 + 0.5]);
                pixels.push(self.sample(point).round() as u8);
            }
        }
        pixels
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quarter_turns_keep_every_pixel() {
        let picture = GreyImage { pixels: &[1, 2, 3, 4, 5, 6], width: 3, height: 2 };
        let upright = PageRotation::identity(3, 2);
        assert_eq!(*picture.rotated(&upright), [1, 2, 3, 4, 5, 6]);
        // Text that runs down: what was the right column is the first row.
        assert_eq!(*picture.rotated(&upright.quarter_turn()), [3, 6, 2, 5, 1, 4]);
        assert_eq!(*picture.rotated(&upright.half_turn()), [6, 5, 4, 3, 2, 1]);
        assert_eq!(*picture.rotated(&upright.quarter_turn().half_turn()), [4, 1, 5, 2, 6, 3]);
    }
}
