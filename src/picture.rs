//! Bytes of a picture file in, upright pixels out.

use zeroize::Zeroizing;

use crate::Error;

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Portable Network Graphics.
    Png,
}

impl std::fmt::Display for Format {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PNG")
    }
}

/// One upright picture, opaque, RGB; wiped when dropped.
pub struct Picture {
    width: u32,
    height: u32,
    rgb: Zeroizing<Vec<u8>>,
}

impl Picture {
    /// Width in pixels, at least 1.
    pub fn width(&self) -> u32 {
        self.width
    }

    /// Height in pixels, at least 1.
    pub fn height(&self) -> u32 {
        self.height
    }

    /// Rows from top to bottom, three bytes a pixel.
    pub fn rgb(&self) -> &[u8] {
        &self.rgb
    }

    /// Brightness of each pixel, 0 (black) to 255, rows from top to bottom (ITU-R BT.601 weights).
    pub fn luma(&self) -> Zeroizing<Vec<u8>> {
        let pixels = self.rgb.chunks_exact(3);
        Zeroizing::new(
            pixels
                .map(|p| {
                    ((u32::from(p[0]) * 299 + u32::from(p[1]) * 587 + u32::from(p[2]) * 114 + 500)
                        / 1000) as u8
                })
                .collect(),
        )
    }
}

/// Opens a picture file; the pages of the iterator are decoded one by one.
///
/// # Errors
/// See [`Error`].
pub fn decode(bytes: &[u8]) -> Result<impl Iterator<Item = Result<Picture, Error>>, Error> {
    let image = image::load_from_memory(bytes).map_err(|_| Error::NotAPicture)?.into_rgb8();
    let (width, height) = image.dimensions();
    Ok(std::iter::once(Ok(Picture { width, height, rgb: Zeroizing::new(image.into_raw()) })))
}
