//! A second opinion on words in doubt: the recogniser of all alphabets reads them too, and of two readings the one
//! counts that both recognisers and the language model together find more probable.
//!
//! Two networks that were trained apart seldom make the same error, and the second knows signs that the first does
//! not: currencies, units, raised and lowered figures.

use std::ops::Range;

use super::crop::{NORMAL_MARGINS, TIGHT_MARGINS};
use super::language_model::LanguageModel;
use super::line_crops::LineCrops;
use super::line_reading::{LineReading, WordReading, text_of};
use super::recognise::MAX_LENGTH;
use super::recogniser::{LineParts, Recogniser, Seen};
use crate::Error;

/// Tuned numbers of this stage, on 90 drawn pictures (`models/training/LOG.md`, 2026-11-27). Evidence is a difference
/// of log-probabilities, of the other reading to the first.
struct Tuning {
    /// Confidence that its least sure character has at least.
    sure: f32,
    /// Weight of the evidence of the first recogniser, of the other one and of the language model.
    weights: [f32; 3],
    /// Highest evidence of the first recogniser, so that it can be outvoted: it is far too sure of signs that it saw
    /// rarely.
    first: f32,
    /// Highest evidence of the language model.
    language: f32,
    /// Evidence from which the other reading counts.
    least: f32,
    /// Evidence, without the first recogniser, from which a sign counts that only the other one knows.
    least_of_sign: f32,
    /// The same of a Greek letter; icons look like some.
    least_of_greek: f32,
}

const TUNING: Tuning = Tuning {
    sure: 0.3,
    weights: [0.7, 0.3, 0.4],
    first: 2.0,
    language: 5.0,
    least: 0.75,
    least_of_sign: 2.5,
    least_of_greek: 7.0,
};

/// The log-ratios of the language model, from lowest to highest, as where scripts are chosen.
const SCORE_RANGE: [f32; 2] = [-5.0, 3.0];

/// Whether some words are so much in doubt that the other recogniser should read them.
pub(super) fn is_needed(reading: &LineReading) -> bool {
    reading.has_sure_words() && reading.is_doubtful()
}

/// The `reading` of the first of two recognisers with its words in doubt corrected, where the other one reads them
/// better.
pub(super) fn correct(
    reading: LineReading,
    recognisers: [&Recogniser; 2],
    line: &LineCrops<'_>,
) -> Result<LineReading, Error> {
    let [first, other] = recognisers;
    let opinions = Opinions {
        first: first.parts(line, NORMAL_MARGINS),
        other: [NORMAL_MARGINS, TIGHT_MARGINS].map(|it| other.parts(line, it)),
        language: first.alphabet.language_model(),
    };
    let better = |index: usize| {
        let is_doubtful = reading.words[index].is_doubtful();
        if is_doubtful { opinions.better_word(&reading, index) } else { Ok(None) }
    };
    let better = (0..reading.words.len()).map(better).collect::<Result<_, _>>()?;
    Ok(reading.corrected(better))
}

/// What the other recogniser makes of a word.
enum Opinion {
    /// A better reading.
    Better(LineReading),
    /// The same, or no better reading.
    NoBetter,
    /// It reads other words beside it, so it may be a part of them.
    OtherWords,
}

/// What two recognisers, the other one at two heights, and the language model say of a line.
struct Opinions<'a> {
    first: LineParts<'a>,
    other: [LineParts<'a>; 2],
    language: Option<&'a LanguageModel>,
}

