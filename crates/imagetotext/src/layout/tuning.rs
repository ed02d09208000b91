//! The tuned numbers of the layout, all in one place.
//!
//! Lengths are in text heights (the height of the smaller of two texts, or of the usual text of a
//! part of the page) unless the comment says otherwise, so they hold for every resolution. They
//! were set by hand on the 29 public pictures whose results the README shows and on the golden
//! pictures of `tests/images/golden`; results on those pictures therefore say little about others.
//! Exceptions: numbers with a source beside them, and `lists.min_indent`, which no picture has
//! tuned yet.

/// All tuned numbers, one group for each step.
pub(super) struct Tuning {
    pub(super) boxes: Boxes,
    pub(super) rows: Rows,
    pub(super) columns: Columns,
    pub(super) alignment: Alignment,
    pub(super) prose: Prose,
    pub(super) tiles: Tiles,
    pub(super) cards: Cards,
    pub(super) blocks: Blocks,
    pub(super) wrapping: Wrapping,
    pub(super) headings: Headings,
    pub(super) code: Code,
    pub(super) lists: Lists,
}

/// Lines to text boxes.
pub(super) struct Boxes {
    /// Largest slope against the page, in pixels per pixel, of a line that belongs to its rows:
    /// about 10 degrees.
    pub(super) max_slope: f32,
    /// Lines longer than this give the slope of the page; the corners of shorter ones are too
    /// rough.
    pub(super) min_length_for_slope: f32,
}

/// Text boxes to visual rows.
pub(super) struct Rows {
    /// How many rows up a text box may join, as a count. Only rows that overlap in height compete,
    /// and of those a page without columns has two or three.
    pub(super) open: usize,
    /// Text boxes whose middles are further apart are in different rows.
    pub(super) max_drift: f32,
    /// Of the taller text, the share that counts as the height of the smaller one at least.
    pub(super) min_height_share: f32,
    /// Text boxes that overlap along the row by more than this are in different rows.
    pub(super) max_overlap: f32,
}

/// The page to columns: the XY-cut.
pub(super) struct Columns {
    /// Narrowest gap between columns. The detector splits lines at about this.
    pub(super) gutter: f32,
    /// Share of a text box's height that counts when boxes are stacked: ascenders touch the
    /// descenders above.
    pub(super) core: f32,
    /// Deepest nesting of columns, as a count. No page has that many, and every page comes to an
    /// end.
    pub(super) max_depth: usize,
    /// Gap, in text heights and as a multiple of the largest gap elsewhere, that sets a header or
    /// footer off.
    pub(super) set_off: f32,
}

/// Whether neighbouring columns are aligned row by row.
pub(super) struct Alignment {
    /// Share of rows with an aligned row beside them from which columns count as rows of a table.
    /// Of two texts that have nothing to do with each other about a third are aligned by chance.
    pub(super) min_share: f32,
    /// How far an aligned row may be off the common offset.
    pub(super) tolerance: f32,
    /// Of fewer rows than this no offset is common, and each may be off by `loose_tolerance`: a
    /// table of two rows is much more frequent than two columns of two lines.
    pub(super) min_rows_for_offset: usize,
    /// See `min_rows_for_offset`.
    pub(super) loose_tolerance: f32,
    /// Largest common offset: bent paper, or a label set smaller than its value.
    pub(super) max_offset: f32,
    /// Columns up to this width hold bullets, line numbers and icons.
    pub(super) max_marker_width: f32,
    /// Aligned rows of which more than one in so many continue a sentence are columns, as a count.
    pub(super) continuing_one_in: usize,
}

/// What makes a column prose.
pub(super) struct Prose {
    /// Fewest rows, as a count.
    pub(super) min_rows: usize,
    /// Narrowest column.
    pub(super) min_width: f32,
    /// How far a row may begin from the edge of its column.
    pub(super) max_indent: f32,
    /// Share of the width that may be empty at the end of a full row or in one hole of it.
    pub(super) max_empty: f32,
    /// Rows of text that start at the edge and are full: at least this many of so many, as counts.
    pub(super) full_rows: [usize; 2],
    /// At least one row in so many begins with a small letter, as a count.
    pub(super) lowercase_one_in: usize,
    /// Within a paragraph, a step to the next row is not larger than this multiple of the usual
    /// one.
    pub(super) max_step: f32,
}

