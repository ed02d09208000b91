//! Which rows begin an item of a list, and how deep the list is.

use super::block::LineRow;
use crate::document::{Block, BlockKind, Marker, Quad};
use crate::layout::tuning::TUNING;

/// The marker of a row: a line of its own before the text, or the first word of the text.
pub(super) fn marker(row: &LineRow) -> Option<Marker> {
    match row.as_slice() {
        [alone, _] if alone.words.len() == 1 => of_word(&alone.words[0].text),
        [line] if line.words.len() > 1 => of_word(&line.words[0].text),
        _ => None,
    }
}

fn of_word(word: &str) -> Option<Marker> {
    if matches!(word, "•" | "◦" | "▪" | "●" | "○" | "‣" | "·" | "-" | "–" | "—" | "*")
    {
        return Some(Marker::Bullet);
    }
    let digits = word.strip_suffix(['.', ')'])?;
    let is_short = (1..=TUNING.lists.max_digits).contains(&digits.len());
    (is_short && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(Marker::Number)
}

/// Sets for each item how deep its list is, by where it begins.
pub(super) fn set_depths(blocks: &mut [Block]) {
    // Where the lists begin in which the last item is, and the outline of its line.
    let mut begins: Vec<f32> = Vec::new();
    let mut last: Option<Quad> = None;
    for block in blocks {
        let (BlockKind::ListItem { depth, .. }, Some(line)) =
            (&mut block.kind, block.lines.first())
        else {
            (begins, last) = (Vec::new(), None);
            continue;
        };
        let above = last.replace(line.quad).unwrap_or(line.quad);
        let begin = line.quad.extent(above.direction()).0;
        // An item that is not below the last one begins another list, in another column.
        if above.seen(above.start(), line.quad.start())[1] <= 0.0 {
            begins.clear();
        }
        let step = TUNING.lists.min_indent * line.quad.height();
        while begins.last().is_some_and(|outer| begin + step <= *outer) {
            begins.pop();
        }
        if begins.last().is_none_or(|outer| begin >= outer + step) {
            begins.push(begin);
        }
        *depth = (begins.len() as u8 - 1).min(BlockKind::MAX_DEPTH);
    }
}

/// Items that follow each other line by line are not set off.
pub(super) fn join_items(blocks: &mut [Block]) {
    for index in 1..blocks.len() {
        let [above, block] = [&blocks[index - 1], &blocks[index]];
        if !matches!(block.kind, BlockKind::ListItem { .. }) {
            continue;
        }
        let (Some(last), Some(first)) = (above.lines.last(), block.lines.first()) else { continue };
        let step = last.quad.seen(last.quad.start(), first.quad.start())[1];
        let is_near = (0.0..TUNING.lists.max_step * first.quad.height()).contains(&step);
        let gap_before = block.gap_before && !is_near;
        blocks[index].gap_before = gap_before;
    }
}
