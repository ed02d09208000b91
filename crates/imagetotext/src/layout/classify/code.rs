//! Which blocks are program code, and how far their lines are indented.
//!
//! Code is known by its signs, or by equally wide characters and indentation ([`pitch`]).

use super::block::{self, LineRow};
use super::{Group, numbered, pitch, wrapping};
use crate::document::{Block, BlockKind, Line};
use crate::fixed_pitch::FixedPitch;
use crate::layout::kind::Kind;
use crate::layout::tuning::TUNING;

/// Ends of lines that prose does not have.
const ENDS: [&str; 12] = ["{", "}", ";", "(", "[", "=>", "->", "):", "},", "),", ")?", "\\"];
/// What only lines of code begin with.
const STARTS: [&str; 12] =
    ["//", "/*", "#include", "#[", "#!", "fn ", "def ", "let ", "import ", "return ", "</", "@@"];
/// What code has within a line and prose has not.
const INSIDE: [&str; 9] = ["()", "::", "->", "=>", "==", "!=", "&&", "||", "+="];

/// Where a piece of code begins, to which its lines are indented.
#[derive(Debug, Clone, Copy)]
pub(super) struct Margin {
    left: f32,
    /// Width of a character.
    advance: f32,
    direction: [f32; 2],
}

impl Margin {
    /// Blanks before a row.
    fn indent(&self, row: &[Line]) -> u32 {
        let left = row.first().map_or(self.left, |line| line.quad.extent(self.direction).0);
        let blanks = ((left - self.left) / self.advance).round() as u32;
        if blanks > Line::MAX_INDENT { 0 } else { blanks }
    }
}

/// The rows as a block of code.
pub(super) fn block(mut rows: Vec<LineRow>, margin: Margin) -> Block {
    for row in &mut rows {
        let indent = margin.indent(row);
        if let Some(first) = row.first_mut() {
            first.indent = indent;
        }
    }
    let wraps = vec![false; rows.len()];
    block::block(BlockKind::Code, rows, &wraps)
}

/// For each group of a page its margin, if it is code, or the whole page is indented as code is.
pub(super) fn margins(groups: &[Group]) -> Vec<Option<Margin>> {
    if is_manual(groups) {
        return vec![margin(groups); groups.len()];
    }
    let mut margins = Vec::with_capacity(groups.len());
    let mut rest = groups;
    while !rest.is_empty() {
        let piece = piece(rest);
        let margin = margin(&rest[..piece]);
        margins.extend(std::iter::repeat_n(margin, piece.max(1)));
        rest = &rest[piece.max(1)..];
    }
    margins
}

/// Whether the texts of a page of equally wide characters stand below short headings at whole steps from its margin, as in the
/// manual of a program.
fn is_manual(groups: &[Group]) -> bool {
    let has_cells = |it: &Group| it.rows.iter().any(|row| row.len() > 1);
    let is_table = groups.iter().any(|it| it.kind == Kind::Table && has_cells(it));
    if groups.len() < TUNING.code.min_groups || is_table {
        return false;
    }
    let all: Vec<LineRow> = groups.iter().flat_map(Group::line_rows).collect();
    at_margin(&all).all(is_heading) && pitch::is_code(&all, &wrapping::wrapped_rows(&all))
}

/// Rows that begin no further right than others, but for what letters leave free of their places.
fn at_margin(rows: &[LineRow]) -> impl Iterator<Item = &LineRow> {
    let begin = |row: &LineRow| row.first().map_or(0.0, |it| it.quad.extent(it.quad.direction()).0);
    let margin = rows.iter().map(begin).fold(f32::INFINITY, f32::min);
    rows.iter().filter(move |row| {
        let height = row.first().map_or(0.0, |it| it.quad.height());
        begin(row) < margin + height / 2.0
    })
}

