//! Signs beside numbers that the recogniser saw too rarely: it takes `₴` for an 8 and an arrow for a 1, which makes another
//! amount of it. A small network looks at the first and the last ink of each number, and says which of them are signs.

use std::ops::Range;

use super::crop::Crop;
use super::ctc::DecodedChar;
use super::sign_network::sign_of;
use super::window_network::SIDE;

/// Tuned numbers of this stage; on drawn pages of other fonts than those of training (`models/training/LOG.md`, 2026-11-28).
struct Tuning {
    /// Probability, 0 to 1, from which a letter is a sign.
    letter: f32,
    /// The same of a digit, of what was read as another sign, and of two characters.
    other: f32,
    /// The same of ink that was not read at all, and columns to the next character.
    unread: f32,
    unread_distance: usize,
    /// Height of a sign at least, in heights of the tallest ink of the line: figures of notes are lower.
    height: f32,
}

const TUNING: Tuning =
    Tuning { letter: 0.9, other: 0.97, unread: 0.98, unread_distance: 3, height: 0.55 };

/// The signs that the recogniser seldom reads right; it knows the others of the network better.
const RARE: &str = "₹₽₫₩฿₱₺₪₦₴₸₿↑↓→←‰№";

/// Signs that follow a number without a blank; icons that follow a word with a number look like them.
const ATTACHED: &str = "‰";

/// Signs that are lower than others.
const LOW: &str = "→←";

/// What these signs are read as, beside letters and digits.
const LOOK_ALIKES: &str = "#+|†□*-%@&<>[]{}";

/// Two characters that are one: the parts of a sign whose ink does not hang together.
const PARTS: [[char; 2]; 3] = [['%', '‰'], ['→', '→'], ['←', '←']];

/// What may be between the beginning of a word and the sign before a number, and between the sign after it and the end.
const BEFORE: &str = "-–−+~(/";
const AFTER: &str = ".,;:)/C";

/// What may stand before a sign that follows a number.
const NUMBER_ENDS: &str = "%KM";

/// Corrects signs before and after the numbers of a line, and adds those that were not read; frames of `text` are `step`
/// columns wide.
pub(super) fn correct_signs(text: &mut Vec<DecodedChar>, step: f32, crop: &Crop) {
    if crop.height != SIDE || !text.iter().any(|it| it.character.is_ascii_digit()) {
        return;
    }
    let runs = crop.ink_runs();
    let tallest = runs.iter().map(|run| crop.ink_rows(run).len()).max().unwrap_or(0);
    let middles: Vec<Option<usize>> = text.iter().map(|it| middle(it, step)).collect();
    let shown: Vec<Option<usize>> = middles.iter().map(|it| nearest(&runs, (*it)?)).collect();
    // From the end, so that the places of the others stay.
    for (index, run) in runs.iter().enumerate().rev().filter(|(_, run)| run.len() <= SIDE) {
        let is_of_run = |it: &Option<usize>| *it == Some(index);
        let is_near = |it: &usize| distance(run, *it) <= TUNING.unread_distance;
        let ends = shown.iter().position(is_of_run).zip(shown.iter().rposition(is_of_run));
        let at = match ends {
            Some((first, last)) => first..last + 1,
            None if middles.iter().flatten().any(is_near) => continue,
            None => {
                let start = run.start as f32;
                let at = text.iter().take_while(|it| (it.frames.start as f32) * step < start);
                let at = at.count();
                at..at
            }
        };
        if !may_be_sign(&text[at.clone()]) || !is_beside_number(text, &at) {
            continue;
        }
        let tall = crop.ink_rows(run).len() as f32 >= TUNING.height * tallest as f32;
        let is_attached = at.start > 0 && text[at.start - 1].character.is_ascii_digit();
        let fits = |sign: char| {
            RARE.contains(sign)
                && (tall || LOW.contains(sign))
                && (is_attached || !ATTACHED.contains(sign))
        };
        if let Some((character, confidence)) = sign_of(run, crop)
            && confidence >= least_probability(&text[at.clone()])
            && fits(character)
        {
            let frame = ((run.start + run.end) as f32 / 2.0 / step) as usize;
            let read = text[at.clone()].first().map(|it| it.frames.clone());
            let frames = read.unwrap_or(frame..frame + 1);
            text.splice(at, [DecodedChar { character, confidence, frames }]);
        }
    }
    join_parts(text);
}

