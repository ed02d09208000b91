//! Pictures within icons: the decoder of `image` reads bitmaps, and PNG files of one colour type only.

/// The largest picture of an icon, if that is a PNG file. Each has an entry of 16 bytes after the header:
/// width and height, of which 0 means 256, and at the end its length and where it begins.
pub(super) fn largest_png(bytes: &[u8]) -> Option<&[u8]> {
    let count = usize::from(u16::from_le_bytes(*bytes.get(4..)?.first_chunk()?));
    let entries = bytes.get(6..)?.chunks_exact(16).take(count);
    let side = |side: u8| if side == 0 { 256 } else { u32::from(side) };
    // Of equals `image` takes the one with more bits, and the last one of those.
    let largest = entries.max_by_key(|entry| {
        let bits = u16::from_le_bytes([entry[6], entry[7]]);
        (side(entry[0]) * side(entry[1]), bits)
    })?;
    let number = |at: usize| -> Option<usize> {
        u32::from_le_bytes(*largest.get(at..)?.first_chunk()?).try_into().ok()
    };
    let picture = bytes.get(number(12)?..)?.get(..number(8)?)?;
    picture.starts_with(b"\x89PNG").then_some(picture)
}
