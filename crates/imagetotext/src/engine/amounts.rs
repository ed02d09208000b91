//! Amounts whose unit misleads the recogniser: `Omg` is `0mg`, and `38 Q` is `38 g`.

use super::crop::Crop;
use super::ctc::DecodedChar;
use super::number_signs::{middle, nearest};

/// Units that stand directly behind a number, and are no words with an O before them.
const UNITS: [&str; 23] = [
    "mg", "µg", "g", "kg", "ml", "mL", "cl", "mm", "cm", "km", "kcal", "kJ", "kB", "KB", "MB",
    "GB", "kHz", "MHz", "px", "pt", "°", "°C", "%",
];

/// Confidence, 0 to 1, of a digit that is known by its unit.
const CONFIDENCE: f32 = 0.9;

/// What a small `g` is read as.
const LIKE_G: &str = "Q9q";

/// How far a small `g` begins below the top of a figure, and how far it ends below its foot, in heights of the figure.
const BELOW: [f32; 2] = [0.14, 0.1];

/// Makes a `g` of a letter or figure that is alone after a number and stands as low as a `g`; frames are `step` columns
/// wide.
pub(super) fn read_grams(text: &mut [DecodedChar], step: f32, crop: &Crop) {
    for index in 2..text.len() {
        let ends = text.get(index + 1).is_none_or(|next| " .,;:)/".contains(next.character));
        if ends
            && LIKE_G.contains(text[index].character)
            && text[index - 1].character == ' '
            && text[index - 2].character.is_ascii_digit()
            && stands_low(text, index, step, crop)
        {
            text[index].character = 'g';
        }
    }
}

/// Whether the ink of a character is lower than the figure before the blank, at its top and at its foot.
fn stands_low(text: &[DecodedChar], index: usize, step: f32, crop: &Crop) -> bool {
    let runs = crop.ink_runs();
    let rows = |index: usize| {
        let run = nearest(&runs, middle(&text[index], step)?)?;
        Some(crop.ink_rows(&runs[run]))
    };
    let Some((figure, letter)) = rows(index - 2).zip(rows(index)) else { return false };
    let lower = |a: usize, b: usize| (b as f32 - a as f32) / figure.len().max(1) as f32;
    lower(figure.start, letter.start) >= BELOW[0] && lower(figure.end, letter.end) >= BELOW[1]
}

/// Makes a zero of a capital O that is alone before a unit. The first word of a line may be a word: `Og`.
pub(super) fn read_zero_amounts(text: &mut [DecodedChar]) {
    let words = text.chunk_by_mut(|a, b| a.character != ' ' && b.character != ' ');
    for word in words.skip(1) {
        let [first, unit @ ..] = word else { continue };
        let unit: String = unit.iter().map(|it| it.character).collect();
        let unit = unit.trim_end_matches(['.', ',', ';', ')']);
        if first.character == 'O' && UNITS.contains(&unit) {
            first.character = '0';
            first.confidence = CONFIDENCE;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Quad;
    use crate::engine::crop::{NORMAL_MARGINS, crop};
    use crate::engine::ctc::decoded;
    use crate::engine::grey_image::GreyImage;

    fn read(text: &str) -> String {
        let mut text = decoded(text, 1.0);
        read_zero_amounts(&mut text);
        text.iter().map(|it| it.character).collect()
    }

    #[test]
    fn an_o_before_a_unit_is_a_zero() {
        assert_eq!(read("Cholesterol Omg"), "Cholesterol 0mg");
        assert_eq!(read("Fat Og, O%"), "Fat 0g, 0%");
    }

    /// What becomes of a figure, a blank and a letter that begins and ends so many pixels below the figure.
    fn read_second(text: &str, begins: usize, ends: usize) -> String {
        let mut pixels = vec![240; 200 * 60];
        for (left, rows) in [(40, 16..36), (64, 16 + begins..36 + ends)] {
            for row in pixels.chunks_exact_mut(200).take(rows.end).skip(rows.start) {
                row[left..left + 10].fill(10);
            }
        }
        let picture = GreyImage { pixels: &pixels, width: 200, height: 60 };
        let crop = crop(picture, Quad::upright(10.0, 14.0, 190.0, 42.0), 32, NORMAL_MARGINS);
        let runs = crop.ink_runs();
        let at = |place: usize| match place {
            0 => usize::midpoint(runs[0].start, runs[0].end),
            1 => usize::midpoint(runs[0].end, runs[1].start),
            _ => usize::midpoint(runs[1].start, runs[1].end),
        };
        let mut text = decoded(text, 0.9);
        for (place, it) in text.iter_mut().enumerate() {
            it.frames = at(place)..at(place) + 1;
        }
        read_grams(&mut text, 1.0, &crop);
        text.iter().map(|it| it.character).collect()
    }

    #[test]
    fn letters_as_low_as_a_g_after_a_number_are_one() {
        assert_eq!(read_second("8 Q", 5, 5), "8 g");
        assert_eq!(read_second("8 9", 5, 5), "8 g");
        assert_eq!(read_second("8 9", 0, 0), "8 9");
        assert_eq!(read_second("8 Q", 0, 4), "8 Q");
        assert_eq!(read_second("a Q", 5, 5), "a Q");
    }

    #[test]
    fn words_stay() {
        for text in ["Og så", "en Ork", "an Om", "Mr O", "10mg OK"] {
            assert_eq!(read(text), text);
        }
    }
}
