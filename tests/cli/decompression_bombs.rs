//! Small files that would fill the memory or take forever end in an error message, within bounded
//! memory.

use crate::harness::Dir;

/// A square PNG whose pixels are all zero.
fn png(side: u32, depth: u8, colour: u8, channels: usize) -> Vec<u8> {
    let row = 1 + (side as usize * channels * usize::from(depth)).div_ceil(8);
    let mut header = [side.to_be_bytes(), side.to_be_bytes()].concat();
    header.extend([depth, colour, 0, 0, 0]);
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    for (kind, data) in
        [(b"IHDR", header), (b"IDAT", zeros(row * side as usize)), (b"IEND", vec![])]
    {
        png.extend((data.len() as u32).to_be_bytes());
        let begin = png.len();
        png.extend(kind);
        png.extend(data);
        let sum = crc32(&png[begin..]);
        png.extend(sum.to_be_bytes());
    }
    png
}

/// `count` zeros as a zlib stream (RFC 1950, 1951) in the fixed codes: one zero, then repetitions of
/// 258 zeros in thirteen bits each.
fn zeros(count: usize) -> Vec<u8> {
    let mut bits = BitWriter::default();
    bits.write(0b011, 3); // the last block, fixed codes
    bits.write(reversed(0x30, 8), 8); // literal 0
    for _ in 0..(count - 1) / 258 {
        bits.write(reversed(0xc5, 8), 8); // length 258
        bits.write(0, 5); // distance 1
    }
    for _ in 0..(count - 1) % 258 {
        bits.write(reversed(0x30, 8), 8);
    }
    bits.write(0, 7); // the end
    bits.write(0, 7);
    let mut stream = vec![0x78, 0x9c];
    stream.extend(bits.bytes);
    // Adler-32 of zeros: the first sum stays 1, the second counts.
    stream.extend([(count % 65_521) as u16, 1].map(u16::to_be_bytes).concat());
    stream
}

/// Writes bits into bytes, the lowest first.
#[derive(Default)]
struct BitWriter {
    bytes: Vec<u8>,
    buffer: u32,
    buffered: u32,
}

impl BitWriter {
    fn write(&mut self, bits: u32, count: u32) {
        self.buffer |= bits << self.buffered;
        self.buffered += count;
        while self.buffered >= 8 {
            self.bytes.push(self.buffer as u8);
            self.buffer >>= 8;
            self.buffered -= 8;
        }
    }
}

/// Codes are written from their highest bit, everything else from the lowest.
fn reversed(code: u32, count: u32) -> u32 {
    code.reverse_bits() >> (32 - count)
}

/// CRC-32 of ISO 3309, as the PNG specification requires.
fn crc32(bytes: &[u8]) -> u32 {
    let mut table = [0_u32; 256];
    for (index, entry) in table.iter_mut().enumerate() {
        *entry =
            (0..8).fold(index as u32, |crc, _| crc >> 1 ^ (0xedb8_8320 & (crc & 1).wrapping_neg()));
    }
    !bytes.iter().fold(u32::MAX, |crc, &byte| crc >> 8 ^ table[usize::from(crc as u8 ^ byte)])
}

/// Bound of the memory in MiB. The largest picture that is read takes 1.3 GiB.
#[cfg(target_os = "linux")]
const MEMORY_BOUND: i64 = 2048;

/// Asserts that no process started by this test program has used more than [`MEMORY_BOUND`].
#[cfg(target_os = "linux")]
#[track_caller]
#[expect(clippy::print_stdout, reason = "for `cargo xtask privacy-audit`")]
fn assert_memory_is_bounded() {
    use nix::sys::resource::{UsageWho, getrusage};
    let peak = getrusage(UsageWho::RUSAGE_CHILDREN).expect("usage can be queried").max_rss() >> 10;
    println!("peak: {peak} MiB");
    assert!(peak < MEMORY_BOUND, "{peak} MiB");
}

