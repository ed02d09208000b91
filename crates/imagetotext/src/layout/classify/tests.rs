//! What blocks are, each rule by an example.

use super::classify;
use crate::document::{Block, BlockKind, Line, LineStart, Marker, Quad};
use crate::layout::fixtures::{classified, line, line_rows, scattered, typed};
use crate::rotation::PageRotation;

fn kinds(groups: &[Vec<Line>]) -> Vec<BlockKind> {
    classified(groups).into_iter().map(|block| block.kind).collect()
}

fn item(marker: Marker, depth: u8) -> BlockKind {
    BlockKind::ListItem { marker, depth }
}

/// Enough prose to know the usual size of text.
fn body() -> Vec<Line> {
    (0..4).map(|row| typed("words that fill a line", 0.0, 200.0 + 26.0 * row as f32)).collect()
}

#[test]
fn large_text_is_a_heading_of_its_level() {
    for (height, level) in [(40.0, 1), (31.0, 2), (27.0, 3)] {
        let heading = vec![line("A heading", 0.0, 0.0, 200.0, height)];
        assert_eq!(kinds(&[heading, body()])[0], BlockKind::Heading { level }, "{height}");
    }
}

#[test]
fn large_text_that_heads_nothing_is_a_paragraph() {
    for text in ["42", "the middle of a sentence", "An end of one."] {
        let large = vec![line(text, 0.0, 0.0, 200.0, 40.0)];
        assert_eq!(kinds(&[large, body()])[0], BlockKind::Paragraph, "{text}");
    }
    let three = (0..3).map(|row| line("Large", 0.0, 50.0 * row as f32, 200.0, 40.0)).collect();
    assert_eq!(kinds(&[three, body()])[0], BlockKind::Paragraph);
    let alone = vec![line("Heading", 0.0, 0.0, 200.0, 40.0)];
    assert_eq!(kinds(&[alone]), [BlockKind::Paragraph]);
}

#[test]
fn lists_and_tables_within_a_block_are_blocks_without_a_gap() {
    let blocks = classified(&[vec![
        typed("Bring along:", 0.0, 0.0),
        typed("• paper and", 0.0, 26.0),
        typed("pencil", 20.0, 52.0),
        typed("•", 0.0, 78.0),
        typed("ink", 20.0, 78.0),
        typed("Item", 0.0, 104.0),
        typed("Price", 300.0, 104.0),
        typed("Ink", 0.0, 130.0),
        typed("2.50", 300.0, 130.0),
        typed("That is all.", 0.0, 156.0),
    ]]);
    let gaps: Vec<bool> = blocks.iter().map(|block| block.gap_before).collect();
    assert_eq!(gaps, [true, false, false, false, false, false]);
    let kinds: Vec<&BlockKind> = blocks.iter().map(|block| &block.kind).collect();
    let BlockKind::Table(table) = kinds[4] else { panic!("{kinds:?}") };
    assert_eq!((table.rows, table.columns, table.cells.len()), (2, 2, 4));
    assert_eq!(kinds[0], &BlockKind::Paragraph);
    assert_eq!(kinds[1], &item(Marker::Bullet, 0));
    assert_eq!(kinds[2], &BlockKind::Paragraph);
    assert_eq!(kinds[3], &item(Marker::Bullet, 0));
    assert_eq!(kinds[5], &BlockKind::Paragraph);
    let starts: Vec<LineStart> = blocks[3].lines.iter().map(|line| line.start).collect();
    assert_eq!(starts, [LineStart::NewLine, LineStart::SameRow]);
}

#[test]
fn a_single_row_of_cells_is_no_table() {
    let row = vec![typed("Total", 0.0, 0.0), typed("2.50", 300.0, 0.0)];
    let blocks = classified(&[row]);
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
fn figures_and_tables_have_captions() {
    for text in ["Figure 3: A horse", "Fig. 2.1. Two horses", "Tabelle 12: Pferde"] {
        assert_eq!(kinds(&[vec![typed(text, 0.0, 0.0)]]), [BlockKind::Caption], "{text}");
    }
    for text in ["Figure 3 shows a horse", "Figure it out: go", "Table: none", "Fig. .: x"] {
        assert_eq!(kinds(&[vec![typed(text, 0.0, 0.0)]]), [BlockKind::Paragraph], "{text}");
    }
}

#[test]
fn page_numbers_above_or_below_everything_are_running_heads_and_feet() {
    let number = |top| vec![typed("Page 3 of 10", 0.0, top)];
    assert_eq!(kinds(&[number(0.0), body()]), [BlockKind::RunningHead, BlockKind::Paragraph]);
    assert_eq!(kinds(&[body(), number(400.0)]), [BlockKind::Paragraph, BlockKind::RunningFoot]);
    // In the middle of the page it is text, and so it is all alone.
    assert_eq!(kinds(&[body(), number(210.0)]), [BlockKind::Paragraph, BlockKind::Paragraph]);
    assert_eq!(kinds(&[number(0.0)]), [BlockKind::Paragraph]);
    let sentence = vec![typed("Page 3 of the book", 0.0, 400.0)];
    assert_eq!(kinds(&[body(), sentence]), [BlockKind::Paragraph, BlockKind::Paragraph]);
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
fn pages_on_their_side_have_the_same_kinds() {
    let groups = || {
        vec![
            vec![line("Heading", 0.0, 0.0, 200.0, 40.0)],
            vec![typed("All that was recog-", 0.0, 60.0), typed("nised, and more", 0.0, 86.0)],
            vec![typed("• one", 0.0, 130.0), typed("• two", 40.0, 156.0)],
            vec![typed("fn main() {", 20.0, 260.0), typed("let a = 1;", 60.0, 286.0)],
            vec![typed("Page 7", 0.0, 400.0)],
        ]
    };
    // All that the layout says of a block but its position.
    let shape = |mut blocks: Vec<Block>| {
        for line in blocks.iter_mut().flat_map(|block| &mut block.lines) {
            line.quad = Quad::upright(0.0, 0.0, 0.0, 0.0);
            line.words.clear();
        }
        blocks
    };
    let upright = shape(classified(&groups()));
    assert_eq!(upright.len(), 6);
    let none = PageRotation::identity(1000, 800);
    for rotation in [
        none.quarter_turn(),
        none.half_turn(),
        none.quarter_turn().half_turn(),
        none.rotated_by(0.3),
    ] {
        let mut turned: Vec<_> = groups().iter().map(|lines| line_rows(lines)).collect();
        for line in turned.iter_mut().flatten().flatten() {
            line.quad = rotation.quad_to_picture(line.quad);
            for word in &mut line.words {
                word.quad = rotation.quad_to_picture(word.quad);
            }
        }
        assert_eq!(shape(classify(turned)), upright);
    }
}

#[test]
fn whatever_the_layout_makes_is_sound() {
    for seed in 0..60 {
        let blocks = crate::layout::fixtures::arranged(scattered(seed, 60));
        assert!(crate::Page::new(1000, 800, blocks).is_sound(), "seed {seed}");
    }
}
