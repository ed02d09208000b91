//! Office formats and PDF, opened by the programs that people open them with: LibreOffice, poppler, qpdf.
//!
//! `cargo xtask setup` installs them. They run on Linux only, and each test says when one is missing.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "helpers outside test functions fail the test as well")]

mod libreoffice;
mod pdf;
mod updates;

use std::path::Path;
use std::process::Command;

use imagetotext::{
    Block, BlockKind, Cell, Document, Line, LineStart, Marker, Page, Quad, Table, Word,
};

/// A line of words that are 10 pixels wide for each character and 20 high.
fn line(text: &str, left: f32, top: f32) -> Line {
    let mut words = Vec::new();
    let mut x = left;
    for part in text.split(' ') {
        let width = 10.0 * part.chars().count() as f32;
        let quad = Quad::upright(x, top, x + width, top + 20.0);
        words.push(Word::new(part, quad, vec![0.9; part.chars().count()]));
        x += width + 10.0;
    }
    Line::new(Quad::upright(left, top, x - 10.0, top + 20.0), words)
}

fn block(kind: BlockKind, lines: &[&str], top: f32) -> Block {
    let lines = lines.iter().zip(0_u8..).map(|(text, n)| {
        let mut line = line(text, 50.0, top + 30.0 * f32::from(n));
        line.start = if n > 0 { LineStart::Wrapped } else { LineStart::NewLine };
        line
    });
    Block::new(kind, lines.collect())
}

/// Three columns: a merged heading, a formula, numbers, and texts that look like numbers.
fn table() -> Block {
    let texts =
        ["Goods", "Price", "=HYPERLINK(\"x\")", "007", "1,234.50", "Tea & <milk>", "12", "-2.00"];
    let places = [(0, 0), (0, 2), (1, 0), (1, 1), (1, 2), (2, 0), (2, 1), (2, 2)];
    let lines = texts.iter().zip(places).map(|(text, (row, column))| {
        line(text, 50.0 + 300.0 * column as f32, 500.0 + 30.0 * row as f32)
    });
    let lines = lines.collect();
    let mut cells: Vec<Cell> =
        (0..).zip(places).map(|(line, (row, column))| Cell::new(row, column, vec![line])).collect();
    cells[0].column_span = 2;
    let mut table = Table::new(3, 3, cells);
    table.header_rows = 1;
    Block::new(BlockKind::Table(table), lines)
}

/// Everything that a page can hold, and a second page.
fn letter() -> Document {
    let item = |marker, depth| BlockKind::ListItem { marker, depth };
    let blocks = vec![
        block(BlockKind::Heading { level: 1 }, &["Zażółć gęślą"], 20.0),
        block(BlockKind::Paragraph, &["All that was recog-", "nised, <b>&amp; more"], 70.0),
        block(item(Marker::Number, 0), &["3. three"], 140.0),
        block(item(Marker::Bullet, 1), &["• inner"], 170.0),
        block(item(Marker::Number, 0), &["4. four"], 200.0),
        block(BlockKind::Code, &["let a = 1;"], 240.0),
        block(BlockKind::Caption, &["Figure 1"], 300.0),
        table(),
    ];
    let second = vec![block(BlockKind::Paragraph, &["Second page Ελλάδα Москва"], 20.0)];
    Document::new(vec![Page::new(1000, 800, blocks), Page::new(800, 1000, second)])
}

fn run(program: &str, arguments: &[&Path]) -> String {
    let output = Command::new(program).args(arguments).output();
    let output = output.unwrap_or_else(|_| panic!("{program} is needed; run `cargo xtask setup`"));
    assert!(output.status.success(), "{program} {arguments:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}
