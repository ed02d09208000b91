//! Every kind of file that is read, from the bytes to the pixels, and what becomes of broken,
//! hostile and foreign ones. `images/formats/make.py` draws the fixtures.

#![expect(clippy::unwrap_used, reason = "helpers outside test functions fail the test as well")]
#![expect(clippy::case_sensitive_file_extension_comparisons, reason = "the fixtures are ours")]

use std::path::PathBuf;
use std::time::{Duration, Instant};

use imagetotext::picture::{Format, decode};
use imagetotext::{Error, Picture};

const RED: [u8; 3] = [255, 0, 0];
const GREEN: [u8; 3] = [0, 255, 0];
const BLUE: [u8; 3] = [0, 0, 255];
const WHITE: [u8; 3] = [255; 3];
const GREY: [u8; 3] = [128; 3];
const BLACK: [u8; 3] = [0; 3];

/// The four quarters of a picture, row by row.
type Quarters = [[u8; 3]; 4];

const COLOURS: Quarters = [RED, GREEN, BLUE, WHITE];
const SHADES: Quarters = [BLACK, GREY, WHITE, BLACK];
const TWO_SHADES: Quarters = [BLACK, BLACK, WHITE, BLACK];

fn directory() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/images/formats")
}

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(directory().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// All fixtures with their names, in a fixed order.
fn fixtures() -> Vec<(String, Vec<u8>)> {
    let entries = std::fs::read_dir(directory()).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<_> = entries.map(|name| name.into_string().unwrap()).collect();
    names.retain(|name| !name.ends_with(".py"));
    names.sort();
    assert!(names.len() > 80, "fixtures are missing");
    names.into_iter().map(|name| (name.clone(), fixture(&name))).collect()
}

fn pages(bytes: &[u8]) -> Result<Vec<Picture>, Error> {
    decode(bytes)?.collect()
}

#[track_caller]
fn single(name: &str) -> Picture {
    let mut pages = pages(&fixture(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert_eq!(pages.len(), 1, "{name}");
    pages.remove(0)
}

/// The pixels in the middle of the quarters.
fn quarters(picture: &Picture) -> Quarters {
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    assert_eq!(picture.rgb().len(), width * height * 3);
    [(1, 1), (3, 1), (1, 3), (3, 3)].map(|(x, y)| {
        let at = (height * y / 4 * width + width * x / 4) * 3;
        picture.rgb()[at..at + 3].try_into().unwrap()
    })
}

#[track_caller]
fn check(name: &str, picture: &Picture, (width, height): (u32, u32), expected: Quarters) {
    assert_eq!((picture.width(), picture.height()), (width, height), "size of {name}");
    let found = quarters(picture);
    // Compression with losses, and inks, do not come back to the bit.
    let near = |a: &[u8; 3], b: &[u8; 3]| a.iter().zip(b).all(|(a, b)| a.abs_diff(*b) <= 4);
    let all = found.iter().zip(&expected).all(|(a, b)| near(a, b));
    assert!(all, "{name}: {found:?} instead of {expected:?}");
}

#[test]
fn every_colour_format_is_read() {
    let names = "rgb.png palette.png rgb-16.png rgb.jpg progressive.jpg subsampled.jpg cmyk.jpg \
        ycck.jpg lossless.webp lossy.webp rgb.bmp palette.bmp padded.bmp empty-alpha.bmp \
        top-down.bmp 555.bmp rle.bmp palette.gif animated.gif rgb.tif lzw.tif deflate.tif \
        packbits.tif big-endian.tif big.tif tiles.tif strips.tif planar.tif rgb-16.tif \
        float-rgb.tif cmyk.tif ycbcr-jpeg.tif ycbcr-jpeg-2.tif palette.tif palette-lzw.tif \
        palette-4.tif turned-1.jpg turned-1.tif";
    for name in names.split_whitespace() {
        check(name, &single(name), (24, 16), COLOURS);
    }
}

#[test]
fn every_grey_format_is_read() {
    let names = "grey.png grey-16.png grey.jpg animated.webp grey.tif grey-16.tif \
        white-is-zero.tif float.tif half.tif int-32.tif grey-jpeg.tif";
    for name in names.split_whitespace() {
        check(name, &single(name), (24, 16), SHADES);
    }
    let names = "one-bit.png one-bit.bmp one-bit.tif one-bit-reversed.tif group4.tif \
        group4-endless.tif group4-reversed.tif";
    for name in names.split_whitespace() {
        check(name, &single(name), (24, 16), TWO_SHADES);
    }
}

#[test]
fn transparent_pixels_get_a_ground() {
    // The colours are dark on average (luma 76, 150 and 29; only green and blue touch the hole).
    let names = "rgba.png rgba-16.png palette-alpha.png lossless-alpha.webp lossy-alpha.webp \
        alpha.bmp rgba.tif rgba-premultiplied.tif";
    for name in names.split_whitespace() {
        check(name, &single(name), (24, 16), COLOURS);
    }
    // Grey 128 and white touch the hole.
    for name in ["grey-alpha.png", "grey-alpha.tif"] {
        check(name, &single(name), (24, 16), SHADES);
    }
    // Only a red quarter is there.
    check("part.gif", &single("part.gif"), (24, 16), [WHITE, WHITE, WHITE, RED]);
}

#[test]
fn pictures_are_turned_upright() {
    let [a, b, c, d] = COLOURS;
    let wide = (24, 16);
    let tall = (16, 24);
    for (orientation, size, expected) in [
        (1, wide, [a, b, c, d]),
        (2, wide, [b, a, d, c]),
        (3, wide, [d, c, b, a]),
        (4, wide, [c, d, a, b]),
        (5, tall, [a, c, b, d]),
        (6, tall, [c, a, d, b]),
        (7, tall, [d, b, c, a]),
        (8, tall, [b, d, a, c]),
    ] {
        for kind in ["jpg", "tif"] {
            let name = format!("turned-{orientation}.{kind}");
            check(&name, &single(&name), size, expected);
        }
    }
    check("turned-6.png", &single("turned-6.png"), tall, [c, a, d, b]);
    check("turned-8.webp", &single("turned-8.webp"), tall, [b, d, a, c]);
}

#[test]
fn all_pages_are_read_and_thumbnails_left_out() {
    let pages = pages(&fixture("pages.tif")).unwrap();
    assert_eq!(pages.len(), 3);
    check("page 1", &pages[0], (9, 6), [RED; 4]);
    let [a, b, c, d] = SHADES;
    check("page 2", &pages[1], (16, 24), [b, d, a, c]);
    check("page 3", &pages[2], (24, 16), TWO_SHADES);
}

#[test]
fn a_page_is_an_error_only_when_its_turn_comes() {
    let mut bytes = fixture("pages.tif");
    // The strip of the last real page is moved beyond the end of the file.
    let entry = entries(&bytes, 3).into_iter().find(|&(_, tag)| tag == 273).unwrap().0;
    bytes[entry + 8..entry + 12].copy_from_slice(&0x00ff_ffff_u32.to_le_bytes());
    let mut pages = decode(&bytes).unwrap();
    assert!(pages.next().unwrap().is_ok());
    assert!(pages.next().unwrap().is_ok());
    assert!(matches!(pages.next(), Some(Err(Error::Damaged(Format::Tiff)))));
    assert!(pages.next().is_none());
}

#[test]
fn a_file_with_too_many_pages_says_so() {
    let page = fixture("grey.tif");
    let first = u32::from_le_bytes(page[4..8].try_into().unwrap()) as usize;
    let count = usize::from(u16::from_le_bytes([page[first], page[first + 1]]));
    let directory = page[first..first + 2 + count * 12].to_vec();
    let mut bytes = page;
    let mut link = first + directory.len();
    for _ in 0..imagetotext::picture::MAX_PAGES {
        let next = bytes.len() as u32;
        bytes[link..link + 4].copy_from_slice(&next.to_le_bytes());
        bytes.extend_from_slice(&directory);
        link = bytes.len();
        bytes.extend_from_slice(&[0; 4]);
    }
    let (read, refused): (Vec<_>, Vec<_>) = decode(&bytes).unwrap().partition(Result::is_ok);
    assert_eq!(read.len(), imagetotext::picture::MAX_PAGES);
    assert!(matches!(refused[..], [Err(Error::TooLarge)]));
}

/// Offsets and tags of the entries of a directory of a little-endian TIFF, counted from 0.
fn entries(bytes: &[u8], directory: usize) -> Vec<(usize, u16)> {
    let long = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()) as usize;
    let short = |at: usize| u16::from_le_bytes([bytes[at], bytes[at + 1]]);
    let mut at = long(4);
    for _ in 0..directory {
        at = long(at + 2 + usize::from(short(at)) * 12);
    }
    (0..usize::from(short(at))).map(|n| at + 2 + n * 12).map(|at| (at, short(at))).collect()
}

/// The fixtures with sizes that no memory holds.
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

/// ISO 3309, as PNG wants it.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| {
            crc >> 1 ^ (0xedb8_8320 & (crc & 1).wrapping_neg())
        })
    })
}

