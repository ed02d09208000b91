//! How well a text was read, counted as `models/training/imagetotext_training/score.py` does:
//! typographic marks are folded into plain ones and white space into single spaces; every other
//! difference counts. That one has no words for Chinese and Japanese.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;

use super::cases::Truth;
use super::order_free::matching;

/// The counts of one picture, or the sum over several pictures.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Score {
    cases: usize,
    edits: usize,
    order_free_edits: usize,
    characters: usize,
    rates: f64,
    words_in_both: usize,
    words: usize,
}

impl Score {
    /// Compares the text that a program read (`got`) with the text in the picture (`want`).
    pub(super) fn of(want: &Truth, got: &str) -> Self {
        let fold = |text: &str| normalised(text, want.any_case);
        let lines: Vec<String> = want.text.lines().map(fold).collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let (want, got) = (fold(&want.text), fold(got));
        let [wanted, read] = [&want, &got].map(|text| text.chars().collect::<Vec<_>>());
        let edits = distance(&wanted, &read);
        let bag = bag(&want);
        let both: usize = bag_overlap(&bag, &self::bag(&got));
        Self {
            cases: 1,
            edits,
            // The order of the text is one of those that it may have.
            order_free_edits: matching(&lines, &got).edits.min(edits),
            characters: wanted.len(),
            rates: (edits as f64 / wanted.len().max(1) as f64).min(1.0),
            words_in_both: both,
            words: words(&want).count() + words(&got).count(),
        }
    }

    /// The sum of several scores.
    pub(super) fn sum(scores: impl IntoIterator<Item = Self>) -> Self {
        scores.into_iter().fold(Self::default(), |a, b| Self {
            cases: a.cases + b.cases,
            edits: a.edits + b.edits,
            order_free_edits: a.order_free_edits + b.order_free_edits,
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

    /// The same when the order of the lines does not count. The difference is what order costs.
    pub(super) fn order_free_error_rate(&self) -> f64 {
        self.order_free_edits as f64 / self.characters.max(1) as f64
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

/// The words of the true text that `other` read and `got` did not, in alphabetical order.
pub(super) fn lost_words(want: &Truth, got: &str, other: &str) -> Vec<String> {
    let [want, got, other] = [&want.text, got, other].map(|text| normalised(text, want.any_case));
    let [got, other] = [bag(&got), bag(&other)];
    let mut lost = Vec::new();
    for (word, count) in bag(&want) {
        let read = |bag: &HashMap<&str, usize>| bag.get(word).copied().unwrap_or(0).min(count);
        let missing = read(&other).saturating_sub(read(&got));
        lost.extend(std::iter::repeat_n(word.to_owned(), missing));
    }
    lost.sort();
    lost
}

/// The part of their words that two normalised texts share, from 0 to 1.
pub(super) fn similarity(a: &str, b: &str) -> f64 {
    let both = bag_overlap(&bag(a), &bag(b));
    2.0 * both as f64 / (words(a).count() + words(b).count()).max(1) as f64
}

/// How often each word occurs.
fn bag(text: &str) -> HashMap<&str, usize> {
    let mut bag = HashMap::new();
    for word in words(text) {
        *bag.entry(word).or_default() += 1;
    }
    bag
}

fn bag_overlap(a: &HashMap<&str, usize>, b: &HashMap<&str, usize>) -> usize {
    a.iter().map(|(word, count)| b.get(word).copied().unwrap_or(0).min(*count)).sum()
}

/// The words of a text in single spaces. Chinese and Japanese have no spaces, so there each character is
/// one: otherwise a wrong character would cost a line.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(' ').flat_map(|run| {
        let mut rest = run;
        std::iter::from_fn(move || {
            let first = rest.chars().next()?;
            let end = if is_unspaced(first) {
                first.len_utf8()
            } else {
                rest.find(is_unspaced).unwrap_or(rest.len())
            };
            let (word, after) = rest.split_at(end);
            rest = after;
            Some(word)
        })
    })
}

/// Whether a character is of a script without spaces: Han, kana, and their punctuation and wide forms.
fn is_unspaced(character: char) -> bool {
    matches!(character,
        '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

/// The text with its marks folded, in single spaces, and in small letters when case does not count.
pub(super) fn normalised(text: &str, any_case: bool) -> String {
    let text = if any_case { text.to_lowercase() } else { text.to_owned() };
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
pub(super) fn distance(a: &[char], b: &[char]) -> usize {
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

    fn truth(text: &str) -> Truth {
        Truth { text: text.into(), any_case: false }
    }

    #[test]
    fn marks_and_white_space_are_folded() {
        assert_eq!(
            normalised(" ‘a’\u{a0}“b”\n«c» –—− … •·●▪\u{1f}‚„ ", false),
            "'a' \"b\" \"c\" --- ... **** '\""
        );
        assert_eq!(normalised("e\u{301}", false), "\u{e9}");
        assert_eq!(normalised("Straße ›x‹ ﬁ", false), "Straße ›x‹ ﬁ", "nothing else is folded");
        assert_eq!(normalised("TOTAL Ä", true), "total ä");
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
        let score = Score::sum(cases.map(|(want, got)| Score::of(&truth(want), got)));
        assert_eq!(score.cases(), 2);
        assert_close(score.character_error_rate(), 10.0 / 26.0);
        assert_close(score.mean_error_rate(), f64::midpoint(6.0 / 22.0, 1.0));
        assert_close(score.word_f1(), 10.0 / 14.0);
    }

    #[test]
    fn an_empty_text_is_scored_without_dividing_by_zero() {
        let score = Score::of(&truth(""), "ab");
        assert_close(score.character_error_rate(), 2.0);
        assert_close(score.mean_error_rate(), 1.0);
        assert_close(Score::of(&truth(""), "").word_f1(), 0.0);
    }

    #[test]
    fn only_the_order_differs() {
        let want =
            truth("the first column has\nthese two lines\nand the second column\nhas two more");
        let across = "the first column has and the second column these two lines has two more";
        let score = Score::of(&want, across);
        assert!(score.character_error_rate() > 0.3, "{score:?}");
        assert_close(score.order_free_error_rate(), 0.0);
        assert_close(score.word_f1(), 1.0);
    }

    #[test]
    fn characters_are_words_where_there_are_no_spaces() {
        let found: Vec<_> = words("私はLinuxを使う。 two words").collect();
        assert_eq!(found, ["私", "は", "Linux", "を", "使", "う", "。", "two", "words"]);
        assert_close(Score::of(&truth("日本語"), "日木語").word_f1(), 2.0 / 3.0);
    }

    #[test]
    fn case_counts_unless_it_is_unknown() {
        let capitals = Truth { text: "TOTAL 5".into(), any_case: true };
        assert_close(Score::of(&capitals, "Total 5").character_error_rate(), 0.0);
        assert_close(Score::of(&truth("TOTAL 5"), "Total 5").character_error_rate(), 4.0 / 7.0);
    }

    #[test]
    fn words_that_only_another_program_reads_are_lost() {
        let want = truth("to be or not to be");
        assert_eq!(lost_words(&want, "to be nut", "to to be or knot"), ["or", "to"]);
        assert_eq!(lost_words(&want, "to be or not to be", "to be"), [""; 0]);
    }
}
