//! Runs → visual rows.

use super::run::Run;

/// Runs side by side, left to right.
pub(super) type Row = Vec<Run>;

/// How many rows up a run may find its mates. Only rows that overlap in height compete, and of
/// those a page without columns has two or three.
const OPEN: usize = 8;

/// Middles further apart than this, in heights of the smaller text, are in different rows.
const DRIFT: f32 = 0.5;

/// Puts runs into rows from top to bottom.
pub(super) fn gather(mut runs: Vec<Run>) -> Vec<Row> {
    runs.sort_by(|a, b| {
        let by_height = a.middle().total_cmp(&b.middle());
        by_height.then(a.left.total_cmp(&b.left)).then(a.line.cmp(&b.line))
    });
    let mut rows: Vec<Row> = Vec::new();
    for run in runs {
        let first = rows.len().saturating_sub(OPEN);
        let nearest = (first..rows.len())
            .filter_map(|index| Some((index, distance(&rows[index], &run)?)))
            .min_by(|a, b| a.1.total_cmp(&b.1));
        match nearest {
            Some((index, _)) => {
                let place = rows[index].partition_point(|mate| mate.left <= run.left);
                rows[index].insert(place, run);
            }
            None => rows.push(vec![run]),
        }
    }
    rows.sort_by(|a, b| middle(a).total_cmp(&middle(b)));
    rows
}

/// Mean middle of the runs of a row.
pub(super) fn middle(row: &[Run]) -> f32 {
    row.iter().map(Run::middle).sum::<f32>() / row.len().max(1) as f32
}

/// Height of the tallest run of a row.
pub(super) fn height(row: &[Run]) -> f32 {
    row.iter().map(|run| run.height).fold(1.0, f32::max)
}

/// Left edge of a row.
pub(super) fn left(row: &[Run]) -> f32 {
    row.iter().map(|run| run.left).fold(f32::INFINITY, f32::min)
}

/// Right edge of a row.
pub(super) fn right(row: &[Run]) -> f32 {
    row.iter().map(|run| run.right).fold(f32::NEG_INFINITY, f32::max)
}

/// How far the run is above or below its neighbours in the row; none when it does not fit in.
///
/// Neighbours count, not the row as a whole: a row on bent paper climbs over its length.
fn distance(row: &[Run], run: &Run) -> Option<f32> {
    let place = row.partition_point(|mate| mate.left <= run.left);
    let before = place.checked_sub(1).map(|index| &row[index]);
    let after = row.get(place);
    let crowded = |mate: &&Run| overlap(mate, run) > 0.3 * mate.height.min(run.height);
    if before.iter().chain(after.iter()).any(crowded) {
        return None;
    }
    let near = [before, after].into_iter().flatten().map(|mate| {
        let drift = (mate.middle() - run.middle()).abs();
        (drift, mate.height.min(run.height).max(0.5 * mate.height.max(run.height)))
    });
    let (drift, height) = near.min_by(|a, b| a.0.total_cmp(&b.0))?;
    (drift <= DRIFT * height).then_some(drift)
}

fn overlap(a: &Run, b: &Run) -> f32 {
    a.right.min(b.right) - a.left.max(b.left)
}
