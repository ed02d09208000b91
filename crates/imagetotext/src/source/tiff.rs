//! TIFF files: scans and faxes, often of many pages. The `image` crate decodes the first page only and
//! no palettes, so this uses the `tiff` crate beneath it.

mod decompress;
mod file_writer;
mod lab;
mod patched_reader;
mod plain_file;
mod samples;
mod xz;

use image::metadata::Orientation;
use tiff::TiffError;
use tiff::decoder::ifd::Value;
use tiff::decoder::{ChunkType, Decoder, DecodingResult, Limits};
use tiff::tags::{CompressionMethod, PhotometricInterpretation, Tag};

use self::lab::Lab;
use self::patched_reader::PatchedReader;
use self::samples::{SampleFormat, Samples};
use super::contained::decode_contained;
use super::jpeg_header::FrameHeader;
use super::limits::{MAX_BYTES, MAX_FILE_PIXELS, MAX_PAGES, check_size};
use super::page_ranges::PageRanges;
use super::{Format, Picture, stated_resolution};
use crate::{Error, Resolution};

/// Bits of `NewSubfileType` (TIFF 6.0 page 36) of images that are no pages: a thumbnail, a mask.
const THUMBNAIL: u32 = 1;
const MASK: u32 = 4;

/// `DNGVersion`, which only Adobe's camera raw files have (DNG specification 1.7).
const DNG_VERSION: Tag = Tag::Unknown(50_706);

/// The pages of a file, decoded one by one.
pub(super) struct Pages<'a> {
    decoder: Decoder<PatchedReader<'a>>,
    bytes: &'a [u8],
    ranges: PageRanges,
    /// The directory that the decoder is at.
    index: usize,
    /// The page that the decoder is at or was at, counted from 1.
    number: u32,
    /// Pages returned.
    returned: usize,
    /// Pixels that the remaining pages may have.
    pixels_left: u64,
    state: State,
}

enum State {
    /// The directory that the decoder is at is the next page.
    AtPage,
    /// The directory that the decoder is at was decoded.
    AfterPage,
    /// After the last page, or where the next one is not found.
    Ended,
}

impl<'a> Pages<'a> {
    /// Reads the first directory.
    pub(super) fn open(bytes: &'a [u8], ranges: PageRanges) -> Result<Self, Error> {
        decode_contained(Format::Tiff, || {
            let mut limits = Limits::default();
            limits.decoding_buffer_size = usize::try_from(MAX_BYTES).unwrap_or(usize::MAX);
            // The buffer of one strip, which cannot be larger than the file anyway.
            limits.intermediate_buffer_size = usize::MAX;
            let mut decoder =
                Decoder::new(PatchedReader::new(bytes)).map_err(classify)?.with_limits(limits);
            if decoder.find_tag(DNG_VERSION).is_ok_and(|version| version.is_some()) {
                return Err(Error::Unsupported(Format::Raw));
            }
            Ok(Self {
                decoder,
                bytes,
                ranges,
                index: 0,
                number: 1,
                returned: 0,
                pixels_left: MAX_FILE_PIXELS,
                state: State::AtPage,
            })
        })
    }

