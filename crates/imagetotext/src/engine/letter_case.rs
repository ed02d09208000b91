//! Small letters as tall as the capitals of their word: capitals, such as the `o` in `CRoSS`. The recogniser sees a letter
//! in a window too narrow to compare it with others, and words in small capitals look like both.

use std::ops::Range;

use super::alphabet::is_cyrillic;
use super::crop::Crop;
use super::ctc::{DecodedChar, words};
use super::glyph_box::GlyphBox;

/// Height of a small letter from which it is a capital, in heights of the capitals of its word. Small letters have up to
/// 0.8 of it, capitals at least 0.95; both lose or gain a row of about 20 where they are blurred.
const TALL: f32 = 0.9;

/// Capitals of a word that its small letters are compared with, at least: one may be larger than the others.
const MIN_CAPITALS: usize = 2;

/// Letters that reach neither above the others nor below the line, of Latin, and those of Cyrillic that look like capitals.
const LOW: &str = "acemnorsuvwxz";
const LOW_CYRILLIC: &str = "вгжзиклмнопстхчшъыьэюя";

/// Capitals of Cyrillic with a tail or a mark: no measure.
const UNEVEN: &str = "ДЦЩЙЁЇҐЌЎ";

/// Capitals of a line of Cyrillic, as a share of its letters, from which its small letters are compared with them.
const MIN_SHARE: f32 = 0.4;

/// Makes small letters that are as tall as capitals of their word, or their line, capitals; frames of `text` are `step`
/// columns wide.
pub(super) fn raise_capitals(text: &mut [DecodedChar], step: f32, crop: &Crop) {
    raise_cyrillic(text, step, crop);
    for word in words(text) {
        raise_in_word(text, word, step, crop);
    }
}

/// Small letters of Cyrillic are lower, but have the same shapes: in a line that is mostly in capitals, words whose letters
/// are all as tall as the tallest capital are in capitals.
fn raise_cyrillic(text: &mut [DecodedChar], step: f32, crop: &Crop) {
    let letters = || text.iter().filter(|it| is_cyrillic(it.character));
    let capitals = letters().filter(|it| it.character.is_uppercase()).count();
    if capitals < MIN_CAPITALS
        || capitals == letters().count()
        || (capitals as f32) < MIN_SHARE * letters().count() as f32
    {
        return;
    }
    let height = |text: &[DecodedChar], index: usize| {
        Some(GlyphBox::of(text, index, step, crop)?.rows.len() as f32)
    };
    let is_capital = |index: &usize| {
        let it = text[*index].character;
        is_cyrillic(it) && it.is_uppercase() && !UNEVEN.contains(it)
    };
    let heights = (0..text.len()).filter(is_capital).filter_map(|index| height(text, index));
    let tallest = heights.fold(0.0, f32::max);
    for word in words(text) {
        let is_low = |index: &usize| LOW_CYRILLIC.contains(text[*index].character);
        let measured: Vec<f32> =
            word.clone().filter(is_low).filter_map(|index| height(text, index)).collect();
        if !measured.is_empty() && measured.iter().all(|it| *it >= TALL * tallest) {
            for it in text[word].iter_mut().filter(|it| is_cyrillic(it.character)) {
                it.character = upper(it.character);
            }
        }
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

fn upper(letter: char) -> char {
    letter.to_uppercase().next().unwrap_or(letter)
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
    fn cyrillic_words_are_in_capitals_if_all_their_letters_are_tall() {
        assert_eq!(read("ЖИЛ нЕЖил", &[16, 16, 16, 0, 16, 16, 16, 16, 16]), "ЖИЛ НЕЖИЛ");
        assert_eq!(read("поМЕщЕнИЯ", &[16, 16, 16, 16, 20, 16, 16, 16, 16]), "ПОМЕЩЕНИЯ");
        assert_eq!(read("РосНИИ", &[16, 11, 11, 16, 16, 16]), "РосНИИ");
        assert_eq!(read("МГУшный", &[16, 16, 16, 11, 11, 11, 13]), "МГУшный");
        assert_eq!(read("ЯзыК", &[16, 11, 11, 11]), "ЯзыК");
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
