//! The tuned numbers of the kinds: what a row, a heading and a list item is beyond what the networks say.
//!
//! Lengths are in text heights (the height of the smaller of two texts, or of the usual text of a
//! part of the page), so they hold for every resolution. They were set by hand on the public pictures
//! and on the golden pictures of `tests/images/golden`; results on those pictures therefore say little
//! about others. No picture has tuned `lists.min_indent` yet. The steps before have few numbers: bounds of
//! time, and limits beside the networks, as constants in their files with their reasons.

/// One group for each step.
pub(super) struct Tuning {
    pub(super) wrapping: Wrapping,
    pub(super) headings: Headings,
    pub(super) code: Code,
    pub(super) lists: Lists,
    pub(super) running: Running,
}

/// Where a paragraph wraps.
pub(super) struct Wrapping {
    /// A blank, and the raggedness that justified and recognised text has.
    pub(super) slack: f32,
}

/// The levels of headings.
pub(super) struct Headings {
    /// How many times as tall as the text of the page the headings of the first and second level are at
    /// least. Common style sheets set them 2, 1.5 and 1.17 times as large.
    pub(super) ratios: [f32; 2],
}

/// Blocks to program code.
pub(super) struct Code {
    /// Rows from which a block, or several that follow each other, are code, as a count.
    pub(super) min_rows: usize,
    /// Texts from which a page can be the manual of a program, as a count.
    pub(super) min_groups: usize,
    /// Words of a heading in one, at most.
    pub(super) heading_words: usize,
}

/// Rows to list items.
pub(super) struct Lists {
    /// Longest number of an item, in digits. Longer ones are years that end a sentence.
    pub(super) max_digits: usize,
    /// Items whose lines are this far from each other, from middle to middle, are set off.
    pub(super) max_step: f32,
    /// An item that begins this much further right than the one before it is one level deeper.
    pub(super) min_indent: f32,
    /// How much the heights of two items of one list may differ, as a share of the larger: less than headings differ
    /// from text in common style sheets, which is a sixth. No picture has tuned it.
    pub(super) same_height: f32,
}

/// What repeats on pages.
pub(super) struct Running {
    /// Most rows of a running head or foot, as a count. More are a letterhead: who wrote the page, which no other
    /// page repeats.
    pub(super) max_rows: usize,
}

/// The numbers in use.
pub(super) const TUNING: Tuning = Tuning {
    wrapping: Wrapping { slack: 1.0 },
    headings: Headings { ratios: [1.75, 1.33] },
    code: Code { min_rows: 2, min_groups: 4, heading_words: 4 },
    lists: Lists { max_digits: 3, max_step: 1.7, min_indent: 1.0, same_height: 0.12 },
    running: Running { max_rows: 2 },
};
