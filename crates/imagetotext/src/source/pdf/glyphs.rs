//! The glyphs of a page and where they are.

use std::collections::HashMap;

use hayro::hayro_interpret::DrawMode;
use hayro::hayro_interpret::font::{Glyph as AnyGlyph, GlyphRun};
use hayro::hayro_interpret::hayro_cmap::{BfString, WritingMode};
use hayro::kurbo::{Affine, Point, Rect, Vec2};
use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroize as _;

use super::marked::{Marked, UNKNOWN};
use super::substitutes;

/// Most glyphs of a page. A page of the finest print has 30 000.
const MAX_GLYPHS: usize = 200_000;

/// A larger share of glyphs that are drawn as others makes a page unreadable: more than the bullets of a page.
const MANY_LOST: f64 = 0.1;

/// Shown as a hyphen where it divides a word, and not at all elsewhere.
const SOFT_HYPHEN: &str = "\u{ad}";

/// Units of an em in the coordinates of a glyph.
const UNITS_PER_EM: f64 = 1000.0;

/// Two glyphs of the same text that are closer than this part of their size are one, drawn twice: for
/// bold text, for a shadow, or filled and outlined.
const SAME_PLACE: f64 = 0.15;

/// Glyphs drawn near each other that are compared with a new one; more are no text.
const MAX_COMPARED: usize = 64;

/// One glyph.
pub(super) struct Glyph {
    /// What it stands for; a blank for all kinds of blanks.
    pub(super) text: String,
    /// Where its baseline begins, in points.
    pub(super) origin: Point,
    /// From there to where the next glyph begins.
    pub(super) advance: Vec2,
    /// From the baseline up, as long as the size of the font.
    pub(super) up: Vec2,
    /// Whether it can be drawn. A font that is not in the file may be replaced by one without it.
    pub(super) is_drawn: bool,
}

impl Drop for Glyph {
    fn drop(&mut self) {
        self.text.zeroize();
    }
}

impl Glyph {
    pub(super) fn is_blank(&self) -> bool {
        self.text == " "
    }
}

/// Glyphs as they are drawn.
#[derive(Default)]
pub(super) struct Glyphs {
    placed: Vec<Glyph>,
    /// Glyphs of lost fonts that are drawn as others.
    lost: usize,
    /// Whether glyphs without font data stand for such a font.
    has_lost_font: bool,
    /// The marked parts that have begun.
    marked: Vec<Marked>,
    has_unknown: bool,
    /// Positions of glyphs by the cell of a grid.
    grid: HashMap<[i32; 2], Vec<usize>>,
}

impl Glyphs {
    /// Of a page of which a font is lost, if `has_lost_font`.
    pub(super) fn of_page(has_lost_font: bool) -> Self {
        Self { has_lost_font, ..Self::default() }
    }

    /// What is drawn until [`Glyphs::end_marked`] stands for this text, if there is one.
    pub(super) fn begin_marked(&mut self, text: Option<String>) {
        self.marked.push(Marked::begin(text, self.placed.len()));
    }

    /// Ends the marked part that began last.
    pub(super) fn end_marked(&mut self) {
        if let Some(marked) = self.marked.pop() {
            let text = |text| text_of(BfString::String(text));
            self.has_unknown |= marked.end(&mut self.placed, text);
        }
    }

    /// Whether many of the glyphs are drawn as others, because their font is not in the file and nothing says what
    /// they are.
    pub(super) fn are_lost(&self) -> bool {
        self.lost as f64 > (self.placed.len() + self.lost) as f64 * MANY_LOST
    }

    /// The glyphs, and whether there were others that are no text.
    pub(super) fn into_parts(self) -> (Vec<Glyph>, bool) {
        (self.placed, self.has_unknown)
    }

