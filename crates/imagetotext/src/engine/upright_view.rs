//! A picture as it is where its text is upright.

use std::sync::OnceLock;

use zeroize::Zeroizing;

use super::grey_image::GreyImage;
use crate::Quad;
use crate::rotation::PageRotation;

/// A picture and how its page lies in it; the pixels are turned when somebody first asks for them.
pub(super) struct UprightView<'a> {
    given: GreyImage<'a>,
    pub(super) rotation: PageRotation,
    turned: OnceLock<Zeroizing<Vec<u8>>>,
}

impl<'a> UprightView<'a> {
    pub(super) fn new(given: GreyImage<'a>, rotation: PageRotation) -> Self {
        Self { given, rotation, turned: OnceLock::new() }
    }

    /// The picture with its text upright.
    pub(super) fn picture(&self) -> GreyImage<'_> {
        let [width, height] = self.rotation.size;
        if self.rotation == PageRotation::identity(self.given.width, self.given.height) {
            return self.given;
        }
        let pixels = self.turned.get_or_init(|| self.given.rotated(&self.rotation));
        GreyImage { pixels, width, height }
    }

    /// Where a place of the given picture is in the upright one.
    pub(super) fn to_upright(&self, quad: Quad) -> Quad {
        self.rotation.quad_to_upright(quad)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_on_its_side_is_turned_and_another_stays() {
        let given = GreyImage { pixels: &[1, 2, 3, 4, 5, 6], width: 3, height: 2 };
        let upright = PageRotation::identity(3, 2);
        assert_eq!(UprightView::new(given, upright).picture().pixels, given.pixels);
        let view = UprightView::new(given, upright.quarter_turn());
        assert_eq!(view.picture().pixels, [3, 6, 2, 5, 1, 4]);
        let corner = view.to_upright(Quad::upright(2.0, 0.0, 3.0, 1.0)).bounds();
        assert!(corner.left.abs() < 0.01 && corner.top.abs() < 0.01);
    }
}
