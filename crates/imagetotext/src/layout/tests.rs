//! Each rule of the reading order, as a picture in numbers.

use super::arrange;
use super::fixtures::{arranged, ngram, scattered, typed};
use crate::document::{Line, Quad};
use crate::graphics::Graphics;
use crate::rotation::PageRotation;

const PROSE: &str = "words that fill a line";

/// Lines of a text that goes on in [`RIGHT`].
const LEFT: [&str; 7] = [
    "The old harbour lies at the end",
    "of a narrow street that leads",
    "down from the market square to",
    "the sea. In the morning boats",
    "return with fish, and the men",
    "who have been out all night go",
    "home to sleep until noon, when",
];

const RIGHT: [&str; 7] = [
    "the bells of the church ring.",
    "Nobody knows who built it, but",
    "there is a date over the door",
    "that many have tried to read.",
    "Some say it is older than the",
    "town itself, and that stones",
    "from a temple are in its wall.",
];

/// The lines of a text one below the other.
fn text_of(lines: &[&str], left: f32, top: f32) -> Vec<Line> {
    let lines = lines.iter().enumerate();
    lines.map(|(row, text)| typed(text, left, top + 26.0 * row as f32)).collect()
}

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
    // An amount comes after all lines of its item, or after the one that it is level with.
    let order = order(lines.collect()).replace(" / ", " ");
    assert!(
        order.starts_with("Qty Folder (110 x 95 mm) 200 Name badge, each Metal clip"),
        "{order}"
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
fn cards_are_read_one_after_the_other() {
    let cards = [
        ("Slow roast", "A dark coffee from", "the south of Peru,", "with a taste of nuts."),
        ("Morning tea", "Black leaves of the", "first harvest, and", "a little bergamot."),
        ("Cold press", "Apples and pears of", "the region, pressed", "within two hours."),
    ];
    let lines = cards.iter().enumerate().flat_map(|(column, (title, first, second, third))| {
        let left = column as f32 * 300.0;
        let title = super::fixtures::line(title, left, 0.0, 150.0, 28.0);
        [title].into_iter().chain(text_of(&[first, second, third], left, 40.0))
    });
    let order = order(lines.collect()).replace(" / ", " ");
    let expected =
        cards.map(|(title, first, second, third)| [title, first, second, third].join(" "));
    assert_eq!(order, expected.join(" "));
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
fn two_rows_of_a_table_are_read_across() {
    let across = |rows: [[&str; 2]; 2]| {
        let lines = rows
            .iter()
            .zip([0.0, 26.0])
            .flat_map(|([left, right], top)| [typed(left, 0.0, top), typed(right, 500.0, top)]);
        order(lines.collect())
    };
    assert_eq!(across([["Total", "12.50 €"], ["Cash", "20.00 €"]]), "Total 12.50 € Cash 20.00 €");
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
    let lines = [text_of(&RIGHT, 0.0, 0.0), text_of(&LEFT, 0.0, 26.0 * 7.0 + 20.0)].concat();
    let blocks = arranged(lines);
    assert_eq!(blocks.iter().map(|block| block.lines.len()).collect::<Vec<_>>(), [7, 7]);
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
    let mut lines = [text_of(&LEFT, 0.0, 0.0), text_of(&RIGHT, 0.0, 26.0 * 7.0)].concat();
    for line in lines.iter_mut().step_by(11) {
        let quads =
            std::iter::once(&mut line.quad).chain(line.words.iter_mut().map(|word| &mut word.quad));
        quads.flat_map(|quad| &mut quad.0).for_each(|corner| corner[0] += 30.0);
    }
    let blocks = arranged(lines);
    assert_eq!(blocks.iter().map(|block| block.lines.len()).collect::<Vec<_>>(), [11, 3]);
}

/// A page of two columns with a title over them, in which some lines were found as one across the gutter.
fn two_columns_with_fused_lines() -> Vec<Line> {
    let mut lines = vec![super::fixtures::line("The harbour", 100.0, 20.0, 240.0, 36.0)];
    for (row, (left, right)) in LEFT.into_iter().zip(RIGHT).enumerate() {
        let top = 90.0 + 26.0 * row as f32;
        let [mut left, right] = [typed(left, 0.0, top), typed(right, 330.0, top)];
        if row % 3 == 1 {
            left.quad.0[1..=2].copy_from_slice(&right.quad.0[1..=2]);
            left.words.extend(right.words.iter().cloned());
            lines.push(left);
        } else {
            lines.extend([left, right]);
        }
    }
    lines
}

#[test]
fn a_line_across_a_gutter_is_divided_because_its_neighbours_are() {
    let order = order(two_columns_with_fused_lines()).replace(" / ", " ");
    let start = "The harbour The old harbour lies at the end of a narrow street that leads down";
    assert!(order.starts_with(start), "{order}");
    assert!(order.ends_with("stones from a temple are in its wall."), "{order}");
    let page = arranged(two_columns_with_fused_lines());
    let words = page.iter().flat_map(|block| &block.lines).flat_map(|line| &line.words);
    let expected = two_columns_with_fused_lines();
    assert_eq!(words.count(), expected.iter().map(|line| line.words.len()).sum::<usize>());
}

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
fn labels_stay_with_their_values_beside_an_address() {
    let address = ["Ada Lovelace", "12 Long Street", "1234 London", "England"];
    let address = address.iter().enumerate();
    let address = address.map(|(row, text)| typed(text, 0.0, row as f32 * 26.0));
    let pairs =
        [("Date:", "12.04.2024"), ("Number:", "4711"), ("Customer:", "99"), ("Due:", "1.5.")];
    let pairs = pairs.iter().enumerate().flat_map(|(row, (label, value))| {
        let top = row as f32 * 26.0;
        [typed(label, 500.0, top), typed(value, 640.0, top)]
    });
    let order = order(address.chain(pairs).collect()).replace(" / ", " ");
    for row in ["Date: 12.04.2024", "Number: 4711", "Customer: 99", "Due: 1.5."] {
        assert!(order.contains(row), "{order}");
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
