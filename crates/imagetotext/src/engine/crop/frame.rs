//! The rectangle of a picture that a crop shows, bent as its line is.

use crate::engine::bend::Bend;

/// Coordinates of the crop's columns and rows in the picture, in pixels.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    /// Where the crop's top left corner lies.
    pub(super) origin: [f32; 2],
    /// Step from one column to the next.
    pub(super) column_step: [f32; 2],
    /// Step from one row to the next.
    pub(super) row_step: [f32; 2],
    /// The first column of the crop, counted from the origin.
    pub(super) first_column: f32,
    /// How the line bends, the columns where it begins and ends, and its height in rows.
    pub(super) bend: Bend,
    pub(super) line: [f32; 2],
    pub(super) line_height: f32,
}

impl Frame {
    pub(super) fn to_picture(self, column: f32, row: f32) -> [f32; 2] {
        let column = column + self.first_column;
        let row = if self.bend.is_straight() {
            row
        } else {
            let [start, end] = self.line;
            row + self.bend.at((column - start) / (end - start)) * self.line_height
        };
        [0, 1].map(|i| self.origin[i] + self.column_step[i] * column + self.row_step[i] * row)
    }
}
