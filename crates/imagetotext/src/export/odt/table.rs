//! Tables: chapter 9 of OpenDocument 1.3, part 3.

use std::fmt::Write as _;

use super::push_paragraph;
use crate::document::{Block, Table};
use crate::export::lines::{self, LineMode};
use crate::export::table_grid::{self, Slot};

/// Adds a table.
pub(super) fn push(body: &mut String, block: &Block, table: &Table, mode: LineMode) {
    if table.rows == 0 || table.columns == 0 {
        return;
    }
    body.push_str("<table:table>\n");
    let _ =
        writeln!(body, "<table:table-column table:number-columns-repeated=\"{}\"/>", table.columns);
    for (number, row) in (0..).zip(table_grid::rows(table)) {
        let is_head = number < table.header_rows;
        if is_head && number == 0 {
            body.push_str("<table:table-header-rows>\n");
        }
        body.push_str("<table:table-row>");
        for slot in row {
            push_slot(body, block, slot, is_head, mode);
        }
        body.push_str("</table:table-row>\n");
        if is_head && number + 1 == table.header_rows {
            body.push_str("</table:table-header-rows>\n");
        }
    }
    body.push_str("</table:table>\n");
}

fn push_slot(body: &mut String, block: &Block, slot: Slot<'_>, is_head: bool, mode: LineMode) {
    let style = if is_head { "TableHeading" } else { "TableContents" };
    match slot {
        Slot::Covered | Slot::Below { .. } => body.push_str("<table:covered-table-cell/>"),
        Slot::Empty => {
            body.push_str("<table:table-cell table:style-name=\"Cell\">");
            push_paragraph(body, style, &[]);
            body.push_str("</table:table-cell>");
        }
        Slot::Cell { cell, rows, columns } => {
            body.push_str("<table:table-cell table:style-name=\"Cell\"");
            if rows > 1 || columns > 1 {
                let _ = write!(
                    body,
                    " table:number-rows-spanned=\"{rows}\" table:number-columns-spanned=\"{columns}\""
                );
            }
            body.push_str(" office:value-type=\"string\">");
            push_paragraph(body, style, &[lines::cell(block, cell, mode).trim().to_owned()]);
            body.push_str("</table:table-cell>");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{BlockKind, Cell};
    use crate::layout::fixtures::typed;

    #[test]
    fn cells_take_their_rows_and_columns() {
        let lines = ["both", "1"].map(|text| typed(text, 0.0, 0.0)).to_vec();
        let mut cells = vec![Cell::new(0, 0, vec![0]), Cell::new(1, 1, vec![1])];
        cells[0].column_span = 2;
        let mut table = Table::new(2, 2, cells);
        table.header_rows = 1;
        let block = Block::new(BlockKind::Table(table.clone()), lines);
        let mut body = String::new();
        push(&mut body, &block, &table, LineMode::Keep);
        let (head, rest) = body.split_once("</table:table-header-rows>").unwrap();
        assert!(head.contains("number-columns-spanned=\"2\""), "{body}");
        assert_eq!(head.matches("<table:covered-table-cell/>").count(), 1, "{body}");
        assert!(head.contains("\"TableHeading\">both<"), "{body}");
        assert_eq!(rest.matches("<table:table-cell").count(), 2, "{body}");
        assert!(rest.contains("\"TableContents\">1<"), "{body}");
    }
}
