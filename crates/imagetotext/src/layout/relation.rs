//! Whether two texts side by side belong together row by row.

use super::rows::{self, Row};
use super::run::{Cell, Run, median};

/// How two neighbouring columns are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Relation {
    /// First the left one, then the right one.
    Columns,
    /// Across: table, form, receipt, list.
    Rows,
}

/// Share of rows that must have a mate before the columns count as rows. Of two texts that have
/// nothing to do with each other about a third have one by chance.
const MATED: f32 = 0.75;

/// How far mates may be off the common offset, in text heights.
const LEVEL: f32 = 0.25;

/// Of fewer rows than this no offset is common, and each may be off by half a height: a table of
/// two rows is much more frequent than two columns of two lines.
const SOME: usize = 4;
const LOOSE: f32 = 0.5;

/// Largest common offset: bent paper, or a label set smaller than its value.
const OFFSET: f32 = 0.35;

/// Columns up to this many text heights wide hold bullets, line numbers and icons.
const MARKS: f32 = 2.5;

/// Tiles are texts of one or two lines, each read by itself, such as links of a foot of a page with
/// their targets below: their lines are closer than this, and the tiles further apart, in text heights.
const TIGHT: f32 = 1.5;
const FAR: f32 = 4.0;
/// Where both sides have two lines that start within this of each other, they are rows of a table.
const TOGETHER: f32 = 0.5;

/// Decides by the common rows and, where rows are common by the printer's grid, by the prose.
pub(super) fn between(left: &[Run], right: &[Run], unit: f32) -> Relation {
    let (left, right) = (Side::new(left), Side::new(right));
    let (few, many) =
        if left.rows.len() <= right.rows.len() { (&left, &right) } else { (&right, &left) };
    let mates = few.mates(many);
    let beside = few.beside(many);
    if mates.is_empty() || (mates.len() as f32) < MATED * beside as f32 {
        return Relation::Columns;
    }
    if are_tiles(&left, &right, unit) {
        return Relation::Columns;
    }
    if left.width() <= MARKS * unit || right.width() <= MARKS * unit {
        return Relation::Rows;
    }
    if left.is_prose(unit) && right.is_prose(unit) {
        return Relation::Columns;
    }
    let inside = mates.iter().filter(|&&(a, b)| {
        (few.is_prose(unit) && few.continues(a)) || (many.is_prose(unit) && many.continues(b))
    });
    if inside.count() * 3 > mates.len() { Relation::Columns } else { Relation::Rows }
}

/// Whether the sides are tiles. Amounts and labels never are: they belong to what stands beside them.
fn are_tiles(left: &Side, right: &Side, unit: f32) -> bool {
    let sides = [left, right];
    let is = |side: &Side, cell| side.rows.iter().flatten().any(|run| run.cell == cell);
    sides.iter().all(|side| side.is_low(unit))
        && sides.iter().any(|side| side.rows.len() == 2)
        && !sides.iter().all(|side| side.rows.len() == 2 && side.starts_together(unit))
        && right.left - left.right >= FAR * unit
        && !is(left, Cell::Label)
        && !sides.iter().any(|side| is(side, Cell::Amount))
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
    fn new(runs: &[Run]) -> Self {
        let rows = rows::gather(runs.to_vec());
        let steps = rows.windows(2).map(|pair| rows::middle(&pair[1]) - rows::middle(&pair[0]));
        let pitch = median(steps.collect()).unwrap_or(0.0);
        Self { left: rows::left(runs), right: rows::right(runs), rows, pitch }
    }

    fn width(&self) -> f32 {
        self.right - self.left
    }

    /// One line, or two that are close.
    fn is_low(&self, unit: f32) -> bool {
        self.rows.len() == 1 || self.rows.len() == 2 && self.pitch <= TIGHT * unit
    }

    fn starts_together(&self, unit: f32) -> bool {
        self.rows.iter().all(|row| rows::left(row) - self.left <= TOGETHER * unit)
    }

    /// Pairs of rows, here and there, that stand on one level.
    fn mates(&self, other: &Self) -> Vec<(usize, usize)> {
        let pairs: Vec<(usize, usize, f32, f32)> = self
            .rows
            .iter()
            .enumerate()
            .filter_map(|(here, row)| {
                let middle = rows::middle(row);
                let after = other.rows.partition_point(|it| rows::middle(it) < middle);
                let near = [after.checked_sub(1), Some(after)].into_iter().flatten();
                let offsets = near.filter_map(|there| {
                    let mate = other.rows.get(there)?;
                    let height = rows::height(row).max(rows::height(mate));
                    Some((here, there, rows::middle(mate) - middle, height))
                });
                offsets.min_by(|a, b| a.2.abs().total_cmp(&b.2.abs()))
            })
            .collect();
        let offsets = pairs.iter().map(|(_, _, offset, height)| offset / height);
        let (common, level) = match median(offsets.collect()) {
            _ if self.rows.len() < SOME => (0.0, LOOSE),
            Some(common) if common.abs() <= OFFSET => (common, LEVEL),
            _ => (0.0, LEVEL),
        };
        let mates = pairs
            .into_iter()
            .filter(|(_, _, offset, height)| (offset / height - common).abs() <= level);
        mates.map(|(here, there, ..)| (here, there)).collect()
    }

    /// How many rows have something of the other side beside them: a title above one column of a
    /// table has no mate, and needs none, as long as most rows may have one.
    fn beside(&self, other: &Self) -> usize {
        let (Some(first), Some(last)) = (other.rows.first(), other.rows.last()) else { return 0 };
        let top = rows::middle(first) - LOOSE * rows::height(first);
        let bottom = rows::middle(last) + LOOSE * rows::height(last);
        let inside = |row: &&Row| (top..=bottom).contains(&rows::middle(row));
        let count = self.rows.iter().filter(inside).count();
        if 2 * count > self.rows.len() { count } else { self.rows.len() }
    }

    /// Several long lines that start together and nearly fill the column, some of them with a small
    /// letter. Numbers are no prose, and neither are cells of a table, names and commands.
    fn is_prose(&self, unit: f32) -> bool {
        let is_text = |row: &Row| matches!(row.as_slice(), [run] if run.cell != Cell::Amount);
        let good =
            |row: &&Row| is_text(row) && self.is_full(row) && rows::left(row) - self.left <= unit;
        let within = self.rows.iter().filter(|row| row.first().is_some_and(|run| run.is_within));
        self.rows.len() >= 3
            && self.width() >= 10.0 * unit
            && within.count() >= self.rows.len() / 3
            && self.rows.iter().filter(good).count() * 5 >= self.rows.len() * 3
    }

    fn is_full(&self, row: &[Run]) -> bool {
        let holes = row.windows(2).map(|pair| pair[1].left - pair[0].right).fold(0.0, f32::max);
        self.right - rows::right(row) <= 0.2 * self.width() && holes <= 0.2 * self.width()
    }

    /// Whether the sentence of this row seems to have begun in the row above.
    fn continues(&self, row: usize) -> bool {
        let Some(above) = row.checked_sub(1) else { return false };
        let step = rows::middle(&self.rows[row]) - rows::middle(&self.rows[above]);
        step <= 1.3 * self.pitch && self.is_full(&self.rows[above])
    }
}
