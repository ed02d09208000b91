//! Smaller copies of pictures, for previews and thumbnails.

use image::{ImageBuffer, Rgb, imageops};
use zeroize::Zeroizing;

use super::Picture;

impl Picture {
    /// A copy of the same shape with at most `max_pixels` pixels, each the mean of those that it
    /// replaces; an unchanged copy when the picture is small enough. It has at least one pixel.
    #[must_use]
    pub fn downscaled(&self, max_pixels: u32) -> Self {
        downscale(self, max_pixels)
    }
}

fn downscale(picture: &Picture, max_pixels: u32) -> Picture {
    let (width, height) = (picture.width, picture.height);
    let scale = (f64::from(max_pixels) / (f64::from(width) * f64::from(height))).sqrt().min(1.0);
    // A very long picture keeps one row, which may then have too many pixels by itself.
    let side = |length: u32| ((f64::from(length) * scale) as u32).clamp(1, max_pixels.max(1));
    let (new_width, new_height) = (side(width), side(height));
    let rgb = match ImageBuffer::<Rgb<u8>, &[u8]>::from_raw(width, height, &picture.rgb) {
        Some(whole) if scale < 1.0 => imageops::thumbnail(&whole, new_width, new_height).into_raw(),
        _ => return Picture::plain(width, height, picture.rgb.clone()),
    };
    Picture::plain(new_width, new_height, Zeroizing::new(rgb))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(width: u32, height: u32, rgb: &[u8]) -> Picture {
        Picture::from_rgb(width, height, rgb.to_vec()).unwrap()
    }

    #[test]
    fn small_pictures_are_unchanged() {
        let small = picture(2, 1, &[1, 2, 3, 4, 5, 6]).downscaled(2);
        assert_eq!((small.width, small.height), (2, 1));
        assert_eq!(small.rgb(), [1, 2, 3, 4, 5, 6]);
    }

    #[test]
    fn pixels_are_averaged() {
        let grey: Vec<u8> = [0, 100, 200, 100].iter().flat_map(|&grey| [grey; 3]).collect();
        let small = picture(2, 2, &grey).downscaled(1);
        assert_eq!((small.width, small.height), (1, 1));
        assert_eq!(small.rgb(), [100; 3]);
    }

    #[test]
    fn the_shape_is_kept_and_no_side_vanishes() {
        let shape = |width: u32, height: u32| {
            let small =
                picture(width, height, &vec![9; (width * height * 3) as usize]).downscaled(100);
            (small.width, small.height)
        };
        assert_eq!(shape(40, 40), (10, 10));
        assert_eq!(shape(40, 10), (20, 5));
        assert_eq!(shape(60_000, 1), (100, 1));
    }
}