/// Whether a row is short and no sentence, or has a page's title on both sides.
fn is_heading(row: &LineRow) -> bool {
    let [line] = row.as_slice() else { return true };
    line.words.len() <= TUNING.code.heading_words && !line.text().ends_with(['.', ':', ',', ';'])
}

/// How many groups at the beginning are one piece of code, one below the other.
fn piece(groups: &[Group]) -> usize {
    let first = |group: &Group| group.rows.iter().flatten().flatten().next().map(|it| it.quad);
    let follows = |pair: &[Group]| {
        let (Some(above), Some(below)) = (first(&pair[0]), first(&pair[1])) else { return false };
        above.seen(above.0[0], below.0[0])[1] > 0.0
    };
    let code = groups.iter().take_while(|group| is_code(group)).count();
    let joined = groups.windows(2).take(code.saturating_sub(1)).take_while(|pair| follows(pair));
    if code == 0 { 0 } else { joined.count() + 1 }
}

/// Whether a group seems to be code, or half of the rows of a paragraph look like code, or all of them
/// together do.
fn is_code(group: &Group) -> bool {
    match group.kind {
        Kind::Code => true,
        Kind::Paragraph => looks_like_code(&group.line_rows()),
        Kind::Table => numbered::is_listing(&group.line_rows()),
        _ => false,
    }
}

fn looks_like_code(rows: &[LineRow]) -> bool {
    let signs = rows.iter().filter(|row| {
        let text = row.iter().map(Line::text).collect::<Vec<_>>().join(" ");
        ENDS.iter().any(|end| text.ends_with(end))
            || STARTS.iter().any(|start| text.starts_with(start))
            || INSIDE.iter().any(|inside| text.contains(inside))
    });
    2 * signs.count() > rows.len() || pitch::is_code(rows, &wrapping::wrapped_rows(rows))
}

fn margin(groups: &[Group]) -> Option<Margin> {
    let lines = || groups.iter().flat_map(|group| group.rows.iter().flatten().flatten());
    let direction = lines().next()?.quad.direction();
    if groups.iter().map(|group| group.rows.len()).sum::<usize>() < TUNING.code.min_rows {
        return None;
    }
    let left = lines().map(|line| line.quad.extent(direction).0).fold(f32::INFINITY, f32::min);
    if let Some(FixedPitch { advance, .. }) = FixedPitch::of(lines()) {
        return left.is_finite().then_some(Margin { left, advance, direction });
    }
    let (width, count) = lines().fold((0.0, 0), |(width, count), line| {
        let (start, end) = line.quad.extent(direction);
        (width + end - start, count + line.text().chars().count())
    });
    let advance = width / count.max(1) as f32;
    (advance > 0.0 && left.is_finite()).then_some(Margin { left, advance, direction })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::fixtures::typed;

    /// Whether texts below headings are all taken for code, where each is a block of its own.
    fn is_code(texts: &[(&str, f32)]) -> bool {
        let group = |(index, (text, left)): (usize, &(&str, f32))| Group {
            kind: if *left == 0.0 { Kind::Heading } else { Kind::Paragraph },
            rows: vec![vec![vec![typed(text, *left, 40.0 * index as f32)]]],
        };
        margins(&texts.iter().enumerate().map(group).collect::<Vec<_>>())
            .iter()
            .all(Option::is_some)
    }

    #[test]
    fn texts_below_short_headings_at_whole_steps_are_a_manual() {
        let manual = [
            ("NAME", 0.0),
            ("copy - copies files fast and well", 70.0),
            ("SYNOPSIS", 0.0),
            ("copy [OPTION...] FROM TO", 70.0),
            ("OPTIONS", 0.0),
            ("all of them are described below", 70.0),
        ];
        assert!(is_code(&manual));
        let mut letter = manual;
        letter[2].0 = "I hope that you are well and happy.";
        assert!(!is_code(&letter), "prose at the margin");
        let centred = manual.map(|(text, left)| (text, left + left * text.len() as f32 / 100.0));
        assert!(!is_code(&centred), "no steps");
    }
}
