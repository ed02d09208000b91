//! Which of the readings of a line counts, each by the recogniser of another script.

use super::alphabet::Alphabet;
use super::plain_signs::{UNKNOWN, is_foreign};
use super::recogniser::ReadLine;

/// Tuned numbers of this stage; on drawn pages in all scripts.
struct Tuning {
    /// Weight of the log-likelihood of a reading, and of how usual its text is by the language model, both in the
    /// mean of a line height, beside the log-probability of its script.
    weights: [f32; 2],
    /// Lowest and highest log-ratio of the language model.
    score_range: [f32; 2],
    /// Mean log-ratio of the letters of a text from which it makes sense: rubbish is below 0, prose above 1.
    usual: f32,
    /// Of a word with a character that is less sure than the first, nothing is known; a line whose words of that script are
    /// all as sure as the second is right.
    sure: [f32; 2],
    /// Probability of its script, 0 to 1, from which a sure line counts before rubbish, and letters that it has at least.
    sure_script: f32,
    sure_letters: usize,
}

const TUNING: Tuning = Tuning {
    weights: [1.0, 0.5],
    score_range: [-5.0, 3.0],
    usual: 0.4,
    sure: [0.5, 0.9],
    sure_script: 0.1,
    sure_letters: 2,
};

/// The choice between readings.
pub(super) struct ReadingChoice<'a> {
    /// What the recogniser of Latin knows.
    pub(super) alphabet: &'a Alphabet,
}

impl ReadingChoice<'_> {
    /// Whether a character is a letter that the recogniser of Latin does not know.
    pub(super) fn is_beyond_latin(&self, character: char) -> bool {
        character.is_alphabetic() && !self.alphabet.knows(character)
    }

    /// Whether a text with blanks makes sense in its script, with no unknown letters.
    pub(super) fn is_usual(&self, text: impl Iterator<Item = char> + Clone) -> bool {
        let Some(model) = self.alphabet.language_model() else { return false };
        let letters = text.clone().filter(|it| it.is_alphabetic()).count();
        !text.clone().any(|it| it == UNKNOWN)
            && model.text_score(text, TUNING.score_range) >= TUNING.usual * letters as f32
    }

    /// How good a reading is, for comparison with others of the line, when its script has this probability.
    fn score(&self, line: &ReadLine, probability: f32) -> f32 {
        let text = line.reading.words.iter().flat_map(|it| it.word.text.chars().chain([' ']));
        let usual = self
            .alphabet
            .language_model()
            .map_or(0.0, |model| model.text_score(text, TUNING.score_range));
        let [likelihood, language] = TUNING.weights;
        let sum = likelihood * line.reading.log_likelihood + language * usual;
        probability.ln() + sum / line.reading.length_in_heights().max(1.0)
    }

    /// The position of the reading that counts, of one or more with the probabilities of their scripts: the best one, or a sure
    /// one of letters that Latin does not have, where the best is rubbish.
    pub(super) fn best(&self, readings: &[(ReadLine, f32)]) -> usize {
        let scores = readings.iter().map(|(line, probability)| self.score(line, *probability));
        let best = scores.enumerate().max_by(|(_, a), (_, b)| a.total_cmp(b));
        self.sure_or_best(readings, best.map_or(0, |(best, _)| best))
    }

    /// The position of the reading that counts: a sure one of letters that Latin does not have, instead of rubbish at
    /// `best`.
    fn sure_or_best(&self, readings: &[(ReadLine, f32)], best: usize) -> usize {
        let is_beyond = |it: &char| self.is_beyond_latin(*it);
        let is_sure = |(line, probability): &(ReadLine, f32)| {
            let ReadLine { reading, .. } = line;
            let mut words = reading.words.iter().map(|it| &it.word);
            *probability >= TUNING.sure_script
                && reading.characters().filter(is_beyond).count() >= TUNING.sure_letters
                && words.all(|it| {
                    it.confidence >= TUNING.sure[1] || !it.text.chars().any(|it| is_beyond(&it))
                })
        };
        let ReadLine { reading, .. } = &readings[best].0;
        let is_rubbish = reading.min_confidence() < TUNING.sure[0]
            || is_foreign(reading.characters())
            || reading.has_unknown_letters();
        readings.iter().position(is_sure).filter(|_| is_rubbish).unwrap_or(best)
    }
}
