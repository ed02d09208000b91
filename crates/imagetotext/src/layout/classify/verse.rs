//! How far lines that end where the text does are indented: verses, and what is set like them.

use super::block::LineRow;
use crate::document::Line;

/// Tuned numbers of this stage, on drawn poems, addresses and centred texts (the tests); in widths of the usual
/// character unless they say otherwise.
struct Tuning {
    /// Fewest rows.
    min_rows: usize,
    /// Rows that begin this near to each other begin at the same place.
    max_off: f32,
    /// How far the middles, or the ends, of rows are from each other on average if they are not aligned.
    min_ragged: f32,
    /// Smallest indentation.
    min_indent: f32,
    /// Most places where rows begin.
    max_places: usize,
}

const TUNING: Tuning =
    Tuning { min_rows: 4, max_off: 0.8, min_ragged: 1.0, min_indent: 1.5, max_places: 4 };

/// Sets the indentation of rows of which none runs on, if they begin at a few places again and again.
pub(super) fn set_indents(rows: &mut [LineRow], wraps: &[bool]) {
    if let Some(indents) = indents(rows, wraps) {
        for (line, indent) in rows.iter_mut().filter_map(|row| row.first_mut()).zip(indents) {
            line.indent = indent;
        }
    }
}

fn indents(rows: &[LineRow], wraps: &[bool]) -> Option<Vec<u32>> {
    if rows.len() < TUNING.min_rows
        || wraps.contains(&true)
        || rows.iter().any(|row| row.len() != 1)
    {
        return None;
    }
    let lines = || rows.iter().filter_map(|row| row.first());
    let direction = lines().next()?.quad.direction();
    let extents: Vec<(f32, f32)> = lines().map(|line| line.quad.extent(direction)).collect();
    let width: f32 = extents.iter().map(|(begin, end)| end - begin).sum();
    let count: usize = lines().map(|line| line.text().chars().count()).sum();
    let advance = width / count.max(1) as f32;
    let spread = |place: fn(&(f32, f32)) -> f32| {
        let mean = extents.iter().map(place).sum::<f32>() / extents.len() as f32;
        extents.iter().map(|it| (place(it) - mean).abs()).sum::<f32>() / extents.len() as f32
    };
    let is_ragged = |spread: f32| spread > TUNING.min_ragged * advance;
    if !is_ragged(spread(|(begin, end)| f32::midpoint(*begin, *end)))
        || !is_ragged(spread(|it| it.1))
    {
        return None;
    }
    let margin = extents.iter().map(|(begin, _)| *begin).fold(f32::INFINITY, f32::min);
    let offsets: Vec<f32> = extents.iter().map(|(begin, _)| (begin - margin) / advance).collect();
    let places = places(&offsets)?;
    let indent = |offset: &f32| {
        let place = places.iter().copied().find(|place| offset - place <= TUNING.max_off);
        place.filter(|place| *place >= TUNING.min_indent).map_or(0, |place| place.round() as u32)
    };
    let indents: Vec<u32> = offsets.iter().map(indent).collect();
    let is_possible = indents.iter().any(|indent| *indent > 0)
        && indents.iter().all(|indent| *indent <= Line::MAX_INDENT);
    is_possible.then_some(indents)
}

/// The few places at which rows begin, each twice at least; nothing if there are more.
fn places(offsets: &[f32]) -> Option<Vec<f32>> {
    let mut sorted = offsets.to_vec();
    sorted.sort_by(f32::total_cmp);
    let mut places: Vec<(f32, usize)> = Vec::new();
    for offset in sorted {
        match places.last_mut() {
            Some((place, count)) if offset - *place <= TUNING.max_off => *count += 1,
            _ => places.push((offset, 1)),
        }
    }
    let is_few = places.len() <= TUNING.max_places && places.iter().all(|(_, count)| *count > 1);
    is_few.then(|| places.into_iter().map(|(place, _)| place).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::fixtures::typed;

    fn indents_of(lefts: &[f32], texts: &[&str]) -> Vec<u32> {
        let lines = lefts.iter().zip(texts).enumerate();
        let mut rows: Vec<LineRow> =
            lines.map(|(row, (left, text))| vec![typed(text, *left, 26.0 * row as f32)]).collect();
        set_indents(&mut rows, &vec![false; texts.len()]);
        rows.iter().map(|row| row[0].indent).collect()
    }

    const VERSES: [&str; 6] = [
        "Tyger Tyger, burning",
        "In the forests",
        "What immortal hand or eye",
        "Could frame",
        "thy fearful",
        "symmetry and more",
    ];

    #[test]
    fn verses_keep_their_indentation() {
        assert_eq!(indents_of(&[0.0, 41.0, 2.0, 38.0, 0.0, 40.0], &VERSES), [0, 4, 0, 4, 0, 4]);
    }

    #[test]
    fn what_is_aligned_otherwise_is_not_indented() {
        // All at the margin, only one further right, all anywhere, centred, to the right.
        assert_eq!(indents_of(&[0.0; 6], &VERSES), [0; 6]);
        assert_eq!(indents_of(&[40.0, 0.0, 0.0, 0.0, 0.0, 0.0], &VERSES), [0; 6]);
        assert_eq!(indents_of(&[0.0, 41.0, 80.0, 118.0, 160.0, 200.0], &VERSES), [0; 6]);
        let centred: Vec<f32> = VERSES.iter().map(|text| 300.0 - 5.0 * text.len() as f32).collect();
        assert_eq!(indents_of(&centred, &VERSES), [0; 6]);
        let right: Vec<f32> = VERSES.iter().map(|text| 300.0 - 10.0 * text.len() as f32).collect();
        assert_eq!(indents_of(&right, &VERSES), [0; 6]);
    }

    #[test]
    fn text_that_runs_on_is_not_indented() {
        let mut rows: Vec<LineRow> = [0.0, 40.0, 0.0, 40.0]
            .iter()
            .zip(VERSES)
            .map(|(left, text)| vec![typed(text, *left, 0.0)])
            .collect();
        set_indents(&mut rows, &[false, true, false, false]);
        assert!(rows.iter().all(|row| row[0].indent == 0));
    }
}
