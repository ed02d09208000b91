//! Where a stored image is on its page.

use serde::{Deserialize, Serialize};

/// How an image lies on its page: the numbers `a` to `f` put its point (u, v) at (a·u + c·v + e, b·u + d·v + f). Both
/// are counted from the top left corner, in widths and heights of the image and of the page.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Placement(pub [f32; 6]);

/// Images that reach further beyond their page are not meant to be seen, in pages.
const FARTHEST: f32 = 100.0;

impl Placement {
    /// The image is the page.
    pub const UPRIGHT: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// The image is the page, seen as the orientation tag of Exif says: 1 to 8 (CIPA DC-008, 4.6.4).
    pub(crate) fn of_exif(orientation: u8) -> Self {
        let numbers: [i8; 6] = match orientation {
            2 => [-1, 0, 0, 1, 1, 0],
            3 => [-1, 0, 0, -1, 1, 1],
            4 => [1, 0, 0, -1, 0, 1],
            5 => [0, 1, 1, 0, 0, 0],
            6 => [0, 1, -1, 0, 1, 0],
            7 => [0, -1, -1, 0, 1, 1],
            8 => [0, -1, 1, 0, 0, 1],
            _ => return Self::UPRIGHT,
        };
        Self(numbers.map(f32::from))
    }

    /// The same after clockwise quarter turns of the page.
    pub(crate) fn rotated(self, quarter_turns: u8) -> Self {
        (0..quarter_turns % 4)
            .fold(self, |Self([a, b, c, d, e, f]), _| Self([-b, a, -d, c, 1.0 - f, e]))
    }

    /// Where a point of the image is on the page.
    pub(crate) fn of_point(&self, [u, v]: [f32; 2]) -> [f32; 2] {
        let Self(numbers) = self;
        [0, 1].map(|axis| numbers[axis] * u + numbers[axis + 2] * v + numbers[axis + 4])
    }

    /// Whether an image can lie so.
    pub(crate) fn is_sound(&self) -> bool {
        self.0.iter().all(|number| number.abs() <= FARTHEST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_placement_turns_with_its_page() {
        // A quarter turn clockwise: what was at the bottom left is at the top left.
        let turned = Placement::UPRIGHT.rotated(1);
        let hundredths = |placement: Placement, point: [f32; 2]| {
            placement.of_point(point).map(|number| (number * 100.0).round() as i32)
        };
        assert_eq!(hundredths(turned, [0.0, 1.0]), [0, 0]);
        assert_eq!(turned, Placement::of_exif(6));
        assert_eq!(Placement::of_exif(6).rotated(3), Placement::UPRIGHT);
        assert_eq!(Placement::of_exif(8).rotated(2), Placement::of_exif(6));
        let part = Placement([0.5, 0.0, 0.0, 0.25, 0.5, 0.0]);
        assert_eq!(hundredths(part.rotated(1), [0.0, 0.0]), [100, 50]);
    }

    #[test]
    fn numbers_that_cannot_be_are_refused() {
        assert!(Placement::UPRIGHT.is_sound());
        for number in [f32::NAN, f32::INFINITY, -1e6] {
            assert!(!Placement([1.0, 0.0, 0.0, 1.0, number, 0.0]).is_sound());
        }
    }
}
