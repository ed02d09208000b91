//! Markdown.

use super::escape;
use super::lines::{self, LineMode, TextLine};
use super::text;
use crate::document::{Block, BlockKind, Code, Document, Marker, Table};

/// Begins and ends program code.
const FENCE: &str = "```";

/// Markdown: headings, paragraphs, lists, tables and code, in `CommonMark` with the tables of GFM.
///
/// With [`LineMode::Keep`] a line end of the picture is a hard one (a backslash at the end of the
/// line). QR codes and barcodes are code blocks after their page. With [`LineMode::One`] there is one paragraph and no other markup.
pub fn markdown(document: &Document, mode: LineMode) -> String {
    if mode == LineMode::One {
        let text = text::text(document, mode);
        let line = escape::line(&text);
        return if line.is_empty() { line } else { line + "\n" };
    }
    let mut parts = Parts::default();
    for page in &document.pages {
        let mut before: Option<&BlockKind> = None;
        for block in &page.blocks {
            parts.push(block, before, mode);
            before = Some(&block.kind);
        }
        parts.insets.clear();
        parts.texts.extend(page.codes.iter().map(code));
    }
    let mut all = String::with_capacity(parts.texts.iter().map(|part| part.len() + 2).sum());
    for part in parts.texts.iter().filter(|part| !part.is_empty()) {
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

/// What a code says, without markup.
fn code(code: &Code) -> String {
    let runs = code.text.split(|it| it != '`').map(str::len);
    let fence = "`".repeat(runs.max().unwrap_or(0).max(2) + 1);
    [&fence, "\n", &code.text, "\n", &fence].concat()
}

/// What blank lines divide, and how deep the last list item is.
#[derive(Default)]
struct Parts {
    texts: Vec<String>,
    /// For each list that the last item is in, where its text begins, in blanks.
    insets: Vec<usize>,
}

impl Parts {
    /// Adds a block that comes after one of the kind `before` on its page.
    fn push(&mut self, block: &Block, before: Option<&BlockKind>, mode: LineMode) {
        if !matches!(before, Some(BlockKind::ListItem { .. })) {
            self.insets.clear();
        }
        match &block.kind {
            BlockKind::Heading { level } => self.texts.push(heading(block, *level)),
            BlockKind::ListItem { marker, depth } => {
                let follows = matches!(before, Some(BlockKind::ListItem { .. }));
                let item = self.item(block, *marker, *depth, mode);
                self.add(item, follows && !block.gap_before);
            }
            BlockKind::Table(table) => self.texts.push(table_text(block, table, mode)),
            BlockKind::Code => self.push_code(block, before == Some(&BlockKind::Code)),
            BlockKind::Paragraph
            | BlockKind::Caption
            | BlockKind::RunningHead
            | BlockKind::RunningFoot
            | BlockKind::Figure => {
                self.texts.push(with_hard_ends(&lines::lines(block, mode), 0));
            }
        }
    }

    /// Adds an item, in a line of its own where the list goes on without a blank line.
    fn add(&mut self, item: String, is_tight: bool) {
        match self.texts.last_mut().filter(|_| is_tight) {
            Some(list) => {
                list.push('\n');
                list.push_str(&item);
            }
            None => self.texts.push(item),
        }
    }

    fn item(&mut self, block: &Block, kind: Marker, depth: u8, mode: LineMode) -> String {
        let (marker, lines) = lines::item(block, mode);
        let marker = match (kind, marker) {
            (Marker::Number, Some(number)) => format!("{number} "),
            _ => "- ".to_owned(),
        };
        self.insets.truncate(usize::from(depth));
        let indent = self.insets.last().copied().unwrap_or(0);
        let inset = indent + marker.len();
        self.insets.push(inset);
        " ".repeat(indent) + &marker + &with_hard_ends(&lines, inset)
    }

    /// Adds program code, to the code before it if there is some.
    fn push_code(&mut self, block: &Block, goes_on: bool) {
        let lines = lines::lines(block, LineMode::Keep).into_iter().map(TextLine::without_end);
        let lines: Vec<String> =
            lines.map(|line| line.text).filter(|line| !line.is_empty()).collect();
        // A fence within the code would end it.
        let code = lines.join("\n").replace(FENCE, "~~~");
        match self.texts.last_mut().filter(|_| goes_on) {
            Some(part) => {
                part.truncate(part.len() - FENCE.len());
                for piece in [if block.gap_before { "\n" } else { "" }, &code, "\n", FENCE] {
                    part.push_str(piece);
                }
            }
            None => self.texts.push(format!("{FENCE}\n{code}\n{FENCE}")),
        }
    }
}

fn heading(block: &Block, level: u8) -> String {
    let text = escape::inline(lines::one_line(block).text.trim());
    // Number signs at the end would be taken for the closing ones.
    let kept = text.trim_end_matches('#').len();
    let closing = if kept < text.len() { r"\" } else { "" };
    let marker = "#".repeat(usize::from(level));
    format!("{marker} {}{closing}{}", &text[..kept], &text[kept..])
}

/// A table, whose first row is its head: GFM has no table without, and no cells over several rows
/// or columns.
fn table_text(block: &Block, table: &Table, mode: LineMode) -> String {
    let mut rows = vec![vec![String::new(); table.columns as usize]; table.rows as usize];
    for cell in &table.cells {
        let row = rows.get_mut(cell.row as usize);
        if let Some(place) = row.and_then(|row| row.get_mut(cell.column as usize)) {
            *place = escape::inline(lines::cell(block, cell, mode).trim());
        }
    }
    let mut lines = Vec::with_capacity(rows.len() + 1);
    for row in rows {
        lines.push(format!("| {} |", row.join(" | ")));
        if lines.len() == 1 {
            lines.push(format!("|{}", " --- |".repeat(row.len())));
        }
    }
    lines.join("\n")
}

/// Lines with hard ends, the later ones after so many blanks.
fn with_hard_ends(lines: &[TextLine], indent: usize) -> String {
    let lines: Vec<String> = lines.iter().map(|line| escape::line(&line.text)).collect();
    lines.join(&format!("\\\n{}", " ".repeat(indent)))
}
