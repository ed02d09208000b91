//! Converts samples of any depth and colour space, as TIFF stores them, to 8 bits of grey or RGB.

use tiff::ColorType;
use tiff::decoder::DecodingResult;
use zeroize::{Zeroize, Zeroizing};

use super::lab::Lab;
use crate::Error;
use crate::source::Format;
use crate::source::pixels::{map_pixels, to_8_bits};
use crate::source::raster::{Channels, Raster};

/// Samples of one page; wiped when dropped.
pub(super) struct Samples(pub(super) DecodingResult);

impl Drop for Samples {
    fn drop(&mut self) {
        self.0.as_buffer(0).as_bytes_mut().zeroize();
    }
}

/// What the samples of a pixel mean.
#[derive(Debug, Clone, PartialEq)]
enum ColourModel {
    Grey,
    GreyAlpha,
    /// All reds, then all greens, then all blues of the palette.
    Palette(Vec<u8>),
    Rgb,
    Rgba,
    Premultiplied,
    Cmyk,
    YCbCr,
    Lab(Lab),
}

/// How the samples of a page are stored.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct SampleFormat {
    colour_model: ColourModel,
    /// Bits of a sample.
    bits: u8,
    /// Samples of a pixel, including those of no known use.
    samples_per_pixel: usize,
    /// Whether each channel is stored as a plane of its own.
    planar: bool,
}

/// Values of `ExtraSamples` (TIFF 6.0 page 31): premultiplied alpha and straight alpha.
const PREMULTIPLIED: u16 = 1;
const STRAIGHT: u16 = 2;

impl SampleFormat {
    /// `None` for colours that are not supported.
    pub(super) fn new(
        color: ColorType,
        planes: usize,
        extra: &[u16],
        palette: Option<Vec<u16>>,
        lab: Option<Lab>,
    ) -> Option<Self> {
        let bits = color.bit_depth();
        let extra = extra.first().copied();
        let (colour_model, samples_per_pixel) = match (color, palette) {
            (ColorType::Gray(1..=8), Some(colours)) if colours.len() >= 3 << bits => {
                (ColourModel::Palette(palette_to_8_bits(&colours)), 1)
            }
            (_, Some(_)) => return None,
            (ColorType::RGB(8 | 16), _) if lab.is_some() => (ColourModel::Lab(lab?), 3),
            _ if lab.is_some() => return None,
            (ColorType::Gray(_), None) => (ColourModel::Grey, 1),
            (ColorType::Multiband { num_samples: 2, .. }, _)
                if matches!(extra, Some(PREMULTIPLIED | STRAIGHT)) =>
            {
                (ColourModel::GreyAlpha, 2)
            }
            (ColorType::Multiband { num_samples, .. }, _) => {
                (ColourModel::Grey, num_samples.into())
            }
            (ColorType::RGB(_), _) => (ColourModel::Rgb, 3),
            (ColorType::RGBA(_), _) if extra == Some(PREMULTIPLIED) => {
                (ColourModel::Premultiplied, 4)
            }
            (ColorType::RGBA(_), _) => (ColourModel::Rgba, 4),
            (ColorType::CMYK(_), _) => (ColourModel::Cmyk, 4),
            (ColorType::CMYKA(_), _) => (ColourModel::Cmyk, 5),
            (ColorType::YCbCr(_), _) => (ColourModel::YCbCr, 3),
            _ => return None,
        };
        Some(Self { colour_model, bits, samples_per_pixel, planar: planes > 1 })
    }
}

/// Palettes have 16 bits, but some writers used 8 (libtiff, `tif_getimage.c`, `checkcmap`).
fn palette_to_8_bits(colours: &[u16]) -> Vec<u8> {
    let wide = colours.iter().any(|&colour| colour > 255);
    colours.iter().map(|&colour| if wide { to_8_bits(colour) } else { colour as u8 }).collect()
}

impl Samples {
    pub(super) fn into_raster(
        self,
        (width, height): (u32, u32),
        format: &SampleFormat,
    ) -> Result<Raster, Error> {
        let pixels = width as usize * height as usize;
        let row =
            if format.planar { width as usize } else { width as usize * format.samples_per_pixel };
        let mut samples =
            self.into_bytes(format, row).ok_or(Error::UnsupportedKind(Format::Tiff))?;
        if samples.len() != pixels * format.samples_per_pixel {
            return Err(Error::Damaged(Format::Tiff));
        }
        if format.planar {
            samples = interleaved(&samples, pixels);
        }
        let (channels, samples) = format.colour_model.apply(samples, format.samples_per_pixel);
        Ok(Raster { width, height, channels, samples })
    }