    /// Adds those of a run that lie in `area`.
    pub(super) fn add(
        &mut self,
        run: &GlyphRun<'_, '_>,
        transform: Affine,
        mode: &DrawMode,
        area: Rect,
    ) {
        let glyphs = run.glyphs();
        for (index, glyph) in glyphs.iter().enumerate() {
            let to_page = transform * glyph.transform();
            let at = |x: f64, y: f64| to_page * Point::new(x, y);
            let origin = at(0.0, 0.0);
            let mut up = at(0.0, UNITS_PER_EM) - origin;
            let advance = match &**glyph {
                AnyGlyph::Outline(outline) => {
                    at(outline.advance_width().unwrap_or(500.0).into(), 0.0) - origin
                }
                // Its width is in units of an em as well, but the size of its font may mean anything: often 1.
                AnyGlyph::Type3(drawn) => {
                    let width = drawn.advance_width().filter(|width| *width != 0.0);
                    let next = glyphs.get(index + 1);
                    let advance = match (width, next, index.checked_sub(1)) {
                        (Some(width), ..) => at(width.into(), 0.0) - origin,
                        (None, Some(next), _) => {
                            transform * next.transform() * Point::ORIGIN - origin
                        }
                        (None, None, Some(before)) => {
                            origin - transform * glyphs[before].transform() * Point::ORIGIN
                        }
                        (None, None, None) => at(UNITS_PER_EM / 2.0, 0.0) - origin,
                    };
                    let usual = advance.hypot() * 2.0;
                    if up.hypot() < usual / 3.0 || up.hypot() > usual * 6.0 {
                        up *= usual / up.hypot();
                    }
                    advance
                }
            };
            let is_placed = [origin.to_vec2(), advance, up].iter().all(|it| it.is_finite());
            if !is_placed || up.hypot() < 0.1 || !area.contains(origin + (advance + up) * 0.5) {
                continue;
            }
            let substitute = match &**glyph {
                AnyGlyph::Outline(outline) => {
                    Some(outline).filter(|it| substitutes::is_from_one(it))
                }
                AnyGlyph::Type3(_) => None,
            };
            let unicode = glyph.as_unicode();
            let is_lost = match &**glyph {
                AnyGlyph::Outline(outline) => self.has_lost_font && outline.font_data().is_none(),
                AnyGlyph::Type3(_) => false,
            };
            if is_lost || unicode.is_none() && substitute.is_some() {
                self.lost += 1;
            }
            if self.marked.iter().any(Marked::is_without_width) && !has_outline(glyph) {
                continue;
            }
            let is_explained = self.marked.last().is_some_and(Marked::has_text);
            let explained = is_explained.then(|| UNKNOWN.to_owned());
            let Some(text) = unicode.and_then(text_of).or(explained) else {
                self.has_unknown = true;
                continue;
            };
            let is_soft_hyphen = text == SOFT_HYPHEN;
            if text.is_empty() || is_soft_hyphen && !has_outline(glyph) {
                continue;
            }
            let text = if is_soft_hyphen { "-".to_owned() } else { text };
            self.has_unknown |= run.writing_mode() == WritingMode::Vertical;
            // What is meant to be invisible is looked for in the picture: it may be the text of a scan.
            let is_drawn = matches!(mode, DrawMode::Invisible)
                || substitute.is_none_or(|it| !it.outline().elements().is_empty());
            self.place(Glyph { text, origin, advance, up, is_drawn });
        }
    }

    fn place(&mut self, glyph: Glyph) {
        if self.placed.len() >= MAX_GLYPHS {
            self.has_unknown = true;
            return;
        }
        let size = glyph.up.hypot();
        // Cells of ten points; what is to be compared may lie in the next one.
        let cell = [glyph.origin.x, glyph.origin.y].map(|at| (at / 10.0).floor() as i32);
        for column in cell[0] - 1..=cell[0] + 1 {
            for row in cell[1] - 1..=cell[1] + 1 {
                let near = self.grid.get(&[column, row]).map_or(&[][..], Vec::as_slice);
                let is_twice = near.iter().rev().take(MAX_COMPARED).any(|&other| {
                    // Those of a marked part may be gone.
                    let Some(other) = self.placed.get(other) else { return false };
                    other.text == glyph.text
                        && (other.origin - glyph.origin).hypot() < size * SAME_PLACE
                        && other.up.hypot() > size * 0.8
                });
                if is_twice && !glyph.is_blank() {
                    return;
                }
            }
        }
        self.grid.entry(cell).or_default().push(self.placed.len());
        self.placed.push(glyph);
    }
}

/// Whether anything of a glyph is seen.
fn has_outline(glyph: &AnyGlyph<'_>) -> bool {
    match glyph {
        AnyGlyph::Outline(outline) => !outline.outline().elements().is_empty(),
        AnyGlyph::Type3(_) => true,
    }
}

/// The text of a glyph, empty if it has no width; `None` if it has none that a person could read.
fn text_of(unicode: BfString) -> Option<String> {
    let raw = match unicode {
        BfString::Char(character) => character.to_string(),
        BfString::String(text) => text,
    };
    let mut text = String::with_capacity(raw.len());
    for character in raw.chars() {
        match character {
            // Ligatures of Latin letters (Unicode 16, block FB00).
            '\u{fb00}' => text.push_str("ff"),
            '\u{fb01}' => text.push_str("fi"),
            '\u{fb02}' => text.push_str("fl"),
            '\u{fb03}' => text.push_str("ffi"),
            '\u{fb04}' => text.push_str("ffl"),
            '\u{fb05}' | '\u{fb06}' => text.push_str("st"),
            _ if character.is_whitespace() => text.push(' '),
            // Without width, or a mark of direction or order.
            '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}' => {}
            // The forms of Arabic and Hebrew letters, but not whole words.
            '\u{fb1d}'..='\u{fdef}' | '\u{fe70}'..='\u{fefc}' => {
                text.extend(character.nfkc().filter(|it| !it.is_whitespace()));
            }
            // Bullets of Symbol and Wingdings, as word processors write them.
            '\u{f0b7}' | '\u{f06c}' | '\u{f09f}' => text.push('•'),
            '\u{f0a7}' | '\u{f06e}' => text.push('▪'),
            '\u{f0d8}' => text.push('➢'),
            '\u{f0e0}' => text.push('→'),
            '\u{f0fc}' => text.push('✓'),
            // Private use: only its font knows what it looks like.
            '\u{fffd}' | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' => return None,
            _ if character.is_control() => return None,
            _ => text.push(character),
        }
    }
    if !text.is_empty() && text.trim().is_empty() {
        return Some(" ".to_owned());
    }
    Some(text.trim().to_owned())
}
