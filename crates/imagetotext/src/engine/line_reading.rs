//! What was read in a line: words with their confidence, and which of two readings is better.

#[cfg(test)]
mod tests;

use std::ops::Range;

use zeroize::Zeroizing;

use super::plain_signs::has_unknown;
use crate::{Error, Line, Quad, Word};

/// Tuned numbers of this stage; on the public pictures (`models/training/LOG.md`, 2026-11-25).
struct Tuning {
    /// Confidence, 0 to 1: a word with a less sure character is read a second time. With 0.75, 0.9, 0.95
    /// and 0.98 the words found in the public receipts are 55.2, 55.4, 55.4 and 55.4 %, in all others
    /// the same.
    doubtful: f32,
    /// A second reading counts if its least sure character is at least this share as sure as that of
    /// the first.
    min_confidence_share: f32,
    /// Words with a less sure character may be in another script: of Latin words that are so doubtful there are
    /// 3 in a hundred on the public pictures.
    maybe_foreign: f32,
    /// Confidence of each character from which a word of another script is believed.
    foreign: f32,
    /// Letters of another script that such words have at least: an icon may look like one.
    foreign_letters: usize,
    /// Characters of a short line at most.
    short: usize,
}

const TUNING: Tuning = Tuning {
    doubtful: 0.9,
    min_confidence_share: 0.5,
    maybe_foreign: 0.75,
    foreign: 0.8,
    foreign_letters: 2,
    short: 4,
};

/// What was read in a line.
#[derive(Debug)]
pub(super) struct LineReading {
    pub(super) words: Vec<WordReading>,
    /// Log-probability of its frames in the alignment of its text.
    pub(super) log_likelihood: f32,
    /// Columns that were read.
    pub(super) width: usize,
    /// Rows of the crop.
    pub(super) rows: usize,
    /// What the network saw, of the whole line: see [`imagetotext_nn::Output::features`].
    pub(super) features: Zeroizing<Vec<f32>>,
    /// Columns that [`Self::features`] are of.
    seen: usize,
}

/// A word, and the half of the gaps on both sides of it.
#[derive(Debug)]
pub(super) struct WordReading {
    pub(super) word: Word,
    /// Columns of the line.
    pub(super) columns: Range<usize>,
    /// Log-probability of the frames of the columns.
    pub(super) log_likelihood: f32,
}

impl WordReading {
    pub(super) fn is_doubtful(&self) -> bool {
        is_doubtful(&self.word)
    }
}

impl LineReading {
    /// Nothing yet, of a line of so many columns and rows.
    pub(super) fn new(width: usize, rows: usize) -> Self {
        let features = Zeroizing::default();
        Self { words: Vec::new(), log_likelihood: 0.0, width, rows, features, seen: 0 }
    }

    /// Adds what the network saw in further `columns`: of means the mean, of largest values the largest.
    pub(super) fn add_features(&mut self, features: &[f32], columns: usize) {
        if self.features.is_empty() {
            self.features.extend_from_slice(features);
        }
        let share = columns as f32 / (self.seen + columns).max(1) as f32;
        let means = self.features.len() / 2;
        for (index, (ours, &theirs)) in self.features.iter_mut().zip(features).enumerate() {
            *ours = if index < means { *ours + share * (theirs - *ours) } else { ours.max(theirs) };
        }
        self.seen += columns;
    }

    /// Length of what was read, in heights of the crop.
    pub(super) fn length_in_heights(&self) -> f32 {
        self.width as f32 / self.rows.max(1) as f32
    }

    /// Its words with blanks between.
    pub(super) fn text(&self) -> Zeroizing<String> {
        text_of(&self.words)
    }

    /// The confidence of its least sure word, 0 to 1.
    pub(super) fn min_confidence(&self) -> f32 {
        min_confidence(&self.words)
    }

    /// The mean confidence of its characters of a kind; `None` where there are none.
    pub(super) fn confidence_of(&self, is_of_kind: impl Fn(char) -> bool) -> Option<f32> {
        let characters =
            self.words.iter().flat_map(|it| it.word.text.chars().zip(&it.word.characters));
        let of_kind: Vec<f32> = characters
            .filter(|(it, _)| is_of_kind(*it))
            .map(|(_, &confidence)| confidence)
            .collect();
        (!of_kind.is_empty()).then(|| of_kind.iter().sum::<f32>() / of_kind.len() as f32)
    }

    /// The characters of the words.
    pub(super) fn characters(&self) -> impl Iterator<Item = char> + Clone {
        self.words.iter().flat_map(|word| word.word.text.chars())
    }

    /// The same, with a blank after each word.
    pub(super) fn characters_with_blanks(&self) -> impl Iterator<Item = char> + Clone {
        self.words.iter().flat_map(|word| word.word.text.chars().chain([' ']))
    }

    pub(super) fn is_doubtful(&self) -> bool {
        self.words.iter().any(WordReading::is_doubtful)
    }

    /// Whether there is a word with known letters and unknown characters.
    pub(super) fn has_unknown_letters(&self) -> bool {
        let is_part = |it: &str| has_unknown(it) && it.chars().any(char::is_alphabetic);
        self.words.iter().any(|it| is_part(&it.word.text))
    }

    /// Whether so little is read, and so doubtful, that n-grams tell nothing about it.
    pub(super) fn is_short_and_doubtful(&self) -> bool {
        self.is_doubtful() && self.characters().count() <= TUNING.short
    }

    /// Whether there is a sure word. Where there is none, the line is no Latin one: it may be upside down.
    pub(super) fn has_sure_words(&self) -> bool {
        let letters = |word: &Word| word.text.chars().filter(|it| it.is_alphabetic()).count();
        self.words
            .iter()
            .any(|word| !word.is_doubtful() && letters(&word.word) >= TUNING.foreign_letters)
    }

