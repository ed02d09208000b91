//! Tables for the clipboard, from which spreadsheets paste them into cells.

use super::csv::{guarded, tables};
use super::escape;
use crate::document::Document;

/// The cells of a document as text: tabs between cells, line ends between rows, an empty line
/// between tables.
///
/// As in [`csv`](super::csv()), a page without tables has its rows, and no cell is a formula.
pub fn spreadsheet_text(document: &Document) -> String {
    let tables = document.pages.iter().flat_map(tables).map(|table| {
        let rows = table.iter().map(|row| {
            let cells: Vec<String> = row.iter().map(|cell| guarded(cell)).collect();
            cells.join("\t") + "\n"
        });
        rows.collect::<String>()
    });
    tables.collect::<Vec<_>>().join("\n")
}

/// The same cells as HTML.
pub fn spreadsheet_html(document: &Document) -> String {
    let mut html = String::from("<meta charset=\"utf-8\">");
    for table in document.pages.iter().flat_map(tables) {
        html.push_str("<table>\n");
        for row in table {
            html.push_str("<tr>");
            for cell in row {
                html.push_str("<td>");
                escape::xml(&mut html, &guarded(&cell));
                html.push_str("</td>");
            }
            html.push_str("</tr>\n");
        }
        html.push_str("</table>\n");
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Block, BlockKind, Cell, Page, Table};
    use crate::layout::fixtures::typed;

    fn prices() -> Document {
        let texts = ["Tea & <co>", "=1+1", "-2.50", "6\" nail"];
        let lines = texts.map(|text| typed(text, 0.0, 0.0)).to_vec();
        let cells = (0..4).map(|line| Cell::new(line / 2, line % 2, vec![line])).collect();
        let block = Block::new(BlockKind::Table(Table::new(2, 2, cells)), lines);
        Document::new(vec![Page::new(9, 9, vec![block])])
    }

    #[test]
    fn tabs_divide_cells_and_formulas_are_text() {
        assert_eq!(spreadsheet_text(&prices()), "Tea & <co>\t'=1+1\n-2.50\t6\" nail\n");
        let mut two = prices();
        two.pages.extend(prices().pages);
        let text = spreadsheet_text(&prices());
        assert_eq!(spreadsheet_text(&two), [text.clone(), text].join("\n"));
        assert_eq!(spreadsheet_text(&Document::new(Vec::new())), "");
    }

    #[test]
    fn html_has_the_same_cells() {
        let html = spreadsheet_html(&prices());
        assert!(html.contains("<tr><td>Tea &amp; &lt;co&gt;</td><td>'=1+1</td></tr>"), "{html}");
        assert_eq!(html.matches("<td>").count(), 4);
    }
}
