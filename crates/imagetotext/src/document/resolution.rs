//! How many pixels of a page make an inch.

use serde::{Deserialize, Serialize};

/// Pixels an inch, across and down. They differ on faxes, for example.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Resolution {
    /// In a row.
    pub x: f32,
    /// In a column.
    pub y: f32,
}

/// From a poster that a PDF draws in few pixels to microfilm.
const PIXELS_PER_INCH: std::ops::RangeInclusive<f32> = 1.0..=20_000.0;

/// Points an inch.
const POINTS: f32 = 72.0;

impl Resolution {
    /// `None` for what no page has.
    pub fn new(x: f32, y: f32) -> Option<Self> {
        Some(Self { x, y }).filter(|it| it.is_sound())
    }

    /// That of a picture which is so many points large.
    pub(crate) fn of_size(pixels: [u32; 2], points: [f32; 2]) -> Option<Self> {
        let [x, y] = [0, 1].map(|axis| pixels[axis] as f32 * POINTS / points[axis]);
        Self::new(x, y)
    }

    /// The size of so many pixels, in points.
    pub(crate) fn points(self, pixels: [f32; 2]) -> [f32; 2] {
        [pixels[0] * POINTS / self.x, pixels[1] * POINTS / self.y]
    }

    /// That of the picture when its rows are its columns.
    pub(crate) fn transposed(self) -> Self {
        Self { x: self.y, y: self.x }
    }

    /// Whether a page can have it.
    pub(crate) fn is_sound(self) -> bool {
        [self.x, self.y].iter().all(|number| PIXELS_PER_INCH.contains(number))
    }
}
