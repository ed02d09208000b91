//! Icons, check boxes and characters in circles, which are read as short words: `Q` of a magnifier, `✓` of a box, `(1` of a
//! step. A small network looks at the surroundings of each short word and says what it is.

use std::sync::LazyLock;

use super::confidence_filter::gap;
use super::grey_image::GreyImage;
use super::script::is_cjk_letter;
use super::surroundings::surroundings;
use super::window_network::WindowNetwork;
use crate::{Line, Word};

/// Tuned numbers of this stage; on drawn pages with other icons and fonts than those of training, and by eye on pictures of
/// programs (`models/training/LOG.md`, 2026-11-28).
struct Tuning {
    /// Characters of a word that may be an icon, at most; of more than one some are signs.
    longest: usize,
    /// Share of the letters of a page that are in a script from which its letters are no icons; the network knows letters of
    /// Latin.
    common: f32,
    /// Distance to a neighbour, in heights of the line, from which a letter or digit within a line may be an icon.
    apart: f32,
    rare_signs: Least,
    typed_signs: Least,
    letters: Least,
}

/// Probabilities, 0 to 1, from which a word that was read so is something else.
struct Least {
    icon: f32,
    /// Of a check box, a radio button, or a character in a circle.
    control: f32,
}

const TUNING: Tuning = Tuning {
    longest: 2,
    common: 0.4,
    apart: 0.8,
    rare_signs: Least { icon: 0.8, control: 0.8 },
    typed_signs: Least { icon: 0.95, control: 0.95 },
    letters: Least { icon: 0.96, control: 0.98 },
};

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
    let characters = || ASCII.chain(OTHER_CHARACTERS.chars());
    let count = |it: char| text.matches(it).count();
    let mut known: Vec<f32> = characters().map(|it| count(it) as f32).collect();
    let length = text.chars().count();
    known.push(length as f32 - known.iter().sum::<f32>());
    known.push(f32::from(u8::from(length == TUNING.longest)));
    known
}

/// The `lines` of a picture without icons; controls are the characters that stand for them.
pub(super) fn without_icons(mut lines: Vec<Line>, picture: GreyImage<'_>) -> Vec<Line> {
    static NETWORK: LazyLock<Option<WindowNetwork>> = LazyLock::new(|| {
        WindowNetwork::parse(imagetotext_models::ICONS, CLASSES.len(), known("").len())
    });
    let Some(network) = &*NETWORK else { return lines };
    let common = common_script(&lines);
    for line in &mut lines {
        let candidates = candidates(line, common);
        let words = std::mem::take(&mut line.words).into_iter().zip(candidates);
        let seen = |(word, may_be_icon): (Word, bool)| {
            if !may_be_icon {
                return Some(word);
            }
            match network.class_of(surroundings(word.quad, picture), &known(&word.text)) {
                Some((class, probability)) => as_class(word, CLASSES[class], probability),
                None => Some(word),
            }
        };
        line.words = words.filter_map(seen).collect();
    }
    lines.retain(|line| !line.words.is_empty());
    lines
}

/// The windows of the words that may be icons, for the training of the network.
#[cfg(feature = "layout-training")]
pub(super) fn windows(lines: &[Line], picture: GreyImage<'_>) -> Vec<(Word, Vec<f32>)> {
    let of_line = |line: &Line| {
        let words = line.words.iter().zip(candidates(line, None)).filter(|(_, may_be)| *may_be);
        words
            .map(|(word, _)| (word.clone(), surroundings(word.quad, picture).to_vec()))
            .collect::<Vec<_>>()
    };
    lines.iter().flat_map(of_line).collect()
}

/// A word that the network takes for a class, as text; `None` for an icon.
fn as_class(word: Word, class: Class, probability: f32) -> Option<Word> {
    let least = least_probabilities(&word.text);
    match class {
        Class::Icon => (probability < least.icon).then_some(word),
        Class::Control(character) if probability >= least.control => {
            Some(Word::new(character, word.quad, vec![probability]))
        }
        Class::Circled if probability >= least.control => Some(letters_of(word)),
        _ => Some(word),
    }
}

fn least_probabilities(text: &str) -> &'static Least {
    let is_typed = |it: char| it.is_ascii() || TYPED_SIGNS.contains(it);
    if text.chars().any(char::is_alphanumeric) {
        &TUNING.letters
    } else if text.chars().any(is_typed) {
        &TUNING.typed_signs
    } else {
        &TUNING.rare_signs
    }
}

