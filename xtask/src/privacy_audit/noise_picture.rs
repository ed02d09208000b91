//! A picture that can be recognised in memory: white, with a band of noise and black bars.

use super::memory_search::Pattern;

/// A picture and what to search for.
pub(super) struct NoisePicture {
    /// A BMP file.
    pub(super) file: Vec<u8>,
    /// A piece of a row of the noise, in the forms that memory may contain.
    pub(super) patterns: Vec<Pattern>,
}

const WIDTH: usize = 1600;
const HEIGHT: usize = 1200;
/// Columns and rows of the noise.
const NOISE: (usize, usize) = (256, 64);

/// The picture with the noise of this seed.
pub(super) fn generate(seed: u64) -> NoisePicture {
    let mut rng = fastrand::Rng::with_seed(seed);
    let row: Vec<[u8; 3]> = (0..NOISE.0).map(|_| [0; 3].map(|_: u8| rng.u8(..))).collect();
    let mut file = bmp_header();
    for y in 0..HEIGHT {
        for x in 0..WIDTH {
            let pixel = match (x.checked_sub(200), y.checked_sub(300)) {
                (Some(x), Some(y)) if x < NOISE.0 && y < NOISE.1 => row[x],
                // Looks like a line of text, so that the engine does all of its work.
                (Some(x), Some(y)) if y > 400 && y < 430 && x % 24 < 12 => [0; 3],
                _ => [255; 3],
            };
            // BMP: blue first.
            file.extend(pixel.iter().rev());
        }
    }
    let piece = &row[100..132];
    let bgr = |pixel: [u8; 3]| [pixel[2], pixel[1], pixel[0]];
    NoisePicture {
        file,
        patterns: vec![
            ("as in the file", piece.iter().copied().flat_map(bgr).collect()),
            ("as RGB", piece.concat()),
            ("as grey", piece.iter().copied().map(luma).collect()),
        ],
    }
}

/// Brightness as the library computes it: ITU-R BT.601 in parts of 2^16.
fn luma(pixel: [u8; 3]) -> u8 {
    let [red, green, blue] = pixel.map(u32::from);
    ((red * 19_595 + green * 38_470 + blue * 7_471 + (1 << 15)) >> 16) as u8
}

fn bmp_header() -> Vec<u8> {
    let size = (54 + WIDTH * HEIGHT * 3) as u32;
    let mut head = b"BM".to_vec();
    for number in [size, 0, 54, 40, WIDTH as u32, HEIGHT as u32, 1 | 24 << 16, 0, 0, 0, 0, 0, 0] {
        head.extend(number.to_le_bytes());
    }
    head
}
