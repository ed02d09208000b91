//! Words on Cyrillic and Greek pages whose letters look like those of Latin: each word is in one script, codes such as `A4`
//! and `PC` are in Latin, and what may be either is what is more usual.

use super::alphabet::twin;
use super::language_model::LanguageModel;

/// The script of Latin, by its number in the language model.
const LATIN: usize = 0;

/// Letters of a code at most: of longer words in capitals the language model knows more.
const CODE: usize = 4;

/// The log-ratios of the language model, from lowest to highest, as where scripts are chosen.
const SCORE_RANGE: [f32; 2] = [-5.0, 3.0];

/// The script of the letters of a page, by its number in the language model.
#[derive(Clone, Copy)]
pub(super) struct PageScript<'a> {
    pub(super) script: usize,
    pub(super) model: &'a LanguageModel,
}

impl PageScript<'_> {
    pub(super) fn is_cyrillic(&self) -> bool {
        self.model.symbol('ж').script() == Some(self.script)
    }

    /// A word in one script, if its letters show which: `Тyт` with a Latin `y` is Cyrillic, for `т` is.
    pub(super) fn in_one_script(&self, word: &str) -> Option<String> {
        match [self.in_script(word, LATIN), self.in_script(word, self.script)] {
            [Some(text), None] | [None, Some(text)] => Some(text),
            _ => None,
        }
    }

    /// The same of a word that was read as Latin at first: what may be in either script is settled too.
    pub(super) fn settled(&self, word: &str) -> Option<String> {
        match [self.in_script(word, LATIN), self.in_script(word, self.script)] {
            [Some(latin), Some(other)] => {
                let score = |text: &str| self.model.text_score(text.chars(), SCORE_RANGE);
                Some(if is_code(&latin) || score(&latin) > score(&other) { latin } else { other })
            }
            [latin, other] => latin.or(other),
        }
    }

    /// A word with all of its letters in a script; `None` without letters, and where one is not to be had.
    fn in_script(&self, word: &str, script: usize) -> Option<String> {
        let script_of = |it: char| self.model.symbol(it).script();
        let letter = |it: char| {
            if it.is_alphabetic() && script_of(it) != Some(script) {
                twin(it, |twin| script_of(twin) == Some(script))
            } else {
                Some(it)
            }
        };
        word.contains(char::is_alphabetic).then(|| word.chars().map(letter).collect())?
    }
}

/// Whether a word is one letter, an abbreviation in capitals, or has digits.
fn is_code(word: &str) -> bool {
    let letters = || word.chars().filter(|it| it.is_alphabetic());
    let count = letters().count();
    count == 1
        || count <= CODE && letters().all(char::is_uppercase)
        || word.contains(char::is_numeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Compares what words become on a page in the script of a letter, where each was read as Latin at first or was not.
    fn check(letter: char, was_latin: bool, cases: &[(&str, Option<&str>)]) {
        let model = LanguageModel::load(imagetotext_models::NGRAM).unwrap();
        let page = PageScript { script: model.symbol(letter).script().unwrap(), model: &model };
        for (word, expected) in cases {
            let found = if was_latin { page.settled(word) } else { page.in_one_script(word) };
            assert_eq!(found.as_deref(), *expected, "{word}");
        }
    }

    #[test]
    fn a_word_is_in_one_script() {
        // The first letters are Latin, Greek, Cyrillic and Greek.
        let cases = [("Tут", Some("Тут")), ("Πт", Some("Пт")), ("СNY", Some("CNY")), ("ОН", None)];
        check('ж', false, &cases);
        check('λ', false, &[("ΗDMI", Some("HDMI")), ("λoγος", Some("λογος"))]);
    }

    #[test]
    fn codes_are_latin_and_words_what_is_more_usual() {
        let cases = [
            ("А4", Some("A4")),
            ("РС", Some("PC")),
            ("ХІХ", Some("XIX")),
            ("х", Some("x")),
            ("Cp", Some("Ср")),
            ("MOCKBA", Some("МОСКВА")),
            ("Арр", Some("App")),
            ("12", None),
        ];
        check('ж', true, &cases);
    }
}
