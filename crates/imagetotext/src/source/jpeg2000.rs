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
    // The decoder takes minutes and gigabytes for tiles that are not there.
    if !has_room_for_tiles(bytes) {
        return Err(damaged);
    }
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

/// Bytes of the smallest tile: the markers before and after its header (ISO/IEC 15444-1, A.4.2 and A.4.3).
const SMALLEST_TILE: u64 = 14;

fn has_room_for_tiles(bytes: &[u8]) -> bool {
    tiles(bytes).is_none_or(|it| it.saturating_mul(SMALLEST_TILE) <= bytes.len() as u64)
}

/// Tiles of the picture, by the first header of its code stream (ISO/IEC 15444-1, A.5.1 and B.3).
fn tiles(bytes: &[u8]) -> Option<u64> {
    let start = bytes.windows(4).position(|it| it == [0xff, 0x4f, 0xff, 0x51])? + 8;
    let number = |index: usize| {
        let at = start + 4 * index;
        let four = bytes.get(at..at + 4)?.try_into().ok()?;
        Some(u64::from(u32::from_be_bytes(four)))
    };
    let along = |axis: usize| {
        let [size, tile, offset] = [number(axis)?, number(axis + 4)?, number(axis + 6)?];
        (tile > 0).then(|| size.saturating_sub(offset).div_ceil(tile))
    };
    Some(along(0)?.saturating_mul(along(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first header of a code stream with these sizes of picture and tile.
    fn header(size: [u32; 2], tile: [u32; 2]) -> Vec<u8> {
        let mut bytes = vec![0xff, 0x4f, 0xff, 0x51, 0, 41, 0, 0];
        for number in [size, [0, 0], tile, [0, 0]].into_iter().flatten() {
            bytes.extend(number.to_be_bytes());
        }
        bytes
    }

    #[test]
    fn tiles_are_counted() {
        assert_eq!(tiles(&header([24, 16], [24, 16])), Some(1));
        assert_eq!(tiles(&header([65535, 17], [24, 16])), Some(2 * 2731));
        assert_eq!(tiles(&header([24, 16], [0, 16])), None);
        assert_eq!(tiles(&header([24, 16], [24, 16])[..20]), None);
        assert_eq!(tiles(b"no code stream"), None);
    }

    #[test]
    fn tiles_need_bytes() {
        let padded = |size, bytes| [header(size, [24, 16]), vec![0; bytes]].concat();
        assert!(!has_room_for_tiles(&padded([65535, 16], 300)));
        assert!(has_room_for_tiles(&padded([24, 16], 300)));
    }
}
