//! Icons, check boxes and characters in circles, which are read as short words: `Q` of a magnifier, `✓` of a box, `(1` of a
//! step. A small network looks at the surroundings of each short word and says what it is.

use std::sync::LazyLock;

use super::grey_image::GreyImage;
use super::surroundings::surroundings;
use super::window_network::WindowNetwork;
use crate::{Line, Quad, Word};

/// Tuned numbers of this stage; on drawn pages with other icons and fonts than those of training, and by eye on pictures of
/// programs (`models/training/LOG.md`, 2026-11-28).
struct Tuning {
    /// Characters of a word that may be an icon, at most; of more than one some are signs.
    longest: usize,
    /// Distance to a neighbour, in heights of the line, from which a letter or digit within a line may be an icon.
    apart: f32,
    /// Probability, 0 to 1, from which a word is an icon: one of rare signs, of signs that people type, and with a letter
    /// or digit.
    icon: [f32; 3],
    /// The same of check boxes, radio buttons, and characters in circles.
    control: [f32; 3],
}

const TUNING: Tuning =
    Tuning { longest: 2, apart: 0.8, icon: [0.8, 0.98, 0.97], control: [0.8, 0.95, 0.98] };

/// The classes of the network, in the order of `icon_pages.py`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Text,
    Icon,
    /// A check box or a radio button, as the character that stands for it.
    Control(char),
    /// A character in a circle or a box.
    Circled,
}

const CLASSES: [Class; 8] = [
    Class::Text,
    Class::Icon,
    Class::Control('☐'),
    Class::Control('☑'),
    Class::Control('☒'),
    Class::Control('○'),
    Class::Control('◉'),
    Class::Circled,
];

/// The characters that the network knows beside those of ASCII, in the order of `train_icons.py`.
const OTHER_CHARACTERS: &str = "▼▲▶◀►◄✓✔✗✘×☐☑☒□■●○•·–—→←↑↓…©®§°«»≡★☆€£│√";

/// Signs beside those of ASCII that stand alone in texts.
const TYPED_SIGNS: &str = "€£¥–—•·×÷±°§";

/// Signs that belong to a number beside them.
const SIGNS_OF_NUMBERS: &str = "%‰°$€£¥#+-–−=<>×÷±/";

/// The visible characters of ASCII.
const ASCII: std::ops::RangeInclusive<char> = '!'..='~';

/// Values that say as what a word was read: how often each known character and how often another one is in it, and
/// whether it has two characters.
fn known(text: &str) -> Vec<f32> {
    let characters: Vec<char> = ASCII.chain(OTHER_CHARACTERS.chars()).collect();
    let mut known = vec![0.0; characters.len() + 2];
    for character in text.chars() {
        let place = characters.iter().position(|&it| it == character);
        known[place.unwrap_or(characters.len())] += 1.0;
    }
    known[characters.len() + 1] = f32::from(u8::from(text.chars().count() == TUNING.longest));
    known
}

/// The `lines` of a picture without icons; controls are the characters that stand for them.
pub(super) fn without_icons(mut lines: Vec<Line>, picture: GreyImage<'_>) -> Vec<Line> {
    static NETWORK: LazyLock<Option<WindowNetwork>> = LazyLock::new(|| {
        WindowNetwork::parse(imagetotext_models::ICONS, CLASSES.len(), known("").len())
    });
    let Some(network) = &*NETWORK else { return lines };
    for line in &mut lines {
        let candidates = candidates(line);
        let mut may_be_icon = candidates.iter();
        line.words.retain_mut(|word| {
            if may_be_icon.next() != Some(&true) {
                return true;
            }
            let class = network.class_of(surroundings(word.quad, picture), &known(&word.text));
            class.is_none_or(|(class, probability)| stays_as(word, CLASSES[class], probability))
        });
    }
    lines.retain(|line| !line.words.is_empty());
    lines
}

/// The windows of the words that may be icons, for the training of the network.
#[cfg(feature = "layout-training")]
pub(super) fn windows(lines: &[Line], picture: GreyImage<'_>) -> Vec<(Word, Vec<f32>)> {
    let of_line = |line: &Line| {
        let words = line.words.iter().zip(candidates(line)).filter(|(_, may_be)| *may_be);
        words
            .map(|(word, _)| (word.clone(), surroundings(word.quad, picture).to_vec()))
            .collect::<Vec<_>>()
    };
    lines.iter().flat_map(of_line).collect()
}

/// Corrects a word of a class; `false` where it is no text.
fn stays_as(word: &mut Word, class: Class, probability: f32) -> bool {
    let kind = kind(&word.text);
    match class {
        Class::Icon => probability < TUNING.icon[kind],
        Class::Control(character) if probability >= TUNING.control[kind] => {
            *word = Word::new(character, word.quad, vec![probability]);
            true
        }
        Class::Circled if probability >= TUNING.control[kind] => {
            keep_letters(word);
            true
        }
        _ => true,
    }
}

