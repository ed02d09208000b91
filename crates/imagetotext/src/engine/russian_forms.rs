//! Two forms of Russian documents that look like digits and Latin letters: `ООО`, a company, before its name, and `№` before
//! a number.

use crate::{Line, Word};

/// What `№` is read as where it is small.
const NUMERO: [&str; 4] = ["Ne", "Nе", "Nº", "N°"];

/// Reads them so in the `lines` of a Cyrillic page.
pub(super) fn read_russian_forms(lines: &mut [Line]) {
    for words in lines.iter_mut().map(|line| &mut line.words) {
        for index in 0..words.len() {
            let next = words.get(index + 1).map(|it| it.text.as_str());
            let before = index.checked_sub(1).map(|it| words[it].text.as_str());
            let text = words[index].text.as_str();
            if is_company(before, text, next) {
                replace(&mut words[index], "ООО");
            } else if NUMERO.contains(&text) && next.is_none_or(begins_with_digit) {
                replace(&mut words[index], "№");
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
        read_russian_forms(&mut lines);
        lines[0].text()
    }

    #[test]
    fn companies_and_numbers_are_read() {
        assert_eq!(read("Поставщик: О00 «Ромашка»"), "Поставщик: ООО «Ромашка»");
        assert_eq!(read("Счёт Ne 1087 от 12.03.2025"), "Счёт № 1087 от 12.03.2025");
        assert_eq!(read("Ne"), "№");
    }

    #[test]
    fn amounts_and_words_stay() {
        for text in ["1 000 «Ромашка»", "000 штук", "Ne pas ouvrir"] {
            assert_eq!(read(text), text);
        }
    }
}
