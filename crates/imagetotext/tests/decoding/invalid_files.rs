//! Files that are refused: unsupported variants and formats, damaged and hostile files.

use imagetotext::Error;
use imagetotext::source::Format;

use crate::fixtures::{fixture, fixtures, pages};

#[test]
fn a_picture_without_pixels_is_damaged() {
    // The largest side that lossless WebP can express is taken for 0 by its decoder.
    let mut bytes = fixture("lossless.webp");
    bytes[21..23].copy_from_slice(&[0xff; 2]);
    assert!(matches!(pages(&bytes), Err(Error::Damaged(Format::WebP))));
}

#[test]
fn unsupported_variants_are_reported_as_such() {
    // The JPEG of TIFF 6.0, which its authors took back.
    let mut tiff = fixture("rgb.tif");
    let at = tiff.windows(4).position(|field| field == [3, 1, 3, 0]).unwrap();
    tiff[at + 8] = 6;
    let outcome = pages(&tiff);
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
fn unsupported_formats_are_named() {
    for (bytes, expected) in [
        (&b"\xef\xbb\xbf<?xml version='1.0'?><!-- by hand --><!DOCTYPE svg><svg/>"[..], "SVG"),
        (b"AT&TFORM\0\0\0\x10DJVU", "DjVu"),
        (b"%!PS-Adobe-3.0 EPSF-3.0", "PostScript"),
    ] {
        match pages(bytes) {
            Err(Error::Unsupported(format)) => assert_eq!(format.to_string(), expected),
            other => panic!("{expected}: {other:?}"),
        }
    }
    // Headers without anything behind them.
    for bytes in [
        &b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"[..],
        b"\0\0\0\x1cftypavif\0\0\0\0mif1miafMA1B",
        b"%PDF-1.7\n%\xe2\xe3",
        b"\xff\x0a\xfa\x7f",
        b"\0\0\0\x0cJXL \r\n\x87\n",
        b"\0\0\0\x0cjP  \r\n\x87\n",
        b"8BPS\0\x01",
        b"\0\0\x01\0\x01\0\x10\x10\0\0\x01\0\x20\0",
        b"qoif\0\0\0\x01",
        b"P4 8 8\n\xff",
        b"\0\0\x02\0\0\0\0\0\0\0\0\0\x09\0\x09\0\x18\0",
    ] {
        let outcome = pages(bytes);
        let is_refused = matches!(outcome, Err(Error::Damaged(_) | Error::UnsupportedKind(_)));
        assert!(is_refused, "{bytes:?}: {outcome:?}");
    }
    assert!(matches!(pages(b""), Err(Error::Empty)));
    assert!(matches!(pages(b"a letter to a friend"), Err(Error::NotAPicture)));
    assert!(matches!(pages(b"\0"), Err(Error::NotAPicture)));
}

#[test]
fn truncated_files_give_an_error_and_never_a_panic() {
    for (name, bytes) in fixtures() {
        for end in 0..bytes.len() {
            let outcome = pages(&bytes[..end]);
            // The first half of an animation is enough, and TIFF data may be anywhere.
            let may_succeed = name.starts_with("animated") || name.ends_with(".tif");
            let must_fail = end <= bytes.len() / 2 && !may_succeed;
            assert!(!must_fail || outcome.is_err(), "{name} cut at {end} of {}", bytes.len());
        }
    }
}

#[test]
fn files_changed_at_random_never_panic() {
    // Marsaglia's xorshift64 with a fixed seed: the round identifies the file.
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut random = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) as usize % below
    };
    let fixtures = fixtures();
    let (mut decoded, mut refused) = (0, 0);
    for round in 0..4000 {
        let mut bytes = fixtures[round % fixtures.len()].1.clone();
        for _ in 0..=random(4) {
            // Headers are short and matter more than pixels.
            let end = if random(2) == 0 { bytes.len() } else { bytes.len().min(64) };
            bytes[random(end)] ^= 1 << random(8);
        }
        match pages(&bytes) {
            Ok(pages) => {
                decoded += 1;
                for page in pages {
                    let pixels = page.width() as usize * page.height() as usize;
                    assert_eq!(page.rgb().len(), pixels * 3);
                }
            }
            Err(error) => {
                refused += 1;
                assert!(!matches!(error, Error::Internal(_)), "round {round}: {error}");
            }
        }
    }
    assert!(decoded > 400 && refused > 400, "{decoded} decoded, {refused} refused: a poor mixture");
}
