//! Tables: 17.4 of ECMA-376, part 1.

use std::fmt::Write as _;

use super::paragraph::push_text;
use crate::document::{Block, Table};
use crate::export::lines::{self, LineMode};
use crate::export::table_grid::{self, Slot};

/// Width of the text on a sheet, in twentieths of a point.
const WIDTH: u32 = 11_906 - 2 * 1134;

/// Adds a table and, because two tables in a row would become one, an empty paragraph.
pub(super) fn push(body: &mut String, block: &Block, table: &Table, mode: LineMode) {
    if table.rows == 0 || table.columns == 0 {
        return;
    }
    body.push_str("<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/>");
    body.push_str("<w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid>");
    for _ in 0..table.columns {
        let _ = write!(body, "<w:gridCol w:w=\"{}\"/>", WIDTH / table.columns);
    }
    body.push_str("</w:tblGrid>\n");
    for (number, row) in (0..).zip(table_grid::rows(table)) {
        let is_head = number < table.header_rows;
        body.push_str("<w:tr>");
        if is_head {
            body.push_str("<w:trPr><w:tblHeader/></w:trPr>");
        }
        for slot in row {
            push_slot(body, block, slot, is_head, mode);
        }
        body.push_str("</w:tr>\n");
    }
    body.push_str("</w:tbl>\n<w:p/>\n");
}

fn push_slot(body: &mut String, block: &Block, slot: Slot<'_>, is_head: bool, mode: LineMode) {
    let (columns, merge) = match slot {
        Slot::Covered => return,
        Slot::Empty => (1, ""),
        Slot::Below { columns } => (columns, "<w:vMerge/>"),
        Slot::Cell { rows: 1, columns, .. } => (columns, ""),
        Slot::Cell { columns, .. } => (columns, "<w:vMerge w:val=\"restart\"/>"),
    };
    body.push_str("<w:tc>");
    if columns > 1 || !merge.is_empty() {
        let span = format!("<w:gridSpan w:val=\"{columns}\"/>");
        let _ = write!(body, "<w:tcPr>{span}{merge}</w:tcPr>");
    }
    body.push_str("<w:p>");
    if let Slot::Cell { cell, .. } = slot {
        body.push_str("<w:r>");
        if is_head {
            body.push_str("<w:rPr><w:b/></w:rPr>");
        }
        push_text(body, lines::cell(block, cell, mode).trim());
        body.push_str("</w:r>");
    }
    body.push_str("</w:p></w:tc>");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{BlockKind, Cell};
    use crate::layout::fixtures::typed;

    #[test]
    fn cells_take_their_rows_and_columns() {
        let lines = ["both", "left", "1"].map(|text| typed(text, 0.0, 0.0)).to_vec();
        let places = [(0, 1), (0, 0), (1, 2)];
        let mut cells: Vec<Cell> = (0..)
            .zip(places)
            .map(|(line, (row, column))| Cell::new(row, column, vec![line]))
            .collect();
        cells[0].column_span = 2;
        cells[1].row_span = 2;
        let mut table = Table::new(2, 3, cells);
        table.header_rows = 1;
        let block = Block::new(BlockKind::Table(table.clone()), lines);
        let mut body = String::new();
        push(&mut body, &block, &table, LineMode::Keep);
        let row = |number: usize| body.split("<w:tr>").nth(number).unwrap();
        assert!(row(1).contains("<w:tblHeader/>") && row(1).contains("<w:b/>"), "{body}");
        assert!(
            row(1).contains("<w:gridSpan w:val=\"1\"/><w:vMerge w:val=\"restart\"/>"),
            "{body}"
        );
        assert!(row(1).contains("<w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:rPr>"), "{body}");
        assert!(
            row(2).contains("<w:gridSpan w:val=\"1\"/><w:vMerge/></w:tcPr><w:p></w:p>"),
            "{body}"
        );
        assert_eq!(row(2).matches("<w:tc>").count(), 3, "{body}");
    }
}
