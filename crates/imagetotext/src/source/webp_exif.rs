//! The Exif data of a WebP file. The `image` crate would allocate as many bytes as the metadata
//! claims to have, up to 4 GiB, so it is not asked.

/// The first Exif chunk, if that lies within the file.
pub(super) fn chunk(bytes: &[u8]) -> Option<&[u8]> {
    // After `RIFF`, the length and `WEBP` come chunks: name, length and as many bytes.
    let mut rest = bytes.get(12..)?;
    loop {
        let (head, chunk) = rest.split_at_checked(8)?;
        let length = u32::from_le_bytes([head[4], head[5], head[6], head[7]]) as usize;
        if head.starts_with(b"EXIF") {
            return chunk.get(..length);
        }
        // Padded to an even length.
        rest = chunk.get(length.checked_next_multiple_of(2)?..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::metadata::Orientation;

    #[test]
    fn metadata_beyond_the_file_is_ignored() {
        let mut bytes = include_bytes!("../../../../tests/images/formats/turned-8.webp").to_vec();
        let exif = chunk(&bytes).unwrap();
        assert_eq!(Orientation::from_exif_chunk(exif), Some(Orientation::Rotate270));
        let at = bytes.windows(4).position(|name| name == b"EXIF").unwrap();
        bytes[at + 4..at + 8].fill(0xff);
        assert_eq!(chunk(&bytes), None);
        assert_eq!(chunk(&bytes[..at]), None);
        assert_eq!(chunk(b"RIFF"), None);
    }
}
