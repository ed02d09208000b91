//! Forms of documents in Cyrillic that look like digits and Latin letters: `ООО`, a company, before its name, `№` before a
//! number or over a column of numbers, and the initials `О.` and `Б.` of a name.

use crate::{Line, Word};

/// What `№` is read as where it is small.
const NUMERO: [&str; 4] = ["Ne", "Nе", "Nº", "N°"];

/// Width of a `№` read as `N`, in line heights, at least: an N is about 0.55 wide, and a `№` 0.9.
const WIDTH_OF_NUMERO: f32 = 0.75;

/// Initials, and what they are read as.
const INITIALS: [(&str, &[&str]); 2] = [("О.", &["0.", "O."]), ("Б.", &["5.", "6."])];

/// Reads them so in the `lines` of a Cyrillic page.
pub(super) fn read_cyrillic_forms(lines: &mut [Line]) {
    for words in lines.iter_mut().map(|line| &mut line.words) {
        for index in 0..words.len() {
            let next = words.get(index + 1).map(|it| it.text.as_str());
            let before = index.checked_sub(1).map(|it| words[it].text.as_str());
            let text = words[index].text.as_str();
            if is_company(before, text, next) {
                replace(&mut words[index], "ООО");
            } else if is_numero(&words[index]) && next.is_none_or(begins_with_digit) {
                replace(&mut words[index], "№");
            } else if let Some(initial) = initial(before, text, next) {
                replace(&mut words[index], initial);
            }
        }
    }
}

fn is_company(before: Option<&str>, text: &str, next: Option<&str>) -> bool {
    let is_round = |it: char| matches!(it, '0' | 'О' | 'O');
    let is_name = |it: &str| it.starts_with(['«', '"', '“', '„']);
    text.chars().count() == 3
        && text.chars().all(is_round)
        && next.is_some_and(is_name)
        && !before.is_some_and(|it| it.ends_with(|it: char| it.is_ascii_digit()))
}

fn is_numero(word: &Word) -> bool {
    let text = word.text.as_str();
    let [width, _] = word.quad.seen(word.quad.start(), word.quad.end());
    NUMERO.contains(&text) || text == "N" && width > WIDTH_OF_NUMERO * word.quad.height()
}

/// The initial that a word is before another one and a name, or after one and before a name; numbers of lists stand alone.
fn initial(before: Option<&str>, text: &str, next: Option<&str>) -> Option<&'static str> {
    let (initial, _) = INITIALS.into_iter().find(|(_, read)| read.contains(&text))?;
    let is_initial =
        |it: &str| is_capital_with_dot(it) || INITIALS.iter().any(|(_, read)| read.contains(&it));
    let is_name = |it: &str| it.chars().filter(|it| it.is_alphabetic()).count() > 2;
    let is_first = initial == "О." && next.is_some_and(|it| is_initial(it) || is_name(it));
    let is_second = before.is_some_and(is_capital_with_dot) && next.is_some_and(is_name);
    (is_first || is_second).then_some(initial)
}

fn is_capital_with_dot(word: &str) -> bool {
    let mut characters = word.chars();
    characters.next().is_some_and(char::is_uppercase) && characters.as_str() == "."
}

fn begins_with_digit(word: &str) -> bool {
    word.starts_with(|it: char| it.is_ascii_digit())
}

fn replace(word: &mut Word, text: &str) {
    *word = Word::new(text, word.quad, vec![word.confidence; text.chars().count()]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::fixtures::typed;

    fn read(text: &str) -> String {
        let mut lines = [typed(text, 0.0, 0.0)];
        read_cyrillic_forms(&mut lines);
        lines[0].text()
    }

    #[test]
    fn companies_and_numbers_are_read() {
        assert_eq!(read("Поставщик: О00 «Ромашка»"), "Поставщик: ООО «Ромашка»");
        assert_eq!(read("Счёт Ne 1087 от 12.03.2025"), "Счёт № 1087 от 12.03.2025");
        assert_eq!(read("Ne"), "№");
        assert_eq!(read("Підпис: 0. 5. Іваненко"), "Підпис: О. Б. Іваненко");
        assert_eq!(read("O. Петров"), "О. Петров");
    }

    #[test]
    fn amounts_and_words_stay() {
        for text in ["1 000 «Ромашка»", "000 штук", "Ne pas ouvrir", "5. Іваненко", "N", "0. 5"]
        {
            assert_eq!(read(text), text);
        }
    }
}
