//! What blocks are, each rule by an example.

use super::{Group, caption, classify};
use crate::document::{Block, BlockKind, Line, LineStart, Marker};
use crate::layout::fixtures::{classified, line, line_rows, scattered, typed};
use crate::layout::kind::Kind;

fn kinds(groups: &[Vec<Line>]) -> Vec<BlockKind> {
    classified(groups).into_iter().map(|block| block.kind).collect()
}

fn of_kind(kind: Kind, lines: &[Line]) -> Vec<Block> {
    classify(vec![Group { kind, rows: line_rows(lines) }])
}

/// A running head over a page with a paragraph.
fn above_text(head: &[Line]) -> Vec<Block> {
    let text = [typed("Boats return in the morning.", 0.0, 200.0)];
    classify(vec![
        Group { kind: Kind::RunningHead, rows: line_rows(head) },
        Group { kind: Kind::Paragraph, rows: line_rows(&text) },
    ])
}

fn item(marker: Marker, depth: u8) -> BlockKind {
    BlockKind::ListItem { marker, depth }
}

#[test]
fn the_level_of_a_heading_is_that_of_its_size() {
    let body = (0..4).map(|row| typed("words that fill a line", 0.0, 200.0 + 26.0 * row as f32));
    let body = Group { kind: Kind::Paragraph, rows: line_rows(&body.collect::<Vec<_>>()) };
    for (height, level) in [(40.0, 1), (31.0, 2), (24.0, 3)] {
        let rows = line_rows(&[line("A heading", 0.0, 0.0, 200.0, height)]);
        let body = Group { kind: body.kind, rows: body.rows.clone() };
        let blocks = classify(vec![Group { kind: Kind::Heading, rows }, body]);
        assert_eq!(blocks[0].kind, BlockKind::Heading { level }, "{height}");
    }
}

#[test]
fn a_letterhead_is_no_running_head() {
    let head = |rows: u8| {
        let rows = (0..rows).map(|row| typed("Harbour Office", 0.0, 26.0 * f32::from(row)));
        above_text(&rows.collect::<Vec<_>>())[0].kind.clone()
    };
    assert_eq!(head(2), BlockKind::RunningHead);
    assert_eq!(head(3), BlockKind::Paragraph);
}

#[test]
fn the_only_text_of_a_page_is_no_running_head() {
    let lines = [typed("Harbour Office", 0.0, 0.0)];
    assert_eq!(of_kind(Kind::RunningHead, &lines)[0].kind, BlockKind::Paragraph);
    assert_eq!(of_kind(Kind::RunningFoot, &lines)[0].kind, BlockKind::Paragraph);
    let head = || Group { kind: Kind::RunningHead, rows: line_rows(&lines) };
    let foot = || Group { kind: Kind::RunningFoot, rows: line_rows(&lines) };
    let blocks = classify(vec![head(), foot()]);
    assert!(blocks.iter().all(|block| block.kind == BlockKind::Paragraph), "{blocks:?}");
    assert_eq!(above_text(&lines)[0].kind, BlockKind::RunningHead);
}

#[test]
fn items_within_a_block_are_blocks_without_a_gap() {
    let blocks = classified(&[vec![
        typed("Bring along:", 0.0, 0.0),
        typed("• a pencil and", 0.0, 26.0),
        typed("paper", 20.0, 52.0),
        typed("•", 0.0, 78.0),
        typed("ink", 20.0, 78.0),
    ]]);
    let gaps: Vec<bool> = blocks.iter().map(|block| block.gap_before).collect();
    assert_eq!(gaps, [true, false, false]);
    let kinds: Vec<&BlockKind> = blocks.iter().map(|block| &block.kind).collect();
    assert_eq!(kinds[0], &BlockKind::Paragraph);
    assert_eq!(kinds[1], &item(Marker::Bullet, 0));
    assert_eq!(kinds[2], &item(Marker::Bullet, 0));
    assert_eq!(blocks[1].lines.len(), 2);
    let starts: Vec<LineStart> = blocks[2].lines.iter().map(|line| line.start).collect();
    assert_eq!(starts, [LineStart::NewLine, LineStart::SameRow]);
}

