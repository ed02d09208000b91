//! Glyphs → words.

use hayro::kurbo::{Point, Vec2};
use unicode_normalization::UnicodeNormalization as _;
use zeroize::{Zeroize as _, Zeroizing};

use super::glyphs::Glyph;
use crate::right_to_left::{has_right_to_left, in_visual_order};

/// Wider gaps between glyphs are blanks, in sizes of the font. A blank is 0.2 to 0.3 wide, and 0.1 where
/// a justified line is full; spaced letters are up to 0.1 apart.
const BLANK: f64 = 0.17;

/// A glyph may begin so far before the end of the one before, in sizes of the font.
const OVERLAP: f64 = 0.6;

/// A raised or lowered glyph is at most so far off the baseline of its word, in sizes of the font.
const OFF_BASELINE: f64 = 0.5;

/// One word.
#[derive(Debug)]
pub(super) struct PlacedWord {
    /// In the order of the places of its letters, from left to right; NFC, if that is the order of reading.
    pub(super) text: String,
    /// Where its baseline begins and ends, in points.
    pub(super) start: Point,
    pub(super) end: Point,
    /// Direction of the text, of length one.
    pub(super) along: Vec2,
    /// From the baseline up, as long as the size of the font.
    pub(super) up: Vec2,
    /// Position among all words, as they are drawn.
    pub(super) index: usize,
    /// Whether there is ink under it, if it is seen at all.
    pub(super) is_drawn: bool,
    /// Whether a blank was drawn between it and the word before.
    pub(super) follows_blank: bool,
}

impl Drop for PlacedWord {
    fn drop(&mut self) {
        self.text.zeroize();
    }
}

impl PlacedWord {
    /// Size of its font in points.
    pub(super) fn size(&self) -> f64 {
        self.up.hypot()
    }
}

/// Joins glyphs, in the order in which they are drawn, to words.
pub(super) fn of(glyphs: &[Glyph]) -> Vec<PlacedWord> {
    let mut words = Vec::new();
    let mut open: Vec<&Glyph> = Vec::new();
    let (mut follows_blank, mut is_blank_before) = (false, false);
    for glyph in glyphs {
        let joined =
            !glyph.is_blank() && open.last().is_some_and(|last| joins(open[0], last, glyph));
        if !joined {
            close(&mut open, follows_blank, &mut words);
        }
        if !glyph.is_blank() {
            if open.is_empty() {
                follows_blank = is_blank_before;
            }
            open.push(glyph);
        }
        is_blank_before = glyph.is_blank();
    }
    close(&mut open, follows_blank, &mut words);
    words
}

/// Whether a glyph continues the word that ends with `last`.
fn joins(first: &Glyph, last: &Glyph, glyph: &Glyph) -> bool {
    let along = direction(last);
    let size = last.up.hypot().max(glyph.up.hypot());
    let gap = (glyph.origin - (last.origin + last.advance)).dot(along);
    let off = (glyph.origin - first.origin).cross(direction(first));
    let turned = along.dot(direction(glyph));
    turned > 0.98
        && (-OVERLAP * size..BLANK * size).contains(&gap)
        && off.abs() < OFF_BASELINE * first.up.hypot().max(size)
}

/// The direction of the text of a glyph. It runs to the right of up, and that holds for glyphs without
/// width as well.
fn direction(glyph: &Glyph) -> Vec2 {
    let across = Vec2::new(-glyph.up.y, glyph.up.x) / glyph.up.hypot();
    if glyph.advance.hypot() > 1e-6 { glyph.advance / glyph.advance.hypot() } else { across }
}

fn close(open: &mut Vec<&Glyph>, follows_blank: bool, words: &mut Vec<PlacedWord>) {
    let (Some(first), Some(last)) = (open.first(), open.last()) else { return };
    let along = direction(first);
    let size = |glyph: &&&Glyph| glyph.up.hypot();
    let largest = open.iter().max_by(|a, b| size(a).total_cmp(&size(b))).unwrap_or(first);
    // A raised first glyph is not what the word stands on.
    let off = (largest.origin - first.origin) - along * (largest.origin - first.origin).dot(along);
    let length = (last.origin + last.advance - first.origin).dot(along);
    let mut raw = Zeroizing::new(String::new());
    for glyph in open.iter() {
        // Of a ligature, and of a letter with a mark.
        raw.extend(in_visual_order(&glyph.text));
    }
    // What is to be turned back is composed after that.
    let is_turned = has_right_to_left(&raw);
    let text = if is_turned { raw.to_string() } else { raw.nfc().collect() };
    let start = first.origin + off;
    words.push(PlacedWord {
        text,
        start,
        end: start + along * length.max(0.0),
        along,
        up: largest.up,
        index: words.len(),
        is_drawn: open.iter().any(|glyph| glyph.is_drawn),
        follows_blank,
    });
    open.clear();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glyph(text: &str, x: f64, y: f64) -> Glyph {
        Glyph {
            text: text.to_owned(),
            origin: Point::new(x, y),
            advance: Vec2::new(5.0, 0.0),
            up: Vec2::new(0.0, -10.0),
            is_drawn: true,
        }
    }

    fn texts(glyphs: &[Glyph]) -> Vec<String> {
        of(glyphs).iter().map(|word| word.text.clone()).collect()
    }

    #[test]
    fn blanks_and_gaps_part_words() {
        let glyphs = [
            glyph("a", 0.0, 50.0),
            glyph("b", 5.0, 50.0),
            glyph(" ", 10.0, 50.0),
            glyph("c", 12.0, 50.0),
            // A gap of three points is a blank of its own.
            glyph("d", 20.0, 50.0),
            // The next line.
            glyph("e", 25.0, 62.0),
        ];
        assert_eq!(texts(&glyphs), ["ab", "c", "d", "e"]);
        let blanks: Vec<bool> = of(&glyphs).iter().map(|word| word.follows_blank).collect();
        assert_eq!(blanks, [false, true, false, false]);
    }

    #[test]
    fn a_raised_glyph_belongs_to_its_word_and_accents_are_composed() {
        let glyphs = [glyph("m", 0.0, 50.0), glyph("²", 5.0, 46.0), glyph("e\u{301}", 10.0, 50.0)];
        assert_eq!(texts(&glyphs), ["m²é"]);
    }
}
