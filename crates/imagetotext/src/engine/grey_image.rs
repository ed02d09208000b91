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
        let (left, top) = (floor(x), floor(y));
        let (right_share, lower_share) = (x - left as f32, y - top as f32);
        let column_of = |x: i32| (x.max(0) as usize).min(self.width - 1);
        let row_of = |y: i32| (y.max(0) as usize).min(self.height - 1) * self.width;
        let (left, right) = (column_of(left), column_of(left.saturating_add(1)));
        let (upper, lower) = (row_of(top), row_of(top.saturating_add(1)));
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

/// The largest whole number up to `value`. `f32::floor` is a call on x86-64, as SSE2 cannot round.
fn floor(value: f32) -> i32 {
    let truncated = value as i32;
    truncated.saturating_sub(i32::from(truncated as f32 > value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_rounded_down_on_both_sides_of_zero() {
        let found =
            [-1.5, -1.0, -0.25, 0.0, 0.75, 7.0, f32::NEG_INFINITY, f32::INFINITY].map(floor);
        assert_eq!(found, [-2, -1, -1, 0, 0, 7, i32::MIN, i32::MAX]);
    }

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
