//! JSON.

use serde::Serialize;

use crate::document::{Block, Document, Line, Page, Quad, Word};

/// JSON: everything that is known about the pages, in one object on one line.
///
/// ```json
/// {"pages": [{
///   "width": 640, "height": 480,
///   "blocks": [{
///     "lines": [{
///       "text": "two words", "confidence": 0.987, "quad": [[x, y], [x, y], [x, y], [x, y]],
///       "words": [{
///         "text": "two", "confidence": 0.981, "quad": […], "characters": [0.99, 0.981, 1.0]
///       }, …]
///     }, …]
///   }, …]
/// }, …]}
/// ```
///
/// Corners go from the top left one clockwise, in pixels with one decimal; confidences are
/// probabilities with three. The keys always come in this order.
pub fn json(document: &Document) -> String {
    let pages = document.pages.iter().map(PageView::new).collect();
    // Numbers, strings and lists: nothing that could fail.
    serde_json::to_string(&DocumentView { pages }).unwrap_or_default()
}

#[derive(Serialize)]
struct DocumentView<'a> {
    pages: Vec<PageView<'a>>,
}

#[derive(Serialize)]
struct PageView<'a> {
    width: u32,
    height: u32,
    blocks: Vec<BlockView<'a>>,
}

#[derive(Serialize)]
struct BlockView<'a> {
    lines: Vec<LineView<'a>>,
}

#[derive(Serialize)]
struct LineView<'a> {
    text: String,
    confidence: f64,
    quad: [[f64; 2]; 4],
    words: Vec<WordView<'a>>,
}

#[derive(Serialize)]
struct WordView<'a> {
    text: &'a str,
    confidence: f64,
    quad: [[f64; 2]; 4],
    characters: Vec<f64>,
}

impl<'a> PageView<'a> {
    fn new(page: &'a Page) -> Self {
        let blocks = page.blocks.iter().map(BlockView::new).collect();
        Self { width: page.width, height: page.height, blocks }
    }
}

impl<'a> BlockView<'a> {
    fn new(block: &'a Block) -> Self {
        Self { lines: block.lines.iter().map(LineView::new).collect() }
    }
}

impl<'a> LineView<'a> {
    fn new(line: &'a Line) -> Self {
        Self {
            text: line.text(),
            confidence: rounded(line.confidence(), 1000.0),
            quad: corners(&line.quad),
            words: line.words.iter().map(WordView::new).collect(),
        }
    }
}

impl<'a> WordView<'a> {
    fn new(word: &'a Word) -> Self {
        Self {
            text: &word.text,
            confidence: rounded(word.confidence, 1000.0),
            quad: corners(&word.quad),
            characters: word.characters.iter().map(|it| rounded(*it, 1000.0)).collect(),
        }
    }
}

fn corners(quad: &Quad) -> [[f64; 2]; 4] {
    quad.0.map(|corner| corner.map(|value| rounded(value, 10.0)))
}

/// Of what is no number, JSON knows only `null`; a reader is better served by zero.
fn rounded(value: f32, parts: f64) -> f64 {
    // Adding zero turns -0.0 into 0.0.
    if value.is_finite() { (f64::from(value) * parts).round() / parts + 0.0 } else { 0.0 }
}
