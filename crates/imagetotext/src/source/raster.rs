//! Pixels as decoders return them, converted to a [`Picture`].

use image::ColorType;
use zeroize::Zeroizing;

use super::limits::check_size;
use super::pixels::{map_pixels, to_8_bits};
use super::{Picture, flatten_alpha};
use crate::Error;

/// The samples of a pixel in their order, 8 bits each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Channels {
    Grey,
    GreyAlpha,
    Rgb,
    Rgba,
}

impl Channels {
    fn count(self) -> usize {
        match self {
            Self::Grey => 1,
            Self::GreyAlpha => 2,
            Self::Rgb => 3,
            Self::Rgba => 4,
        }
    }
}

/// Pixels of 8 bits a sample; alpha is straight, not premultiplied.
pub(super) struct Raster {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) channels: Channels,
    pub(super) samples: Zeroizing<Vec<u8>>,
}

impl Raster {
    /// From the bytes that the decoders of `image` write; `None` for colour types that none of them
    /// uses.
    pub(super) fn new(
        (width, height): (u32, u32),
        color: ColorType,
        mut samples: Zeroizing<Vec<u8>>,
    ) -> Option<Self> {
        let (channels, wide) = match color {
            ColorType::L8 => (Channels::Grey, false),
            ColorType::La8 => (Channels::GreyAlpha, false),
            ColorType::Rgb8 => (Channels::Rgb, false),
            ColorType::Rgba8 => (Channels::Rgba, false),
            ColorType::L16 => (Channels::Grey, true),
            ColorType::La16 => (Channels::GreyAlpha, true),
            ColorType::Rgb16 => (Channels::Rgb, true),
            ColorType::Rgba16 => (Channels::Rgba, true),
            _ => return None,
        };
        if wide {
            to_8_bits_in_place(&mut samples);
        }
        Some(Self { width, height, channels, samples })
    }

    /// Opaque RGB; `None` when there is no pixel, or when the samples do not fit the size. The memory
    /// of the samples is reused where it is large enough.
    pub(super) fn into_picture(self) -> Option<Picture> {
        let Self { width, height, channels, mut samples } = self;
        let pixels = width as usize * height as usize;
        if pixels == 0 || samples.len() != pixels * channels.count() {
            return None;
        }
        match channels {
            Channels::Rgb => {}
            Channels::Rgba => flatten_alpha::flatten(&mut samples, width as usize),
            Channels::Grey => samples = map_pixels(&samples, |[grey]: [u8; 1]| [grey; 3]),
            Channels::GreyAlpha => {
                samples = map_pixels(&samples, |[grey, alpha]: [u8; 2]| [grey, grey, grey, alpha]);
                flatten_alpha::flatten(&mut samples, width as usize);
            }
        }
        Some(Picture::plain(width, height, samples))
    }
}

impl Picture {
    /// From pixels: rows from top to bottom without gaps, three bytes a pixel.
    ///
    /// # Errors
    /// [`Error::Empty`] when a side is 0, [`Error::TooLarge`] beyond [`MAX_SIDE`](super::MAX_SIDE) or
    /// [`MAX_PIXELS`](super::MAX_PIXELS), [`Error::Internal`] when the number of bytes is not width ×
    /// height × 3.
    pub fn from_rgb(width: u32, height: u32, rgb: Vec<u8>) -> Result<Self, Error> {
        Self::from_samples(width, height, Channels::Rgb, rgb)
    }

    /// From pixels with straight alpha, four bytes each, as clipboards have them. Transparent pixels
    /// are put on white, or on black when the visible content is light. Alpha that is 0 everywhere is
    /// ignored.
    ///
    /// # Errors
    /// Those of [`Picture::from_rgb`], with four bytes a pixel.
    pub fn from_rgba(width: u32, height: u32, rgba: Vec<u8>) -> Result<Self, Error> {
        Self::from_samples(width, height, Channels::Rgba, rgba)
    }

    fn from_samples(
        width: u32,
        height: u32,
        channels: Channels,
        samples: Vec<u8>,
    ) -> Result<Self, Error> {
        let samples = Zeroizing::new(samples);
        if width == 0 || height == 0 {
            return Err(Error::Empty);
        }
        check_size(width, height, 4)?;
        let raster = Raster { width, height, channels, samples };
        raster.into_picture().ok_or(Error::Internal("the pixels do not fit their size"))
    }
}

/// Converts samples of 16 bits in the byte order of this machine.
fn to_8_bits_in_place(samples: &mut Vec<u8>) {
    let count = samples.len() / 2;
    for to in 0..count {
        let wide = u16::from_ne_bytes([samples[to * 2], samples[to * 2 + 1]]);
        samples[to] = to_8_bits(wide);
    }
    samples.truncate(count);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rgb(color: ColorType, samples: &[u8]) -> Vec<u8> {
        let samples = Zeroizing::new(samples.to_vec());
        let picture = Raster::new((1, 1), color, samples).unwrap().into_picture().unwrap();
        picture.rgb().to_vec()
    }

    fn wide(samples: &[u16]) -> Vec<u8> {
        samples.iter().flat_map(|sample| sample.to_ne_bytes()).collect()
    }

    #[test]
    fn every_colour_type_becomes_rgb() {
        assert_eq!(rgb(ColorType::L8, &[9]), [9; 3]);
        assert_eq!(rgb(ColorType::La8, &[9, 255]), [9; 3]);
        assert_eq!(rgb(ColorType::Rgb8, &[1, 2, 3]), [1, 2, 3]);
        assert_eq!(rgb(ColorType::Rgba8, &[1, 2, 3, 255]), [1, 2, 3]);
        assert_eq!(rgb(ColorType::L16, &wide(&[0x1234])), [0x12; 3]);
        assert_eq!(rgb(ColorType::La16, &wide(&[0xffff, 0xffff])), [255; 3]);
        assert_eq!(rgb(ColorType::Rgb16, &wide(&[0, 0x8000, 0xffff])), [0, 128, 255]);
        assert_eq!(rgb(ColorType::Rgba16, &wide(&[0, 0x80ff, 0xff00, 0xffff])), [0, 128, 254]);
    }

    #[test]
    fn samples_that_do_not_fit_are_refused() {
        for (size, samples) in [((1, 2), 3), ((2, 2), 13), ((0, 0), 0)] {
            let samples = Zeroizing::new(vec![0; samples]);
            let raster = Raster::new(size, ColorType::Rgb8, samples).unwrap();
            assert!(raster.into_picture().is_none());
        }
    }

    #[test]
    fn pixels_of_callers_are_checked() {
        assert!(matches!(Picture::from_rgb(0, 5, vec![]), Err(Error::Empty)));
        assert!(matches!(Picture::from_rgb(2, 1, vec![0; 5]), Err(Error::Internal(_))));
        assert!(matches!(Picture::from_rgba(2, 1, vec![0; 6]), Err(Error::Internal(_))));
        assert!(matches!(Picture::from_rgb(u32::MAX, 2, vec![]), Err(Error::TooLarge)));
        let picture = Picture::from_rgb(1, 2, vec![1, 2, 3, 4, 5, 6]).unwrap();
        assert_eq!((picture.width(), picture.height()), (1, 2));
        assert_eq!(picture.rgb(), [1, 2, 3, 4, 5, 6]);
    }

    #[test]
    fn transparent_pixels_of_callers_get_a_background() {
        let picture = Picture::from_rgba(2, 1, vec![0, 0, 0, 255, 9, 9, 9, 0]).unwrap();
        assert_eq!(picture.rgb(), [0, 0, 0, 255, 255, 255]);
    }
}
