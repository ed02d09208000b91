//! A picture as sums over the pixels of small pieces along an axis.

use zeroize::Zeroizing;

use crate::engine::GreyImage;

/// Which way the lines run that are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Axis {
    Horizontal,
    Vertical,
}

impl Axis {
    /// A point that lies so far along the axis and across it.
    pub(super) fn point(self, along: f32, across: f32) -> [f32; 2] {
        match self {
            Self::Horizontal => [along, across],
            Self::Vertical => [across, along],
        }
    }

    /// How far a point lies along the axis, and across it.
    pub(super) fn along_across(self, [x, y]: [f32; 2]) -> [f32; 2] {
        match self {
            Self::Horizontal => [x, y],
            Self::Vertical => [y, x],
        }
    }
}

/// Strips across an axis, each some pixels wide; their values are sums of as many pixels.
///
/// What is long along the axis is in many of them; noise and dots even out. Across the axis no detail is
/// lost, so that a line one pixel thick keeps its contrast. The last pixels of a picture that fill no strip
/// are left out.
#[derive(Debug)]
pub(super) struct Strips {
    pub(super) axis: Axis,
    /// Pixels along the axis in one strip.
    pub(super) width: usize,
    /// Values in one strip: the size of the picture across the axis.
    pub(super) length: usize,
    /// Strip by strip. A sum of 255 pixels is the largest that fits.
    values: Zeroizing<Vec<u16>>,
}

/// Rows that are summed into horizontal strips at once: they stay in the first cache.
const ROWS_AT_ONCE: usize = 64;

impl Strips {
    pub(super) fn new(picture: GreyImage<'_>, axis: Axis, width: usize) -> Self {
        let GreyImage { pixels, width: columns, height: rows } = picture;
        let (along, length) = match axis {
            Axis::Horizontal => (columns, rows),
            Axis::Vertical => (rows, columns),
        };
        let mut values = Zeroizing::new(vec![0; along / width * length]);
        if values.is_empty() {
            return Self { axis, width, length, values };
        }
        match axis {
            Axis::Horizontal => {
                for (block, rows) in pixels.chunks(ROWS_AT_ONCE * columns).enumerate() {
                    let first = block * ROWS_AT_ONCE;
                    let count = rows.len() / columns;
                    for (strip, values) in values.chunks_exact_mut(length).enumerate() {
                        let values = &mut values[first..first + count];
                        for (value, row) in values.iter_mut().zip(rows.chunks_exact(columns)) {
                            let piece = &row[strip * width..(strip + 1) * width];
                            *value = piece.iter().map(|&level| u16::from(level)).sum();
                        }
                    }
                }
            }
            Axis::Vertical => {
                let strips = values.chunks_exact_mut(length);
                for (strip, rows) in strips.zip(pixels.chunks_exact(width * columns)) {
                    for row in rows.chunks_exact(columns) {
                        for (value, &level) in strip.iter_mut().zip(row) {
                            *value += u16::from(level);
                        }
                    }
                }
            }
        }
        Self { axis, width, length, values }
    }

    /// Strips that are `factor` times as wide.
    pub(super) fn widened(&self, factor: usize) -> Self {
        let mut values = Zeroizing::new(Vec::with_capacity(self.values.len() / factor));
        for strips in self.values.chunks_exact((factor * self.length).max(1)) {
            let begin = values.len();
            values.resize(begin + self.length, 0);
            for strip in strips.chunks_exact(self.length) {
                for (sum, value) in values[begin..].iter_mut().zip(strip) {
                    *sum += value;
                }
            }
        }
        Self { values, width: self.width * factor, ..*self }
    }

    /// The values of each strip, in the order of the axis.
    pub(super) fn iter(&self) -> impl Iterator<Item = &[u16]> {
        self.values.chunks_exact(self.length.max(1))
    }

    /// How much neighbours in a strip usually differ, of 255 a pixel: 0 in pictures that no camera or scanner
    /// made, whose backgrounds are of one tone.
    pub(super) fn noise(&self) -> f32 {
        /// A few strips say enough.
        const SAMPLED: usize = 64;
        const QUARTERS: f32 = 4.0;
        let mut histogram = [0_u32; 256];
        let count = self.values.len() / self.length.max(1);
        for strip in self.iter().step_by((count / SAMPLED).max(1)) {
            for pair in strip.windows(2) {
                let quarters = usize::from(pair[0].abs_diff(pair[1])) * 4 / self.width;
                histogram[quarters.min(255)] += 1;
            }
        }
        let half = histogram.iter().sum::<u32>() / 2;
        let mut sum = 0;
        let median = histogram.iter().position(|count| {
            sum += count;
            sum > half
        });
        median.unwrap_or(0) as f32 / QUARTERS
    }
}
