//! Which paragraphs are running heads and feet: page numbers above or below everything else.

use crate::document::{Block, BlockKind, Quad};

/// Words for “page” and “of” in the languages that we read.
const PAGE: [&str; 9] =
    ["page", "seite", "página", "pagina", "strona", "strana", "side", "sida", "p."];
const OF: [&str; 9] = ["of", "von", "de", "di", "z", "ze", "af", "av", "/"];

/// Turns into running heads and feet the first and last paragraph.
pub(super) fn mark(blocks: &mut [Block]) {
    let is_above = |upper: &Quad, lower: &Quad| upper.seen(upper.0[3], lower.0[0])[1] >= 0.0;
    let quads: Vec<Quad> =
        blocks.iter().flat_map(|block| &block.lines).map(|line| line.quad).collect();
    if quads.len() < 2 {
        return;
    }
    if let Some(quad) = blocks.first().and_then(page_number)
        && quads[1..].iter().all(|other| is_above(&quad, other))
    {
        blocks[0].kind = BlockKind::RunningHead;
    } else if let Some(quad) = blocks.last().and_then(page_number)
        && quads[..quads.len() - 1].iter().all(|other| is_above(other, &quad))
        && let Some(last) = blocks.last_mut()
    {
        last.kind = BlockKind::RunningFoot;
    }
}

/// Where the page number is, if that is all there is: `Page 3`, `Page 3 of 10`.
fn page_number(block: &Block) -> Option<Quad> {
    let [line] = block.lines.as_slice() else { return None };
    if block.kind != BlockKind::Paragraph || !block.gap_before {
        return None;
    }
    let words: Vec<String> = line.words.iter().map(|word| word.text.to_lowercase()).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let is_number = |word: &str| {
        (1..=4).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_page_number = match words.as_slice() {
        [page, number] => PAGE.contains(page) && is_number(number),
        [page, number, of, all] => {
            PAGE.contains(page) && is_number(number) && OF.contains(of) && is_number(all)
        }
        _ => false,
    };
    is_page_number.then_some(line.quad)
}