/// Tiles: texts of one or two lines side by side, each read by itself, such as links at the foot of
/// a page with their targets below.
pub(super) struct Tiles {
    /// Lines of a tile are closer than this.
    pub(super) max_pitch: f32,
    /// Tiles are further apart than this.
    pub(super) min_distance: f32,
    /// Where both sides have two lines that start within this of each other, they are rows of a
    /// table.
    pub(super) same_start: f32,
}

/// Cards: boxes side by side with lines of several sizes.
pub(super) struct Cards {
    /// Sizes of text differ from this ratio on.
    pub(super) size_ratio: f32,
    /// Space between cards one below the other, as a multiple of the usual one within them.
    pub(super) space: f32,
    /// Fewest changes of size within a card, as a count.
    pub(super) min_changes: usize,
}

/// Rows to blocks.
pub(super) struct Blocks {
    /// A step this many times the usual one around it ends a block.
    pub(super) wide_step: f32,
    /// Steps up to this never end a block: ascenders nearly touch descenders.
    pub(super) close_step: f32,
    /// Steps from this on always do, where there is nothing to compare with.
    pub(super) lone_step: f32,
    /// How many steps above and below the usual one is computed from, as a count.
    pub(super) steps_around: usize,
    /// Text this many times as tall as its neighbour is another block.
    pub(super) size_ratio: f32,
    /// Shortest and longest indentation of the first line of a paragraph.
    pub(super) indent: [f32; 2],
    /// How far the lines around an indented one may be out of line.
    pub(super) indent_tolerance: f32,
    /// How far before the end of its neighbour an indented line of prose may end, as a share of the
    /// neighbour's length. Lines of program code do not reach as far.
    pub(super) indent_reach: f32,
}

/// Where a paragraph wraps.
pub(super) struct Wrapping {
    /// A blank, and the raggedness that justified and recognised text has.
    pub(super) slack: f32,
}

/// Blocks to headings.
pub(super) struct Headings {
    /// How many times as tall as the text of the page the headings of the first, second and third
    /// level are. Common style sheets set them 2, 1.5 and 1.17 times as large; the last is within
    /// the error of heights: a line without descenders comes out lower.
    pub(super) ratios: [f32; 3],
    /// Most rows, as a count.
    pub(super) max_rows: usize,
    /// Fewest letters, as a count: a number or an icon in large type heads nothing.
    pub(super) min_letters: usize,
    /// A page must have more lines than this for its usual size of text to mean something, as a count.
    pub(super) body_lines: usize,
}

/// Blocks to program code.
pub(super) struct Code {
    /// Rows from which a block, or several that follow each other, are code, as a count.
    pub(super) min_rows: usize,
}

/// Rows to list items.
pub(super) struct Lists {
    /// Longest number of an item, in digits. Longer ones are years that end a sentence.
    pub(super) max_digits: usize,
    /// An item that begins this much further right than the one before it is one level deeper.
    pub(super) min_indent: f32,
}

/// The numbers in use.
pub(super) const TUNING: Tuning = Tuning {
    boxes: Boxes { max_slope: 0.18, min_length_for_slope: 2.5 },
    rows: Rows { open: 8, max_drift: 0.5, min_height_share: 0.5, max_overlap: 0.3 },
    columns: Columns { gutter: 0.9, core: 0.8, max_depth: 32, set_off: 1.5 },
    alignment: Alignment {
        min_share: 0.75,
        tolerance: 0.25,
        min_rows_for_offset: 4,
        loose_tolerance: 0.5,
        max_offset: 0.35,
        max_marker_width: 2.5,
        continuing_one_in: 3,
    },
    prose: Prose {
        min_rows: 3,
        min_width: 10.0,
        max_indent: 1.0,
        max_empty: 0.2,
        full_rows: [3, 5],
        lowercase_one_in: 3,
        max_step: 1.3,
    },
    tiles: Tiles { max_pitch: 1.5, min_distance: 4.0, same_start: 0.5 },
    cards: Cards { size_ratio: 1.25, space: 1.8, min_changes: 2 },
    blocks: Blocks {
        wide_step: 1.3,
        close_step: 1.15,
        lone_step: 2.2,
        steps_around: 5,
        size_ratio: 1.3,
        indent: [0.7, 6.0],
        indent_tolerance: 0.5,
        indent_reach: 0.15,
    },
    wrapping: Wrapping { slack: 1.0 },
    headings: Headings { ratios: [1.9, 1.5, 1.3], max_rows: 2, min_letters: 3, body_lines: 3 },
    code: Code { min_rows: 2 },
    lists: Lists { max_digits: 3, min_indent: 1.0 },
};
