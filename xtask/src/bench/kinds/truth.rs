//! The true blocks of a page.

use std::path::Path;

use anyhow::{Context as _, Result};
use serde::Deserialize;

use super::Block;

/// The two forms of a truth.
#[derive(Deserialize)]
#[serde(untagged)]
enum Truth {
    Blocks {
        blocks: Vec<Block>,
    },
    /// As the generator of pages for the layout writes them (`layout_pages.py`).
    Words(Vec<Word>),
}

/// A word: its text, left, top, right, bottom, the numbers of its block, row and cell (-1: none), and
/// the kind of the block. Words are in reading order.
type Word = (String, f64, f64, f64, f64, i64, i64, i64, String);

/// The blocks in a file, in reading order.
///
/// # Errors
/// When the file cannot be read or is in another form.
pub(super) fn load(file: &Path) -> Result<Vec<Block>> {
    let text = std::fs::read_to_string(file)?;
    parsed(&text).with_context(|| format!("{} has no blocks", file.display()))
}

fn parsed(json: &str) -> Result<Vec<Block>> {
    let mut blocks = match serde_json::from_str(json)? {
        Truth::Blocks { blocks } => blocks,
        Truth::Words(words) => of_words(words),
    };
    blocks.sort_by_key(|block| block.order);
    Ok(blocks)
}

/// The blocks of words; each stands where its first word does.
fn of_words(words: Vec<Word>) -> Vec<Block> {
    let mut blocks: Vec<(i64, Block)> = Vec::new();
    for (text, _, _, _, _, number, _, _, kind) in words {
        let known = blocks.iter_mut().rev().find(|(known, _)| *known == number && number >= 0);
        match known {
            Some((_, block)) => {
                block.text.push(' ');
                block.text.push_str(&text);
            }
            None => blocks.push((number, Block { kind, text, order: blocks.len() })),
        }
    }
    blocks.into_iter().map(|(_, block)| block).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Vec<(String, String)> {
        parsed(json).unwrap().into_iter().map(|block| (block.kind, block.text)).collect()
    }

    #[test]
    fn blocks_are_sorted_by_their_order() {
        let json = r#"{"blocks": [{"kind": "paragraph", "text": "b", "order": 7}, {"kind": "heading", "text": "a", "order": 2}]}"#;
        let want = [("heading", "a"), ("paragraph", "b")];
        assert_eq!(read(json), want.map(|(kind, text)| (kind.into(), text.into())));
    }

    #[test]
    fn words_are_joined_into_blocks() {
        let json = r#"[["On", 1.5, 0, 2, 3, 0, -1, -1, "heading"], ["trees", 3, 0, 5, 3, 0, -1, -1, "heading"],
            ["oak", 0, 9, 4, 11, 1, 2, 3, "table"], ["Note", 0, 20, 4, 22, 4, -1, -1, "footnote"], ["elm", 9, 9, 12, 11, 1, 2, 4, "table"]]"#;
        let want = [("heading", "On trees"), ("table", "oak elm"), ("footnote", "Note")];
        assert_eq!(read(json), want.map(|(kind, text)| (kind.into(), text.into())));
    }
}
