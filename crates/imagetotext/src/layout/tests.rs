//! Reading order and blocks of pages, drawn in numbers.

mod framed;
mod invariance;
mod read_across;

use super::fixtures::{arranged, line, typed};
use crate::document::Line;

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
    let columns = [&LEFT[..4], &LEFT[4..], &RIGHT[..4]];
    let lines = columns.iter().zip([0.0, 360.0, 720.0]);
    let lines = lines.flat_map(|(text, left)| text_of(text, left, 0.0)).collect();
    assert_eq!(order(lines).replace(" / ", " "), columns.concat().join(" "));
}

#[test]
fn messages_of_two_sides_are_read_from_top_to_bottom() {
    let left = ["Are you coming today?", "Please do, and the key.", "See you then!"];
    let right = ["Yes, at three. With the papers?", "OK"];
    let left = left.iter().enumerate().map(|(at, text)| typed(text, 0.0, 80.0 * at as f32));
    let right = right
        .iter()
        .enumerate()
        .map(|(at, text)| typed(text, 600.0 - 10.0 * text.len() as f32, 40.0 + 80.0 * at as f32));
    let order = order(left.chain(right).collect());
    let truth = [
        "Are you coming today?",
        "Yes, at three. With the papers?",
        "Please do, and the key.",
        "OK",
        "See you then!",
    ];
    assert_eq!(order, truth.join(" / "));
}

#[test]
fn header_and_footer_surround_columns() {
    let mut lines = [text_of(&LEFT, 0.0, 60.0), text_of(&RIGHT, 360.0, 60.0)].concat();
    lines.push(typed("Notes on a harbour that runs over both of the columns", 0.0, 0.0));
    lines.push(typed("Printed for the visitors of the town in the old house", 0.0, 280.0));
    let order = order(lines);
    assert!(order.starts_with("Notes on a harbour that runs over both of the columns / The"));
    let text = [LEFT, RIGHT].concat().join(" ");
    assert!(order.replace(" / ", " ").contains(&text), "{order}");
    assert!(order.ends_with("wall. / Printed for the visitors of the town in the old house"));
}

#[test]
fn a_side_bar_is_read_before_the_article() {
    let bar = (0..4).map(|row| typed(&format!("s{row}"), 0.0, 3.0 + row as f32 * 37.0));
    let lines = bar.chain(prose("a", 6, 200.0, 0.0, 26.0)).collect();
    assert_eq!(marks(lines), "s0 s1 s2 s3 a0 a1 a2 a3 a4 a5");
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
fn blanks_of_a_till_divide_nothing() {
    let rows = [
        ("Sunflower bread 750 g", " 4.20"),
        ("Oat milk 1 L", " 1.95"),
        ("Tomatoes", " 3.48"),
        ("TOTAL", "10.23"),
        ("CASH", "20.00"),
    ];
    // A till prints letters that are narrow, and 0.75 heights apart.
    let text = |text: &str, column: usize, row: usize| {
        let left = 12.0 * (column + text.len() - text.trim_start().len()) as f32;
        let text = text.trim_start();
        let mut line = line(text, left, 30.0 * row as f32, 12.0 * text.len() as f32, 14.0);
        for word in &mut line.words {
            for corner in [1, 2] {
                word.quad.0[corner][0] -= 2.0;
            }
        }
        line
    };
    let lines = rows
        .iter()
        .enumerate()
        .flat_map(|(row, (item, price))| [text(item, 0, row), text(price, 30, row)]);
    let [block] = &arranged(lines.collect())[..] else { panic!() };
    let found: Vec<String> = block.lines.iter().map(Line::text).collect();
    assert_eq!(
        found,
        rows.iter().flat_map(|(item, price)| [*item, price.trim()]).collect::<Vec<_>>()
    );
}