    /// 8 bits a sample, in the same order; indices into a palette keep their value. `row` is the number
    /// of samples in a row.
    fn into_bytes(mut self, format: &SampleFormat, row: usize) -> Option<Zeroizing<Vec<u8>>> {
        let has_alpha = matches!(
            format.colour_model,
            ColourModel::GreyAlpha | ColourModel::Rgba | ColourModel::Premultiplied
        );
        let bytes = match &mut self.0 {
            DecodingResult::U8(bytes) if format.bits == 8 => std::mem::take(bytes),
            DecodingResult::U8(bytes) => {
                let indices = matches!(format.colour_model, ColourModel::Palette(_));
                return Some(unpacked(bytes, format.bits, row, indices));
            }
            DecodingResult::U16(wide) => wide.iter().map(|&sample| to_8_bits(sample)).collect(),
            DecodingResult::U32(wide) => wide.iter().map(|&sample| (sample >> 24) as u8).collect(),
            DecodingResult::U64(wide) => wide.iter().map(|&sample| (sample >> 56) as u8).collect(),
            DecodingResult::F16(wide) => {
                from_floats(wide.iter().map(|sample| sample.to_f32()), has_alpha)
            }
            DecodingResult::F32(wide) => from_floats(wide.iter().copied(), has_alpha),
            DecodingResult::F64(wide) => {
                from_floats(wide.iter().map(|&sample| sample as f32), has_alpha)
            }
            // Signed numbers are measurements such as heights, not pictures.
            _ => return None,
        };
        Some(Zeroizing::new(bytes))
    }
}

/// Unpacks fewer than 8 bits a sample, highest bit first; each row of `row` samples begins with a new
/// byte.
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

/// Floating-point samples have no agreed range. As in other readers, 0 to 1 is black to white. Opaque
/// pictures beyond that range are stretched from their darkest to their lightest sample.
fn from_floats(samples: impl Iterator<Item = f32> + Clone, has_alpha: bool) -> Vec<u8> {
    let finite = samples.clone().filter(|sample| sample.is_finite());
    let (low, high) = finite.fold((0.0_f32, 1.0_f32), |(low, high), sample| {
        if has_alpha { (low, high) } else { (low.min(sample), high.max(sample)) }
    });
    // The cast saturates, and turns NaN into 0.
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

impl ColourModel {
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
                samples.chunks_exact_mut(4).for_each(unpremultiply);
                (Channels::Rgba, samples)
            }
            Self::Palette(colours) => {
                let plane = colours.len() / 3;
                let look_up = |[index]: [u8; 1]| {
                    [0, 1, 2].map(|channel| colours[channel * plane + usize::from(index)])
                };
                (Channels::Rgb, map_pixels(&samples, look_up))
            }
            Self::Cmyk if count == 5 => (
                Channels::Rgb,
                map_pixels(&samples, |[c, m, y, k, _]: [u8; 5]| cmyk_to_rgb([c, m, y], k)),
            ),
            Self::Cmyk => (
                Channels::Rgb,
                map_pixels(&samples, |[c, m, y, k]: [u8; 4]| cmyk_to_rgb([c, m, y], k)),
            ),
            Self::Lab(lab) => {
                // Most pixels are like the one before.
                let mut last = ([0; 3], lab.to_rgb([0; 3]));
                let convert = |pixel| {
                    if pixel != last.0 {
                        last = (pixel, lab.to_rgb(pixel));
                    }
                    last.1
                };
                (Channels::Rgb, map_pixels(&samples, convert))
            }
            Self::YCbCr => (Channels::Rgb, map_pixels(&samples, ycbcr_to_rgb)),
        }
    }
}

fn unpremultiply(pixel: &mut [u8]) {
    let alpha = u16::from(pixel[3]);
    for sample in &mut pixel[..3] {
        let straight = (u16::from(*sample) * 255 + alpha / 2).checked_div(alpha);
        *sample = straight.unwrap_or(0).min(255) as u8;
    }
}

fn cmyk_to_rgb(colours: [u8; 3], black: u8) -> [u8; 3] {
    let light = |ink: u8| 255 - u32::from(ink);
    colours.map(|colour| ((light(colour) * light(black) + 127) / 255) as u8)
}

/// Full range, as in JPEG (ITU-T T.871): 1.402, 0.344136, 0.714136 and 1.772 in units of 2^-16.
fn ycbcr_to_rgb([y, cb, cr]: [u8; 3]) -> [u8; 3] {
    let y = (i32::from(y) << 16) + (1 << 15);
    let (cb, cr) = (i32::from(cb) - 128, i32::from(cr) - 128);
    [y + 91_881 * cr, y - 22_554 * cb - 46_802 * cr, y + 116_130 * cb]
        .map(|sample| (sample >> 16).clamp(0, 255) as u8)
}

#[cfg(test)]
mod tests;
