//! Whether the text layer of a page can be trusted, and what it leaves to be read.

use hayro::kurbo::Rect;

use super::content::{Content, PlacedImage};
use super::words::PlacedWord;
use super::{ink, lines, words};
use crate::source::embedded::EmbeddedText;
use crate::source::options::PdfText;
use crate::source::picture::Picture;
use crate::{Bounds, Quad};

/// An image whose words cover less of it may hold more text: a stamp on a scan, a title on a photograph.
/// Lines of a page of text cover a quarter of it, and those of a letter of a few sentences a twentieth.
const COVERED: f64 = 0.03;

/// Smaller images hold no text, in points: two lines of print.
const SMALLEST_SIDE: f64 = 20.0;

/// Most images that are searched for text; more are the tiles of a background or a drawing.
const MOST_IMAGES: usize = 24;

/// With so many shapes that may be letters for each glyph, the text is drawn and not written.
const SHAPES_PER_GLYPH: usize = 2;
const MANY_SHAPES: usize = 100;

/// With a larger share of words where there is no ink, the layer is not that of this page.
const MOST_WORDS_WITHOUT_INK: f64 = 0.2;

/// The text layer of a page.
pub(super) struct TextLayer {
    words: Vec<PlacedWord>,
    /// Images that may hold text which is not in the layer.
    pub(super) unread: Vec<PlacedImage>,
    /// Images with so many words that all of their text may be in the layer.
    covered: Vec<PlacedImage>,
}

/// The text layer of a page; `None` where it is missing or cannot be trusted.
pub(super) fn of(content: &Content, text: PdfText) -> Option<TextLayer> {
    let words = words::of(&content.glyphs);
    if text == PdfText::Embedded {
        return Some(TextLayer { words, unread: Vec::new(), covered: Vec::new() });
    }
    let is_drawn = content.letter_shapes > MANY_SHAPES
        && content.letter_shapes > content.glyphs.len() * SHAPES_PER_GLYPH;
    if words.is_empty() || content.has_unknown_glyphs || is_drawn {
        return None;
    }
    let large = content
        .images
        .iter()
        .filter(|image| image.bounds.width().min(image.bounds.height()) >= SMALLEST_SIDE);
    let (covered, unread) = large.copied().partition(|image| is_covered(image, &words));
    Some(TextLayer { unread: merged(unread), covered: merged(covered), words })
}

fn is_covered(image: &PlacedImage, words: &[PlacedWord]) -> bool {
    let inside = words.iter().filter(|word| image.bounds.contains(word.start.midpoint(word.end)));
    let areas = inside.map(|word| (word.end - word.start).hypot() * word.size());
    areas.sum::<f64>() >= COVERED * image.bounds.area()
}

/// Images that touch as one: the strips of a scan, or an image within another one.
fn merged(mut images: Vec<PlacedImage>) -> Vec<PlacedImage> {
    images.sort_by(|a, b| b.bounds.area().total_cmp(&a.bounds.area()));
    let mut merged: Vec<PlacedImage> = Vec::new();
    for image in images {
        match merged.iter_mut().find(|other| touches(other.bounds, image.bounds)) {
            Some(other) => {
                other.bounds = other.bounds.union(image.bounds);
                other.resolution = other.resolution.max(image.resolution);
            }
            None => merged.push(image),
        }
    }
    merged.truncate(MOST_IMAGES);
    merged
}

fn touches(a: Rect, b: Rect) -> bool {
    a.inflate(1.0, 1.0).overlaps(b)
}

impl TextLayer {
    /// Looks at the drawn page for text that the layer lacks, as that of a form that was scanned before it was filled in.
    /// Whether there is some.
    pub(super) fn find_unread(&mut self, picture: &Picture, scale: f64) -> bool {
        if self.covered.is_empty() {
            return false;
        }
        let words: Vec<Quad> = self.words.iter().map(|word| lines::quad(word, scale)).collect();
        let (more, covered): (Vec<_>, _) = std::mem::take(&mut self.covered)
            .into_iter()
            .partition(|image| ink::is_beside(picture, &pixels_of(image, scale), &words));
        self.covered = covered;
        let is_more = !more.is_empty();
        self.unread = merged(self.unread.drain(..).chain(more).collect());
        is_more
    }

    /// The text in pixels of the drawn page; `None` if it is not the text of what is drawn.
    pub(super) fn on(
        mut self,
        picture: &Picture,
        scale: f64,
        text: PdfText,
    ) -> Option<EmbeddedText> {
        if text == PdfText::Auto {
            let all = self.words.len();
            let is_shown = |word: &PlacedWord| {
                !word.is_drawn || ink::is_under(picture, &lines::quad(word, scale))
            };
            self.words.retain(is_shown);
            if (all - self.words.len()) as f64 > all as f64 * MOST_WORDS_WITHOUT_INK {
                return None;
            }
        }
        let lines = lines::of(self.words, scale);
        let unread = self.unread.iter().map(|image| pixels_of(image, scale));
        Some(EmbeddedText { unread: unread.collect(), lines })
    }
}

/// Where an image is on the drawn page.
fn pixels_of(image: &PlacedImage, scale: f64) -> Bounds {
    let pixels = |at: f64| (at * scale) as f32;
    let Rect { x0, y0, x1, y1 } = image.bounds;
    Bounds { left: pixels(x0), top: pixels(y0), right: pixels(x1), bottom: pixels(y1) }
}
