//! Rows → paragraphs, list items and table rows.

use super::mend;
use super::rows::Row;
use crate::document::Quad;

/// What the text of a block is made of.
#[derive(Debug, PartialEq)]
pub(super) enum Piece {
    /// Prose: its lines, to be joined as the reader likes.
    Paragraph(Vec<String>),
    /// An item of a list: its mark and its lines.
    Item(Mark, Vec<String>),
    /// Parts that stand side by side.
    Cells(Vec<String>),
}

/// What stands before an item.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Mark {
    /// A dot or dash, as it was read.
    Bullet(String),
    /// A number with its delimiter, as it was read: `3.` or `3)`.
    Number(String),
}

impl Mark {
    /// The mark as it was read.
    pub(super) fn as_str(&self) -> &str {
        match self {
            Self::Bullet(mark) | Self::Number(mark) => mark,
        }
    }

    fn of(word: &str) -> Option<Self> {
        if matches!(word, "•" | "◦" | "▪" | "●" | "○" | "‣" | "·" | "-" | "–" | "—" | "*")
        {
            return Some(Self::Bullet(word.to_owned()));
        }
        let digits = word.strip_suffix(['.', ')'])?;
        // Longer ones are years that end a sentence.
        let short = (1..=3).contains(&digits.len());
        (short && digits.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| Self::Number(word.to_owned()))
    }
}

/// Divides rows into pieces.
pub(super) fn pieces(rows: &[Row<'_>]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let text = visible(row);
        if let Some((mark, rest)) = item(&text) {
            pieces.push(Piece::Item(mark, vec![rest]));
        } else if let [line] = text.as_slice() {
            let line = line.clone();
            let follows = index > 0 && runs_on(rows, index);
            match pieces.last_mut() {
                Some(Piece::Paragraph(lines) | Piece::Item(_, lines)) if follows => {
                    lines.push(line);
                }
                _ => pieces.push(Piece::Paragraph(vec![line])),
            }
        } else {
            pieces.push(Piece::Cells(text));
        }
    }
    pieces
}

/// Lines joined as in running text.
pub(super) fn joined(lines: &[String]) -> String {
    let mut text = String::with_capacity(lines.iter().map(|line| line.len() + 1).sum());
    for line in lines {
        mend::append(&mut text, line);
    }
    text.truncate(text.trim_end_matches('\u{ad}').len());
    text
}

/// Texts of a row without soft hyphens, but for the one at its end, which divides a word.
fn visible(row: &Row<'_>) -> Vec<String> {
    row.iter()
        .map(|line| {
            let text = line.text();
            let mut clean = String::with_capacity(text.len());
            mend::push_visible(&mut clean, &text);
            if text.ends_with('\u{ad}') {
                clean.push('\u{ad}');
            }
            clean
        })
        .collect()
}

/// A mark in a line of its own before the text, or as the first word of the text.
fn item(row: &[String]) -> Option<(Mark, String)> {
    match row {
        [mark, text] => Some((Mark::of(mark)?, text.clone())),
        [line] => {
            let (mark, text) = line.split_once(' ')?;
            Some((Mark::of(mark)?, text.to_owned()))
        }
        _ => None,
    }
}

/// Whether the row above was full: the first word of this row would not have fitted into it.
fn runs_on(rows: &[Row<'_>], index: usize) -> bool {
    let (Some(above), Some(line)) = (rows[index - 1].last(), rows[index].first()) else {
        return false;
    };
    let way = above.quad.direction();
    let ends = rows.iter().filter_map(|row| Some(reach(&row.last()?.quad, way).1));
    let margin = ends.fold(f32::NEG_INFINITY, f32::max);
    let Some(word) = line.words.first() else { return true };
    let (start, end) = reach(&word.quad, way);
    // A blank and the raggedness that justified and recognised text has.
    let slack = line.quad.height();
    reach(&above.quad, way).1 + (end - start) + slack >= margin
}

/// Where a quad begins and ends along a direction.
pub(super) fn reach(quad: &Quad, [x, y]: [f32; 2]) -> (f32, f32) {
    let along = quad.0.map(|corner| x * corner[0] + y * corner[1]);
    (along.into_iter().fold(f32::INFINITY, f32::min), along.into_iter().fold(f32::MIN, f32::max))
}
