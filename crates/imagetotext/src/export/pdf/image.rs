//! The pictures of pages: JPEG files as they are, everything else compressed without loss.

use std::borrow::Cow;
use std::fmt;
use std::io::{Cursor, Write as _};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use image::ImageDecoder as _;
use image::codecs::jpeg::JpegDecoder;
use image::metadata::Orientation;
use pdf_writer::types::Predictor;
use pdf_writer::{Chunk, Filter, Ref};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::source::{Format, Picture, Placement, jpeg_components};

/// The picture of a page as a PDF holds it.
pub struct PageImage<'a> {
    header: PageImageHeader,
    data: Cow<'a, [u8]>,
}

/// What the bytes of a [`PageImage`] are.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PageImageHeader {
    /// Width of the stored picture in pixels.
    pub width: u32,
    /// Height of the stored picture in pixels.
    pub height: u32,
    /// How its samples are stored.
    pub samples: SampleFormat,
    /// Where it is on its page.
    pub placement: Placement,
}

/// How samples are stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum SampleFormat {
    /// A JPEG file of grey samples.
    JpegGrey,
    /// A JPEG file of three components.
    JpegColour,
    /// One bit a pixel, 1 is white; rows of whole bytes, in the format of zlib.
    BlackAndWhite,
    /// A byte a pixel; rows with the Paeth filter of PNG, in the format of zlib.
    Grey,
    /// Three bytes a pixel, the same way.
    Rgb,
}

impl fmt::Debug for PageImage<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PageImage({} × {})", self.header.width, self.header.height)
    }
}

/// The level of compression: twice as fast as the usual one, and 5 % larger.
const LEVEL: u32 = 4;

/// The filter of PNG that is in front of every row: Paeth.
const PAETH: u8 = 4;

impl PageImageHeader {
    /// Of a JPEG file that PDF can hold as it is. None for other files and for four components, which printers
    /// use: programs disagree about their colours.
    pub fn of_jpeg(file: &[u8], quarter_turns: u8) -> Option<Self> {
        if Format::of(file) != Some(Format::Jpeg) {
            return None;
        }
        let samples = match jpeg_components(file)? {
            1 => SampleFormat::JpegGrey,
            3 => SampleFormat::JpegColour,
            _ => return None,
        };
        let mut decoder = JpegDecoder::new(Cursor::new(file)).ok()?;
        let (width, height) = decoder.dimensions();
        let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms).to_exif();
        let placement = Placement::of_exif(orientation).rotated(quarter_turns);
        Some(Self { width, height, samples, placement })
    }

    /// Whether an image can have this header: for headers from a process that may have been taken over by a
    /// picture.
    pub fn is_sound(&self) -> bool {
        let is_side = |side: u32| (1..=crate::source::MAX_SIDE).contains(&side);
        is_side(self.width) && is_side(self.height) && self.placement.is_sound()
    }

    /// Whether the bytes of the image are a JPEG file.
    pub fn is_jpeg(&self) -> bool {
        matches!(self.samples, SampleFormat::JpegGrey | SampleFormat::JpegColour)
    }
}

impl<'a> PageImage<'a> {
    /// An image of which these are the bytes.
    pub fn new(header: PageImageHeader, data: &'a [u8]) -> Self {
        Self { header, data: Cow::Borrowed(data) }
    }

    /// Its bytes.
    pub fn data(&self) -> &[u8] {
        &self.data
    }

    /// What its bytes are.
    pub fn header(&self) -> &PageImageHeader {
        &self.header
    }
}

/// The image of a page: the JPEG that it consists of, or its pixels compressed without loss.
pub fn page_image(picture: &Picture) -> (PageImageHeader, Zeroizing<Vec<u8>>) {
    let Some(jpeg) = &picture.jpeg else { return compress(picture) };
    let [width, height] = jpeg.size;
    let samples = if jpeg.is_grey { SampleFormat::JpegGrey } else { SampleFormat::JpegColour };
    let header = PageImageHeader { width, height, samples, placement: jpeg.placement };
    (header, jpeg.bytes.clone())
}

