//! How much sense lines make that were read in one direction, and which of two directions makes more.

use crate::engine::script::is_cjk_letter;
use crate::{Line, Word};

/// Tuned numbers of this comparison; on the public pictures as they are and rotated by 90, 180 and 270 degrees
/// (`models/training/LOG.md`, 2026-11-24 and 25), those of vertical lines on drawn pages (2026-11-29). Confidences are 0 to 1.
struct Tuning {
    /// Confidence and number of characters with which a direction needs no comparison. Screenshots have
    /// 0.98 and more upright, and 0.82 and less upside down or on their side; receipts upside down reach
    /// 0.9, for digits and capitals resemble others.
    sure_confidence: f32,
    sure_characters: usize,
    /// Confidence below which a direction is chance.
    min_confidence: f32,
    /// What runs along the lines is ahead of its opposite by this confidence, even in poor print; of two
    /// directions across the lines neither is.
    clear_lead: f32,
    /// Confidence by which another direction must be ahead where it shows `sure_characters`.
    lead: f32,
    /// The same where it shows fewer: "OK" upside down is a word as well.
    lead_few_characters: f32,
    /// A direction that shows so many times fewer characters than another is not that of the text.
    fewer_characters: usize,
    /// Han characters, kana and Hangul of a vertical line at least: columns of a table have fewer.
    vertical_characters: usize,
    /// Confidence of vertical lines at least; of drawn pages it is 0.85 and more.
    vertical_confidence: f32,
    /// Lines with fewer characters are chance.
    min_characters: usize,
    /// Confidence below which lines are no text in any direction: ruling lines, shadows, stamps.
    min_line_confidence: f32,
}

const TUNING: Tuning = Tuning {
    sure_confidence: 0.95,
    sure_characters: 16,
    min_confidence: 0.78,
    clear_lead: 0.12,
    lead: 0.06,
    lead_few_characters: 0.15,
    fewer_characters: 3,
    vertical_characters: 5,
    vertical_confidence: 0.7,
    min_characters: 3,
    min_line_confidence: 0.5,
};

/// How much sense a sample of lines makes in one direction.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Legibility {
    /// Characters of the lines that are longer than chance makes them.
    pub(super) characters: usize,
    /// Median confidence of these lines: a single ruling line or picture counts little.
    pub(super) confidence: f32,
    /// The same of all lines; letters on their side are sure letters all too often.
    confidence_of_all: f32,
}

impl Legibility {
    /// Of lines that were read.
    pub(super) fn of(lines: &[Line]) -> Self {
        let lines = lines.iter().map(|line| {
            let characters = || line.words.iter().flat_map(letters_and_digits);
            (characters().count(), characters().sum::<f32>() / characters().count().max(1) as f32)
        });
        let all: Vec<(usize, f32)> = lines.collect();
        let is_text = |&(count, mean): &(usize, f32)| {
            count >= TUNING.min_characters && mean >= TUNING.min_line_confidence
        };
        let text: Vec<(usize, f32)> = all.iter().copied().filter(is_text).collect();
        Self {
            characters: text.iter().map(|(count, _)| count).sum(),
            confidence: median_confidence(&text),
            confidence_of_all: median_confidence(&all),
        }
    }

    /// Of lines that were read as vertical ones.
    pub(super) fn of_vertical(mut lines: Vec<Line>) -> Self {
        lines.retain(is_vertical_line);
        Self::of(&lines)
    }

    /// Whether hardly anything can be more legible.
    pub(super) fn has_sure_letters(self) -> bool {
        self.confidence >= TUNING.sure_confidence
    }

    /// Whether the direction needs no comparison.
    pub(super) fn is_sure(self) -> bool {
        self.characters >= TUNING.sure_characters && self.confidence >= TUNING.sure_confidence
    }

    /// Whether it is ahead of the opposite direction even in poor print.
    pub(super) fn is_clear_of(self, other: Self) -> bool {
        self.characters >= TUNING.sure_characters
            && self.confidence >= TUNING.min_confidence
            && self.confidence >= other.confidence + TUNING.clear_lead
    }

    /// Whether these are vertical lines, where level ones are `given`: hardly anything else has Han characters when its
    /// parts are turned.
    pub(super) fn is_vertical_text(self, given: Self) -> bool {
        self.characters > TUNING.fewer_characters * given.characters
            && self.confidence >= TUNING.vertical_confidence
    }

    /// Whether it is ahead of the direction in which the page was given.
    pub(super) fn is_better_than(self, given: Self) -> bool {
        // Letters one below the other look like a sure word by chance now and then, but not many.
        if self.characters * TUNING.fewer_characters < given.characters {
            return false;
        }
        if self.is_sure() && given.characters * TUNING.fewer_characters < self.characters {
            return true;
        }
        let least = if self.characters >= TUNING.sure_characters {
            given.confidence + TUNING.lead
        } else {
            given.confidence.max(given.confidence_of_all) + TUNING.lead_few_characters
        };
        self.characters >= TUNING.min_characters
            && self.confidence >= least.max(TUNING.min_confidence)
    }
}

/// The confidences of the characters that have a right way up: the dots of a leader look alike from both ends.
fn letters_and_digits(word: &Word) -> impl Iterator<Item = f32> {
    let characters = word.text.chars().zip(&word.characters);
    characters
        .filter(|(character, _)| character.is_alphanumeric())
        .map(|(_, confidence)| *confidence)
}

/// Median over lines of (characters, confidence); 0 without lines.
fn median_confidence(lines: &[(usize, f32)]) -> f32 {
    let mut means: Vec<f32> = lines.iter().map(|(_, mean)| *mean).collect();
    means.sort_by(f32::total_cmp);
    means.get(means.len() / 2).copied().unwrap_or(0.0)
}

/// Whether a line may be a vertical one: most of its letters and digits are Han characters, kana or Hangul.
fn is_vertical_line(line: &Line) -> bool {
    let characters = || line.words.iter().flat_map(|word| word.text.chars());
    let count = |is: fn(char) -> bool| characters().filter(|&it| is(it)).count();
    let cjk = count(is_cjk_letter);
    cjk >= TUNING.vertical_characters && 2 * cjk > count(char::is_alphanumeric)
}
