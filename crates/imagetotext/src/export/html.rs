//! HTML: <https://html.spec.whatwg.org/>.

mod list;

use std::fmt::Write as _;

use super::escape;
use super::lines::{self, LineMode, TextLine};
use super::text;
use crate::document::{Block, BlockKind, Document, Page, Table};
use list::Lists;

/// What comes before the title. Nothing is loaded and nothing runs.
const BEFORE_TITLE: &str = concat!(
    "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n",
    "<meta http-equiv=\"Content-Security-Policy\" ",
    "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
    "<title>",
);

/// What comes between the title and the content.
const BEHIND_TITLE: &str = concat!(
    "</title>\n<style>\n",
    "table { border-collapse: collapse; }\n",
    "td, th { border: 1px solid; padding: 0.2em 0.5em; text-align: left; vertical-align: top; }\n",
    "</style>\n</head>\n<body>\n",
);

/// Longest title that is not the name of a picture, in characters.
const LONGEST_TITLE: usize = 80;

/// What comes after it.
pub(super) const FOOT: &str = "</body>\n</html>\n";

/// HTML: headings, paragraphs, lists, code, and tables with cells over several rows and columns.
///
/// With [`LineMode::Keep`] lines end where those of the picture do; with [`LineMode::One`] there is one
/// paragraph. Pages are divided by a rule. After each, its QR
/// codes and barcodes are paragraphs. The title is the first heading, or else the first line. For a page that lies over its picture, see [`hocr`](super::hocr()).
pub fn html(document: &Document, mode: LineMode) -> String {
    named(document, mode, None)
}

/// HTML whose title is the name of the picture, if there is one.
pub(super) fn named(document: &Document, mode: LineMode, name: Option<&str>) -> String {
    let title = name.map_or_else(|| title_of(document), escape::printable);
    [&head(&title), &content(document, mode), FOOT].concat()
}

/// What comes before the content.
pub(super) fn head(title: &str) -> String {
    let mut head = String::from(BEFORE_TITLE);
    escape::xml(&mut head, title);
    head + BEHIND_TITLE
}

/// The first heading, or else the first line.
fn title_of(document: &Document) -> String {
    let blocks = || document.pages.iter().flat_map(|page| &page.blocks);
    let heading = blocks().find(|block| matches!(block.kind, BlockKind::Heading { .. }));
    let text = match heading {
        Some(heading) => lines::one_line(heading).text,
        None => text::text(document, LineMode::Keep).lines().next().unwrap_or_default().to_owned(),
    };
    text.trim().chars().take(LONGEST_TITLE).collect()
}

/// What is between head and foot.
pub(super) fn content(document: &Document, mode: LineMode) -> String {
    let mut html = String::new();
    if mode == LineMode::One {
        push_element(&mut html, "p", text::text(document, mode).trim());
        return html;
    }
    for (number, page) in document.pages.iter().enumerate() {
        if number > 0 {
            html.push_str("<hr>\n");
        }
        push_blocks(&mut html, page, mode);
    }
    html
}

/// Adds a page.
pub(super) fn push_page(html: &mut String, page: &Page, mode: LineMode) {
    if mode == LineMode::One {
        let document = Document::new(vec![page.clone()]);
        push_element(html, "p", text::text(&document, mode).trim());
    } else {
        push_blocks(html, page, mode);
    }
}

fn push_blocks(html: &mut String, page: &Page, mode: LineMode) {
    let mut lists = Lists::default();
    let mut rest = page.blocks.as_slice();
    while let Some((block, behind)) = rest.split_first() {
        if !matches!(block.kind, BlockKind::ListItem { .. }) {
            lists.end(html);
        }
        let mut taken = 1;
        match &block.kind {
            BlockKind::Heading { level } => {
                let text = lines::one_line(block).text;
                push_element(html, &format!("h{}", level.clamp(&1, &6)), text.trim());
            }
            BlockKind::ListItem { marker, depth } => {
                let (number, lines) = lines::item(block, mode);
                lists.push(html, *marker, *depth, number, &with_breaks(&lines));
            }
            BlockKind::Table(table) => push_table(html, block, table, mode),
            BlockKind::Code => {
                let is_code = |block: &&Block| block.kind == BlockKind::Code;
                taken += behind.iter().take_while(is_code).count();
                push_code(html, &rest[..taken]);
            }
            BlockKind::Paragraph
            | BlockKind::Caption
            | BlockKind::RunningHead
            | BlockKind::RunningFoot
            | BlockKind::Figure => {
                let _ = writeln!(html, "<p>{}</p>", with_breaks(&lines::lines(block, mode)));
            }
        }
        rest = &rest[taken..];
    }
    lists.end(html);
    for code in &page.codes {
        let _ = writeln!(html, "<p title=\"{}\">{}</p>", code.kind, code_lines(&code.text));
    }
}

