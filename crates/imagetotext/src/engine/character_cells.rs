//! Where one character of a line ends and the next begins, in scripts whose characters are about as long as each other.

use std::ops::Range;

use super::word_segmentation::is_inked;

/// Tuned numbers of this stage; on drawn pages in Japanese and Chinese.
struct Tuning {
    /// Distances from one character to the next that are tried, in line heights.
    pitch: Range<f32>,
    /// The usual one.
    usual_pitch: f32,
    /// Lengths of a cell, in pitches.
    cell: Range<f32>,
    /// What each column between two cells costs.
    blank: f32,
    /// What the square of the deviation from the pitch costs, in cuts through ink; that of a longer cell, which may be two
    /// characters.
    deviation: f32,
    too_long: f32,
}

const TUNING: Tuning = Tuning {
    pitch: 0.72..1.15,
    usual_pitch: 0.92,
    cell: 0.3..1.4,
    blank: 0.03,
    deviation: 4.0,
    too_long: 16.0,
};

/// Divides the columns of `part`, of which `ink` has the darkness, into those of single characters, about as far apart as
/// costs least.
pub(super) fn cells(ink: &[f32], part: &Range<usize>, line_height: f32) -> Vec<Range<usize>> {
    let Range { start, end } = TUNING.pitch;
    let pitches = (start * line_height).ceil() as usize..=(end * line_height) as usize;
    let divisions = pitches.map(|pitch| {
        let (cost, cells) = divide(ink, part, pitch as f32);
        let deviation = pitch as f32 / line_height - TUNING.usual_pitch;
        (cost + TUNING.too_long * deviation * deviation, cells)
    });
    let best = divisions.min_by(|(a, _), (b, _)| a.total_cmp(b));
    best.map(|(_, cells)| cells).unwrap_or_default()
}

/// The cuts through the least ink that make cells of about `pitch` columns, and what they cost.
fn divide(ink: &[f32], part: &Range<usize>, pitch: f32) -> (f32, Vec<Range<usize>>) {
    let [least, most] = [TUNING.cell.start, TUNING.cell.end].map(|it| (it * pitch) as usize);
    let slack = (pitch * (1.0 - TUNING.cell.start)) as usize;
    let first = part.start.saturating_sub(slack);
    let end = (part.end + slack).min(ink.len());
    // The cost of the best cuts up to a column, and where its last cell begins.
    let mut best: Vec<(f32, usize)> = vec![(f32::INFINITY, first); end + 1 - first];
    for column in first..=part.start {
        best[column - first] = (0.0, column);
    }
    for column in part.start + 1..=end {
        let cut = ink.get(column).map_or(0.0, |after| f32::midpoint(ink[column - 1], *after));
        // Blur leaves a little ink in each gap.
        let cut = cut * cut;
        if !is_inked(ink[column - 1]) {
            let (before, _) = best[column - 1 - first];
            best[column - first] = (before + TUNING.blank + cut, column - 1);
        }
        for length in least.max(1)..=most.min(column - first) {
            let deviation = (length as f32 - pitch) / pitch;
            let (before, _) = best[column - length - first];
            let weight = if deviation < 0.0 { TUNING.deviation } else { TUNING.too_long };
            let cost = before + cut + weight * deviation * deviation;
            if cost < best[column - first].0 {
                best[column - first] = (cost, column - length);
            }
        }
    }
    let cost = |column: usize| best[column - first].0;
    let final_cut = (part.end..=end).min_by(|&a, &b| cost(a).total_cmp(&cost(b))).unwrap_or(end);
    let starts = std::iter::successors(Some(final_cut), |&column| {
        (column > part.start && cost(column).is_finite()).then(|| best[column - first].1)
    });
    let mut cuts: Vec<usize> = starts.collect();
    cuts.reverse();
    (
        cost(final_cut),
        cuts.windows(2).map(|ends| ends[0]..ends[1]).filter(|it| it.len() > 1).collect(),
    )
}

/// The columns from the first ink to the last.
pub(super) fn inked(ink: &[f32], columns: Range<usize>) -> Option<Range<usize>> {
    let is_ink = |column: &usize| is_inked(ink[*column]);
    let first = columns.clone().find(is_ink)?;
    let last = columns.rev().find(is_ink)?;
    Some(first..last + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Characters of 20 columns, but for a gap in one, four columns apart.
    fn ink() -> Vec<f32> {
        let mut ink = vec![0.0; 10];
        for character in 0..5 {
            let gap = if character == 2 { 8..12 } else { 0..0 };
            ink.extend((0..20).map(|column| if gap.contains(&column) { 0.0 } else { 1.0 }));
            ink.extend([0.0; 4]);
        }
        ink.extend([0.0; 10]);
        ink
    }

    #[test]
    fn cells_are_about_as_long_as_each_other() {
        let ink = ink();
        let part = inked(&ink, 0..ink.len()).unwrap();
        assert_eq!(part, 10..126);
        let cells = cells(&ink, &part, 24.0);
        let middles = cells.iter().map(|it| usize::midpoint(it.start, it.end));
        let expected = (0..5).map(|character| 10 + 24 * character + 10);
        assert_eq!(cells.len(), 5, "{cells:?}");
        assert!(middles.zip(expected).all(|(a, b)| a.abs_diff(b) <= 3), "{cells:?}");
    }

    #[test]
    fn a_line_without_ink_has_no_cells() {
        assert_eq!(inked(&[0.0; 9], 0..9), None);
        assert!(cells(&[1.0], &(0..1), 24.0).len() <= 1);
    }
}
