//! Whether a page shows something where its text layer has a word, and where it has none.

use zeroize::Zeroizing;

use crate::source::picture::{Picture, luma};
use crate::{Bounds, Quad};

/// Least difference of brightness, 0 to 255, between letters and their background. Light grey text on
/// white, which people just see, has 40.
const CONTRAST: u8 = 24;

/// Whether the pixels under a word differ.
pub(super) fn is_under(picture: &Picture, quad: &Quad) -> bool {
    let bounds = quad.bounds();
    let (width, height) = (picture.width as usize, picture.height as usize);
    let column = |at: f32| (at.max(0.0) as usize).min(width);
    let row = |at: f32| (at.max(0.0) as usize).min(height);
    let columns = column(bounds.left)..column(bounds.right.ceil() + 1.0);
    let (mut darkest, mut lightest) = (u8::MAX, u8::MIN);
    for row in row(bounds.top)..row(bounds.bottom.ceil() + 1.0) {
        let pixels = &picture.rgb[row * width * 3..][columns.start * 3..columns.end * 3];
        for pixel in pixels.chunks_exact(3) {
            let brightness = luma(pixel);
            darkest = darkest.min(brightness);
            lightest = lightest.max(brightness);
            if lightest - darkest >= CONTRAST {
                return true;
            }
        }
    }
    false
}

/// Letters have edges, this steep between one pixel and the next, at 150 dpi.
const EDGE: u8 = 40;

/// Edges of a line of ten words at 150 dpi. Fewer are dirt.
const EDGES_OF_A_LINE: usize = 1000;

/// Share of the edges in an image that are beside the words of a layer with all of its text: borders, rules, dirt and
/// letters that stick out.
const MOST_BESIDE: f32 = 0.12;

/// How far a word reaches beyond its outline, in its heights; layers of scans are not exact.
const REACH: f32 = 0.35;

/// How many times words may cover the page; with more, as a hostile file has them, nothing is beside them. Bounds the time.
const MOST_COVERED: usize = 16;

/// Whether an area of the page, an image, has text beside all `words`, by its upright edges.
pub(super) fn is_beside(picture: &Picture, area: &Bounds, words: &[Quad]) -> bool {
    let (width, height) = (picture.width as usize, picture.height as usize);
    let rectangle = |bounds: &Bounds, reach: f32| {
        let column = |at: f32| (at.max(0.0) as usize).min(width);
        let row = |at: f32| (at.max(0.0) as usize).min(height);
        let columns = column(bounds.left - reach)..column(bounds.right + reach);
        (columns, row(bounds.top - reach)..row(bounds.bottom + reach))
    };
    let mut is_word = vec![false; width * height];
    let mut pixels_left = MOST_COVERED * is_word.len();
    for word in words {
        let (columns, rows) = rectangle(&word.bounds(), REACH * word.height());
        let Some(left) = pixels_left.checked_sub(columns.len() * rows.len()) else { return false };
        pixels_left = left;
        for row in rows {
            is_word[row * width..][columns.clone()].fill(true);
        }
    }
    let (columns, rows) = rectangle(area, 0.0);
    let (mut all, mut beside) = (0, 0);
    for row in rows {
        let pixels = &picture.rgb[row * width * 3..][columns.start * 3..columns.end * 3];
        let levels: Zeroizing<Vec<u8>> =
            pixels.chunks_exact(3).map(luma).collect::<Vec<_>>().into();
        let words = &is_word[row * width..][columns.clone()];
        for (pair, is_word) in levels.windows(2).zip(words) {
            let is_edge = pair[0].abs_diff(pair[1]) >= EDGE;
            all += usize::from(is_edge);
            beside += usize::from(is_edge && !is_word);
        }
    }
    beside >= EDGES_OF_A_LINE && beside as f32 > MOST_BESIDE * all as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_the_layer_lacks_has_edges_beside_its_words() {
        // Two lines of bars, each with 1200 edges.
        let mut rgb = vec![255; 200 * 60 * 3];
        for row in (10..30).chain(40..60) {
            for column in (20..140).step_by(4) {
                rgb[(row * 200 + column) * 3..][..6].fill(0);
            }
        }
        let picture = Picture::from_rgb(200, 60, rgb).unwrap();
        let page = Bounds { left: 0.0, top: 0.0, right: 200.0, bottom: 60.0 };
        let lines = [10.0, 40.0].map(|top| Quad::upright(18.0, top, 142.0, top + 20.0));
        assert!(is_beside(&picture, &page, &lines[..1]));
        assert!(!is_beside(&picture, &page, &lines));
        let upper = Bounds { bottom: 32.0, ..page };
        assert!(!is_beside(&picture, &upper, &lines[..1]));
        // However many words there are, they take no time.
        let everywhere = vec![Quad::upright(0.0, 0.0, 140.0, 60.0); 1_000_000];
        assert!(!is_beside(&picture, &page, &everywhere));
    }

    #[test]
    fn letters_differ_from_their_background() {
        let mut rgb = vec![255; 20 * 10 * 3];
        rgb[(4 * 20 + 5) * 3..][..3].fill(200);
        let picture = Picture::from_rgb(20, 10, rgb).unwrap();
        assert!(is_under(&picture, &Quad::upright(2.0, 2.0, 9.0, 8.0)));
        assert!(!is_under(&picture, &Quad::upright(10.0, 2.0, 19.0, 8.0)));
        assert!(!is_under(&picture, &Quad::upright(-9.0, -9.0, 90.0, -2.0)));
        assert!(is_under(&picture, &Quad::upright(-9.0, -9.0, 90.0, 90.0)));
    }
}
