//! Text that a file brings with its picture.

use crate::rotation::PageRotation;
use crate::{Bounds, Line, Quad};

/// The text of a page as its file has it, in pixels of its picture.
#[derive(Debug, Default)]
pub(crate) struct EmbeddedText {
    /// Lines of words with confidence 1.
    pub(crate) lines: Vec<Line>,
    /// Parts of the picture that may hold more text: images without words.
    pub(crate) unread: Vec<Bounds>,
}

impl EmbeddedText {
    /// The same after clockwise quarter turns of the picture, which was `width` × `height` before.
    pub(super) fn rotated(mut self, quarter_turns: u8, width: u32, height: u32) -> Self {
        let turn = |[x, y]: [f32; 2]| match quarter_turns % 4 {
            1 => [height as f32 - y, x],
            2 => [width as f32 - x, height as f32 - y],
            3 => [y, width as f32 - x],
            _ => [x, y],
        };
        let turn_quad = |quad: &mut Quad| quad.0 = quad.0.map(turn);
        for line in &mut self.lines {
            turn_quad(&mut line.quad);
            line.words.iter_mut().for_each(|word| turn_quad(&mut word.quad));
        }
        for area in &mut self.unread {
            let [a, b] = [[area.left, area.top], [area.right, area.bottom]].map(turn);
            *area = Quad([a, b, a, b]).bounds();
        }
        self
    }

    /// Which way most of the text runs in a picture of this size.
    pub(crate) fn rotation(&self, width: usize, height: usize) -> PageRotation {
        let mut letters = [0_usize; 4];
        for line in &self.lines {
            let [x, y] = line.quad.direction();
            let way = match (x.abs() >= y.abs(), x >= 0.0, y >= 0.0) {
                (true, true, _) => 0,
                (false, _, true) => 1,
                (true, false, _) => 2,
                (false, _, false) => 3,
            };
            letters[way] += line.words.iter().map(|word| word.characters.len()).sum::<usize>();
        }
        // Of equals the first: upright.
        let turns =
            (1..4).fold(0, |best, way| if letters[way] > letters[best] { way } else { best });
        (0..turns)
            .fold(PageRotation::identity(width, height), |rotation, _| rotation.quarter_turn())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Word;

    fn text(quad: Quad) -> EmbeddedText {
        let word = Word::new("word", quad, vec![1.0; 4]);
        EmbeddedText { lines: vec![Line::new(quad, vec![word])], unread: vec![quad.bounds()] }
    }

    #[test]
    fn text_turns_with_its_picture() {
        let quad = Quad::upright(10.0, 20.0, 50.0, 30.0);
        let turned = text(quad).rotated(1, 100, 200);
        // What was at the left is at the top, what was at the top is at the right.
        let whole = |point: [f32; 2]| point.map(|it| it.round() as i32);
        assert_eq!(whole(turned.lines[0].quad.0[0]), [180, 10]);
        assert_eq!(whole(turned.lines[0].quad.direction()), [0, 1]);
        assert_eq!(turned.unread[0], Quad::upright(170.0, 10.0, 180.0, 50.0).bounds());
        let back = turned.rotated(3, 200, 100);
        assert_eq!(back.lines[0].quad, quad);
    }

    #[test]
    fn the_page_lies_as_most_of_its_text_runs() {
        let text = text(Quad::upright(10.0, 20.0, 50.0, 30.0)).rotated(3, 100, 200);
        let upright = text.rotation(200, 100).quad_to_upright(text.lines[0].quad);
        let [x, y] = upright.direction();
        assert!(x > 0.99 && y.abs() < 0.01, "{x} {y}");
    }
}