    /// Moves to the next page that is asked for; `false` after the last one.
    fn advance(&mut self) -> Result<bool, Error> {
        if matches!(self.state, State::AtPage) && self.ranges.contains(self.number) {
            return Ok(true);
        }
        while self.ranges.continue_after(self.number) && self.next_page()? {
            self.number = self.number.saturating_add(1);
            if self.ranges.contains(self.number) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Moves to the next directory that is a page; `false` after the last one.
    fn next_page(&mut self) -> Result<bool, Error> {
        while self.decoder.more_images() {
            self.index += 1;
            self.decoder.next_image().map_err(classify)?;
            let kind = self.decoder.find_tag_unsigned(Tag::NewSubfileType).ok().flatten();
            if kind.unwrap_or(0_u32) & (THUMBNAIL | MASK) == 0 {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Decodes the page that the decoder is at.
    fn decode(&mut self) -> Result<Picture, Error> {
        let reversed = self.has_reversed_bits();
        if let Some(file) = plain_file::of(&mut self.decoder, self.bytes, reversed)? {
            let mut page = Pages::open(&file, PageRanges::default())?;
            page.pixels_left = self.pixels_left;
            let picture = page.decode()?;
            self.pixels_left = page.pixels_left;
            return Ok(self.as_described(picture));
        }
        let lab = self.number(Tag::PhotometricInterpretation).and_then(Lab::new);
        let palette = self.patch_directory(lab.is_some())?;
        let (width, height) = self.decoder.dimensions().map_err(classify)?;
        check_size(width, height, 1)?;
        let pixels = u64::from(width) * u64::from(height);
        self.pixels_left = self.pixels_left.checked_sub(pixels).ok_or(Error::TooManyPages)?;
        let stored = self.decoder.image_buffer_layout().map_err(classify)?;
        if stored.complete_len as u64 > MAX_BYTES {
            return Err(Error::TooLarge);
        }
        let unsupported = Error::UnsupportedKind(Format::Tiff);
        let color = self.decoder.colortype().map_err(classify)?;
        let extra = self.decoder.find_tag_unsigned_vec(Tag::ExtraSamples).ok().flatten();
        let sample_format =
            SampleFormat::new(color, stored.planes, &extra.unwrap_or_default(), palette, lab)
                .ok_or(unsupported)?;
        self.check_jpeg(width, height)?;

        let mut samples = Samples(DecodingResult::U8(Vec::new()));
        self.decoder.inner().reverse_bits(reversed);
        let result = self.decoder.read_image_to_buffer(&mut samples.0);
        self.decoder.inner().reverse_bits(false);
        result.map_err(classify)?;
        let raster = samples.into_raster((width, height), &sample_format)?;
        let picture = raster.into_picture().ok_or(Error::Damaged(Format::Tiff))?;
        Ok(self.as_described(picture))
    }

    /// Patches the directory so that the decoder can read it, and returns the colours of its palette.
    ///
    /// The decoder does not know palettes, so it decodes the indices as shades of grey, nor L\*a\*b\*, whose samples it
    /// decodes as if they were RGB. "All rows in
    /// one strip" may be written as 2^32 - 1 rows (TIFF 6.0 page 39), for which its fax decoder would
    /// allocate memory.
    fn patch_directory(&mut self, is_lab: bool) -> Result<Option<Vec<u16>>, Error> {
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
        let reader = self.decoder.inner();
        if is_palette {
            let grey = PhotometricInterpretation::BlackIsZero.to_u16();
            reader.patch(directory, Tag::PhotometricInterpretation, grey.into());
        }
        if is_lab {
            let rgb = PhotometricInterpretation::RGB.to_u16();
            reader.patch(directory, Tag::PhotometricInterpretation, rgb.into());
        }
        let too_many_rows = rows.is_some_and(|rows| rows > height);
        if too_many_rows {
            reader.patch(directory, Tag::RowsPerStrip, height);
        }
        if is_palette || is_lab || too_many_rows {
            self.decoder.seek_to_image(self.index).map_err(classify)?;
        }
        Ok(palette)
    }

    /// Strips and tiles may be JPEG streams with sizes of their own, for which the decoder allocates
    /// memory.
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
        // A stream may be padded to whole blocks of 16 pixels, and a tile may extend beyond the edges.
        let (max_width, max_height) = match self.decoder.get_chunk_type() {
            ChunkType::Strip => (width + 16, height.min(strip_height) + 16),
            ChunkType::Tile => (strip_width, strip_height),
        };
        check_size(max_width, max_height, 4)?;
        for (offset, length) in offsets.into_iter().zip(lengths) {
            let (Ok(from), Ok(to)) = (offset.try_into(), offset.saturating_add(length).try_into())
            else {
                return Err(Error::Damaged(Format::Tiff));
            };
            let stream: Option<&[u8]> = self.bytes.get::<std::ops::Range<usize>>(from..to);
            let frame = stream.and_then(FrameHeader::find).ok_or(Error::Damaged(Format::Tiff))?;
            if u32::from(frame.width) > max_width || u32::from(frame.height) > max_height {
                return Err(Error::Damaged(Format::Tiff));
            }
        }
        Ok(())
    }

    /// Whether the lowest bit of a byte is the leftmost pixel (`FillOrder`, TIFF 6.0 page 32). It does
    /// not apply to JPEG streams.
    fn has_reversed_bits(&mut self) -> bool {
        self.number(Tag::FillOrder) == Some(2)
            && !self.is_compressed_by(CompressionMethod::ModernJPEG)
    }

    fn is_compressed_by(&mut self, method: CompressionMethod) -> bool {
        self.number(Tag::Compression) == Some(method.to_u16().into())
    }

    /// With the resolution, and turned, as the directory says.
    fn as_described(&mut self, mut picture: Picture) -> Picture {
        picture.resolution = self.resolution();
        picture.oriented(self.orientation())
    }

    /// Without a unit it is the inch (TIFF 6.0 page 38).
    fn resolution(&mut self) -> Option<Resolution> {
        let unit = self.number(Tag::ResolutionUnit).unwrap_or(2);
        let unit = stated_resolution::units_per_inch(unit)?;
        let stated = [self.ratio(Tag::XResolution)?, self.ratio(Tag::YResolution)?];
        stated_resolution::credible(stated, unit)
    }

    fn ratio(&mut self, tag: Tag) -> Option<f32> {
        match self.decoder.find_tag(tag).ok()?? {
            Value::Rational(numerator, denominator) => Some(numerator as f32 / denominator as f32),
            _ => None,
        }
    }

    fn orientation(&mut self) -> Orientation {
        let exif = self.number(Tag::Orientation).and_then(|number| u8::try_from(number).ok());
        exif.and_then(Orientation::from_exif).unwrap_or(Orientation::NoTransforms)
    }

    /// The value of a tag with a single number.
    fn number(&mut self, tag: Tag) -> Option<u32> {
        self.decoder.find_tag_unsigned(tag).ok().flatten()
    }
}

impl Iterator for Pages<'_> {
    type Item = Result<Picture, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if matches!(self.state, State::Ended) {
            return None;
        }
        let has_page = decode_contained(Format::Tiff, || self.advance());
        self.state = if matches!(has_page, Ok(true)) { State::AfterPage } else { State::Ended };
        match has_page {
            Err(error) => return Some(Err(error)),
            Ok(false) => return None,
            Ok(true) => {}
        }
        let page = if self.returned == MAX_PAGES {
            Err(Error::TooManyPages)
        } else {
            self.returned += 1;
            decode_contained(Format::Tiff, || self.decode())
        };
        if matches!(page, Err(Error::TooManyPages)) {
            self.state = State::Ended;
        }
        Some(page)
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
    fn the_pixels_of_all_pages_are_limited() {
        // Pages of 54, 384 and 384 pixels.
        let mut pages = Pages::open(
            include_bytes!("../../../../tests/images/formats/pages.tif"),
            PageRanges::default(),
        )
        .unwrap();
        pages.pixels_left = 54 + 384;
        assert!(pages.next().unwrap().is_ok());
        assert!(pages.next().unwrap().is_ok());
        assert!(matches!(pages.next(), Some(Err(Error::TooManyPages))));
        assert!(pages.next().is_none());
    }
}
