//! Reads a TIFF file with some values in its directories replaced, without copying it.

use std::io::{self, Cursor, Read, Seek, SeekFrom};

use tiff::tags::Tag;

/// The bytes of a TIFF file, and those that are read in place of some of them.
#[derive(Debug)]
pub(super) struct PatchedReader<'a> {
    bytes: Cursor<&'a [u8]>,
    /// Offset and value.
    patches: Vec<(u64, u8)>,
    reversed_bits: bool,
}

impl<'a> PatchedReader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes: Cursor::new(bytes), patches: Vec::new(), reversed_bits: false }
    }

    /// Whether the bits of every byte are read in reverse order from now on.
    pub(super) fn reverse_bits(&mut self, reversed: bool) {
        self.reversed_bits = reversed;
    }

    /// Replaces the value of a tag with a single number in the directory at this offset. A damaged
    /// directory is left as it is; the decoder returns an error for it.
    pub(super) fn patch(&mut self, directory: u64, tag: Tag, value: u32) {
        let file = DirectoryFinder::new(self.bytes.get_ref());
        let Some((at, length)) = file.value(directory, tag) else { return };
        let bytes = if file.big_endian { value.to_be_bytes() } else { value.to_le_bytes() };
        let bytes = if file.big_endian { &bytes[4 - length..] } else { &bytes[..length] };
        // Earlier pages are not read again.
        self.patches.retain(|&(other, _)| other >= directory);
        self.patches.extend((at..).zip(bytes.iter().copied()));
    }
}

impl Read for PatchedReader<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let start = self.bytes.position();
        let count = self.bytes.read(buffer)?;
        for &(at, byte) in &self.patches {
            if let Some(place) = at.checked_sub(start).filter(|&place| place < count as u64) {
                buffer[place as usize] = byte;
            }
        }
        if self.reversed_bits {
            buffer[..count].iter_mut().for_each(|byte| *byte = byte.reverse_bits());
        }
        Ok(count)
    }
}

impl Seek for PatchedReader<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.bytes.seek(to)
    }
}

/// Finds the entries of a directory (TIFF 6.0 page 14; `BigTIFF` with 64 bits).
struct DirectoryFinder<'a> {
    bytes: &'a [u8],
    big_endian: bool,
    big_tiff: bool,
}

impl<'a> DirectoryFinder<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        let big_endian = bytes.starts_with(b"M");
        Self { bytes, big_endian, big_tiff: bytes.get(2..4).is_some_and(|v| v.contains(&43)) }
    }

    /// Offset and length in bytes of the single number of a tag, if it is a `SHORT` or `LONG`.
    fn value(&self, directory: u64, tag: Tag) -> Option<(u64, usize)> {
        let (count_size, entry_size, value_at) =
            if self.big_tiff { (8, 20, 12) } else { (2, 12, 8) };
        let start = usize::try_from(directory).ok()?;
        let count = self.number(start, count_size)?;
        let first = start.checked_add(count_size)?;
        let entries = self.bytes.get(first..)?.chunks_exact(entry_size);
        let index = entries
            .take(usize::try_from(count).ok()?)
            .position(|entry| self.number_in(entry, 0, 2) == Some(tag.to_u16().into()))?;
        let entry = first + index * entry_size;
        let length = match self.number(entry + 2, 2)? {
            3 => 2,
            4 => 4,
            _ => return None,
        };
        let single = self.number(entry + 4, value_at - 4)? == 1;
        single.then_some(((entry + value_at) as u64, length))
    }

    fn number(&self, at: usize, length: usize) -> Option<u64> {
        self.number_in(self.bytes, at, length)
    }

    fn number_in(&self, bytes: &[u8], at: usize, length: usize) -> Option<u64> {
        let bytes = bytes.get(at..at.checked_add(length)?)?;
        let join = |number: u64, &byte: &u8| number << 8 | u64::from(byte);
        Some(if self.big_endian {
            bytes.iter().fold(0, join)
        } else {
            bytes.iter().rev().fold(0, join)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &[u8] = b"II*\0\x08\0\0\0\x02\0\x06\x01\x03\0\x01\0\0\0\x03\0\0\0\
        \x16\x01\x04\0\x01\0\0\0\xff\xff\xff\xff\0\0\0\0";
    const BIG: &[u8] = b"MM\0+\0\x08\0\0\0\0\0\0\0\0\0\x10\0\0\0\0\0\0\0\x01\
        \x01\x06\0\x03\0\0\0\0\0\0\0\x01\0\x03\0\0\0\0\0\0";

    fn read(reader: &mut PatchedReader<'_>, at: u64, length: usize) -> Vec<u8> {
        let mut buffer = vec![0; length];
        reader.seek(SeekFrom::Start(at)).unwrap();
        reader.read_exact(&mut buffer).unwrap();
        buffer
    }

    #[test]
    fn values_are_patched_in_both_byte_orders_and_widths() {
        let mut reader = PatchedReader::new(SMALL);
        reader.patch(8, Tag::PhotometricInterpretation, 1);
        reader.patch(8, Tag::RowsPerStrip, 0x0102);
        assert_eq!(read(&mut reader, 17, 4), [0, 1, 0, 0]);
        assert_eq!(read(&mut reader, 30, 4), [2, 1, 0, 0]);
        let mut reader = PatchedReader::new(BIG);
        reader.patch(16, Tag::PhotometricInterpretation, 1);
        assert_eq!(read(&mut reader, 36, 4), [0, 1, 0, 0]);
    }

    #[test]
    fn damaged_directories_are_left_as_they_are() {
        for end in 0..SMALL.len() {
            let mut reader = PatchedReader::new(&SMALL[..end]);
            reader.patch(8, Tag::RowsPerStrip, 1);
            reader.patch(u64::MAX, Tag::RowsPerStrip, 1);
            reader.patch(8, Tag::Orientation, 1);
            assert!(reader.patches.is_empty() || end >= 32, "cut at {end}");
        }
    }

    #[test]
    fn bits_are_reversed_on_demand() {
        let mut reader = PatchedReader::new(b"\x01\x03");
        reader.reverse_bits(true);
        assert_eq!(read(&mut reader, 0, 2), [0x80, 0xc0]);
        reader.reverse_bits(false);
        assert_eq!(read(&mut reader, 0, 2), [1, 3]);
    }
}
