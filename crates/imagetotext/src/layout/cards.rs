//! Cards: small texts in boxes side by side, each with lines of several sizes, to be read card by
//! card.

use super::rows;
use super::text_box::{Content, TextBox};
use super::tuning::TUNING;

/// The rows of cards in `band`, each with its cards from left to right, if it consists of cards,
/// which are in `columns`. The cells of tables are of one size, or differ in that of the title;
/// of the lines of a receipt few are tall, and prices are in a column of their own.
pub(super) fn rows_of_cards(columns: &[Vec<TextBox>]) -> Option<Vec<Vec<Vec<TextBox>>>> {
    if columns.len() < 2 {
        return None;
    }
    let all = rows::group_into_rows(columns.concat());
    let spaces: Vec<f32> = all.windows(2).map(|pair| top(&pair[1]) - bottom(&pair[0])).collect();
    let mut sorted = spaces.clone();
    sorted.sort_by(f32::total_cmp);
    let usual = sorted.get(sorted.len() / 2)?.max(1.0);
    let mut ends: Vec<f32> = std::iter::zip(&spaces, &all)
        .filter(|(space, _)| **space > TUNING.cards.space * usual)
        .map(|(_, row)| bottom(row))
        .collect();
    ends.push(f32::INFINITY);
    let mut start = f32::NEG_INFINITY;
    let mut found = Vec::new();
    for end in ends {
        let inside = |text_box: &&TextBox| (start..end).contains(&text_box.middle());
        let part = |column: &Vec<TextBox>| column.iter().filter(inside).copied().collect();
        let cards: Vec<Vec<TextBox>> = columns.iter().map(part).collect();
        let cards: Vec<_> =
            cards.into_iter().filter(|card: &Vec<TextBox>| !card.is_empty()).collect();
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
fn is_card(boxes: &[TextBox]) -> bool {
    let rows = rows::group_into_rows(boxes.to_vec());
    let heights: Vec<f32> = rows.iter().map(|row| rows::height(row)).collect();
    let changes = heights.windows(2).filter(|pair| {
        let [a, b] = [pair[0], pair[1]];
        a.max(b) > TUNING.cards.size_ratio * a.min(b)
    });
    let changes = changes.count();
    changes >= TUNING.cards.min_changes
        && 2 * changes >= rows.len() - 1
        && boxes.iter().any(|text_box| text_box.content != Content::Amount)
}

fn top(row: &[TextBox]) -> f32 {
    row.iter().map(|text_box| text_box.top).fold(f32::INFINITY, f32::min)
}

fn bottom(row: &[TextBox]) -> f32 {
    row.iter().map(|text_box| text_box.bottom).fold(f32::NEG_INFINITY, f32::max)
}
