//! What flows between the layers of a network.

use super::products::DEPTH;
use crate::RunError;

/// Rows of columns of places, `channels` values at each, within a frame.
#[derive(Debug, Clone)]
pub(super) struct Map {
    pub(super) rows: usize,
    pub(super) columns: usize,
    pub(super) channels: usize,
    /// Rows of the frame above and below, columns of it left and right.
    pub(super) border: [usize; 2],
    /// Row by row, place by place, frame included; then a few more, so that the last ones can be read
    /// [`DEPTH`] at a time.
    pub(super) values: Vec<u8>,
}

/// Levels of a picture from the grey in the middle to white.
pub(super) const GREY: u8 = 127;

impl Map {
    /// A map of `level`s.
    pub(super) fn blank(
        [rows, columns]: [usize; 2],
        channels: usize,
        border: [usize; 2],
        level: u8,
    ) -> Self {
        let [tall, wide] = [rows + 2 * border[0], columns + 2 * border[1]];
        let values = vec![level; tall * wide * channels + DEPTH];
        Self { rows, columns, channels, border, values }
    }

    /// One channel: `pixels` are rows of `width` values from -0.5 to 0.5, and grey is around them.
    pub(super) fn of_picture(pixels: &[f32], width: usize, border: [usize; 2]) -> Self {
        let mut map = Self::blank([pixels.len() / width, width], 1, border, GREY);
        let grey = f32::from(GREY);
        for (row, pixels) in pixels.chunks_exact(width).enumerate() {
            for (level, pixel) in map.row_mut(row).iter_mut().zip(pixels) {
                // Never below zero, so that cutting off rounds.
                *level = pixel.mul_add(2.0 * grey, grey + 0.5) as u8;
            }
        }
        map
    }

    /// Values from one row to the next.
    pub(super) fn pitch(&self) -> usize {
        (self.columns + 2 * self.border[1]) * self.channels
    }

    /// Where a place stands among the values; row and column count from the outermost zeros.
    pub(super) fn place(&self, row: usize, column: usize) -> usize {
        row * self.pitch() + column * self.channels
    }

    fn row(&self, row: usize) -> &[u8] {
        let start = self.place(row + self.border[0], self.border[1]);
        &self.values[start..start + self.columns * self.channels]
    }

    fn row_mut(&mut self, row: usize) -> &mut [u8] {
        let start = self.place(row + self.border[0], self.border[1]);
        &mut self.values[start..start + self.columns * self.channels]
    }

    /// Adds `other`, whose places count for `times` of this map's along both axes; no sum is above 255.
    pub(super) fn add(&mut self, other: &Self, times: usize) -> Result<(), RunError> {
        let size = [other.rows * times, other.columns * times, other.channels];
        if size != [self.rows, self.columns, self.channels] {
            return Err(RunError::InvalidModel("a network adds what has different sizes"));
        }
        let channels = self.channels;
        for row in 0..self.rows {
            let theirs = other.row(row / times);
            let places = self.row_mut(row).chunks_exact_mut(channels * times);
            for (ours, theirs) in places.zip(theirs.chunks_exact(channels)) {
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
    fn a_picture_has_grey_around_it() {
        let map = Map::of_picture(&[-0.5, 0.5, 0.0, 0.25, -0.25, 0.1], 3, [1, 2]);
        assert_eq!([map.rows, map.columns, map.pitch()], [2, 3, 7]);
        assert_eq!([map.row(0), map.row(1)], [[0, 254, 127], [191, 64, 152]]);
        let start = map.place(1, 2);
        assert_eq!(map.values[start..start + 3], [0, 254, 127]);
        let others = map.values.iter().filter(|level| ![GREY].contains(level));
        assert_eq!(others.copied().collect::<Vec<u8>>(), [0, 254, 191, 64, 152]);
    }

    #[test]
    fn places_of_a_smaller_map_count_for_four() {
        let map = |rows: &[u8], columns, border| {
            let size = [rows.len() / columns, columns];
            let mut map = Map::blank(size, 1, border, 0);
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
