//! Parts of the instructions that say which text they stand for (`ActualText`, ISO 32000-1, 14.9.4).

use zeroize::Zeroize as _;

use super::glyphs::Glyph;
use crate::right_to_left::has_right_to_left;

/// Stands for a glyph without a Unicode value until its part ends.
pub(super) const UNKNOWN: &str = "\u{fffd}";

/// How far glyphs of one word may be from its baseline, in their sizes.
const ON_BASELINE: f64 = 0.3;

/// A part that has begun.
pub(super) struct Marked {
    text: Option<String>,
    /// Glyphs before it.
    before: usize,
}

impl Marked {
    /// What follows `before` glyphs stands for this text, if there is one.
    pub(super) fn begin(text: Option<String>, before: usize) -> Self {
        Self { text, before }
    }

    /// Whether it stands for something without width: Chromium draws a blank for a soft hyphen.
    pub(super) fn is_without_width(&self) -> bool {
        let is_without_width =
            |it: char| matches!(it, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}');
        self.text.as_ref().is_some_and(|text| text.chars().all(is_without_width))
    }

    /// Whether it says what its glyphs are.
    pub(super) fn has_text(&self) -> bool {
        self.text.as_ref().is_some_and(|text| !text.is_empty())
    }

    /// Ends it: `text` makes of its text what can be read. One glyph stands for the text: a bracket that is drawn as the
    /// other one from right to left, or a letter in one of its forms. So do several that are not the letters of the
    /// text, if it is a word. Glyphs that stay unknown are removed; whether there were any is returned.
    pub(super) fn end(
        mut self,
        glyphs: &mut Vec<Glyph>,
        text: impl Fn(String) -> Option<String>,
    ) -> bool {
        let text = self.text.take().filter(|_| !self.is_without_width()).and_then(text);
        let own = &mut glyphs[self.before..];
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            match own {
                [glyph] => glyph.text = text,
                [first, .., last] if is_word(&text) && is_beside(first, last) => {
                    first.advance = last.origin + last.advance - first.origin;
                    first.text = text;
                    glyphs.truncate(self.before + 1);
                }
                _ => {}
            }
        }
        let count = glyphs.len();
        let mut index = 0;
        glyphs.retain(|glyph| {
            index += 1;
            index <= self.before || glyph.text != UNKNOWN
        });
        glyphs.len() < count
    }
}

/// Letters from right to left are placed one by one, and turned round later.
fn is_word(text: &str) -> bool {
    !text.contains(' ') && !has_right_to_left(text)
}

fn is_beside(first: &Glyph, last: &Glyph) -> bool {
    let up = first.up / first.up.hypot();
    (last.origin - first.origin).dot(up).abs() < ON_BASELINE * first.up.hypot()
}

impl Drop for Marked {
    fn drop(&mut self) {
        self.text.zeroize();
    }
}