#[test]
fn huge_pictures_are_refused_by_their_header() {
    for (name, bytes) in huge() {
        let start = Instant::now();
        let outcome = pages(&bytes);
        assert!(matches!(outcome, Err(Error::TooLarge)), "{name}: {outcome:?}");
        // Far less than it takes to touch the gigabytes.
        assert!(start.elapsed() < Duration::from_millis(300), "{name}: {:?}", start.elapsed());
    }
}

#[test]
fn a_picture_without_pixels_is_damaged() {
    // The largest side that lossless WebP can express is taken for 0 by its decoder.
    let mut bytes = fixture("lossless.webp");
    bytes[21..23].copy_from_slice(&[0xff; 2]);
    assert!(matches!(pages(&bytes), Err(Error::Damaged(Format::WebP))));
}

#[test]
fn varieties_that_are_not_read_are_named_as_such() {
    let outcome = pages(&fixture("group3.tif"));
    assert!(matches!(outcome, Err(Error::UnsupportedKind(Format::Tiff))), "{outcome:?}");
    let mut jpeg = fixture("rgb.jpg");
    let at = jpeg.windows(2).position(|pair| pair == [0xff, 0xc0]).unwrap();
    for (change, byte) in [(1, 0xc9), (4, 12)] {
        let before = std::mem::replace(&mut jpeg[at + change], byte);
        let outcome = pages(&jpeg);
        assert!(matches!(outcome, Err(Error::UnsupportedKind(Format::Jpeg))), "{outcome:?}");
        jpeg[at + change] = before;
    }
    assert!(pages(&jpeg).is_ok());
}

