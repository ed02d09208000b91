//! The words of a page over its picture.

use pdf_writer::types::TextRenderingMode;
use pdf_writer::{Content, Name, Str};

use super::font::{DESCENT, Glyphs, WIDTH};
use super::places::placed_lines;
use crate::document::{Bounds, Line, Page, Quad, Word};
use crate::right_to_left::in_visual_order;

/// What the words are written on.
pub(super) struct Sheet<'a> {
    /// Width and height in points.
    pub(super) size: [f32; 2],
    /// The name of the font in its resources.
    pub(super) font: Name<'a>,
    /// The parts of the page, in pixels, of which the text is written; none if that is all.
    pub(super) parts: Option<&'a [Bounds]>,
}

impl Sheet<'_> {
    fn shows(&self, line: &Line) -> bool {
        let Bounds { left, top, right, bottom } = line.quad.bounds();
        let [x, y] = [f32::midpoint(left, right), f32::midpoint(top, bottom)];
        let is_in = |part: &Bounds| {
            (part.left..=part.right).contains(&x) && (part.top..=part.bottom).contains(&y)
        };
        self.parts.is_none_or(|parts| parts.iter().any(is_in))
    }
}

/// Adds the words to a sheet.
pub(super) fn write(content: &mut Content, glyphs: &mut Glyphs, page: &Page, sheet: &Sheet<'_>) {
    let size = sheet.size;
    content.begin_text().set_text_rendering_mode(TextRenderingMode::Invisible);
    let pixels = [page.width, page.height].map(|side| side.max(1) as f32);
    let scale = [size[0] / pixels[0], size[1] / pixels[1]];
    let mut layer = TextLayer { content, glyphs, scale, height: size[1], font: sheet.font };
    for (line, quads) in placed_lines(page).into_iter().filter(|(line, _)| sheet.shows(line)) {
        for (number, word) in line.words.iter().enumerate() {
            // Where only parts of a page lack text, the others brought theirs.
            if sheet.parts.is_none() || !is_brought(word) {
                layer.push_word(word, &quads, number);
            }
        }
    }
    content.end_text();
}

/// Whether a word came with the page: what is read is never as sure.
fn is_brought(word: &Word) -> bool {
    word.confidence >= 1.0 && word.characters.iter().all(|&sure| sure >= 1.0)
}

struct TextLayer<'a> {
    content: &'a mut Content,
    glyphs: &'a mut Glyphs,
    /// Size of a pixel in points.
    scale: [f32; 2],
    /// Of the sheet in points.
    height: f32,
    font: Name<'a>,
}

impl TextLayer<'_> {
    /// Adds a word of a line whose words stand at `quads`.
    fn push_word(&mut self, word: &Word, quads: &[Quad], number: usize) {
        let place = quads.get(number).and_then(|quad| Place::of(&self.in_points(quad)));
        let Some(place) = place else { return };
        // PDF has characters in the order of their places, and programs turn them back.
        let characters = in_visual_order(&word.text);
        if characters.is_empty() {
            return;
        }
        let [dx, dy] = place.direction;
        let [x, y] = place.baseline;
        self.content.set_font(self.font, place.size);
        // The sheet has its origin at the bottom.
        self.content.set_text_matrix([dx, -dy, dy, dx, x, self.height - y]);
        self.show(&characters, place.length, place.size);
        // Programs that copy text put a blank where there is one, or guess.
        let next = quads.get(number + 1).map(|next| self.in_points(next));
        let gap = next.map(|next| place.gap_before(&next));
        self.show(&[' '], gap.unwrap_or(place.size / 4.0).max(place.size / 16.0), place.size);
    }

    /// From the top left corner of the sheet.
    fn in_points(&self, quad: &Quad) -> Quad {
        Quad(quad.0.map(|[x, y]| [x * self.scale[0], y * self.scale[1]]))
    }

    /// Shows characters over a length in points.
    fn show(&mut self, characters: &[char], length: f32, size: f32) {
        let natural = characters.len() as f32 * size * f32::from(WIDTH) / 1000.0;
        self.content.set_horizontal_scaling(100.0 * length / natural);
        let codes = self.glyphs.encode(characters.iter().copied());
        self.content.show(Str(&codes));
    }
}

/// Where a word is, in points from the top left corner.
struct Place {
    /// Where its first character stands.
    baseline: [f32; 2],
    direction: [f32; 2],
    length: f32,
    /// Height, which is the size of the font.
    size: f32,
    end: [f32; 2],
}

impl Place {
    /// None for a quad without area.
    fn of(quad: &Quad) -> Option<Self> {
        let direction = quad.direction();
        let [x, y] = direction;
        let (from, to) = quad.extent(direction);
        let (top, bottom) = quad.extent([-y, x]);
        let (length, size) = (to - from, bottom - top);
        let is_sound = [from, to, top, bottom].iter().all(|it| it.is_finite());
        if !is_sound || length <= 0.0 || size <= 0.0 {
            return None;
        }
        let across = bottom + size * f32::from(DESCENT) / 1000.0;
        let point = |along: f32| [along * x - across * y, along * y + across * x];
        Some(Self { baseline: point(from), direction, length, size, end: point(to) })
    }

    /// The distance to another word along the line.
    fn gap_before(&self, next: &Quad) -> f32 {
        let [x, y] = self.direction;
        let (from, _) = next.extent(self.direction);
        from - (self.end[0] * x + self.end[1] * y)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slanted_word_stands_on_its_line() {
        // Along (0.8, 0.6), 100 long, 10 high.
        let (along, down) = ([80.0, 60.0], [-6.0, 8.0]);
        let corner =
            |a: f32, d: f32| [50.0 + a * along[0] + d * down[0], 40.0 + a * along[1] + d * down[1]];
        let quad = Quad([corner(0.0, 0.0), corner(1.0, 0.0), corner(1.0, 1.0), corner(0.0, 1.0)]);
        let place = Place::of(&quad).unwrap();
        let near = |a: f32, b: f32| (a - b).abs() < 0.01;
        assert!(near(place.length, 100.0) && near(place.size, 10.0));
        let [x, y] = corner(0.0, 0.8);
        assert!(near(place.baseline[0], x) && near(place.baseline[1], y));
        assert!(Place::of(&Quad::upright(5.0, 5.0, 5.0, 9.0)).is_none());
    }
}
