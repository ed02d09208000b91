//! Transparent pixels: which background keeps the text on them readable.

use super::picture::luma;

/// The two backgrounds.
const WHITE: u8 = 255;
const BLACK: u8 = 0;

/// Puts RGBA pixels (straight alpha) on a background that keeps them readable. Three bytes a pixel
/// remain, in the same memory.
pub(super) fn flatten(pixels: &mut Vec<u8>, width: usize) {
    let visible = |pixel: &[u8]| pixel[3] != 0;
    // Nothing is visible: the channel was never filled in, as in many Windows bitmaps.
    let unused = !pixels.chunks_exact(4).any(visible);
    if unused || pixels.chunks_exact(4).all(|pixel| pixel[3] == 255) {
        for pixel in 1..pixels.len() / 4 {
            pixels.copy_within(pixel * 4..pixel * 4 + 3, pixel * 3);
        }
    } else {
        let background = background(pixels, width);
        for pixel in 0..pixels.len() / 4 {
            let [red, green, blue, alpha] = [0, 1, 2, 3].map(|sample| pixels[pixel * 4 + sample]);
            let blended = [red, green, blue].map(|ink| blend(ink, alpha, background));
            pixels[pixel * 3..pixel * 3 + 3].copy_from_slice(&blended);
        }
    }
    pixels.truncate(pixels.len() / 4 * 3);
}

fn blend(ink: u8, alpha: u8, background: u8) -> u8 {
    let [ink, alpha, background] = [ink, alpha, background].map(u32::from);
    ((ink * alpha + background * (255 - alpha) + 127) / 255) as u8
}

/// The background that contrasts more with the ink. Ink is what borders on transparency: of any two
/// neighbours the more opaque one counts, weighted by how much more opaque it is. So the inside of an
/// opaque card and the colours of invisible pixels do not count, and fine text outweighs the edge of a
/// large card.
fn background(pixels: &[u8], width: usize) -> u8 {
    let (mut light, mut weight) = (0_u64, 0_u64);
    let mut compare = |a: &[u8], b: &[u8]| {
        let ink = if a[3] >= b[3] { a } else { b };
        let drop = u64::from(a[3].abs_diff(b[3]));
        light += drop * u64::from(luma(ink));
        weight += drop;
    };
    let stride = width * 4;
    for row in pixels.chunks_exact(stride) {
        for (left, right) in row.chunks_exact(4).zip(row[4..].chunks_exact(4)) {
            compare(left, right);
        }
    }
    for (above, below) in pixels.chunks_exact(4).zip(pixels[stride..].chunks_exact(4)) {
        compare(above, below);
    }
    // 128 is halfway between the two backgrounds.
    if light >= weight * 128 && weight > 0 { BLACK } else { WHITE }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLEAR: [u8; 4] = [0, 0, 0, 0];

    /// Flattens rows of characters, each of which `pixel` turns into a pixel.
    fn flattened(rows: &[&str], pixel: impl Fn(char) -> [u8; 4]) -> Vec<u8> {
        let mut pixels: Vec<u8> = rows.iter().flat_map(|row| row.chars()).flat_map(pixel).collect();
        flatten(&mut pixels, rows[0].len());
        assert!(pixels.chunks_exact(3).all(|p| p[0] == p[1] && p[1] == p[2]), "grey stays grey");
        pixels.into_iter().step_by(3).collect()
    }

    #[test]
    fn dark_text_is_put_on_white() {
        let ink = |c| if c == '#' { [10, 10, 10, 255] } else { CLEAR };
        assert_eq!(flattened(&[".#."], ink), [255, 10, 255]);
    }

    #[test]
    fn light_text_is_put_on_black() {
        let ink = |c| if c == '#' { [240, 240, 240, 255] } else { [255, 255, 255, 0] };
        assert_eq!(flattened(&[".#.", "..."], ink), [0, 240, 0, 0, 0, 0]);
    }

    #[test]
    fn the_colour_of_invisible_pixels_does_not_count() {
        let ink = |c| if c == '#' { [10, 10, 10, 255] } else { [255, 255, 255, 0] };
        assert_eq!(flattened(&["......#......"], ink)[6], 10);
        assert_eq!(flattened(&["......#......"], ink)[0], 255);
    }

    #[test]
    fn soft_edges_are_blended_with_the_background() {
        let ink = |c| match c {
            '#' => [0, 0, 0, 255],
            '+' => [0, 0, 0, 51],
            _ => CLEAR,
        };
        assert_eq!(flattened(&[".+#+."], ink), [255, 204, 0, 204, 255]);
    }

    #[test]
    fn text_beside_a_card_outweighs_the_card() {
        // A light card with dark marks on it; most visible pixels are light. Beside it, dark marks.
        let ink = |c| match c {
            '#' => [0, 0, 0, 255],
            'o' => [255, 255, 255, 255],
            _ => CLEAR,
        };
        let rows = ["oooooooo.#.#.#.", "oo#o#ooo.#.#.#.", "oooooooo.#.#.#.", "oooooooo.#.#.#."];
        assert_eq!(flattened(&rows, ink)[8], 255, "white behind the dark marks");
    }

    #[test]
    fn a_dark_card_with_round_corners_is_unchanged() {
        let ink = |c| match c {
            'o' => [20, 20, 20, 255],
            'x' => [250, 250, 250, 255],
            _ => CLEAR,
        };
        let grey = flattened(&[".ooo.", "oxxxo", ".ooo."], ink);
        assert_eq!(grey[5..10], [20, 250, 250, 250, 20]);
        assert_eq!(grey[0], 255);
    }

    #[test]
    fn an_alpha_channel_without_content_is_ignored() {
        let ink = |c| if c == '#' { [7, 7, 7, 0] } else { [200, 200, 200, 0] };
        assert_eq!(flattened(&[".#."], ink), [200, 7, 200]);
    }

    #[test]
    fn faint_text_counts() {
        let ink = |c| if c == '#' { [255, 255, 255, 60] } else { CLEAR };
        assert_eq!(flattened(&[".#."], ink), [0, 60, 0]);
    }

    #[test]
    fn a_uniform_half_transparent_colour_is_put_on_white() {
        assert_eq!(flattened(&["##"], |_| [0, 0, 0, 51]), [204, 204]);
    }
}
