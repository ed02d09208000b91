//! Small letters as tall as the capitals of their word: capitals, such as the `o` in `CRoSS`. The recogniser sees a letter
//! in a window too narrow to compare it with others, and words in small capitals look like both.

use std::ops::Range;

use super::crop::Crop;
use super::ctc::DecodedChar;
use super::glyph_box::GlyphBox;

/// Height of a small letter from which it is a capital, in heights of the capitals of its word. Small letters have up to
/// 0.8 of it, capitals at least 0.95; both lose or gain a row of about 20 where they are blurred.
const TALL: f32 = 0.9;

/// Capitals of a word that its small letters are compared with, at least: one may be larger than the others.
const MIN_CAPITALS: usize = 2;

/// Letters that reach neither above the others nor below the line.
const LOW: &str = "acemnorsuvwxz";

/// Makes small letters that are as tall as capitals of their word capitals; frames of `text` are `step` columns wide.
pub(super) fn raise_capitals(text: &mut [DecodedChar], step: f32, crop: &Crop) {
    let mut start = 0;
    while start < text.len() {
        let length = text[start..].iter().take_while(|it| it.character != ' ').count();
        raise_in_word(text, start..start + length, step, crop);
        start += length + 1;
    }
}

fn raise_in_word(text: &mut [DecodedChar], word: Range<usize>, step: f32, crop: &Crop) {
    let is_low = |index: &usize| LOW.contains(text[*index].character);
    // With a tail, or without ink at the top: no measure.
    let is_capital = |index: &usize| {
        text[*index].character.is_ascii_uppercase() && !"QJ".contains(text[*index].character)
    };
    // Among other small letters one that seems tall touches its neighbour.
    let is_other = |index: usize| text[index].character.is_lowercase() && !is_low(&index);
    if !word.clone().any(|index| is_low(&index))
        || word.clone().any(is_other)
        || word.clone().filter(is_capital).count() < MIN_CAPITALS
    {
        return;
    }
    let height = |index: usize| Some(GlyphBox::of(text, index, step, crop)?.rows.len());
    let mut capitals: Vec<usize> = word.clone().filter(is_capital).filter_map(height).collect();
    if capitals.len() < MIN_CAPITALS {
        return;
    }
    capitals.sort_unstable();
    // Initials of words in small capitals are taller than the others.
    let usual = capitals[(capitals.len() - 1) / 2] as f32;
    let tall: Vec<usize> = word
        .filter(is_low)
        .filter(|&index| height(index).is_some_and(|it| it as f32 >= TALL * usual))
        .collect();
    for index in tall {
        text[index].character.make_ascii_uppercase();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::glyph_box::drawn;

    /// What becomes of `text`, whose characters have these heights.
    fn read(text: &str, heights: &[usize]) -> String {
        let rings: Vec<(usize, bool)> = heights.iter().map(|&height| (height, false)).collect();
        let (mut text, crop) = drawn::rings(text, &rings);
        raise_capitals(&mut text, drawn::STEP, &crop);
        text.iter().map(|decoded| decoded.character).collect()
    }

    #[test]
    fn letters_as_tall_as_capitals_are_capitals() {
        assert_eq!(read("CRoSS", &[16; 5]), "CROSS");
        assert_eq!(read("coLONIaL", &[18, 14, 14, 14, 14, 14, 14, 14]), "COLONIAL");
    }

    #[test]
    fn small_letters_stay() {
        assert_eq!(read("NoSQL", &[16, 11, 16, 16, 16]), "NoSQL");
        assert_eq!(read("URLs", &[16, 16, 16, 12]), "URLs");
        assert_eq!(read("PaRtS", &[16; 5]), "PaRtS");
        assert_eq!(read("McDONALD", &[18, 11, 18, 14, 14, 14, 14, 14]), "McDONALD");
    }

    #[test]
    fn one_capital_says_nothing() {
        assert_eq!(read("So we", &[16, 16, 0, 16, 16]), "So we");
    }
}
