//! How well our program tells the kinds of blocks and their order.

mod truth;

use std::collections::{BTreeMap, HashSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use serde::Deserialize;

use super::options::Options;
use super::order::moved;
use super::our_json;
use super::precision::Precision;
use super::programs;
use super::score::{normalised, similarity};

/// Blocks are the same when they share at least this part of their words, as boxes in object
/// detection share half of their area.
const SAME: f64 = 0.5;

/// A block of a page.
#[derive(Debug, Deserialize)]
struct Block {
    kind: String,
    text: String,
    /// Its position in reading order; others may be missing.
    order: usize,
}

/// Reads each NAME.png beside NAME.json with our program and prints the table.
///
/// # Errors
/// When there are no pages, a truth is invalid, or our program cannot be run.
pub(super) fn run(options: &Options, directory: &Path) -> Result<()> {
    let program = programs::ours(options)?;
    let pages = pages(directory)?;
    ensure!(!pages.is_empty(), "{} contains no pages with blocks", directory.display());
    let mut figures = Figures::default();
    for (picture, truth) in &pages {
        let blocks = our_json::blocks(&program, picture, options.threads)?;
        let block = |(order, block): (usize, &our_json::Block)| Block {
            kind: block.kind.clone(),
            text: block.text(),
            order,
        };
        let found: Vec<Block> = blocks.iter().enumerate().map(block).collect();
        figures.add(&truth::load(truth)?, &found);
    }
    println!("{}", figures.markdown());
    Ok(())
}

/// The pictures of a directory with their true blocks.
fn pages(directory: &Path) -> Result<Vec<(PathBuf, PathBuf)>> {
    let missing = || format!("{} cannot be read", directory.display());
    let mut pages = Vec::new();
    for entry in std::fs::read_dir(directory).with_context(missing)? {
        let truth = entry?.path();
        let picture = truth.with_extension("png");
        if truth.extension().is_some_and(|kind| kind == "json") && picture.exists() {
            pages.push((picture, truth));
        }
    }
    pages.sort();
    Ok(pages)
}

/// The figures of all pages.
#[derive(Debug, Default)]
struct Figures {
    pages: usize,
    /// Of each kind.
    kinds: BTreeMap<&'static str, Precision>,
    /// Blocks that were found, of whatever kind.
    blocks: Precision,
    moved: usize,
}

impl Figures {
    fn add(&mut self, wanted: &[Block], found: &[Block]) {
        let pairs = pairs(wanted, found);
        for (blocks, is_wanted) in [(wanted, true), (found, false)] {
            for block in blocks {
                let kind = self.kinds.entry(name(block)).or_default();
                kind.wanted += usize::from(is_wanted);
                kind.found += usize::from(!is_wanted);
            }
        }
        let mut places = vec![None; wanted.len()];
        for (want, got) in &pairs {
            let kind = name(&wanted[*want]);
            if kind == name(&found[*got]) {
                self.kinds.entry(kind).or_default().both += 1;
            }
            places[*want] = Some(found[*got].order);
        }
        let order: Vec<_> = (0..wanted.len()).map(Some).collect();
        self.moved += moved(&order, &places);
        self.blocks += Precision { both: pairs.len(), wanted: wanted.len(), found: found.len() };
        self.pages += 1;
    }

    fn markdown(&self) -> String {
        let mut text = String::from(
            "| kind | true | found | precision | recall | F1 |\n|---|--:|--:|--:|--:|--:|\n",
        );
        let kinds = self.kinds.iter().map(|(kind, score)| (*kind, score));
        for (kind, score) in kinds.chain([("block of any kind", &self.blocks)]) {
            let _ = writeln!(text, "| {kind} | {} | {} | {score} |", score.wanted, score.found);
        }
        let _ = write!(
            text,
            "\n{} pages. In percent. Two blocks are the same when they share half of their words. Of the {} \
             blocks that are the same, {} stand elsewhere among the others.\n",
            self.pages, self.blocks.both, self.moved
        );
        text
    }
}

/// The name of a kind in the table; what has no kind of its own, such as a footnote, is a paragraph. Our
/// program writes page numbers as running heads and feet.
fn name(block: &Block) -> &'static str {
    let kind: String = block.kind.chars().filter(|letter| letter.is_alphabetic()).collect();
    match kind.to_lowercase().as_str() {
        "title" | "heading" => "heading",
        "item" | "listitem" => "list item",
        "pagenumber" => "page number",
        "head" | "foot" | "runninghead" | "runningfoot" if is_number(&block.text) => "page number",
        "head" | "foot" | "runninghead" | "runningfoot" => "running head or foot",
        "table" => "table",
        "caption" => "caption",
        "code" => "code",
        "figure" => "figure",
        _ => "paragraph",
    }
}

