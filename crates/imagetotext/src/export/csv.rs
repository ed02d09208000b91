//! CSV: <https://www.rfc-editor.org/rfc/rfc4180>.

use super::lines::{self, LineMode};
use crate::document::{Block, BlockKind, Document, Line, Page, Table};

/// The tables of a document in CSV, for spreadsheets, and the rows between them that have several fields, such as
/// totals. Of a page without tables it has all rows, with a field for each line of a row.
///
/// What QR codes and barcodes say follows on their page, a record for each. Records end with a line end of two characters; an empty one divides tables from each other and from rows. Cells
/// over several rows or columns stand in the first of them. Where a field would be taken for a formula, an
/// apostrophe comes before it: a picture must not compute.
pub fn csv(document: &Document) -> String {
    records(document, None, true)
}

/// The records, with the name of the picture as their first field if there is one.
pub(super) fn records(document: &Document, file: Option<&str>, is_first: bool) -> String {
    let mut all = String::new();
    for records in
        document.pages.iter().flat_map(|page| tables(page).into_iter().chain(codes(page)))
    {
        if !is_first || !all.is_empty() {
            all.push_str(END);
        }
        for record in records {
            for (number, text) in
                file.into_iter().chain(record.iter().map(String::as_str)).enumerate()
            {
                if number > 0 {
                    all.push(',');
                }
                push_field(&mut all, text);
            }
            all.push_str(END);
        }
    }
    all
}

const END: &str = "\r\n";

/// Fields of a record.
type Record = Vec<String>;

/// The records of each table of a page, and between them those of rows with several fields, such as totals; of a
/// page without a table, those of all rows.
pub(super) fn tables(page: &Page) -> Vec<Vec<Record>> {
    let is_table = |block: &Block| matches!(block.kind, BlockKind::Table(_));
    let least_fields = if page.blocks.iter().any(is_table) { 2 } else { 1 };
    let parts = page.blocks.chunk_by(|one, other| !is_table(one) && !is_table(other));
    let records = parts.map(|part| match part {
        [block @ Block { kind: BlockKind::Table(table), .. }] => table_records(block, table),
        rows => {
            let records = rows.iter().flat_map(|block| block.rows().map(|row| record(block, row)));
            records.filter(|record| record.len() >= least_fields).collect()
        }
    });
    records.filter(|records: &Vec<Record>| !records.is_empty()).collect()
}

/// A field for each line of a row; the mark of an item of a list is in that of its text.
fn record(block: &Block, row: &[Line]) -> Record {
    let fields = row.iter().map(Line::text);
    match block.kind {
        BlockKind::ListItem { .. } => vec![fields.collect::<Vec<_>>().join(" ")],
        _ => fields.collect(),
    }
}

/// The records of the codes of a page, if there are any.
fn codes(page: &Page) -> Option<Vec<Record>> {
    let records = page.codes.iter().map(|code| vec![code.text.clone()]);
    (!page.codes.is_empty()).then(|| records.collect())
}

fn table_records(block: &Block, table: &Table) -> Vec<Record> {
    let mut rows = vec![vec![String::new(); table.columns as usize]; table.rows as usize];
    for cell in &table.cells {
        let row = rows.get_mut(cell.row as usize);
        if let Some(place) = row.and_then(|row| row.get_mut(cell.column as usize)) {
            *place = lines::cell(block, cell, LineMode::Paragraphs);
        }
    }
    rows
}

fn push_field(record: &mut String, text: &str) {
    let text = guarded(text);
    let is_quoted = text.contains([',', '"', ';']);
    let quote = if is_quoted { "\"" } else { "" };
    record.push_str(quote);
    record.push_str(&text.replace('"', "\"\""));
    record.push_str(quote);
}

/// The text of a cell in one line, with an apostrophe where it would be taken for a formula.
pub(super) fn guarded(text: &str) -> String {
    let text: String = text.chars().map(|it| if it.is_control() { ' ' } else { it }).collect();
    let text = text.trim();
    [if is_formula(text) { "'" } else { "" }, text].concat()
}

/// Whether a spreadsheet may take the text for a formula. A number with its sign is none.
fn is_formula(text: &str) -> bool {
    let mut rest = text.chars();
    // The wide ones are taken for the others in Chinese, Japanese and Korean settings.
    match rest.next() {
        Some('+' | '-' | '＋' | '－') => !is_number(rest.as_str()),
        Some('=' | '@' | '＝' | '＠') => true,
        _ => false,
    }
}

