//! Rows of tables whose lines divide every row from the next: what is between two of them is one row, however many lines
//! its cells have.
//!
//! Other tables have lines below the head and above the sums only, so the lines count where most rows between them are
//! few, and several have more than one.

use super::row::Row;
use super::rules::Rules;

/// Tuned numbers of this stage, on drawn tables (the tests) and invoices.
struct Tuning {
    /// Fewest bands between two lines of a table: a head and three rows.
    bands: usize,
    /// Lines of text of a band at most, and of a tall one at least.
    lines: usize,
    tall: usize,
    /// Bands that are tall, at least.
    tall_bands: usize,
    /// Share of the length of the longest line that a line of the table has.
    length: f32,
    /// How far a line may end before a text, and two lines that are one may be apart, in text heights.
    slack: f32,
}

const TUNING: Tuning =
    Tuning { bands: 4, lines: 4, tall: 2, tall_bands: 2, length: 0.9, slack: 0.5 };

/// Between which lines each row of a page is, if these divide the rows of a table.
pub(super) struct RuledRows {
    /// The table and the band of each row.
    places: Vec<Option<[usize; 2]>>,
    /// The rows of each table, from its first to its last.
    tables: Vec<Vec<usize>>,
}

/// What is between two level lines of a table, from the one to the other.
struct Band {
    top: f32,
    bottom: f32,
    rows: Vec<usize>,
}

impl RuledRows {
    /// Of these rows of text of the height `unit` (pixels).
    pub(super) fn of(rows: &[Row], rules: &Rules, unit: f32) -> Self {
        let mut found: Vec<Band> = Vec::new();
        let rows_of_tables = if rules.level.len() > TUNING.bands { rows } else { &[] };
        for (index, row) in rows_of_tables.iter().enumerate() {
            let Some([top, bottom]) = lines_around(row, rules, unit) else { continue };
            let is_same = |it: &&mut Band| {
                (it.top - top).abs() < TUNING.slack * unit
                    && (it.bottom - bottom).abs() < TUNING.slack * unit
            };
            match found.iter_mut().find(is_same) {
                Some(band) => band.rows.push(index),
                None => found.push(Band { top, bottom, rows: vec![index] }),
            }
        }
        found.sort_by(|a, b| a.top.total_cmp(&b.top));
        let mut places = vec![None; rows.len()];
        let mut tables = Vec::new();
        let all = found.chunk_by(|a, b| (b.top - a.bottom).abs() < TUNING.slack * unit);
        for table in all {
            let lines = |it: &Band| texts_below_each_other(rows, &it.rows);
            let tall = table.iter().filter(|it| lines(it) >= TUNING.tall).count();
            let is_divided = table.len() >= TUNING.bands
                && tall >= TUNING.tall_bands
                && table.iter().all(|it| lines(it) <= TUNING.lines);
            if !is_divided {
                continue;
            }
            for (band, it) in table.iter().enumerate() {
                for &row in &it.rows {
                    places[row] = Some([tables.len(), band]);
                }
            }
            let mut order: Vec<usize> = table.iter().flat_map(|it| it.rows.clone()).collect();
            order.sort_by(|&a, &b| rows[a].middle().total_cmp(&rows[b].middle()));
            tables.push(order);
        }
        Self { places, tables }
    }

    /// Makes each row of such a table the only one of it that is below the one before, given the rows below each.
    pub(super) fn settle(&self, below: &mut [Vec<usize>]) {
        for table in &self.tables {
            for (at, &row) in table.iter().enumerate() {
                below[row].retain(|&other| self.are_one(row, other).is_none());
                below[row].extend(table.get(at + 1));
            }
        }
    }

    /// Whether two rows of one such table are lines of one row of it; `None` for others.
    pub(super) fn are_one(&self, upper: usize, lower: usize) -> Option<bool> {
        let [[table, upper], [other, lower]] = [self.places[upper]?, self.places[lower]?];
        (table == other).then_some(upper == lower)
    }
}

