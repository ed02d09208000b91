//! Corrections in tables.

use super::{edit, letter};
use crate::document::{Block, BlockKind, Cell, LineStart, Table};
use crate::export::{LineMode, csv, html};
use crate::layout::fixtures::typed;

/// A table of two columns.
pub(super) fn block(rows: &[[&str; 2]]) -> Block {
    let mut lines = Vec::new();
    let mut cells = Vec::new();
    for (row, texts) in (0..).zip(rows) {
        for (column, text) in (0..).zip(texts) {
            cells.push(Cell::new(row, column, vec![lines.len() as u32]));
            let mut line = typed(text, 300.0 * column as f32, 250.0 + 26.0 * row as f32);
            if column > 0 {
                line.start = LineStart::SameRow;
            }
            lines.push(line);
        }
    }
    Block::new(BlockKind::Table(Table::new(rows.len() as u32, 2, cells)), lines)
}

#[test]
fn cells_are_changed_filled_and_emptied() {
    for mode in [LineMode::Keep, LineMode::Paragraphs] {
        let cells = |from: &str, to: &str| {
            let new = edit(&letter(), mode, from, to);
            csv(&new).replace("\r\n", "|").replace("||The second page|", "|")
        };
        assert_eq!(cells("Tea\t2.50", "Coffee\t3"), "Name,Price|Coffee,3|Milk,1.20|");
        assert_eq!(cells("Tea\t2.50", "Green tea\t2.50"), "Name,Price|Green tea,2.50|Milk,1.20|");
        assert_eq!(cells("Tea\t2.50", "Tea"), "Name,Price|Tea,|Milk,1.20|");
        assert_eq!(cells("Tea\t2.50", "\t2.50"), "Name,Price|,2.50|Milk,1.20|");
        assert_eq!(cells("Tea\t2.50\n", ""), "Name,Price|Milk,1.20|");
        assert_eq!(cells("Tea\t2.50", "Tea\t2.50\t€"), "Name,Price,|Tea,2.50,€|Milk,1.20,|");
        assert_eq!(
            cells("2.50\n", "2.50\nWater\t0.80\n"),
            "Name,Price|Tea,2.50|Water,0.80|Milk,1.20|"
        );
        assert_eq!(cells("Tea\t2.50\nMilk\t1.20", "Tea 2.50"), "Name,Price|Tea 2.50,|");
    }
    let new = edit(&letter(), LineMode::One, "Tea 2.50", "Coffee 3");
    assert!(csv(&new).starts_with("Name,Price\r\nCoffee,3\r\nMilk,1.20\r\n"));
}

#[test]
fn a_table_keeps_its_merged_cells() {
    let mut document = letter();
    let block = &mut document.pages[0].blocks[4];
    let BlockKind::Table(table) = &mut block.kind else { panic!("no table") };
    table.cells.retain(|cell| (cell.row, cell.column) != (0, 1));
    table.cells[0].column_span = 2;
    table.cells[0].lines = vec![0, 1];
    let new = edit(&document, LineMode::Keep, "Tea", "Coffee");
    assert!(html(&new, LineMode::Keep).contains("colspan=\"2\">Name Price<"));
}