#[test]
fn items_of_a_list_are_set_off_by_space_only() {
    let items = |step: f32| -> Vec<bool> {
        let item = |row: u8| Group {
            kind: Kind::Item,
            rows: line_rows(&[typed("• an item", 0.0, f32::from(row) * step)]),
        };
        let blocks = classify((0..3).map(item).collect());
        blocks.iter().map(|block| block.gap_before).collect()
    };
    assert_eq!(items(28.0), [true, false, false]);
    assert_eq!(items(50.0), [true, true, true]);
}

#[test]
fn an_item_between_items_is_no_heading() {
    let groups = |kinds: [Kind; 4]| -> Vec<bool> {
        let texts = ["1. Open the box", "2. Check it", "3. Read the manual", "4. Other"];
        let group = |(row, (kind, text)): (u8, (Kind, &str))| Group {
            kind,
            rows: line_rows(&[typed(text, 0.0, 50.0 * f32::from(row))]),
        };
        let blocks = classify((0..).zip(kinds.into_iter().zip(texts)).map(group).collect());
        blocks.into_iter().map(|it| matches!(it.kind, BlockKind::ListItem { .. })).collect()
    };
    let (item, heading) = (Kind::Item, Kind::Heading);
    assert_eq!(groups([item, item, heading, heading]), [true; 4]);
    assert_eq!(groups([item, heading, Kind::Paragraph, heading]), [true; 4]);
    assert_eq!(groups([heading; 4]), [false; 4], "numbered headings");
    let taller = line("3. A chapter", 0.0, 100.0, 200.0, 30.0);
    let rows = [vec![typed("2. Item", 0.0, 50.0)], vec![taller]];
    let [first, second] = rows.map(|lines| line_rows(&lines));
    let group = |kind, rows| Group { kind, rows };
    let blocks = classify(vec![group(item, first), group(heading, second)]);
    assert!(matches!(blocks[1].kind, BlockKind::Heading { .. }));
}

/// Row, column, columns and number of lines of each cell.
fn cells(lines: &[Line]) -> (u32, u32, Vec<[u32; 4]>) {
    let blocks = of_kind(Kind::Table, lines);
    let BlockKind::Table(table) = &blocks[0].kind else { panic!("{:?}", blocks[0].kind) };
    let cells = table.cells.iter();
    let cells = cells.map(|it| [it.row, it.column, it.column_span, it.lines.len() as u32]);
    (table.rows, table.columns, cells.collect())
}

#[test]
fn cells_are_in_the_columns_of_the_whole_table() {
    // Nothing in the middle of the second row, and numbers that end together.
    let found = cells(&[
        typed("Item", 0.0, 0.0),
        typed("Colour", 200.0, 0.0),
        typed("Price", 400.0, 0.0),
        typed("Ink", 0.0, 26.0),
        typed("2", 440.0, 26.0),
        typed("Paper", 0.0, 52.0),
        typed("white", 200.0, 52.0),
        typed("11.50", 400.0, 52.0),
    ]);
    let places = [[0, 0], [0, 1], [0, 2], [1, 0], [1, 2], [2, 0], [2, 1], [2, 2]];
    assert_eq!(found, (3, 3, places.map(|[row, column]| [row, column, 1, 1]).to_vec()));
}

#[test]
fn a_head_in_the_middle_is_in_the_column_below_it() {
    let found = cells(&[
        typed("Text", 100.0, 0.0),
        typed("No.", 300.0, 0.0),
        typed("Ink", 0.0, 26.0),
        typed("1", 330.0, 26.0),
        typed("Tea", 0.0, 52.0),
        typed("2", 330.0, 52.0),
    ]);
    let places = [[0, 0], [0, 1], [1, 0], [1, 1], [2, 0], [2, 1]];
    assert_eq!(found, (3, 2, places.map(|[row, column]| [row, column, 1, 1]).to_vec()));
}

