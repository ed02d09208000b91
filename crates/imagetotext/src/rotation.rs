//! Coordinates of a page whose text runs sideways, upside down or askew, and of its upright view.

use crate::document::{Bounds, Quad};

/// A rotation between the coordinates of a picture and those in which its text is upright.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct PageRotation {
    /// Width and height of the upright view: the least that holds the whole picture.
    pub(crate) size: [usize; 2],
    /// Where the top left corner of the upright view lies in the picture.
    origin: [f32; 2],
    /// Direction of the text in the picture, of length one.
    along: [f32; 2],
    picture: [usize; 2],
}

impl PageRotation {
    /// A picture whose text is upright.
    pub(crate) fn identity(width: usize, height: usize) -> Self {
        let size = [width, height];
        Self { size, origin: [0.0; 2], along: [1.0, 0.0], picture: size }
    }

    /// The same for text that slopes down by another `radians` in this view.
    pub(crate) fn rotated_by(&self, radians: f32) -> Self {
        let [x, y] = self.along;
        let (sin, cos) = radians.sin_cos();
        self.with_direction([x * cos - y * sin, x * sin + y * cos])
    }

    /// The same for text that runs from top to bottom in this view.
    pub(crate) fn quarter_turn(&self) -> Self {
        let [x, y] = self.along;
        self.with_direction([-y, x])
    }

    /// The same for text that is upside down in this view.
    pub(crate) fn half_turn(&self) -> Self {
        let [x, y] = self.along;
        self.with_direction([-x, -y])
    }

    /// The same for a picture of another size.
    pub(crate) fn for_picture(&self, width: usize, height: usize) -> Self {
        Self { picture: [width, height], ..*self }.with_direction(self.along)
    }

    /// The whole picture, in its own coordinates.
    pub(crate) fn picture(&self) -> Bounds {
        let [right, bottom] = self.picture.map(|side| side as f32);
        Bounds { left: 0.0, top: 0.0, right, bottom }
    }

    fn with_direction(&self, along: [f32; 2]) -> Self {
        let [width, height] = self.picture.map(|side| side as f32);
        let [x, y] = along;
        let size = [width * x.abs() + height * y.abs(), width * y.abs() + height * x.abs()];
        let size = size.map(|side| side.round().max(1.0));
        let mut rotation =
            Self { along, origin: [0.0; 2], size: size.map(|side| side as usize), ..*self };
        // Both have the same centre.
        let centre = rotation.to_picture([size[0] / 2.0, size[1] / 2.0]);
        rotation.origin = [width / 2.0 - centre[0], height / 2.0 - centre[1]];
        rotation
    }

    /// A point of the upright view in the picture.
    pub(crate) fn to_picture(self, [column, row]: [f32; 2]) -> [f32; 2] {
        let [x, y] = self.along;
        [self.origin[0] + x * column - y * row, self.origin[1] + y * column + x * row]
    }

    /// A point of the picture in the upright view.
    pub(crate) fn to_upright(self, point: [f32; 2]) -> [f32; 2] {
        let [x, y] = self.along;
        let [right, down] = [point[0] - self.origin[0], point[1] - self.origin[1]];
        [x * right + y * down, x * down - y * right]
    }

    /// A quad of the upright view in the picture; its corners keep their names.
    pub(crate) fn quad_to_picture(self, quad: Quad) -> Quad {
        Quad(quad.0.map(|corner| self.to_picture(corner)))
    }

    /// A quad of the picture in the upright view.
    pub(crate) fn quad_to_upright(self, quad: Quad) -> Quad {
        Quad(quad.0.map(|corner| self.to_upright(corner)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_near(a: [f32; 2], b: [f32; 2]) {
        assert!((a[0] - b[0]).abs() < 1e-3 && (a[1] - b[1]).abs() < 1e-3, "{a:?} {b:?}");
    }

    #[test]
    fn quarter_and_half_turns_map_corners_to_corners() {
        let upright = PageRotation::identity(300, 200);
        assert_near(upright.to_picture([7.0, 9.0]), [7.0, 9.0]);
        // A page rotated clockwise: the text begins at the top right corner and runs down.
        let quarter = upright.quarter_turn();
        assert_eq!(quarter.size, [200, 300]);
        assert_near(quarter.to_picture([0.0, 0.0]), [300.0, 0.0]);
        assert_near(quarter.to_picture([10.0, 1.0]), [299.0, 10.0]);
        let half = upright.half_turn();
        assert_eq!(half.size, [300, 200]);
        assert_near(half.to_picture([10.0, 1.0]), [290.0, 199.0]);
        assert_near(quarter.half_turn().to_picture([10.0, 1.0]), [1.0, 190.0]);
    }

    #[test]
    fn a_rotation_fits_a_picture_of_another_size() {
        let half = PageRotation::identity(150, 100).quarter_turn().rotated_by(0.1);
        let whole = PageRotation::identity(300, 200).quarter_turn().rotated_by(0.1);
        assert_eq!(half.for_picture(300, 200), whole);
    }

    #[test]
    fn upright_views_of_skewed_pages_hold_the_whole_picture() {
        let rotation = PageRotation::identity(300, 200).quarter_turn().rotated_by(0.1);
        for corner in [[0.0, 0.0], [300.0, 0.0], [300.0, 200.0], [0.0, 200.0]] {
            let [x, y] = rotation.to_upright(corner);
            assert!(x > -1.0 && x < rotation.size[0] as f32 + 1.0, "{x}");
            assert!(y > -1.0 && y < rotation.size[1] as f32 + 1.0, "{y}");
            assert_near(rotation.to_picture([x, y]), corner);
        }
        // Back to the quarter.
        assert_near(rotation.rotated_by(-0.1).to_picture([10.0, 1.0]), [299.0, 10.0]);
    }
}
