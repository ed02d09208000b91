//! Files that are read: colours, depths, transparency, orientation, pages.

use std::sync::Arc;

use imagetotext::Error;
use imagetotext::source::{DecodeOptions, Format, decode, decode_with};

use crate::fixtures::{
    COLOURS, RED, SHADES, TWO_SHADES, WHITE, check, entries, fixture, pages, quarters, single,
};

#[test]
fn every_colour_format_is_read() {
    let names = "rgb.png palette.png rgb-16.png rgb.jpg progressive.jpg subsampled.jpg cmyk.jpg \
        ycck.jpg lossless.webp lossy.webp rgb.bmp palette.bmp padded.bmp empty-alpha.bmp \
        top-down.bmp 555.bmp rle.bmp palette.gif animated.gif rgb.tif lzw.tif deflate.tif \
        packbits.tif big-endian.tif big.tif tiles.tif strips.tif planar.tif rgb-16.tif \
        float-rgb.tif cmyk.tif ycbcr-jpeg.tif ycbcr-jpeg-2.tif palette.tif palette-lzw.tif \
        palette-4.tif turned-1.jpg turned-1.tif rgb.ico bitmap.ico rgb.ppm rgb.tga rle.tga rgb.qoi rgb.jp2 \
        rgb.j2k rgb.jxl lossy.jxl rgb.heic subsampled.heic rgb.avif subsampled.avif rgb.psd packed.psd \
        rgb-16.psd zstd.tif zstd-tiles.tif lzma.tif webp.tif rgb-12.tif";
    for name in names.split_whitespace() {
        check(name, &single(name), (24, 16), COLOURS);
    }
}

#[test]
fn colours_of_lab_are_converted() {
    for name in ["lab.tif", "lab-icc.tif"] {
        let found = quarters(&single(name));
        // Eight bits of L*a*b* are rough where a colour is dark.
        let near = |a: &[u8; 3], b: &[u8; 3]| a.iter().zip(b).all(|(a, b)| a.abs_diff(*b) <= 12);
        assert!(found.iter().zip(&COLOURS).all(|(a, b)| near(a, b)), "{name}: {found:?}");
    }
}

#[test]
fn every_grey_format_is_read() {
    let names = "grey.png grey-16.png grey.jpg animated.webp grey.tif grey-16.tif \
        white-is-zero.tif float.tif half.tif int-32.tif grey-jpeg.tif grey.pgm grey.tga grey.jp2 grey.jxl \
        grey.avif grey.psd grey-12.tif";
    for name in names.split_whitespace() {
        check(name, &single(name), (24, 16), SHADES);
    }
    let names = "one-bit.png one-bit.bmp one-bit.tif one-bit-reversed.tif group4.tif \
        group4-endless.tif group4-reversed.tif group3.tif group3-2d.tif huffman.tif one-bit.pbm";
    for name in names.split_whitespace() {
        check(name, &single(name), (24, 16), TWO_SHADES);
    }
}

#[test]
fn transparent_pixels_get_a_background() {
    // The colours are dark on average (luma 76, 150 and 29; only green and blue touch the hole).
    let names = "rgba.png rgba-16.png palette-alpha.png lossless-alpha.webp lossy-alpha.webp \
        alpha.bmp rgba.tif rgba-premultiplied.tif rgba.qoi rgba.jxl rgba.avif";
    for name in names.split_whitespace() {
        check(name, &single(name), (24, 16), COLOURS);
    }
    // Grey 128 and white touch the hole.
    for name in ["grey-alpha.png", "grey-alpha.tif"] {
        check(name, &single(name), (24, 16), SHADES);
    }
    // It contains a red quarter only.
    check("part.gif", &single("part.gif"), (24, 16), [WHITE, WHITE, WHITE, RED]);
}

#[test]
fn pictures_are_turned_upright() {
    check("grid.avif", &single("grid.avif"), (120, 96), COLOURS);
    check("turned.avif", &single("turned.avif"), (24, 16), COLOURS);
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
fn all_pages_are_read_except_thumbnails() {
    let pages = pages(&fixture("pages.tif")).unwrap();
    assert_eq!(pages.len(), 3);
    check("page 1", &pages[0], (9, 6), [RED; 4]);
    let [a, b, c, d] = SHADES;
    check("page 2", &pages[1], (16, 24), [b, d, a, c]);
    check("page 3", &pages[2], (24, 16), TWO_SHADES);
}

#[test]
fn a_damaged_page_does_not_affect_the_pages_before_it() {
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
fn a_file_with_too_many_pages_is_refused_after_the_limit() {
    let page = fixture("grey.tif");
    let first = u32::from_le_bytes(page[4..8].try_into().unwrap()) as usize;
    let count = usize::from(u16::from_le_bytes([page[first], page[first + 1]]));
    let directory = page[first..first + 2 + count * 12].to_vec();
    let mut bytes = page;
    let mut link = first + directory.len();
    for _ in 0..imagetotext::source::MAX_PAGES {
        let next = bytes.len() as u32;
        bytes[link..link + 4].copy_from_slice(&next.to_le_bytes());
        bytes.extend_from_slice(&directory);
        link = bytes.len();
        bytes.extend_from_slice(&[0; 4]);
    }
    let (read, refused): (Vec<_>, Vec<_>) = decode(&bytes).unwrap().partition(Result::is_ok);
    assert_eq!(read.len(), imagetotext::source::MAX_PAGES);
    assert!(matches!(refused[..], [Err(Error::TooManyPages)]));
    // Those after it are read when they are asked for.
    let mut options = DecodeOptions::default();
    options.pages = options.pages.starting_at(read.len() as u32 + 1).unwrap();
    let bytes = Arc::new(bytes.into());
    let rest: Vec<_> = decode_with(&bytes, &options).unwrap().collect();
    assert!(matches!(rest[..], [Ok(_)]), "{rest:?}");
}
