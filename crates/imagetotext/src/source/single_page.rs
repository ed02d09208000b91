//! Formats of one page a file, decoded by the `image` crate.

use std::io::Cursor;

use image::codecs::{bmp, gif, jpeg as jpeg_codec, png, webp as webp_codec};
use image::metadata::Orientation;
use image::{ImageDecoder, ImageError, Limits};
use zeroize::Zeroizing;

use super::contained::decode_contained;
use super::limits::{MAX_BYTES, MAX_SIDE, check_size};
use super::raster::Raster;
use super::{Format, Picture, jpeg_header, webp_exif};
use crate::Error;

/// A format that this module decodes.
#[derive(Debug, Clone, Copy)]
pub(super) enum SinglePageFormat {
    Png,
    Jpeg,
    WebP,
    Bmp,
    Gif,
}

impl SinglePageFormat {
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

    fn format(self) -> Format {
        match self {
            Self::Png => Format::Png,
            Self::Jpeg => Format::Jpeg,
            Self::WebP => Format::WebP,
            Self::Bmp => Format::Bmp,
            Self::Gif => Format::Gif,
        }
    }
}

/// Decodes the picture; of an animation the first frame, on its canvas.
pub(super) fn decode(format: SinglePageFormat, bytes: &[u8]) -> Result<Picture, Error> {
    decode_contained(format.format(), || open_and_decode(format, bytes))
}

fn open_and_decode(format: SinglePageFormat, bytes: &[u8]) -> Result<Picture, Error> {
    let error = |error| classify(format.format(), &error);
    let input = Cursor::new(bytes);
    match format {
        SinglePageFormat::Png => {
            // Colour profiles and texts are decompressed with the header, so limits are needed from the
            // beginning. `check_size` limits the pixels.
            decode_with(
                format,
                bytes,
                png::PngDecoder::with_limits(input, limits()).map_err(error)?,
            )
        }
        SinglePageFormat::Jpeg => {
            jpeg_header::check(bytes)?;
            decode_with(format, bytes, jpeg_codec::JpegDecoder::new(input).map_err(error)?)
        }
        SinglePageFormat::WebP => {
            decode_with(format, bytes, webp_codec::WebPDecoder::new(input).map_err(error)?)
        }
        SinglePageFormat::Bmp => {
            decode_with(format, bytes, bmp::BmpDecoder::new(input).map_err(error)?)
        }
        SinglePageFormat::Gif => {
            decode_with(format, bytes, gif::GifDecoder::new(input).map_err(error)?)
        }
    }
}

fn limits() -> Limits {
    let mut limits = Limits::no_limits();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_BYTES);
    limits
}

fn decode_with(
    format: SinglePageFormat,
    bytes: &[u8],
    mut decoder: impl ImageDecoder,
) -> Result<Picture, Error> {
    let error = |error| classify(format.format(), &error);
    let (width, height) = decoder.dimensions();
    let color = decoder.color_type();
    check_size(width, height, color.bytes_per_pixel().into())?;
    decoder.set_limits(limits()).map_err(error)?;
    // A picture that lies on its side is better than none: damaged metadata is ignored.
    let orientation = match format {
        SinglePageFormat::WebP => webp_exif::orientation(bytes),
        _ => decoder.orientation().ok(),
    };
    let orientation = orientation.unwrap_or(Orientation::NoTransforms);
    let length = usize::try_from(decoder.total_bytes()).map_err(|_| Error::TooLarge)?;
    let mut samples = Zeroizing::new(vec![0; length]);
    decoder.read_image(&mut samples).map_err(error)?;
    let raster = Raster::new((width, height), color, samples)
        .ok_or(Error::UnsupportedKind(format.format()))?;
    let picture = raster.into_picture().ok_or(Error::Damaged(format.format()))?;
    Ok(picture.oriented(orientation))
}

fn classify(format: Format, error: &ImageError) -> Error {
    match error {
        ImageError::Limits(_) => Error::TooLarge,
        ImageError::Unsupported(_) => Error::UnsupportedKind(format),
        _ => Error::Damaged(format),
    }
}
