//! Upright strokes: in many faces the capital I, the small L, the bar and the one look the same, and the recogniser
//! hardly prefers one. The words around tell which it is: `World War I`, `Charles II`, `the API`.

use std::ops::Range;

use super::{DecodedChar, words};

/// Tuned numbers of this stage, probabilities of the recogniser that a stroke is a capital I. Where a face has different
/// glyphs for them, it is below a thousandth.
struct Tuning {
    /// Of a small L that is alone.
    lone: f32,
    /// Of a bar or an exclamation mark that is alone: many faces have others.
    lone_sign: f32,
    /// Of a stroke in a Roman number or between capitals.
    among_capitals: f32,
}

const TUNING: Tuning = Tuning { lone: 0.05, lone_sign: 0.2, among_capitals: 0.01 };

/// What may look like a capital I.
const STROKES: &str = "Il|1!";

/// What is counted in Roman numbers, in small letters, in the languages of the interface.
const COUNTED: [&str; 22] = [
    "type", "typ", "typu", "tipo", "phase", "fase", "faza", "stage", "stade", "stadium", "grade",
    "grad", "grado", "class", "classe", "klasse", "part", "volume", "war", "titre", "tome",
    "title",
];

/// Longest Roman number of strokes alone.
const LONGEST: usize = 3;

/// Makes the strokes of `text` that must be capitals a capital I; `probability` is that of a character at the place
/// of one that was read.
pub(super) fn settle_strokes(
    text: &mut [DecodedChar],
    probability: impl Fn(&DecodedChar, char) -> f32,
) {
    let words = words(text);
    let mut before = Before::Nothing;
    for (number, word) in words.iter().enumerate() {
        let next = words.get(number + 1).and_then(|next| text.get(next.start));
        let goes_on = next.is_some_and(|next| next.character.is_lowercase());
        let Some(core) = core(&text[word.clone()]) else {
            before = Before::Nothing;
            continue;
        };
        let after = After {
            goes_on,
            has_full_stop: matches!(&text[word.start + core.end..word.end], [it] if it.character == '.'),
        };
        let is_bare = core.end == word.len();
        let core = &mut text[word.start + core.start..word.start + core.end];
        if let Some(least) = least_probability(core, before, after) {
            let strokes = || core.iter().filter(|it| is_stroke(it.character));
            if strokes().all(|it| probability(it, 'I') >= least) {
                for it in core.iter_mut().filter(|it| is_stroke(it.character)) {
                    let sum: f32 = STROKES.chars().map(|like| probability(it, like)).sum();
                    *it = DecodedChar { character: 'I', confidence: sum.min(1.0), ..it.clone() };
                }
            }
        }
        before = Before::of(core, is_bare);
    }
}

/// Where a word is within the signs around it; an exclamation mark alone may be a word.
fn core(word: &[DecodedChar]) -> Option<Range<usize>> {
    let is_text = |it: &DecodedChar| it.character.is_alphanumeric() || it.character == '|';
    let is_lone = |it: &DecodedChar| it.character == '!';
    let is_core = |it: &DecodedChar| {
        if word.iter().any(is_text) { is_text(it) } else { is_lone(it) }
    };
    let start = word.iter().position(is_core)?;
    Some(start..word.iter().rposition(is_core)? + 1)
}

/// What the word before is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    Nothing,
    Number,
    /// A word with a capital, and nothing between.
    Name,
    /// What is counted in Roman numbers, and nothing between: `type II`.
    Counted,
    Word,
}

/// What follows a word.
#[derive(Clone, Copy)]
struct After {
    /// The sentence goes on in small letters.
    goes_on: bool,
    /// A full stop is directly after it.
    has_full_stop: bool,
}

