//! Decompresses a strip or tile of a TIFF page, for what the `tiff` crate cannot do.

use std::io::{Cursor, Read};

use flate2::read::ZlibDecoder;
use hayro_ccitt::{DecodeSettings, DecoderContext, EncodingMode};
use image::ImageDecoder as _;
use image::codecs::webp::WebPDecoder;
use ruzstd::decoding::StreamingDecoder;
use weezl::BitOrder;
use weezl::decode::Configuration;
use zeroize::Zeroizing;

use super::xz;
use crate::Error;
use crate::source::Format;

const DAMAGED: Error = Error::Damaged(Format::Tiff);

/// How the bytes of a strip or tile are compressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Compression {
    None,
    Lzw,
    Deflate,
    PackBits,
    /// Of faxes: rows that begin with a byte, without signs between them ("modified Huffman").
    FaxRows,
    /// Group 3 of T.4, in one dimension.
    Fax1D,
    /// Group 3 of T.4, in two dimensions.
    Fax2D,
    Zstd,
    Lzma,
    WebP,
}

impl Compression {
    /// By the values of `Compression` (TIFF 6.0 page 30, and those that libtiff has added) and `T4Options`.
    pub(super) fn new(value: u32, t4_options: u32) -> Option<Self> {
        Some(match value {
            1 => Self::None,
            2 => Self::FaxRows,
            3 if t4_options & 1 == 0 => Self::Fax1D,
            3 => Self::Fax2D,
            5 => Self::Lzw,
            8 | 0x80b2 => Self::Deflate,
            0x8005 => Self::PackBits,
            34_925 => Self::Lzma,
            50_000 => Self::Zstd,
            50_001 => Self::WebP,
            _ => return None,
        })
    }

    /// Whether the `tiff` crate knows it.
    pub(super) fn is_common(self) -> bool {
        matches!(self, Self::None | Self::Lzw | Self::Deflate | Self::PackBits)
    }
}

/// The size of what is decompressed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Chunk {
    /// In pixels.
    pub(super) width: u32,
    /// In rows.
    pub(super) height: u32,
    /// In bytes, once it is decompressed.
    pub(super) length: usize,
}

/// All bytes of a strip or tile. What is missing at its end is 0, as long as there is anything.
pub(super) fn decompress(
    compressed: &[u8],
    compression: Compression,
    chunk: Chunk,
) -> Result<Zeroizing<Vec<u8>>, Error> {
    let mut bytes = Zeroizing::new(Vec::new());
    bytes.try_reserve_exact(chunk.length).map_err(|_| Error::TooLarge)?;
    match compression {
        Compression::None => bytes.extend(compressed.iter().take(chunk.length)),
        Compression::PackBits => unpack_bits(compressed, &mut bytes, chunk.length),
        Compression::FaxRows => fax(compressed, EncodingMode::Group3_1D, true, chunk, &mut bytes),
        Compression::Fax1D => fax(compressed, EncodingMode::Group3_1D, false, chunk, &mut bytes),
        Compression::Fax2D => fax(compressed, EncodingMode::Group3_2D, false, chunk, &mut bytes),
        Compression::Lzw => {
            bytes.resize(chunk.length, 0);
            let configuration = Configuration::with_tiff_size_switch(BitOrder::Msb, 8);
            let mut decoder = configuration.with_yield_on_full_buffer(true).build();
            let count = decoder.decode_bytes(compressed, &mut bytes).consumed_out;
            bytes.truncate(count);
        }
        Compression::Deflate => fill(ZlibDecoder::new(compressed), &mut bytes, chunk.length),
        Compression::Zstd => {
            let decoder = StreamingDecoder::new(compressed).map_err(|_| DAMAGED)?;
            fill(decoder, &mut bytes, chunk.length);
        }
        Compression::Lzma => {
            bytes = Zeroizing::new(xz::decompress(compressed, chunk.length).ok_or(DAMAGED)?);
        }
        Compression::WebP => webp(compressed, chunk, &mut bytes)?,
    }
    if bytes.is_empty() {
        return Err(DAMAGED);
    }
    bytes.resize(chunk.length, 0);
    Ok(bytes)
}

/// Reads until `length`, or as far as the decoder comes.
fn fill(decoder: impl Read, bytes: &mut Vec<u8>, length: usize) {
    // What comes before an error is kept.
    let _ = decoder.take(length as u64).read_to_end(bytes);
}

