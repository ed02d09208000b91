//! Formats of one page a file: most are decoded by the `image` crate or by a decoder with its interface.

use std::io::Cursor;

use image::codecs::gif::GifDecoder;
use image::codecs::{bmp, jpeg as jpeg_codec, png, webp as webp_codec};
use image::metadata::Orientation;
use image::{ImageDecoder, ImageError, Limits};
use zeroize::Zeroizing;

use super::contained::decode_contained;
use super::limits::{MAX_BYTES, MAX_SIDE, check_size};
use super::raster::Raster;
use super::{Format, Picture, gif, jpeg_header, stated_resolution, webp_exif};
use crate::Error;

/// Decodes the picture; of an animation the first frame, on its canvas, and of a GIF the first that shows something.
pub(super) fn decode(format: Format, bytes: &[u8]) -> Result<Picture, Error> {
    decode_contained(format, || open_and_decode(format, bytes))
}

fn open_and_decode(format: Format, bytes: &[u8]) -> Result<Picture, Error> {
    let error = |error| classify(format, &error);
    let input = Cursor::new(bytes);
    match format {
        Format::Png => {
            // Colour profiles and texts are decompressed with the header, so limits are needed from the
            // beginning. `check_size` limits the pixels.
            let decoder = png::PngDecoder::with_limits(input, limits()).map_err(error)?;
            decode_with(format, bytes, decoder)
        }
        Format::Jpeg => {
            jpeg_header::check(bytes)?;
            decode_with(format, bytes, jpeg_codec::JpegDecoder::new(input).map_err(error)?)
        }
        Format::WebP => {
            decode_with(format, bytes, webp_codec::WebPDecoder::new(input).map_err(error)?)
        }
        Format::Bmp => decode_with(format, bytes, bmp::BmpDecoder::new(input).map_err(error)?),
        Format::Gif => {
            let first = decode_with(format, bytes, GifDecoder::new(input).map_err(error)?)?;
            Ok(gif::later_frame(bytes, &first).unwrap_or(first))
        }
        #[cfg(feature = "ico")]
        Format::Ico => {
            if let Some(png) = super::ico::largest_png(bytes) {
                let decoder = png::PngDecoder::with_limits(Cursor::new(png), limits());
                return decode_with(format, bytes, decoder.map_err(error)?);
            }
            let decoder = image::codecs::ico::IcoDecoder::new(input).map_err(error)?;
            decode_with(format, bytes, decoder)
        }
        #[cfg(feature = "pnm")]
        Format::Pnm => {
            let decoder = image::codecs::pnm::PnmDecoder::new(input).map_err(error)?;
            decode_with(format, bytes, decoder)
        }
        #[cfg(feature = "tga")]
        Format::Tga => {
            let decoder = image::codecs::tga::TgaDecoder::new(input).map_err(error)?;
            decode_with(format, bytes, decoder)
        }
        #[cfg(feature = "qoi")]
        Format::Qoi => {
            let decoder = image::codecs::qoi::QoiDecoder::new(input).map_err(error)?;
            decode_with(format, bytes, decoder)
        }
        #[cfg(feature = "jpeg-xl")]
        Format::JpegXl => {
            let decoder = jxl_image_rs_integration::JxlDecoder::new(input).map_err(error)?;
            decode_with(format, bytes, decoder)
        }
        #[cfg(feature = "jpeg2000")]
        Format::Jpeg2000 => super::jpeg2000::decode(bytes),
        #[cfg(feature = "heic")]
        Format::Heic => super::heic::decode(bytes),
        #[cfg(feature = "avif")]
        Format::Avif => super::avif::decode(bytes),
        #[cfg(feature = "psd")]
        Format::Psd => super::psd::decode(bytes),
        _ => Err(Error::Unsupported(format)),
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
    format: Format,
    bytes: &[u8],
    mut decoder: impl ImageDecoder,
) -> Result<Picture, Error> {
    let error = |error| classify(format, &error);
    let (width, height) = decoder.dimensions();
    let color = decoder.color_type();
    check_size(width, height, color.bytes_per_pixel().into())?;
    decoder.set_limits(limits()).map_err(error)?;
    // A picture that lies on its side is better than none: damaged metadata is ignored.
    let exif = match format {
        Format::WebP => webp_exif::chunk(bytes).map(<[u8]>::to_vec),
        _ => decoder.exif_metadata().ok().flatten(),
    };
    let exif = exif.as_deref();
    let orientation = exif.and_then(Orientation::from_exif_chunk);
    let orientation = orientation.unwrap_or(Orientation::NoTransforms);
    let length = usize::try_from(decoder.total_bytes()).map_err(|_| Error::TooLarge)?;
    let mut samples = Zeroizing::new(vec![0; length]);
    decoder.read_image(&mut samples).map_err(error)?;
    let raster =
        Raster::new((width, height), color, samples).ok_or(Error::UnsupportedKind(format))?;
    let mut picture = raster.into_picture().ok_or(Error::Damaged(format))?;
    picture.resolution = stated_resolution::of(format, bytes, exif);
    Ok(picture.oriented(orientation))
}

fn classify(format: Format, error: &ImageError) -> Error {
    match error {
        ImageError::Limits(_) => Error::TooLarge,
        ImageError::Unsupported(_) => Error::UnsupportedKind(format),
        _ => Error::Damaged(format),
    }
}
