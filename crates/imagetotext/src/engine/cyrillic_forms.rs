//! Forms of documents in Cyrillic that look like digits and Latin letters: `ООО`, a company, before its name, `№` before a
//! number or over a column of numbers, the initials `О.` and `Б.` of a name, and abbreviations such as `г/л` and `р/с`.

use super::alphabet::{is_cyrillic, twin};
use crate::{Line, Word};

/// What `№` is read as where it is small.
const NUMERO: [&str; 4] = ["Ne", "Nе", "Nº", "N°"];

/// Width of a `№` read as `N`, in line heights, at least: an N is about 0.55 wide, and a `№` 0.9.
const WIDTH_OF_NUMERO: f32 = 0.75;

/// Initials, and what they are read as.
const INITIALS: [(&str, &[&str]); 2] = [("О.", &["0.", "O."]), ("Б.", &["5.", "6."])];

/// Abbreviations of invoices and of laboratories, which have too few letters to show their script.
const ABBREVIATIONS: [&str; 10] =
    ["г/л", "р/с", "к/с", "СОЭ", "КПП", "ОГРН", "ИНН", "БИК", "ул.", "тел."];

/// What their letters are read as, besides those that look the same.
const MISREAD: [(char, &str); 12] = [
    ('г', "rт"),
    ('л', "nп"),
    ('у', "y"),
    ('т', "mT"),
    ('к', "kκ"),
    ('Э', "3"),
    ('Г', "Гr"),
    ('П', "Пn"),
    ('И', "NUH"),
    ('Н', "Нh"),
    ('Б', "5"),
    ('О', "0"),
];

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
            } else if let Some(right) = abbreviation(text) {
                replace(&mut words[index], right);
            } else if is_year_or_town(before, text, next) {
                let right = text.replace('r', "г");
                replace(&mut words[index], &right);
            } else if let Some(right) = cyrillic_initial(before, text, next) {
                replace(&mut words[index], &right);
            } else if is_six(before, text, next) {
                let right = text.replace('б', "6");
                replace(&mut words[index], &right);
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

/// The abbreviation that a word with letters of another script, or figures, looks like.
fn abbreviation(text: &str) -> Option<&'static str> {
    let looks_like = |right: char, read: char| {
        let misread = MISREAD.iter().find(|(it, _)| *it == right);
        right == read
            || twin(right, |it| it == read).is_some()
            || misread.is_some_and(|(_, all)| all.contains(read))
    };
    if text.chars().all(|it| is_cyrillic(it) || !it.is_alphanumeric()) {
        return None;
    }
    ABBREVIATIONS.into_iter().find(|right| {
        right.chars().count() == text.chars().count()
            && right.chars().zip(text.chars()).all(|(right, read)| looks_like(right, read))
    })
}

/// `г.` after a year, and before the name of a town.
fn is_year_or_town(before: Option<&str>, text: &str, next: Option<&str>) -> bool {
    let is_year = |it: &str| it.len() == 4 && it.bytes().all(|it| it.is_ascii_digit());
    let is_town = |it: &str| {
        let mut letters = it.chars();
        letters.next().is_some_and(|it| is_cyrillic(it) && it.is_uppercase())
            && letters.next().is_some_and(char::is_lowercase)
    };
    matches!(text, "r." | "r.,") && before.is_some_and(is_year)
        || text == "r." && next.is_some_and(is_town)
}

/// A Latin initial beside a name or an initial of Cyrillic.
fn cyrillic_initial(before: Option<&str>, text: &str, next: Option<&str>) -> Option<String> {
    let letter = text.strip_suffix('.').and_then(|it| {
        let mut letters = it.chars();
        letters.next().filter(|_| letters.next().is_none())
    })?;
    let is_name = |it: &str| {
        let mut letters = it.chars();
        letters.next().is_some_and(|it| is_cyrillic(it) && it.is_uppercase())
            && (it.ends_with('.') || letters.next().is_some_and(char::is_lowercase))
    };
    if !letter.is_ascii_uppercase() || !before.is_some_and(is_name) && !next.is_some_and(is_name) {
        return None;
    }
    twin(letter, is_cyrillic).map(|it| format!("{it}."))
}

/// The number of an article, read as a letter: `Член б.`
fn is_six(before: Option<&str>, text: &str, next: Option<&str>) -> bool {
    let is_article = |it: &str| ["Член", "Чл.", "Статья", "Стаття", "Глава"].contains(&it);
    matches!(text, "б." | "б") && before.is_some_and(is_article) && next.is_none_or(|it| it != "и")
}

fn is_capital_with_dot(word: &str) -> bool {
    let mut characters = word.chars();
    characters.next().is_some_and(char::is_uppercase) && characters.as_str() == "."
}

fn begins_with_digit(word: &str) -> bool {
    word.starts_with(|it: char| it.is_ascii_digit())
}

fn replace(word: &mut Word, text: &str) {
    let mean = word.characters.iter().sum::<f32>() / word.characters.len().max(1) as f32;
    *word = Word::new(text, word.quad, vec![mean; text.chars().count()]);
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
    fn abbreviations_are_read() {
        assert_eq!(read("Гемоглобин 142 r/n"), "Гемоглобин 142 г/л");
        assert_eq!(read("p/c 40702 БИK 0445 KПП 77"), "р/с 40702 БИК 0445 КПП 77");
        assert_eq!(read("CO3"), "СОЭ");
        assert_eq!(read("r. Екатеринбург 2025 r."), "г. Екатеринбург 2025 г.");
        assert_eq!(read("до 2025 r., затем"), "до 2025 г., затем");
        assert_eq!(read("C. П. Королёв"), "С. П. Королёв");
        assert_eq!(read("Член б."), "Член 6.");
    }

    #[test]
    fn amounts_and_words_stay() {
        for text in [
            "1 000 «Ромашка»",
            "000 штук",
            "Ne pas ouvrir",
            "5. Іваненко",
            "N",
            "0. 5",
            "C. Smith",
            "12 r.",
            "т. Нина",
            "ул. Мира 5",
            "HTTP",
            "CO2",
        ] {
            assert_eq!(read(text), text);
        }
    }
}
