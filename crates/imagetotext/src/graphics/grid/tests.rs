//! Grids of drawn tables.

use super::{CellSpan, Grid};
use crate::document::Bounds;
use crate::graphics::Rule;

/// Text in the first and in the last cell.
const BOXES: [Bounds; 2] = [
    Bounds { left: 10.0, top: 10.0, right: 90.0, bottom: 30.0 },
    Bounds { left: 310.0, top: 90.0, right: 390.0, bottom: 110.0 },
];

fn rule(from: [f32; 2], to: [f32; 2]) -> Rule {
    Rule { from, to, thickness: 1.0 }
}

fn row(y: f32, left: f32, right: f32) -> Rule {
    rule([left, y], [right, y])
}

fn column(x: f32, top: f32, bottom: f32) -> Rule {
    rule([x, top], [x, bottom])
}

/// Three rows of 40 pixels and four columns of 100, completely drawn.
fn table() -> Vec<Rule> {
    let rows = (0..4).map(|line| row(40.0 * line as f32, 0.0, 400.0));
    rows.chain((0..5).map(|line| column(100.0 * line as f32, 0.0, 120.0))).collect()
}

/// The table without the lines that begin at these places.
fn table_without(begins: &[[i32; 2]]) -> Vec<Rule> {
    let mut rules = table();
    rules.retain(|rule| !begins.contains(&rule.from.map(|value| value as i32)));
    rules
}

fn find(rules: &[Rule]) -> Option<Grid> {
    Grid::find(rules, &BOXES, 16.0)
}

fn span(row: usize, column: usize, row_span: usize, column_span: usize) -> CellSpan {
    CellSpan { row, column, row_span, column_span }
}

fn assert_near(found: &[f32], expected: &[f32]) {
    assert_eq!(found.len(), expected.len(), "{found:?}");
    assert!(found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 2.0), "{found:?} {expected:?}");
}

#[test]
fn a_table_with_all_lines_has_no_spans() {
    let grid = find(&table()).unwrap();
    assert_near(&grid.row_edges, &[0.0, 40.0, 80.0, 120.0]);
    assert_near(&grid.column_edges, &[0.0, 100.0, 200.0, 300.0, 400.0]);
    assert_eq!(grid.spans, []);
    assert_eq!(grid.cell_at([250.0, 50.0]), Some(span(1, 2, 1, 1)));
    assert_eq!(grid.cell_at([450.0, 50.0]), None);
    assert_eq!(grid.cell_at([250.0, -5.0]), None);
}

#[test]
fn missing_lines_merge_cells_both_ways() {
    // A heading over the columns 1 to 3; the first column has one cell in the rows 0 and 1.
    let mut rules = table_without(&[[200, 0], [300, 0], [0, 40]]);
    rules.extend([column(200.0, 40.0, 120.0), column(300.0, 40.0, 120.0), row(40.0, 100.0, 400.0)]);
    let grid = find(&rules).unwrap();
    assert_eq!(grid.spans, [span(0, 0, 2, 1), span(0, 1, 1, 3)]);
    assert_eq!(grid.cell_at([50.0, 70.0]), Some(span(0, 0, 2, 1)));
    assert_eq!(grid.cell_at([350.0, 20.0]), Some(span(0, 1, 1, 3)));
}

#[test]
fn a_block_of_cells_is_one() {
    let mut rules = table_without(&[[200, 0], [0, 40]]);
    rules.extend([column(200.0, 80.0, 120.0), row(40.0, 0.0, 100.0), row(40.0, 300.0, 400.0)]);
    assert_eq!(find(&rules).unwrap().spans, [span(0, 1, 2, 2)]);
}

#[test]
fn merged_cells_never_overlap() {
    // An L of open sides is no cell: it is divided.
    let mut rules = table_without(&[[100, 0], [0, 40]]);
    rules.extend([column(100.0, 40.0, 120.0), row(40.0, 100.0, 400.0)]);
    let grid = find(&rules).unwrap();
    let mut count = [[0; 4]; 3];
    for span in &grid.spans {
        for row in &mut count[span.row..span.row + span.row_span] {
            for cell in &mut row[span.column..span.column + span.column_span] {
                *cell += 1;
            }
        }
    }
    assert!(count.iter().flatten().all(|count| *count <= 1), "{count:?}");
}

