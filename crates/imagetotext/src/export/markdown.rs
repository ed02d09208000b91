//! Markdown.

use std::fmt::Write as _;

use super::LineMode;
use super::code;
use super::escape;
use super::flow::{self, Mark, Piece};
use super::rows::{Row, rows};
use super::text;
use crate::document::{Document, Page};

/// Lines this much taller than the text of the page are headings of the first, second and third
/// level. Common style sheets set them 2, 1.5 and 1.17 times as large; the last cannot be told
/// from what recognition makes of a line without descenders.
const HEADINGS: [(f32, &str); 3] = [(1.9, "# "), (1.5, "## "), (1.3, "### ")];

/// A heading is not longer than this many rows.
const HEADING_ROWS: usize = 2;

/// Rows of text a page must have to tell what is larger than usual.
const BODY_ROWS: usize = 3;

/// Markdown: headings, paragraphs, lists and tables, in `CommonMark` with the tables of GFM.
///
/// With [`LineMode::Keep`] a line end of the picture is a hard one (a backslash at the end of the
/// line); with [`LineMode::One`] there is one paragraph and no other markup.
pub fn markdown(document: &Document, mode: LineMode) -> String {
    if mode == LineMode::One {
        let text = super::text(document, mode);
        let line = escape::line(&text);
        return if line.is_empty() { line } else { line + "\n" };
    }
    let mut parts: Vec<String> = Vec::new();
    for page in &document.pages {
        let usual = usual_height(page);
        let mut in_code = false;
        for (block, margin) in page.blocks.iter().zip(code::margins(page)) {
            let rows = rows(block);
            if let Some(margin) = margin {
                of_code(&text::of_code(&rows, margin), in_code, &mut parts);
            } else if let Some(text) = heading(&rows, usual) {
                parts.push(text);
            } else {
                of_pieces(&flow::pieces(&rows), mode, &mut parts);
            }
            in_code = margin.is_some();
        }
    }
    let mut all = String::with_capacity(parts.iter().map(|part| part.len() + 2).sum());
    for part in parts.iter().filter(|part| !part.is_empty()) {
        if !all.is_empty() {
            all.push_str("\n\n");
        }
        all.push_str(part);
    }
    if !all.is_empty() {
        all.push('\n');
    }
    all
}

/// Height at which half of the characters of a page are not taller; none of a page with too little
/// text.
fn usual_height(page: &Page) -> Option<f32> {
    let mut heights: Vec<(f32, usize)> =
        page.lines().map(|line| (line.quad.height(), line.text().len())).collect();
    if heights.len() <= BODY_ROWS {
        return None;
    }
    heights.sort_by(|a, b| a.0.total_cmp(&b.0));
    let all: usize = heights.iter().map(|(_, length)| length).sum();
    let mut sum = 0;
    let middle = heights.iter().find(|(_, length)| {
        sum += length;
        sum * 2 >= all
    });
    middle.map(|(height, _)| *height)
}

