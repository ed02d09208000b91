//! The neighbours in a table.

use std::collections::HashMap;

use super::TextCell;

/// Where a neighbour is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Direction {
    /// To the right.
    Right,
    /// Below.
    Below,
}

/// Two cells of which one is the next with text.
pub(super) type Relation = (String, Direction, String);

/// The relations of each cell with the nearest cells to its right and below. A cell of several rows or
/// columns has one with each cell beside it.
pub(super) fn of(cells: &[TextCell]) -> Vec<Relation> {
    let occupied: HashMap<[usize; 2], usize> = cells
        .iter()
        .enumerate()
        .flat_map(|(index, cell)| places(cell).map(move |place| (place, index)))
        .collect();
    let last = |axis: usize| cells.iter().map(|cell| cell.at[axis] + cell.span[axis]).max();
    let ends = [0, 1].map(|axis| last(axis).unwrap_or(0));
    let mut relations = Vec::new();
    for (index, cell) in cells.iter().enumerate() {
        for (direction, axis) in [(Direction::Right, 1), (Direction::Below, 0)] {
            let across = 1 - axis;
            let lanes = cell.at[across]..cell.at[across] + cell.span[across];
            let mut neighbours: Vec<usize> = lanes
                .filter_map(|lane| {
                    let beyond = cell.at[axis] + cell.span[axis]..ends[axis];
                    beyond.into_iter().find_map(|step| {
                        let place = if axis == 1 { [lane, step] } else { [step, lane] };
                        occupied.get(&place).copied().filter(|other| *other != index)
                    })
                })
                .collect();
            neighbours.sort_unstable();
            neighbours.dedup();
            let relation = |other: usize| (cell.text.clone(), direction, cells[other].text.clone());
            relations.extend(neighbours.into_iter().map(relation));
        }
    }
    relations
}

/// All places of the grid that a cell takes.
fn places(cell: &TextCell) -> impl Iterator<Item = [usize; 2]> {
    let [row, column] = cell.at;
    let [rows, columns] = cell.span;
    (row..row + rows)
        .flat_map(move |row| (column..column + columns).map(move |column| [row, column]))
}

#[cfg(test)]
mod tests {
    use super::Direction::{Below, Right};
    use super::*;

    fn cell(at: [usize; 2], span: [usize; 2], text: &str) -> TextCell {
        TextCell { at, span, text: text.into() }
    }

    fn relations(cells: &[TextCell]) -> Vec<(String, Direction, String)> {
        let mut relations = of(cells);
        relations.sort();
        relations
    }

    fn relation(a: &str, direction: Direction, b: &str) -> Relation {
        (a.into(), direction, b.into())
    }

    #[test]
    fn neighbours_are_right_and_below() {
        let cells = [
            cell([0, 0], [1, 1], "a"),
            cell([0, 1], [1, 1], "b"),
            cell([1, 0], [1, 1], "c"),
            cell([1, 1], [1, 1], "d"),
        ];
        let want = [("a", Right, "b"), ("a", Below, "c"), ("b", Below, "d"), ("c", Right, "d")];
        assert_eq!(relations(&cells), want.map(|(a, direction, b)| relation(a, direction, b)));
    }

    #[test]
    fn empty_places_are_passed_over() {
        let cells =
            [cell([0, 0], [1, 1], "a"), cell([0, 2], [1, 1], "b"), cell([3, 0], [1, 1], "c")];
        let want = [("a", Right, "b"), ("a", Below, "c")];
        assert_eq!(relations(&cells), want.map(|(a, direction, b)| relation(a, direction, b)));
    }

    #[test]
    fn a_wide_cell_has_all_cells_below_it() {
        let cells = [
            cell([0, 0], [2, 1], "tall"),
            cell([0, 1], [1, 2], "wide"),
            cell([1, 1], [1, 1], "x"),
            cell([1, 2], [1, 1], "y"),
        ];
        let want = [
            ("tall", Right, "wide"),
            ("tall", Right, "x"),
            ("wide", Below, "x"),
            ("wide", Below, "y"),
            ("x", Right, "y"),
        ];
        assert_eq!(relations(&cells), want.map(|(a, direction, b)| relation(a, direction, b)));
    }
}
