//! JPEG 2000, decoded by the crate that reads it in PDF files as well.

use hayro_jpeg2000::{ColorSpace, DecodeSettings, DecoderContext, Image};
use zeroize::Zeroizing;

use super::limits::check_size;
use super::raster::{Channels, Raster};
use super::{Format, Picture};
use crate::Error;

/// Decodes the picture; one of another colour space than grey and RGB is refused.
pub(super) fn decode(bytes: &[u8]) -> Result<Picture, Error> {
    let damaged = Error::Damaged(Format::Jpeg2000);
    // Else what is cut short is filled up.
    let settings = DecodeSettings { strict: true, ..DecodeSettings::default() };
    let Ok(image) = Image::new(bytes, &settings) else { return Err(damaged) };
    let (width, height) = (image.width(), image.height());
    // It decodes to floating point numbers.
    check_size(width, height, 4)?;
    let colours = match image.color_space() {
        ColorSpace::Gray => 1,
        ColorSpace::RGB => 3,
        space @ (ColorSpace::Icc { .. } | ColorSpace::Unknown { .. }) => space.num_channels(),
        _ => return Err(Error::UnsupportedKind(Format::Jpeg2000)),
    };
    let channels = match (colours, image.has_alpha()) {
        (1, false) => Channels::Grey,
        (1, true) => Channels::GreyAlpha,
        (3, false) => Channels::Rgb,
        (3, true) => Channels::Rgba,
        _ => return Err(Error::UnsupportedKind(Format::Jpeg2000)),
    };
    let mut context = DecoderContext::default();
    let Ok(decoded) = image.decode(&mut context) else { return Err(damaged) };
    let samples = Zeroizing::new(decoded.data_u8());
    Raster { width, height, channels, samples }.into_picture().ok_or(damaged)
}
