//! What was read: plain data, in the coordinates of the upright picture (pixels, origin top left).
//!
//! [`Document`] › [`Page`] › [`Block`] › [`Line`] › [`Word`]. The kind of a block is its
//! [`BlockKind`]. A page has its [`Code`]s beside them. The types are `#[non_exhaustive]`: create them with their `new`, then set what
//! differs.
//!
//! They travel between processes as they are, so their serde form is one that formats which do not
//! describe themselves can carry. The JSON for people is another one: [`crate::export::json()`].

mod attachment;
mod code;
mod geometry;
mod kind;
mod resolution;
mod script;
mod soundness;

use serde::{Deserialize, Serialize};
use zeroize::Zeroize as _;

use crate::right_to_left::has_right_to_left;

pub use code::{Code, CodeKind};
pub(crate) use geometry::middle;
pub use geometry::{Bounds, Quad};
pub use kind::{BlockKind, Cell, Marker, Table};
pub use resolution::Resolution;
pub use script::UnreadScript;

/// All pages of one file, in order. A plain picture has one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Document {
    /// The pages, in the order of the file.
    pub pages: Vec<Page>,
}

/// One picture and its text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Page {
    /// Which page of its file it is, from 1.
    pub number: u32,
    /// Width of the upright picture in pixels.
    pub width: u32,
    /// Height of the upright picture in pixels.
    pub height: u32,
    /// Pixels an inch, if the file says so and it can be believed. Without it nobody knows the size on paper.
    pub resolution: Option<Resolution>,
    /// Blocks in reading order.
    pub blocks: Vec<Block>,
    /// The script of most lines of the page, if it cannot be read yet. These lines are not in the blocks.
    pub unread: Option<UnreadScript>,
    /// QR codes and barcodes, from top to bottom; at most [`Page::MAX_CODES`]. Their letters and bars are no
    /// text of the blocks.
    pub codes: Vec<Code>,
    /// Names of files that are attached to the page of a PDF, and on the first page that was read of those that are
    /// attached to the file. They were not opened. At most [`Page::MAX_ATTACHMENTS`], fit to be shown.
    pub attachments: Vec<String>,
}

/// Lines that belong together: a paragraph, a heading, an item of a list, a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Block {
    /// What the block is.
    pub kind: BlockKind,
    /// Whether a gap, a change of size or of column sets it off from the block before it. Text
    /// formats have a blank line there, and an end of line where it is not set off.
    pub gap_before: bool,
    /// Lines from top to bottom; lines of one visual row are side by side, left to right.
    pub lines: Vec<Line>,
}

/// One line of text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Line {
    /// Outline of the line: from the top of the ascenders to the bottom of the descenders.
    pub quad: Quad,
    /// How the line follows the one before it in its block.
    pub start: LineStart,
    /// Indentation of a line of program code or of a verse, in characters, at most
    /// [`Line::MAX_INDENT`]; else 0.
    pub indent: u32,
    /// Words in reading order, never empty: from left to right, and from right to left in Arabic and Hebrew, which a text
    /// layer may have.
    pub words: Vec<Word>,
}

/// How a line follows the one before it in its block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum LineStart {
    /// It begins a row, and the line end before it belongs to the text: the first line of a block,
    /// a line of an address or a poem.
    #[default]
    NewLine,
    /// It begins a row only because the row above was full: the text runs on.
    Wrapped,
    /// It is beside the line before it, in the same row.
    SameRow,
}

/// Characters without a blank between them; wiped when dropped.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Word {
    /// The characters, NFC.
    pub text: String,
    /// Outline of the word.
    pub quad: Quad,
    /// Probability, 0 to 1, that the word is right. The built-in engine judges by its characters, by the rest of
    /// the line, and by how usual its letters are in their order; else it is the lowest of its characters.
    pub confidence: f32,
    /// Probability, 0 to 1, of each `char` of `text`.
    pub characters: Vec<f32>,
}

impl Document {
    /// A document of these pages.
    pub const fn new(pages: Vec<Page>) -> Self {
        Self { pages }
    }

