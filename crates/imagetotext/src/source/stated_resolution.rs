//! The resolution that a picture file states, for those formats whose decoders do not give it.

use super::Format;
use crate::Resolution;

/// Pixels an inch that scanners, printers and microfilm have; anything else is a mistake.
const CREDIBLE: std::ops::RangeInclusive<f32> = 50.0..=2400.0;

/// Pixels an inch that screens and cameras write whatever they show.
const FORMAL: [f32; 2] = [72.0, 96.0];

/// So far may a number be off that was converted from pixels a metre, in pixels an inch.
const ROUNDING: f32 = 0.5;

const INCHES_PER_METRE: f32 = 1.0 / 0.0254;

/// How far the header of a PNG is searched, in chunks: `pHYs` comes before the pixels.
const MOST_CHUNKS: usize = 1000;

/// The resolution of a picture file, before it is turned upright. `exif` is its Exif data, if it has such.
pub(super) fn of(format: Format, bytes: &[u8], exif: Option<&[u8]>) -> Option<Resolution> {
    let stated = match format {
        Format::Png => png(bytes),
        Format::Jpeg => jfif(bytes),
        Format::Bmp => bmp(bytes),
        _ => None,
    };
    stated.or_else(|| exif.and_then(self::exif))
}

/// A resolution that was stated and is meant: `unit` is how many of its units are an inch.
pub(super) fn credible(stated: [f32; 2], unit: f32) -> Option<Resolution> {
    let [x, y] = stated.map(|number| number / unit);
    let is_formal =
        FORMAL.iter().any(|it| [x, y].iter().all(|number| (number - it).abs() < ROUNDING));
    let is_credible = [x, y].iter().all(|number| CREDIBLE.contains(number));
    if is_credible && !is_formal { Resolution::new(x, y) } else { None }
}

/// The chunk `pHYs`: W3C PNG, 11.3.4.3.
fn png(bytes: &[u8]) -> Option<Resolution> {
    let mut rest = bytes.get(8..)?;
    for _ in 0..MOST_CHUNKS {
        let (&[l3, l2, l1, l0, ref kind @ ..], data) = rest.split_first_chunk::<8>()?;
        let length = u32::from_be_bytes([l3, l2, l1, l0]) as usize;
        match kind {
            b"pHYs" => {
                let numbers = data.first_chunk::<9>().filter(|it| it[8] == 1)?;
                let at =
                    |at| u32::from_be_bytes([0, 1, 2, 3].map(|byte: usize| numbers[at + byte]));
                return credible([at(0) as f32, at(4) as f32], INCHES_PER_METRE);
            }
            b"IDAT" => return None,
            // A checksum follows.
            _ => rest = data.get(length.checked_add(4)?..)?,
        }
    }
    None
}

/// The segment of JFIF, which comes first: ITU-T T.871, 10.1.
fn jfif(bytes: &[u8]) -> Option<Resolution> {
    let rest = bytes.strip_prefix(b"\xff\xd8\xff\xe0")?.get(2..)?.strip_prefix(b"JFIF\0")?;
    let &[_, _, unit, x1, x0, y1, y0] = rest.first_chunk()?;
    let density = [[x1, x0], [y1, y0]].map(|it| f32::from(u16::from_be_bytes(it)));
    credible(density, units_per_inch(u32::from(unit) + 1)?)
}

/// `biXPelsPerMeter` and the one after it: after 14 bytes of the file, the header has at least 40.
fn bmp(bytes: &[u8]) -> Option<Resolution> {
    let at = |at: usize| Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?));
    if at(14)? < 40 {
        return None;
    }
    credible([at(38)? as f32, at(42)? as f32], INCHES_PER_METRE)
}

/// The first directory of Exif: CIPA DC-008, 4.6.4.
fn exif(bytes: &[u8]) -> Option<Resolution> {
    const X_RESOLUTION: u32 = 282;
    const Y_RESOLUTION: u32 = 283;
    const RESOLUTION_UNIT: u32 = 296;
    let is_big_endian = match bytes.first_chunk()? {
        b"MM" => true,
        b"II" => false,
        _ => return None,
    };
    let number = |at: usize, length: usize| {
        let bytes = bytes.get(at..at.checked_add(length)?)?.iter();
        let add = |sum: u32, byte: &u8| sum << 8 | u32::from(*byte);
        Some(if is_big_endian { bytes.fold(0, add) } else { bytes.rev().fold(0, add) })
    };
    let directory = number(4, 4)? as usize;
    let find = |tag| {
        let entries = (0..number(directory, 2)? as usize).map(|index| directory + 2 + index * 12);
        entries.take_while(|&at| at < bytes.len()).find(|&at| number(at, 2) == Some(tag))
    };
    let ratio = |tag| {
        let at = number(find(tag)? + 8, 4)? as usize;
        Some(number(at, 4)? as f32 / number(at + 4, 4)? as f32)
    };
    // Without a unit it is the inch.
    let unit = find(RESOLUTION_UNIT).map_or(Some(2), |at| number(at + 8, 2))?;
    credible([ratio(X_RESOLUTION)?, ratio(Y_RESOLUTION)?], units_per_inch(unit)?)
}

/// How many units of a `ResolutionUnit` (TIFF 6.0 page 38) are an inch; `None` where it is none.
pub(super) fn units_per_inch(unit: u32) -> Option<f32> {
    match unit {
        2 => Some(1.0),
        3 => Some(1.0 / 2.54),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_as_a_matter_of_form_is_not_believed() {
        let of = |x: f32, y: f32| credible([x, y], 1.0).map(|it| (it.x, it.y));
        assert_eq!(of(300.0, 300.0), Some((300.0, 300.0)));
        assert_eq!(of(204.0, 98.0), Some((204.0, 98.0)));
        for [x, y] in [
            [72.0, 72.0],
            [96.0, 96.0],
            [1.0, 1.0],
            [49.0, 300.0],
            [300.0, 2401.0],
            [0.0, 0.0],
            [f32::NAN, f32::INFINITY],
        ] {
            assert_eq!(of(x, y), None, "{x} {y}");
        }
        // 2835 and 3780 pixels a metre.
        assert!(credible([2835.0; 2], INCHES_PER_METRE).is_none());
        assert!(credible([3780.0; 2], INCHES_PER_METRE).is_none());
        assert!(credible([11811.0; 2], INCHES_PER_METRE).is_some());
    }

    #[test]
    fn damaged_headers_state_nothing() {
        const PNG: &[u8] = include_bytes!("../../../../tests/images/formats/resolution.png");
        const JPEG: &[u8] = include_bytes!("../../../../tests/images/formats/resolution.jpg");
        const BMP: &[u8] = include_bytes!("../../../../tests/images/formats/resolution.bmp");
        for (format, bytes) in [(Format::Png, PNG), (Format::Jpeg, JPEG), (Format::Bmp, BMP)] {
            assert!(of(format, bytes, None).is_some(), "{format:?}");
            for end in 0..18 {
                assert!(of(format, &bytes[..end], None).is_none(), "{format:?} cut at {end}");
            }
        }
        let exif_of = |length: usize| {
            let mut bytes =
                b"II*\0\x08\0\0\0\x01\0\x1a\x01\x05\0\x01\0\0\0\xff\xff\xff\xff".to_vec();
            bytes.truncate(length);
            exif(&bytes)
        };
        assert!((0..=22).all(|length| exif_of(length).is_none()));
    }
}