/// Whether a word has rare signs only (0), signs that people type (1), or letters or digits (2).
fn kind(text: &str) -> usize {
    let is_typed = |it: char| it.is_ascii() || TYPED_SIGNS.contains(it);
    match text {
        _ if text.chars().any(char::is_alphanumeric) => 2,
        _ if text.chars().any(is_typed) => 1,
        _ => 0,
    }
}

/// Leaves the letters and digits of a word, if it has any.
fn keep_letters(word: &mut Word) {
    let confidences = word.characters.iter();
    let kept: Vec<(char, f32)> = word
        .text
        .chars()
        .zip(confidences.copied())
        .filter(|(character, _)| character.is_alphanumeric())
        .collect();
    if !kept.is_empty() {
        let (text, characters): (String, Vec<f32>) = kept.into_iter().unzip();
        *word = Word::new(text, word.quad, characters);
    }
}

/// Which words of a line may be icons: signs, but for those of a number beside them, and single letters and digits that
/// stand apart.
fn candidates(line: &Line) -> Vec<bool> {
    let far = TUNING.apart * line.quad.height();
    let may_be_icon = |(index, word): (usize, &Word)| {
        let before = index.checked_sub(1).and_then(|it| line.words.get(it));
        let after = line.words.get(index + 1);
        let is_number = |it: &Word| it.text.chars().any(|it| it.is_ascii_digit());
        let is_of_number = |it: char| SIGNS_OF_NUMBERS.contains(it);
        if word.characters.len() > TUNING.longest {
            false
        } else if word.text.chars().all(is_of_number) {
            ![before, after].into_iter().flatten().any(is_number)
        } else if word.text.chars().any(|it| !it.is_alphanumeric()) {
            true
        } else {
            let is_apart = before.is_none_or(|it| gap(it.quad, word.quad) >= far)
                || after.is_none_or(|it| gap(word.quad, it.quad) >= far);
            word.characters.len() == 1 && is_apart
        }
    };
    line.words.iter().enumerate().map(may_be_icon).collect()
}

/// Distance between the end of one word and the start of the next.
fn gap(a: Quad, b: Quad) -> f32 {
    let ([ax, ay], [bx, by]) = (a.end(), b.start());
    (bx - ax).hypot(by - ay)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str, left: f32) -> Word {
        let length = text.chars().count();
        let quad = Quad::upright(left, 10.0, left + 10.0 * length as f32, 30.0);
        Word::new(text, quad, vec![0.9; length])
    }

    fn line(words: &[(&str, f32)]) -> Line {
        let words: Vec<Word> = words.iter().map(|(text, left)| word(text, *left)).collect();
        Line::new(Quad::upright(0.0, 10.0, 200.0, 30.0), words)
    }

    fn corrected(text: &str, class: Class, probability: f32) -> Option<String> {
        let mut word = word(text, 0.0);
        stays_as(&mut word, class, probability).then(|| word.text.clone())
    }

    #[test]
    fn the_shipped_network_fits() {
        assert!(
            WindowNetwork::parse(imagetotext_models::ICONS, CLASSES.len(), known("").len())
                .is_some()
        );
    }

    #[test]
    fn signs_and_what_stands_apart_may_be_icons() {
        let words = [("Q", 0.0), ("a", 15.0), ("->", 30.0), ("it", 55.0), ("b", 110.0)];
        assert_eq!(candidates(&line(&words)), [true, false, true, false, true]);
        assert_eq!(candidates(&line(&[("48", 0.0), ("%", 40.0)])), [false, false]);
        assert_eq!(candidates(&line(&[("Paste", 0.0), ("%", 80.0)])), [false, true]);
    }

    #[test]
    fn what_people_type_is_less_often_an_icon() {
        assert_eq!(corrected("▼", Class::Icon, 0.9), None);
        for text in ["%", "->", "€", "a", "1"] {
            assert_eq!(corrected(text, Class::Icon, 0.9).as_deref(), Some(text));
            assert_eq!(corrected(text, Class::Icon, 0.99), None, "{text}");
        }
        assert_eq!(corrected("✓", Class::Text, 1.0).as_deref(), Some("✓"));
    }

    #[test]
    fn controls_become_their_characters_and_circles_go() {
        assert_eq!(corrected("✓", Class::Control('☑'), 0.9).as_deref(), Some("☑"));
        assert_eq!(corrected("(2", Class::Circled, 0.99).as_deref(), Some("2"));
        assert_eq!(corrected("()", Class::Circled, 0.99).as_deref(), Some("()"));
    }

    #[test]
    fn characters_are_counted() {
        let values = known("((");
        assert!((values[usize::from(b'(' - b'!')] - 2.0).abs() < f32::EPSILON);
        assert!((values[values.len() - 1] - 1.0).abs() < f32::EPSILON);
        assert!((known("Ж")[values.len() - 2] - 1.0).abs() < f32::EPSILON);
    }
}
