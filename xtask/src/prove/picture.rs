//! A picture of which no two are alike: white, with a band of noise and a black bar.

use crate::mutate::Chance;

/// A picture and what to search for.
pub(super) struct Marked {
    /// A BMP file.
    pub(super) file: Vec<u8>,
    /// A piece of a row of its noise, as it stands in memory.
    pub(super) patterns: Vec<(&'static str, Vec<u8>)>,
}

const WIDTH: usize = 1600;
const HEIGHT: usize = 1200;
/// Columns and rows of noise.
const NOISE: (usize, usize) = (256, 64);

/// Makes one.
pub(super) fn marked() -> Marked {
    let seed = std::time::UNIX_EPOCH.elapsed().map_or(1, |since| since.as_nanos() as u64);
    let mut chance = Chance::new(seed);
    let row: Vec<[u8; 3]> =
        (0..NOISE.0).map(|_| [0; 3].map(|_: u8| chance.below(256) as u8)).collect();
    let mut file = header();
    for y in 0..HEIGHT {
        for x in 0..WIDTH {
            let pixel = match (x.checked_sub(200), y.checked_sub(300)) {
                (Some(x), Some(y)) if x < NOISE.0 && y < NOISE.1 => row[x],
                // Looks like a line of text, so that the picture is searched to the end.
                (Some(x), Some(y)) if y > 400 && y < 430 && x % 24 < 12 => [0; 3],
                _ => [255; 3],
            };
            // BMP: blue first.
            file.extend(pixel.iter().rev());
        }
    }
    let piece = &row[100..132];
    let backwards = |pixel: [u8; 3]| [pixel[2], pixel[1], pixel[0]];
    Marked {
        file,
        patterns: vec![
            ("as in the file", piece.iter().copied().flat_map(backwards).collect()),
            ("as RGB", piece.concat()),
            ("as grey", piece.iter().copied().map(luma).collect()),
        ],
    }
}

/// As `src/picture.rs` has it.
fn luma(pixel: [u8; 3]) -> u8 {
    let [red, green, blue] = pixel.map(u32::from);
    ((red * 19_595 + green * 38_470 + blue * 7_471 + (1 << 15)) >> 16) as u8
}

fn header() -> Vec<u8> {
    let size = (54 + WIDTH * HEIGHT * 3) as u32;
    let mut head = b"BM".to_vec();
    for number in [size, 0, 54, 40, WIDTH as u32, HEIGHT as u32, 1 | 24 << 16, 0, 0, 0, 0, 0, 0] {
        head.extend(number.to_le_bytes());
    }
    head
}
