//! Small files that would fill the memory or take for ever: one sentence, and bounded memory.

use crate::harness::Dir;

/// The head of a PNG and a stream of zeros behind it, as many as its pixels take.
fn png(side: u32, depth: u8, colour: u8, channels: usize) -> Vec<u8> {
    let row = 1 + (side as usize * channels * usize::from(depth)).div_ceil(8);
    let mut head = [side.to_be_bytes(), side.to_be_bytes()].concat();
    head.extend([depth, colour, 0, 0, 0]);
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    for (kind, data) in [(b"IHDR", head), (b"IDAT", zeros(row * side as usize)), (b"IEND", vec![])]
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

/// So many zeros as a zlib stream (RFC 1950, 1951): one of them, and "258 more of the same" again and
/// again, in the fixed codes, thirteen bits each.
fn zeros(count: usize) -> Vec<u8> {
    let mut bits = Bits::default();
    bits.put(0b011, 3); // the last block, fixed codes
    bits.put(reversed(0x30, 8), 8); // literal 0
    for _ in 0..(count - 1) / 258 {
        bits.put(reversed(0xc5, 8), 8); // length 258
        bits.put(0, 5); // distance 1
    }
    for _ in 0..(count - 1) % 258 {
        bits.put(reversed(0x30, 8), 8);
    }
    bits.put(0, 7); // the end
    bits.put(0, 7);
    let mut stream = vec![0x78, 0x9c];
    stream.extend(bits.bytes);
    // Adler-32 of zeros: the first sum stays 1, the second counts.
    stream.extend([(count % 65_521) as u16, 1].map(u16::to_be_bytes).concat());
    stream
}

#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    rest: u32,
    held: u32,
}

impl Bits {
    fn put(&mut self, bits: u32, count: u32) {
        self.rest |= bits << self.held;
        self.held += count;
        while self.held >= 8 {
            self.bytes.push(self.rest as u8);
            self.rest >>= 8;
            self.held -= 8;
        }
    }
}

/// Codes are written from their highest bit on, everything else from the lowest.
fn reversed(code: u32, count: u32) -> u32 {
    code.reverse_bits() >> (32 - count)
}

/// ISO 3309, as PNG wants it.
fn crc32(bytes: &[u8]) -> u32 {
    let mut table = [0_u32; 256];
    for (index, entry) in table.iter_mut().enumerate() {
        *entry =
            (0..8).fold(index as u32, |crc, _| crc >> 1 ^ (0xedb8_8320 & (crc & 1).wrapping_neg()));
    }
    !bytes.iter().fold(u32::MAX, |crc, &byte| crc >> 8 ^ table[usize::from(crc as u8 ^ byte)])
}

/// Most memory, in MiB: the largest picture that is read takes 1.3 GiB.
#[cfg(target_os = "linux")]
const MOST: i64 = 2048;

/// Asserts that no process started by this test program has held more than [`MOST`].
#[cfg(target_os = "linux")]
#[track_caller]
#[expect(clippy::print_stdout, reason = "for `cargo xtask prove`")]
fn memory_is_bounded() {
    use nix::sys::resource::{UsageWho, getrusage};
    let peak = getrusage(UsageWho::RUSAGE_CHILDREN).expect("usage is told").max_rss() >> 10;
    println!("peak: {peak} MiB");
    assert!(peak < MOST, "{peak} MiB");
}

#[cfg(not(target_os = "linux"))]
fn memory_is_bounded() {}

#[test]
fn fifty_thousand_squared() {
    let dir = Dir::new();
    // Its 2.5 thousand million pixels are there, in 4 MB.
    dir.put("bomb.png", &png(50_000, 1, 0, 1));
    dir.run(&["bomb.png"]).fails("bomb.png", "too many pixels");
}

/// One that is within the limits and takes as much memory as a picture can.
#[test]
fn the_largest_picture_that_is_read() {
    let dir = Dir::new();
    dir.put("large.png", &png(10_900, 16, 6, 4));
    let ran = dir.run(&["large.png"]);
    assert_eq!(ran.stderr, "imagetotext: large.png: no text was found.\n");
    assert_eq!(ran.code, Some(0));
    memory_is_bounded();
}

#[test]
fn an_animation_of_ten_thousand_frames() {
    let gif = std::fs::read("tests/images/formats/palette.gif").unwrap();
    // Head, screen and palette, whose size stands in the eleventh byte; then the frame; then the end.
    let palette = 3 << ((gif[10] & 7) + 1);
    let (head, rest) = gif.split_at(13 + palette);
    let frame = &rest[..rest.len() - 1];
    let dir = Dir::new();
    dir.put("long.gif", &[head, &frame.repeat(10_000), b";"].concat());
    let ran = dir.run(&["long.gif"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(0), ""), "{ran:?}");
    memory_is_bounded();
}

#[test]
fn metadata_that_claims_to_be_of_four_gigabytes() {
    let mut webp = std::fs::read("tests/images/formats/turned-8.webp").unwrap();
    let at = webp.windows(4).position(|name| name == b"EXIF").unwrap();
    webp[at + 4..at + 8].copy_from_slice(&[0x1a, 0xff, 0xff, 0xff]);
    let dir = Dir::new();
    dir.put("claim.webp", &webp);
    let ran = dir.run(&["claim.webp"]);
    assert_eq!(ran.stderr, "imagetotext: claim.webp: no text was found.\n");
    memory_is_bounded();
}

/// A TIFF of so many pages of `width` × `height` white pixels, which share their bytes; the last is
/// followed by the page `next`, if there is one.
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
fn pages_that_follow_each_other_in_a_circle() {
    let dir = Dir::new();
    dir.put("one.tif", &tiff(64, 48, 1, Some(0)));
    dir.put("three.tif", &tiff(64, 48, 3, Some(1)));
    for name in ["one.tif", "three.tif"] {
        let ran = dir.run(&[name]);
        assert_eq!(ran.code, Some(1), "{ran:?}");
        assert!(ran.stderr.contains("TIFF picture is damaged"), "{ran:?}");
    }
}
