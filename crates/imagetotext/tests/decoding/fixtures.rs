//! The files in `tests/images/formats`, which show four quarters of one colour each.

use std::path::PathBuf;

use imagetotext::source::decode;
use imagetotext::{Error, Picture};

pub(crate) const RED: [u8; 3] = [255, 0, 0];
pub(crate) const GREEN: [u8; 3] = [0, 255, 0];
pub(crate) const BLUE: [u8; 3] = [0, 0, 255];
pub(crate) const WHITE: [u8; 3] = [255; 3];
pub(crate) const GREY: [u8; 3] = [128; 3];
pub(crate) const BLACK: [u8; 3] = [0; 3];

/// The four quarters of a picture, row by row.
pub(crate) type Quarters = [[u8; 3]; 4];

pub(crate) const COLOURS: Quarters = [RED, GREEN, BLUE, WHITE];
pub(crate) const SHADES: Quarters = [BLACK, GREY, WHITE, BLACK];
pub(crate) const TWO_SHADES: Quarters = [BLACK, BLACK, WHITE, BLACK];

pub(crate) fn directory() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/images/formats")
}

pub(crate) fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(directory().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// All fixtures with their names, in a fixed order.
pub(crate) fn fixtures() -> Vec<(String, Vec<u8>)> {
    let entries = std::fs::read_dir(directory()).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<_> = entries.map(|name| name.into_string().unwrap()).collect();
    names.retain(|name| !name.ends_with(".py"));
    names.sort();
    assert!(names.len() > 80, "fixtures are missing");
    names.into_iter().map(|name| (name.clone(), fixture(&name))).collect()
}

pub(crate) fn pages(bytes: &[u8]) -> Result<Vec<Picture>, Error> {
    decode(bytes)?.collect()
}

#[track_caller]
pub(crate) fn single(name: &str) -> Picture {
    let mut pages = pages(&fixture(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert_eq!(pages.len(), 1, "{name}");
    pages.remove(0)
}

/// The pixels in the middle of the quarters.
pub(crate) fn quarters(picture: &Picture) -> Quarters {
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    assert_eq!(picture.rgb().len(), width * height * 3);
    [(1, 1), (3, 1), (1, 3), (3, 3)].map(|(x, y)| {
        let at = (height * y / 4 * width + width * x / 4) * 3;
        picture.rgb()[at..at + 3].try_into().unwrap()
    })
}

#[track_caller]
pub(crate) fn check(
    name: &str,
    picture: &Picture,
    (width, height): (u32, u32),
    expected: Quarters,
) {
    assert_eq!((picture.width(), picture.height()), (width, height), "size of {name}");
    let found = quarters(picture);
    // Lossy compression and CMYK do not restore the exact colours.
    let near = |a: &[u8; 3], b: &[u8; 3]| a.iter().zip(b).all(|(a, b)| a.abs_diff(*b) <= 4);
    let all = found.iter().zip(&expected).all(|(a, b)| near(a, b));
    assert!(all, "{name}: {found:?} instead of {expected:?}");
}

/// Offsets and tags of the entries of a directory of a little-endian TIFF, counted from 0.
pub(crate) fn entries(bytes: &[u8], directory: usize) -> Vec<(usize, u16)> {
    let long = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()) as usize;
    let short = |at: usize| u16::from_le_bytes([bytes[at], bytes[at + 1]]);
    let mut at = long(4);
    for _ in 0..directory {
        at = long(at + 2 + usize::from(short(at)) * 12);
    }
    (0..usize::from(short(at))).map(|n| at + 2 + n * 12).map(|at| (at, short(at))).collect()
}
