//! What is on a page: blocks, lines, words, tables, codes. Each keeps its page in memory.

use std::sync::Arc;

use imagetotext::{BlockKind, Marker, Quad};
use pyo3::prelude::*;

use crate::reading::PageData;

/// Four corners, or left, top, right and bottom, in pixels.
type Corners = [(f32, f32); 4];
type Bounds = (f32, f32, f32, f32);

fn corners(quad: Quad) -> Corners {
    quad.0.map(|[x, y]| (x, y))
}

fn bounds(quad: Quad) -> Bounds {
    let bounds = quad.bounds();
    (bounds.left, bounds.top, bounds.right, bounds.bottom)
}

/// Lines that belong together.
#[pyclass(frozen, module = "imagetotext._native")]
pub(crate) struct Block {
    page: Arc<PageData>,
    block: usize,
}

impl Block {
    pub(crate) fn all(page: &Arc<PageData>) -> impl Iterator<Item = Self> {
        (0..page.page.blocks.len()).map(|block| Self { page: page.clone(), block })
    }

    fn get(&self) -> &imagetotext::Block {
        &self.page.page.blocks[self.block]
    }

    fn line(&self, line: usize) -> Line {
        Line { page: self.page.clone(), block: self.block, index: line }
    }
}

#[pymethods]
impl Block {
    #[getter]
    fn kind(&self) -> &'static str {
        match self.get().kind {
            BlockKind::Heading { .. } => "heading",
            BlockKind::ListItem { .. } => "list_item",
            BlockKind::Table(_) => "table",
            BlockKind::Code => "code",
            BlockKind::Caption => "caption",
            BlockKind::RunningHead => "running_head",
            BlockKind::RunningFoot => "running_foot",
            BlockKind::Figure => "figure",
            _ => "paragraph",
        }
    }

    /// Of a heading, 1 to 6.
    #[getter]
    fn level(&self) -> Option<u8> {
        if let BlockKind::Heading { level } = self.get().kind { Some(level) } else { None }
    }

    /// Of an item of a list, from 0.
    #[getter]
    fn depth(&self) -> Option<u8> {
        if let BlockKind::ListItem { depth, .. } = self.get().kind { Some(depth) } else { None }
    }

    /// Whether it is an item of a list with numbers.
    #[getter]
    fn is_numbered(&self) -> bool {
        matches!(self.get().kind, BlockKind::ListItem { marker: Marker::Number, .. })
    }

    #[getter]
    fn table(&self) -> Option<Table> {
        matches!(self.get().kind, BlockKind::Table(_))
            .then(|| Table { page: self.page.clone(), block: self.block })
    }

    #[getter]
    fn lines(&self) -> Vec<Line> {
        (0..self.get().lines.len()).map(|line| self.line(line)).collect()
    }

    #[getter]
    fn text(&self) -> String {
        let lines: Vec<String> = self.get().lines.iter().map(imagetotext::Line::text).collect();
        lines.join("\n")
    }

    fn __repr__(&self) -> String {
        format!("<imagetotext.Block {}: {} lines>", self.kind(), self.get().lines.len())
    }

    fn __str__(&self) -> String {
        self.text()
    }
}

/// One line of text.
#[pyclass(frozen, module = "imagetotext._native")]
pub(crate) struct Line {
    page: Arc<PageData>,
    block: usize,
    index: usize,
}

impl Line {
    fn get(&self) -> &imagetotext::Line {
        &self.page.page.blocks[self.block].lines[self.index]
    }
}

#[pymethods]
impl Line {
    #[getter]
    fn words(&self) -> Vec<Word> {
        let words = 0..self.get().words.len();
        let word =
            |index| Word { page: self.page.clone(), block: self.block, line: self.index, index };
        words.map(word).collect()
    }

    #[getter]
    fn text(&self) -> String {
        self.get().text()
    }

    #[getter]
    fn confidence(&self) -> f32 {
        self.get().confidence()
    }

    #[getter]
    fn quad(&self) -> Corners {
        corners(self.get().quad)
    }

    #[getter]
    fn bounds(&self) -> Bounds {
        bounds(self.get().quad)
    }

    fn __repr__(&self) -> String {
        format!("<imagetotext.Line: {} words>", self.get().words.len())
    }

    fn __str__(&self) -> String {
        self.text()
    }
}

/// Characters without a blank between them.
#[pyclass(frozen, module = "imagetotext._native")]
pub(crate) struct Word {
    page: Arc<PageData>,
    block: usize,
    line: usize,
    index: usize,
}

