//! What frames and backgrounds say about the order.

use crate::document::{Block, Line};
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
    let blocks = arranged(lines, frames);
    blocks.iter().flat_map(|block| block.lines.iter().map(Line::text)).collect()
}

fn arranged(lines: &[Line], frames: &[[f32; 4]]) -> Vec<Block> {
    let graphics =
        Graphics { rules: frames.iter().copied().flat_map(frame).collect(), figures: Vec::new() };
    let ngram = LanguageModel::load(imagetotext_models::NGRAM).unwrap();
    let upright = PageRotation::identity(1, 1);
    crate::layout::arrange(lines, &upright, &graphics, Some(&ngram))
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
fn a_side_bar_at_the_edge_of_the_picture_is_read_by_itself() {
    let entries = ["Inbox 10", "Starred", "Sent", "Drafts 2", "Archive", "Bin"];
    let entries = entries.into_iter().zip(0..);
    let mut lines: Vec<Line> =
        entries.map(|(text, row)| typed(text, 20.0, 28.0 + 34.0 * row as f32)).collect();
    let mail = [
        ["Miriam Castle", "Photographs of the old mill", "The scans are done, 48 in all."],
        ["Harbour office", "Berth 17 from Monday", "Your berth is free again."],
        ["Tobias Lind", "Re: spare parts", "Two of the bolts were missing."],
    ];
    for (index, texts) in mail.iter().enumerate() {
        let tops = [9.0, 35.0, 61.0].map(|top| top + 100.0 * index as f32);
        lines.extend(texts.iter().zip(tops).map(|(text, top)| typed(text, 206.0, top)));
    }
    let rule = |from, to, thickness| Rule { from, to, thickness };
    let mut rules = vec![rule([190.0, 0.0], [190.0, 400.0], 0.0)];
    rules.extend([95.0, 195.0, 295.0].map(|y| rule([190.0, y], [640.0, y], 1.0)));
    let graphics = Graphics { rules, figures: Vec::new() };
    let picture = PageRotation::identity(640, 400);
    let ngram = LanguageModel::load(imagetotext_models::NGRAM).unwrap();
    let blocks = crate::layout::arrange(&lines, &picture, &graphics, Some(&ngram));
    let found: Vec<String> =
        blocks.iter().flat_map(|block| block.lines.iter().map(Line::text)).collect();
    assert_eq!(found, lines.iter().map(Line::text).collect::<Vec<_>>());
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

#[test]
fn tables_in_frames_of_their_own_are_not_one_table() {
    let row = |texts: &[&str], lefts: &[f32], y: f32| -> Vec<Line> {
        texts.iter().zip(lefts).map(|(text, left)| typed(text, *left, y)).collect()
    };
    let items = [
        row(&["Description", "Quantity", "Price"], &[0.0, 300.0, 450.0], 0.0),
        row(&["Olive oil", "5", "-20,48 €"], &[0.0, 300.0, 450.0], 26.0),
        row(&["Soap", "10", "-198,00 €"], &[0.0, 300.0, 450.0], 52.0),
    ];
    let taxes = [
        row(&["Rate", "Base"], &[0.0, 120.0], 88.0),
        row(&["20.0", "-20,48 €"], &[0.0, 120.0], 114.0),
        row(&["5.5", "-198,00 €"], &[0.0, 120.0], 140.0),
    ];
    let totals = [
        row(&["Total", "-218,48 €"], &[350.0, 450.0], 88.0),
        row(&["Taxes", "14,99 €"], &[350.0, 450.0], 114.0),
        row(&["In all", "-233,47 €"], &[350.0, 450.0], 140.0),
    ];
    let frames =
        [[-6.0, -6.0, 560.0, 74.0], [-6.0, 82.0, 230.0, 164.0], [340.0, 82.0, 560.0, 164.0]];
    let parts = [items, taxes, totals].map(|rows| rows.concat());
    let found = order(&parts.concat(), &frames);
    let expected: Vec<String> = parts.concat().iter().map(Line::text).collect();
    assert_eq!(found, expected);
    let lengths: Vec<usize> =
        arranged(&parts.concat(), &frames).iter().map(|block| block.lines.len()).collect();
    assert_eq!(lengths, parts.map(|part| part.len()));
}
