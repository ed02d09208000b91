//! Photoshop documents: the picture of all layers together, which most of them contain.

use zeroize::Zeroizing;
use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_core::result::DecodingResult;
use zune_psd::PSDDecoder;

use super::limits::{MAX_SIDE, check_size};
use super::pixels::to_8_bits;
use super::raster::{Channels, Raster};
use super::{Format, Picture};
use crate::Error;

/// Decodes grey and RGB pictures; others are refused.
pub(super) fn decode(bytes: &[u8]) -> Result<Picture, Error> {
    let damaged = Error::Damaged(Format::Psd);
    let unsupported = Error::UnsupportedKind(Format::Psd);
    let side = MAX_SIDE as usize;
    let options = DecoderOptions::default().set_max_width(side).set_max_height(side);
    let mut decoder = PSDDecoder::new_with_options(ZCursor::new(bytes), options);
    if decoder.decode_headers().is_err() {
        return Err(if is_other_kind(bytes) { unsupported } else { damaged });
    }
    let (width, height) = decoder.dimensions().ok_or(Error::Damaged(Format::Psd))?;
    let (width, height) = (width as u32, height as u32);
    // Four channels of 16 bits, and once more when they are converted.
    check_size(width, height, 8)?;
    if !is_complete(bytes, width as usize, height as usize) {
        return Err(damaged);
    }
    let channels = match decoder.colorspace() {
        Some(ColorSpace::Luma) => Channels::Grey,
        Some(ColorSpace::LumaA) => Channels::GreyAlpha,
        Some(ColorSpace::RGB) => Channels::Rgb,
        Some(ColorSpace::RGBA) => Channels::Rgba,
        _ => return Err(unsupported),
    };
    let samples = match decoder.decode() {
        Ok(DecodingResult::U8(samples)) => Zeroizing::new(samples),
        Ok(DecodingResult::U16(samples)) => {
            let wide = Zeroizing::new(samples);
            Zeroizing::new(wide.iter().map(|&sample| to_8_bits(sample)).collect())
        }
        Ok(_) => return Err(unsupported),
        Err(_) => return Err(damaged),
    };
    Raster { width, height, channels, samples }.into_picture().ok_or(damaged)
}

/// Whether all pixels are there: the decoder takes those that are missing for black. After the header come
/// three sections with their lengths, the kind of compression, and the pixels, of which the compressed ones
/// begin with the length of each row.
fn is_complete(bytes: &[u8], width: usize, height: usize) -> bool {
    let complete = || {
        let mut at = 26_usize;
        for _ in 0..3 {
            let length = u32::from_be_bytes(*bytes.get(at..)?.first_chunk()?);
            at = at.checked_add(4)?.checked_add(usize::try_from(length).ok()?)?;
        }
        let short = |at: usize| -> Option<usize> {
            Some(u16::from_be_bytes(*bytes.get(at..)?.first_chunk()?).into())
        };
        let (compression, pixels) = (short(at)?, at.checked_add(2)?);
        let (channels, bits) = (short(12)?, short(22)?);
        let rows = channels.checked_mul(height)?;
        let needed = match compression {
            0 => rows.checked_mul(width.checked_mul(bits)?.div_ceil(8))?,
            1 => (0..rows).try_fold(rows.checked_mul(2)?, |sum, row| {
                sum.checked_add(short(pixels.checked_add(row * 2)?)?)
            })?,
            _ => return Some(true),
        };
        Some(bytes.len().checked_sub(pixels)? >= needed)
    };
    complete().unwrap_or(false)
}

/// Whether the header is a sound one of a kind that is not read: the number of bits and the colour mode
/// ("Adobe Photoshop File Formats Specification", file header section).
fn is_other_kind(bytes: &[u8]) -> bool {
    let number = |at: usize| {
        let bytes = bytes.get(at..).and_then(|rest| rest.first_chunk());
        bytes.map_or(0, |bytes| u16::from_be_bytes(*bytes))
    };
    let (bits, mode) = (number(22), number(24));
    matches!(bits, 1 | 8 | 16 | 32) && matches!(mode, 0..=4 | 7..=9) && (bits == 1 || mode != 3)
}
