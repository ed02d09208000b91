//! Pictures made smaller, to be looked at.

use image::{ImageBuffer, Rgb, imageops};
use zeroize::Zeroizing;

use super::Picture;

/// A picture of the same shape with at most `pixels` pixels, each the mean of those it stands for.
pub(super) fn shrink(picture: &Picture, pixels: u32) -> Picture {
    let (width, height) = (picture.width, picture.height);
    let scale = (f64::from(pixels) / (f64::from(width) * f64::from(height))).sqrt().min(1.0);
    // A very long picture keeps a row, which may then be too long by itself.
    let side = |length: u32| ((f64::from(length) * scale) as u32).clamp(1, pixels.max(1));
    let (narrow, low) = (side(width), side(height));
    let rgb = match ImageBuffer::<Rgb<u8>, &[u8]>::from_raw(width, height, &picture.rgb) {
        Some(whole) if scale < 1.0 => imageops::thumbnail(&whole, narrow, low).into_raw(),
        _ => return Picture { width, height, rgb: picture.rgb.clone() },
    };
    Picture { width: narrow, height: low, rgb: Zeroizing::new(rgb) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(width: u32, height: u32, rgb: &[u8]) -> Picture {
        Picture::from_rgb(width, height, rgb.to_vec()).unwrap()
    }

    #[test]
    fn a_picture_that_is_small_enough_stays_as_it_is() {
        let small = shrink(&picture(2, 1, &[1, 2, 3, 4, 5, 6]), 2);
        assert_eq!((small.width, small.height), (2, 1));
        assert_eq!(small.rgb(), [1, 2, 3, 4, 5, 6]);
    }

    #[test]
    fn pixels_become_their_mean() {
        let grey: Vec<u8> = [0, 100, 200, 100].iter().flat_map(|&grey| [grey; 3]).collect();
        let small = shrink(&picture(2, 2, &grey), 1);
        assert_eq!((small.width, small.height), (1, 1));
        assert_eq!(small.rgb(), [100; 3]);
    }

    #[test]
    fn the_shape_stays_and_no_side_vanishes() {
        let shape = |width: u32, height: u32| {
            let small =
                shrink(&picture(width, height, &vec![9; (width * height * 3) as usize]), 100);
            (small.width, small.height)
        };
        assert_eq!(shape(40, 40), (10, 10));
        assert_eq!(shape(40, 10), (20, 5));
        assert_eq!(shape(60_000, 1), (100, 1));
    }
}
