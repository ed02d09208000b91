//! Whether two texts side by side belong together row by row.

use super::rows::{self, Row};
use super::text_box::{Content, TextBox, median};
use super::tuning::TUNING;

/// How two neighbouring columns are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ReadingOrder {
    /// First the left one, then the right one.
    ColumnByColumn,
    /// Across: table, form, receipt, list.
    RowByRow,
}

/// Decides by the common rows and, where rows are common by the printer's grid, by the prose.
pub(super) fn between(left: &[TextBox], right: &[TextBox], unit: f32) -> ReadingOrder {
    let (left, right) = (Side::new(left), Side::new(right));
    let (few, many) =
        if left.rows.len() <= right.rows.len() { (&left, &right) } else { (&right, &left) };
    let aligned = few.aligned(many);
    let beside = few.beside(many);
    if aligned.is_empty() || (aligned.len() as f32) < TUNING.alignment.min_share * beside as f32 {
        return ReadingOrder::ColumnByColumn;
    }
    if are_tiles(&left, &right, unit) {
        return ReadingOrder::ColumnByColumn;
    }
    let widest = TUNING.alignment.max_marker_width * unit;
    if left.width() <= widest || right.width() <= widest {
        return ReadingOrder::RowByRow;
    }
    if left.is_prose(unit) && right.is_prose(unit) {
        return ReadingOrder::ColumnByColumn;
    }
    let inside = aligned.iter().filter(|&&(a, b)| {
        (few.is_prose(unit) && few.continues(a)) || (many.is_prose(unit) && many.continues(b))
    });
    if inside.count() * TUNING.alignment.continuing_one_in > aligned.len() {
        ReadingOrder::ColumnByColumn
    } else {
        ReadingOrder::RowByRow
    }
}

/// Whether the sides are tiles. Amounts and labels never are: they belong to what is beside
/// them.
fn are_tiles(left: &Side, right: &Side, unit: f32) -> bool {
    let sides = [left, right];
    let is = |side: &Side, content| {
        side.rows.iter().flatten().any(|text_box| text_box.content == content)
    };
    sides.iter().all(|side| side.is_low(unit))
        && sides.iter().any(|side| side.rows.len() == 2)
        && !sides.iter().all(|side| side.rows.len() == 2 && side.starts_together(unit))
        && right.left - left.right >= TUNING.tiles.min_distance * unit
        && !is(left, Content::Label)
        && !sides.iter().any(|side| is(side, Content::Amount))
}

/// The rows of one column.
struct Side {
    rows: Vec<Row>,
    left: f32,
    right: f32,
    /// Usual distance of its rows.
    pitch: f32,
}

impl Side {
    fn new(boxes: &[TextBox]) -> Self {
        let rows = rows::group_into_rows(boxes.to_vec());
        let steps = rows.windows(2).map(|pair| rows::middle(&pair[1]) - rows::middle(&pair[0]));
        let pitch = median(steps.collect()).unwrap_or(0.0);
        Self { left: rows::left(boxes), right: rows::right(boxes), rows, pitch }
    }

    fn width(&self) -> f32 {
        self.right - self.left
    }

    /// One line, or two that are close.
    fn is_low(&self, unit: f32) -> bool {
        self.rows.len() == 1 || self.rows.len() == 2 && self.pitch <= TUNING.tiles.max_pitch * unit
    }

    fn starts_together(&self, unit: f32) -> bool {
        self.rows.iter().all(|row| rows::left(row) - self.left <= TUNING.tiles.same_start * unit)
    }

    /// Pairs of rows, here and there, that are level.
    fn aligned(&self, other: &Self) -> Vec<(usize, usize)> {
        let pairs: Vec<(usize, usize, f32, f32)> = self
            .rows
            .iter()
            .enumerate()
            .filter_map(|(here, row)| {
                let middle = rows::middle(row);
                let after = other.rows.partition_point(|it| rows::middle(it) < middle);
                let near = [after.checked_sub(1), Some(after)].into_iter().flatten();
                let offsets = near.filter_map(|there| {
                    let neighbour = other.rows.get(there)?;
                    let height = rows::height(row).max(rows::height(neighbour));
                    Some((here, there, rows::middle(neighbour) - middle, height))
                });
                offsets.min_by(|a, b| a.2.abs().total_cmp(&b.2.abs()))
            })
            .collect();
        let offsets = pairs.iter().map(|(_, _, offset, height)| offset / height);
        let tuning = &TUNING.alignment;
        let (common, level) = match median(offsets.collect()) {
            _ if self.rows.len() < tuning.min_rows_for_offset => (0.0, tuning.loose_tolerance),
            Some(common) if common.abs() <= tuning.max_offset => (common, tuning.tolerance),
            _ => (0.0, tuning.tolerance),
        };
        let aligned = pairs
            .into_iter()
            .filter(|(_, _, offset, height)| (offset / height - common).abs() <= level);
        aligned.map(|(here, there, ..)| (here, there)).collect()
    }

    /// How many rows have something of the other side beside them: a title above one column of a
    /// table has no neighbour, and needs none, as long as most rows may have one.
    fn beside(&self, other: &Self) -> usize {
        let (Some(first), Some(last)) = (other.rows.first(), other.rows.last()) else { return 0 };
        let top = rows::middle(first) - TUNING.alignment.loose_tolerance * rows::height(first);
        let bottom = rows::middle(last) + TUNING.alignment.loose_tolerance * rows::height(last);
        let inside = |row: &&Row| (top..=bottom).contains(&rows::middle(row));
        let count = self.rows.iter().filter(inside).count();
        if 2 * count > self.rows.len() { count } else { self.rows.len() }
    }

    /// Several long lines that start together and nearly fill the column, some of them with a small
    /// letter. Numbers are no prose, and neither are cells of a table, names and commands.
    fn is_prose(&self, unit: f32) -> bool {
        let tuning = &TUNING.prose;
        let [full, of] = tuning.full_rows;
        let is_text =
            |row: &Row| matches!(row.as_slice(), [text_box] if text_box.content != Content::Amount);
        let good = |row: &&Row| {
            is_text(row)
                && self.is_full(row)
                && rows::left(row) - self.left <= tuning.max_indent * unit
        };
        let within = self
            .rows
            .iter()
            .filter(|row| row.first().is_some_and(|text_box| text_box.starts_lowercase));
        self.rows.len() >= tuning.min_rows
            && self.width() >= tuning.min_width * unit
            && within.count() >= self.rows.len() / tuning.lowercase_one_in
            && self.rows.iter().filter(good).count() * of >= self.rows.len() * full
    }

    fn is_full(&self, row: &[TextBox]) -> bool {
        let holes = row.windows(2).map(|pair| pair[1].left - pair[0].right).fold(0.0, f32::max);
        let empty = TUNING.prose.max_empty * self.width();
        self.right - rows::right(row) <= empty && holes <= empty
    }

    /// Whether the sentence of this row seems to have begun in the row above.
    fn continues(&self, row: usize) -> bool {
        let Some(above) = row.checked_sub(1) else { return false };
        let step = rows::middle(&self.rows[row]) - rows::middle(&self.rows[above]);
        step <= TUNING.prose.max_step * self.pitch && self.is_full(&self.rows[above])
    }
}
