//! A small picture of a page, compressed in memory: a screenshot takes a tenth of its size.

use imagetotext::Picture;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::limits::Limits;

/// Size of an image in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Size {
    /// In pixels, at least 1.
    pub width: u32,
    /// In pixels, at least 1.
    pub height: u32,
}

/// A compressed image; wiped when dropped.
pub struct PackedImage {
    size: Size,
    /// Rows of RGB in LZ4's block format.
    packed: Zeroizing<Vec<u8>>,
}

impl std::fmt::Debug for PackedImage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PackedImage({} × {})", self.size.width, self.size.height)
    }
}

impl PackedImage {
    /// Compresses a picture.
    pub(crate) fn pack(picture: &Picture) -> Self {
        let size = Size { width: picture.width(), height: picture.height() };
        Self { size, packed: Zeroizing::new(lz4_flex::block::compress(picture.rgb())) }
    }

    /// One white pixel, in place of a page that was not read.
    pub fn blank() -> Self {
        let size = Size { width: 1, height: 1 };
        Self { size, packed: Zeroizing::new(lz4_flex::block::compress(&[u8::MAX; 3])) }
    }

    /// An image that a worker packed; `None` when it cannot be one of this size.
    pub(crate) fn received(
        size: Size,
        packed: Zeroizing<Vec<u8>>,
        limits: &Limits,
    ) -> Option<Self> {
        let pixels = size.width.checked_mul(size.height)?;
        (pixels > 0 && pixels <= limits.preview_pixels).then_some(Self { size, packed })
    }

    pub(crate) fn packed(&self) -> &[u8] {
        &self.packed
    }

    /// Its size.
    pub fn size(&self) -> Size {
        self.size
    }

    /// Bytes that it takes in memory.
    pub fn memory(&self) -> usize {
        self.packed.len()
    }

    /// Width and height, four bytes each (little-endian), then four bytes a pixel, opaque RGBA, rows from
    /// the top. `None` when it is damaged.
    pub fn rgba_with_size(&self) -> Option<Vec<u8>> {
        let Size { width, height } = self.size;
        let pixels = width as usize * height as usize;
        let mut rgb = Zeroizing::new(vec![0; pixels * 3]);
        let length = lz4_flex::block::decompress_into(&self.packed, &mut rgb).ok()?;
        if length != rgb.len() {
            return None;
        }
        let mut bytes = Vec::with_capacity(8 + pixels * 4);
        bytes.extend(width.to_le_bytes());
        bytes.extend(height.to_le_bytes());
        for pixel in rgb.chunks_exact(3) {
            bytes.extend([pixel[0], pixel[1], pixel[2], u8::MAX]);
        }
        Some(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::LIMITS;

    fn received(width: u32, height: u32, packed: &[u8]) -> Option<PackedImage> {
        PackedImage::received(Size { width, height }, Zeroizing::new(packed.to_vec()), &LIMITS)
    }

    #[test]
    fn an_image_is_unpacked_with_its_size() {
        let picture = Picture::from_rgb(2, 1, vec![1, 2, 3, 4, 5, 6]).unwrap();
        let packed = PackedImage::pack(&picture);
        let image = received(2, 1, packed.packed()).unwrap();
        let expected = [2, 0, 0, 0, 1, 0, 0, 0, 1, 2, 3, 255, 4, 5, 6, 255];
        assert_eq!(image.rgba_with_size().unwrap(), expected);
    }

    #[test]
    fn a_size_that_does_not_fit_is_refused() {
        assert!(received(0, 5, &[]).is_none());
        assert!(received(u32::MAX, 2, &[]).is_none());
        assert!(received(1 << 12, 1 << 12, &[]).is_none());
        let picture = Picture::from_rgb(2, 1, vec![0; 6]).unwrap();
        let packed = PackedImage::pack(&picture);
        assert!(received(1, 1, packed.packed()).unwrap().rgba_with_size().is_none());
        assert!(received(9, 9, packed.packed()).unwrap().rgba_with_size().is_none());
    }
}
