//! A second opinion on words in doubt: the recogniser of all alphabets reads them too, and of two readings the one
//! counts that both recognisers and the language model together find more probable.
//!
//! Two networks that were trained apart seldom make the same error, and the second knows signs that the first does
//! not: currencies, units, raised and lowered figures.

use std::ops::Range;

use super::crop::{NORMAL_MARGINS, TIGHT_MARGINS};
use super::grey_image::GreyImage;
use super::language_model::LanguageModel;
use super::line_reading::{LineReading, WordReading};
use super::recogniser::{LineParts, Recogniser};
use super::regions::Region;
use crate::Error;

/// Tuned numbers of this stage, on 90 drawn pictures (`models/training/LOG.md`, 2026-11-27). Evidence is a difference
/// of log-probabilities, of the other reading to the first.
struct Tuning {
    /// Confidence, 0 to 1: a word with a less sure character is read by the other recogniser.
    doubtful: f32,
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
    doubtful: 0.95,
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
    reading.words.iter().any(is_doubtful)
}

/// The `reading` of the first of two recognisers with its words in doubt corrected, where the other one reads them
/// better.
pub(super) fn correct(
    reading: LineReading,
    recognisers: [&Recogniser; 2],
    picture: GreyImage<'_>,
    region: &Region,
) -> Result<LineReading, Error> {
    let opinions = recognisers.map(|recogniser| {
        [NORMAL_MARGINS, TIGHT_MARGINS].map(|margins| recogniser.parts(picture, region, margins))
    });
    let language = recognisers[0].alphabet.language_model();
    reading.corrected(|word, part| {
        if !is_doubtful(word) {
            return Ok(None);
        }
        better_reading(&word.word.text, part, &opinions, language)
    })
}

fn is_doubtful(word: &WordReading) -> bool {
    word.word.confidence < TUNING.doubtful
}

/// What the other recogniser reads in a `part` of the line, if that is better than `text`.
fn better_reading(
    text: &str,
    part: Range<f32>,
    [first, other]: &[[LineParts<'_>; 2]; 2],
    language: Option<&LanguageModel>,
) -> Result<Option<LineReading>, Error> {
    let second = other[0].read(part.clone())?;
    let new = second.text();
    if new.is_empty() || *new == *text || second.min_confidence() < TUNING.sure {
        return Ok(None);
    }
    // What it reads at one height alone is chance.
    if other[1].read(part.clone())?.text() != new {
        return Ok(None);
    }
    let evidence = |opinion: &[LineParts<'_>; 2]| -> Result<Option<f32>, Error> {
        let mut sum = 0.0;
        for parts in opinion {
            let [old, new] = parts.log_probabilities(part.clone(), [text, &new])?;
            let (Some(old), Some(new)) = (old, new) else { return Ok(None) };
            sum += new - old;
        }
        Ok(Some(sum / opinion.len() as f32))
    };
    let usual = language.map_or(0.0, |model| {
        let [old, new] = [text, &new].map(|text| model.text_score(text.chars(), SCORE_RANGE));
        (new - old).clamp(-TUNING.language, TUNING.language)
    });
    // The other alphabet has all characters of the first.
    let Some(other) = evidence(other)? else { return Ok(None) };
    let is_better = match evidence(first)? {
        Some(first) => {
            let first = first.clamp(-TUNING.first, TUNING.first);
            let evidence = [first, other, usual];
            let sum: f32 =
                TUNING.weights.iter().zip(evidence).map(|(weight, it)| weight * it).sum();
            sum > TUNING.least
        }
        None => {
            let least = least_evidence(&new, |it| first[0].knows(it));
            least.is_some_and(|least| other + TUNING.weights[2] * usual > least)
        }
    };
    Ok(is_better.then_some(second))
}

/// The evidence that the characters of a `text` need that the first recogniser does not know; `None` where no evidence
/// is enough.
fn least_evidence(text: &str, is_known: impl Fn(char) -> bool) -> Option<f32> {
    let mut least = TUNING.least;
    let mut greek = 0;
    for character in text.chars().filter(|&it| !is_known(it)) {
        let needed = match character {
            // The long s; raised and lowered figures; currencies; letterlike signs, fractions; primes.
            'ſ' | '\u{2070}'..='\u{20CF}' | '\u{2100}'..='\u{215E}' | '′' | '″' => {
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