/// `PackBits` (TIFF 6.0 page 42).
fn unpack_bits(mut packed: &[u8], bytes: &mut Vec<u8>, length: usize) {
    while let Some((&head, rest)) = packed.split_first() {
        let (count, taken) = match usize::from(head) {
            literal @ 0..128 => (literal + 1, literal + 1),
            128 => (0, 0),
            run => (257 - run, 1),
        };
        let Some((run, after)) = rest.split_at_checked(taken) else { return };
        for at in 0..count.min(length - bytes.len()) {
            bytes.push(run[at.min(taken - 1)]);
        }
        packed = after;
    }
}

/// Rows of bits, 1 for black. Damaged rows are kept as far as they were decoded.
fn fax(
    compressed: &[u8],
    encoding: EncodingMode,
    aligned: bool,
    chunk: Chunk,
    bytes: &mut Vec<u8>,
) {
    let settings = DecodeSettings {
        columns: chunk.width,
        rows: chunk.height,
        end_of_block: true,
        end_of_line: false,
        rows_are_byte_aligned: aligned,
        encoding,
        strict: false,
    };
    let mut rows = Rows { bytes, width: chunk.width, length: chunk.length };
    let _ = hayro_ccitt::decode(compressed, &mut rows, &mut DecoderContext::new(settings));
}

struct Rows<'a> {
    bytes: &'a mut Vec<u8>,
    width: u32,
    length: usize,
}

impl hayro_ccitt::Decoder for Rows<'_> {
    fn push_row(&mut self, changes: &[u32]) {
        let start = self.bytes.len();
        let stride = self.width.div_ceil(8) as usize;
        if start + stride > self.length {
            return;
        }
        self.bytes.resize(start + stride, 0);
        let row = &mut self.bytes[start..];
        for run in changes.chunks(2) {
            for at in run[0]..run.get(1).copied().unwrap_or(self.width).min(self.width) {
                row[at as usize / 8] |= 0x80 >> (at % 8);
            }
        }
    }
}

/// Pixels of eight bits, with or without alpha.
fn webp(compressed: &[u8], chunk: Chunk, bytes: &mut Vec<u8>) -> Result<(), Error> {
    let picture = WebPDecoder::new(Cursor::new(compressed)).map_err(|_| DAMAGED)?;
    let (width, height) = picture.dimensions();
    if (width, height) != (chunk.width, chunk.height) {
        return Err(DAMAGED);
    }
    let pixels = width as usize * height as usize;
    let found = usize::from(picture.color_type().channel_count());
    let wanted = chunk.length / pixels.max(1);
    let mut samples = Zeroizing::new(vec![0; pixels * found]);
    picture.read_image(&mut samples).map_err(|_| DAMAGED)?;
    if !matches!((found, wanted), (3 | 4, 3 | 4)) {
        return Err(Error::UnsupportedKind(Format::Tiff));
    }
    for pixel in samples.chunks_exact(found) {
        bytes.extend_from_slice(&pixel[..3]);
        if wanted == 4 {
            bytes.push(pixel.get(3).copied().unwrap_or(u8::MAX));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unpacked(packed: &[u8], length: usize) -> Vec<u8> {
        let chunk = Chunk { width: 1, height: 1, length };
        decompress(packed, Compression::PackBits, chunk).unwrap().to_vec()
    }

    #[test]
    fn runs_and_literals_are_unpacked() {
        // The example of the TIFF specification begins so.
        assert_eq!(unpacked(&[0xfe, 0xaa, 2, 0x80, 0, 0x2a, 0x80], 6), b"\xaa\xaa\xaa\x80\0\x2a");
        assert_eq!(unpacked(&[0x81, 7], 5), [7; 5]);
        assert_eq!(unpacked(&[0, 7, 5, 1], 3), [7, 0, 0]);
    }

    #[test]
    fn nothing_is_damaged() {
        let chunk = Chunk { width: 9, height: 9, length: 18 };
        for value in [1, 2, 3, 5, 8, 0x8005, 34_925, 50_000, 50_001] {
            let compression = Compression::new(value, 1).unwrap();
            assert!(decompress(b"", compression, chunk).is_err(), "{compression:?}");
        }
        assert_eq!(Compression::new(6, 0), None);
    }
}