    /// Whether some of its words make so little sense beside others that they may be in another script.
    pub(super) fn may_have_foreign_words(&self) -> bool {
        self.has_sure_words()
            && self.words.iter().any(|word| is_maybe_foreign(std::slice::from_ref(word)))
    }

    pub(super) fn is_more_probable_than(&self, other: &Self) -> bool {
        self.log_likelihood > other.log_likelihood
    }

    /// The same with doubtful words read again by `read`, which gets the part of the line where they
    /// are, 0 to 1 from its start to its end: of two readings the more probable one counts.
    pub(super) fn reread_doubtful(
        self,
        read: impl Fn(Range<f32>) -> Result<Self, Error>,
    ) -> Result<Self, Error> {
        // Many sure blanks make a text probable whose characters are not.
        self.reread(
            read,
            |_| true,
            |first, log_likelihood, second| {
                let least = TUNING.min_confidence_share * min_confidence(first);
                second.log_likelihood > log_likelihood
                    && min_confidence(&second.words) > least
                    && !differs_in_size(&text_of(first), &second.text())
            },
        )
    }

    /// The same with words that make no sense read again by the recogniser of another script, as far as it is sure
    /// of words with letters of its own; `read` gets the part of the line as above.
    pub(super) fn reread_foreign(
        self,
        read: impl Fn(Range<f32>) -> Result<Self, Error>,
        is_foreign: impl Fn(char) -> bool,
    ) -> Result<Self, Error> {
        self.reread(read, is_maybe_foreign, |_, _, second| {
            let foreign = second.characters().filter(|&it| is_foreign(it)).count();
            foreign >= TUNING.foreign_letters && min_confidence(&second.words) >= TUNING.foreign
        })
    }

    /// The same with those words replaced of which there is another reading.
    pub(super) fn corrected(self, others: Vec<Option<Self>>) -> Self {
        let replace = |(word, other): (WordReading, Option<Self>)| match other {
            Some(other) => other.words,
            None => vec![word],
        };
        let words = self.words.into_iter().zip(others).flat_map(replace).collect();
        Self { words, ..self }
    }

    /// Reads groups of doubtful words again, those that `is_asked` names; `is_better` compares a group and its
    /// log-likelihood with the second reading.
    fn reread(
        self,
        read: impl Fn(Range<f32>) -> Result<Self, Error>,
        is_asked: impl Fn(&[WordReading]) -> bool,
        is_better: impl Fn(&[WordReading], f32, &Self) -> bool,
    ) -> Result<Self, Error> {
        let share = |column: usize| column as f32 / self.width.max(1) as f32;
        let mut reading = Self::new(self.width, self.rows);
        let mut words = self.words.into_iter().peekable();
        while let Some(word) = words.next() {
            let is_doubtful = word.is_doubtful();
            let mut group = vec![word];
            while let Some(next) = words.next_if(|next| next.is_doubtful() == is_doubtful) {
                group.push(next);
            }
            let log_likelihood = group.iter().map(|word| word.log_likelihood).sum::<f32>();
            let (start, end) = (group[0].columns.start, group[group.len() - 1].columns.end);
            let second = if is_doubtful && start < end && is_asked(&group) {
                Some(read(share(start)..share(end))?.within(start..end))
            } else {
                None
            };
            let better = second.filter(|second| is_better(&group, log_likelihood, second));
            reading.log_likelihood +=
                better.as_ref().map_or(log_likelihood, |better| better.log_likelihood);
            reading.words.extend(better.map_or(group, |better| better.words));
        }
        Ok(reading)
    }

    /// The same as a reading of these columns of a longer line.
    pub(super) fn within(mut self, columns: Range<usize>) -> Self {
        let scale = columns.len() as f32 / self.width.max(1) as f32;
        let place = |column: usize| columns.start + (column as f32 * scale).round() as usize;
        for word in &mut self.words {
            word.columns = place(word.columns.start)..place(word.columns.end);
        }
        self
    }

    /// The line at `quad`; `None` when there is no text.
    pub(super) fn into_line(self, quad: Quad) -> Option<Line> {
        let words: Vec<Word> = self.words.into_iter().map(|word| word.word).collect();
        (!words.is_empty()).then_some(Line::new(quad, words))
    }
}

/// Whether a character of a word is unsure, or is not known although others of it are.
pub(super) fn is_doubtful(word: &Word) -> bool {
    word.confidence < TUNING.doubtful || has_unknown(&word.text)
}

/// Words with blanks between.
pub(super) fn text_of(words: &[WordReading]) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::new());
    for word in words {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&word.word.text);
    }
    text
}

/// Whether two texts differ only in `o`, `O` and `0`, which are alike but for their size: a word alone tells less of it
/// than its line.
fn differs_in_size(one: &str, other: &str) -> bool {
    let folded = |it: char| if matches!(it, 'o' | 'O') { '0' } else { it };
    one != other && one.chars().map(folded).eq(other.chars().map(folded))
}

/// Whether words make so little sense that they may be in another script, of which each letter was read as one or
/// more signs.
fn is_maybe_foreign(words: &[WordReading]) -> bool {
    let is_doubtful = |word: &&WordReading| {
        word.word.confidence < TUNING.maybe_foreign || has_unknown(&word.word.text)
    };
    let doubtful = words.iter().filter(is_doubtful);
    let longest = doubtful.map(|word| word.word.characters.len()).max();
    longest.is_some_and(|longest| longest >= TUNING.foreign_letters)
}

fn min_confidence(words: &[WordReading]) -> f32 {
    words.iter().map(|word| word.word.confidence).reduce(f32::min).unwrap_or(0.0)
}
