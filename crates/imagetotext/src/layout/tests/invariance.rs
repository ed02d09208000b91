//! What the order of a page does not depend on, and pages of every shape.

use super::{order, prose, two_columns_with_fused_lines};
use crate::document::{Line, Quad};
use crate::graphics::Graphics;
use crate::layout::arrange;
use crate::layout::fixtures::{arranged, ngram, scattered, typed};
use crate::rotation::PageRotation;

#[test]
fn the_order_is_the_same_at_every_resolution() {
    let form = (0..5).flat_map(|row| {
        let top = 400.0 + row as f32 * 40.0;
        [typed("Name of it:", 0.0, top), typed("a value", 260.0, top + 1.0)]
    });
    let page: Vec<Line> = two_columns_with_fused_lines().into_iter().chain(form).collect();
    let at = |dpi: f32| {
        let mut lines = page.clone();
        for line in &mut lines {
            let quads = std::iter::once(&mut line.quad)
                .chain(line.words.iter_mut().map(|word| &mut word.quad));
            for corner in quads.flat_map(|quad| &mut quad.0) {
                // A picture has whole pixels.
                *corner = corner.map(|value| (value * dpi / 200.0).round());
            }
        }
        order(lines)
    };
    let usual = at(200.0);
    for dpi in [100.0, 150.0, 300.0] {
        assert_eq!(at(dpi), usual, "{dpi}");
    }
}

#[test]
fn every_line_of_any_page_comes_out_once() {
    let grid = |rows: usize, columns: usize, text: &str| -> Vec<Line> {
        let cells = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
        cells.map(|(row, column)| typed(text, column as f32 * 40.0, row as f32 * 26.0)).collect()
    };
    let mut slanted = grid(20, 20, "ab");
    for (index, line) in slanted.iter_mut().enumerate() {
        let turn = PageRotation::identity(800, 800).rotated_by(index as f32 * 0.1);
        line.quad = turn.quad_to_picture(line.quad);
    }
    let pages = [
        Vec::new(),
        grid(1, 1, "word"),
        // A page of dots.
        grid(60, 60, "."),
        // A table with two hundred columns, and ten thousand lines.
        grid(10, 200, "12"),
        grid(2500, 4, "ab cd"),
        slanted,
    ];
    for page in pages {
        let count = page.len();
        let blocks = arranged(page);
        assert!(crate::Page::new(1000, 800, blocks.clone()).is_sound());
        let words = blocks.iter().flat_map(|block| &block.lines).flat_map(|line| &line.words);
        let each = if count == 10_000 { 2 } else { 1 };
        assert_eq!(words.count(), count * each);
    }
}

#[test]
fn invalid_quads_are_harmless() {
    let mut lines = scattered(7, 40);
    lines[3].quad = Quad([[f32::NAN; 2]; 4]);
    lines[5].quad = Quad([[f32::INFINITY, f32::NEG_INFINITY]; 4]);
    lines[8].quad = Quad::upright(0.0, 0.0, 0.0, 0.0);
    lines[9].quad = Quad::upright(50.0, 50.0, -50.0, -50.0);
    lines[10].quad = lines[11].quad;
    let words =
        |lines: &mut dyn Iterator<Item = &Line>| lines.map(|it| it.words.len()).sum::<usize>();
    let count = words(&mut lines.iter());
    let blocks = arranged(lines);
    assert_eq!(words(&mut blocks.iter().flat_map(|block| &block.lines)), count);
    assert!(arranged(Vec::new()).is_empty());
}

#[test]
fn the_order_does_not_depend_on_the_order_of_the_input() {
    let columns = [prose("a", 9, 0.0, 0.0, 26.0), prose("b", 9, 300.0, 7.0, 31.0)].concat();
    let mut shuffled = columns.clone();
    shuffled.rotate_left(7);
    shuffled.swap(2, 11);
    assert_eq!(arranged(columns), arranged(shuffled));
}

#[test]
fn pages_on_their_side_are_read_as_their_text_runs() {
    let upright = [prose("a", 4, 0.0, 0.0, 26.0), prose("b", 4, 300.0, 7.0, 30.0)].concat();
    let rotations = [
        PageRotation::identity(1000, 800).quarter_turn(),
        PageRotation::identity(1000, 800).half_turn().rotated_by(0.3),
    ];
    for rotation in rotations {
        let mut lines = upright.clone();
        for line in &mut lines {
            line.quad = rotation.quad_to_picture(line.quad);
        }
        let blocks = arrange(&lines, &rotation, &Graphics::default(), Some(&ngram()));
        let order: Vec<String> =
            blocks.iter().flat_map(|block| &block.lines).map(Line::text).collect();
        let expected: Vec<String> = upright.iter().map(Line::text).collect();
        assert_eq!(order, expected);
    }
}
