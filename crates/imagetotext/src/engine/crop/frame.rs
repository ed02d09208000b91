//! The rectangle of a picture that a crop shows.

/// Coordinates of the crop's columns and rows in the picture, in pixels.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    /// Where the crop's top left corner lies.
    pub(super) origin: [f32; 2],
    /// Step from one column to the next.
    pub(super) column_step: [f32; 2],
    /// Step from one row to the next.
    pub(super) row_step: [f32; 2],
}

impl Frame {
    pub(super) fn to_picture(self, column: f32, row: f32) -> [f32; 2] {
        [0, 1].map(|i| self.origin[i] + self.column_step[i] * column + self.row_step[i] * row)
    }
}
