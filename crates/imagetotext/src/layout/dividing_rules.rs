//! Panels that one upright line makes of a page: a side bar and the text beside it, a list of contacts and a conversation.
//!
//! Tables have lines across as well, or several upright ones, or rows that are level on both sides.

use super::rules::Rules;
use crate::document::Bounds;

/// Least length of such a line, in text heights.
const LENGTH: f32 = 8.0;

/// Texts at least on each side of it.
const TEXTS: usize = 3;

/// Share of its length from which another upright line is as important.
const ALIKE: f32 = 0.6;

/// How far the middles of two texts of one row may be apart, in text heights, and the share of the texts on one side that
/// have another one in their row, from which they are rows of a table, or columns of one text.
const LEVEL: f32 = 0.25;
const ROWS: f32 = 0.6;

/// The panels left and right of such a line on a page with these texts, of height `unit` (pixels).
pub(super) fn divided_by_rule(
    rules: &Rules,
    picture: &Bounds,
    texts: &[Bounds],
    unit: f32,
) -> Vec<Bounds> {
    let length = |[_, from, to]: &[f32; 3]| to - from;
    let longest = rules.upright.iter().max_by(|a, b| length(a).total_cmp(&length(b)));
    let Some(rule) = longest.filter(|it| length(it) >= LENGTH * unit) else { return Vec::new() };
    let [x, top, bottom] = *rule;
    // A line has two edges, each of which may be found.
    let is_other = |it: &&[f32; 3]| {
        (it[0] - x).abs() > 0.5 * unit
            && it[2].min(bottom) - it[1].max(top) >= ALIKE * (bottom - top)
    };
    let is_crossing = |it: &&[f32; 3]| {
        (top + unit..bottom - unit).contains(&it[0]) && it[1] < x - unit && it[2] > x + unit
    };
    let is_level = |it: &&Bounds| (top..bottom).contains(&f32::midpoint(it.top, it.bottom));
    let (left, right): (Vec<&Bounds>, Vec<&Bounds>) =
        texts.iter().filter(is_level).partition(|it| it.left + it.right < 2.0 * x);
    let is_clear = left.iter().all(|it| it.right <= x) && right.iter().all(|it| it.left >= x);
    if !is_clear
        || left.len().min(right.len()) < TEXTS
        || rules.upright.iter().any(|it| is_other(&it))
        || rules.level.iter().any(|it| is_crossing(&it))
        || share_of_rows(&left, &right, unit).max(share_of_rows(&right, &left, unit)) >= ROWS
    {
        return Vec::new();
    }
    let panel = |left, right| Bounds { left, top, right, bottom };
    vec![panel(picture.left, x), panel(x, picture.right)]
}

/// Share of texts that have one of the `others` in their row.
fn share_of_rows(texts: &[&Bounds], others: &[&Bounds], unit: f32) -> f32 {
    let middle = |it: &Bounds| f32::midpoint(it.top, it.bottom);
    let has_row = |it: &&&Bounds| {
        others.iter().any(|other| (middle(other) - middle(it)).abs() < LEVEL * unit)
    };
    texts.iter().filter(has_row).count() as f32 / texts.len().max(1) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    const PICTURE: Bounds = Bounds { left: 0.0, top: 0.0, right: 800.0, bottom: 600.0 };

    /// How many panels there are of texts in rows so far apart at the left and at the right of a line, with this drawn too.
    fn panels(steps: [f32; 2], level: &[[f32; 3]], upright: &[[f32; 3]]) -> usize {
        let column = |left: f32, step: f32| {
            (0..8).map(move |row| {
                let top = 20.0 + row as f32 * step;
                Bounds { left, top, right: left + 150.0, bottom: top + 16.0 }
            })
        };
        let texts: Vec<Bounds> = column(20.0, steps[0]).chain(column(220.0, steps[1])).collect();
        let mut rules = Rules { level: level.to_vec(), upright: upright.to_vec() };
        rules.upright.push([200.0, 4.0, 580.0]);
        divided_by_rule(&rules, &PICTURE, &texts, 16.0).len()
    }

    #[test]
    fn a_line_between_texts_of_other_rows_divides_the_page() {
        assert_eq!(panels([61.0, 39.0], &[], &[]), 2);
        let below_entries = [[60.0, 0.0, 200.0], [120.0, 0.0, 200.0]];
        assert_eq!(panels([61.0, 39.0], &below_entries, &[[202.0, 4.0, 580.0]]), 2);
    }

    #[test]
    fn lines_of_tables_and_columns_do_not() {
        assert_eq!(panels([40.0, 40.0], &[], &[]), 0, "rows are level");
        assert_eq!(panels([61.0, 39.0], &[[120.0, 0.0, 400.0]], &[]), 0, "a line crosses it");
        assert_eq!(panels([61.0, 39.0], &[], &[[500.0, 4.0, 560.0]]), 0, "there are several");
    }
}
