//! The limits on picture files, checked before memory is allocated.

use crate::Error;

/// Longest side in pixels: the most that JPEG and GIF can express. A long web page saved as one picture
/// fits.
pub const MAX_SIDE: u32 = 65_535;

/// Most pixels of a page: 120 million, which are 360 MB as RGB. A3 scanned at 600 dpi (70 million)
/// fits, and so do the photographs of sensors with 108 million.
pub const MAX_PIXELS: u64 = 120_000_000;

/// Most bytes of a page as its decoder stores it: 1 GiB, that is [`MAX_PIXELS`] of 16-bit RGBA. Smaller
/// pictures may have more than eight bytes a pixel.
pub const MAX_BYTES: u64 = 1 << 30;

/// Most pages of a file that are decoded one after the other. A longer file ends in [`Error::TooManyPages`] then; the
/// others are asked for with [`DecodeOptions::pages`](super::DecodeOptions::pages).
pub const MAX_PAGES: usize = 1000;

/// Most pixels of all pages of a file together: a thousand sheets of A4 at 300 dpi, and a third more.
/// Pages may share their bytes, so that a file of kilobytes could keep a computer busy for a day.
pub(super) const MAX_FILE_PIXELS: u64 = 100 * MAX_PIXELS;

/// Refuses pages that are too large; `bytes_per_pixel` are those that the decoder writes.
pub(super) fn check_size(width: u32, height: u32, bytes_per_pixel: u64) -> Result<(), Error> {
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
    fn each_limit_is_checked() {
        assert!(check_size(12_000, 10_000, 8).is_ok());
        assert!(check_size(12_000, 10_001, 3).is_err());
        assert!(check_size(1, MAX_SIDE, 3).is_ok());
        assert!(check_size(1, MAX_SIDE + 1, 3).is_err());
        assert!(check_size(12_000, 10_000, 16).is_err());
        assert!(check_size(u32::MAX, u32::MAX, u64::MAX).is_err());
    }
}
