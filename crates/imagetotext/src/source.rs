//! Decodes picture files: bytes in, upright RGB pixels out.
//!
//! [`decode()`] is the way in. Its limits are [`MAX_SIDE`], [`MAX_PIXELS`], [`MAX_BYTES`] and
//! [`MAX_PAGES`].

// The steps: detect the format from the first bytes (`format`), check the size in the header
// (`limits`), decode (`single_page` or, page by page, `tiff`), convert to 8 bits a sample (`raster`),
// put transparent pixels on a background (`flatten_alpha`), turn upright (`orientation`).

mod contained;
mod downscale;
mod flatten_alpha;
mod format;
mod jpeg_header;
mod limits;
mod orientation;
mod picture;
mod pixels;
mod raster;
mod single_page;
mod tiff;
mod webp_exif;

use crate::Error;
pub(crate) use jpeg_header::jpeg_components;
use single_page::SinglePageFormat;

pub use format::Format;
pub use limits::{MAX_BYTES, MAX_PAGES, MAX_PIXELS, MAX_SIDE};
pub use picture::Picture;

/// Opens a picture file. The pages are decoded one by one, when the iterator is asked for them.
///
/// Only TIFF files have more than one page; thumbnails and masks in them are left out. Of an animation
/// the first frame is decoded. After an error there are no more pages.
///
/// Decoders parse damaged and hostile files. Should one panic, the file is [`Error::Damaged`], and the
/// message, which may quote the picture, is not printed: the first call puts a panic hook of the
/// process before the one that it finds, which it goes on calling for all panics but those of its
/// decoders.
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
        return tiff::Pages::open(bytes).map(|pages| Pages::Tiff(Box::new(pages)));
    }
    let format = SinglePageFormat::of(format).ok_or(Error::Unsupported(format))?;
    Ok(Pages::Single(Some((format, bytes))))
}

/// The pages of a file.
enum Pages<'a> {
    Single(Option<(SinglePageFormat, &'a [u8])>),
    Tiff(Box<tiff::Pages<'a>>),
}

impl Iterator for Pages<'_> {
    type Item = Result<Picture, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        match self {
            Self::Single(file) => {
                let (format, bytes) = file.take()?;
                Some(single_page::decode(format, bytes))
            }
            Self::Tiff(pages) => pages.next(),
        }
    }
}