    /// Removes what repeats at the top and the foot of pages: running titles and page numbers.
    pub fn remove_running_heads(&mut self) {
        for page in &mut self.pages {
            page.remove_running_heads();
        }
    }
}

impl Page {
    /// Most codes of a page.
    pub const MAX_CODES: usize = 200;

    /// The first page, of this size in pixels, with blocks in reading order, without codes.
    pub const fn new(width: u32, height: u32, blocks: Vec<Block>) -> Self {
        Self {
            number: 1,
            width,
            height,
            resolution: None,
            blocks,
            unread: None,
            codes: Vec::new(),
            attachments: Vec::new(),
        }
    }

    /// Removes running titles and page numbers.
    pub fn remove_running_heads(&mut self) {
        self.blocks.retain(|block| !block.kind.is_running());
    }

    /// All lines in reading order.
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        self.blocks.iter().flat_map(|block| &block.lines)
    }
}

impl BlockKind {
    /// Whether it repeats on pages.
    pub(crate) const fn is_running(&self) -> bool {
        matches!(self, Self::RunningHead | Self::RunningFoot)
    }
}

impl Block {
    /// A block that is set off from the one before it.
    pub const fn new(kind: BlockKind, lines: Vec<Line>) -> Self {
        Self { kind, gap_before: true, lines }
    }

    /// The visual rows from top to bottom: lines side by side, left to right.
    pub fn rows(&self) -> impl Iterator<Item = &[Line]> {
        self.lines.chunk_by(|_, line| line.start == LineStart::SameRow)
    }
}

impl Line {
    /// Deepest indentation that is kept, in characters. More than this is none, but a column.
    pub const MAX_INDENT: u32 = 60;

    /// Gap between two words, in heights of the line, that is wider than any blank: a tab, or the dots of a
    /// leader, `Introduction ........ 1`. Words of prose that are set wide apart are up to 1.5 apart.
    const TAB_GAP: f32 = 2.0;

    /// A line that begins a row.
    pub const fn new(quad: Quad, words: Vec<Word>) -> Self {
        Self { quad, start: LineStart::NewLine, indent: 0, words }
    }

    /// The words joined by single blanks, and by tabs where a leader or a wide gap is between them.
    pub fn text(&self) -> String {
        let length: usize = self.words.iter().map(|word| word.text.len() + 1).sum();
        let mut text = String::with_capacity(length);
        for (index, word) in self.words.iter().enumerate() {
            if index > 0 {
                text.push(if self.has_tab_before(index) { '\t' } else { ' ' });
            }
            text.push_str(&word.text);
        }
        text
    }

    /// Whether a gap wider than a blank is before a word.
    pub(crate) fn has_tab_before(&self, word: usize) -> bool {
        let before = word.checked_sub(1).and_then(|before| self.words.get(before));
        before.zip(self.words.get(word)).is_some_and(|(before, word)| {
            let [gap, _] = self.quad.seen(before.quad.end(), word.quad.start());
            // In its place, the next word of those from right to left is another one.
            let is_turned = [before, word].iter().any(|it| has_right_to_left(&it.text));
            gap > Self::TAB_GAP * self.quad.height() && !is_turned
        })
    }

    /// Probability, 0 to 1: mean over the words.
    pub fn confidence(&self) -> f32 {
        let sum: f32 = self.words.iter().map(|word| word.confidence).sum();
        sum / self.words.len().max(1) as f32
    }
}

impl Word {
    /// A word with the probability, 0 to 1, of each `char`; that of the word is the lowest of them.
    pub fn new(text: impl Into<String>, quad: Quad, characters: Vec<f32>) -> Self {
        let confidence = characters.iter().copied().fold(1.0, f32::min);
        Self { text: text.into(), quad, confidence, characters }
    }

    /// Gives it another text of as many characters, and wipes the one before.
    pub(crate) fn replace_text(&mut self, text: String) {
        self.text.zeroize();
        self.text = text;
    }
}

impl Drop for Word {
    fn drop(&mut self) {
        self.text.zeroize();
        self.characters.zeroize();
    }
}
