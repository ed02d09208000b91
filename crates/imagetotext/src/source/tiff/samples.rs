//! Samples of any depth and meaning, as TIFF stores them, made into eight bits of grey or RGB.

use tiff::ColorType;
use tiff::decoder::DecodingResult;
use zeroize::{Zeroize, Zeroizing};

use crate::Error;
use crate::source::Format;
use crate::source::raster::{Channels, Raster, spread, to_u8};

/// Samples of one page; wiped when dropped.
pub(super) struct Samples(pub(super) DecodingResult);

impl Drop for Samples {
    fn drop(&mut self) {
        self.0.as_buffer(0).as_bytes_mut().zeroize();
    }
}

/// What the samples of a pixel mean.
#[derive(Debug, Clone, PartialEq)]
enum Meaning {
    Grey,
    GreyAlpha,
    /// All reds, then all greens, then all blues of the palette.
    Palette(Vec<u8>),
    Rgb,
    Rgba,
    Premultiplied,
    Cmyk,
    YCbCr,
}

/// How a page is stored.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Layout {
    meaning: Meaning,
    bits: u8,
    /// Samples of a pixel, also those without a meaning.
    samples: usize,
    /// Whether the page is stored sample by sample, and not pixel by pixel.
    planar: bool,
}

/// `ExtraSamples` (TIFF 6.0 page 31): colours multiplied by alpha, and straight ones.
const ASSOCIATED: u16 = 1;
const STRAIGHT: u16 = 2;

impl Layout {
    /// `None` for colours that are not supported.
    pub(super) fn new(
        color: ColorType,
        planes: usize,
        extra: &[u16],
        palette: Option<Vec<u16>>,
    ) -> Option<Self> {
        let bits = color.bit_depth();
        let extra = extra.first().copied();
        let (meaning, samples) = match (color, palette) {
            (ColorType::Gray(1..=8), Some(colours)) if colours.len() >= 3 << bits => {
                (Meaning::Palette(narrowed(&colours)), 1)
            }
            (_, Some(_)) => return None,
            (ColorType::Gray(_), None) => (Meaning::Grey, 1),
            (ColorType::Multiband { num_samples: 2, .. }, _)
                if matches!(extra, Some(ASSOCIATED | STRAIGHT)) =>
            {
                (Meaning::GreyAlpha, 2)
            }
            (ColorType::Multiband { num_samples, .. }, _) => (Meaning::Grey, num_samples.into()),
            (ColorType::RGB(_), _) => (Meaning::Rgb, 3),
            (ColorType::RGBA(_), _) if extra == Some(ASSOCIATED) => (Meaning::Premultiplied, 4),
            (ColorType::RGBA(_), _) => (Meaning::Rgba, 4),
            (ColorType::CMYK(_), _) => (Meaning::Cmyk, 4),
            (ColorType::CMYKA(_), _) => (Meaning::Cmyk, 5),
            (ColorType::YCbCr(_), _) => (Meaning::YCbCr, 3),
            _ => return None,
        };
        Some(Self { meaning, bits, samples, planar: planes > 1 })
    }
}

/// Palettes have sixteen bits; some writers used eight (libtiff, `tif_getimage.c`, `checkcmap`).
fn narrowed(colours: &[u16]) -> Vec<u8> {
    let wide = colours.iter().any(|&colour| colour > 255);
    colours.iter().map(|&colour| if wide { to_u8(colour) } else { colour as u8 }).collect()
}

impl Samples {
    pub(super) fn into_raster(
        self,
        (width, height): (u32, u32),
        layout: &Layout,
    ) -> Result<Raster, Error> {
        let pixels = width as usize * height as usize;
        let row = if layout.planar { width as usize } else { width as usize * layout.samples };
        let mut samples =
            self.into_bytes(layout, row).ok_or(Error::UnsupportedKind(Format::Tiff))?;
        if samples.len() != pixels * layout.samples {
            return Err(Error::Damaged(Format::Tiff));
        }
        if layout.planar {
            samples = interleaved(&samples, pixels);
        }
        let (channels, samples) = layout.meaning.apply(samples, layout.samples);
        Ok(Raster { width, height, channels, samples })
    }

    /// Eight bits a sample, in the same order; indices into a palette keep their value.
    fn into_bytes(mut self, layout: &Layout, row: usize) -> Option<Zeroizing<Vec<u8>>> {
        let has_alpha =
            matches!(layout.meaning, Meaning::GreyAlpha | Meaning::Rgba | Meaning::Premultiplied);
        let bytes = match &mut self.0 {
            DecodingResult::U8(bytes) if layout.bits == 8 => std::mem::take(bytes),
            DecodingResult::U8(bytes) => {
                let indices = matches!(layout.meaning, Meaning::Palette(_));
                return Some(unpacked(bytes, layout.bits, row, indices));
            }
            DecodingResult::U16(wide) => wide.iter().map(|&sample| to_u8(sample)).collect(),
            DecodingResult::U32(wide) => wide.iter().map(|&sample| (sample >> 24) as u8).collect(),
            DecodingResult::U64(wide) => wide.iter().map(|&sample| (sample >> 56) as u8).collect(),
            DecodingResult::F16(wide) => {
                from_floats(wide.iter().map(|sample| sample.to_f32()), has_alpha)
            }
            DecodingResult::F32(wide) => from_floats(wide.iter().copied(), has_alpha),
            DecodingResult::F64(wide) => {
                from_floats(wide.iter().map(|&sample| sample as f32), has_alpha)
            }
            // Signed numbers are heights and temperatures, not pictures.
            _ => return None,
        };
        Some(Zeroizing::new(bytes))
    }
}

