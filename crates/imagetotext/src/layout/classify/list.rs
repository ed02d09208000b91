//! Which rows begin an item of a list, and how deep the list is.

use super::Group;
use super::block::LineRow;
use crate::document::{Block, BlockKind, Line, Marker, Quad};
use crate::layout::kind::Kind;
use crate::layout::tuning::TUNING;

/// What looks like a numbered heading is an item where the number before or after it is that of an item beside which it
/// stands: at the same left edge, in letters of the same size.
pub(super) fn continue_lists(groups: &mut [Group]) {
    let is_heading = |group: &Group| group.kind == Kind::Heading;
    // From the end as well: the last one may tell what those before it are.
    for index in (0..groups.len()).chain((0..groups.len()).rev()) {
        let Some(own) = groups[index].rows.first().filter(|_| is_heading(&groups[index])) else {
            continue;
        };
        let above = index.checked_sub(1).map(|above| &groups[above]).filter(|it| !is_heading(it));
        let below = groups.get(index + 1).filter(|it| !is_heading(it));
        let last =
            above.and_then(|group| group.rows.iter().rev().find_map(|row| Numbered::of(row)));
        let first = below.and_then(|group| Numbered::of(group.rows.first()?));
        let is_item = Numbered::of(own).is_some_and(|own| {
            last.is_some_and(|last| last.is_before(&own))
                || first.is_some_and(|first| own.is_before(&first))
        });
        if is_item {
            groups[index].kind = Kind::Item;
        }
    }
}

/// The number that a row begins with, and the line that it is in.
struct Numbered {
    number: u32,
    quad: Quad,
}

impl Numbered {
    fn of(cells: &[Vec<Line>]) -> Option<Self> {
        let row: LineRow = cells.concat();
        let line = row.first().filter(|_| marker(&row) == Some(Marker::Number))?;
        let number = line.words.first()?.text.trim_end_matches(['.', ')']).parse().ok()?;
        Some(Self { number, quad: line.quad })
    }

    /// Whether it is the item before `next` in one list.
    fn is_before(&self, next: &Self) -> bool {
        let [height, other] = [self.quad, next.quad].map(|quad| quad.height());
        let [right, down] = self.quad.seen(self.quad.start(), next.quad.start());
        self.number.checked_add(1) == Some(next.number)
            && (height - other).abs() <= TUNING.lists.same_height * height.max(other)
            // The last digits of 9 and 10 may be below each other.
            && right.abs() <= height
            && down > 0.0
    }
}

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