#[test]
fn fifty_thousand_by_fifty_thousand_pixels() {
    let dir = Dir::new();
    // It really contains 2 500 million pixels, in 4 MB.
    dir.write("bomb.png", &png(50_000, 1, 0, 1));
    dir.run(&["bomb.png"]).fails("bomb.png", "too many pixels");
}

/// A picture within the limits that needs as much memory as a picture can.
#[test]
fn the_largest_picture_that_is_read() {
    let dir = Dir::new();
    dir.write("large.png", &png(10_900, 16, 6, 4));
    let outcome = dir.run(&["large.png"]);
    assert_eq!(outcome.stderr, "imagetotext: large.png: no text was found.\n");
    assert_eq!(outcome.code, Some(0));
    #[cfg(target_os = "linux")]
    assert_memory_is_bounded();
}

#[test]
fn an_animation_of_ten_thousand_frames() {
    let gif = std::fs::read("tests/images/formats/palette.gif").unwrap();
    // Header, screen and palette, whose size is in the eleventh byte; then the frame; then the end.
    let palette = 3 << ((gif[10] & 7) + 1);
    let (header, rest) = gif.split_at(13 + palette);
    let frame = &rest[..rest.len() - 1];
    let dir = Dir::new();
    dir.write("long.gif", &[header, &frame.repeat(10_000), b";"].concat());
    let outcome = dir.run(&["long.gif"]);
    assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(0), ""), "{outcome:?}");
    #[cfg(target_os = "linux")]
    assert_memory_is_bounded();
}

#[test]
fn metadata_that_claims_four_gigabytes() {
    let mut webp = std::fs::read("tests/images/formats/turned-8.webp").unwrap();
    let at = webp.windows(4).position(|name| name == b"EXIF").unwrap();
    webp[at + 4..at + 8].copy_from_slice(&[0x1a, 0xff, 0xff, 0xff]);
    let dir = Dir::new();
    dir.write("claim.webp", &webp);
    let outcome = dir.run(&["claim.webp"]);
    assert_eq!(outcome.stderr, "imagetotext: claim.webp: no text was found.\n");
    #[cfg(target_os = "linux")]
    assert_memory_is_bounded();
}

/// A TIFF of `pages` pages of `width` × `height` white pixels, which share their bytes. The last page
/// links to the page `next`, if there is one.
fn tiff(width: u32, height: u32, pages: u32, next: Option<u32>) -> Vec<u8> {
    let strip = zeros((width.div_ceil(8) * height) as usize);
    let length = strip.len() as u32;
    let directories = 8 + length;
    let mut tiff = [&b"II*\0"[..], &directories.to_le_bytes(), &strip].concat();
    let entries = [
        (256_u16, width),
        (257, height),
        (258, 1),
        (259, 8),
        (262, 0),
        (273, 8),
        (277, 1),
        (278, height),
        (279, length),
    ];
    let size = 2 + entries.len() as u32 * 12 + 4;
    for page in 1..=pages {
        tiff.extend((entries.len() as u16).to_le_bytes());
        for (tag, value) in entries {
            tiff.extend(tag.to_le_bytes());
            tiff.extend([4, 0, 1, 0, 0, 0]);
            tiff.extend(value.to_le_bytes());
        }
        let next = if page < pages { Some(page) } else { next };
        tiff.extend(next.map_or(0, |page| directories + page * size).to_le_bytes());
    }
    tiff
}

#[test]
fn pages_that_link_in_a_circle() {
    let dir = Dir::new();
    dir.write("one.tif", &tiff(64, 48, 1, Some(0)));
    dir.write("three.tif", &tiff(64, 48, 3, Some(1)));
    for name in ["one.tif", "three.tif"] {
        let outcome = dir.run(&[name]);
        assert_eq!(outcome.code, Some(1), "{outcome:?}");
        assert!(outcome.stderr.contains("TIFF picture is damaged"), "{outcome:?}");
    }
}
