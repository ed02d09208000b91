//! How large a picture may be, asked before memory is taken.

use crate::Error;

/// Longest side in pixels: what JPEG and GIF can express. A long page saved as one tall picture fits.
pub const MAX_SIDE: u32 = 65_535;

/// Most pixels: 120 million, 360 MB as RGB. Fits A3 scanned at 600 dpi (70 million) and the
/// photographs of sensors with 108 million.
pub const MAX_PIXELS: u64 = 120_000_000;

/// Most bytes of pixels as the file stores them once unpacked: 1 GiB, that is [`MAX_PIXELS`] of
/// 16-bit RGBA. More than eight bytes a pixel are accepted for smaller pictures.
pub const MAX_BYTES: u64 = 1 << 30;

/// Refuses pictures that are too large.
///
/// `bytes_per_pixel` is what a decoder is going to write.
pub(super) fn check(width: u32, height: u32, bytes_per_pixel: u64) -> Result<(), Error> {
    let pixels = u64::from(width) * u64::from(height);
    let too_large = width.max(height) > MAX_SIDE
        || pixels > MAX_PIXELS
        || pixels.saturating_mul(bytes_per_pixel) > MAX_BYTES;
    if too_large { Err(Error::TooLarge) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_limit_holds() {
        assert!(check(12_000, 10_000, 8).is_ok());
        assert!(check(12_000, 10_001, 3).is_err());
        assert!(check(1, MAX_SIDE, 3).is_ok());
        assert!(check(1, MAX_SIDE + 1, 3).is_err());
        assert!(check(12_000, 10_000, 16).is_err());
        assert!(check(u32::MAX, u32::MAX, u64::MAX).is_err());
    }
}
