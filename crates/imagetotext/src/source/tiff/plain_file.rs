//! A page as a TIFF file of its own that the `tiff` crate can read: decompressed, with 16 bits for 9 to 15.

use std::io::{Read, Seek};

use tiff::decoder::{ChunkType, Decoder};
use tiff::tags::Tag;
use zeroize::Zeroizing;

use super::classify;
use super::decompress::{Chunk, Compression, decompress};
use super::file_writer::{Field, FileWriter, LONG, SHORT};
use crate::Error;
use crate::source::Format;
use crate::source::limits::{MAX_BYTES, check_size};

/// Of a tile in pixels: libtiff makes them of 256.
const MAX_TILE_SIDE: u32 = 1 << 14;

const DAMAGED: Error = Error::Damaged(Format::Tiff);
const UNSUPPORTED: Error = Error::UnsupportedKind(Format::Tiff);

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
    let Some(shape) = Shape::of(decoder)? else { return Ok(None) };
    let places = shape.places(decoder)?;
    let mut file = FileWriter::new(bytes.starts_with(b"M"), shape.stored_bytes()? as usize)?;
    let mut tags = shape.tags(decoder);
    let (mut offsets, mut lengths) = (Vec::new(), Vec::new());
    for (index, (offset, length)) in places.into_iter().enumerate() {
        let compressed = part(bytes, offset, length).ok_or(DAMAGED)?;
        let chunk = shape.chunk(index);
        let content = if reversed && shape.compression != Compression::WebP {
            let turned: Vec<u8> = compressed.iter().map(|byte| byte.reverse_bits()).collect();
            decompress(&Zeroizing::new(turned), shape.compression, chunk)?
        } else {
            decompress(compressed, shape.compression, chunk)?
        };
        let begin = file.length();
        if shape.is_widened() {
            for row in content.chunks_exact(shape.row_bytes()) {
                file.widened(row, shape.row_samples(), shape.depth);
            }
        } else {
            file.bytes(&content);
        }
        offsets.push(begin);
        lengths.push(file.length() - begin);
    }
    let [offset_tag, length_tag] = shape.place_tags().map(|tag| tag.to_u16());
    tags.push((offset_tag, LONG, offsets));
    tags.push((length_tag, LONG, lengths));
    Ok(Some(file.finish(tags)))
}

/// The bytes from `offset` on, up to the end of the file.
fn part(bytes: &[u8], offset: u64, length: u64) -> Option<&[u8]> {
    let start = usize::try_from(offset).ok()?;
    let end = start.saturating_add(usize::try_from(length).unwrap_or(usize::MAX));
    bytes.get(start..end.min(bytes.len()))
}

/// How the samples of a page are stored.
struct Shape {
    compression: Compression,
    /// Bits of each sample of a pixel, all alike.
    bits: Vec<u32>,
    depth: u32,
    samples: u32,
    planar: u32,
    width: u32,
    height: u32,
    is_tiled: bool,
    /// Of a strip or tile, in pixels.
    chunk_width: u32,
    chunk_height: u32,
}

impl Shape {
    /// `None` for a page that the decoder reads as it is, or refuses.
    fn of<R: Read + Seek>(decoder: &mut Decoder<R>) -> Result<Option<Self>, Error> {
        let compression = number(decoder, Tag::Compression).unwrap_or(1);
        let t4_options = number(decoder, Tag::Unknown(292)).unwrap_or(0);
        let Some(compression) = Compression::new(compression, t4_options) else { return Ok(None) };
        let mut bits = list(decoder, Tag::BitsPerSample);
        if bits.is_empty() {
            bits.push(1);
        }
        let depth = bits[0];
        if bits.iter().any(|&other| other != depth) || !(1..=64).contains(&depth) {
            return Ok(None);
        }
        let (width, height) = decoder.dimensions().map_err(classify)?;
        check_size(width, height, 1)?;
        let is_tiled = decoder.get_chunk_type() == ChunkType::Tile;
        let sides =
            if is_tiled { [Tag::TileWidth, Tag::TileLength] } else { [Tag::RowsPerStrip; 2] };
        let [chunk_width, chunk_height] = sides.map(|tag| number(decoder, tag));
        let shape = Self {
            compression,
            bits,
            depth,
            samples: number(decoder, Tag::SamplesPerPixel).unwrap_or(1),
            planar: number(decoder, Tag::PlanarConfiguration).unwrap_or(1),
            width,
            height,
            is_tiled,
            chunk_width: if is_tiled { chunk_width.ok_or(DAMAGED)? } else { width },
            chunk_height: if is_tiled {
                chunk_height.ok_or(DAMAGED)?
            } else {
                chunk_height.unwrap_or(height).clamp(1, height)
            },
        };
        if compression.is_common() && !shape.is_widened() {
            return Ok(None);
        }
        let sides = 1..=MAX_TILE_SIDE;
        if is_tiled && !(sides.contains(&shape.chunk_width) && sides.contains(&shape.chunk_height))
        {
            return Err(DAMAGED);
        }
        let predictor = number(decoder, Tag::Predictor).unwrap_or(1);
        let is_fax =
            matches!(compression, Compression::FaxRows | Compression::Fax1D | Compression::Fax2D);
        let is_known = (1..=16).contains(&shape.samples)
            && !(is_fax && (depth, shape.samples) != (1, 1))
            && !(shape.is_widened() && predictor != 1)
            && !(compression == Compression::WebP && (depth, shape.planar) != (8, 1));
        if is_known { Ok(Some(shape)) } else { Err(UNSUPPORTED) }
    }