impl Before {
    fn of(core: &[DecodedChar], is_bare: bool) -> Self {
        match core {
            [.., last] if last.character.is_numeric() => Self::Number,
            [first, second, ..]
                if is_bare && first.character.is_uppercase() && second.character.is_lowercase() =>
            {
                Self::Name
            }
            core if is_bare && is_counted(core) => Self::Counted,
            _ => Self::Word,
        }
    }
}

fn is_counted(core: &[DecodedChar]) -> bool {
    COUNTED.iter().any(|it| it.chars().eq(core.iter().map(|it| it.character)))
}

/// The probability of a capital I that all strokes of a word need to be one; `None` where they are none.
fn least_probability(core: &[DecodedChar], before: Before, after: After) -> Option<f32> {
    let all = |is: fn(char) -> bool| core.iter().all(|it| is(it.character));
    let capitals = core.iter().filter(|it| it.character.is_uppercase() && it.character != 'I');
    let capitals = capitals.count();
    match core {
        // Nothing tells what it is, but for a sentence that goes on.
        [_] if before == Before::Nothing && !after.goes_on => None,
        [one] => match one.character {
            // Litres.
            'l' if before != Before::Number => Some(TUNING.lone),
            '!' | '|' => Some(TUNING.lone_sign),
            _ => None,
        },
        _ if !core.iter().any(|it| matches!(it.character, 'l' | '|')) => None,
        // The Italian article `Il` begins sentences and titles, and French writes of God as `Il`.
        [first, ..] if all(is_stroke) => {
            let is_number = matches!(before, Before::Name | Before::Counted)
                || before == Before::Nothing && first.character == 'I' && after.has_full_stop;
            (is_number && core.len() <= LONGEST).then_some(TUNING.among_capitals)
        }
        [first, ..] if all(|it| is_stroke(it) || matches!(it, 'V' | 'X')) => {
            (first.character != '|').then_some(TUNING.among_capitals)
        }
        [first, ..] if all(|it| is_stroke(it) || it.is_uppercase()) => (capitals >= 2
            || capitals == 1 && first.character == 'l')
            .then_some(TUNING.among_capitals),
        _ => None,
    }
}

fn is_stroke(character: char) -> bool {
    STROKES.contains(character)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::ctc::decoded;

    /// What becomes of a text whose strokes are capitals with this probability.
    fn settled(text: &str, probability: f32) -> String {
        let mut text = decoded(text, 0.5);
        settle_strokes(&mut text, |it, like| if like == it.character { 0.5 } else { probability });
        text.iter().map(|it| it.character).collect()
    }

    #[test]
    fn a_stroke_alone_is_a_capital() {
        for (read, right) in [
            ("Part l of it", "Part I of it"),
            ("Appendix l.", "Appendix I."),
            ("“! know,” said", "“I know,” said"),
            ("and | was", "and I was"),
        ] {
            assert_eq!(settled(read, 0.3), right);
        }
    }

    #[test]
    fn roman_numbers_and_abbreviations_are_capitals() {
        for (read, right) in [
            ("Charles Il. See", "Charles II. See"),
            ("Chapter Ill, Table lV", "Chapter III, Table IV"),
            ("an APl, the GUl", "an API, the GUI"),
            ("lD and lT", "ID and IT"),
            ("Il. Methods", "II. Methods"),
            ("IlI. Results", "III. Results"),
            ("a type Il error", "a type II error"),
        ] {
            assert_eq!(settled(read, 0.3), right);
        }
    }

    #[test]
    fn what_may_be_a_small_letter_or_a_number_stays() {
        for text in [
            "5 l",
            "l",
            "COMUNITÀ Il",
            "Windows 11",
            "Il gatto",
            "la rivista Il Mulino",
            "car Il est bon",
            "scrisse Il",
            "was ill",
            "Al said",
            "hello all",
            "Bonjour !",
        ] {
            assert_eq!(settled(text, 0.1), text);
        }
        for text in ["Part l of it", "lD", "Charles Il"] {
            assert_eq!(settled(text, 0.001), text, "the face has different glyphs");
        }
    }
}