#[test]
fn a_cell_over_several_columns_spans_them() {
    let found = cells(&[
        line("Name", 0.0, 0.0, 60.0, 20.0),
        line("Both of the years", 200.0, 0.0, 300.0, 20.0),
        typed("Ada", 0.0, 26.0),
        typed("12", 200.0, 26.0),
        typed("15", 450.0, 26.0),
    ]);
    let expected = [[0, 0, 1, 1], [0, 1, 2, 1], [1, 0, 1, 1], [1, 1, 1, 1], [1, 2, 1, 1]];
    assert_eq!(found, (2, 3, expected.to_vec()));
}

#[test]
fn a_single_row_of_cells_is_no_table() {
    let row = [typed("Total", 0.0, 0.0), typed("2.50", 300.0, 0.0)];
    let blocks = of_kind(Kind::Table, &row);
    assert_eq!(blocks[0].kind, BlockKind::Paragraph);
    assert_eq!(blocks[0].lines[1].start, LineStart::SameRow);
}

#[test]
fn a_line_wraps_only_below_a_full_one() {
    let starts = |widths: [f32; 3]| -> Vec<LineStart> {
        let lines = widths
            .iter()
            .enumerate()
            .map(|(row, width)| line("some words", 0.0, 26.0 * row as f32, *width, 20.0));
        let blocks = classified(&[lines.collect()]);
        blocks.iter().flat_map(|block| &block.lines).map(|line| line.start).collect()
    };
    let (new, wrapped) = (LineStart::NewLine, LineStart::Wrapped);
    assert_eq!(starts([400.0, 390.0, 100.0]), [new, wrapped, wrapped]);
    assert_eq!(starts([400.0, 100.0, 400.0]), [new, wrapped, new]);
}

#[test]
fn lists_in_lists_are_deeper() {
    let lefts = [("1.", 0.0), ("2.", 3.0), ("•", 40.0), ("-", 80.0), ("•", 41.0), ("3.", -2.0)];
    let items = lefts.iter().enumerate().map(|(row, (marker, left))| {
        typed(&format!("{marker} item"), 100.0 + left, 26.0 * row as f32)
    });
    let (bullet, number) = (Marker::Bullet, Marker::Number);
    assert_eq!(
        kinds(&[items.collect()]),
        [
            item(number, 0),
            item(number, 0),
            item(bullet, 1),
            item(bullet, 2),
            item(bullet, 1),
            item(number, 0)
        ]
    );
}

#[test]
fn a_list_in_another_column_begins_at_the_outside() {
    let column =
        |left: f32| (0..2).map(|row| typed("• item", left, 26.0 * row as f32)).collect::<Vec<_>>();
    assert_eq!(kinds(&[column(0.0), column(500.0)]), vec![item(Marker::Bullet, 0); 4]);
}

#[test]
fn years_and_words_are_no_markers() {
    for text in ["2024. It ended", "a. word", "a - b", "1.5 litres", "•"] {
        assert_eq!(kinds(&[vec![typed(text, 0.0, 0.0)]]), [BlockKind::Paragraph], "{text}");
    }
}

#[test]
fn captions_begin_with_a_name_and_a_number() {
    for text in ["Figure 3: A horse", "Fig. 2.1. Two horses", "Tabelle 12: Pferde"] {
        assert!(caption::begins(&typed(text, 0.0, 0.0).words), "{text}");
    }
    for text in ["Figure 3 shows a horse", "Figure it out: go", "Table: none", "Fig. .: x"] {
        assert!(!caption::begins(&typed(text, 0.0, 0.0).words), "{text}");
    }
}

#[test]
fn code_is_indented_from_its_margin() {
    let blocks = classified(&[
        vec![typed("fn main() {", 20.0, 60.0), typed("let a = 1;", 60.0, 86.0)],
        vec![typed("}", 20.0, 140.0)],
    ]);
    assert!(blocks.iter().all(|block| block.kind == BlockKind::Code && block.gap_before));
    let indents = blocks.iter().flat_map(|block| &block.lines).map(|line| line.indent);
    assert_eq!(indents.collect::<Vec<_>>(), [0, 4, 0]);
}

#[test]
fn whatever_the_layout_makes_is_sound() {
    for seed in 0..60 {
        let blocks = crate::layout::fixtures::arranged(scattered(seed, 60));
        assert!(crate::Page::new(1000, 800, blocks).is_sound(), "seed {seed}");
    }
}
