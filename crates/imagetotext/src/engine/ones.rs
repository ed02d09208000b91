//! The letters `I` and `l` beside ones that have a flag: `I10`, a code, and `1 l`. The recogniser takes a plain stroke beside
//! figures for a one; a line with others shows whether it is.

use std::ops::Range;

use super::crop::Crop;
use super::ctc::DecodedChar;
use super::number_signs::{middle, nearest};

/// Tuned numbers of this stage, in heights of the glyph; on drawn reports (`models/training/LOG.md`, 2026-11-28).
struct Tuning {
    /// Width of a plain stroke at most, of a one with its flag at least, and how much wider the latter is.
    plain: f32,
    flagged: f32,
    wider: f32,
    /// By which share their heights may differ.
    height: f32,
    /// Gap of a blank before a unit: within amounts figures are closer.
    blank: f32,
    /// Confidence, 0 to 1, of a letter that is known by its shape.
    confidence: f32,
}

const TUNING: Tuning =
    Tuning { plain: 0.24, flagged: 0.3, wider: 1.4, height: 0.2, blank: 0.27, confidence: 0.9 };

/// What may be before a code.
const BEFORE: &str = " (";

/// What may follow a unit.
const AFTER: &str = " .,;:)";

/// Makes letters of plain strokes among the ones of a line; frames of `text` are `step` columns wide.
pub(super) fn tell_letters_from_ones(text: &mut Vec<DecodedChar>, step: f32, crop: &Crop) {
    if text.iter().filter(|it| it.character == '1').count() < 2 {
        return;
    }
    let runs = crop.ink_runs();
    let shown: Vec<Option<usize>> =
        text.iter().map(|it| nearest(&runs, middle(it, step)?)).collect();
    // The ink of a one that does not touch its neighbours.
    let ink_of = |index: usize| {
        let run = shown[index]?;
        let is_alone = shown.iter().filter(|it| **it == Some(run)).count() == 1;
        let rows = crop.ink_rows(&runs[run]);
        (is_alone && text[index].character == '1').then(|| Ink {
            index,
            columns: runs[run].clone(),
            height: rows.len() as f32,
        })
    };
    let ones: Vec<Ink> = (0..text.len()).filter_map(ink_of).collect();
    let Some(flagged) = ones.iter().find(|it| it.ratio() >= TUNING.flagged) else { return };
    // From the end, so that the places of the others stay.
    for it in ones.iter().rev().filter(|it| it.is_plain_beside(flagged)) {
        let before = it.index.checked_sub(1).map(|at| text[at].character);
        let after = text.get(it.index + 1).map(|it| it.character);
        let is_digit = |it: Option<char>| it.is_some_and(|it| it.is_ascii_digit());
        if before.is_none_or(|it| BEFORE.contains(it)) && is_digit(after) {
            name(&mut text[it.index], 'I');
        } else if is_digit(before)
            && after.is_none_or(|it| AFTER.contains(it))
            && crop.gap_before(it.columns.start) as f32 >= TUNING.blank * it.height
        {
            name(&mut text[it.index], 'l');
            let frame = text[it.index].frames.start;
            text.insert(it.index, DecodedChar::blank(frame..frame));
        }
    }
}

/// The ink of a one.
struct Ink {
    /// The place of the character in the text.
    index: usize,
    columns: Range<usize>,
    /// Rows.
    height: f32,
}

impl Ink {
    /// Width in heights.
    fn ratio(&self) -> f32 {
        self.columns.len() as f32 / self.height
    }

    /// Whether it is a plain stroke as tall as a one with a flag.
    fn is_plain_beside(&self, flagged: &Self) -> bool {
        self.ratio() <= TUNING.plain
            && (self.height - flagged.height).abs() <= TUNING.height * flagged.height
            && flagged.columns.len() as f32 >= TUNING.wider * self.columns.len() as f32
    }
}

fn name(it: &mut DecodedChar, character: char) {
    it.character = character;
    it.confidence = TUNING.confidence;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::glyph_box::drawn;

    /// What becomes of characters whose ink is from one column to another.
    fn read(text: &str, inks: &[Range<usize>]) -> String {
        let bars: Vec<_> = inks.iter().map(|it| (it.clone(), 20..60)).collect();
        let (mut text, crop) = drawn::bars(text, &bars);
        tell_letters_from_ones(&mut text, 1.0, &crop);
        text.iter().map(|it| it.character).collect()
    }

    #[test]
    fn plain_strokes_beside_ones_with_a_flag_are_letters() {
        assert_eq!(read("110", &[30..36, 50..66, 80..100]), "I10");
        assert_eq!(read("151", &[30..46, 60..80, 110..116]), "15 l");
    }

    #[test]
    fn the_last_figure_of_an_amount_stays() {
        assert_eq!(read("151", &[30..46, 60..80, 86..92]), "151");
    }

    #[test]
    fn where_all_ones_are_alike_they_stay() {
        assert_eq!(read("110", &[30..36, 50..56, 80..100]), "110");
        assert_eq!(read("151", &[30..46, 60..80, 110..126]), "151");
        assert_eq!(read("515", &[30..50, 60..66, 80..96]), "515");
    }
}
