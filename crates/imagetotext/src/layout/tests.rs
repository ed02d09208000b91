//! Each rule of the reading order, as a picture in numbers.

use super::arrange;
use super::fixtures::{arranged, scattered, typed};
use crate::document::{Line, Quad};
use crate::graphics::Graphics;
use crate::rotation::PageRotation;

const PROSE: &str = "words that fill a line";

/// Reading order of lines given in the wrong one; blocks divided by `/`.
fn order(mut lines: Vec<Line>) -> String {
    lines.reverse();
    let blocks = arranged(lines);
    let blocks = blocks.iter().map(|block| {
        let lines: Vec<String> = block.lines.iter().map(Line::text).collect();
        lines.join(" ")
    });
    blocks.collect::<Vec<_>>().join(" / ")
}

/// Names of the first words only: `a0 a1 b0 …`.
fn marks(lines: Vec<Line>) -> String {
    let order = order(lines);
    let marks: Vec<&str> =
        order.split(' ').filter(|word| word.bytes().any(|byte| byte.is_ascii_digit())).collect();
    marks.join(" ")
}

/// Lines of prose under a name, `count` of them, `pitch` apart.
fn prose(name: &str, count: usize, left: f32, top: f32, pitch: f32) -> Vec<Line> {
    (0..count)
        .map(|row| typed(&format!("{name}{row} {PROSE}"), left, top + row as f32 * pitch))
        .collect()
}

#[test]
fn one_column_is_read_from_top_to_bottom() {
    assert_eq!(marks(prose("a", 4, 0.0, 0.0, 26.0)), "a0 a1 a2 a3");
}

#[test]
fn two_columns_are_read_one_after_the_other() {
    let lines = [prose("a", 4, 0.0, 0.0, 26.0), prose("b", 4, 300.0, 7.0, 30.0)].concat();
    assert_eq!(marks(lines), "a0 a1 a2 a3 b0 b1 b2 b3");
}

#[test]
fn columns_on_a_common_grid_are_columns_because_they_are_prose() {
    let columns = ["a", "b", "c"].into_iter().zip([0.0, 300.0, 600.0]);
    let lines = columns.flat_map(|(name, left)| prose(name, 3, left, 0.0, 26.0)).collect();
    assert_eq!(marks(lines), "a0 a1 a2 b0 b1 b2 c0 c1 c2");
}

#[test]
fn header_and_footer_surround_columns() {
    let mut lines = [prose("a", 4, 0.0, 60.0, 26.0), prose("b", 4, 300.0, 60.0, 26.0)].concat();
    lines.push(typed("h0 a title that runs over both of the columns below", 0.0, 0.0));
    lines.push(typed("f0 a footer that runs over both columns as well", 0.0, 220.0));
    assert_eq!(marks(lines), "h0 a0 a1 a2 a3 b0 b1 b2 b3 f0");
}

#[test]
fn a_side_bar_is_read_before_the_article() {
    let bar = (0..4).map(|row| typed(&format!("s{row}"), 0.0, 3.0 + row as f32 * 37.0));
    let lines = bar.chain(prose("a", 6, 200.0, 0.0, 26.0)).collect();
    assert_eq!(marks(lines), "s0 s1 s2 s3 a0 a1 a2 a3 a4 a5");
}

#[test]
fn a_side_bar_on_the_grid_of_the_article_is_read_before_it() {
    let bar = (0..5).map(|row| typed(&format!("s{row} link"), 0.0, row as f32 * 26.0));
    let lines = bar.chain(prose("a", 6, 200.0, 0.0, 26.0)).collect();
    assert_eq!(marks(lines), "s0 s1 s2 s3 s4 a0 a1 a2 a3 a4 a5");
}

#[test]
fn a_receipt_is_read_across() {
    let items = ["Tea", "Black bread", "Butter 250 g", "Milk"];
    let lines = items.iter().enumerate().flat_map(|(row, item)| {
        let top = row as f32 * 26.0;
        [typed(item, 0.0, top), typed("1.99", 400.0, top + 2.0)]
    });
    assert_eq!(order(lines.collect()), "Tea 1.99 Black bread 1.99 Butter 250 g 1.99 Milk 1.99");
}

