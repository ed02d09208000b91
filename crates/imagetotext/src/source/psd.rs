//! Photoshop documents: the picture of all layers together, which most of them contain ("Adobe Photoshop
//! File Formats Specification"). The packages that read them get uncompressed or 16-bit pictures wrong, or
//! panic.

use zeroize::Zeroizing;

use super::limits::check_size;
use super::raster::{Channels, Raster};
use super::{Format, Picture};
use crate::Error;

const DAMAGED: Error = Error::Damaged(Format::Psd);
const UNSUPPORTED: Error = Error::UnsupportedKind(Format::Psd);

/// Decodes grey and RGB pictures of 8 and 16 bits; others are refused. Transparency is left out: what is
/// under it is white.
pub(super) fn decode(bytes: &[u8]) -> Result<Picture, Error> {
    let mut reader = Reader(bytes);
    // The signature.
    reader.skip(4)?;
    let version = reader.u16()?;
    reader.skip(6)?;
    let stored = reader.u16()? as usize;
    let (height, width) = (reader.u32()?, reader.u32()?);
    let (bits, mode) = (reader.u16()?, reader.u16()?);
    let channels = match mode {
        1 => Channels::Grey,
        3 => Channels::Rgb,
        _ => return Err(UNSUPPORTED),
    };
    let count = if matches!(channels, Channels::Grey) { 1 } else { 3 };
    if version != 1 || !matches!(bits, 8 | 16) {
        return Err(UNSUPPORTED);
    }
    if stored < count || width == 0 || height == 0 {
        return Err(DAMAGED);
    }
    check_size(width, height, count as u64)?;
    // The palette, resources such as a thumbnail, and the layers.
    for _ in 0..3 {
        let length = reader.u32()?;
        reader.skip(length as usize)?;
    }
    let (columns, rows) = (width as usize, height as usize);
    let is_packed = match reader.u16()? {
        0 => false,
        1 => true,
        _ => return Err(UNSUPPORTED),
    };
    let row_bytes = columns * bits as usize / 8;
    let lengths = if is_packed { reader.take(stored * rows * 2)? } else { &[] };
    let mut samples = Zeroizing::new(vec![0; columns * rows * count]);
    let mut unpacked = Zeroizing::new(vec![0; row_bytes]);
    // One colour after the other.
    for row in 0..count * rows {
        let stored = if is_packed {
            let length = Reader(lengths.get(row * 2..).unwrap_or_default()).u16()?;
            unpack(reader.take(length as usize)?, &mut unpacked)?;
            &unpacked
        } else {
            reader.take(row_bytes)?
        };
        // The first of two bytes is the higher one.
        let values = stored.iter().step_by(bits as usize / 8);
        let first = row % rows * columns * count + row / rows;
        for (sample, &value) in samples[first..].iter_mut().step_by(count).zip(values) {
            *sample = value;
        }
    }
    Raster { width, height, channels, samples }.into_picture().ok_or(DAMAGED)
}

/// Numbers of which the higher byte comes first.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8], Error> {
        let (taken, rest) = self.0.split_at_checked(length).ok_or(DAMAGED)?;
        self.0 = rest;
        Ok(taken)
    }

    fn skip(&mut self, length: usize) -> Result<(), Error> {
        self.take(length).map(|_| ())
    }

    fn u16(&mut self) -> Result<u32, Error> {
        Ok(self.take(2)?.iter().fold(0, |number, &byte| number << 8 | u32::from(byte)))
    }

    fn u32(&mut self) -> Result<u32, Error> {
        Ok(self.take(4)?.iter().fold(0, |number, &byte| number << 8 | u32::from(byte)))
    }
}

/// Undoes the compression of Apple's `PackBits`: a number, and as many bytes or one byte as many times.
fn unpack(packed: &[u8], row: &mut [u8]) -> Result<(), Error> {
    let mut reader = Reader(packed);
    let mut at = 0;
    while at < row.len() {
        let number = reader.take(1)?[0];
        let to = match number {
            128 => continue,
            0..128 => at + usize::from(number) + 1,
            _ => at + 257 - usize::from(number),
        };
        let target = row.get_mut(at..to).ok_or(DAMAGED)?;
        if number < 128 {
            target.copy_from_slice(reader.take(to - at)?);
        } else {
            target.fill(reader.take(1)?[0]);
        }
        at = to;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_rows_are_unpacked() {
        let mut row = [0; 7];
        // Two bytes as they are, nothing, and one byte five times.
        assert!(unpack(&[1, 7, 8, 128, 252, 9], &mut row).is_ok());
        assert_eq!(row, [7, 8, 9, 9, 9, 9, 9]);
        assert!(unpack(&[1, 7, 8], &mut row).is_err(), "it is too short");
        assert!(unpack(&[6, 1, 1, 1, 1, 1, 1, 1], &mut row).is_ok());
        assert!(unpack(&[249, 1], &mut row[..3]).is_err(), "it is too long");
    }
}
