//! Bytes of a picture file in, upright pixels out.
//!
//! The way: tell the format by its first bytes ([`Format::of`]), ask the header for the size, unpack
//! ([`plain`] or, page by page, [`tiff`]), reduce to eight bits ([`raster`]), lay transparent pixels
//! on a readable ground ([`alpha`]), turn upright ([`orientation`]).

mod alpha;
mod format;
mod jpeg;
mod orientation;
mod plain;
mod raster;
mod shrink;
mod size;
mod tiff;
mod webp;

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};

use zeroize::{ZeroizeOnDrop, Zeroizing};

use crate::Error;
use raster::{Channels, Raster};

pub use format::Format;
pub use size::{MAX_BYTES, MAX_PIXELS, MAX_SIDE};
pub use tiff::MAX_PAGES;

/// One upright picture, opaque, RGB; wiped when dropped.
pub struct Picture {
    width: u32,
    height: u32,
    rgb: Zeroizing<Vec<u8>>,
}

impl ZeroizeOnDrop for Picture {}

impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Picture({} × {})", self.width, self.height)
    }
}

impl Picture {
    /// From pixels: rows from top to bottom without gaps, three bytes a pixel.
    ///
    /// # Errors
    /// [`Error::Empty`] when a side is 0, [`Error::TooLarge`] beyond [`MAX_SIDE`] or [`MAX_PIXELS`],
    /// [`Error::Internal`] when the number of bytes is not width × height × 3.
    pub fn from_rgb(width: u32, height: u32, rgb: Vec<u8>) -> Result<Self, Error> {
        Self::from_samples(width, height, Channels::Rgb, rgb)
    }

    /// From pixels with straight alpha, four bytes each, as a clipboard gives them. Transparent
    /// ones are laid on white, or on black when what is to be seen is light. Alpha that is 0
    /// everywhere is ignored.
    ///
    /// # Errors
    /// Those of [`Picture::from_rgb`], with four bytes a pixel.
    pub fn from_rgba(width: u32, height: u32, rgba: Vec<u8>) -> Result<Self, Error> {
        Self::from_samples(width, height, Channels::Rgba, rgba)
    }

    fn from_samples(
        width: u32,
        height: u32,
        channels: Channels,
        samples: Vec<u8>,
    ) -> Result<Self, Error> {
        let samples = Zeroizing::new(samples);
        if width == 0 || height == 0 {
            return Err(Error::Empty);
        }
        size::check(width, height, 4)?;
        let raster = Raster { width, height, channels, samples };
        raster.into_picture().ok_or(Error::Internal("the pixels given do not fit their size"))
    }

    /// Width in pixels, at least 1.
    pub fn width(&self) -> u32 {
        self.width
    }

    /// Height in pixels, at least 1.
    pub fn height(&self) -> u32 {
        self.height
    }

    /// Rows from top to bottom, three bytes a pixel.
    pub fn rgb(&self) -> &[u8] {
        &self.rgb
    }

    /// The picture turned clockwise by so many quarters.
    #[must_use]
    pub fn turned(self, quarters: u8) -> Self {
        orientation::upright(self, orientation::quarters(quarters))
    }

    /// A picture of the same shape with at most so many pixels, each the mean of those it stands
    /// for; the same picture when it is small enough. It has at least one pixel.
    #[must_use]
    pub fn shrunk(&self, pixels: u32) -> Self {
        shrink::shrink(self, pixels)
    }

    /// Brightness of each pixel, 0 (black) to 255, rows from top to bottom (ITU-R BT.601 weights).
    pub fn luma(&self) -> Zeroizing<Vec<u8>> {
        raster::spread(&self.rgb, |pixel: [u8; 3]| [luma(&pixel)])
    }
}

/// Brightness of a pixel that begins with red, green, blue: 0.299, 0.587 and 0.114 (ITU-R BT.601) as
/// parts of 2^16, which add up to it, so that white stays white.
fn luma(pixel: &[u8]) -> u8 {
    let [red, green, blue] = [pixel[0], pixel[1], pixel[2]].map(u32::from);
    ((red * 19_595 + green * 38_470 + blue * 7_471 + (1 << 15)) >> 16) as u8
}