/// The lines above and below a row that are as long as the table, if upright ones go from one to the other between cells.
fn lines_around(row: &Row, rules: &Rules, unit: f32) -> Option<[f32; 2]> {
    let slack = TUNING.slack * unit;
    let covers = |it: &&[f32; 3]| it[1] <= row.left + slack && it[2] >= row.right - slack;
    let length = |it: &[f32; 3]| it[2] - it[1];
    let longest = rules.level.iter().filter(covers).map(length).fold(0.0, f32::max);
    let whole = || {
        let is_whole = move |it: &&[f32; 3]| length(it) >= TUNING.length * longest;
        rules.level.iter().filter(covers).filter(is_whole)
    };
    let middle = row.middle();
    let top = whole().filter(|it| it[0] < middle).max_by(|a, b| a[0].total_cmp(&b[0]))?;
    let bottom = whole().filter(|it| it[0] > middle).min_by(|a, b| a[0].total_cmp(&b[0]))?;
    let is_between_cells = |it: &[f32; 3]| {
        it[0] > top[1] + unit
            && it[0] < top[2] - unit
            && it[1] <= top[0] + slack
            && it[2] >= bottom[0] - slack
    };
    rules.upright.iter().any(is_between_cells).then_some([top[0], bottom[0]])
}

/// How many rows are one below the other.
fn texts_below_each_other(rows: &[Row], band: &[usize]) -> usize {
    let mut places: Vec<&Row> = band.iter().map(|&it| &rows[it]).collect();
    places.sort_by(|a, b| a.middle().total_cmp(&b.middle()));
    let is_below = |pair: &&[&Row]| {
        let height = pair[0].height.min(pair[1].height);
        pair[1].middle() - pair[0].middle() > TUNING.slack * height
    };
    if places.is_empty() { 0 } else { places.windows(2).filter(is_below).count() + 1 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::fixtures::typed;
    use crate::layout::segment::Segment;
    use crate::layout::slope::Slope;
    use crate::rotation::PageRotation;

    /// Which rows are in one row of the table with those before, where each is so many pixels below the top, and the lines
    /// are at these places.
    fn joined(places: &[f32], lines: &[f32]) -> Vec<Option<bool>> {
        let texts: Vec<_> = places.iter().map(|&y| typed("a few words", 10.0, y)).collect();
        let segments = Segment::of(&texts, &PageRotation::identity(1, 1), Slope::default(), None);
        let row = |it: usize| Row::of_cells(&segments, vec![vec![it]]);
        let rows: Vec<Row> = (0..places.len()).map(row).collect();
        let rules = Rules {
            level: lines.iter().map(|&y| [y, 0.0, 600.0]).collect(),
            upright: [0.0, 300.0, 600.0].map(|x| [x, 0.0, 1000.0]).to_vec(),
        };
        let divided = RuledRows::of(&rows, &rules, rows[0].height);
        (1..rows.len()).map(|it| divided.are_one(it - 1, it)).collect()
    }

    #[test]
    fn lines_of_cells_between_two_rules_are_one_row() {
        let places = [5.0, 45.0, 71.0, 97.0, 135.0, 175.0, 201.0];
        let found = joined(&places, &[0.0, 40.0, 130.0, 170.0, 240.0]);
        let [one, two] = [Some(true), Some(false)];
        assert_eq!(found, [two, one, one, two, two, one]);
    }

    #[test]
    fn rows_of_one_table_follow_each_other_wherever_their_texts_are() {
        let mut ruled = RuledRows { places: vec![None; 4], tables: vec![vec![0, 1, 2]] };
        for (row, band) in [(0, 0), (1, 0), (2, 1)] {
            ruled.places[row] = Some([0, band]);
        }
        let mut below = [vec![1, 2], vec![], vec![3], vec![]];
        ruled.settle(&mut below);
        assert_eq!(below, [vec![1], vec![2], vec![3], vec![]]);
    }

    #[test]
    fn rows_between_the_head_and_the_sum_are_not() {
        let places = [5.0, 45.0, 71.0, 97.0, 135.0];
        assert_eq!(joined(&places, &[0.0, 40.0, 130.0, 170.0]), [None; 4]);
    }
}