impl Word {
    fn get(&self) -> &imagetotext::Word {
        &self.page.page.blocks[self.block].lines[self.line].words[self.index]
    }
}

#[pymethods]
impl Word {
    #[getter]
    fn text(&self) -> &str {
        &self.get().text
    }

    #[getter]
    fn confidence(&self) -> f32 {
        self.get().confidence
    }

    #[getter]
    fn quad(&self) -> Corners {
        corners(self.get().quad)
    }

    #[getter]
    fn bounds(&self) -> Bounds {
        bounds(self.get().quad)
    }

    fn __repr__(&self) -> String {
        format!("<imagetotext.Word: {:.2}>", self.get().confidence)
    }

    fn __str__(&self) -> String {
        self.get().text.clone()
    }
}

/// The cells of a block that is a table.
#[pyclass(frozen, module = "imagetotext._native")]
pub(crate) struct Table {
    page: Arc<PageData>,
    block: usize,
}

impl Table {
    /// Size and cells; a block that is no table has none.
    fn get(&self) -> (u32, u32, u32, &[imagetotext::Cell]) {
        match &self.page.page.blocks[self.block].kind {
            BlockKind::Table(it) => (it.rows, it.columns, it.header_rows, &it.cells),
            _ => (0, 0, 0, &[]),
        }
    }
}

#[pymethods]
impl Table {
    #[getter]
    fn rows(&self) -> u32 {
        self.get().0
    }

    #[getter]
    fn columns(&self) -> u32 {
        self.get().1
    }

    #[getter]
    fn header_rows(&self) -> u32 {
        self.get().2
    }

    #[getter]
    fn cells(&self) -> Vec<Cell> {
        let cells = 0..self.get().3.len();
        let cell = |index| Cell { page: self.page.clone(), block: self.block, index };
        cells.map(cell).collect()
    }

    fn __repr__(&self) -> String {
        format!("<imagetotext.Table: {} rows, {} columns>", self.rows(), self.columns())
    }
}

/// One cell of a table.
#[pyclass(frozen, module = "imagetotext._native")]
pub(crate) struct Cell {
    page: Arc<PageData>,
    block: usize,
    index: usize,
}

impl Cell {
    fn get(&self) -> Option<&imagetotext::Cell> {
        match &self.page.page.blocks[self.block].kind {
            BlockKind::Table(table) => table.cells.get(self.index),
            _ => None,
        }
    }
}

#[pymethods]
impl Cell {
    #[getter]
    fn row(&self) -> u32 {
        self.get().map_or(0, |cell| cell.row)
    }

    #[getter]
    fn column(&self) -> u32 {
        self.get().map_or(0, |cell| cell.column)
    }

    #[getter]
    fn row_span(&self) -> u32 {
        self.get().map_or(1, |cell| cell.row_span)
    }

    #[getter]
    fn column_span(&self) -> u32 {
        self.get().map_or(1, |cell| cell.column_span)
    }

    #[getter]
    fn lines(&self) -> Vec<Line> {
        let lines = self.get().map_or(&[][..], |cell| &cell.lines);
        let line =
            |&line: &u32| Line { page: self.page.clone(), block: self.block, index: line as usize };
        lines.iter().map(line).collect()
    }

    #[getter]
    fn text(&self) -> String {
        let lines: Vec<String> = self.lines().iter().map(|line| line.get().text()).collect();
        lines.join("\n")
    }

    fn __repr__(&self) -> String {
        format!("<imagetotext.Cell: row {}, column {}>", self.row(), self.column())
    }
}

/// A QR code or a barcode.
#[pyclass(frozen, module = "imagetotext._native")]
pub(crate) struct Code {
    page: Arc<PageData>,
    code: usize,
}

impl Code {
    pub(crate) fn all(page: &Arc<PageData>) -> impl Iterator<Item = Self> {
        (0..page.page.codes.len()).map(|code| Self { page: page.clone(), code })
    }

    fn get(&self) -> &imagetotext::Code {
        &self.page.page.codes[self.code]
    }
}

#[pymethods]
impl Code {
    /// The name of its standard: `QR code`, `EAN-13`.
    #[getter]
    fn kind(&self) -> String {
        self.get().kind.to_string()
    }

    #[getter]
    fn text(&self) -> &str {
        &self.get().text
    }

    #[getter]
    fn quad(&self) -> Corners {
        corners(self.get().quad)
    }

    #[getter]
    fn bounds(&self) -> Bounds {
        bounds(self.get().quad)
    }

    fn __repr__(&self) -> String {
        format!("<imagetotext.Code {}>", self.get().kind)
    }
}
