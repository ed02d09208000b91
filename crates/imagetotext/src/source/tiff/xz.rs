//! The container of LZMA in TIFF: one stream of the xz format 1.1.0 (<https://tukaani.org/xz/xz-file-format.txt>), with
//! the filters that libtiff writes, Delta and LZMA2. Checksums are not looked at: a damaged picture is shown.

use std::io::Read;

use lzma_rust2::Lzma2Reader;

/// Largest dictionary in bytes: the strongest setting of xz takes 64 MiB.
const MAX_DICTIONARY: u32 = 128 << 20;

/// How a stream begins.
const MAGIC: &[u8] = b"\xfd7zXZ\0";

/// Bits of the flags of a block.
const FILTERS: u8 = 3;
const HAS_COMPRESSED_SIZE: u8 = 0x40;
const HAS_UNCOMPRESSED_SIZE: u8 = 0x80;

/// Identifiers of filters.
const DELTA: u64 = 3;
const LZMA2: u64 = 0x21;

/// At most `length` bytes of the first block; `None` if there is none of this kind.
pub(super) fn decompress(stream: &[u8], length: usize) -> Option<Vec<u8>> {
    let block = stream.strip_prefix(MAGIC)?.get(6..)?;
    // In units of four bytes; 0 is the index, which comes after the last block.
    let header_length = (usize::from(*block.first()?) + 1) * 4;
    if header_length == 4 {
        return None;
    }
    let (mut header, data) = block.split_at_checked(header_length)?;
    header = &header[1..];
    let flags = byte(&mut header)?;
    for flag in [HAS_COMPRESSED_SIZE, HAS_UNCOMPRESSED_SIZE] {
        if flags & flag != 0 {
            number(&mut header)?;
        }
    }
    let (mut distance, mut dictionary) = (None, None);
    for _ in 0..=flags & FILTERS {
        let (id, size) = (number(&mut header)?, number(&mut header)?);
        match (id, size) {
            (DELTA, 1) => distance = Some(usize::from(byte(&mut header)?) + 1),
            (LZMA2, 1) => dictionary = dictionary_size(byte(&mut header)?),
            _ => return None,
        }
    }
    let dictionary = dictionary.filter(|&size| size <= MAX_DICTIONARY)?;
    let mut bytes = Vec::with_capacity(length);
    // What comes before an error is kept.
    let _ = Lzma2Reader::new(data, dictionary, None).take(length as u64).read_to_end(&mut bytes);
    if let Some(distance) = distance {
        for at in distance..bytes.len() {
            bytes[at] = bytes[at].wrapping_add(bytes[at - distance]);
        }
    }
    Some(bytes)
}

fn byte(from: &mut &[u8]) -> Option<u8> {
    let (&first, rest) = from.split_first()?;
    *from = rest;
    Some(first)
}

/// A number of up to nine bytes of seven bits, the lowest first.
fn number(from: &mut &[u8]) -> Option<u64> {
    let mut value = 0;
    for shift in (0..63).step_by(7) {
        let next = byte(from)?;
        value |= u64::from(next & 0x7f) << shift;
        if next & 0x80 == 0 {
            return Some(value);
        }
    }
    None
}

/// In bytes (section 5.3.1).
fn dictionary_size(property: u8) -> Option<u32> {
    (property < 40).then(|| (2 | u32::from(property & 1)) << (property / 2 + 11))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damaged_streams_end_without_harm() {
        let file = include_bytes!("../../../../../tests/images/formats/lzma.tif");
        let start = file.windows(MAGIC.len()).position(|window| window == MAGIC).unwrap();
        let stream = &file[start..];
        assert_eq!(decompress(stream, 9).unwrap().len(), 9);
        for end in 0..40 {
            let _ = decompress(&stream[..end], 9);
        }
        assert_eq!(decompress(b"", 9), None);
        assert_eq!(dictionary_size(22), Some(8 << 20));
        assert_eq!(dictionary_size(40), None);
    }
}
