//! How usual a character is after those before it, in texts of several scripts.
//!
//! Each script has an n-gram model of its own, so that a Russian line is judged as Russian and not as a rare
//! kind of text. The models know signs and spaces in common, and each letter is known by one.

use super::ngram::{Context, NgramModel, UNKNOWN};

/// Scripts at most; we ship three.
const MOST_SCRIPTS: usize = 4;

/// Greek letters that stand after Latin ones, as in `kΩ` and `CΔ`, and look like none of them.
const GREEK_SIGNS: &str = "ΓΔΘΛΞΠΣΦΨΩ";

/// The n-gram models, one for each script.
#[derive(Debug)]
pub(crate) struct LanguageModel {
    scripts: Vec<NgramModel>,
}

/// What the models call a character.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Symbol {
    numbers: [u8; MOST_SCRIPTS],
    /// The script that a letter belongs to; `None` for signs, digits, spaces and letters that no model knows.
    script: Option<usize>,
    kind: Kind,
}

impl Symbol {
    /// The script that a letter belongs to, by its number; `None` for what is no letter of a model.
    pub(crate) fn script(self) -> Option<usize> {
        self.script
    }

    /// Whether one of the models has counted it.
    pub(crate) fn is_known(self) -> bool {
        self.numbers.iter().any(|&number| number != UNKNOWN)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Anything but a letter.
    Sign,
    Letter,
    GreekLetter,
    /// One of [`GREEK_SIGNS`].
    GreekSign,
}

/// What is before a character.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct TextContext {
    contexts: [Context; MOST_SCRIPTS],
    /// The script of the last letter.
    script: Option<u8>,
    before: Before,
}

/// Letters directly before a character.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Before {
    #[default]
    NoLetter,
    /// A single Greek letter, as in `Δt`: letters of another script may follow.
    GreekLetter,
    Word,
}

impl TextContext {
    /// Whether a letter would be the first one of a word.
    pub(crate) fn begins_word(&self) -> bool {
        self.before == Before::NoLetter
    }
}

impl LanguageModel {
    /// Parses a file of models, one after the other; `None` when `bytes` are something else.
    pub(crate) fn load(mut bytes: &[u8]) -> Option<Self> {
        let mut scripts = Vec::new();
        while !bytes.is_empty() || scripts.is_empty() {
            scripts.push(NgramModel::parse(&mut bytes)?);
            if scripts.len() > MOST_SCRIPTS {
                return None;
            }
        }
        Some(Self { scripts })
    }

    /// What the models call `character`.
    pub(crate) fn symbol(&self, character: char) -> Symbol {
        let mut numbers = [UNKNOWN; MOST_SCRIPTS];
        for (number, model) in numbers.iter_mut().zip(&self.scripts) {
            *number = model.symbol(character);
        }
        let script = numbers.iter().position(|&number| number != UNKNOWN);
        let kind = match character {
            _ if !character.is_alphabetic() => Kind::Sign,
            _ if GREEK_SIGNS.contains(character) => Kind::GreekSign,
            '\u{370}'..='\u{3ff}' => Kind::GreekLetter,
            _ => Kind::Letter,
        };
        Symbol { numbers, script: script.filter(|_| kind != Kind::Sign), kind }
    }

    /// The context of the first character of a line.
    pub(crate) fn start_context(&self) -> TextContext {
        let mut start = TextContext::default();
        for (context, model) in start.contexts.iter_mut().zip(&self.scripts) {
            *context = model.start_context();
        }
        start
    }

    /// The context of the character after `symbol`, which is in `context`.
    pub(crate) fn next_context(&self, context: &TextContext, symbol: Symbol) -> TextContext {
        let mut next = TextContext {
            contexts: [Context::default(); MOST_SCRIPTS],
            script: symbol.script.map(|script| script as u8).or(context.script),
            before: match symbol.kind {
                Kind::Sign => Before::NoLetter,
                Kind::GreekLetter | Kind::GreekSign if context.before == Before::NoLetter => {
                    Before::GreekLetter
                }
                _ => Before::Word,
            },
        };
        for (script, model) in self.scripts.iter().enumerate() {
            next.contexts[script] =
                model.next_context(&context.contexts[script], symbol.numbers[script]);
        }
        next
    }

