//! TIFF: scans and faxes, often of many pages. The `image` crate shows the first page only and
//! refuses palettes, so this stands directly on the `tiff` crate beneath it.

mod overlay;
mod samples;

use image::metadata::Orientation;
use tiff::TiffError;
use tiff::decoder::{ChunkType, Decoder, DecodingResult, Limits};
use tiff::tags::{CompressionMethod, PhotometricInterpretation, Tag};

use self::overlay::Overlay;
use self::samples::{Layout, Samples};
use super::jpeg::Frame;
use super::{Format, Picture, contain, orientation, size};
use crate::Error;

/// Most directories of one TIFF file that are looked at. A longer file ends in
/// [`Error::TooLarge`] after so many pages.
pub const MAX_PAGES: usize = 1000;

/// Most pixels of all pages together: a thousand sheets of A4 at 300 dpi, with a third to spare.
/// Pages may share their bytes, so that a file of kilobytes could keep a computer busy for a day.
const MAX_FILE_PIXELS: u64 = 100 * size::MAX_PIXELS;

/// Pages that are no pages (`NewSubfileType`, TIFF 6.0 page 36): a smaller copy, a mask.
const SMALLER_COPY: u32 = 1;
const MASK: u32 = 4;

/// Only Adobe's camera raw files have this tag (DNG specification 1.7, `DNGVersion`).
const DNG_VERSION: Tag = Tag::Unknown(50_706);

/// The pages of a file, decoded one by one.
pub(super) struct Pages<'a> {
    decoder: Decoder<Overlay<'a>>,
    bytes: &'a [u8],
    /// Which directory the decoder stands at.
    index: usize,
    /// How many pixels the pages may still have.
    pixels_left: u64,
    state: State,
}

enum State {
    /// The directory that the decoder stands at is the next page.
    Here,
    /// It was read; the next page comes after it.
    Passed,
    /// After the last page or an error.
    Over,
}