/// Whether a text is digits with what may divide them, and perhaps the sign of a currency or a share.
fn is_number(text: &str) -> bool {
    let is_sign = |character: char| "€$£¥%".contains(character);
    let digits = text.trim_start_matches(is_sign).trim_end_matches(is_sign);
    digits.contains(|it: char| it.is_ascii_digit())
        && digits.chars().all(|it| it.is_ascii_digit() || ".,' \u{a0}\u{202f}".contains(it))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Cell, LineStart, Marker};
    use crate::layout::fixtures::{document, typed};

    fn table(cells: Vec<Cell>, texts: &[&str]) -> Document {
        let lines = texts.iter().map(|text| typed(text, 0.0, 0.0)).collect();
        let table = Table::new(2, 3, cells);
        let block = Block::new(BlockKind::Table(table), lines);
        let paragraph = Block::new(BlockKind::Paragraph, vec![typed("no table", 0.0, 0.0)]);
        Document::new(vec![Page::new(9, 9, vec![paragraph, block])])
    }

    fn field(text: &str) -> String {
        let mut record = String::new();
        push_field(&mut record, text);
        record
    }

    #[test]
    fn a_table_has_a_record_for_each_row_and_a_field_for_each_column() {
        let mut cells = vec![Cell::new(0, 1, vec![0]), Cell::new(1, 0, vec![1, 2])];
        cells[0].column_span = 2;
        let document = table(cells, &["over both", "two recog-", "nised lines"]);
        assert_eq!(csv(&document), ",over both,\r\ntwo recognised lines,,\r\n");
    }

    #[test]
    fn tables_are_apart_and_running_text_is_left_out() {
        let one = table(vec![Cell::new(0, 0, vec![0])], &["a"]);
        let mut two = one.clone();
        two.pages.extend(one.pages);
        assert_eq!(csv(&two), "a,,\r\n,,\r\n\r\na,,\r\n,,\r\n");
    }

    #[test]
    fn totals_below_a_table_are_not_lost() {
        let mut bill = table(vec![Cell::new(0, 0, vec![0])], &["a"]);
        let totals = [vec![typed("Total", 0.0, 90.0), typed("2.50", 300.0, 90.0)]];
        bill.pages[0].blocks.extend(document(&totals).pages.remove(0).blocks);
        assert_eq!(csv(&bill), "a,,\r\n,,\r\n\r\nTotal,2.50\r\n");
    }

    #[test]
    fn codes_follow_the_tables_of_their_page() {
        let mut bill = table(vec![Cell::new(0, 0, vec![0])], &["a"]);
        let quad = crate::Quad::upright(0.0, 0.0, 9.0, 9.0);
        let code = |text| crate::Code::new(crate::CodeKind::Qr, text, quad);
        bill.pages[0].codes = vec![code("=1+1"), code("two\nlines")];
        bill.pages.extend(table(vec![Cell::new(0, 0, vec![0])], &["b"]).pages);
        assert_eq!(csv(&bill), "a,,\r\n,,\r\n\r\n'=1+1\r\ntwo lines\r\n\r\nb,,\r\n,,\r\n");
    }

    #[test]
    fn a_page_without_tables_gives_its_rows() {
        let rows = [vec![typed("Total, all", 0.0, 0.0), typed("2.50", 300.0, 0.0)]];
        assert_eq!(csv(&document(&rows)), "\"Total, all\",2.50\r\n");
        assert_eq!(csv(&document(&[])), "");
    }

    #[test]
    fn the_mark_of_an_item_is_in_the_field_of_its_text() {
        let mut second = typed("second item", 30.0, 26.0);
        second.start = LineStart::SameRow;
        let items = [vec![typed("• first item", 0.0, 0.0)], vec![typed("•", 0.0, 26.0), second]];
        let kind = BlockKind::ListItem { marker: Marker::Bullet, depth: 0 };
        let blocks = items.into_iter().map(|lines| Block::new(kind.clone(), lines)).collect();
        let mut list = Document::new(vec![Page::new(9, 9, blocks)]);
        assert_eq!(csv(&list), "• first item\r\n• second item\r\n");
        // Beside a table it is running text.
        list.pages[0].blocks.extend(table(Vec::new(), &[]).pages.remove(0).blocks);
        assert_eq!(csv(&list), ",,\r\n,,\r\n");
    }

    #[test]
    fn fields_are_quoted_where_they_must_be() {
        assert_eq!(field("plain text"), "plain text");
        assert_eq!(field("a,b"), "\"a,b\"");
        assert_eq!(field("6\" nail"), "\"6\"\" nail\"");
        assert_eq!(field("a;b"), "\"a;b\"");
        assert_eq!(field("a\r\nb"), "a  b");
    }

    #[test]
    fn formulas_are_text_and_numbers_are_numbers() {
        for text in [
            "=1+1",
            "@SUM(A1)",
            "+1+cmd|' /C calc'!A0",
            "-2+3",
            "-a",
            "+",
            "- item",
            "＝1",
            "-€",
            "-5+",
        ] {
            assert_eq!(field(text), format!("'{text}"), "{text}");
        }
        assert_eq!(field("=HYPERLINK(\"a\",\"b\")"), "\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\"");
        assert_eq!(field("\t=1"), "'=1");
        for text in ["-5", "+49 30 1234", "-20.48 €", "-$5", "-12 %", "5-3", "a=b", "−5"] {
            assert_eq!(field(text), text, "{text}");
        }
        assert_eq!(field("-1,234.50"), "\"-1,234.50\"");
    }
}
