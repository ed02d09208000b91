//! Degree signs after numbers, which the recogniser takes for figures: `170` for `17°`. Nothing else after a number is a
//! ring that ends above its middle; raised figures are higher and narrower.

use std::ops::Range;

use super::crop::Crop;
use super::ctc::DecodedChar;
use super::number_signs::{middle, nearest};

/// What degree signs are read as.
const LOOK_ALIKES: &str = "0o9ºOQ";

/// What may follow a degree sign.
const AFTER: &str = " CFNSEW.,;:)/–-′'";

/// Height of a degree sign at most, and where it ends at most, in heights of the figure before it.
const HEIGHT: f32 = 0.55;
const END: f32 = 0.6;

/// Its width, in heights of its own.
const ROUND: std::ops::RangeInclusive<f32> = 0.75..=1.35;

/// Makes degree signs of rings after the numbers of a line; frames of `text` are `step` columns wide.
pub(super) fn read_degree_signs(text: &mut [DecodedChar], step: f32, crop: &Crop) {
    let runs = crop.ink_runs();
    let run_of = |it: &DecodedChar| nearest(&runs, middle(it, step)?);
    for index in 1..text.len() {
        if !may_be_degree(text, index) {
            continue;
        }
        let inks = [index - 1, index].map(|at| run_of(&text[at]));
        let [Some(figure), Some(ring)] = inks else { continue };
        if figure != ring && is_ring(&runs[ring], &runs[figure], crop) {
            text[index].character = '°';
        }
    }
}

/// Whether a character after a figure ends a number and looks like a degree sign.
fn may_be_degree(text: &[DecodedChar], index: usize) -> bool {
    text[index - 1].character.is_ascii_digit()
        && LOOK_ALIKES.contains(text[index].character)
        && text.get(index + 1).is_none_or(|next| AFTER.contains(next.character))
}

/// Whether some ink is as round and as high up as a degree sign after a figure.
fn is_ring(ink: &Range<usize>, figure: &Range<usize>, crop: &Crop) -> bool {
    let [rows, of_figure] = [ink, figure].map(|it| crop.ink_rows(it));
    let [height, whole] = [&rows, &of_figure].map(|it| it.len() as f32);
    height > 0.0
        && height <= HEIGHT * whole
        && rows.end as f32 <= of_figure.start as f32 + END * whole
        && ROUND.contains(&(ink.len() as f32 / height))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::glyph_box::drawn;

    /// What becomes of two characters, the first as large as a figure, the second of this width and in these rows.
    fn read(text: &str, width: usize, rows: Range<usize>) -> String {
        let (mut text, crop) = drawn::bars(text, &[(30..46, 20..60), (54..54 + width, rows)]);
        read_degree_signs(&mut text, 1.0, &crop);
        text.iter().map(|it| it.character).collect()
    }

    #[test]
    fn rings_after_numbers_are_degree_signs() {
        assert_eq!(read("70", 18, 20..38), "7°");
        assert_eq!(read("79", 20, 18..38), "7°");
        assert_eq!(read("x0", 18, 20..38), "x0");
    }

    #[test]
    fn figures_stay() {
        assert_eq!(read("70", 18, 20..60), "70");
        assert_eq!(read("70", 12, 16..40), "70", "a raised figure is narrow");
        assert_eq!(read("7o", 20, 38..60), "7o", "a small letter ends below");
    }
}
