//! Plain text.

use super::lines::{LineMode, TextLine, lines};
use super::spans::{TextWithSpans, WordSpan};
use crate::document::{Code, Document};

/// Plain text.
///
/// A blank line is between blocks that are set off from each other and between pages; what
/// is side by side in the picture is two blanks apart; program code keeps its indentation. With
/// [`LineMode::Paragraphs`], list items and rows of tables keep their line; with [`LineMode::One`],
/// single blanks are all there is. The text ends with a line end unless there is none, and no line
/// ends with a blank. QR codes and barcodes are lines of their own after the text of their page.
pub fn text(document: &Document, mode: LineMode) -> String {
    let mut pieces = pieces(document, mode);
    for (page, it) in document.pages.iter().enumerate().rev() {
        add_codes(&mut pieces, page, &it.codes, mode);
    }
    joined(pieces).text
}

/// Plain text without codes, and where the words of the document are in it.
///
/// ```
/// use imagetotext::export::{LineMode, text_with_spans};
/// use imagetotext::{Block, BlockKind, Document, Line, Page, Quad, Word};
///
/// let word = |text: &str, left, right| {
///     let quad = Quad::upright(left, 0.0, right, 20.0);
///     Word::new(text, quad, vec![0.9; text.chars().count()])
/// };
/// let words = vec![word("Zażółć", 0.0, 60.0), word("gęślą", 70.0, 120.0)];
/// let line = Line::new(Quad::upright(0.0, 0.0, 120.0, 20.0), words);
/// let block = Block::new(BlockKind::Paragraph, vec![line]);
/// let document = Document::new(vec![Page::new(200, 100, vec![block])]);
///
/// let result = text_with_spans(&document, LineMode::Keep);
/// assert_eq!(result.text, "Zażółć gęślą\n");
/// let second = result.spans[1];
/// assert_eq!(&result.text[second.start..second.end], "gęślą");
/// let line = &document.pages[second.page].blocks[second.block].lines[second.line];
/// assert_eq!(line.words[second.word].text, "gęślą");
/// assert_eq!((result.utf16_spans()[1].start, result.utf16_spans()[1].end), (7, 12));
/// ```
pub fn text_with_spans(document: &Document, mode: LineMode) -> TextWithSpans {
    joined(pieces(document, mode))
}

fn joined(pieces: Vec<Piece>) -> TextWithSpans {
    // One block of the right size: nothing is moved, so nothing is left behind in memory.
    let lengths = pieces.iter().map(|piece| piece.separator.len() + piece.line.text.len());
    let mut text = String::with_capacity(lengths.sum::<usize>() + 1);
    let mut spans = Vec::with_capacity(pieces.iter().map(|piece| piece.line.spans.len()).sum());
    for Piece { separator, page, block, line } in pieces {
        text.push_str(separator);
        let begin = text.len();
        text.push_str(&line.text);
        spans.extend(line.spans.iter().map(|span| {
            let span = span.moved(begin);
            WordSpan {
                page,
                block,
                line: span.line,
                word: span.word,
                start: span.start,
                end: span.end,
            }
        }));
    }
    if !text.is_empty() {
        text.push('\n');
    }
    TextWithSpans { text, spans }
}

/// A line of the text with what comes before it.
struct Piece {
    separator: &'static str,
    page: usize,
    block: usize,
    line: TextLine,
}

/// Adds the codes of a page after its text.
fn add_codes(pieces: &mut Vec<Piece>, page: usize, codes: &[Code], mode: LineMode) {
    let at = pieces.partition_point(|piece| piece.page <= page);
    let is_first = |pieces: &[Piece]| pieces.iter().all(|piece| piece.line.text.is_empty());
    let (mut is_begun, mut is_gap) = (!is_first(&pieces[..at]), true);
    let lines = codes.iter().flat_map(|code| code.text.lines()).filter(|line| !line.is_empty());
    let added: Vec<Piece> = lines
        .map(|line| {
            let separator = match mode {
                _ if !is_begun => "",
                LineMode::One => " ",
                _ if is_gap => "\n\n",
                _ => "\n",
            };
            (is_begun, is_gap) = (true, false);
            let line = TextLine::plain(line.trim_end().to_owned());
            Piece { separator, page, block: 0, line }
        })
        .collect();
    // What began the text begins no more.
    let next = pieces[at..].iter_mut().find(|piece| !piece.line.text.is_empty());
    if let Some(next) = next.filter(|next| !added.is_empty() && next.separator.is_empty()) {
        next.separator = if mode == LineMode::One { " " } else { "\n\n" };
    }
    pieces.splice(at..at, added);
}

fn pieces(document: &Document, mode: LineMode) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut is_begun = false;
    for (page, it) in document.pages.iter().enumerate() {
        let mut is_gap = true;
        for (block, it) in it.blocks.iter().enumerate() {
            is_gap |= it.gap_before;
            for line in lines(it, mode).into_iter().map(TextLine::without_end) {
                let separator = match mode {
                    _ if !is_begun || line.text.is_empty() => "",
                    LineMode::One => " ",
                    _ if is_gap => "\n\n",
                    _ => "\n",
                };
                if !line.text.is_empty() {
                    (is_gap, is_begun) = (false, true);
                }
                pieces.push(Piece { separator, page, block, line });
            }
        }
    }
    pieces
}