/// Opens a picture file; the pages of the iterator are decoded one by one, when they are asked for.
///
/// Only TIFF files have more than one page. Thumbnails and masks in them are left out, animations
/// show their first frame. After an error there are no more pages.
///
/// # Errors
/// [`Error::Empty`], [`Error::NotAPicture`] and [`Error::Unsupported`] come from the first bytes.
/// The pages, and for TIFF this function as well, give [`Error::Damaged`],
/// [`Error::UnsupportedKind`], and [`Error::TooLarge`] beyond [`MAX_SIDE`], [`MAX_PIXELS`],
/// [`MAX_BYTES`] or [`MAX_PAGES`].
pub fn decode(bytes: &[u8]) -> Result<impl Iterator<Item = Result<Picture, Error>>, Error> {
    if bytes.is_empty() {
        return Err(Error::Empty);
    }
    let format = Format::of(bytes).ok_or(Error::NotAPicture)?;
    if format == Format::Tiff {
        return tiff::Pages::open(bytes).map(|pages| Pages::Several(Box::new(pages)));
    }
    let kind = plain::Kind::of(format).ok_or(Error::Unsupported(format))?;
    Ok(Pages::One(Some((kind, bytes))))
}

/// The pages of a file.
enum Pages<'a> {
    One(Option<(plain::Kind, &'a [u8])>),
    Several(Box<tiff::Pages<'a>>),
}

impl Iterator for Pages<'_> {
    type Item = Result<Picture, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        match self {
            Self::One(picture) => {
                let (kind, bytes) = picture.take()?;
                Some(contain(kind.format(), || plain::decode(kind, bytes)))
            }
            Self::Several(pages) => pages.next(),
        }
    }
}

/// Runs a decoder. They are not ours and meet hostile files: should one panic, then the file is
/// broken in a way that its authors did not think of.
fn contain<T>(format: Format, work: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
    // Unwind safe: after an error nobody uses again what `work` was changing.
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|payload| {
        // Dropping a payload may panic itself; it is a message, and leaking it harms nobody.
        std::mem::forget(payload);
        Err(Error::Damaged(format))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pixels_are_checked() {
        assert!(matches!(Picture::from_rgb(0, 5, vec![]), Err(Error::Empty)));
        assert!(matches!(Picture::from_rgb(2, 1, vec![0; 5]), Err(Error::Internal(_))));
        assert!(matches!(Picture::from_rgba(2, 1, vec![0; 6]), Err(Error::Internal(_))));
        assert!(matches!(Picture::from_rgb(u32::MAX, 2, vec![]), Err(Error::TooLarge)));
        let picture = Picture::from_rgb(1, 2, vec![1, 2, 3, 4, 5, 6]).unwrap();
        assert_eq!((picture.width(), picture.height()), (1, 2));
        assert_eq!(picture.rgb(), [1, 2, 3, 4, 5, 6]);
    }

    #[test]
    fn transparent_pixels_get_a_ground() {
        let picture = Picture::from_rgba(2, 1, vec![0, 0, 0, 255, 9, 9, 9, 0]).unwrap();
        assert_eq!(picture.rgb(), [0, 0, 0, 255, 255, 255]);
    }

    #[test]
    fn brightness_is_that_of_bt_601() {
        let colours: [u8; 15] = [0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 255, 0, 0, 0, 255];
        let picture = Picture::from_rgb(5, 1, colours.to_vec()).unwrap();
        assert_eq!(picture.luma()[..], [0, 255, 76, 150, 29]);
        assert_eq!((0..=255).find(|&grey| luma(&[grey; 3]) != grey), None);
    }

    #[test]
    fn nothing_of_a_picture_is_printed() {
        fn wiped<T: ZeroizeOnDrop>(value: T) -> T {
            value
        }
        let picture = wiped(Picture::from_rgb(1, 1, vec![77; 3]).unwrap());
        assert_eq!(format!("{picture:?}"), "Picture(1 × 1)");
    }

    #[test]
    fn a_panic_becomes_an_error_of_the_file() {
        let outcome = contain::<()>(Format::Png, || panic!("a decoder gives up"));
        assert!(matches!(outcome, Err(Error::Damaged(Format::Png))));
    }
}