impl<'a> Pages<'a> {
    /// Reads the first directory.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Error> {
        contain(Format::Tiff, || {
            let mut limits = Limits::default();
            limits.decoding_buffer_size = usize::try_from(size::MAX_BYTES).unwrap_or(usize::MAX);
            // Bounds what is read of one strip, which no more than the file bounds anyway.
            limits.intermediate_buffer_size = usize::MAX;
            let mut decoder =
                Decoder::new(Overlay::new(bytes)).map_err(classify)?.with_limits(limits);
            if decoder.find_tag(DNG_VERSION).is_ok_and(|version| version.is_some()) {
                return Err(Error::Unsupported(Format::Raw));
            }
            Ok(Self { decoder, bytes, index: 0, pixels_left: MAX_FILE_PIXELS, state: State::Here })
        })
    }

    /// Moves to the next directory that is a page; `false` after the last one.
    fn advance(&mut self) -> Result<bool, Error> {
        while self.decoder.more_images() {
            self.index += 1;
            if self.index == MAX_PAGES {
                return Err(Error::TooLarge);
            }
            self.decoder.next_image().map_err(classify)?;
            let kind = self.decoder.find_tag_unsigned(Tag::NewSubfileType).ok().flatten();
            if kind.unwrap_or(0_u32) & (SMALLER_COPY | MASK) == 0 {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Decodes the page that the decoder stands at.
    fn read(&mut self) -> Result<Picture, Error> {
        let palette = self.adapt()?;
        let (width, height) = self.decoder.dimensions().map_err(classify)?;
        size::check(width, height, 1)?;
        let pixels = u64::from(width) * u64::from(height);
        self.pixels_left = self.pixels_left.checked_sub(pixels).ok_or(Error::TooLarge)?;
        let stored = self.decoder.image_buffer_layout().map_err(classify)?;
        if stored.complete_len as u64 > size::MAX_BYTES {
            return Err(Error::TooLarge);
        }
        let unsupported = Error::UnsupportedKind(Format::Tiff);
        let color = self.decoder.colortype().map_err(classify)?;
        let extra = self.decoder.find_tag_unsigned_vec(Tag::ExtraSamples).ok().flatten();
        let layout = Layout::new(color, stored.planes, &extra.unwrap_or_default(), palette)
            .ok_or(unsupported)?;
        self.check_jpeg(width, height)?;

        let mut samples = Samples(DecodingResult::U8(Vec::new()));
        let reversed = self.is_reversed();
        self.decoder.inner().reverse_bits(reversed);
        let outcome = self.decoder.read_image_to_buffer(&mut samples.0);
        self.decoder.inner().reverse_bits(false);
        outcome.map_err(classify)?;
        let raster = samples.into_raster((width, height), &layout)?;
        let picture = raster.into_picture().ok_or(Error::Damaged(Format::Tiff))?;
        Ok(orientation::upright(picture, self.orientation()))
    }

    /// Makes the directory one that the decoder can read, and gives the colours of its palette.
    ///
    /// A palette is unknown to the decoder: it is told that the indices are shades of grey. "All
    /// rows in one strip" may be written as 2^32 - 1 rows (TIFF 6.0 page 39), which its fax
    /// decoder takes at its word.
    fn adapt(&mut self) -> Result<Option<Vec<u16>>, Error> {
        let (_, height) = self.decoder.dimensions().map_err(classify)?;
        let rows = self.number(Tag::RowsPerStrip);
        let is_palette = self.number(Tag::PhotometricInterpretation)
            == Some(PhotometricInterpretation::RGBPalette.to_u16().into());
        let palette = if is_palette {
            Some(self.decoder.get_tag_u16_vec(Tag::ColorMap).map_err(classify)?)
        } else {
            None
        };
        let directory = self.decoder.ifd_pointer().map_or(0, |pointer| pointer.0);
        let overlay = self.decoder.inner();
        if is_palette {
            let grey = PhotometricInterpretation::BlackIsZero.to_u16();
            overlay.replace(directory, Tag::PhotometricInterpretation, grey.into());
        }
        let endless = rows.is_some_and(|rows| rows > height);
        if endless {
            overlay.replace(directory, Tag::RowsPerStrip, height);
        }
        if is_palette || endless {
            self.decoder.seek_to_image(self.index).map_err(classify)?;
        }
        Ok(palette)
    }

    /// Strips may hold JPEG streams with sizes of their own, and the decoder takes memory for those.
    fn check_jpeg(&mut self, width: u32, height: u32) -> Result<(), Error> {
        if !self.is_compressed_by(CompressionMethod::ModernJPEG) {
            return Ok(());
        }
        let (offsets, lengths) = match self.decoder.get_chunk_type() {
            ChunkType::Strip => (Tag::StripOffsets, Tag::StripByteCounts),
            ChunkType::Tile => (Tag::TileOffsets, Tag::TileByteCounts),
        };
        let offsets = self.decoder.get_tag_u64_vec(offsets).map_err(classify)?;
        let lengths = self.decoder.get_tag_u64_vec(lengths).map_err(classify)?;
        let (strip_width, strip_height) = self.decoder.chunk_dimensions();
        // A stream may be filled up to whole blocks, and a tile reaches over the edges.
        let (most_wide, most_high) = match self.decoder.get_chunk_type() {
            ChunkType::Strip => (width + 16, height.min(strip_height) + 16),
            ChunkType::Tile => (strip_width, strip_height),
        };
        size::check(most_wide, most_high, 4)?;
        for (offset, length) in offsets.into_iter().zip(lengths) {
            let (Ok(from), Ok(to)) = (offset.try_into(), offset.saturating_add(length).try_into())
            else {
                return Err(Error::Damaged(Format::Tiff));
            };
            let stream: Option<&[u8]> = self.bytes.get::<std::ops::Range<usize>>(from..to);
            let frame = stream.and_then(Frame::find).ok_or(Error::Damaged(Format::Tiff))?;
            if u32::from(frame.width) > most_wide || u32::from(frame.height) > most_high {
                return Err(Error::Damaged(Format::Tiff));
            }
        }
        Ok(())
    }

    /// Whether the lowest bit of a byte is the leftmost pixel (`FillOrder`, TIFF 6.0 page 32). JPEG
    /// streams have an order of their own.
    fn is_reversed(&mut self) -> bool {
        self.number(Tag::FillOrder) == Some(2)
            && !self.is_compressed_by(CompressionMethod::ModernJPEG)
    }

    fn is_compressed_by(&mut self, method: CompressionMethod) -> bool {
        self.number(Tag::Compression) == Some(method.to_u16().into())
    }

    fn orientation(&mut self) -> Orientation {
        let exif = self.number(Tag::Orientation).and_then(|number| u8::try_from(number).ok());
        exif.and_then(Orientation::from_exif).unwrap_or(Orientation::NoTransforms)
    }

    /// The value of a tag that holds one number.
    fn number(&mut self, tag: Tag) -> Option<u32> {
        self.decoder.find_tag_unsigned(tag).ok().flatten()
    }
}

impl Iterator for Pages<'_> {
    type Item = Result<Picture, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let outcome = contain(Format::Tiff, || {
            let is_there = match self.state {
                State::Here => true,
                State::Passed => self.advance()?,
                State::Over => false,
            };
            if is_there { self.read().map(Some) } else { Ok(None) }
        });
        self.state = if matches!(outcome, Ok(Some(_))) { State::Passed } else { State::Over };
        outcome.transpose()
    }
}

#[expect(clippy::needless_pass_by_value, reason = "passed to map_err")]
fn classify(error: TiffError) -> Error {
    match error {
        TiffError::UnsupportedError(_) => Error::UnsupportedKind(Format::Tiff),
        TiffError::LimitsExceeded => Error::TooLarge,
        _ => Error::Damaged(Format::Tiff),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_pages_together_have_a_limit() {
        // Pages of 54, 384 and 384 pixels.
        let mut pages =
            Pages::open(include_bytes!("../../../../tests/images/formats/pages.tif")).unwrap();
        pages.pixels_left = 54 + 384;
        assert!(pages.next().unwrap().is_ok());
        assert!(pages.next().unwrap().is_ok());
        assert!(matches!(pages.next(), Some(Err(Error::TooLarge))));
        assert!(pages.next().is_none());
    }
}