#[test]
fn a_receipt_whose_items_have_no_title_is_read_across() {
    let left = ["Folder (110 x 95 mm)", "Name badge, each", "Metal clip", "a hundred of them"];
    let left = left.iter().zip([26.0, 52.0, 92.0, 118.0]).map(|(text, top)| typed(text, 0.0, top));
    let right = ["Qty", "200", "2"].iter().zip([0.0, 26.0, 92.0]);
    let lines = left.chain(right.map(|(text, top)| typed(text, 400.0, top)));
    assert_eq!(
        order(lines.collect()).replace(" / ", " "),
        "Qty Folder (110 x 95 mm) 200 Name badge, each Metal clip 2 a hundred of them"
    );
}

#[test]
fn rows_of_a_table_are_read_across() {
    let lines = (0..3).flat_map(|row| {
        (0..3).map(move |cell| {
            typed(&format!("c{row}{cell}"), cell as f32 * 150.0, row as f32 * 30.0)
        })
    });
    assert_eq!(order(lines.collect()), "c00 c01 c02 c10 c11 c12 c20 c21 c22");
}

#[test]
fn rows_of_numbers_are_read_across_though_they_fill_their_column() {
    let lines = (0..4).flat_map(|row| {
        let top = row as f32 * 40.0;
        let first = format!("r{row} Tea 318 560,42 5.7.2021");
        [typed(&first, 0.0, top), typed(&format!("code{row}"), 320.0, top)]
    });
    let order = order(lines.collect());
    assert!(order.starts_with("r0 Tea 318 560,42 5.7.2021 code0 r1"), "{order}");
}

#[test]
fn a_list_of_messages_is_read_across() {
    let lines = (0..5).flat_map(|row| {
        let top = row as f32 * 30.0;
        let subject = format!("subject{row} with words of one length");
        [
            typed(&format!("name{row}"), 0.0, top),
            typed(&subject, 160.0, top),
            typed("12:30", 900.0, top),
        ]
    });
    let order = order(lines.collect());
    assert!(order.starts_with("name0 subject0 with words of one length 12:30 name1"), "{order}");
}

#[test]
fn columns_of_a_listing_are_read_across() {
    let lines = (0..5).flat_map(|row| {
        let top = row as f32 * 26.0;
        let name = format!("-rw-r--r-- 1 user{row} users");
        [typed(&name, 0.0, top), typed("65110554 Oct 27 17:01 name.txt", 300.0, top)]
    });
    let order = order(lines.collect());
    assert!(order.starts_with("-rw-r--r-- 1 user0 users 65110554"), "{order}");
}

#[test]
fn a_form_with_buttons_below_is_read_across() {
    let mut lines: Vec<Line> = (0..5)
        .flat_map(|row| {
            let top = row as f32 * 60.0;
            [typed(&format!("label{row}"), 0.0, top), typed("value", 700.0, top)]
        })
        .collect();
    lines.extend(
        [("Import", 0.0), ("Reset", 120.0), ("Close", 240.0)]
            .map(|(text, left)| typed(text, left, 320.0)),
    );
    assert!(order(lines).starts_with("label0 value"));
}

#[test]
fn cards_are_read_one_after_the_other_row_by_row() {
    let title = [super::fixtures::line("A title", 0.0, -60.0, 150.0, 28.0)];
    let lines = (0..2).flat_map(|row| {
        (0..3).flat_map(move |column| {
            let (left, top) = (column as f32 * 250.0, row as f32 * 180.0);
            let name = |part: &str| format!("{part}{row}{column}");
            let number = format!("{row}{column}82,5");
            [
                super::fixtures::line(&name("label"), left, top, 70.0, 14.0),
                super::fixtures::line(&number, left, top + 26.0, 120.0, 30.0),
                typed(&name("some words "), left, top + 72.0),
                typed("more words", left, top + 98.0),
            ]
        })
    });
    let order = order(lines.chain(title).collect()).replace(" / ", " ");
    let expected = (0..2).flat_map(|row| {
        (0..3).map(move |column| {
            format!("label{row}{column} {row}{column}82,5 some words {row}{column} more words")
        })
    });
    assert_eq!(order, format!("A title {}", expected.collect::<Vec<_>>().join(" ")));
}

#[test]
fn a_receipt_with_a_tall_total_is_no_card() {
    let rows = [("Tea", "1.99", 20.0), ("TOTAL", "1.99", 32.0), ("Cash", "2.00", 20.0)];
    let lines = rows.iter().enumerate().flat_map(|(row, (item, price, height))| {
        let top = row as f32 * 44.0;
        let line = |text, left| super::fixtures::line(text, left, top, 60.0, *height);
        [line(item, 0.0), line(price, 400.0)]
    });
    assert_eq!(order(lines.collect()).replace(" / ", " "), "Tea 1.99 TOTAL 1.99 Cash 2.00");
}

