//! How sure a word is, from more than its weakest character: how sure the whole line is, how usual the
//! word's letters are in their order, and its form. Logistic regression; `models/training` fits it and has the same features.

use super::language_model::LanguageModel;
use crate::Line;

/// Weights of the features, for the log-odds that a word is wrong. Fitted on the tuning half of the public and
/// the real pictures (10 500 words of the built-in engine; `models/training/LOG.md`, 2026-11-27).
struct Tuning {
    bias: f32,
    /// The least sure character of the word, in log-odds, as are the next two.
    weakest: f32,
    /// The mean of the characters of the line.
    line_mean: f32,
    /// The character of the line than which a tenth is less sure.
    line_weak: f32,
    /// Log-ratio of the letters in their order: the mean,
    usual: f32,
    /// the lowest,
    least_usual: f32,
    /// and the sum.
    usual_sum: f32,
    /// A capital directly after a small letter.
    mixed_case: f32,
    /// One letter or digit alone.
    single: f32,
    /// Log-ratios beyond this, both ways, say no more.
    most_ratio: f32,
}

const TUNING: Tuning = Tuning {
    bias: 0.014,
    weakest: -0.393,
    line_mean: -0.332,
    line_weak: -0.132,
    usual: -0.376,
    least_usual: -0.120,
    usual_sum: -0.014,
    mixed_case: 1.214,
    single: 0.948,
    most_ratio: 4.0,
};

/// Characters before a word that its first letters are judged by.
const CONTEXT: usize = 4;

/// The lines, with the probability of each word that it is right. Without a language model, and where a text
/// came with the page, they stay as they are.
pub(super) fn with_word_confidence(
    mut lines: Vec<Line>,
    language: Option<&LanguageModel>,
) -> Vec<Line> {
    if let Some(language) = language {
        for line in &mut lines {
            rate(line, language);
        }
    }
    lines
}

fn rate(line: &mut Line, language: &LanguageModel) {
    let characters = line.words.iter().flat_map(|word| &word.characters);
    let mut characters: Vec<f32> = characters.copied().filter(|sure| sure.is_finite()).collect();
    // Characters that nobody read: of the text of a PDF, of leaders.
    if characters.iter().all(|&sure| sure >= 1.0) {
        return;
    }
    characters.sort_by(f32::total_cmp);
    let count = characters.len();
    let of_line = TUNING.bias
        + TUNING.line_mean * log_odds(characters.iter().sum::<f32>() / count as f32)
        + TUNING.line_weak * log_odds(characters[count / 10]);
    let mut before = String::new();
    for word in &mut line.words {
        let weakest = word.characters.iter().copied().fold(1.0, f32::min);
        if weakest < 1.0 {
            let ratios = ratios(language, &before, &word.text);
            let sum: f32 = ratios.iter().sum();
            let least = ratios.iter().copied().fold(TUNING.most_ratio, f32::min);
            let wrong = of_line
                + TUNING.weakest * log_odds(weakest)
                + TUNING.usual * sum / ratios.len() as f32
                + TUNING.least_usual * least
                + TUNING.usual_sum * sum
                + TUNING.mixed_case * f32::from(u8::from(has_mixed_case(&word.text)))
                + TUNING.single * f32::from(u8::from(is_single(&word.text)));
            word.confidence = 1.0 / (1.0 + wrong.exp());
        }
        let skipped = word.text.chars().count().saturating_sub(CONTEXT);
        before = format!("{} ", word.text.chars().skip(skipped).collect::<String>());
    }
}

/// Of each character of a word, and of the blank after it: what the language model says to it there.
fn ratios(language: &LanguageModel, before: &str, word: &str) -> Vec<f32> {
    let mut context = language.start_context();
    for character in before.chars() {
        context = language.next_context(&context, language.symbol(character));
    }
    let rated = word.chars().chain([' ']).map(|character| {
        let symbol = language.symbol(character);
        let ratio = if symbol.is_known() { language.log_ratio(&context, symbol) } else { 0.0 };
        context = language.next_context(&context, symbol);
        ratio.clamp(-TUNING.most_ratio, TUNING.most_ratio)
    });
    rated.collect()
}

fn has_mixed_case(word: &str) -> bool {
    let after = word.chars().skip(1);
    word.chars().zip(after).any(|(one, next)| one.is_lowercase() && next.is_uppercase())
}

fn is_single(word: &str) -> bool {
    word.chars().filter(|it| it.is_alphanumeric()).count() == 1
}

fn log_odds(probability: f32) -> f32 {
    let bounded = probability.clamp(1e-4, 1.0 - 1e-4);
    (bounded / (1.0 - bounded)).ln()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Quad, Word};

    fn rated(words: &[(&str, f32)]) -> Vec<f32> {
        let quad = Quad::upright(0.0, 0.0, 100.0, 20.0);
        let word =
            |(text, sure): &(&str, f32)| Word::new(*text, quad, vec![*sure; text.chars().count()]);
        let line = Line::new(quad, words.iter().map(word).collect());
        let language = LanguageModel::load(imagetotext_models::NGRAM);
        let lines = with_word_confidence(vec![line], language.as_ref());
        lines[0].words.iter().map(|word| word.confidence).collect()
    }

    #[test]
    fn a_usual_word_is_surer_than_an_unusual_one() {
        let words = rated(&[("Summary", 0.6), ("Swmmnry", 0.6)]);
        assert!(words[0] > words[1] + 0.2, "{words:?}");
    }

    #[test]
    fn in_a_sure_line_a_word_is_surer() {
        let sure = rated(&[("Total", 0.5), ("amount", 0.99), ("of", 0.99), ("invoices", 0.99)]);
        let unsure = rated(&[("Total", 0.5), ("amount", 0.5), ("of", 0.5), ("invoices", 0.5)]);
        assert!(sure[0] > unsure[0] + 0.1, "{sure:?} {unsure:?}");
    }

    #[test]
    fn a_word_that_was_read_with_certainty_is_right() {
        let words = rated(&[("Total", 0.9999), ("12.50", 0.9999)]);
        assert!(words.iter().all(|&sure| sure > 0.95), "{words:?}");
    }

    #[test]
    fn text_that_nobody_read_stays_as_it_is() {
        assert_eq!(rated(&[("xqzv", 1.0)]), [1.0]);
        assert_eq!(rated(&[("xqzv", 1.0), ("read", 0.9)])[..1], [1.0]);
    }

    #[test]
    fn without_a_language_model_nothing_changes() {
        let quad = Quad::upright(0.0, 0.0, 100.0, 20.0);
        let line = Line::new(quad, vec![Word::new("ab", quad, vec![0.3, 0.9])]);
        assert_eq!(with_word_confidence(vec![line.clone()], None), [line]);
    }

    #[test]
    fn probabilities_that_are_none_do_not_spread() {
        let words = rated(&[("a", f32::NAN), ("", 0.5), ("漢字", 0.5)]);
        assert!(words[1..].iter().all(|sure| (0.0..=1.0).contains(sure)), "{words:?}");
    }
}