/// Whether a running head or foot is only a number, in digits or Roman.
fn is_number(text: &str) -> bool {
    let mut letters = text.chars().filter(|letter| letter.is_alphanumeric()).peekable();
    letters.peek().is_some()
        && (letters.clone().all(|letter| letter.is_ascii_digit())
            || letters.all(|letter| "ivxlcdm".contains(letter)))
}

/// Blocks of both sides that are the same, the most alike first; each is in one pair at most.
fn pairs(wanted: &[Block], found: &[Block]) -> Vec<(usize, usize)> {
    let fold = |blocks: &[Block]| -> Vec<String> {
        blocks.iter().map(|block| normalised(&block.text, false)).collect()
    };
    let (wanted, found) = (fold(wanted), fold(found));
    let mut candidates = Vec::new();
    for (want, a) in wanted.iter().enumerate() {
        for (got, b) in found.iter().enumerate() {
            let alike = similarity(a, b);
            if alike >= SAME {
                candidates.push((alike, want, got));
            }
        }
    }
    candidates.sort_by(|(a, ..), (b, ..)| b.total_cmp(a));
    let (mut pairs, mut wanted, mut found) = (Vec::new(), HashSet::new(), HashSet::new());
    for (_, want, got) in candidates {
        if !wanted.contains(&want) && !found.contains(&got) {
            wanted.insert(want);
            found.insert(got);
            pairs.push((want, got));
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(blocks: &[(&str, &str)]) -> Vec<Block> {
        let block = |(order, (kind, text)): (usize, &(&str, &str))| Block {
            kind: (*kind).into(),
            text: (*text).into(),
            order,
        };
        blocks.iter().enumerate().map(block).collect()
    }

    #[test]
    fn kinds_are_compared_where_the_text_is_the_same() {
        let mut figures = Figures::default();
        figures.add(
            &page(&[("heading", "On trees"), ("list_item", "* oak"), ("page-number", "7")]),
            &page(&[("heading", "On trees"), ("paragraph", "* oak"), ("runningFoot", "7")]),
        );
        figures.add(&page(&[("paragraph", "a b c d")]), &page(&[("heading", "a b x y z")]));
        let text = figures.markdown();
        for row in [
            "| heading | 1 | 2 | 50.0 | 100.0 | 66.7 |",
            "| list item | 1 | 0 | 0.0 | 0.0 | 0.0 |",
            "| paragraph | 1 | 1 | 0.0 | 0.0 | 0.0 |",
            "| page number | 1 | 1 | 100.0 | 100.0 | 100.0 |",
            "| block of any kind | 4 | 4 | 75.0 | 75.0 | 75.0 |",
            "2 pages.",
            "Of the 3 blocks that are the same, 0 stand elsewhere",
        ] {
            assert!(text.contains(row), "{row} in {text}");
        }
    }

    #[test]
    fn page_numbers_are_running_heads_of_our_program() {
        let [number, roman, title] =
            [("runningHead", "– 12 –"), ("runningFoot", "xiv"), ("runningHead", "1 Trees")];
        let names: Vec<_> = page(&[number, roman, title]).iter().map(name).collect();
        assert_eq!(names, ["page number", "page number", "running head or foot"]);
    }

    #[test]
    fn blocks_in_another_order_are_counted() {
        let mut figures = Figures::default();
        let [a, b, c] = [("paragraph", "one"), ("paragraph", "two"), ("paragraph", "three")];
        figures.add(&page(&[a, b, c]), &page(&[c, a, b]));
        assert_eq!(figures.moved, 1);
    }
}
