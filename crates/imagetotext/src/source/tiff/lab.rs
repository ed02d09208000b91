//! CIE L\*a\*b\* with the white point D50 → RGB of screens.

use tiff::tags::PhotometricInterpretation;

/// How a and b are stored in eight bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lab {
    /// Signed (TIFF 6.0 page 110).
    Signed,
    /// With 128 for 0 (TIFF Technical Note 4).
    Icc,
    /// In the ranges of colour faxes (ITU-T T.42).
    Fax,
}

impl Lab {
    /// By the value of `PhotometricInterpretation`.
    pub(super) fn new(photometric: u32) -> Option<Self> {
        let is = |other: PhotometricInterpretation| photometric == u32::from(other.to_u16());
        if is(PhotometricInterpretation::CIELab) {
            Some(Self::Signed)
        } else if is(PhotometricInterpretation::IccLab) {
            Some(Self::Icc)
        } else {
            is(PhotometricInterpretation::ItuLab).then_some(Self::Fax)
        }
    }

    pub(super) fn to_rgb(self, [lightness, chroma @ ..]: [u8; 3]) -> [u8; 3] {
        let lightness = f32::from(lightness) / 255.0 * 100.0;
        let [a, b] = match self {
            Self::Signed => chroma.map(|it| f32::from(it.cast_signed())),
            Self::Icc => chroma.map(|it| f32::from(it) - 128.0),
            Self::Fax => {
                [(f32::from(chroma[0]) - 128.0) / 1.5, (f32::from(chroma[1]) - 96.0) / 1.275]
            }
        };
        let middle = (lightness + 16.0) / 116.0;
        let mut xyz = [middle + a / 500.0, middle, middle - b / 200.0].map(linear);
        // D50, as in ICC profiles.
        xyz[0] *= 0.9642;
        xyz[2] *= 0.8249;
        let rgb =
            MATRIX.map(|row| row.iter().zip(xyz).map(|(weight, it)| weight * it).sum::<f32>());
        rgb.map(|it| (encoded(it.clamp(0.0, 1.0)) * 255.0).round() as u8)
    }
}

/// From XYZ under D50 to linear sRGB, adapted to D65 after Bradford (brucelindbloom.com).
const MATRIX: [[f32; 3]; 3] = [
    [3.133_856, -1.616_867, -0.490_615],
    [-0.978_768, 1.916_142, 0.033_454],
    [0.071_945, -0.228_991, 1.405_243],
];

/// The inverse of the function that makes L\*a\*b\* uniform (CIE 15:2004).
fn linear(value: f32) -> f32 {
    const EDGE: f32 = 6.0 / 29.0;
    if value > EDGE { value.powi(3) } else { 3.0 * EDGE * EDGE * (value - 4.0 / 29.0) }
}

/// The curve of sRGB (IEC 61966-2-1).
fn encoded(value: f32) -> f32 {
    if value <= 0.003_130_8 { 12.92 * value } else { 1.055 * value.powf(1.0 / 2.4) - 0.055 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_colours_come_out() {
        assert_eq!(Lab::Signed.to_rgb([255, 0, 0]), [255; 3]);
        assert_eq!(Lab::Icc.to_rgb([0, 128, 128]), [0; 3]);
        // Red of sRGB is 54.29, 80.81, 69.89 under D50.
        let [red, green, blue] = Lab::Signed.to_rgb([138, 81, 70]);
        assert!(red > 250 && green < 12 && blue < 12, "{red} {green} {blue}");
        assert_eq!(Lab::new(2), None);
    }
}
