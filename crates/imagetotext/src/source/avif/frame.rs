//! Frames of AV1 → RGB.

use re_rav1d::dav1d::pixel::{MatrixCoefficients, YUVRange};
use re_rav1d::dav1d::{Decoder, Picture, PixelLayout, PlanarImageComponent, Settings};
use zeroize::Zeroizing;

use super::DAMAGED;
use crate::Error;
use crate::source::limits::MAX_PIXELS;

/// One decoded frame.
pub(super) struct Frame(Picture);

impl Frame {
    /// Decodes the first frame.
    pub(super) fn first(data: &[u8]) -> Result<Self, Error> {
        // The decoder ends the process on no bytes.
        if data.is_empty() {
            return Err(DAMAGED);
        }
        let mut settings = Settings::new();
        // On this thread: a sandboxed process may start no others.
        settings.set_n_threads(1);
        settings.set_max_frame_delay(1);
        settings.set_frame_size_limit(MAX_PIXELS as u32);
        let mut decoder = Decoder::with_settings(&settings).map_err(|_| DAMAGED)?;
        let data = Zeroizing::new(data.to_vec());
        match decoder.send_data(Bytes(data), None, None, None) {
            Ok(()) => {}
            Err(error) if error.is_again() => {}
            Err(_) => return Err(DAMAGED),
        }
        decoder.get_picture().map(Self).map_err(|_| DAMAGED)
    }

    /// In pixels.
    pub(super) fn size(&self) -> [u32; 2] {
        [self.0.width(), self.0.height()]
    }

    /// Calls `put` with column, row and colour of each pixel.
    pub(super) fn for_each_colour(
        &self,
        mut put: impl FnMut(u32, u32, [u8; 3]),
    ) -> Result<(), Error> {
        let (converter, planes) = (Converter::of(&self.0), Planes::of(&self.0));
        for row in 0..self.0.height() {
            for column in 0..self.0.width() {
                let yuv = planes.sample(column as usize, row as usize).ok_or(DAMAGED)?;
                put(column, row, converter.rgb(yuv));
            }
        }
        Ok(())
    }

    /// Calls `put` with column, row and opacity of each pixel of a frame that holds opacities.
    pub(super) fn for_each_opacity(&self, mut put: impl FnMut(u32, u32, u8)) -> Result<(), Error> {
        let plane = Plane::of(&self.0, PlanarImageComponent::Y);
        let peak = peak(&self.0);
        for row in 0..self.0.height() {
            for column in 0..self.0.width() {
                let value = plane.sample(column as usize, row as usize).ok_or(DAMAGED)?;
                put(column, row, (value * 255.0 / peak).round() as u8);
            }
        }
        Ok(())
    }
}

/// Bytes that are wiped when the decoder lets go of them.
struct Bytes(Zeroizing<Vec<u8>>);

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

/// Largest value of a sample.
fn peak(frame: &Picture) -> f32 {
    let bits = frame.bits_per_component().map_or(8, |bits| bits.0);
    ((1_u32 << bits) - 1) as f32
}

/// One plane of samples.
struct Plane {
    bytes: re_rav1d::dav1d::Plane,
    /// Bytes of a row, and of a sample.
    stride: usize,
    width: usize,
}

impl Plane {
    fn of(frame: &Picture, component: PlanarImageComponent) -> Self {
        Self {
            bytes: frame.plane(component),
            stride: frame.stride(component) as usize,
            width: if frame.bit_depth() > 8 { 2 } else { 1 },
        }
    }

    fn sample(&self, column: usize, row: usize) -> Option<f32> {
        let at = row * self.stride + column * self.width;
        let low = *self.bytes.get(at)?;
        if self.width == 1 {
            return Some(low.into());
        }
        Some(u16::from_ne_bytes([low, *self.bytes.get(at + 1)?]).into())
    }
}

/// Luma, and chroma with its subsampling.
struct Planes {
    luma: Plane,
    chroma: Option<[Plane; 2]>,
    halved: [usize; 2],
    middle: f32,
}

impl Planes {
    fn of(frame: &Picture) -> Self {
        let (has_chroma, halved) = match frame.pixel_layout() {
            PixelLayout::I400 => (false, [0, 0]),
            PixelLayout::I420 => (true, [1, 1]),
            PixelLayout::I422 => (true, [1, 0]),
            PixelLayout::I444 => (true, [0, 0]),
        };
        let chroma = [PlanarImageComponent::U, PlanarImageComponent::V];
        Self {
            luma: Plane::of(frame, PlanarImageComponent::Y),
            chroma: has_chroma.then(|| chroma.map(|component| Plane::of(frame, component))),
            halved,
            middle: f32::midpoint(peak(frame), 1.0),
        }
    }

    fn sample(&self, column: usize, row: usize) -> Option<[f32; 3]> {
        let y = self.luma.sample(column, row)?;
        let Some([u, v]) = &self.chroma else { return Some([y, self.middle, self.middle]) };
        let (column, row) = (column >> self.halved[0], row >> self.halved[1]);
        Some([y, u.sample(column, row)?, v.sample(column, row)?])
    }
}

/// From luma and chroma to RGB (ITU-T H.273, table 4).
struct Converter {
    is_rgb: bool,
    red: f32,
    blue: f32,
    /// Black, and the distances from black to white and between the ends of chroma.
    black: f32,
    luma_range: f32,
    chroma_range: f32,
    middle: f32,
}

impl Converter {
    fn of(frame: &Picture) -> Self {
        let peak = peak(frame);
        let unit = (peak + 1.0) / 256.0;
        let (red, blue) = match frame.matrix_coefficients() {
            MatrixCoefficients::BT709 => (0.2126, 0.0722),
            MatrixCoefficients::BT2020NonConstantLuminance
            | MatrixCoefficients::BT2020ConstantLuminance => (0.2627, 0.0593),
            _ => (0.299, 0.114),
        };
        let (black, luma_range, chroma_range) = match frame.color_range() {
            YUVRange::Full => (0.0, peak, peak),
            YUVRange::Limited => (16.0 * unit, 219.0 * unit, 224.0 * unit),
        };
        let is_rgb = frame.matrix_coefficients() == MatrixCoefficients::Identity;
        let middle = f32::midpoint(peak, 1.0);
        Self { is_rgb, red, blue, black, luma_range, chroma_range, middle }
    }

    fn rgb(&self, [y, u, v]: [f32; 3]) -> [u8; 3] {
        let level = |value: f32| (value - self.black) / self.luma_range;
        let to_byte = |value: f32| (value * 255.0).round().clamp(0.0, 255.0) as u8;
        if self.is_rgb {
            return [v, y, u].map(|value| to_byte(level(value)));
        }
        let y = level(y);
        let [u, v] = [u, v].map(|value| (value - self.middle) / self.chroma_range);
        let red = y + 2.0 * (1.0 - self.red) * v;
        let blue = y + 2.0 * (1.0 - self.blue) * u;
        let green = (y - self.red * red - self.blue * blue) / (1.0 - self.red - self.blue);
        [red, green, blue].map(to_byte)
    }
}
