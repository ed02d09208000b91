//! Decodes picture files: bytes in, upright RGB pixels out.
//!
//! [`decode()`] is the way in, [`decode_with`] the one with options. Its limits are [`MAX_SIDE`], [`MAX_PIXELS`], [`MAX_BYTES`] and
//! [`MAX_PAGES`].

// The steps: detect the format from the first bytes (`format`), check the size in the header
// (`limits`), decode (`single_page` or, page by page, `tiff` and `pdf`), convert to 8 bits a sample (`raster`),
// put transparent pixels on a background (`flatten_alpha`), turn upright (`orientation`).

#[cfg(feature = "avif")]
mod avif;
mod contained;
mod downscale;
mod embedded;
mod flatten_alpha;
mod format;
mod gif;
#[cfg(feature = "heic")]
mod heic;
#[cfg(feature = "ico")]
mod ico;
#[cfg(feature = "jpeg2000")]
mod jpeg2000;
mod jpeg_header;
mod limits;
mod options;
mod orientation;
mod page_jpeg;
mod page_ranges;
mod page_update;
mod password;
#[cfg(feature = "pdf")]
mod pdf;
mod picture;
mod pixels;
mod placement;
#[cfg(feature = "psd")]
mod psd;
mod raster;
mod single_page;
mod stated_resolution;
mod tiff;
mod webp_exif;

use std::sync::Arc;

pub(crate) use jpeg_header::jpeg_components;

use crate::{Error, SecretBytes};

pub(crate) use embedded::EmbeddedText;
pub use format::Format;
pub use limits::{MAX_BYTES, MAX_PAGES, MAX_PIXELS, MAX_SIDE};
pub use options::{DecodeOptions, PdfText};
pub use page_ranges::{PageRanges, PageRangesError};
pub(crate) use page_update::FONT_NAME as UPDATE_FONT_NAME;
pub(crate) use page_update::FileEnd;
pub use page_update::PageUpdate;
pub use password::Password;
pub use picture::Picture;
pub use placement::Placement;

/// Opens a picture file. The pages are decoded one by one, when the iterator is asked for them.
///
/// Only TIFF and PDF files have more than one page; thumbnails and masks in a TIFF are left out. Of an
/// animation the first frame is decoded, and of a GIF the first one that is not of one colour. After an error a file may have further pages.
///
/// Decoders parse damaged and hostile files. Should one panic, the file is [`Error::Damaged`], and the
/// message, which may quote the picture, is not printed: the first call puts a panic hook of the
/// process before the one that it finds, which it goes on calling for all panics but those of its
/// decoders.
///
/// # Errors
/// [`Error::Empty`], [`Error::NotAPicture`] and [`Error::Unsupported`] come from the first bytes.
/// The pages, and for TIFF and PDF this function as well, give [`Error::Damaged`],
/// [`Error::UnsupportedKind`], and [`Error::TooLarge`] beyond [`MAX_SIDE`], [`MAX_PIXELS`] or
/// [`MAX_BYTES`], [`Error::TooManyPages`] beyond [`MAX_PAGES`]. A PDF that is encrypted is
/// [`Error::PasswordNeeded`].
pub fn decode(bytes: &[u8]) -> Result<impl Iterator<Item = Result<Picture, Error>>, Error> {
    let format = format_of(bytes)?;
    // The reader of PDF wants to own its bytes.
    let owned = (format == Format::Pdf).then(|| Arc::new(SecretBytes::from(bytes.to_vec())));
    open(bytes, owned, format, &DecodeOptions::default())
}

/// Opens a picture file as [`decode()`] does, with options.
///
/// # Errors
/// Those of [`decode()`], and [`Error::WrongPassword`].
pub fn decode_with<'a>(
    bytes: &'a Arc<SecretBytes>,
    options: &DecodeOptions,
) -> Result<impl Iterator<Item = Result<Picture, Error>> + use<'a>, Error> {
    open(bytes, Some(bytes.clone()), format_of(bytes)?, options)
}

fn format_of(bytes: &[u8]) -> Result<Format, Error> {
    if bytes.is_empty() {
        return Err(Error::Empty);
    }
    Format::of(bytes).ok_or(Error::NotAPicture)
}

fn open<'a>(
    bytes: &'a [u8],
    owned: Option<Arc<SecretBytes>>,
    format: Format,
    options: &DecodeOptions,
) -> Result<Pages<'a>, Error> {
    match (format, owned) {
        #[cfg(feature = "pdf")]
        (Format::Pdf, Some(bytes)) => {
            pdf::Pages::open(bytes, options).map(|pages| Pages::Pdf(Box::new(pages)))
        }
        (Format::Tiff, _) => {
            Ok(Pages::Tiff(Box::new(tiff::Pages::open(bytes, options.pages.clone())?)))
        }
        _ if !format.is_decoded() => Err(Error::Unsupported(format)),
        _ => Ok(Pages::Single(options.pages.contains(1).then_some((format, bytes)))),
    }
}

/// The pages of a file.
enum Pages<'a> {
    Single(Option<(Format, &'a [u8])>),
    Tiff(Box<tiff::Pages<'a>>),
    #[cfg(feature = "pdf")]
    Pdf(Box<pdf::Pages>),
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
            #[cfg(feature = "pdf")]
            Self::Pdf(pages) => pages.next(),
        }
    }
}
