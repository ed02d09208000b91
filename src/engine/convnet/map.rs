//! What flows between the layers of a network.

use crate::Error;

/// Rows of columns of places, `channels` values at each, within a frame of zeros.
#[derive(Debug, Clone)]
pub(super) struct Map {
    pub(super) rows: usize,
    pub(super) columns: usize,
    pub(super) channels: usize,
    /// Rows of zeros above and below, columns of zeros left and right.
    pub(super) border: [usize; 2],
    /// Row by row, place by place, frame included.
    pub(super) values: Vec<f32>,
}

impl Map {
    /// A map of zeros.
    pub(super) fn blank([rows, columns]: [usize; 2], channels: usize, border: [usize; 2]) -> Self {
        let [tall, wide] = [rows + 2 * border[0], columns + 2 * border[1]];
        Self { rows, columns, channels, border, values: vec![0.0; tall * wide * channels] }
    }

    /// One channel: `pixels` are rows of `width` values.
    pub(super) fn of_picture(pixels: &[f32], width: usize, border: [usize; 2]) -> Self {
        let mut map = Self::blank([pixels.len() / width, width], 1, border);
        for (row, pixels) in pixels.chunks_exact(width).enumerate() {
            map.row_mut(row).copy_from_slice(pixels);
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

    fn row(&self, row: usize) -> &[f32] {
        let start = self.place(row + self.border[0], self.border[1]);
        &self.values[start..start + self.columns * self.channels]
    }

    fn row_mut(&mut self, row: usize) -> &mut [f32] {
        let start = self.place(row + self.border[0], self.border[1]);
        &mut self.values[start..start + self.columns * self.channels]
    }

    /// Adds `other`, whose places count for `times` of this map's along both axes.
    pub(super) fn add(&mut self, other: &Self, times: usize) -> Result<(), Error> {
        let size = [other.rows * times, other.columns * times, other.channels];
        if size != [self.rows, self.columns, self.channels] {
            return Err(Error::Internal("a network adds what has different sizes"));
        }
        let channels = self.channels;
        for row in 0..self.rows {
            let theirs = other.row(row / times);
            let places = self.row_mut(row).chunks_exact_mut(channels * times);
            for (ours, theirs) in places.zip(theirs.chunks_exact(channels)) {
                for ours in ours.chunks_exact_mut(channels) {
                    ours.iter_mut().zip(theirs).for_each(|(ours, theirs)| *ours += theirs);
                }
            }
        }
        Ok(())
    }

    /// The four channels of each place as its quarters, row by row at twice the size
    /// (`DepthToSpace` of ONNX).
    pub(super) fn quarters(&self) -> Result<Vec<f32>, Error> {
        if self.channels != 4 {
            return Err(Error::Internal("a network makes no quarters"));
        }
        let mut quarters = Vec::with_capacity(4 * self.rows * self.columns);
        for row in 0..self.rows {
            for half in 0..2 {
                let places = self.row(row).chunks_exact(4);
                quarters.extend(places.flat_map(|place| [place[2 * half], place[2 * half + 1]]));
            }
        }
        Ok(quarters)
    }

    /// The values of a map that has one row and no frame.
    pub(super) fn into_row(self) -> Result<Vec<f32>, Error> {
        if self.rows == 1 && self.border == [0, 0] {
            Ok(self.values)
        } else {
            Err(Error::Internal("a network makes no line"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_frame_is_not_part_of_the_picture() {
        let map = Map::of_picture(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0], 3, [1, 2]);
        assert_eq!([map.rows, map.columns, map.pitch()], [2, 3, 7]);
        assert_eq!(map.row(1), [4.0, 5.0, 6.0]);
        let start = map.place(1, 2);
        assert_eq!(map.values[start..start + 3], [1.0, 2.0, 3.0]);
        assert_eq!(map.values.iter().filter(|value| **value > 0.0).count(), 6);
    }

    #[test]
    fn places_of_a_smaller_map_count_for_four() {
        let mut map = Map::of_picture(&[1.0; 8], 4, [0, 0]);
        map.add(&Map::of_picture(&[10.0, 20.0], 2, [3, 1]), 2).unwrap();
        assert_eq!(map.values, [11.0, 11.0, 21.0, 21.0, 11.0, 11.0, 21.0, 21.0]);
        assert!(map.add(&Map::of_picture(&[1.0; 8], 2, [0, 0]), 1).is_err());
    }

    #[test]
    fn four_channels_are_quarters() {
        let mut map = Map::blank([1, 2], 4, [0, 0]);
        map.values.copy_from_slice(&[1.0, 2.0, 5.0, 6.0, 3.0, 4.0, 7.0, 8.0]);
        assert_eq!(map.quarters().unwrap(), [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0]);
        assert!(Map::blank([1, 2], 3, [0, 0]).quarters().is_err());
    }
}
