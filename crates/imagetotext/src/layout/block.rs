//! Rows → blocks.

use super::below::Below;
use super::row::Row;
use super::segment::Segment;
use crate::document::Bounds;

/// Rows one below the other that belong together.
#[derive(Debug, Clone)]
pub(super) struct RowBlock {
    pub(super) rows: Vec<Row>,
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) top: f32,
    pub(super) bottom: f32,
}

/// Log-odds from which two rows are lines of one row of a table. A wrong one tears lines apart, a missing one
/// only leaves a cell in two rows; most of all where both rows have several cells. On the validation pages
/// and the real documents that the results are from.
fn least_for_one_row(upper: &Row, lower: &Row) -> f32 {
    if upper.cells.len() > 1 && lower.cells.len() > 1 { 3.0 } else { 1.5 }
}

/// Whether a row begins where the one above it does, in text of fixed pitch: terminals and listings have no cells of
/// several lines, but short lines under tables.
fn is_new_line(segments: &[Segment], upper: &Row, lower: &Row) -> bool {
    let pitch = segments[lower.ends()[0]].pitch;
    pitch.is_some_and(|pitch| lower.left < upper.left + pitch)
}

/// The blocks of a page. A row continues one block at most, and one row at most continues it: the surest
/// first.
pub(super) fn blocks(segments: &[Segment], rows: &[Row], pairs: &[Below]) -> Vec<RowBlock> {
    let mut order: Vec<&Below> = pairs.iter().filter(|pair| pair.same_block > 0.0).collect();
    order.sort_by(|a, b| {
        b.same_block.total_cmp(&a.same_block).then((a.upper, a.lower).cmp(&(b.upper, b.lower)))
    });
    let mut next: Vec<Option<&Below>> = vec![None; rows.len()];
    let mut has_previous = vec![false; rows.len()];
    for pair in order {
        if next[pair.upper].is_none() && !has_previous[pair.lower] {
            next[pair.upper] = Some(pair);
            has_previous[pair.lower] = true;
        }
    }
    let starts = (0..rows.len()).filter(|&row| !has_previous[row]);
    starts
        .map(|start| {
            let mut joined = vec![rows[start].clone()];
            let mut at = start;
            while let Some(pair) = next[at] {
                at = pair.lower;
                match joined.last_mut() {
                    Some(row)
                        if pair.same_row > least_for_one_row(row, &rows[at])
                            && !is_new_line(segments, row, &rows[at]) =>
                    {
                        *row = merged(segments, row, &rows[at]);
                    }
                    _ => joined.push(rows[at].clone()),
                }
            }
            RowBlock::of(joined)
        })
        .collect()
}

impl RowBlock {
    fn of(rows: Vec<Row>) -> Self {
        Self {
            left: rows.iter().map(|it| it.left).fold(f32::INFINITY, f32::min),
            right: rows.iter().map(|it| it.right).fold(f32::NEG_INFINITY, f32::max),
            top: rows.iter().map(|it| it.top).fold(f32::INFINITY, f32::min),
            bottom: rows.iter().map(|it| it.bottom).fold(f32::NEG_INFINITY, f32::max),
            rows,
        }
    }

    pub(super) fn bounds(&self) -> Bounds {
        Bounds { left: self.left, top: self.top, right: self.right, bottom: self.bottom }
    }

    /// Height of the text of most of its rows.
    pub(super) fn height(&self) -> f32 {
        super::segment::median(self.rows.iter().map(|it| it.height).collect()).unwrap_or(1.0)
    }
}

/// A row with further lines in its cells: each cell of `more` joins the one that it overlaps most.
fn merged(segments: &[Segment], row: &Row, more: &Row) -> Row {
    let mut cells = row.cells.clone();
    let extent = |cell: &[usize]| {
        let all = cell.iter().map(|&it| &segments[it]);
        all.fold([f32::INFINITY, f32::NEG_INFINITY], |[left, right], it| {
            [left.min(it.left), right.max(it.right)]
        })
    };
    for cell in &more.cells {
        let [left, right] = extent(cell);
        let overlap = |other: &Vec<usize>| {
            let other = extent(other);
            right.min(other[1]) - left.max(other[0])
        };
        let best = cells.iter_mut().max_by(|a, b| overlap(a).total_cmp(&overlap(b)));
        if let Some(best) = best.filter(|best| overlap(best) > 0.0) {
            best.extend(cell);
        } else {
            let at = cells.partition_point(|other| extent(other)[0] < left);
            cells.insert(at, cell.clone());
        }
    }
    Row::of_cells(segments, cells)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::fixtures::typed;
    use crate::layout::slope::Slope;
    use crate::rotation::PageRotation;

    #[test]
    fn further_lines_join_the_cells_above_them_also_beside_cells_that_begin_there() {
        let lines = [
            typed("Anna", 0.0, 0.0),
            typed("5 pm", 300.0, 0.0),
            typed("105 Cory", 600.0, 0.0),
            typed("52019", 150.0, 26.0),
            typed("2.0", 450.0, 26.0),
            typed("Hall", 600.0, 26.0),
        ];
        let segments = Segment::of(&lines, &PageRotation::identity(1, 1), Slope::default(), None);
        let row = |segments_of: std::ops::Range<usize>| {
            Row::of_cells(&segments, segments_of.map(|it| vec![it]).collect())
        };
        let cells = merged(&segments, &row(0..3), &row(3..6)).cells;
        assert_eq!(cells, [vec![0], vec![3], vec![1], vec![4], vec![2, 5]]);
    }
}