    /// How usual a text is: the sum of [`Self::log_ratio`] over its letters, each within `bounds`; a letter within a
    /// word of another script counts as the lower one. Letters that no model knows count nothing.
    pub(crate) fn text_score(&self, text: impl Iterator<Item = char>, bounds: [f32; 2]) -> f32 {
        let mut context = self.start_context();
        let mut sum = 0.0;
        for character in text {
            let symbol = self.symbol(character);
            if symbol.script.is_some() {
                sum += self.log_ratio(&context, symbol).clamp(bounds[0], bounds[1]);
            }
            context = self.next_context(&context, symbol);
        }
        sum
    }

    /// Logarithm of the ratio between the probability of `symbol` in `context` and anywhere in its script.
    /// Minus infinity for a letter within a word of another script.
    pub(crate) fn log_ratio(&self, context: &TextContext, symbol: Symbol) -> f32 {
        let current = context.script.map(usize::from);
        // Signs before the first letter are judged by the first model.
        let script = symbol.script.or(current).unwrap_or(0);
        let foreign =
            current.is_some_and(|current| current != script) && context.before == Before::Word;
        if foreign && symbol.kind != Kind::GreekSign {
            return f32::NEG_INFINITY;
        }
        self.scripts[script].log_ratio(&context.contexts[script], symbol.numbers[script])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shipped() -> LanguageModel {
        LanguageModel::load(imagetotext_models::NGRAM).unwrap()
    }

    fn log_ratio(model: &LanguageModel, before: &str, character: char) -> f32 {
        let context = before.chars().fold(model.start_context(), |context, character| {
            model.next_context(&context, model.symbol(character))
        });
        model.log_ratio(&context, model.symbol(character))
    }

    #[test]
    fn each_script_is_judged_by_its_own_texts() {
        let model = shipped();
        assert!(log_ratio(&model, "TOTA", 'L') > 1.0);
        assert!(log_ratio(&model, "TOTA", 'I') < -1.0);
        assert!(log_ratio(&model, "программ", 'а') > 0.5);
        assert!(log_ratio(&model, "программ", 'щ') < -1.0);
        assert!(log_ratio(&model, "και το", 'υ') > 0.5);
        assert!(log_ratio(&model, "không th", 'ể') > 1.0);
    }

    #[test]
    fn a_letter_of_another_script_is_never_expected_within_a_word() {
        let model = shipped();
        for (before, letter) in
            [("c", 'о'), ("привe", 'т'), ("сло", 'b'), ("xq", 'х'), ("log", 'ο'), ("λόγ", 'o')]
        {
            let found = log_ratio(&model, before, letter);
            assert!(found < -1000.0, "{letter} after “{before}”: {found}");
        }
    }

    #[test]
    fn scripts_may_follow_each_other_by_word() {
        let model = shipped();
        for (before, letter) in
            [("файл ", 'P'), ("PDF-", 'ф'), ("5 k", 'Ω'), ("Δ", 't'), ("α = ", 'x'), ("µ", 'm')]
        {
            assert!(log_ratio(&model, before, letter).is_finite(), "{letter} after “{before}”");
        }
    }

    #[test]
    fn a_text_is_more_usual_than_its_look_alikes() {
        let model = shipped();
        let score = |text: &str| model.text_score(text.chars(), [-5.0, 3.0]);
        assert!(score("систем и дистрибутивов") > score("cMCTeM w pwcrpa6yTwBoB") + 20.0);
        assert!(score("một tệp văn bản ngắn") > score("môt têp văn bàn ngăn") + 3.0);
        assert!(score("網路").abs() < f32::EPSILON);
    }

    #[test]
    fn a_file_of_one_model_is_read_as_well() {
        let mut rest = imagetotext_models::NGRAM;
        NgramModel::parse(&mut rest).unwrap();
        let first = &imagetotext_models::NGRAM[..imagetotext_models::NGRAM.len() - rest.len()];
        let model = LanguageModel::load(first).unwrap();
        assert!(log_ratio(&model, "TOTA", 'L') > 1.0);
        assert!(log_ratio(&model, "п", 'р').is_finite());
    }

    #[test]
    fn files_that_are_no_models_are_refused() {
        let bytes = imagetotext_models::NGRAM;
        for end in [0, 10, 300, 10_000, bytes.len() - 1] {
            assert!(LanguageModel::load(&bytes[..end]).is_none(), "{end}");
        }
        assert!(LanguageModel::load(&[bytes, b"x"].concat()).is_none());
        assert!(LanguageModel::load(&[b'\n'; 9]).is_none());
        let mut rest = bytes;
        NgramModel::parse(&mut rest).unwrap();
        let first = &bytes[..bytes.len() - rest.len()];
        assert!(LanguageModel::load(&first.repeat(MOST_SCRIPTS + 1)).is_none());
    }
}
