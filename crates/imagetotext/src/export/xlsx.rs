//! XLSX, `SpreadsheetML` in a package: ECMA-376, parts 1 and 2.

mod number;
mod sheet;
mod styles;

use std::collections::HashSet;
use std::fmt::Write as _;

use super::escape;
use super::package::Package;
use crate::document::Document;
use sheet::Sheet;
use styles::Styles;

/// A workbook with a sheet for each page: the cells of tables in cells, all other text in rows, with a cell for
/// each line of a row.
///
/// A column of a table holds numbers where all of its cells can be read as numbers in one way only; they look
/// as they were printed. Everything else is text, formulas too: a picture must not compute.
pub fn xlsx(document: &Document) -> Vec<u8> {
    let mut xlsx = Xlsx::default();
    xlsx.push(None, document);
    xlsx.finish()
}

/// A workbook that grows.
#[derive(Default)]
pub(super) struct Xlsx {
    sheets: Vec<(String, Sheet)>,
    styles: Styles,
    /// Names of sheets in lower case: programs tell no others apart.
    taken: HashSet<String>,
}

/// Longest name of a sheet, in UTF-16 units, that programs open.
const NAME_LENGTH: usize = 31;

impl Xlsx {
    /// Adds the pages of a document. Its name becomes that of its sheets, which are numbered otherwise.
    pub(super) fn push(&mut self, name: Option<&str>, document: &Document) {
        for page in &document.pages {
            let sheet = Sheet::new(page, &mut self.styles);
            let name = self.sheet_name(name);
            self.sheets.push((name, sheet));
        }
    }

    fn sheet_name(&mut self, name: Option<&str>) -> String {
        let number = self.sheets.len() + 1;
        let name = name.map(|name| name.rsplit(['/', '\\']).next().unwrap_or(name));
        let name =
            name.map(|name| name.replace(|it: char| it.is_control() || "[]:*?'".contains(it), "_"));
        let name = name.filter(|name| !name.trim().is_empty());
        for copy in 1.. {
            let tail = match (&name, copy) {
                (None, 1) => number.to_string(),
                (Some(_), 1) => String::new(),
                _ => format!(" {copy}"),
            };
            let mut full = shortened(name.as_deref().unwrap_or_default(), NAME_LENGTH - tail.len());
            full.push_str(&tail);
            if self.taken.insert(full.to_lowercase()) {
                return full;
            }
        }
        unreachable!("the numbers do not run out")
    }

    pub(super) fn finish(mut self) -> Vec<u8> {
        if self.sheets.is_empty() {
            // A workbook has at least one.
            self.sheets.push(("1".to_owned(), Sheet::default()));
        }
        let mut package = Package::new();
        let (mut types, mut parts, mut sheets) = (String::new(), String::new(), String::new());
        for (number, (name, sheet)) in (1..).zip(&self.sheets) {
            let _ = write!(
                types,
                "<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"{CONTENT}.worksheet+xml\"/>"
            );
            let _ = write!(
                parts,
                "<Relationship Id=\"rId{number}\" Type=\"{RELATIONSHIP}/worksheet\" \
                 Target=\"worksheets/sheet{number}.xml\"/>"
            );
            sheets.push_str("<sheet name=\"");
            escape::xml(&mut sheets, name);
            let _ = write!(sheets, "\" sheetId=\"{number}\" r:id=\"rId{number}\"/>");
            package.add(&format!("xl/worksheets/sheet{number}.xml"), &sheet.xml());
        }
        package.add(
            "[Content_Types].xml",
            &format!(
                "{XML}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
                 <Default Extension=\"rels\" \
                 ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
                 <Override PartName=\"/xl/workbook.xml\" ContentType=\"{CONTENT}.sheet.main+xml\"/>\
                 <Override PartName=\"/xl/styles.xml\" ContentType=\"{CONTENT}.styles+xml\"/>{types}</Types>"
            ),
        );
        package.add(
            "_rels/.rels",
            &format!(
                "{XML}<Relationships xmlns=\"{RELATIONSHIPS}\"><Relationship Id=\"rId1\" \
                 Type=\"{RELATIONSHIP}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        );
        package.add(
            "xl/_rels/workbook.xml.rels",
            &format!(
                "{XML}<Relationships xmlns=\"{RELATIONSHIPS}\">{parts}<Relationship Id=\"styles\" \
                 Type=\"{RELATIONSHIP}/styles\" Target=\"styles.xml\"/></Relationships>"
            ),
        );
        package.add(
            "xl/workbook.xml",
            &format!(
                "{XML}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONSHIP}\"><sheets>{sheets}</sheets></workbook>"
            ),
        );
        package.add("xl/styles.xml", &self.styles.xml());
        package.finish()
    }
}

/// The start of a text that is so many UTF-16 units long.
fn shortened(text: &str, units: usize) -> String {
    let mut room = units;
    text.chars()
        .take_while(|it| {
            let fits = it.len_utf16() <= room;
            room = room.saturating_sub(it.len_utf16());
            fits
        })
        .collect()
}

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONSHIP: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const CONTENT: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Block, BlockKind, Cell, Page, Table};
    use crate::export::package::tests::part;
    use crate::layout::fixtures::typed;

