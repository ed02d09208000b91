//! Conversion of samples, pixel by pixel.

use zeroize::Zeroizing;

/// Converts each pixel of `N` samples into one of `M`.
pub(super) fn map_pixels<const N: usize, const M: usize>(
    samples: &[u8],
    mut convert: impl FnMut([u8; N]) -> [u8; M],
) -> Zeroizing<Vec<u8>> {
    let (pixels, _) = samples.as_chunks();
    let mut result = Zeroizing::new(vec![0; pixels.len() * M]);
    for (to, from) in result.as_chunks_mut().0.iter_mut().zip(pixels) {
        *to = convert(*from);
    }
    result
}

/// The nearest of 256 values: 65 535 / 255 = 257.
pub(super) fn to_8_bits(sample: u16) -> u8 {
    ((u32::from(sample) + 128) / 257) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_of_16_bits_are_rounded() {
        assert_eq!([0, 128, 129, 257, 0xfffe, 0xffff].map(to_8_bits), [0, 0, 1, 1, 255, 255]);
    }
}
