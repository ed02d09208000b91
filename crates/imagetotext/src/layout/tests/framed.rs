//! What frames and backgrounds say about the order.

use crate::document::Line;
use crate::engine::LanguageModel;
use crate::graphics::{Graphics, Rule};
use crate::layout::fixtures::{line, typed};
use crate::rotation::PageRotation;

/// The four sides of a frame with corners rounded by eight pixels.
fn frame([left, top, right, bottom]: [f32; 4]) -> [Rule; 4] {
    let rule = |from, to| Rule { from, to, thickness: 0.0 };
    [
        rule([left + 8.0, top], [right - 8.0, top]),
        rule([left + 8.0, bottom], [right - 8.0, bottom]),
        rule([left, top + 8.0], [left, bottom - 8.0]),
        rule([right, top + 8.0], [right, bottom - 8.0]),
    ]
}

/// Lines in reading order, with these frames on the page.
fn order(lines: &[Line], frames: &[[f32; 4]]) -> Vec<String> {
    let graphics =
        Graphics { rules: frames.iter().copied().flat_map(frame).collect(), figures: Vec::new() };
    let ngram = LanguageModel::load(imagetotext_models::NGRAM).unwrap();
    let upright = PageRotation::identity(1, 1);
    let blocks = crate::layout::arrange(lines, &upright, &graphics, Some(&ngram));
    blocks.iter().flat_map(|block| block.lines.iter().map(Line::text)).collect()
}

#[test]
fn cards_are_read_one_after_the_other_row_by_row() {
    let places = [[0.0, 0.0], [250.0, 0.0], [500.0, 0.0], [0.0, 150.0], [250.0, 150.0]];
    let texts = [
        ["Visitors", "1082,5", "up from the week", "before last"],
        ["Storage used", "512,8", "of one gigabyte", ""],
        ["Printers", "4,0", "ready in the office", "on the first floor"],
        ["Orders", "391,3", "not yet sent", ""],
        ["Keyboard layout", "3,7", "languages chosen", "by a person"],
    ];
    let card = |([left, top], [label, number, first, second]): ([f32; 2], [&str; 4])| {
        let more = [typed(first, left, top + 72.0), typed(second, left, top + 98.0)];
        let head = [
            line(label, left, top, 7.0 * label.len() as f32, 14.0),
            line(number, left, top + 26.0, 18.0 * number.len() as f32, 30.0),
        ];
        head.into_iter().chain(more.into_iter().filter(|line| !line.text().is_empty()))
    };
    let lines: Vec<Line> = places.into_iter().zip(texts).flat_map(card).collect();
    let frames = places.map(|[left, top]| [left - 15.0, top - 15.0, left + 210.0, top + 125.0]);
    let expected: Vec<&str> = texts.into_iter().flatten().filter(|it| !it.is_empty()).collect();
    assert_eq!(order(&lines, &frames), expected);
}

#[test]
fn a_message_in_a_bubble_is_not_divided_by_the_next_one() {
    let texts = [["Ada 7:14", "Where shall we meet"], ["Ben 7:15", "At the old harbour"]];
    let places = [[420.0, 0.0], [0.0, 75.0]];
    let lines = places.into_iter().zip(texts).flat_map(|([left, top], [name, text])| {
        [line(name, left, top, 60.0, 14.0), typed(text, left, top + 22.0)]
    });
    let frames = places.map(|[left, top]| [left - 15.0, top - 12.0, left + 250.0, top + 55.0]);
    assert_eq!(order(&lines.collect::<Vec<_>>(), &frames), texts.concat());
}
