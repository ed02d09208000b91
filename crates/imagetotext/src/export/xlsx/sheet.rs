//! A page as a sheet: 18.3 of ECMA-376, part 1.

use std::fmt::Write as _;

use super::number::{self, DecimalMark, Number};
use super::styles::{HEADING, Styles};
use super::{MAIN, XML};
use crate::document::{Block, BlockKind, Line, Page, Table};
use crate::export::escape;
use crate::export::lines::{self, LineMode};
use crate::export::table_grid::{self, Slot};

/// The most that programs open.
const MOST_COLUMNS: usize = 16_384;
/// The most characters that a cell may have.
const MOST_CHARACTERS: usize = 32_767;
/// Columns are as wide as their widest cell, within these widths in characters.
const WIDTHS: (usize, usize) = (8, 60);

/// The cells of a page.
#[derive(Default)]
pub(super) struct Sheet {
    rows: String,
    count: usize,
    merged: Vec<String>,
    /// Characters of the widest cell of each column.
    widths: Vec<usize>,
}

/// What is in a cell.
enum Content {
    Text(String),
    Heading(String),
    Number(Number),
}

impl Sheet {
    pub(super) fn new(page: &Page, styles: &mut Styles) -> Self {
        let mut sheet = Self::default();
        let mut is_after_table = false;
        for block in &page.blocks {
            let table = match &block.kind {
                BlockKind::Table(table) => Some(table),
                _ => None,
            };
            if sheet.count > 0 && (table.is_some() || is_after_table) {
                sheet.push_row(Vec::new(), styles);
            }
            is_after_table = table.is_some();
            match table {
                Some(table) => sheet.push_table(block, table, styles),
                None => {
                    for row in block.rows() {
                        let cells = (0..).zip(row.iter().map(Line::text));
                        let cells = cells.map(|(column, text)| (column, Content::Text(text)));
                        sheet.push_row(cells.collect(), styles);
                    }
                }
            }
        }
        for line in page.codes.iter().flat_map(|code| code.text.lines()) {
            sheet.push_row(vec![(0, Content::Text(line.to_owned()))], styles);
        }
        sheet
    }

    fn push_table(&mut self, block: &Block, table: &Table, styles: &mut Styles) {
        let marks = decimal_marks(block, table);
        for (number, row) in (0..).zip(table_grid::rows(table)) {
            let mut cells = Vec::new();
            for (column, slot) in row.into_iter().enumerate().take(MOST_COLUMNS) {
                let Slot::Cell { cell, rows, columns } = slot else { continue };
                let text = text(block, cell);
                let mark = marks.get(column).copied().flatten().filter(|_| columns == 1);
                let read = mark.and_then(|mark| number::parse(&text, mark));
                let content = match read {
                    _ if number < table.header_rows => Content::Heading(text),
                    Some(number) => Content::Number(number),
                    None => Content::Text(text),
                };
                cells.push((column, content));
                if rows > 1 || columns > 1 {
                    let right = (column + columns as usize).min(MOST_COLUMNS) - 1;
                    let (top, bottom) = (self.count + 1, self.count + rows as usize);
                    let [from, to] = [(column, top), (right, bottom)].map(place);
                    self.merged.push(format!("{from}:{to}"));
                }
            }
            self.push_row(cells, styles);
        }
    }

    fn push_row(&mut self, cells: Vec<(usize, Content)>, styles: &mut Styles) {
        self.count += 1;
        if cells.is_empty() {
            return;
        }
        let row = self.count;
        let _ = write!(self.rows, "<row r=\"{row}\">");
        for (column, content) in cells {
            let _ = write!(self.rows, "<c r=\"{}\"", place((column, row)));
            let width = match content {
                Content::Number(Number { value, format }) => {
                    let style = styles.of_format(&format);
                    let _ = write!(self.rows, " s=\"{style}\"><v>{value}</v></c>");
                    value.len()
                }
                Content::Heading(text) => {
                    let _ = write!(self.rows, " s=\"{HEADING}\"");
                    self.push_text(&text)
                }
                Content::Text(text) => self.push_text(&text),
            };
            self.widths.resize(self.widths.len().max(column + 1), 0);
            self.widths[column] = self.widths[column].max(width);
        }
        self.rows.push_str("</row>\n");
    }

    /// The rest of a cell; returns how many characters it has.
    fn push_text(&mut self, text: &str) -> usize {
        self.rows.push_str(" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        let text: String = text.chars().take(MOST_CHARACTERS).collect();
        escape::xml(&mut self.rows, &text);
        self.rows.push_str("</t></is></c>");
        text.chars().count()
    }

    pub(super) fn xml(&self) -> String {
        let mut xml = format!("{XML}<worksheet xmlns=\"{MAIN}\">");
        if !self.widths.is_empty() {
            xml.push_str("<cols>");
            for (column, width) in (1..).zip(&self.widths) {
                let width = (width + 2).clamp(WIDTHS.0, WIDTHS.1);
                let _ = write!(
                    xml,
                    "<col min=\"{column}\" max=\"{column}\" width=\"{width}\" customWidth=\"1\"/>"
                );
            }
            xml.push_str("</cols>");
        }
        let _ = write!(xml, "<sheetData>\n{}</sheetData>", self.rows);
        if !self.merged.is_empty() {
            let _ = write!(xml, "<mergeCells count=\"{}\">", self.merged.len());
            for range in &self.merged {
                let _ = write!(xml, "<mergeCell ref=\"{range}\"/>");
            }
            xml.push_str("</mergeCells>");
        }
        xml + "</worksheet>"
    }
}

/// The decimal mark of each column that holds nothing but numbers below its first row.
fn decimal_marks(block: &Block, table: &Table) -> Vec<Option<DecimalMark>> {
    let mut columns: Vec<Vec<String>> = vec![Vec::new(); table.columns as usize];
    for cell in table.cells.iter().filter(|cell| cell.row >= table.header_rows.max(1)) {
        let column = columns.get_mut(cell.column as usize).filter(|_| cell.column_span == 1);
        if let Some(column) = column {
            column.push(text(block, cell));
        }
    }
    let mark = |texts: &Vec<String>| {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        number::common_mark(&texts)
    };
    columns.iter().map(mark).collect()
}

fn text(block: &Block, cell: &crate::document::Cell) -> String {
    lines::cell(block, cell, LineMode::Paragraphs).trim().to_owned()
}

/// The name of a cell, `B3`, from its column, counted from 0, and its row, counted from 1.
fn place((column, row): (usize, usize)) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect::<String>() + &row.to_string()
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn columns_have_letters() {
        let names = [0, 25, 26, 701, 702, 16_383].map(|column| place((column, 3)));
        assert_eq!(names, ["A3", "Z3", "AA3", "ZZ3", "AAA3", "XFD3"]);
    }
}