fn heading(rows: &[Row<'_>], usual: Option<f32>) -> Option<String> {
    let usual = usual?;
    if rows.len() > HEADING_ROWS || rows.iter().any(|row| row.len() > 1) {
        return None;
    }
    let lines: Vec<_> = rows.iter().flatten().collect();
    let height = lines.iter().map(|line| line.quad.height()).fold(f32::INFINITY, f32::min);
    // A number or an icon in large type heads nothing.
    let letters = lines.iter().flat_map(|line| &line.words).flat_map(|word| word.text.chars());
    if letters.filter(|it| it.is_alphabetic()).count() < 3 {
        return None;
    }
    // The middle of a sentence is none either, however tall its box came out.
    let begins_small = lines[0].text().starts_with(char::is_lowercase);
    if begins_small || lines[lines.len() - 1].text().ends_with([',', ';', '.']) {
        return None;
    }
    let (_, mark) = HEADINGS.into_iter().find(|(ratio, _)| height >= ratio * usual)?;
    let lines: Vec<String> = lines.iter().map(|line| line.text()).collect();
    let text = escape::inline(flow::joined(&lines).trim());
    // Number signs at the end would be taken for the closing ones.
    let kept = text.trim_end_matches('#').len();
    let closing = if kept < text.len() { r"\" } else { "" };
    Some(format!("{mark}{}{closing}{}", &text[..kept], &text[kept..]))
}

/// Adds program code, to the code before it if there is some.
fn of_code(code: &str, goes_on: bool, parts: &mut Vec<String>) {
    const FENCE: &str = "```";
    // A fence within the code would end it.
    let code = code.replace(FENCE, "~~~");
    match parts.last_mut().filter(|_| goes_on) {
        Some(part) => {
            part.truncate(part.len() - FENCE.len());
            let _ = write!(part, "\n{code}\n{FENCE}");
        }
        None => parts.push(format!("{FENCE}\n{code}\n{FENCE}")),
    }
}

/// Adds the paragraphs, lists and tables of a block.
fn of_pieces(pieces: &[Piece], mode: LineMode, parts: &mut Vec<String>) {
    let mut rest = pieces;
    while let Some(first) = rest.first() {
        let same = match first {
            Piece::Item(..) => count(rest, |it| matches!(it, Piece::Item(..))),
            Piece::Cells(cells) => {
                let width = cells.len();
                let rows =
                    count(rest, |it| matches!(it, Piece::Cells(cells) if cells.len() == width));
                if rows > 1 { rows } else { count(rest, is_plain) }
            }
            Piece::Paragraph(_) => count(rest, is_plain),
        };
        // A table may begin within the plain lines: they end before it.
        let table = (1..same).find(|&at| is_plain(&rest[at]) && begins_table(&rest[at..]));
        let same = if is_table(&rest[..same]) { same } else { table.unwrap_or(same) };
        let (now, later) = rest.split_at(same);
        parts.push(if is_table(now) { table_of(now) } else { lines_of(now, mode) });
        rest = later;
    }
}

fn count(pieces: &[Piece], holds: impl Fn(&Piece) -> bool) -> usize {
    pieces.iter().take_while(|piece| holds(piece)).count()
}

fn is_plain(piece: &Piece) -> bool {
    !matches!(piece, Piece::Item(..))
}

fn begins_table(pieces: &[Piece]) -> bool {
    pieces.len() > 1 && is_table(&pieces[..2])
}

/// At least two rows with as many cells each.
fn is_table(pieces: &[Piece]) -> bool {
    let widths = pieces.iter().map(|piece| match piece {
        Piece::Cells(cells) => cells.len(),
        _ => 0,
    });
    let widths: Vec<usize> = widths.collect();
    widths.len() > 1 && widths[0] > 1 && widths.iter().all(|width| *width == widths[0])
}

fn table_of(rows: &[Piece]) -> String {
    let mut lines = Vec::with_capacity(rows.len() + 1);
    for row in rows {
        let Piece::Cells(cells) = row else { continue };
        let escaped: Vec<String> =
            cells.iter().map(|cell| escape::inline(cell.replace('\u{ad}', "").trim())).collect();
        lines.push(format!("| {} |", escaped.join(" | ")));
        if lines.len() == 1 {
            lines.push(format!("|{}", " --- |".repeat(cells.len())));
        }
    }
    lines.join("\n")
}

/// Plain lines with hard ends, or the items of a list.
fn lines_of(pieces: &[Piece], mode: LineMode) -> String {
    let mut text = String::new();
    let is_list = pieces.iter().any(|piece| !is_plain(piece));
    for piece in pieces {
        let (mark, lines) = match piece {
            Piece::Paragraph(lines) => (String::new(), in_mode(lines, mode)),
            Piece::Item(Mark::Bullet(_), lines) => ("- ".to_owned(), in_mode(lines, mode)),
            Piece::Item(Mark::Number(mark), lines) => (format!("{mark} "), in_mode(lines, mode)),
            Piece::Cells(cells) => (String::new(), vec![cells.join("  ").replace('\u{ad}', "")]),
        };
        if !text.is_empty() {
            text.push_str(if is_list { "\n" } else { "\\\n" });
        }
        let indent = " ".repeat(mark.len());
        let lines: Vec<String> = lines.iter().map(|line| escape::line(line)).collect();
        text.push_str(&mark);
        text.push_str(&lines.join(&format!("\\\n{indent}")));
    }
    text
}

fn in_mode(lines: &[String], mode: LineMode) -> Vec<String> {
    match mode {
        LineMode::Keep => lines.iter().map(|line| line.replace('\u{ad}', "")).collect(),
        LineMode::Paragraphs | LineMode::One => vec![flow::joined(lines)],
    }
}