/// What a code says, in its lines.
fn code_lines(text: &str) -> String {
    let mut html = String::new();
    for (number, line) in text.lines().enumerate() {
        if number > 0 {
            html.push_str("<br>\n");
        }
        escape::xml(&mut html, line);
    }
    html
}

/// An element with a text.
pub(super) fn push_element(html: &mut String, name: &str, text: &str) {
    if !text.is_empty() {
        let _ = write!(html, "<{name}>");
        escape::xml(html, text);
        let _ = writeln!(html, "</{name}>");
    }
}

/// Lines that end where those of the picture do.
fn with_breaks(lines: &[TextLine]) -> String {
    let mut html = String::new();
    for (number, line) in lines.iter().enumerate() {
        if number > 0 {
            html.push_str("<br>\n");
        }
        let text = line.text.trim_start();
        // Other blanks at the begin of a line are not shown.
        html.push_str(&"\u{a0}".repeat(line.text.len() - text.len()));
        escape::xml(&mut html, text.trim_end());
    }
    html
}

/// Blocks of code that follow each other.
fn push_code(html: &mut String, blocks: &[Block]) {
    html.push_str("<pre><code>");
    for (number, block) in blocks.iter().enumerate() {
        if number > 0 && block.gap_before {
            html.push('\n');
        }
        for line in lines::lines(block, LineMode::Keep) {
            escape::xml(html, line.text.trim_end());
            html.push('\n');
        }
    }
    html.push_str("</code></pre>\n");
}

