//! Lines and pages for tests.

use super::classify;
use super::kind::Kind;
use crate::document::{Block, Document, Line, Page, Quad, Word};
use crate::engine::LanguageModel;
use crate::graphics::Graphics;
use crate::rotation::PageRotation;

/// A line with its words spread evenly over it.
pub(crate) fn line(text: &str, left: f32, top: f32, width: f32, height: f32) -> Line {
    let letter = width / text.chars().count().max(1) as f32;
    let mut words = Vec::new();
    let mut begin = 0;
    for part in text.split(' ') {
        let length = part.chars().count();
        let x = left + begin as f32 * letter;
        let quad = Quad::upright(x, top, x + length as f32 * letter, top + height);
        words.push(Word::new(part, quad, vec![0.9; length]));
        begin += length + 1;
    }
    Line::new(Quad::upright(left, top, left + width, top + height), words)
}

/// A line of text 20 pixels high whose letters are 10 wide.
pub(crate) fn typed(text: &str, left: f32, top: f32) -> Line {
    line(text, left, top, 10.0 * text.chars().count() as f32, 20.0)
}

/// One page whose lines are in these groups.
pub(crate) fn document(groups: &[Vec<Line>]) -> Document {
    Document::new(vec![Page::new(1000, 800, classified(groups))])
}

/// The blocks that these groups of lines are: tall ones are headings, those with signs of programs are
/// code, and those with two rows of cells are tables.
pub(crate) fn classified(groups: &[Vec<Line>]) -> Vec<Block> {
    let group = |lines: &Vec<Line>| {
        let rows = line_rows(lines);
        let kind = if lines.iter().all(|line| line.quad.height() > 25.0) {
            Kind::Heading
        } else if lines.iter().any(|line| line.text().ends_with([';', '{', '}'])) {
            Kind::Code
        } else if rows.len() > 1 && rows.iter().all(|cells| cells.len() > 1) {
            Kind::Table
        } else {
            Kind::Paragraph
        };
        classify::Group { kind, rows }
    };
    classify::classify(groups.iter().map(group).collect())
}

/// The visual rows of lines, each of which follows the one before it to the right or below.
pub(crate) fn line_rows(lines: &[Line]) -> Vec<Vec<Vec<Line>>> {
    let mut rows: Vec<Vec<Line>> = Vec::new();
    for line in lines {
        match rows.last_mut() {
            Some(row)
                if row.last().is_some_and(|before| {
                    let step = before.quad.seen(before.quad.start(), line.quad.start())[1];
                    step.abs() < before.quad.height() / 2.0
                }) =>
            {
                row.push(line.clone());
            }
            _ => rows.push(vec![line.clone()]),
        }
    }
    rows.into_iter().map(|row| row.into_iter().map(|line| vec![line]).collect()).collect()
}

/// The blocks of lines on a page that is upright.
#[expect(clippy::needless_pass_by_value, reason = "tests make the lines in place")]
pub(crate) fn arranged(lines: Vec<Line>) -> Vec<Block> {
    let rotation = PageRotation::identity(1000, 800);
    super::arrange(&lines, &rotation, &Graphics::default(), Some(&ngram()))
}

/// Lines of unique words all over a page, some over each other, some slanted; the same for the
/// same seed.
pub(crate) fn scattered(seed: u32, count: usize) -> Vec<Line> {
    let mut state = seed.wrapping_mul(2_654_435_761).wrapping_add(1);
    // Numerical Recipes' linear congruential generator.
    let mut random = |below: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) % below
    };
    (0..count)
        .map(|number| {
            let words: Vec<String> =
                (0..=random(6)).map(|word| format!("w{number}x{word}y")).collect();
            let (left, top) = (random(40) as f32 * 20.0, random(60) as f32 * 13.0);
            let mut line = typed(&words.join(" "), left, top);
            if random(8) == 0 {
                let rise = random(40) as f32 - 20.0;
                line.quad.0[1][1] += rise;
                line.quad.0[2][1] += rise;
            }
            line
        })
        .collect()
}

/// The language model that we ship.
pub(crate) fn ngram() -> LanguageModel {
    LanguageModel::load(imagetotext_models::NGRAM).unwrap()
}
