//! Pixels as decoders hand them over, on their way to a [`Picture`].

use image::ColorType;
use zeroize::Zeroizing;

use super::{Picture, alpha};

/// What the samples of a pixel mean, in their order; eight bits each.
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

/// Pixels of eight bits a sample; alpha is straight.
pub(super) struct Raster {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) channels: Channels,
    pub(super) samples: Zeroizing<Vec<u8>>,
}

impl Raster {
    /// From the bytes that the decoders of `image` write; `None` for colours that they do not give.
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
            narrow(&mut samples);
        }
        Some(Self { width, height, channels, samples })
    }

    /// Opaque RGB; `None` when there is no pixel, or when the samples do not fit the size. The memory
    /// of the samples is used again where it is large enough.
    pub(super) fn into_picture(self) -> Option<Picture> {
        let Self { width, height, channels, mut samples } = self;
        let pixels = width as usize * height as usize;
        if pixels == 0 || samples.len() != pixels * channels.count() {
            return None;
        }
        match channels {
            Channels::Rgb => {}
            Channels::Rgba => alpha::flatten(&mut samples, width as usize),
            Channels::Grey => samples = spread(&samples, |[grey]: [u8; 1]| [grey; 3]),
            Channels::GreyAlpha => {
                samples = spread(&samples, |[grey, alpha]: [u8; 2]| [grey, grey, grey, alpha]);
                alpha::flatten(&mut samples, width as usize);
            }
        }
        Some(Picture { width, height, rgb: samples })
    }
}

/// Sixteen bits in the byte order of this machine become eight, in place.
fn narrow(samples: &mut Vec<u8>) {
    let count = samples.len() / 2;
    for to in 0..count {
        let wide = u16::from_ne_bytes([samples[to * 2], samples[to * 2 + 1]]);
        samples[to] = to_u8(wide);
    }
    samples.truncate(count);
}

/// The nearest of 256 steps: 65535 / 255 = 257.
pub(super) fn to_u8(wide: u16) -> u8 {
    ((u32::from(wide) + 128) / 257) as u8
}

/// Makes `M` samples of every `N`.
pub(super) fn spread<const N: usize, const M: usize>(
    samples: &[u8],
    make: impl Fn([u8; N]) -> [u8; M],
) -> Zeroizing<Vec<u8>> {
    let (pixels, _) = samples.as_chunks();
    let mut result = Zeroizing::new(vec![0; pixels.len() * M]);
    for (to, from) in result.as_chunks_mut().0.iter_mut().zip(pixels) {
        *to = make(*from);
    }
    result
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
    fn every_kind_becomes_rgb() {
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
    fn sixteen_bits_are_rounded() {
        assert_eq!([0, 128, 129, 257, 0xfffe, 0xffff].map(to_u8), [0, 0, 1, 1, 255, 255]);
    }
}