/// Compresses an upright picture without loss.
pub fn compress(picture: &Picture) -> (PageImageHeader, Zeroizing<Vec<u8>>) {
    let (width, height) = (picture.width(), picture.height());
    let samples = SampleFormat::of(picture);
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(LEVEL));
    let stride = width as usize * 3;
    let mut before = Zeroizing::new(vec![0; stride]);
    let mut row = Zeroizing::new(vec![0; stride]);
    let mut filtered = Zeroizing::new(Vec::with_capacity(stride + 1));
    for rgb in picture.rgb().chunks_exact(stride) {
        filtered.clear();
        match samples {
            SampleFormat::BlackAndWhite => filtered.extend(rgb.chunks(24).map(packed_bits)),
            SampleFormat::Grey => {
                row.truncate(width as usize);
                row.iter_mut().zip(rgb.chunks_exact(3)).for_each(|(grey, rgb)| *grey = rgb[0]);
                paeth(&mut filtered, &row, &before, 1);
                before[..width as usize].copy_from_slice(&row);
            }
            _ => {
                paeth(&mut filtered, rgb, &before, 3);
                before.copy_from_slice(rgb);
            }
        }
        // Memory takes whatever is written.
        let _ = encoder.write_all(&filtered);
    }
    let header = PageImageHeader { width, height, samples, placement: Placement::UPRIGHT };
    (header, encoder.finish().unwrap_or_default().into())
}

impl SampleFormat {
    /// The smallest that loses nothing.
    fn of(picture: &Picture) -> Self {
        let mut is_black_and_white = true;
        for pixel in picture.rgb().chunks_exact(3) {
            if pixel[0] != pixel[1] || pixel[1] != pixel[2] {
                return Self::Rgb;
            }
            is_black_and_white &= matches!(pixel[0], 0 | 255);
        }
        if is_black_and_white { Self::BlackAndWhite } else { Self::Grey }
    }
}

/// Up to eight pixels in a byte, the first one in its highest bit.
fn packed_bits(rgb: &[u8]) -> u8 {
    rgb.chunks_exact(3).enumerate().fold(0, |byte, (at, pixel)| byte | (pixel[0] & 0x80) >> at)
}

/// A row with the Paeth filter: W3C PNG, 9.4.
fn paeth(filtered: &mut Vec<u8>, row: &[u8], above: &[u8], pixel: usize) {
    filtered.push(PAETH);
    for (at, sample) in row.iter().enumerate() {
        let (left, corner) = match at.checked_sub(pixel) {
            Some(at) => (row[at], above[at]),
            None => (0, 0),
        };
        let (a, b, c) = (i16::from(left), i16::from(above[at]), i16::from(corner));
        let (pa, pb, pc) = ((b - c).abs(), (a - c).abs(), (a + b - 2 * c).abs());
        let predicted = if pa <= pb && pa <= pc {
            left
        } else if pb <= pc {
            above[at]
        } else {
            corner
        };
        filtered.push(sample.wrapping_sub(predicted));
    }
}

/// Writes the image.
pub(super) fn write(chunk: &mut Chunk, id: Ref, image: &PageImage<'_>) {
    let PageImageHeader { width, height, samples, .. } = image.header;
    let (width, height) = (width as i32, height as i32);
    let (bits, colors) = match samples {
        SampleFormat::BlackAndWhite => (1, 1),
        SampleFormat::JpegGrey | SampleFormat::Grey => (8, 1),
        SampleFormat::JpegColour | SampleFormat::Rgb => (8, 3),
    };
    let mut object = chunk.image_xobject(id, &image.data);
    object.width(width).height(height).bits_per_component(bits);
    if colors == 1 {
        object.color_space().device_gray();
    } else {
        object.color_space().device_rgb();
    }
    object.filter(if image.header.is_jpeg() { Filter::DctDecode } else { Filter::FlateDecode });
    if matches!(samples, SampleFormat::Grey | SampleFormat::Rgb) {
        let mut parameters = object.decode_parms();
        parameters.predictor(Predictor::PngPaeth).colors(colors).bits_per_component(bits);
        parameters.columns(width);
    }
}

/// The matrix that puts the image on a sheet of this size in points.
pub(super) fn matrix(header: &PageImageHeader, [width, height]: [f32; 2]) -> [f32; 6] {
    let seen = |u: f32, v: f32| {
        let [x, y] = header.placement.of_point([u, v]);
        [x * width, (1.0 - y) * height]
    };
    // In a PDF an image has its origin at its bottom left corner.
    let (origin, right, up) = (seen(0.0, 1.0), seen(1.0, 1.0), seen(0.0, 0.0));
    let way = |to: [f32; 2]| [to[0] - origin[0], to[1] - origin[1]];
    let ([a, b], [c, d]) = (way(right), way(up));
    [a, b, c, d, origin[0], origin[1]]
}
