//! How the text of a picture lies in it: upright, on its side, upside down, askew.

use crate::document::Quad;

/// A rotation between the coordinates of a picture and those in which its text is upright.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Turn {
    /// Width and height of the upright view: the least that holds the whole picture.
    pub(crate) size: [usize; 2],
    /// Where the top left corner of the upright view lies in the picture.
    origin: [f32; 2],
    /// Direction of the text in the picture, of length one.
    along: [f32; 2],
    picture: [usize; 2],
}

impl Turn {
    /// A picture whose text is upright.
    pub(crate) fn none(width: usize, height: usize) -> Self {
        let size = [width, height];
        Self { size, origin: [0.0; 2], along: [1.0, 0.0], picture: size }
    }

    /// The text of this view runs `radians` further down than was thought.
    pub(crate) fn further(&self, radians: f32) -> Self {
        let [x, y] = self.along;
        let (sin, cos) = radians.sin_cos();
        self.towards([x * cos - y * sin, x * sin + y * cos])
    }

    /// The text of this view runs from top to bottom.
    pub(crate) fn quarter(&self) -> Self {
        let [x, y] = self.along;
        self.towards([-y, x])
    }

    /// The text of this view is upside down.
    pub(crate) fn half(&self) -> Self {
        let [x, y] = self.along;
        self.towards([-x, -y])
    }

    fn towards(&self, along: [f32; 2]) -> Self {
        let [width, height] = self.picture.map(|side| side as f32);
        let [x, y] = along;
        let size = [width * x.abs() + height * y.abs(), width * y.abs() + height * x.abs()];
        let size = size.map(|side| side.round().max(1.0));
        let mut turn =
            Self { along, origin: [0.0; 2], size: size.map(|side| side as usize), ..*self };
        // Both have the same centre.
        let centre = turn.outward([size[0] / 2.0, size[1] / 2.0]);
        turn.origin = [width / 2.0 - centre[0], height / 2.0 - centre[1]];
        turn
    }

    /// A point of the upright view in the picture.
    pub(crate) fn outward(&self, [column, row]: [f32; 2]) -> [f32; 2] {
        let [x, y] = self.along;
        [self.origin[0] + x * column - y * row, self.origin[1] + y * column + x * row]
    }

    /// A point of the picture in the upright view.
    pub(crate) fn inward(&self, point: [f32; 2]) -> [f32; 2] {
        let [x, y] = self.along;
        let [right, down] = [point[0] - self.origin[0], point[1] - self.origin[1]];
        [x * right + y * down, x * down - y * right]
    }

    /// A quad of the upright view in the picture; its corners keep their names.
    pub(crate) fn quad_outward(&self, quad: Quad) -> Quad {
        Quad(quad.0.map(|corner| self.outward(corner)))
    }

    /// A quad of the picture in the upright view.
    pub(crate) fn quad_inward(&self, quad: Quad) -> Quad {
        Quad(quad.0.map(|corner| self.inward(corner)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_near(a: [f32; 2], b: [f32; 2]) {
        assert!((a[0] - b[0]).abs() < 1e-3 && (a[1] - b[1]).abs() < 1e-3, "{a:?} {b:?}");
    }

    #[test]
    fn quarters_and_halves_change_corners_for_corners() {
        let upright = Turn::none(300, 200);
        assert_near(upright.outward([7.0, 9.0]), [7.0, 9.0]);
        // A page turned clockwise: the text begins at the top right corner and runs down.
        let quarter = upright.quarter();
        assert_eq!(quarter.size, [200, 300]);
        assert_near(quarter.outward([0.0, 0.0]), [300.0, 0.0]);
        assert_near(quarter.outward([10.0, 1.0]), [299.0, 10.0]);
        let half = upright.half();
        assert_eq!(half.size, [300, 200]);
        assert_near(half.outward([10.0, 1.0]), [290.0, 199.0]);
        assert_near(quarter.half().outward([10.0, 1.0]), [1.0, 190.0]);
    }

    #[test]
    fn views_of_pages_askew_hold_the_whole_picture() {
        let turn = Turn::none(300, 200).quarter().further(0.1);
        for corner in [[0.0, 0.0], [300.0, 0.0], [300.0, 200.0], [0.0, 200.0]] {
            let [x, y] = turn.inward(corner);
            assert!(x > -1.0 && x < turn.size[0] as f32 + 1.0, "{x}");
            assert!(y > -1.0 && y < turn.size[1] as f32 + 1.0, "{y}");
            assert_near(turn.outward([x, y]), corner);
        }
        // Back to the quarter.
        assert_near(turn.further(-0.1).outward([10.0, 1.0]), [299.0, 10.0]);
    }
}
