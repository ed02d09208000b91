//! A decoded page.

use std::fmt;

use zeroize::{ZeroizeOnDrop, Zeroizing};

use super::embedded::EmbeddedText;
use super::page_jpeg::PageJpeg;
use super::page_update::PageUpdate;
use super::pixels::map_pixels;
use crate::Resolution;

/// One upright, opaque page of RGB pixels; wiped when dropped.
pub struct Picture {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) rgb: Zeroizing<Vec<u8>>,
    /// If the file says it.
    pub(crate) resolution: Option<Resolution>,
    /// Text that the file has for the page; it is not read again.
    pub(crate) embedded: Option<Box<EmbeddedText>>,
    /// Names of attached files, as [`Page`](crate::Page) has them.
    pub(crate) attachments: Vec<String>,
    /// The JPEG in the file that is the same picture.
    pub(crate) jpeg: Option<Box<PageJpeg>>,
    /// How its page of a PDF can be updated.
    pub(crate) update: Option<Box<PageUpdate>>,
}

impl ZeroizeOnDrop for Picture {}

impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Picture({} × {})", self.width, self.height)
    }
}

impl Picture {
    /// A picture without more than its pixels.
    pub(super) fn plain(width: u32, height: u32, rgb: Zeroizing<Vec<u8>>) -> Self {
        Self {
            width,
            height,
            rgb,
            resolution: None,
            embedded: None,
            attachments: Vec::new(),
            jpeg: None,
            update: None,
        }
    }

    /// Width in pixels, at least 1.
    pub fn width(&self) -> u32 {
        self.width
    }

    /// Height in pixels, at least 1.
    pub fn height(&self) -> u32 {
        self.height
    }

    /// Pixels an inch, if the file says so and it can be believed.
    pub fn resolution(&self) -> Option<Resolution> {
        self.resolution
    }

    /// How its page of a PDF can be updated, if that was asked for, and its text is missing there.
    pub fn page_update(&self) -> Option<&PageUpdate> {
        self.update.as_deref()
    }

    /// Rows from top to bottom, three bytes a pixel.
    pub fn rgb(&self) -> &[u8] {
        &self.rgb
    }

    /// Brightness of each pixel, 0 (black) to 255 (white), rows from top to bottom, with the weights of
    /// ITU-R BT.601.
    pub fn luma(&self) -> Zeroizing<Vec<u8>> {
        map_pixels(&self.rgb, |pixel: [u8; 3]| [luma(&pixel)])
    }
}

/// Brightness of a pixel that begins with red, green, blue. The weights 0.299, 0.587 and 0.114 of ITU-R
/// BT.601 in units of 2^-16 add up to 1, so that white stays white.
pub(super) fn luma(pixel: &[u8]) -> u8 {
    let [red, green, blue] = [pixel[0], pixel[1], pixel[2]].map(u32::from);
    ((red * 19_595 + green * 38_470 + blue * 7_471 + (1 << 15)) >> 16) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(width: u32, rgb: &[u8]) -> Picture {
        Picture::plain(width, 1, rgb.to_vec().into())
    }

    #[test]
    fn brightness_is_that_of_bt_601() {
        let colours: [u8; 15] = [0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 255, 0, 0, 0, 255];
        assert_eq!(picture(5, &colours).luma()[..], [0, 255, 76, 150, 29]);
        assert_eq!((0..=255).find(|&grey| luma(&[grey; 3]) != grey), None);
    }

    #[test]
    fn debug_shows_no_pixels() {
        fn wiped<T: ZeroizeOnDrop>(value: T) -> T {
            value
        }
        let picture = wiped(picture(1, &[77; 3]));
        assert_eq!(format!("{picture:?}"), "Picture(1 × 1)");
    }
}
