//! A page as a TIFF file of its own that the `tiff` crate can read: decompressed, with 16 bits for 9 to 15.

use std::io::{Read, Seek};

use tiff::decoder::{ChunkType, Decoder};
use tiff::tags::Tag;
use zeroize::Zeroizing;

use super::classify;
use super::decompress::{Chunk, Compression, decompress};
use crate::Error;
use crate::source::Format;
use crate::source::limits::{MAX_BYTES, check_size};

/// Of a tile in pixels: libtiff makes them of 256.
const MAX_TILE_SIDE: u32 = 1 << 14;

const DAMAGED: Error = Error::Damaged(Format::Tiff);
const UNSUPPORTED: Error = Error::UnsupportedKind(Format::Tiff);

/// Types of values in a directory (TIFF 6.0 page 15).
const SHORT: u16 = 3;
const LONG: u16 = 4;

/// The page that the decoder is at as a file of its own, unless the decoder reads it as it is. `reversed` says whether
/// the lowest bit comes first.
///
/// # Errors
/// Those of a page that nobody can read.
pub(super) fn of<R: Read + Seek>(
    decoder: &mut Decoder<R>,
    bytes: &[u8],
    reversed: bool,
) -> Result<Option<Zeroizing<Vec<u8>>>, Error> {
    let number = |decoder: &mut Decoder<R>, tag| decoder.find_tag_unsigned(tag).ok().flatten();
    let compression = number(decoder, Tag::Compression).unwrap_or(1_u32);
    let t4_options = number(decoder, Tag::Unknown(292)).unwrap_or(0);
    let Some(compression) = Compression::new(compression, t4_options) else { return Ok(None) };
    let list = |decoder: &mut Decoder<R>, tag| -> Vec<u32> {
        decoder.find_tag_unsigned_vec(tag).ok().flatten().unwrap_or_default()
    };
    let mut bits = list(decoder, Tag::BitsPerSample);
    if bits.is_empty() {
        bits.push(1);
    }
    let depth = bits[0];
    if bits.iter().any(|&other| other != depth) || !(1..=64).contains(&depth) {
        return Ok(None);
    }
    let is_widened = (9..16).contains(&depth);
    if compression.is_common() && !is_widened {
        return Ok(None);
    }
    let samples = number(decoder, Tag::SamplesPerPixel).unwrap_or(1);
    let planar = number(decoder, Tag::PlanarConfiguration).unwrap_or(1);
    let is_fax =
        matches!(compression, Compression::FaxRows | Compression::Fax1D | Compression::Fax2D);
    let predictor = number(decoder, Tag::Predictor).unwrap_or(1);
    if !(1..=16).contains(&samples)
        || is_fax && (depth, samples) != (1, 1)
        || is_widened && predictor != 1
        || compression == Compression::WebP && (depth, planar) != (8, 1)
    {
        return Err(UNSUPPORTED);
    }
    let (width, height) = decoder.dimensions().map_err(classify)?;
    check_size(width, height, 1)?;
    let is_tiled = decoder.get_chunk_type() == ChunkType::Tile;
    let (chunk_width, chunk_height) = if is_tiled {
        let side = |decoder: &mut Decoder<R>, tag| {
            number(decoder, tag).filter(|side| (1..=MAX_TILE_SIDE).contains(side)).ok_or(DAMAGED)
        };
        (side(decoder, Tag::TileWidth)?, side(decoder, Tag::TileLength)?)
    } else {
        let rows = number(decoder, Tag::RowsPerStrip).unwrap_or(height);
        (width, rows.clamp(1, height))
    };
    let (offsets, lengths) = if is_tiled {
        (Tag::TileOffsets, Tag::TileByteCounts)
    } else {
        (Tag::StripOffsets, Tag::StripByteCounts)
    };
    let offsets = decoder.get_tag_u64_vec(offsets).map_err(classify)?;
    let lengths = decoder.get_tag_u64_vec(lengths).map_err(classify)?;
    let planes = if planar == 2 { samples } else { 1 };
    let across = width.div_ceil(chunk_width) as usize;
    let down = height.div_ceil(chunk_height) as usize;
    let chunks = across * down * planes as usize;
    let row_samples = chunk_width as usize * (samples / planes) as usize;
    let row_bytes = (row_samples * depth as usize).div_ceil(8);
    let stored_row = if is_widened { row_samples * 2 } else { row_bytes };
    let whole = chunks as u64 * u64::from(chunk_height) * stored_row as u64;
    if whole > MAX_BYTES {
        return Err(Error::TooLarge);
    }
    if offsets.len() < chunks || lengths.len() < chunks {
        return Err(DAMAGED);
    }

    let big_endian = bytes.starts_with(b"M");
    let mut file = Writer::new(big_endian, whole as usize)?;
    let (mut places, mut sizes) = (Vec::with_capacity(chunks), Vec::with_capacity(chunks));
    for (index, (&offset, &length)) in offsets.iter().zip(&lengths).take(chunks).enumerate() {
        let start = usize::try_from(offset).map_err(|_| DAMAGED)?;
        let end = start.saturating_add(usize::try_from(length).unwrap_or(usize::MAX));
        let compressed = bytes.get(start..end.min(bytes.len())).ok_or(DAMAGED)?;
        let first_row = (index / across % down) as u32 * chunk_height;
        let rows = if is_tiled { chunk_height } else { chunk_height.min(height - first_row) };
        let chunk = Chunk { width: chunk_width, height: rows, length: rows as usize * row_bytes };
        let content = if reversed && compression != Compression::WebP {
            let turned: Vec<u8> = compressed.iter().map(|byte| byte.reverse_bits()).collect();
            decompress(&Zeroizing::new(turned), compression, chunk)?
        } else {
            decompress(compressed, compression, chunk)?
        };
        places.push(file.bytes.len() as u32);
        if is_widened {
            for row in content.chunks_exact(row_bytes) {
                file.widened(row, row_samples, depth);
            }
        } else {
            file.bytes.extend_from_slice(&content);
        }
        sizes.push(file.bytes.len() as u32 - places[index]);
    }

    let mut tags = vec![
        (256, LONG, vec![width]),
        (257, LONG, vec![height]),
        (258, SHORT, vec![if is_widened { 16 } else { depth }; bits.len()]),
        (259, SHORT, vec![1]),
        (277, SHORT, vec![samples]),
        (284, SHORT, vec![planar]),
    ];
    if is_tiled {
        tags.push((322, LONG, vec![chunk_width]));
        tags.push((323, LONG, vec![chunk_height]));
        tags.push((324, LONG, places));
        tags.push((325, LONG, sizes));
    } else {
        tags.push((273, LONG, places));
        tags.push((278, LONG, vec![chunk_height]));
        tags.push((279, LONG, sizes));
    }
    // Photometric interpretation, predictor, palette, extra samples and their format stay as they are.
    for tag in [262, 317, 320, 338, 339] {
        let values = list(decoder, Tag::from_u16_exhaustive(tag));
        if !values.is_empty() && !(tag == 317 && compression == Compression::WebP) {
            tags.push((tag, SHORT, values));
        }
    }
    Ok(Some(file.finish(tags)))
}

/// A file that grows.
struct Writer {
    bytes: Zeroizing<Vec<u8>>,
    big_endian: bool,
}

impl Writer {
    fn new(big_endian: bool, room: usize) -> Result<Self, Error> {
        let mut bytes = Zeroizing::new(Vec::new());
        // The directory takes less: four bytes for each strip twice, and some for a palette.
        bytes.try_reserve_exact(room + room / 8 + (1 << 20)).map_err(|_| Error::TooLarge)?;
        let mut writer = Self { bytes, big_endian };
        writer.bytes.extend_from_slice(if big_endian { b"MM" } else { b"II" });
        writer.short(42);
        writer.long(0);
        Ok(writer)
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
    fn widened(&mut self, row: &[u8], samples: usize, depth: u32) {
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

    fn finish(mut self, mut tags: Vec<(u16, u16, Vec<u32>)>) -> Zeroizing<Vec<u8>> {
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
        let mut writer = Writer::new(true, 0).unwrap();
        let start = writer.bytes.len();
        writer.widened(&[0xff, 0xf0, 0x00, 0x80, 0x10], 3, 12);
        assert_eq!(writer.bytes[start..], [0xff, 0xff, 0x00, 0x00, 0x80, 0x18]);
    }
}
