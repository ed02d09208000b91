//! Cards: small texts in boxes side by side, each with lines of several sizes, to be read card by card.

use super::rows;
use super::run::{Cell, Run};

/// Sizes of text differ from this ratio on.
const OTHER: f32 = 1.25;

/// A space between cards one below the other is this many times as high as the usual one within them.
const SPACE: f32 = 1.8;

/// The rows of cards in `band`, each with its cards from left to right, if it consists of cards, which
/// stand in `columns`. The cells of tables are of one size, or differ in that of the title; of the
/// lines of a receipt few are tall, and prices stand in a column of their own.
pub(super) fn rows_of_cards(columns: &[Vec<Run>]) -> Option<Vec<Vec<Vec<Run>>>> {
    if columns.len() < 2 {
        return None;
    }
    let all = rows::gather(columns.concat());
    let spaces: Vec<f32> = all.windows(2).map(|pair| top(&pair[1]) - bottom(&pair[0])).collect();
    let mut sorted = spaces.clone();
    sorted.sort_by(f32::total_cmp);
    let usual = sorted.get(sorted.len() / 2)?.max(1.0);
    let mut ends: Vec<f32> = std::iter::zip(&spaces, &all)
        .filter(|(space, _)| **space > SPACE * usual)
        .map(|(_, row)| bottom(row))
        .collect();
    ends.push(f32::INFINITY);
    let mut start = f32::NEG_INFINITY;
    let mut found = Vec::new();
    for end in ends {
        let inside = |run: &&Run| (start..end).contains(&run.middle());
        let part = |column: &Vec<Run>| column.iter().filter(inside).copied().collect();
        let cards: Vec<Vec<Run>> = columns.iter().map(part).collect();
        let cards: Vec<_> = cards.into_iter().filter(|card: &Vec<Run>| !card.is_empty()).collect();
        // A title above them, or a note below.
        if cards.len() > 1 && !cards.iter().all(|card| is_card(card)) {
            return None;
        }
        found.push(cards);
        start = end;
    }
    found.iter().any(|cards| cards.len() > 1).then_some(found)
}

/// Whether the size of the text changes at least twice, and between half of the rows or more.
fn is_card(runs: &[Run]) -> bool {
    let rows = rows::gather(runs.to_vec());
    let heights: Vec<f32> = rows.iter().map(|row| rows::height(row)).collect();
    let changes = heights.windows(2).filter(|pair| {
        let [a, b] = [pair[0], pair[1]];
        a.max(b) > OTHER * a.min(b)
    });
    let changes = changes.count();
    changes >= 2 && 2 * changes >= rows.len() - 1 && runs.iter().any(|run| run.cell != Cell::Amount)
}

fn top(row: &[Run]) -> f32 {
    row.iter().map(|run| run.top).fold(f32::INFINITY, f32::min)
}

fn bottom(row: &[Run]) -> f32 {
    row.iter().map(|run| run.bottom).fold(f32::NEG_INFINITY, f32::max)
}
