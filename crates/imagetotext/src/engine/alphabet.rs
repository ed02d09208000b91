//! The characters that a recogniser knows, and how the language model scores them.

use std::sync::Arc;

use zeroize::Zeroizing;

use super::language_model::{LanguageModel, Symbol, TextContext};

/// Tuned numbers of this stage; on the 90 generated pictures and checked on the public ones
/// (`models/training/LOG.md`, 2026-11-25 and 26).
struct Tuning {
    /// Weight of the language model beside the recogniser. Of the words of the generated pictures 94.2 % are
    /// found with 0.35, 94.4 with 0.5, 94.3 with 0.7, and 92.6 without.
    weight: f32,
    /// Lowest and highest log-ratio of the language model, before it is weighted.
    score_range: [f32; 2],
    /// Log-probability added to a letter within a word of another script. A factor of 400: letters that look
    /// the same differ by less for the recogniser, and others by more.
    foreign_letter_score: f32,
    /// The same for the first letter of a word in another script than that of the page, which may look the same there.
    unexpected_letter_score: f32,
    /// Share that punctuation, symbols and spaces have of that weight. Texts that are read have others
    /// than the texts that were counted: with 1, isolated signs get lost.
    symbol_share: f32,
    /// Digits, and what they are taken for where nothing is beside them.
    digit_look_alikes: [(char, &'static str); 2],
    /// Log-probability added to such a digit where nothing else is in the line: in cells of tables
    /// and forms `0` is more usual than `O`, and `1` than a bar.
    single_digit_score: f32,
}

const TUNING: Tuning = Tuning {
    weight: 0.5,
    score_range: [-5.0, 3.0],
    foreign_letter_score: -6.0,
    unexpected_letter_score: -4.0,
    symbol_share: 0.3,
    digit_look_alikes: [('0', "OoQD"), ('1', "lI|!][")],
    single_digit_score: 2.0,
};

/// Letters of several scripts that look the same.
const TWINS: [&str; 30] = [
    "AАΑ", "BВΒ", "CС", "EЕΕ", "HНΗ", "IІΙ", "JЈ", "KКΚ", "MМΜ", "NΝ", "OОΟ", "PРΡ", "SЅ", "TТΤ",
    "XХΧ", "YΥҮ", "ZΖ", "aа", "cс", "eе", "iі", "jј", "oоο", "pр", "sѕ", "xх", "vν", "ΠП", "ΓГ",
    "ΦФ",
];

/// Whether a letter of another script looks the same.
pub(super) fn has_twin(letter: char) -> bool {
    TWINS.iter().any(|twins| twins.contains(letter))
}

/// The letter that looks like another, and is of a script that `is_asked` knows.
pub(super) fn twin(letter: char, is_asked: impl Fn(char) -> bool) -> Option<char> {
    let twins = TWINS.iter().find(|twins| twins.contains(letter))?;
    twins.chars().find(|it| is_asked(*it))
}

/// Whether a letter is in the blocks of Unicode for Cyrillic and its supplement.
pub(super) fn is_cyrillic(letter: char) -> bool {
    matches!(letter, '\u{400}'..='\u{52f}')
}

/// The class of the recogniser that means no character: the blank of CTC.
pub(super) const BLANK: usize = 0;

/// The characters of the classes 1 and up.
#[derive(Debug, Clone)]
pub(super) struct Alphabet {
    characters: Arc<[char]>,
    language: Option<Language>,
    /// The script of the page, by its number in the language model.
    expected: Option<usize>,
}

/// The language model, and of each character its symbol there and its weight.
type Language = (Arc<LanguageModel>, Arc<[(Symbol, f32)]>);

impl Alphabet {
    /// Without a language model all characters are equally probable.
    pub(super) fn new(characters: &str, language: Option<Arc<LanguageModel>>) -> Self {
        let characters: Arc<[char]> = characters.chars().collect();
        let language = language.map(|model| {
            let of = |&character: &char| (model.symbol(character), weight(character));
            let symbols = characters.iter().map(of).collect();
            (model, symbols)
        });
        Self { characters, language, expected: None }
    }

    /// The same for a page whose letters are mostly of a script, by its number in the language model.
    pub(super) fn expecting(&self, script: usize) -> Self {
        Self { expected: Some(script), ..self.clone() }
    }

    pub(super) fn language_model(&self) -> Option<&LanguageModel> {
        self.language.as_ref().map(|(model, _)| &**model)
    }

    pub(super) fn len(&self) -> usize {
        self.characters.len()
    }

    /// Whether a character is among them.
    pub(super) fn knows(&self, character: char) -> bool {
        self.class(character).is_some()
    }

    /// The class of a character.
    pub(super) fn class(&self, character: char) -> Option<usize> {
        self.characters.iter().position(|&it| it == character).map(|index| index + 1)
    }

    pub(super) fn character(&self, class: usize) -> char {
        self.characters[class - 1]
    }

    /// The context of the first character of a line.
    pub(super) fn start_context(&self) -> TextContext {
        self.language.as_ref().map_or_else(TextContext::default, |(model, _)| model.start_context())
    }

    /// The context of the character that follows one of `class`, which is in `context`.
    pub(super) fn next_context(&self, context: &TextContext, class: usize) -> TextContext {
        self.language.as_ref().map_or_else(TextContext::default, |(model, symbols)| {
            model.next_context(context, symbols[class - 1].0)
        })
    }

    /// What the language model adds to the log-probability of a character of `class` in `context`.
    pub(super) fn language_score(&self, context: &TextContext, class: usize) -> f32 {
        let Some((model, symbols)) = &self.language else { return 0.0 };
        let (symbol, weight) = symbols[class - 1];
        // Digits do not depend on the characters before them.
        if weight == 0.0 {
            0.0
        } else {
            let ratio = model.log_ratio(context, symbol);
            if ratio == f32::NEG_INFINITY {
                return TUNING.foreign_letter_score;
            }
            let is_other = |expected| symbol.script().is_some_and(|it| it != expected);
            if context.begins_word()
                && self.expected.is_some_and(is_other)
                && has_twin(self.character(class))
            {
                return TUNING.unexpected_letter_score;
            }
            let [lowest, highest] = TUNING.score_range;
            weight * ratio.clamp(lowest, highest)
        }
    }

    /// What is added to the log-probability of a text that consists of one character of `class`.
    pub(super) fn single_digit_score(&self, class: usize) -> f32 {
        if self.look_alikes(class).next().is_some() { TUNING.single_digit_score } else { 0.0 }
    }

    /// `scores`, log-probabilities frame by frame, in which letters of the script of the page are as probable as those of
    /// others that look the same are together with them; `None` where no script is expected.
    pub(super) fn with_twins(&self, scores: &[f32]) -> Option<Zeroizing<Vec<f32>>> {
        let expected = self.expected?;
        let (model, _) = self.language.as_ref()?;
        let mut scores = Zeroizing::new(scores.to_vec());
        for twins in TWINS {
            let class = |it: char| Some((self.class(it)?, model.symbol(it).script()));
            let known: Vec<(usize, Option<usize>)> = twins.chars().filter_map(class).collect();
            let Some((own, _)) = known.iter().find(|(_, script)| *script == Some(expected)) else {
                continue;
            };
            for frame in scores.chunks_exact_mut(self.len() + 1) {
                frame[*own] = known.iter().map(|(class, _)| frame[*class].exp()).sum::<f32>().ln();
            }
        }
        Some(scores)
    }

    /// The classes that a digit of `class` is preferred to where it is alone.
    pub(super) fn look_alikes(&self, class: usize) -> impl Iterator<Item = usize> {
        let character = self.character(class);
        let entry = TUNING.digit_look_alikes.iter().find(|(digit, _)| *digit == character);
        let look_alikes = entry.filter(|_| self.language.is_some()).map_or("", |(_, like)| like);
        (1..=self.len()).filter(|&class| look_alikes.contains(self.character(class)))
    }
}

fn weight(character: char) -> f32 {
    match character {
        _ if character.is_alphabetic() => TUNING.weight,
        _ if character.is_numeric() => 0.0,
        _ => TUNING.weight * TUNING.symbol_share,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shipped() -> Alphabet {
        let characters = imagetotext_models::ALPHABET.trim_end_matches('\n');
        Alphabet::new(characters, LanguageModel::load(imagetotext_models::NGRAM).map(Arc::new))
    }

    fn score_after(alphabet: &Alphabet, before: &str, character: char) -> f32 {
        let class =
            |character| 1 + alphabet.characters.iter().position(|&c| c == character).unwrap();
        let before = before.chars().map(class);
        let context = before.fold(alphabet.start_context(), |context, class| {
            alphabet.next_context(&context, class)
        });
        alphabet.language_score(&context, class(character))
    }

    #[test]
    fn digits_are_never_corrected() {
        let alphabet = shipped();
        for digit in '0'..='9' {
            assert!(score_after(&alphabet, "TOTAL 12.", digit).abs() < f32::EPSILON);
        }
    }

    #[test]
    fn language_scores_are_bounded() {
        let alphabet = shipped();
        let context = alphabet.next_context(&alphabet.start_context(), 60);
        for class in 1..=alphabet.len() {
            let score = alphabet.language_score(&context, class);
            let [lowest, highest] = TUNING.score_range.map(|bound| TUNING.weight * bound);
            assert!(
                (lowest..=highest).contains(&score)
                    || score.total_cmp(&TUNING.foreign_letter_score).is_eq()
            );
        }
    }

    #[test]
    fn a_look_alike_of_another_script_loses_within_a_word() {
        let model = LanguageModel::load(imagetotext_models::NGRAM);
        let alphabet = Alphabet::new(" cooklо", model.map(Arc::new));
        let lowest = TUNING.weight * TUNING.score_range[0];
        assert!(score_after(&alphabet, "c", 'о') < lowest);
        assert!(score_after(&alphabet, "c", 'o') > 0.0);
    }

    #[test]
    fn a_word_begins_in_the_script_of_the_page() {
        let model = LanguageModel::load(imagetotext_models::NGRAM).unwrap();
        let cyrillic = model.symbol('н').script().unwrap();
        let alphabet = Alphabet::new(" OHОН", Some(Arc::new(model)));
        let page = alphabet.expecting(cyrillic);
        assert!(score_after(&page, "", 'O').total_cmp(&TUNING.unexpected_letter_score).is_eq());
        assert!(score_after(&page, "", 'О') > score_after(&page, "", 'O') + 1.0);
        assert!(score_after(&page, "O", 'H') > score_after(&page, "", 'O'));
        assert!(score_after(&alphabet, "", 'O') > TUNING.unexpected_letter_score);
    }

    #[test]
    fn a_letter_of_the_page_is_as_probable_as_all_that_look_like_it() {
        let model = LanguageModel::load(imagetotext_models::NGRAM).unwrap();
        let cyrillic = model.symbol('н').script().unwrap();
        let alphabet = Alphabet::new("HНn", Some(Arc::new(model)));
        let scores = [0.1_f32, 0.5, 0.25, 0.15].map(f32::ln);
        assert!(alphabet.with_twins(&scores).is_none());
        let scores = alphabet.expecting(cyrillic).with_twins(&scores).unwrap();
        let found: Vec<u32> = scores.iter().map(|it| (it.exp() * 100.0).round() as u32).collect();
        assert_eq!(found, [10, 50, 75, 15]);
    }

    #[test]
    fn without_a_language_model_all_characters_are_equal() {
        let alphabet = Alphabet::new(" abc", None);
        assert!(score_after(&alphabet, "ab", 'c').abs() < f32::EPSILON);
    }
}
