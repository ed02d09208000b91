//! Writes a TIFF file of one page.

use zeroize::Zeroizing;

use crate::Error;

/// Types of values in a directory (TIFF 6.0 page 15).
pub(super) const SHORT: u16 = 3;
pub(super) const LONG: u16 = 4;

/// Tag, type and values.
pub(super) type Field = (u16, u16, Vec<u32>);

/// A file that grows.
pub(super) struct FileWriter {
    bytes: Zeroizing<Vec<u8>>,
    big_endian: bool,
}

impl FileWriter {
    /// With room for so many bytes of samples.
    pub(super) fn new(big_endian: bool, room: usize) -> Result<Self, Error> {
        let mut bytes = Zeroizing::new(Vec::new());
        // The directory takes less: four bytes for each strip twice, and some for a palette.
        bytes.try_reserve_exact(room + room / 8 + (1 << 20)).map_err(|_| Error::TooLarge)?;
        let mut writer = Self { bytes, big_endian };
        writer.bytes.extend_from_slice(if big_endian { b"MM" } else { b"II" });
        writer.short(42);
        writer.long(0);
        Ok(writer)
    }

    /// Bytes so far.
    pub(super) fn length(&self) -> u32 {
        self.bytes.len() as u32
    }

    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    fn short(&mut self, value: u16) {
        let bytes = if self.big_endian { value.to_be_bytes() } else { value.to_le_bytes() };
        self.bytes.extend_from_slice(&bytes);
    }

    fn long(&mut self, value: u32) {
        let bytes = if self.big_endian { value.to_be_bytes() } else { value.to_le_bytes() };
        self.bytes.extend_from_slice(&bytes);
    }

    /// Samples of 9 to 15 bits, the highest bit first, as 16 bits with the same range.
    pub(super) fn widened(&mut self, row: &[u8], samples: usize, depth: u32) {
        let (mut rest, mut bits, mut bytes) = (0_u32, 0, row.iter());
        for _ in 0..samples {
            while bits < depth {
                rest = rest << 8 | u32::from(bytes.next().copied().unwrap_or(0));
                bits += 8;
            }
            bits -= depth;
            let value = rest >> bits & ((1 << depth) - 1);
            rest &= (1 << bits) - 1;
            self.short((value << (16 - depth) | value >> (2 * depth - 16)) as u16);
        }
    }

    /// The whole file, with this directory.
    pub(super) fn finish(mut self, mut tags: Vec<Field>) -> Zeroizing<Vec<u8>> {
        tags.sort_by_key(|tag| tag.0);
        let size = |kind| if kind == SHORT { 2 } else { 4 };
        let mut fields = Vec::new();
        for (tag, kind, values) in tags {
            let count = values.len() as u32;
            let is_inside = values.len() * size(kind) <= 4;
            let place = self.bytes.len() as u32;
            let mut field = Self { bytes: Zeroizing::default(), big_endian: self.big_endian };
            let to = if is_inside { &mut field } else { &mut self };
            for value in values {
                if kind == SHORT { to.short(value as u16) } else { to.long(value) }
            }
            field.bytes.resize(4, 0);
            if !is_inside {
                field.bytes.clear();
                field.long(place);
            }
            fields.push((tag, kind, count, field.bytes));
        }
        if !self.bytes.len().is_multiple_of(2) {
            self.bytes.push(0);
        }
        let directory = self.bytes.len() as u32;
        self.short(fields.len() as u16);
        for (tag, kind, count, field) in fields {
            self.short(tag);
            self.short(kind);
            self.long(count);
            self.bytes.extend_from_slice(&field);
        }
        self.long(0);
        let order = if self.big_endian { directory.to_be_bytes() } else { directory.to_le_bytes() };
        self.bytes[4..8].copy_from_slice(&order);
        self.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_of_odd_depths_keep_their_range() {
        let mut writer = FileWriter::new(true, 0).unwrap();
        let start = writer.bytes.len();
        writer.widened(&[0xff, 0xf0, 0x00, 0x80, 0x10], 3, 12);
        assert_eq!(writer.bytes[start..], [0xff, 0xff, 0x00, 0x00, 0x80, 0x18]);
    }
}