    /// A sentence above a table of three columns.
    fn prices() -> Document {
        let texts = ["Item", "No.", "Price", "=A1<&", "007", "1.234,50", "Tea", "12", "-2,00"];
        let lines = texts.map(|text| typed(text, 0.0, 0.0)).to_vec();
        let cells = (0..9).map(|line| Cell::new(line / 3, line % 3, vec![line])).collect();
        let mut table = Table::new(3, 3, cells);
        table.header_rows = 1;
        let table = Block::new(BlockKind::Table(table), lines);
        let text = Block::new(BlockKind::Paragraph, vec![typed("12.5", 0.0, 0.0)]);
        Document::new(vec![Page::new(9, 9, vec![text, table])])
    }

    #[test]
    fn cells_are_numbers_where_that_is_certain() {
        let bytes = xlsx(&prices());
        let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
        let text =
            |text: &str| format!(" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t>");
        for (place, content) in [
            ("A1", text("12.5")),
            ("A4", text("=A1&lt;&amp;")),
            ("B4", text("007")),
            ("B5", text("12")),
            ("C4", " s=\"2\"><v>1234.50</v>".to_owned()),
            ("C5", " s=\"3\"><v>-2.00</v>".to_owned()),
        ] {
            assert!(sheet.contains(&format!("<c r=\"{place}\"{content}")), "{place} in {sheet}");
        }
        assert!(sheet.contains("<c r=\"A3\" s=\"1\" t=\"inlineStr\">"), "{sheet}");
        let styles = part(&bytes, "xl/styles.xml");
        assert!(styles.contains("formatCode=\"#,##0.00\""), "{styles}");
    }

    #[test]
    fn merged_cells_keep_their_place() {
        let lines = ["both", "a", "b"].map(|text| typed(text, 0.0, 0.0)).to_vec();
        let mut cells: Vec<Cell> =
            (0..3).map(|line| Cell::new(line.min(1), line / 2, vec![line])).collect();
        cells[0].column_span = 2;
        let block = Block::new(BlockKind::Table(Table::new(2, 2, cells)), lines);
        let bytes = xlsx(&Document::new(vec![Page::new(9, 9, vec![block])]));
        let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
        assert!(sheet.contains("<mergeCells count=\"1\"><mergeCell ref=\"A1:B1\"/>"), "{sheet}");
        assert!(sheet.contains("r=\"B2\""), "{sheet}");
    }

    #[test]
    fn sheets_have_names_that_programs_open() {
        let mut book = Xlsx::default();
        let long = "a folder/[a very] long name of a picture \u{1f600}\u{1f600}.png";
        for name in [Some("a/Scan.png"), Some("b/scan.png"), Some(long), None] {
            book.push(name, &prices());
        }
        let names: Vec<&str> = book.sheets.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["Scan.png", "scan.png 2", "_a very_ long name of a picture", "4"]);
        assert!(part(&xlsx(&Document::new(Vec::new())), "xl/workbook.xml").contains("name=\"1\""));
    }
}