impl Opinions<'_> {
    /// What the other recogniser reads in place of a word, if that is better.
    fn better_word(
        &self,
        reading: &LineReading,
        index: usize,
    ) -> Result<Option<LineReading>, Error> {
        // Its neighbours tell what a word may be, and whether both recognisers look at the same words.
        let is_sure = |index: &usize| reading.words.get(*index).is_some_and(|it| !it.is_doubtful());
        let before = index.checked_sub(1).filter(is_sure).map_or(0, |_| 1);
        let after = Some(index + 1).filter(is_sure).map_or(0, |_| 1);
        let mut opinion = Opinion::OtherWords;
        if before + after > 0 {
            opinion = self.opinion(reading, index - before..index + after + 1, index)?;
        }
        if matches!(opinion, Opinion::OtherWords) {
            opinion = self.opinion(reading, index..index + 1, index)?;
        }
        Ok(if let Opinion::Better(reading) = opinion { Some(reading) } else { None })
    }

    /// Whether what the other recogniser reads in place of the word `index`, when it reads all `words`, is better.
    fn opinion(
        &self,
        reading: &LineReading,
        words: Range<usize>,
        index: usize,
    ) -> Result<Opinion, Error> {
        let columns =
            reading.words[words.start].columns.start..reading.words[words.end - 1].columns.end;
        if columns.is_empty() || columns.len() > MAX_LENGTH * reading.rows {
            return Ok(Opinion::NoBetter);
        }
        let share = |column: usize| column as f32 / reading.width.max(1) as f32;
        let part = share(columns.start)..share(columns.end);
        let seen = self.other[0].look(part.clone())?;
        let mut second = seen.read();
        let new = second.text();
        let is_same = |ours: &WordReading, theirs: Option<&WordReading>| {
            theirs.is_some_and(|theirs| theirs.word.text == ours.word.text)
        };
        let (before, after) =
            (&reading.words[words.start..index], &reading.words[index + 1..words.end]);
        if second.words.len() <= before.len() + after.len()
            || before.iter().any(|word| !is_same(word, second.words.first()))
            || after.iter().any(|word| !is_same(word, second.words.last()))
        {
            return Ok(Opinion::OtherWords);
        }
        second.words.truncate(second.words.len() - after.len());
        second.words.drain(..before.len());
        let old = text_of(&reading.words[words]);
        if *new == *old || second.min_confidence() < TUNING.sure {
            return Ok(Opinion::NoBetter);
        }
        let seen = [seen, self.other[1].look(part.clone())?];
        // What it reads at one height alone is chance.
        let is_better =
            seen[1].read().text() == new && self.is_better(&seen, part, [&old, &new])?;
        Ok(if is_better { Opinion::Better(second.within(columns)) } else { Opinion::NoBetter })
    }

    /// Whether a part of the line, which the other recogniser has `seen` at two heights, shows the second of two texts
    /// rather than the first.
    fn is_better(
        &self,
        seen: &[Seen<'_>; 2],
        part: Range<f32>,
        texts: [&str; 2],
    ) -> Result<bool, Error> {
        // The other alphabet has all characters of the first.
        let [Some(one), Some(two)] = seen.each_ref().map(|seen| seen.evidence(texts)) else {
            return Ok(false);
        };
        let other = f32::midpoint(one, two);
        let usual = self.language.map_or(0.0, |model| {
            let score = |text: &str| model.text_score(language_of(text), SCORE_RANGE);
            let [old, new] = texts.map(score);
            (new - old).clamp(-TUNING.language, TUNING.language)
        });
        let Some(first) = self.first.look(part)?.evidence(texts) else {
            let least = least_evidence(texts[1], |it| self.first.knows(it));
            return Ok(least.is_some_and(|least| other + TUNING.weights[2] * usual > least));
        };
        let evidence = [first.clamp(-TUNING.first, TUNING.first), other, usual];
        let sum: f32 = TUNING.weights.iter().zip(evidence).map(|(weight, it)| weight * it).sum();
        Ok(sum > TUNING.least)
    }
}

/// The characters of the words of a `text`, with blanks between, that are in a language: keys and serial numbers, which
/// mix digits with capitals, are in none.
fn language_of(text: &str) -> impl Iterator<Item = char> {
    let is_key = |word: &&str| {
        word.contains(|it: char| it.is_ascii_digit()) && word.contains(char::is_uppercase)
    };
    text.split(' ').filter(move |word| !is_key(word)).flat_map(|word| word.chars().chain([' ']))
}

/// The evidence that the characters of a `text` need that the first recogniser does not know; `None` where no evidence
/// is enough.
fn least_evidence(text: &str, is_known: impl Fn(char) -> bool) -> Option<f32> {
    let mut least = TUNING.least;
    let mut greek = 0;
    for character in text.chars().filter(|&it| !is_known(it)) {
        let needed = match character {
            // The long s; raised and lowered figures; currencies; letterlike signs, fractions, arrows; primes.
            'ſ' | '\u{2070}'..='\u{20CF}' | '\u{2100}'..='\u{21FF}' | '′' | '″' => {
                TUNING.least_of_sign
            }
            // In formulas; words of it are another stage's.
            'Α'..='ω' => {
                greek += 1;
                TUNING.least_of_greek
            }
            // Letters of other scripts look like Latin ones, box drawing like parts of pictures.
            _ => return None,
        };
        least = needed.max(least);
    }
    (greek <= 1).then_some(least)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn least(text: &str) -> Option<f32> {
        least_evidence(text, |it| it.is_ascii())
    }

    #[test]
    fn signs_need_more_evidence_than_known_characters_and_greek_letters_most() {
        assert_eq!(least("100"), Some(TUNING.least));
        for sign in ["₡500,", "CO₂", "№", "⅓", "5′", "firſt"] {
            assert_eq!(least(sign), Some(TUNING.least_of_sign), "{sign}");
        }
        assert_eq!(least("kΩ,"), Some(TUNING.least_of_greek));
        assert_eq!(least("x₁Ω"), Some(TUNING.least_of_greek));
    }

    #[test]
    fn keys_are_in_no_language() {
        let text: String = language_of("am 3. Mai: A7K-0O9, 5 km").collect();
        assert_eq!(text, "am 3. Mai: 5 km ");
    }

    #[test]
    fn words_of_other_scripts_and_parts_of_pictures_are_not_believed() {
        for text in ["γου", "Το", "Не", "▄", "├", "│▌●"] {
            assert_eq!(least(text), None, "{text}");
        }
    }
}
