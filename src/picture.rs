//! Bytes of a picture file in, upright pixels out.

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

/// One upright picture.
#[derive(Debug)]
pub struct Picture {
    width: u32,
    height: u32,
}

impl Picture {
    /// Width in pixels.
    pub fn width(&self) -> u32 {
        self.width
    }
    /// Height in pixels.
    pub fn height(&self) -> u32 {
        self.height
    }
}

/// Opens a picture file.
///
/// # Errors
/// See [`Error`].
pub fn decode(_bytes: &[u8]) -> Result<Vec<Picture>, Error> {
    Err(Error::NotAPicture)
}