#[test]
fn a_border_that_is_not_drawn_is_where_the_lines_end() {
    let inner = table_without(&[[0, 0], [0, 120], [400, 0]]);
    let grid = find(&inner).unwrap();
    assert_near(&grid.row_edges, &[0.0, 40.0, 80.0, 120.0]);
    assert_near(&grid.column_edges, &[0.0, 100.0, 200.0, 300.0, 400.0]);
    assert_eq!(grid.spans, []);
}

#[test]
fn lines_between_rows_alone_make_rows() {
    let rules = [row(0.0, 0.0, 400.0), row(40.0, 0.0, 400.0), row(120.0, 0.0, 400.0)];
    let grid = find(&rules).unwrap();
    assert_near(&grid.row_edges, &[0.0, 40.0, 120.0]);
    assert_near(&grid.column_edges, &[0.0, 400.0]);
    let rules = [column(100.0, 0.0, 120.0), column(200.0, 0.0, 120.0)];
    let grid = find(&rules).unwrap();
    assert_near(&grid.row_edges, &[0.0, 120.0]);
    assert_near(&grid.column_edges, &[10.0, 100.0, 200.0, 390.0]);
}

#[test]
fn double_lines_are_one() {
    let mut rules = table();
    rules.extend((0..4).map(|line| row(40.0 * line as f32 + 3.0, 0.0, 400.0)));
    rules.extend((0..5).map(|line| column(100.0 * line as f32 + 3.0, 0.0, 120.0)));
    let grid = find(&rules).unwrap();
    assert_eq!((grid.row_edges.len(), grid.column_edges.len()), (4, 5));
    assert_eq!(grid.spans, []);
}

#[test]
fn a_slanted_table_has_the_same_cells() {
    for slope in [-0.08_f32, 0.05] {
        let turned = |[x, y]: [f32; 2]| [x - slope * y, y + slope * x];
        let mut rules = table_without(&[[200, 0]]);
        rules.push(column(200.0, 40.0, 120.0));
        for rule in &mut rules {
            (rule.from, rule.to) = (turned(rule.from), turned(rule.to));
        }
        let boxes = BOXES.map(|one| {
            let [x, y] = turned([f32::midpoint(one.left, one.right), one.top + 10.0]);
            Bounds { left: x - 40.0, top: y - 10.0, right: x + 40.0, bottom: y + 10.0 }
        });
        let grid = Grid::find(&rules, &boxes, 16.0).unwrap();
        assert_eq!((grid.row_edges.len(), grid.column_edges.len()), (4, 5), "{grid:?}");
        assert_eq!(grid.spans, [span(0, 1, 1, 2)]);
        assert_eq!(grid.cell_at(turned([250.0, 20.0])), Some(span(0, 1, 1, 2)));
        assert_eq!(grid.cell_at(turned([350.0, 100.0])), Some(span(2, 3, 1, 1)));
    }
}

#[test]
fn lines_that_divide_nothing_make_no_grid() {
    assert_eq!(find(&[]), None);
    // A frame.
    let frame = [
        row(0.0, 0.0, 400.0),
        row(120.0, 0.0, 400.0),
        column(0.0, 0.0, 120.0),
        column(400.0, 0.0, 120.0),
    ];
    assert_eq!(find(&frame), None);
    // A table elsewhere.
    let far = Bounds { left: 600.0, top: 0.0, right: 700.0, bottom: 120.0 };
    assert_eq!(Grid::find(&table(), &[far], 16.0), None);
    // A pattern.
    let fine: Vec<Rule> = (0..200)
        .flat_map(|line| {
            let place = 8.0 * line as f32;
            [row(place, 0.0, 1600.0), column(place, 0.0, 1600.0)]
        })
        .collect();
    let all = Bounds { left: 0.0, top: 0.0, right: 1600.0, bottom: 1600.0 };
    assert_eq!(Grid::find(&fine, &[all], 16.0), None);
    let invalid = [row(f32::NAN, 0.0, 400.0), rule([f32::INFINITY; 2], [0.0; 2])];
    assert_eq!(find(&invalid), None);
    assert_eq!(Grid::find(&table(), &[], 16.0), None);
}
