//! Whether a page shows something where its text layer has a word.

use crate::Quad;
use crate::source::picture::{Picture, luma};

/// Least difference of brightness, 0 to 255, between letters and their background. Light grey text on
/// white, which people just see, has 40.
const CONTRAST: u8 = 24;

/// Whether the pixels under a word differ.
pub(super) fn is_under(picture: &Picture, quad: &Quad) -> bool {
    let bounds = quad.bounds();
    let (width, height) = (picture.width as usize, picture.height as usize);
    let column = |at: f32| (at.max(0.0) as usize).min(width);
    let row = |at: f32| (at.max(0.0) as usize).min(height);
    let columns = column(bounds.left)..column(bounds.right.ceil() + 1.0);
    let (mut darkest, mut lightest) = (u8::MAX, u8::MIN);
    for row in row(bounds.top)..row(bounds.bottom.ceil() + 1.0) {
        let pixels = &picture.rgb[row * width * 3..][columns.start * 3..columns.end * 3];
        for pixel in pixels.chunks_exact(3) {
            let brightness = luma(pixel);
            darkest = darkest.min(brightness);
            lightest = lightest.max(brightness);
            if lightest - darkest >= CONTRAST {
                return true;
            }
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_differ_from_their_background() {
        let mut rgb = vec![255; 20 * 10 * 3];
        rgb[(4 * 20 + 5) * 3..][..3].fill(200);
        let picture = Picture::from_rgb(20, 10, rgb).unwrap();
        assert!(is_under(&picture, &Quad::upright(2.0, 2.0, 9.0, 8.0)));
        assert!(!is_under(&picture, &Quad::upright(10.0, 2.0, 19.0, 8.0)));
        assert!(!is_under(&picture, &Quad::upright(-9.0, -9.0, 90.0, -2.0)));
        assert!(is_under(&picture, &Quad::upright(-9.0, -9.0, 90.0, 90.0)));
    }
}
