//! HEIC photographs, decoded by `heifer`, an implementation of its own of the HEVC standard.

use zeroize::Zeroizing;

use super::limits::MAX_PIXELS;
use super::raster::{Channels, Raster};
use super::{Format, Picture};
use crate::Error;

/// Decodes the primary picture. `heifer` crops and turns it.
pub(super) fn decode(bytes: &[u8]) -> Result<Picture, Error> {
    // On this thread: a sandboxed process may start no others.
    let options = heifer::Options { max_threads: 1, max_pixels: MAX_PIXELS };
    let image = heifer::decode_rgba8(bytes, &options).map_err(|error| match error {
        heifer::Error::Unsupported(_) => Error::UnsupportedKind(Format::Heic),
        _ => Error::Damaged(Format::Heic),
    })?;
    let raster = Raster {
        width: image.width,
        height: image.height,
        channels: Channels::Rgba,
        samples: Zeroizing::new(image.data),
    };
    raster.into_picture().ok_or(Error::Damaged(Format::Heic))
}