fn push_table(html: &mut String, block: &Block, table: &Table, mode: LineMode) {
    // Which places a cell above or to the left reaches into.
    let columns = table.columns as usize;
    let mut is_covered = vec![false; table.rows as usize * columns];
    for cell in &table.cells {
        for row in cell.row..(cell.row.saturating_add(cell.row_span)).min(table.rows) {
            let end = cell.column.saturating_add(cell.column_span).min(table.columns);
            is_covered[row as usize * columns..][cell.column.min(end) as usize..end as usize]
                .fill(true);
        }
    }
    let mut cells: Vec<_> = table.cells.iter().collect();
    cells.sort_by_key(|cell| (cell.row, cell.column));
    let mut cells = cells.into_iter().peekable();
    html.push_str("<table>\n");
    for row in 0..table.rows {
        let name = if row < table.header_rows { "th" } else { "td" };
        html.push_str("<tr>");
        for column in 0..table.columns {
            match cells.next_if(|cell| (cell.row, cell.column) == (row, column)) {
                Some(cell) => {
                    let _ = write!(html, "<{name}");
                    let spans = [("rowspan", cell.row_span), ("colspan", cell.column_span)];
                    for (attribute, span) in spans.into_iter().filter(|(_, span)| *span > 1) {
                        let _ = write!(html, " {attribute}=\"{span}\"");
                    }
                    html.push('>');
                    escape::xml(html, lines::cell(block, cell, mode).trim());
                    let _ = write!(html, "</{name}>");
                }
                None if !is_covered[row as usize * columns + column as usize] => {
                    let _ = write!(html, "<{name}></{name}>");
                }
                None => {}
            }
        }
        html.push_str("</tr>\n");
    }
    html.push_str("</table>\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Cell;
    use crate::layout::fixtures::{document, line, typed};

    fn body(document: &Document, mode: LineMode) -> String {
        let html = html(document, mode);
        let (_, body) = html.split_once("<body>\n").expect("a head");
        body.strip_suffix(FOOT).expect("a foot").to_owned()
    }

    #[test]
    fn the_title_is_the_name_or_a_heading_or_a_line() {
        let title = |document: &Document, name| {
            let html = named(document, LineMode::Keep, name);
            let (_, rest) = html.split_once("<title>").expect("a title");
            rest.split_once("</title>").expect("its end").0.to_owned()
        };
        let mut page = document(&[
            vec![typed("A line", 0.0, 0.0)],
            vec![line("Heading & more", 0.0, 100.0, 200.0, 40.0)],
        ]);
        page.pages[0].blocks[1].kind = BlockKind::Heading { level: 1 };
        assert_eq!(title(&page, Some("a<b.png")), "a&lt;b.png");
        assert_eq!(title(&page, None), "Heading &amp; more");
        page.pages[0].blocks.pop();
        assert_eq!(title(&page, None), "A line");
        page.pages[0].blocks[0] =
            Block::new(BlockKind::Paragraph, vec![typed(&"x".repeat(99), 0.0, 0.0)]);
        assert_eq!(title(&page, None), "x".repeat(LONGEST_TITLE));
    }

    #[test]
    fn codes_are_paragraphs_after_their_page() {
        let mut page = document(&[vec![typed("Text", 0.0, 0.0)]]);
        let quad = crate::Quad::upright(0.0, 0.0, 9.0, 9.0);
        page.pages[0].codes = vec![crate::Code::new(crate::CodeKind::Qr, "a<b\nc", quad)];
        assert_eq!(
            body(&page, LineMode::Keep),
            "<p>Text</p>\n<p title=\"QR code\">a&lt;b<br>\nc</p>\n"
        );
    }

    #[test]
    fn headings_paragraphs_and_code_are_elements() {
        let page = document(&[
            vec![line("A heading", 0.0, 0.0, 200.0, 40.0)],
            vec![typed("All that was recog-", 0.0, 60.0), typed("nised <b>&", 0.0, 86.0)],
            vec![typed("fn main() {", 20.0, 160.0), typed("let a = 1;", 60.0, 186.0)],
            vec![typed("}", 20.0, 240.0)],
        ]);
        assert_eq!(
            body(&page, LineMode::Paragraphs),
            "<h1>A heading</h1>\n<p>All that was recognised &lt;b&gt;&amp;</p>\n\
             <pre><code>fn main() {\n    let a = 1;\n\n}\n</code></pre>\n"
        );
        let kept = body(&page, LineMode::Keep);
        assert!(kept.contains("<p>All that was recog-<br>\nnised &lt;b&gt;&amp;</p>"), "{kept}");
        let one = body(&page, LineMode::One);
        assert!(one.starts_with("<p>A heading All") && one.ends_with("}</p>\n"), "{one}");
    }

    #[test]
    fn cells_take_their_rows_and_columns() {
        let lines = ["both", "left", "1", "<2>", "low"].map(|text| typed(text, 0.0, 0.0)).to_vec();
        let mut cells: Vec<Cell> = [(0, 1), (0, 0), (1, 1), (1, 2), (2, 1)]
            .iter()
            .zip(0..)
            .map(|((row, column), line)| Cell::new(*row, *column, vec![line]))
            .collect();
        cells[0].column_span = 2;
        cells[1].row_span = 2;
        let mut table = Table::new(3, 3, cells);
        table.header_rows = 1;
        let block = Block::new(BlockKind::Table(table), lines);
        let document = Document::new(vec![Page::new(9, 9, vec![block])]);
        assert_eq!(
            body(&document, LineMode::Keep),
            "<table>\n<tr><th rowspan=\"2\">left</th><th colspan=\"2\">both</th></tr>\n\
             <tr><td>1</td><td>&lt;2&gt;</td></tr>\n<tr><td></td><td>low</td><td></td></tr>\n</table>\n"
        );
    }

    #[test]
    fn pages_are_divided() {
        let one = document(&[vec![typed("one", 0.0, 0.0)]]);
        let two = Document::new([one.pages.clone(), one.pages].concat());
        assert_eq!(body(&two, LineMode::Keep), "<p>one</p>\n<hr>\n<p>one</p>\n");
        assert_eq!(body(&Document::new(Vec::new()), LineMode::One), "");
    }
}
