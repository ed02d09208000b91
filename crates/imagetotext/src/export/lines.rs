//! A block → its lines of text, and where its words are in them.

mod code;
mod rows;
#[cfg(test)]
mod verses;

use super::dehyphenate::{self, SOFT_HYPHEN, Seam};
use crate::document::{Block, BlockKind, Cell};
use rows::{PlacedWord, Row, cell_words, rows, take_first_word};

/// What becomes of the line ends of the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LineMode {
    /// Where the picture has them.
    #[default]
    Keep,
    /// Paragraphs in one line each, words that a line end divided joined.
    Paragraphs,
    /// Everything in one line.
    One,
}

/// Between lines side by side: what prints well and what a program can split at.
const COLUMN_GAP: &str = "  ";

/// Between cells of a table: spreadsheets take it apart when it is pasted.
const CELL_GAP: &str = "\t";

/// One line of text.
#[derive(Debug, Default)]
pub(super) struct TextLine {
    pub(super) text: String,
    /// The words of the block in the order of the text.
    pub(super) spans: Vec<Span>,
    /// Whether the last word ends with a soft hyphen, which is left out of the text.
    is_divided: bool,
}

impl TextLine {
    /// A line without words of a block.
    pub(super) fn plain(text: String) -> Self {
        Self { text, ..Self::default() }
    }
}

/// Where a word of a block is in a line of text, in bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    pub(super) line: usize,
    pub(super) word: usize,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The lines of a block, as `mode` joins them.
pub(super) fn lines(block: &Block, mode: LineMode) -> Vec<TextLine> {
    if block.kind == BlockKind::Code && mode != LineMode::One {
        return code::lines(block);
    }
    let mut rows = rows(block);
    if mode == LineMode::One {
        let words = rows.iter_mut().flat_map(|row| &mut row.cells).flatten();
        words.for_each(|word| word.is_after_tab = false);
    }
    if mode == LineMode::Keep || !matches!(block.kind, BlockKind::ListItem { .. }) {
        return joined(&rows, &block.kind, mode);
    }
    let marker = take_first_word(&mut rows);
    let mut lines = joined(&rows, &block.kind, mode);
    if let Some(marker) = marker {
        let mut first = TextLine::default();
        first.push_word(marker);
        match lines.first_mut() {
            Some(line) => {
                first.push_line(line);
                *line = first;
            }
            None => lines.push(first),
        }
    }
    lines
}

/// The marker of a list item, and its lines without the marker.
pub(super) fn item(block: &Block, mode: LineMode) -> (Option<&str>, Vec<TextLine>) {
    let mut rows = rows(block);
    let marker = take_first_word(&mut rows).map(|word| word.text);
    (marker, joined(&rows, &block.kind, mode))
}

/// The whole block in one line, words that a line end divided joined.
pub(super) fn one_line(block: &Block) -> TextLine {
    let mut line = TextLine::default();
    for row in rows(block) {
        line.push_wrapped(&row, COLUMN_GAP, LineMode::One);
    }
    line
}

/// The text of a cell in one line. Words that a line end divided are joined, unless line ends are kept.
pub(super) fn cell(block: &Block, cell: &Cell, mode: LineMode) -> String {
    let mut text = TextLine::default();
    text.push_words(&cell_words(block, &cell.lines), mode);
    text.without_end().text
}

