//! A table of words.

use std::fmt::Write as _;

use super::escape;
use crate::document::{Document, Page, Quad};

const HEAD: &str = "page\tblock\tline\tword\tleft\ttop\twidth\theight\tconfidence\ttext\n";

/// A table of words, tab separated, with a head.
///
/// Pages, blocks of a page (as in the document and in JSON), lines of a block and words of a line
/// are counted from 1; boxes are in whole pixels, the confidence is a probability with three
/// decimals. Codes have the numbers of blocks after those of their page, with one line and one word.
pub fn tsv(document: &Document) -> String {
    table(document, None, true)
}

/// The table, with the column `file` at its left if there is a name; the head of a later part of a
/// table is left out.
pub(super) fn table(document: &Document, file: Option<&str>, is_first: bool) -> String {
    let file = file.map(|name| escape::printable(name) + "\t").unwrap_or_default();
    let words: usize = document.pages.iter().flat_map(Page::lines).map(|it| it.words.len()).sum();
    let mut table = String::with_capacity(2 * HEAD.len() + (48 + file.len()) * words);
    if is_first {
        table.push_str(if file.is_empty() { "" } else { "file\t" });
        table.push_str(HEAD);
    }
    for (page, it) in (1..).zip(&document.pages) {
        for (block, it) in (1..).zip(&it.blocks) {
            for (line, it) in (1..).zip(&it.lines) {
                for (word, it) in (1..).zip(&it.words) {
                    table.push_str(&file);
                    row(&mut table, [page, block, line, word], &it.quad, it.confidence, &it.text);
                }
            }
        }
        for (block, it) in (it.blocks.len() as u32 + 1..).zip(&it.codes) {
            table.push_str(&file);
            // They are checked, or they are not read.
            row(&mut table, [page, block, 1, 1], &it.quad, 1.0, &it.text);
        }
    }
    table
}

fn row(table: &mut String, numbers: [u32; 4], quad: &Quad, confidence: f32, text: &str) {
    for number in numbers {
        let _ = write!(table, "{number}\t");
    }
    let bounds = quad.bounds();
    let (left, top) = (bounds.left.round(), bounds.top.round());
    let (width, height) = (bounds.right.round() - left, bounds.bottom.round() - top);
    for value in [left, top, width, height] {
        // Whole numbers; what is no number becomes 0.
        let _ = write!(table, "{}\t", value as i64);
    }
    let _ = write!(table, "{:.3}\t", if confidence.is_finite() { confidence } else { 0.0 });
    table.extend(text.chars().map(|it| if it.is_control() { ' ' } else { it }));
    table.push('\n');
}
