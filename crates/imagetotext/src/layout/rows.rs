//! Text boxes → visual rows.

use super::text_box::TextBox;
use super::tuning::TUNING;

/// Text boxes side by side, left to right.
pub(super) type Row = Vec<TextBox>;

/// Puts boxes into visual rows from top to bottom.
pub(super) fn group_into_rows(mut boxes: Vec<TextBox>) -> Vec<Row> {
    boxes.sort_by(|a, b| {
        let by_height = a.middle().total_cmp(&b.middle());
        by_height.then(a.left.total_cmp(&b.left)).then(a.line.cmp(&b.line))
    });
    let mut rows: Vec<Row> = Vec::new();
    for text_box in boxes {
        let first = rows.len().saturating_sub(TUNING.rows.open);
        let nearest = (first..rows.len())
            .filter_map(|index| Some((index, distance(&rows[index], &text_box)?)))
            .min_by(|a, b| a.1.total_cmp(&b.1));
        match nearest {
            Some((index, _)) => {
                let place =
                    rows[index].partition_point(|neighbour| neighbour.left <= text_box.left);
                rows[index].insert(place, text_box);
            }
            None => rows.push(vec![text_box]),
        }
    }
    rows.sort_by(|a, b| middle(a).total_cmp(&middle(b)));
    rows
}

/// Mean middle of the boxes of a row.
pub(super) fn middle(row: &[TextBox]) -> f32 {
    row.iter().map(TextBox::middle).sum::<f32>() / row.len().max(1) as f32
}

/// Height of the tallest box of a row.
pub(super) fn height(row: &[TextBox]) -> f32 {
    row.iter().map(|text_box| text_box.height).fold(1.0, f32::max)
}

/// Left edge of a row.
pub(super) fn left(row: &[TextBox]) -> f32 {
    row.iter().map(|text_box| text_box.left).fold(f32::INFINITY, f32::min)
}

/// Right edge of a row.
pub(super) fn right(row: &[TextBox]) -> f32 {
    row.iter().map(|text_box| text_box.right).fold(f32::NEG_INFINITY, f32::max)
}

/// How far the box is above or below its neighbours in the row; none when it does not fit in.
///
/// Neighbours count, not the row as a whole: a row on bent paper climbs over its length.
fn distance(row: &[TextBox], text_box: &TextBox) -> Option<f32> {
    let place = row.partition_point(|neighbour| neighbour.left <= text_box.left);
    let before = place.checked_sub(1).map(|index| &row[index]);
    let after = row.get(place);
    let crowded = |neighbour: &&TextBox| {
        overlap(neighbour, text_box)
            > TUNING.rows.max_overlap * neighbour.height.min(text_box.height)
    };
    if before.iter().chain(after.iter()).any(crowded) {
        return None;
    }
    let near = [before, after].into_iter().flatten().map(|neighbour| {
        let [a, b] = [neighbour.height, text_box.height];
        let height = a.min(b).max(TUNING.rows.min_height_share * a.max(b));
        ((neighbour.middle() - text_box.middle()).abs(), height)
    });
    let (drift, height) = near.min_by(|a, b| a.0.total_cmp(&b.0))?;
    (drift <= TUNING.rows.max_drift * height).then_some(drift)
}

fn overlap(a: &TextBox, b: &TextBox) -> f32 {
    a.right.min(b.right) - a.left.max(b.left)
}
