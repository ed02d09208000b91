//! Formats of one picture a file, read by the `image` crate.

use std::io::Cursor;

use image::codecs::{bmp, gif, jpeg as jpeg_codec, png, webp as webp_codec};
use image::metadata::Orientation;
use image::{ImageDecoder, ImageError, Limits};
use zeroize::Zeroizing;

use super::raster::Raster;
use super::{Format, Picture, jpeg, orientation, size, webp};
use crate::Error;

/// A format that this module reads.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    Png,
    Jpeg,
    WebP,
    Bmp,
    Gif,
}

impl Kind {
    pub(super) fn of(format: Format) -> Option<Self> {
        match format {
            Format::Png => Some(Self::Png),
            Format::Jpeg => Some(Self::Jpeg),
            Format::WebP => Some(Self::WebP),
            Format::Bmp => Some(Self::Bmp),
            Format::Gif => Some(Self::Gif),
            _ => None,
        }
    }

    pub(super) fn format(self) -> Format {
        match self {
            Self::Png => Format::Png,
            Self::Jpeg => Format::Jpeg,
            Self::WebP => Format::WebP,
            Self::Bmp => Format::Bmp,
            Self::Gif => Format::Gif,
        }
    }
}

/// Reads the picture; of an animation the first frame, on its canvas.
pub(super) fn decode(kind: Kind, bytes: &[u8]) -> Result<Picture, Error> {
    let fault = |error| classify(kind.format(), &error);
    let input = Cursor::new(bytes);
    match kind {
        Kind::Png => {
            // Compressed colour profiles and texts are unpacked with the header: bounded from the
            // beginning. `size::check` has the say on the pixels.
            read(kind, bytes, png::PngDecoder::with_limits(input, limits()).map_err(fault)?)
        }
        Kind::Jpeg => {
            jpeg::check(bytes)?;
            read(kind, bytes, jpeg_codec::JpegDecoder::new(input).map_err(fault)?)
        }
        Kind::WebP => read(kind, bytes, webp_codec::WebPDecoder::new(input).map_err(fault)?),
        Kind::Bmp => read(kind, bytes, bmp::BmpDecoder::new(input).map_err(fault)?),
        Kind::Gif => read(kind, bytes, gif::GifDecoder::new(input).map_err(fault)?),
    }
}

fn limits() -> Limits {
    let mut limits = Limits::no_limits();
    limits.max_image_width = Some(size::MAX_SIDE);
    limits.max_image_height = Some(size::MAX_SIDE);
    limits.max_alloc = Some(size::MAX_BYTES);
    limits
}

fn read(kind: Kind, bytes: &[u8], mut decoder: impl ImageDecoder) -> Result<Picture, Error> {
    let fault = |error| classify(kind.format(), &error);
    let (width, height) = decoder.dimensions();
    let color = decoder.color_type();
    size::check(width, height, color.bytes_per_pixel().into())?;
    decoder.set_limits(limits()).map_err(fault)?;
    // A picture that lies on its side is better than none: damage in the metadata is passed over.
    let turn = match kind {
        Kind::WebP => webp::orientation(bytes),
        _ => decoder.orientation().ok(),
    };
    let turn = turn.unwrap_or(Orientation::NoTransforms);
    let length = usize::try_from(decoder.total_bytes()).map_err(|_| Error::TooLarge)?;
    let mut samples = Zeroizing::new(vec![0; length]);
    decoder.read_image(&mut samples).map_err(fault)?;
    let raster = Raster::new((width, height), color, samples)
        .ok_or(Error::UnsupportedKind(kind.format()))?;
    let picture = raster.into_picture().ok_or(Error::Damaged(kind.format()))?;
    Ok(orientation::upright(picture, turn))
}

fn classify(format: Format, error: &ImageError) -> Error {
    match error {
        ImageError::Limits(_) => Error::TooLarge,
        ImageError::Unsupported(_) => Error::UnsupportedKind(format),
        _ => Error::Damaged(format),
    }
}
