//! Blanks before colons, semicolons, exclamation and question marks: French has them as wide as others, old print
//! narrower ones, which nobody types. The recogniser reads some of both.

use std::ops::Range;

use super::ctc::DecodedChar;
use super::word_segmentation::{InkedLine, is_inked, median};

/// Tuned numbers of this stage; on the public and real pictures (`models/training/LOG.md`, 2026-11-28).
struct Tuning {
    /// A gap is a blank from this share of the median one of its line. Those of old print have 0.5 to 0.82, French ones
    /// 0.88 and more.
    share: f32,
    /// A blank that was not read is also so many times as wide as the median gap between letters.
    letter_gaps: f32,
    /// Other blanks that a line has at least, so that their median means something.
    least: usize,
    /// Frames by which the place of a mark that was read may be wrong.
    slack: usize,
}

const TUNING: Tuning = Tuning { share: 0.85, letter_gaps: 3.0, least: 3, slack: 3 };

/// Adds the blanks that `text` lacks and removes those that are none. Its frames are `step` columns wide, and `ink` is the
/// ink of the columns.
pub(super) fn settle_blanks_before_marks(text: &mut Vec<DecodedChar>, step: f32, ink: &[f32]) {
    if !text.iter().any(is_mark) {
        return;
    }
    let line = InkedLine { step, ink };
    let Some(usual) = line.usual_gaps(text) else { return };
    // From the end, as characters come and go.
    for index in (1..text.len()).rev() {
        let is_read = text[index - 1].character == ' ';
        match line.shows_blank(text, index, &usual) {
            Some(true) if !is_read => {
                let start = text[index].frames.start;
                let frames = text[index - 1].frames.end.min(start)..start;
                text.insert(index, DecodedChar::blank(frames));
            }
            Some(false) if is_read => _ = text.remove(index - 1),
            _ => {}
        }
    }
}

/// Median gaps of a line, in columns.
struct UsualGaps {
    letters: usize,
    blanks: usize,
}

impl InkedLine<'_> {
    /// The usual gaps between letters and at blanks that are not before marks; `None` where these are few.
    fn usual_gaps(&self, text: &[DecodedChar]) -> Option<UsualGaps> {
        let blanks = text.windows(3).filter(|it| it[1].character == ' ' && !is_mark(&it[2]));
        let blanks: Vec<usize> = blanks.map(|it| self.gap(&it[0], &it[2])).collect();
        let joined = text.windows(2).filter(|two| two.iter().all(|it| it.character != ' '));
        let letters = median(joined.map(|two| self.gap(&two[0], &two[1])).collect()).unwrap_or(0);
        let is_enough = blanks.len() >= TUNING.least;
        let blanks = median(blanks).filter(|&it| is_enough && it > letters)?;
        Some(UsualGaps { letters, blanks })
    }

    /// Whether there is a blank before the mark at `index`, if that can be seen.
    fn shows_blank(&self, text: &[DecodedChar], index: usize, usual: &UsualGaps) -> Option<bool> {
        let has_blank = text[index - 1].character == ' ';
        let before = text.get(index.checked_sub(1 + usize::from(has_blank))?)?;
        if !is_mark(&text[index]) || !ends_word(before) {
            return None;
        }
        let mark = self.ink_near(self.column(&text[index]))?;
        // Other ink, such as a rule that begins after the mark.
        let next = text[index + 1..].iter().find(|it| it.character != ' ');
        if mark.start <= self.column(before) || next.is_some_and(|it| mark.end > self.column(it)) {
            return None;
        }
        let wide = TUNING.share * usual.blanks as f32;
        let [left, right] = self.gaps_beside(&mark).map(|gap| gap as f32);
        let after = text.get(index + 1).map(|it| it.character);
        if left < wide {
            after.is_none_or(|it| !it.is_ascii_punctuation()).then_some(false)
        } else {
            let is_wide = left.min(right) >= wide.max(TUNING.letter_gaps * usual.letters as f32);
            after.is_some_and(|it| is_wide && (it == ' ' || it.is_alphanumeric())).then_some(true)
        }
    }

    fn is_inked(&self, column: usize) -> bool {
        self.ink.get(column).is_some_and(|&ink| is_inked(ink))
    }

    /// The columns with ink that hang together nearest to a column, if they are near.
    fn ink_near(&self, column: usize) -> Option<Range<usize>> {
        let slack = (TUNING.slack as f32 * self.step) as usize;
        let near = (0..=slack).flat_map(|by| [column.checked_sub(by), Some(column + by)]);
        let first = near.flatten().find(|&it| self.is_inked(it))?;
        let before = (0..first).rev().take_while(|&it| self.is_inked(it)).count();
        let after = (first..self.ink.len()).take_while(|&it| self.is_inked(it)).count();
        Some(first - before..first + after)
    }

    /// Columns without ink directly before and after `mark`.
    fn gaps_beside(&self, mark: &Range<usize>) -> [usize; 2] {
        let before = (0..mark.start).rev().take_while(|&it| !self.is_inked(it)).count();
        let after = (mark.end..self.ink.len()).take_while(|&it| !self.is_inked(it)).count();
        [before, after]
    }
}

fn is_mark(it: &DecodedChar) -> bool {
    matches!(it.character, ':' | ';' | '!' | '?')
}

/// Whether a word may end with this character.
fn ends_word(it: &DecodedChar) -> bool {
    it.character.is_alphanumeric() || matches!(it.character, ')' | ']' | '’' | '”' | '"')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line with frames of one column: each character has six columns of ink and two without, a blank six more
    /// without, and `-` is a narrow one that was read as such. `~` is as wide as a blank and `_` as narrow, both read as
    /// nothing.
    fn settled(line: &str) -> String {
        let (mut text, mut ink): (Vec<DecodedChar>, Vec<f32>) = Default::default();
        for character in line.chars() {
            let start = ink.len();
            let [dark, light] = match character {
                ' ' | '~' => [0, 6],
                '_' | '-' => [0, 1],
                _ => [6, 2],
            };
            ink.extend(std::iter::repeat_n(1.0, dark).chain(std::iter::repeat_n(0.0, light)));
            let character = if character == '-' { ' ' } else { character };
            if !matches!(character, '_' | '~') {
                text.push(DecodedChar { character, confidence: 1.0, frames: start..ink.len() });
            }
        }
        settle_blanks_before_marks(&mut text, 1.0, &ink);
        text.iter().map(|it| it.character).collect()
    }

    #[test]
    fn blanks_as_wide_as_the_others_are_added() {
        assert_eq!(settled("Le prix de 2 kg~: 3"), "Le prix de 2 kg : 3");
        assert_eq!(settled("Le prix de 2 kg_: 3"), "Le prix de 2 kg: 3");
        assert_eq!(settled("un deux trois quatre~?"), "un deux trois quatre?");
        assert_eq!(settled("see the page at http~://a"), "see the page at http://a");
    }

    #[test]
    fn narrower_blanks_are_removed() {
        assert_eq!(settled("they had been-; and so on"), "they had been; and so on");
        assert_eq!(settled("it is what they said-:"), "it is what they said:");
        assert_eq!(settled("they had been ; and so on"), "they had been ; and so on");
    }

    #[test]
    fn lines_with_few_blanks_stay() {
        assert_eq!(settled("prix~: 3"), "prix: 3");
        assert_eq!(settled("said-: no"), "said : no");
    }
}