fn joined(rows: &[Row<'_>], kind: &BlockKind, mode: LineMode) -> Vec<TextLine> {
    let is_table = matches!(kind, BlockKind::Table(_));
    let gap = match mode {
        LineMode::One => " ",
        _ if is_table => CELL_GAP,
        _ => COLUMN_GAP,
    };
    let mut lines: Vec<TextLine> = Vec::new();
    let mut is_single = false;
    for row in rows {
        let is_text = !is_table && *kind != BlockKind::Code;
        let was_single = std::mem::replace(&mut is_single, is_text && row.cells.len() == 1);
        let first = row.cells.first().and_then(|cell| cell.first());
        let goes_on = |line: &TextLine| {
            row.is_wrapped
                || was_single
                    && is_single
                    && first.is_some_and(|word| dehyphenate::is_divided(&line.text, word.text))
        };
        if let Some(line) = lines.last_mut().filter(|line| mode != LineMode::Keep && goes_on(line))
        {
            line.push_wrapped(row, gap, mode);
            continue;
        }
        let mut line = TextLine::default();
        line.push_cells(&row.cells, gap, mode);
        // The first cell of a row may be empty.
        if is_table && mode != LineMode::One {
            lines.push(line);
            continue;
        }
        let mut line = line.without_begin();
        if *kind == BlockKind::Paragraph && mode != LineMode::One {
            line.indent(row.indent as usize);
        }
        lines.push(line);
    }
    lines
}

impl TextLine {
    /// Adds a row to the text that runs on in it.
    fn push_wrapped(&mut self, row: &Row<'_>, gap: &str, mode: LineMode) {
        let first = row.cells.first().and_then(|cell| cell.first());
        if let Some(first) = first.filter(|_| !self.text.is_empty()) {
            self.push_seam(first.text);
        }
        self.push_cells(&row.cells, gap, mode);
    }

    /// Adds what is between the text and the first word of the next line.
    fn push_seam(&mut self, word: &str) {
        if self.is_divided {
            return;
        }
        match dehyphenate::seam(&self.text, word) {
            Seam::Blank => self.text.push(' '),
            Seam::Joined => {}
            Seam::Word => {
                self.text.pop();
                self.clamp_spans();
            }
        }
    }

    fn push_cells(&mut self, cells: &[Vec<PlacedWord<'_>>], gap: &str, mode: LineMode) {
        // What is empty keeps its place where there are places.
        let cells = cells.iter().filter(|cell| mode != LineMode::One || !cell.is_empty());
        for (number, cell) in cells.enumerate() {
            if number > 0 {
                self.text.push_str(gap);
            }
            self.push_words(cell, mode);
        }
    }

    /// Adds the words of a line, or of all lines of a cell.
    fn push_words(&mut self, words: &[PlacedWord<'_>], mode: LineMode) {
        let mut line = None;
        for word in words {
            match line.replace(word.line) {
                None => {}
                Some(line) if line != word.line && mode != LineMode::Keep => {
                    self.push_seam(word.text);
                }
                Some(_) => self.text.push(if word.is_after_tab { '\t' } else { ' ' }),
            }
            self.push_word(*word);
        }
    }

    fn push_word(&mut self, PlacedWord { line, word, text, .. }: PlacedWord<'_>) {
        let start = self.text.len();
        self.text.extend(text.chars().filter(|&character| character != SOFT_HYPHEN));
        self.spans.push(Span { line, word, start, end: self.text.len() });
        self.is_divided = text.ends_with(SOFT_HYPHEN);
    }

    /// Adds a line after a blank.
    fn push_line(&mut self, line: &Self) {
        self.text.push(' ');
        let begin = self.text.len();
        self.text.push_str(&line.text);
        let moved = line.spans.iter().map(|span| span.moved(begin));
        self.spans.extend(moved);
    }

    fn indent(&mut self, blanks: usize) {
        self.text.insert_str(0, &" ".repeat(blanks));
        for span in &mut self.spans {
            *span = span.moved(blanks);
        }
    }

    /// Without white space at its start.
    fn without_begin(mut self) -> Self {
        let begin = self.text.len() - self.text.trim_start().len();
        self.text.drain(..begin);
        for span in &mut self.spans {
            span.start = span.start.saturating_sub(begin);
            span.end = span.end.saturating_sub(begin);
        }
        self
    }

    /// Without white space at its end.
    pub(super) fn without_end(mut self) -> Self {
        self.text.truncate(self.text.trim_end().len());
        self.clamp_spans();
        self
    }

    /// Ends spans where the text ends now.
    fn clamp_spans(&mut self) {
        let end = self.text.len();
        for span in self.spans.iter_mut().rev().take_while(|span| span.end > end) {
            span.start = span.start.min(end);
            span.end = end;
        }
    }
}

impl Span {
    /// The span in a text in which its line begins at `begin`.
    pub(super) fn moved(self, begin: usize) -> Self {
        Self { start: self.start + begin, end: self.end + begin, ..self }
    }
}
