//! Signs as people type them, instead of as they are printed.
//!
//! The long s of old print becomes `s`, raised note numbers become digits, litres an `l` ([`super::litres`]), and pictures
//! between words are left out. Exponents and indices stay: `m²`, `10⁵`, `H₂O`.

use super::litres::read_litres;
use crate::Line;

/// What the recogniser writes for a character that it does not know, such as an emoji or an icon.
pub(super) const UNKNOWN: char = '□';

/// Longest word in letters that a raised number makes a power of: units and variables, `km²`, `x²`.
const LONGEST_BASE: usize = 2;

/// Lines are in a script that is not known, from one unknown character in so many.
const FOREIGN_EVERY: usize = 5;

/// Replaces signs in the words of `lines`, and removes words of which nothing and lines of which little is known.
pub(super) fn plain(lines: Vec<Line>) -> Vec<Line> {
    let lines = lines.into_iter().filter_map(|mut line| {
        line.words.retain(|word| word.text.chars().any(|character| character != UNKNOWN));
        for word in &mut line.words {
            word.replace_text(plain_word(&word.text));
        }
        let characters = || line.words.iter().flat_map(|word| word.text.chars());
        (!line.words.is_empty() && !is_foreign(characters())).then_some(line)
    });
    lines.collect()
}

/// Whether some of the characters of a word are known and others are not.
pub(super) fn has_unknown(word: &str) -> bool {
    word.contains(UNKNOWN) && word.chars().any(|it| it != UNKNOWN)
}

/// Whether so many characters between known ones are unknown that the others must be wrong as well; one may be an icon.
pub(super) fn is_foreign(characters: impl Iterator<Item = char> + Clone) -> bool {
    let unknown = characters.clone().filter(|&it| it == UNKNOWN).count();
    unknown > 1 && FOREIGN_EVERY * unknown >= characters.count()
}

/// One word. It keeps its number of characters.
fn plain_word(word: &str) -> String {
    let characters: Vec<char> = word.chars().collect();
    let mut plain: Vec<char> =
        characters.iter().map(|&it| if it == 'ſ' { 's' } else { it }).collect();
    let mut start = 0;
    while let Some(offset) = characters[start..].iter().position(|&it| digit(it).is_some()) {
        let begin = start + offset;
        let run = characters[begin..].iter().take_while(|&&it| digit(it).is_some()).count();
        let end = begin + run;
        if !is_power(&characters[..begin], characters.get(end).copied()) {
            for (to, &from) in plain[begin..end].iter_mut().zip(&characters[begin..end]) {
                *to = digit(from).unwrap_or(from);
            }
        }
        start = end;
    }
    read_litres(&mut plain);
    plain.into_iter().collect()
}

/// Whether a raised number between `before` and `after` is an exponent and not the number of a note.
fn is_power(before: &[char], after: Option<char>) -> bool {
    // One digit raised and its neighbour not: the second is read wrongly, or it is a year and a note.
    if after.is_some_and(|after| after.is_ascii_digit()) {
        return false;
    }
    match before.last() {
        None => false,
        Some('⁻' | '⁺') => true,
        Some(last) if last.is_ascii_digit() => {
            before.iter().all(|&it| it.is_ascii_digit() || matches!(it, '.' | ',' | '×' | '·'))
        }
        Some(last) if last.is_alphabetic() => {
            let letters = before.iter().rev().take_while(|it| it.is_alphabetic()).count();
            letters <= LONGEST_BASE
        }
        Some(last) => *last == ')',
    }
}

/// The digit that a raised one stands for.
pub(super) fn digit(raised: char) -> Option<char> {
    let digits = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let value = digits.iter().position(|&it| it == raised)?;
    char::from_digit(u32::try_from(value).ok()?, 10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::fixtures::typed;

    #[test]
    fn long_s_and_note_numbers_are_typed_plainly() {
        for (printed, typed) in [
            ("Waſſer", "Wasser"),
            ("study¹²", "study12"),
            ("Huang,¹", "Huang,1"),
            ("¹Shanghai", "1Shanghai"),
            ("controversial.5⁷", "controversial.57"),
        ] {
            assert_eq!(plain_word(printed), typed, "{printed}");
        }
    }

    #[test]
    fn exponents_and_indices_stay() {
        for kept in ["5m²", "km²", "x²", "10⁵", "6.02×10²³", "H₂O", "mL⁻¹", "(a+b)²", "m²,"]
        {
            assert_eq!(plain_word(kept), kept);
        }
    }

    #[test]
    fn words_are_partly_unknown() {
        assert!(has_unknown("Jo□o"));
        assert!(!has_unknown("□□") && !has_unknown("Jo"));
    }

    #[test]
    fn pictures_between_words_are_left_out() {
        let unread = typed("##□□. 4§EN□R", 0.0, 60.0);
        let lines = plain(vec![typed("□ Save b□g", 0.0, 0.0), typed("□□", 0.0, 30.0), unread]);
        let texts: Vec<String> = lines.iter().map(Line::text).collect();
        assert_eq!(texts, ["Save b□g"]);
    }
}
