//! How well a text was read, counted as `models/training/imagetotext_training/score.py` does:
//! typographic marks are folded into plain ones and white space into single spaces; every other
//! difference counts.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization as _;

/// The counts of one picture, or the sum over several pictures.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Score {
    cases: usize,
    edits: usize,
    characters: usize,
    rates: f64,
    words_in_both: usize,
    words: usize,
}

impl Score {
    /// Compares the text that a program read (`got`) with the text in the picture (`want`).
    pub(super) fn of(want: &str, got: &str) -> Self {
        let [want, got] = [want, got].map(normalised);
        let [wanted, read] = [&want, &got].map(|text| text.chars().collect::<Vec<_>>());
        let edits = distance(&wanted, &read);
        let mut bag: HashMap<&str, usize> = HashMap::new();
        for word in want.split(' ').filter(|word| !word.is_empty()) {
            *bag.entry(word).or_default() += 1;
        }
        let mut score = Self {
            cases: 1,
            edits,
            characters: wanted.len(),
            rates: (edits as f64 / wanted.len().max(1) as f64).min(1.0),
            words_in_both: 0,
            words: bag.values().sum(),
        };
        for word in got.split(' ').filter(|word| !word.is_empty()) {
            score.words += 1;
            if let Some(left) = bag.get_mut(word).filter(|left| **left > 0) {
                *left -= 1;
                score.words_in_both += 1;
            }
        }
        score
    }

    /// The sum of several scores.
    pub(super) fn sum(scores: impl IntoIterator<Item = Self>) -> Self {
        scores.into_iter().fold(Self::default(), |a, b| Self {
            cases: a.cases + b.cases,
            edits: a.edits + b.edits,
            characters: a.characters + b.characters,
            rates: a.rates + b.rates,
            words_in_both: a.words_in_both + b.words_in_both,
            words: a.words + b.words,
        })
    }

    /// The number of pictures.
    pub(super) fn cases(&self) -> usize {
        self.cases
    }

    /// CER: the edit distance divided by the number of characters.
    pub(super) fn character_error_rate(&self) -> f64 {
        self.edits as f64 / self.characters.max(1) as f64
    }

    /// The mean of the pictures' error rates, each at most 1: all pictures count alike.
    pub(super) fn mean_error_rate(&self) -> f64 {
        self.rates / self.cases.max(1) as f64
    }

    /// The F1 score of the bags of words: their order does not count.
    pub(super) fn word_f1(&self) -> f64 {
        2.0 * self.words_in_both as f64 / self.words.max(1) as f64
    }
}

fn normalised(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.nfc() {
        match character {
            '‘' | '’' | '‚' => folded.push('\''),
            '“' | '”' | '„' | '«' | '»' => folded.push('"'),
            '–' | '—' | '−' => folded.push('-'),
            '…' => folded.push_str("..."),
            '•' | '·' | '●' | '▪' => folded.push('*'),
            _ => folded.push(character),
        }
    }
    let words: Vec<&str> = folded.split(is_space).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// What Python's `str.split()` splits at: Unicode white space and four ASCII separators.
fn is_space(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{1c}'..='\u{1f}')
}

/// Levenshtein distance.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, y) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_close(a: f64, b: f64) {
        assert!((a - b).abs() < 1e-9, "{a} is not {b}");
    }

    #[test]
    fn marks_and_white_space_are_folded() {
        assert_eq!(
            normalised(" ‘a’\u{a0}“b”\n«c» –—− … •·●▪\u{1f}‚„ "),
            "'a' \"b\" \"c\" --- ... **** '\""
        );
        assert_eq!(normalised("e\u{301}"), "\u{e9}");
        assert_eq!(normalised("Straße ›x‹ ﬁ"), "Straße ›x‹ ﬁ", "nothing else is folded");
    }

    #[test]
    fn distances_are_known() {
        let chars = |text: &str| text.chars().collect::<Vec<_>>();
        for (a, b, want) in
            [("kitten", "sitting", 3), ("", "abc", 3), ("abc", "", 3), ("a", "a", 0)]
        {
            assert_eq!(distance(&chars(a), &chars(b)), want, "{a} {b}");
        }
    }

    /// The expected numbers come from the scorer in Python for the same texts.
    #[test]
    fn scores_agree_with_the_scorer_in_python() {
        let cases = [("the cat  sat on the mat", "the cat sat at the mat the"), ("“Hi”", "")];
        let score = Score::sum(cases.map(|(want, got)| Score::of(want, got)));
        assert_eq!(score.cases(), 2);
        assert_close(score.character_error_rate(), 10.0 / 26.0);
        assert_close(score.mean_error_rate(), f64::midpoint(6.0 / 22.0, 1.0));
        assert_close(score.word_f1(), 10.0 / 14.0);
    }

    #[test]
    fn an_empty_text_is_scored_without_dividing_by_zero() {
        let score = Score::of("", "ab");
        assert_close(score.character_error_rate(), 2.0);
        assert_close(score.mean_error_rate(), 1.0);
        assert_close(Score::of("", "").word_f1(), 0.0);
    }
}
