//! The activations between two layers.

use super::gemm::DOT_LEN;
use crate::RunError;

/// Quantised activations: `rows` × `columns` pixels of `channels` values, inside a border.
#[derive(Debug, Clone)]
pub(super) struct FeatureMap {
    pub(super) rows: usize,
    pub(super) columns: usize,
    pub(super) channels: usize,
    /// Rows of border above and below, columns of border left and right: the padding of convolutions.
    pub(super) border: [usize; 2],
    /// Row by row, pixel by pixel, border included; then [`DOT_LEN`] more, so that the last ones can be
    /// read that many at a time.
    pub(super) values: Vec<u8>,
}

/// The value that represents mid-grey, 0.0, in the quantised picture; white, 0.5, is twice this. It is
/// `INPUT_ZERO_POINT` of the training (`models/training`).
pub(crate) const INPUT_ZERO_POINT: u8 = 127;

impl FeatureMap {
    /// A map of the same `value` everywhere.
    pub(super) fn filled(
        [rows, columns]: [usize; 2],
        channels: usize,
        border: [usize; 2],
        value: u8,
    ) -> Self {
        let [tall, wide] = [rows + 2 * border[0], columns + 2 * border[1]];
        let values = vec![value; tall * wide * channels + DOT_LEN];
        Self { rows, columns, channels, border, values }
    }

    /// A picture: `pixels` are rows of `width` values from -0.5 to 0.5. The border is mid-grey.
    pub(super) fn from_pixels(pixels: &[f32], width: usize, border: [usize; 2]) -> Self {
        let size = [pixels.len() / width, width];
        let mut map = Self::filled(size, 1, border, INPUT_ZERO_POINT);
        let zero_point = f32::from(INPUT_ZERO_POINT);
        for (row, pixels) in pixels.chunks_exact(width).enumerate() {
            for (value, pixel) in map.row_mut(row).iter_mut().zip(pixels) {
                // Never negative, so the cast, which truncates, rounds to the nearest.
                *value = pixel.mul_add(2.0 * zero_point, zero_point + 0.5) as u8;
            }
        }
        map
    }

    /// Values from the start of a row to the start of the next one.
    pub(super) fn row_stride(&self) -> usize {
        (self.columns + 2 * self.border[1]) * self.channels
    }

    /// Index of the first value of a pixel; row and column count from the outer edge of the border.
    pub(super) fn offset(&self, row: usize, column: usize) -> usize {
        row * self.row_stride() + column * self.channels
    }

    fn row(&self, row: usize) -> &[u8] {
        let start = self.offset(row + self.border[0], self.border[1]);
        &self.values[start..start + self.columns * self.channels]
    }

    fn row_mut(&mut self, row: usize) -> &mut [u8] {
        let start = self.offset(row + self.border[0], self.border[1]);
        &mut self.values[start..start + self.columns * self.channels]
    }

    /// The mean of each channel, then the largest value of each; 0 to 1.
    pub(super) fn pooled(&self) -> Vec<f32> {
        let mut sums = vec![0_u32; self.channels];
        let mut largest = vec![0_u8; self.channels];
        for row in 0..self.rows {
            for pixel in self.row(row).chunks_exact(self.channels) {
                for ((sum, most), &value) in sums.iter_mut().zip(&mut largest).zip(pixel) {
                    *sum += u32::from(value);
                    *most = value.max(*most);
                }
            }
        }
        let pixels = (self.rows * self.columns).max(1) as f32;
        let means = sums.iter().map(|&sum| sum as f32 / (255.0 * pixels));
        means.chain(largest.iter().map(|&most| f32::from(most) / 255.0)).collect()
    }

    /// Adds `other`, upsampled by `factor` along both axes; sums saturate at 255.
    pub(super) fn add(&mut self, other: &Self, factor: usize) -> Result<(), RunError> {
        let size = [other.rows * factor, other.columns * factor, other.channels];
        if size != [self.rows, self.columns, self.channels] {
            return Err(RunError::InvalidModel("the network adds values of different sizes"));
        }
        let channels = self.channels;
        for row in 0..self.rows {
            let theirs = other.row(row / factor);
            let pixels = self.row_mut(row).chunks_exact_mut(channels * factor);
            for (ours, theirs) in pixels.zip(theirs.chunks_exact(channels)) {
                for ours in ours.chunks_exact_mut(channels) {
                    for (ours, theirs) in ours.iter_mut().zip(theirs) {
                        *ours = ours.saturating_add(*theirs);
                    }
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_are_quantised_and_have_a_grey_border() {
        let pixels = [-0.5, 0.5, 0.0, 0.25, -0.25, 0.1];
        let map = FeatureMap::from_pixels(&pixels, 3, [1, 2]);
        assert_eq!([map.rows, map.columns, map.row_stride()], [2, 3, 7]);
        assert_eq!([map.row(0), map.row(1)], [[0, 254, 127], [191, 64, 152]]);
        let start = map.offset(1, 2);
        assert_eq!(map.values[start..start + 3], [0, 254, 127]);
        let others = map.values.iter().filter(|&&value| value != INPUT_ZERO_POINT);
        assert_eq!(others.copied().collect::<Vec<u8>>(), [0, 254, 191, 64, 152]);
    }

    #[test]
    fn channels_are_pooled_without_the_border() {
        let mut map = FeatureMap::filled([1, 2], 2, [1, 1], 255);
        map.row_mut(0).copy_from_slice(&[0, 51, 102, 255]);
        let expected = [0.2, 0.6, 0.4, 1.0];
        let close = |(a, b): (&f32, f32)| (a - b).abs() < 1e-6;
        assert!(map.pooled().iter().zip(expected).all(close), "{:?}", map.pooled());
    }

    #[test]
    fn maps_of_half_the_size_are_upsampled_and_added() {
        let map = |rows: &[u8], columns, border| {
            let size = [rows.len() / columns, columns];
            let mut map = FeatureMap::filled(size, 1, border, 0);
            for (row, values) in rows.chunks_exact(columns).enumerate() {
                map.row_mut(row).copy_from_slice(values);
            }
            map
        };
        let mut sum = map(&[1; 8], 4, [0, 0]);
        sum.add(&map(&[10, 255], 2, [3, 1]), 2).unwrap();
        assert_eq!(sum.values[..8], [11, 11, 255, 255, 11, 11, 255, 255]);
        assert!(sum.add(&map(&[1; 8], 2, [0, 0]), 1).is_err());
    }
}
