//! The blocks and tables in the JSON of our program, as far as they are measured.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use serde::Deserialize;

use super::measurement;

/// A block.
#[derive(Debug, Deserialize)]
pub(super) struct Block {
    /// Its kind: `paragraph`, `heading` …
    pub(super) kind: String,
    lines: Vec<Line>,
    /// The cells of a table.
    #[serde(default)]
    cells: Vec<Cell>,
}

/// A cell with its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TextCell {
    /// Its first row and column, from 0.
    pub(super) at: [usize; 2],
    /// How many rows and columns it takes.
    pub(super) span: [usize; 2],
    /// Its text.
    pub(super) text: String,
}

#[derive(Debug, Deserialize)]
struct Document {
    pages: Vec<Page>,
}

#[derive(Debug, Deserialize)]
struct Page {
    blocks: Vec<Block>,
}

#[derive(Debug, Deserialize)]
struct Line {
    text: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Cell {
    row: usize,
    column: usize,
    row_span: usize,
    column_span: usize,
    lines: Vec<usize>,
}

/// The blocks that `program` reads in `picture`.
///
/// # Errors
/// When it fails or prints other JSON.
pub(super) fn blocks(program: &Path, picture: &Path, threads: usize) -> Result<Vec<Block>> {
    let mut command = Command::new(program);
    command.args(["--quiet", "--format", "json"]).arg(picture);
    command.env("RAYON_NUM_THREADS", threads.to_string()).env_remove("IMAGETOTEXT_MODELS");
    let output = measurement::output(&mut command)?;
    ensure!(!output.failed, "our program failed on {}", picture.display());
    parsed(&output.text).with_context(|| format!("the JSON of {} is invalid", picture.display()))
}

fn parsed(json: &str) -> Result<Vec<Block>> {
    let document: Document = serde_json::from_str(json)?;
    Ok(document.pages.into_iter().flat_map(|page| page.blocks).collect())
}

impl Block {
    /// The text of all its lines.
    pub(super) fn text(&self) -> String {
        self.text_of(0..self.lines.len())
    }

    /// The cells of the table, if it is one.
    pub(super) fn table(&self) -> Option<Vec<TextCell>> {
        let cell = |cell: &Cell| TextCell {
            at: [cell.row, cell.column],
            span: [cell.row_span, cell.column_span],
            text: self.text_of(cell.lines.iter().copied()),
        };
        (self.kind == "table").then(|| self.cells.iter().map(cell).collect())
    }

    fn text_of(&self, lines: impl Iterator<Item = usize>) -> String {
        let lines = lines.filter_map(|line| self.lines.get(line));
        lines.map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_and_tables_are_found() {
        let json = r#"{"version": 1, "pages": [{"width": 9, "height": 9, "blocks": [
            {"kind": "heading", "level": 1, "lines": [{"text": "A"}, {"text": "title"}]},
            {"kind": "table", "rows": 1, "columns": 3, "lines": [{"text": "x"}, {"text": "y"}, {"text": "z"}],
             "cells": [{"row": 0, "column": 1, "rowSpan": 1, "columnSpan": 2, "lines": [0, 2]}]}]}]}"#;
        let blocks = parsed(json).unwrap();
        assert_eq!((blocks[0].kind.as_str(), blocks[0].text()), ("heading", "A title".into()));
        assert_eq!(blocks[0].table(), None);
        let cell = TextCell { at: [0, 1], span: [1, 2], text: "x z".into() };
        assert_eq!(blocks[1].table(), Some(vec![cell]));
    }
}
