//! What was read: plain data, in the coordinates of the upright picture (pixels, origin top left).

use serde::{Deserialize, Serialize};
use zeroize::Zeroize as _;

/// All pages of one file, in order. A plain picture has one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// The pages, in the order of the file.
    pub pages: Vec<Page>,
}

/// One picture and what stands in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// Width of the upright picture in pixels.
    pub width: u32,
    /// Height of the upright picture in pixels.
    pub height: u32,
    /// Blocks in reading order.
    pub blocks: Vec<Block>,
}

/// Lines that belong together: a paragraph, a heading, a table cell, a label.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Block {
    /// Lines from top to bottom; lines of one visual row stand side by side, left to right.
    pub lines: Vec<Line>,
}

/// One line of text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// Outline of the line: from the top of the ascenders to the bottom of the descenders.
    pub quad: Quad,
    /// Words from left to right, never empty.
    pub words: Vec<Word>,
}

/// A run of characters without a blank; wiped when dropped.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Word {
    /// The characters, NFC.
    pub text: String,
    /// Outline of the word.
    pub quad: Quad,
    /// Probability, 0 to 1, that the word is right: the lowest of its characters.
    pub confidence: f32,
    /// Probability, 0 to 1, of each `char` of `text`.
    pub characters: Vec<f32>,
}

/// Four corners in reading order: top left, top right, bottom right, bottom left of the text.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Quad(pub [[f32; 2]; 4]);

/// Smallest upright rectangle around something, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Bounds {
    /// Left edge.
    pub left: f32,
    /// Top edge.
    pub top: f32,
    /// Right edge.
    pub right: f32,
    /// Bottom edge.
    pub bottom: f32,
}

impl Quad {
    /// The quad of an upright rectangle.
    pub fn upright(left: f32, top: f32, right: f32, bottom: f32) -> Self {
        Self([[left, top], [right, top], [right, bottom], [left, bottom]])
    }

    /// Smallest upright rectangle around the four corners.
    pub fn bounds(&self) -> Bounds {
        let xs = self.0.map(|p| p[0]);
        let ys = self.0.map(|p| p[1]);
        Bounds {
            left: xs.into_iter().fold(f32::INFINITY, f32::min),
            top: ys.into_iter().fold(f32::INFINITY, f32::min),
            right: xs.into_iter().fold(f32::NEG_INFINITY, f32::max),
            bottom: ys.into_iter().fold(f32::NEG_INFINITY, f32::max),
        }
    }

    /// The way the text runs, of length one; to the right where the corners do not tell.
    pub fn direction(&self) -> [f32; 2] {
        let [tl, tr, br, bl] = self.0;
        let way = [0, 1].map(|i| tr[i] + br[i] - tl[i] - bl[i]);
        let length = way[0].hypot(way[1]);
        if length.is_finite() && length > 0.0 { way.map(|it| it / length) } else { [1.0, 0.0] }
    }

    /// Middle of the side where the text begins.
    pub(crate) fn start(&self) -> [f32; 2] {
        middle(self.0[0], self.0[3])
    }

    /// Middle of the side where it ends.
    pub(crate) fn end(&self) -> [f32; 2] {
        middle(self.0[1], self.0[2])
    }

    /// Where `point` lies as seen from `origin`: along the text, and across it.
    pub(crate) fn seen(&self, origin: [f32; 2], point: [f32; 2]) -> [f32; 2] {
        let [x, y] = self.direction();
        let [right, down] = [0, 1].map(|i| point[i] - origin[i]);
        [x * right + y * down, x * down - y * right]
    }

    /// Height of the text: mean length of the left and right side, in pixels.
    pub fn height(&self) -> f32 {
        let [tl, tr, br, bl] = self.0;
        f32::midpoint(distance(tl, bl), distance(tr, br))
    }
}

impl Drop for Word {
    fn drop(&mut self) {
        self.text.zeroize();
        self.characters.zeroize();
    }
}

/// The point half way between two.
pub(crate) fn middle(a: [f32; 2], b: [f32; 2]) -> [f32; 2] {
    [0, 1].map(|i| f32::midpoint(a[i], b[i]))
}

fn distance(a: [f32; 2], b: [f32; 2]) -> f32 {
    (a[0] - b[0]).hypot(a[1] - b[1])
}

impl Line {
    /// The words joined by single blanks.
    pub fn text(&self) -> String {
        let words: Vec<&str> = self.words.iter().map(|word| word.text.as_str()).collect();
        words.join(" ")
    }

    /// Probability, 0 to 1: mean over the words.
    pub fn confidence(&self) -> f32 {
        let sum: f32 = self.words.iter().map(|word| word.confidence).sum();
        sum / self.words.len().max(1) as f32
    }
}

impl Page {
    /// All lines in reading order.
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        self.blocks.iter().flat_map(|block| &block.lines)
    }

    /// Whether an engine could have read this page: no characters that command a terminal, no places
    /// beyond all numbers. For pages from a process that may have been taken over by a picture.
    pub fn is_sound(&self) -> bool {
        let sound = |quad: &Quad| quad.0.iter().flatten().all(|at| at.is_finite());
        self.lines().all(|line| {
            let mut words = line.words.iter();
            let one = |word: &Word| {
                let numbers = word.characters.iter().chain([&word.confidence]);
                sound(&word.quad)
                    && numbers.copied().all(f32::is_finite)
                    && !word.text.contains(char::is_control)
            };
            sound(&line.quad) && words.all(one)
        })
    }
}