#[test]
fn rows_of_a_slanted_table_are_read_across() {
    let mut lines: Vec<Line> = (0..4)
        .flat_map(|row| {
            let top = row as f32 * 26.0;
            [typed(&format!("label{row}"), 0.0, top), typed(&format!("value{row}"), 500.0, top)]
        })
        .collect();
    for corner in lines.iter_mut().flat_map(|line| &mut line.quad.0) {
        corner[1] += 0.08 * corner[0];
    }
    assert_eq!(order(lines), "label0 value0 label1 value1 label2 value2 label3 value3");
}

#[test]
fn tiles_are_read_one_after_the_other() {
    let tiles = [("Back", "Chapter three", 0.0), ("Next", "Chapter five", 500.0)];
    let lines = tiles
        .iter()
        .flat_map(|(link, title, left)| [typed(link, left + 20.0, 0.0), typed(title, *left, 26.0)]);
    let lines = lines.chain([typed("Up", 240.0, 0.0)]).collect();
    assert_eq!(order(lines), "Back Chapter three / Up / Next Chapter five");
}

#[test]
fn two_rows_of_a_table_are_read_across() {
    let across = |rows: [[&str; 2]; 2]| {
        let lines = rows
            .iter()
            .zip([0.0, 26.0])
            .flat_map(|([left, right], top)| [typed(left, 0.0, top), typed(right, 500.0, top)]);
        order(lines.collect())
    };
    assert_eq!(across([["Total", "12.50 €"], ["Cash", "20.00 €"]]), "Total 12.50 € Cash 20.00 €");
    assert_eq!(across([["NAME", "STATUS"], ["web", "Running"]]), "NAME STATUS web Running");
    assert_eq!(across([["Name:", "Ada"], ["City:", "London"]]), "Name: Ada City: London");
}

#[test]
fn bullets_come_before_their_items() {
    let text = prose("a", 4, 50.0, 0.0, 26.0);
    let lines = [typed("•0", 0.0, 0.0), typed("•2", 0.0, 52.0)].into_iter().chain(text).collect();
    assert_eq!(marks(lines), "•0 a0 a1 •2 a2 a3");
}

#[test]
fn a_wide_space_ends_a_paragraph() {
    let lines = [prose("a", 2, 0.0, 0.0, 26.0), prose("b", 2, 0.0, 70.0, 26.0)].concat();
    assert_eq!(marks(lines.clone()), "a0 a1 b0 b1");
    assert_eq!(arranged(lines).len(), 2);
}

#[test]
fn taller_text_is_a_block_of_its_own() {
    let mut lines = prose("a", 3, 0.0, 30.0, 26.0);
    lines.push(super::fixtures::line("Heading", 0.0, -5.0, 150.0, 32.0));
    let blocks = arranged(lines);
    assert_eq!(blocks.iter().map(|block| block.lines.len()).collect::<Vec<_>>(), [1, 3]);
}

#[test]
fn an_indented_line_begins_a_paragraph() {
    let lines = (0..6).map(|row| {
        let indent = if row % 3 == 0 { 30.0 } else { 0.0 };
        super::fixtures::line("some prose", indent, row as f32 * 26.0, 400.0 - indent, 20.0)
    });
    let blocks = arranged(lines.collect());
    assert_eq!(blocks.iter().map(|block| block.lines.len()).collect::<Vec<_>>(), [3, 3]);
}

#[test]
fn invalid_quads_are_harmless() {
    let mut lines = scattered(7, 40);
    lines[3].quad = Quad([[f32::NAN; 2]; 4]);
    lines[5].quad = Quad([[f32::INFINITY, f32::NEG_INFINITY]; 4]);
    lines[8].quad = Quad::upright(0.0, 0.0, 0.0, 0.0);
    lines[9].quad = Quad::upright(50.0, 50.0, -50.0, -50.0);
    lines[10].quad = lines[11].quad;
    let count = lines.len();
    assert_eq!(arranged(lines).iter().map(|block| block.lines.len()).sum::<usize>(), count);
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
        let blocks = arrange(lines, &rotation, &Graphics::default());
        let order: Vec<String> =
            blocks.iter().flat_map(|block| &block.lines).map(Line::text).collect();
        let expected: Vec<String> = upright.iter().map(Line::text).collect();
        assert_eq!(order, expected);
    }
}