/// Fewer than eight bits a sample, highest first; each row of `row` samples begins with a new byte.
fn unpacked(packed: &[u8], bits: u8, row: usize, indices: bool) -> Zeroizing<Vec<u8>> {
    let bits = usize::from(bits);
    let highest = (1_u32 << bits) - 1;
    let stride = (row * bits).div_ceil(8);
    let mut samples = Zeroizing::new(vec![0; packed.len() / stride * row]);
    for (to, from) in samples.chunks_exact_mut(row).zip(packed.chunks_exact(stride)) {
        for (number, sample) in to.iter_mut().enumerate() {
            let at = number * bits;
            let next = from.get(at / 8 + 1).copied().unwrap_or(0);
            let pair = u32::from(u16::from_be_bytes([from[at / 8], next]));
            let value = pair >> (16 - bits - at % 8) & highest;
            *sample = if indices { value } else { value * 255 / highest } as u8;
        }
    }
    samples
}

/// Floating point has no agreed range. From 0 to 1 is taken as black to white, as with every
/// reader; other pictures, if opaque, are stretched from their darkest to their lightest sample.
fn from_floats(samples: impl Iterator<Item = f32> + Clone, has_alpha: bool) -> Vec<u8> {
    let finite = samples.clone().filter(|sample| sample.is_finite());
    let (low, high) = finite.fold((0.0_f32, 1.0_f32), |(low, high), sample| {
        if has_alpha { (low, high) } else { (low.min(sample), high.max(sample)) }
    });
    // The float cast saturates, and takes what is not a number for 0.
    samples.map(|sample| ((sample - low) / (high - low) * 255.0 + 0.5) as u8).collect()
}

fn interleaved(planes: &[u8], pixels: usize) -> Zeroizing<Vec<u8>> {
    let count = planes.len() / pixels;
    let mut samples = Zeroizing::new(vec![0; planes.len()]);
    for (number, plane) in planes.chunks_exact(pixels).enumerate() {
        for (pixel, &sample) in samples.chunks_exact_mut(count).zip(plane) {
            pixel[number] = sample;
        }
    }
    samples
}

impl Meaning {
    fn apply(
        &self,
        mut samples: Zeroizing<Vec<u8>>,
        count: usize,
    ) -> (Channels, Zeroizing<Vec<u8>>) {
        match self {
            Self::Grey if count > 1 => {
                let first: Vec<u8> = samples.chunks_exact(count).map(|pixel| pixel[0]).collect();
                (Channels::Grey, Zeroizing::new(first))
            }
            Self::Grey => (Channels::Grey, samples),
            Self::GreyAlpha => (Channels::GreyAlpha, samples),
            Self::Rgb => (Channels::Rgb, samples),
            Self::Rgba => (Channels::Rgba, samples),
            Self::Premultiplied => {
                samples.chunks_exact_mut(4).for_each(divide_by_alpha);
                (Channels::Rgba, samples)
            }
            Self::Palette(colours) => {
                let plane = colours.len() / 3;
                let look_up = |[index]: [u8; 1]| {
                    [0, 1, 2].map(|channel| colours[channel * plane + usize::from(index)])
                };
                (Channels::Rgb, spread(&samples, look_up))
            }
            Self::Cmyk if count == 5 => {
                (Channels::Rgb, spread(&samples, |[c, m, y, k, _]: [u8; 5]| inks([c, m, y], k)))
            }
            Self::Cmyk => {
                (Channels::Rgb, spread(&samples, |[c, m, y, k]: [u8; 4]| inks([c, m, y], k)))
            }
            Self::YCbCr => (Channels::Rgb, spread(&samples, ycbcr)),
        }
    }
}

fn divide_by_alpha(pixel: &mut [u8]) {
    let alpha = u16::from(pixel[3]);
    for sample in &mut pixel[..3] {
        let straight = (u16::from(*sample) * 255 + alpha / 2).checked_div(alpha);
        *sample = straight.unwrap_or(0).min(255) as u8;
    }
}

fn inks(colours: [u8; 3], black: u8) -> [u8; 3] {
    let left = |ink: u8| 255 - u32::from(ink);
    colours.map(|colour| ((left(colour) * left(black) + 127) / 255) as u8)
}

/// Full range, as in JPEG (ITU-T T.871): 1.402, 0.344136, 0.714136, 1.772 in parts of 2^16.
fn ycbcr([y, cb, cr]: [u8; 3]) -> [u8; 3] {
    let y = (i32::from(y) << 16) + (1 << 15);
    let (cb, cr) = (i32::from(cb) - 128, i32::from(cr) - 128);
    [y + 91_881 * cr, y - 22_554 * cb - 46_802 * cr, y + 116_130 * cb]
        .map(|sample| (sample >> 16).clamp(0, 255) as u8)
}

#[cfg(test)]
mod tests;