/// The letters and digits of a word; all of it if it has none.
fn letters_of(word: Word) -> Word {
    let characters = word.text.chars().zip(word.characters.iter().copied());
    let (text, confidences): (String, Vec<f32>) =
        characters.filter(|(character, _)| character.is_alphanumeric()).unzip();
    if text.is_empty() { word } else { Word::new(text, word.quad, confidences) }
}

/// A script that the network does not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum OtherScript {
    Cjk,
    Alphabet,
}

impl OtherScript {
    fn of(character: char) -> Option<Self> {
        match character {
            _ if is_cjk_letter(character) => Some(Self::Cjk),
            // Greek and Cyrillic; the sign is written beside the latter.
            '\u{370}'..='\u{52f}' | '№' => Some(Self::Alphabet),
            _ => None,
        }
    }
}

/// The script in which much of the text is, if it is one of these.
fn common_script(lines: &[Line]) -> Option<OtherScript> {
    let characters = lines.iter().flat_map(|line| &line.words).flat_map(|word| word.text.chars());
    let scripts: Vec<_> = characters.filter(|it| it.is_alphabetic()).map(OtherScript::of).collect();
    let count = |script| scripts.iter().filter(|it| **it == Some(script)).count();
    let common = [OtherScript::Cjk, OtherScript::Alphabet].into_iter().max_by_key(|it| count(*it));
    common.filter(|&it| count(it) as f32 > TUNING.common * scripts.len() as f32)
}

/// Which words of a line may be icons: signs, but for those of a number beside them, and single letters and digits that
/// stand apart, but for letters of the script that is `common` on the page.
fn candidates(line: &Line, common: Option<OtherScript>) -> Vec<bool> {
    let far = TUNING.apart * line.quad.height();
    let may_be_icon = |(index, word): (usize, &Word)| {
        let before = index.checked_sub(1).and_then(|it| line.words.get(it));
        let after = line.words.get(index + 1);
        let is_number = |it: &Word| it.text.chars().any(|it| it.is_ascii_digit());
        let is_of_number = |it: char| SIGNS_OF_NUMBERS.contains(it);
        let is_common =
            common.is_some() && word.text.chars().all(|it| OtherScript::of(it) == common);
        if word.characters.len() > TUNING.longest || is_common || is_limit(&word.text) {
            false
        } else if word.text.chars().all(is_of_number) {
            ![before, after].into_iter().flatten().any(is_number)
        } else if word.text.chars().any(|it| !it.is_alphanumeric()) {
            true
        } else {
            let is_apart = before.is_none_or(|it| gap(it, word) >= far)
                || after.is_none_or(|it| gap(word, it) >= far);
            word.characters.len() == 1 && is_apart
        }
    };
    line.words.iter().enumerate().map(may_be_icon).collect()
}

/// Whether a word is a digit with a sign of comparison before it, as laboratories write: `<5`.
fn is_limit(word: &str) -> bool {
    let number = word.strip_prefix(['<', '>', '≤', '≥']).unwrap_or_default();
    !number.is_empty() && number.chars().all(|it| it.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Quad;

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
        as_class(word(text, 0.0), class, probability).map(|word| word.text.clone())
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
        assert_eq!(candidates(&line(&words), None), [true, false, true, false, true]);
        assert_eq!(candidates(&line(&[("48", 0.0), ("%", 40.0)]), None), [false, false]);
        assert_eq!(candidates(&line(&[("Paste", 0.0), ("%", 80.0)]), None), [false, true]);
        assert_eq!(candidates(&line(&[("<5", 0.0)]), None), [false]);
    }

    #[test]
    fn letters_of_the_script_of_the_page_are_no_icons() {
        let page = [line(&[("日", 0.0)]), line(&[("月", 0.0)]), line(&[("a", 0.0)])];
        let common = common_script(&page);
        assert_eq!(page.map(|it| candidates(&it, common)[0]), [false, false, true]);
        assert_eq!(common_script(&[line(&[("Back", 0.0), ("日", 90.0)])]), None);
        let page = [line(&[("№", 0.0)]), line(&[("Шаг", 0.0)])];
        let common = common_script(&page);
        assert_eq!(common, Some(OtherScript::Alphabet));
        assert_eq!(candidates(&page[0], common), [false]);
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