#[test]
fn foreign_files_are_named() {
    for (bytes, expected) in [
        (&b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"[..], "HEIC"),
        (b"\0\0\0\x1cftypavif\0\0\0\0mif1miafMA1B", "AVIF"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><!-- by hand --><!DOCTYPE svg><svg/>", "SVG"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"\xff\x0a\xfa\x7f", "JPEG XL"),
        (b"\0\0\0\x0cJXL \r\n\x87\n", "JPEG XL"),
        (b"\0\0\0\x0cjP  \r\n\x87\n", "JPEG 2000"),
        (b"8BPS\0\x01", "PSD"),
        (b"\0\0\x01\0\x01\0\x10\x10\0\0\x01\0\x20\0", "ICO"),
        (b"qoif\0\0\0\x01", "QOI"),
        (b"AT&TFORM\0\0\0\x10DJVU", "DjVu"),
        (b"%!PS-Adobe-3.0 EPSF-3.0", "PostScript"),
        (b"P4 8 1\n\xff", "PNM"),
    ] {
        match pages(bytes) {
            Err(Error::Unsupported(format)) => assert_eq!(format.to_string(), expected),
            other => panic!("{expected}: {other:?}"),
        }
    }
    assert!(matches!(pages(b""), Err(Error::Empty)));
    assert!(matches!(pages(b"a letter to a friend"), Err(Error::NotAPicture)));
    assert!(matches!(pages(b"\0"), Err(Error::NotAPicture)));
}

#[test]
fn files_cut_short_give_an_error_and_never_a_panic() {
    for (name, bytes) in fixtures() {
        for end in 0..bytes.len() {
            let outcome = pages(&bytes[..end]);
            // Of animations the first half is enough, and TIFF data may lie anywhere.
            let whole = name.starts_with("animated") || name.ends_with(".tif");
            let must_fail = end <= bytes.len() / 2 && !whole;
            assert!(!must_fail || outcome.is_err(), "{name} cut at {end} of {}", bytes.len());
        }
    }
}

#[test]
fn files_changed_at_random_never_panic() {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    // Marsaglia's xorshift64.
    let mut random = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) as usize % below
    };
    let fixtures = fixtures();
    let (mut good, mut bad) = (0, 0);
    for round in 0..4000 {
        let mut bytes = fixtures[round % fixtures.len()].1.clone();
        for _ in 0..=random(4) {
            // Headers are short and break more than pixels do.
            let end = if random(2) == 0 { bytes.len() } else { bytes.len().min(64) };
            bytes[random(end)] ^= 1 << random(8);
        }
        match pages(&bytes) {
            Ok(pages) => {
                good += 1;
                for page in pages {
                    let pixels = page.width() as usize * page.height() as usize;
                    assert_eq!(page.rgb().len(), pixels * 3);
                }
            }
            Err(error) => {
                bad += 1;
                assert!(!matches!(error, Error::Internal(_)), "round {round}: {error}");
            }
        }
    }
    assert!(good > 400 && bad > 400, "{good} good, {bad} bad: the changes miss their purpose");
}
