//! Arabic, Hebrew and other scripts that are written from right to left: from the order of places to that of reading, by
//! the bidirectional algorithm of Unicode (UAX #9).
//!
//! The algorithm goes the other way, from the order of reading to that of places. Applied to the latter, it turns the
//! same runs back: who draws text leaves no more to go by.

#[cfg(feature = "pdf")]
mod lines;

#[cfg(feature = "pdf")]
pub(crate) use lines::in_reading_order;
use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};

/// The characters of a text that has some from right to left, in the order of their places from left to right.
pub(crate) fn in_visual_order(text: &str) -> Vec<char> {
    let characters: Vec<char> = text.chars().filter(|it| !it.is_control()).collect();
    if !has_right_to_left(text) {
        return characters;
    }
    reordered(&characters, true).into_iter().map(|index| characters[index]).collect()
}

/// Whether a text has letters that are written from right to left.
pub(crate) fn has_right_to_left(text: &str) -> bool {
    text.chars().any(|it| direction(it) == Some(true))
}

/// The order of places of characters that are in the order of reading, or the other way round.
fn reordered(characters: &[char], is_right_to_left: bool) -> Vec<usize> {
    let level = if is_right_to_left { Level::rtl() } else { Level::ltr() };
    let text: String = characters.iter().collect();
    let info = BidiInfo::new(&text, Some(level));
    // There is a level for each byte.
    let levels: Vec<Level> = text.char_indices().map(|(byte, _)| info.levels[byte]).collect();
    BidiInfo::reorder_visual(&levels)
}

/// Whether a letter is written from right to left; `None` for what has no direction of its own.
fn direction(character: char) -> Option<bool> {
    match bidi_class(character) {
        BidiClass::R | BidiClass::AL => Some(true),
        BidiClass::L => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_from_right_to_left_are_in_the_order_of_their_places() {
        let visual = |word: &str| in_visual_order(word).iter().collect::<String>();
        assert_eq!(visual("abc"), "abc");
        assert_eq!(visual("שלום"), "םולש");
        assert_eq!(visual("א12.5"), "12.5א");
        assert_eq!(visual("ל-Office"), "Office-ל");
    }
}
