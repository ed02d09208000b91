//! The letter O beside zeros that have a dot or a stroke, as in keys and serial numbers. The recogniser takes both for
//! zeros, as most faces have zeros without a mark; a line with marked ones shows which are letters.

use std::ops::Range;

use super::crop::Crop;
use super::ctc::DecodedChar;
use super::glyph_box::GlyphBox;

/// Tuned numbers of this stage; on drawn keys in sixteen faces (`models/training/LOG.md`, 2026-11-27).
struct Tuning {
    /// The middle of a glyph, shares of its width and height.
    middle: [f32; 2],
    /// Darkness there, 0 to 1, of a marked zero at least and of a letter at most.
    marked: f32,
    open: f32,
    /// The inside of a glyph, shares of its width and height, and darkness of its lightest pixel at most: where all is
    /// dark, the glyph is too small to show a mark.
    inside: [f32; 2],
    hole: f32,
    /// Width of a glyph, in heights of it.
    width: [f32; 2],
    /// Marked zeros of a line at least, and they are half of what looks like one.
    min_marked: usize,
    /// Height of a small letter at most, in heights of the tallest zero.
    small: f32,
    /// Confidence, 0 to 1, of a character that is known by its mark.
    confidence: f32,
}

const TUNING: Tuning = Tuning {
    middle: [0.4, 0.6],
    marked: 0.45,
    open: 0.2,
    inside: [0.2, 0.8],
    hole: 0.4,
    width: [0.4, 1.15],
    min_marked: 2,
    small: 0.85,
    confidence: 0.9,
};

/// Tells letters from zeros in the words of a line with letters and digits, if it has marked zeros; frames of `text` are
/// `step` columns wide.
pub(super) fn tell_letters_from_zeros(text: &mut [DecodedChar], step: f32, crop: &Crop) {
    if !text.iter().any(|it| it.character == '0') {
        return;
    }
    let glyphs: Vec<(usize, Glyph)> = (0..text.len())
        .filter(|&index| matches!(text[index].character, '0' | 'O'))
        .filter_map(|index| Some((index, Glyph::of(text, index, step, crop)?)))
        .collect();
    let marked = || glyphs.iter().filter(|(_, it)| it.is_marked());
    let Some(tallest) = marked().map(|(_, it)| it.height).max() else { return };
    let count = marked().count();
    if count < TUNING.min_marked || 2 * count < glyphs.len() {
        return;
    }
    for (index, glyph) in &glyphs {
        let is_small = (glyph.height as f32) < TUNING.small * tallest as f32;
        let has = |is: fn(char) -> bool| word_around(text, *index).any(is);
        let character = match text[*index].character {
            'O' if glyph.is_marked() && !is_small && has(|it| it.is_ascii_digit()) => '0',
            '0' if glyph.is_open() && !is_small && has(char::is_alphabetic) => 'O',
            '0' if glyph.is_open() && is_small && has(|it| it == 'O') => 'o',
            _ => continue,
        };
        text[*index].character = character;
        text[*index].confidence = TUNING.confidence;
    }
}

/// The other characters of the word of one.
fn word_around(text: &[DecodedChar], index: usize) -> impl Iterator<Item = char> {
    let is_part = |it: &&DecodedChar| it.character != ' ';
    let before = text[..index].iter().rev().take_while(is_part);
    before.chain(text[index + 1..].iter().take_while(is_part)).map(|it| it.character)
}

/// What the crop shows of a character.
struct Glyph {
    /// Rows.
    height: usize,
    /// Darkness of the darkest pixel of its middle and of the lightest one inside of it, 0 to 1.
    middle: f32,
    hole: f32,
}

impl Glyph {
    /// The glyph of a character with a gap on both sides.
    fn of(text: &[DecodedChar], index: usize, step: f32, crop: &Crop) -> Option<Self> {
        let GlyphBox { columns, rows } = GlyphBox::of(text, index, step, crop)?;
        let [least, most] = TUNING.width.map(|width| width * rows.len() as f32);
        if !(least..=most).contains(&(columns.len() as f32)) {
            return None;
        }
        let darkness = |shares: [f32; 2]| {
            let within = |whole: &Range<usize>| {
                let at = |share: f32| whole.start as f32 + share * whole.len() as f32;
                let [start, end] = shares.map(at);
                start.floor() as usize..(end.ceil() as usize).max(start.floor() as usize + 1)
            };
            let (inner, columns) = (within(&rows), within(&columns));
            inner
                .flat_map(move |row| columns.clone().map(move |column| (row, column)))
                .map(|(row, column)| 0.5 - crop.pixels[row * crop.width + column])
        };
        // A ring has ink on both sides of its middle; a part of one has not.
        let row = usize::midpoint(rows.start, rows.end);
        let side = |columns: Range<usize>| {
            columns.map(|column| 0.5 - crop.pixels[row * crop.width + column]).fold(0.0, f32::max)
        };
        let quarter = columns.len() / 4 + 1;
        let sides = [columns.start..columns.start + quarter, columns.end - quarter..columns.end];
        if sides.into_iter().any(|it| side(it) < TUNING.marked) {
            return None;
        }
        Some(Self {
            height: rows.len(),
            middle: darkness(TUNING.middle).fold(0.0, f32::max),
            hole: darkness(TUNING.inside).fold(1.0, f32::min),
        })
    }

    fn is_marked(&self) -> bool {
        self.middle >= TUNING.marked && self.hole <= TUNING.hole
    }

    fn is_open(&self) -> bool {
        self.middle <= TUNING.open
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::glyph_box::drawn;

    /// What becomes of zeros and letters, each read as `text` says, in a line that shows rings with the height and the
    /// dot that are asked for.
    fn read(text: &str, rings: &[(usize, bool)]) -> String {
        let (mut text, crop) = drawn::rings(text, rings);
        tell_letters_from_zeros(&mut text, drawn::STEP, &crop);
        text.iter().map(|decoded| decoded.character).collect()
    }

    #[test]
    fn letters_beside_marked_zeros_are_letters() {
        let rings = [(16, true), (16, false), (16, true), (11, false)];
        assert_eq!(read("0000K", &rings), "0O0oK");
        assert_eq!(read("OO0", &[(16, true), (16, false), (16, true)]), "0O0");
    }

    #[test]
    fn without_marked_zeros_the_recogniser_decides() {
        assert_eq!(read("0O0", &[(16, false); 3]), "0O0");
        assert_eq!(read("00", &[(16, true); 2]), "00");
        assert_eq!(read("000", &[(16, true), (16, true), (16, false)]), "000", "no letter");
    }
}