/// Leaves one character of each two of [`PARTS`].
fn join_parts(text: &mut Vec<DecodedChar>) {
    text.dedup_by(|second, first| {
        let is_one = PARTS.contains(&[first.character, second.character]);
        if is_one {
            first.character = second.character;
        }
        is_one
    });
}

/// Whether some ink that was read so may be a sign.
fn may_be_sign(read: &[DecodedChar]) -> bool {
    let looks_alike =
        |it: &DecodedChar| it.character.is_alphanumeric() || LOOK_ALIKES.contains(it.character);
    read.len() <= 2 && read.iter().all(looks_alike)
}

/// The probability, 0 to 1, from which ink that was read so is a sign.
fn least_probability(read: &[DecodedChar]) -> f32 {
    match read {
        [] => TUNING.unread,
        [letter] if letter.character.is_alphabetic() => TUNING.letter,
        _ => TUNING.other,
    }
}

/// The column in the middle of a character; `None` for a blank.
pub(super) fn middle(character: &DecodedChar, step: f32) -> Option<usize> {
    let Range { start, end } = character.frames;
    (character.character != ' ').then_some(((start + end) as f32 / 2.0 * step) as usize)
}

/// The run of ink that is nearest to a column.
pub(super) fn nearest(runs: &[Range<usize>], column: usize) -> Option<usize> {
    (0..runs.len()).min_by_key(|&it| distance(&runs[it], column))
}

/// Columns between a run and a column.
fn distance(run: &Range<usize>, column: usize) -> usize {
    run.start.saturating_sub(column).max((column + 1).saturating_sub(run.end))
}

/// Whether characters are directly before or after a number, or a word of their own beside one.
fn is_beside_number(text: &[DecodedChar], at: &Range<usize>) -> bool {
    let before = text[..at.start].iter().rev().map(|it| it.character);
    let after = text[at.end..].iter().map(|it| it.character);
    let leads = ends_word(before.clone(), BEFORE) && is_number(after.clone(), "");
    leads || (is_number(before, NUMBER_ENDS) && ends_word(after, AFTER))
}

/// Whether a word ends here but for some characters.
fn ends_word(mut rest: impl Iterator<Item = char>, but_for: &str) -> bool {
    rest.find(|&it| !but_for.contains(it)).is_none_or(|it| it == ' ')
}

/// Whether the next character is of a number, or what ends one.
fn is_number(mut rest: impl Iterator<Item = char>, ends: &str) -> bool {
    rest.find(|&it| it != ' ').is_some_and(|it| it.is_ascii_digit() || ends.contains(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(text: &str) -> Vec<DecodedChar> {
        let of = |(index, character)| DecodedChar {
            character,
            confidence: 1.0,
            frames: index..index + 1,
        };
        text.chars().enumerate().map(of).collect()
    }

    /// The characters of `text` that may be signs beside a number.
    fn candidates(text: &str) -> String {
        let text = decoded(text);
        let is_candidate = |&index: &usize| {
            text[index].character != ' ' && is_beside_number(&text, &(index..index + 1))
        };
        (0..text.len()).filter(is_candidate).map(|index| text[index].character).collect()
    }

    #[test]
    fn signs_stand_before_and_after_numbers() {
        assert_eq!(candidates("a12 34b (c56) 78%d -e90"), "a23bc6)7de0");
        assert_eq!(candidates("28 P"), "28P");
        assert_eq!(candidates("rate 1,250"), "0");
        assert_eq!(candidates("no number"), "");
    }

    #[test]
    fn parts_of_a_sign_are_one() {
        let mut text = decoded("1%‰ 2→→ 3% 4↑↑");
        join_parts(&mut text);
        assert_eq!(text.iter().map(|it| it.character).collect::<String>(), "1‰ 2→ 3% 4↑↑");
    }

    #[test]
    fn characters_belong_to_the_nearest_ink() {
        let runs = [2..5, 8..20];
        assert_eq!([0, 4, 6, 7, 30].map(|it| nearest(&runs, it)), [0, 0, 0, 1, 1].map(Some));
        assert_eq!(nearest(&[], 3), None);
    }
}