    fn is_widened(&self) -> bool {
        (9..16).contains(&self.depth)
    }

    fn planes(&self) -> u32 {
        if self.planar == 2 { self.samples } else { 1 }
    }

    /// Strips or tiles side by side, and one below the other.
    fn counts(&self) -> [usize; 2] {
        [self.width.div_ceil(self.chunk_width), self.height.div_ceil(self.chunk_height)]
            .map(|count| count as usize)
    }

    fn chunks(&self) -> usize {
        self.counts().iter().product::<usize>() * self.planes() as usize
    }

    fn row_samples(&self) -> usize {
        self.chunk_width as usize * (self.samples / self.planes()) as usize
    }

    /// Bytes of a row once it is decompressed.
    fn row_bytes(&self) -> usize {
        (self.row_samples() * self.depth as usize).div_ceil(8)
    }

    /// Bytes of all rows as they are stored in the new file.
    fn stored_bytes(&self) -> Result<u64, Error> {
        let row = if self.is_widened() { self.row_samples() * 2 } else { self.row_bytes() };
        let bytes = self.chunks() as u64 * u64::from(self.chunk_height) * row as u64;
        if bytes > MAX_BYTES { Err(Error::TooLarge) } else { Ok(bytes) }
    }

    fn place_tags(&self) -> [Tag; 2] {
        if self.is_tiled {
            [Tag::TileOffsets, Tag::TileByteCounts]
        } else {
            [Tag::StripOffsets, Tag::StripByteCounts]
        }
    }

    /// Offset and length of each strip or tile.
    fn places<R: Read + Seek>(&self, decoder: &mut Decoder<R>) -> Result<Vec<(u64, u64)>, Error> {
        let [offsets, lengths] = self.place_tags().map(|tag| decoder.get_tag_u64_vec(tag));
        let places = offsets.map_err(classify)?.into_iter().zip(lengths.map_err(classify)?);
        let places: Vec<_> = places.take(self.chunks()).collect();
        if places.len() == self.chunks() { Ok(places) } else { Err(DAMAGED) }
    }

    fn chunk(&self, index: usize) -> Chunk {
        let [across, down] = self.counts();
        let first_row = (index / across % down) as u32 * self.chunk_height;
        let is_cut = !self.is_tiled;
        let rows = if is_cut { self.height - first_row } else { self.chunk_height };
        let height = rows.min(self.chunk_height);
        Chunk { width: self.chunk_width, height, length: height as usize * self.row_bytes() }
    }

    /// The directory of the new file, but for the places of strips and tiles.
    fn tags<R: Read + Seek>(&self, decoder: &mut Decoder<R>) -> Vec<Field> {
        let depth = if self.is_widened() { 16 } else { self.depth };
        let mut tags = vec![
            (256, LONG, vec![self.width]),
            (257, LONG, vec![self.height]),
            (258, SHORT, vec![depth; self.bits.len()]),
            (259, SHORT, vec![1]),
            (277, SHORT, vec![self.samples]),
            (284, SHORT, vec![self.planar]),
        ];
        if self.is_tiled {
            tags.push((322, LONG, vec![self.chunk_width]));
            tags.push((323, LONG, vec![self.chunk_height]));
        } else {
            tags.push((278, LONG, vec![self.chunk_height]));
        }
        // Photometric interpretation, predictor, palette, extra samples and their format stay as they are.
        for tag in [262, 317, 320, 338, 339] {
            let values = list(decoder, Tag::from_u16_exhaustive(tag));
            let is_ignored = tag == 317 && self.compression == Compression::WebP;
            if !values.is_empty() && !is_ignored {
                tags.push((tag, SHORT, values));
            }
        }
        tags
    }
}

fn number<R: Read + Seek>(decoder: &mut Decoder<R>, tag: Tag) -> Option<u32> {
    decoder.find_tag_unsigned(tag).ok().flatten()
}

fn list<R: Read + Seek>(decoder: &mut Decoder<R>, tag: Tag) -> Vec<u32> {
    decoder.find_tag_unsigned_vec(tag).ok().flatten().unwrap_or_default()
}
