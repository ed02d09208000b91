//! Files that claim to be larger than the memory.

use imagetotext::Error;

use crate::fixtures::{entries, fixture, pages};

/// The fixtures with sizes that fit into no memory.
fn huge() -> Vec<(&'static str, Vec<u8>)> {
    let side = 50_000_u32;
    let mut png = fixture("rgb.png");
    png[16..20].copy_from_slice(&side.to_be_bytes());
    png[20..24].copy_from_slice(&side.to_be_bytes());
    let sum = crc32(&png[12..29]);
    png[29..33].copy_from_slice(&sum.to_be_bytes());
    let mut jpeg = fixture("rgb.jpg");
    let at = jpeg.windows(2).position(|pair| pair == [0xff, 0xc0]).unwrap();
    jpeg[at + 5..at + 9].copy_from_slice(&[0xc3, 0x50, 0xc3, 0x50]);
    let mut bmp = fixture("rgb.bmp");
    bmp[18..22].copy_from_slice(&side.to_le_bytes());
    bmp[22..26].copy_from_slice(&side.to_le_bytes());
    let mut gif = fixture("palette.gif");
    gif[6..10].copy_from_slice(&[0x50, 0xc3, 0x50, 0xc3]);
    let mut lossless = fixture("lossless.webp");
    assert_eq!(lossless[20], 0x2f);
    // Twice fourteen bits: 16 383, the most that the decoder understands.
    lossless[21..25].copy_from_slice(&(0x3ffe_u32 | 0x3ffe << 14).to_le_bytes());
    let mut animated = fixture("animated.webp");
    animated[24..27].copy_from_slice(&(side - 1).to_le_bytes()[..3]);
    animated[27..30].copy_from_slice(&(side - 1).to_le_bytes()[..3]);
    let mut tiff = fixture("rgb.tif");
    for (at, tag) in entries(&tiff, 0) {
        if matches!(tag, 256 | 257 | 278) {
            // One LONG.
            tiff[at + 2..at + 8].copy_from_slice(&[4, 0, 1, 0, 0, 0]);
            tiff[at + 8..at + 12].copy_from_slice(&side.to_le_bytes());
        }
    }
    vec![
        ("PNG", png),
        ("JPEG", jpeg),
        ("BMP", bmp),
        ("GIF", gif),
        ("lossless WebP", lossless),
        ("animated WebP", animated),
        ("TIFF", tiff),
    ]
}

/// CRC-32 of ISO 3309, as the PNG specification requires.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| {
            crc >> 1 ^ (0xedb8_8320 & (crc & 1).wrapping_neg())
        })
    })
}

#[test]
fn huge_pictures_are_refused_for_their_header() {
    for (name, bytes) in huge() {
        let outcome = pages(&bytes);
        assert!(matches!(outcome, Err(Error::TooLarge)), "{name}: {outcome:?}");
    }
}
