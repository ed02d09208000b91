//! Words → lines.

use super::words::PlacedWord;
use crate::{Line, Quad, Word};

/// Top of the ascenders and bottom of the descenders of usual fonts, in sizes of the font from the
/// baseline: Helvetica and Times have 0.72 and 0.21.
const ASCENDER: f64 = 0.72;
const DESCENDER: f64 = 0.21;

/// Words of one line have baselines that differ less, in sizes of the smaller font.
const SAME_BASELINE: f64 = 0.3;

/// Words that are drawn one after the other may be so far apart in a line, in sizes of the font: a tab.
const WIDEST_GAP: f64 = 2.5;

/// Other words may be: a blank of a justified line, and less than the gap between two columns.
const WIDEST_BLANK: f64 = 0.6;

/// Words without a blank between them, on a page that draws its blanks, are so far apart in two cells of a table, in sizes
/// of the font: more than a blank of most fonts, less than the padding of a cell of LibreOffice, which is 2 × 1.5 mm.
const NARROWEST_JUMP: f64 = 0.3;

/// Directions are the same up to half a degree.
const DIRECTIONS: f64 = 720.0;

/// Lines of words that stand on one baseline, in pixels where a point has `scale` of them.
pub(super) fn of(mut words: Vec<PlacedWord>, scale: f64) -> Vec<Line> {
    // By direction, from top to bottom, from left to right.
    let direction = |word: &PlacedWord| {
        (word.along.atan2() / std::f64::consts::TAU * DIRECTIONS).round() as i64
    };
    let across = |word: &PlacedWord| word.along.cross(word.start.to_vec2());
    let draws_blanks = draws_blanks(&words);
    words.sort_by(|a, b| direction(a).cmp(&direction(b)).then(across(a).total_cmp(&across(b))));
    let mut lines = Vec::new();
    let mut row: Vec<PlacedWord> = Vec::new();
    for word in words {
        let continues = row.last().is_some_and(|last| {
            let size = last.size().min(word.size());
            direction(last) == direction(&word)
                && (across(last) - across(&word)).abs() < SAME_BASELINE * size
        });
        if !continues {
            divide(std::mem::take(&mut row), draws_blanks, scale, &mut lines);
        }
        row.push(word);
    }
    divide(row, draws_blanks, scale, &mut lines);
    lines
}

/// Whether most words in a line have a blank between them. Some programs draw none and leave gaps.
fn draws_blanks(words: &[PlacedWord]) -> bool {
    let in_line = |pair: &&[PlacedWord]| {
        let gap = pair[0].along.dot(pair[1].start - pair[0].end);
        let off = pair[0].along.cross(pair[1].start - pair[0].end);
        let size = pair[0].size().min(pair[1].size());
        off.abs() < SAME_BASELINE * size && (0.0..WIDEST_BLANK * size).contains(&gap)
    };
    let pairs = words.windows(2).filter(in_line);
    let (blanks, gaps): (Vec<_>, Vec<_>) = pairs.partition(|pair| pair[1].follows_blank);
    blanks.len() > gaps.len()
}

/// Divides the words on one baseline at wide gaps.
fn divide(mut row: Vec<PlacedWord>, draws_blanks: bool, scale: f64, lines: &mut Vec<Line>) {
    let Some(along) = row.first().map(|word| word.along) else { return };
    let at = |word: &PlacedWord| along.dot(word.start.to_vec2());
    row.sort_by(|a, b| at(a).total_cmp(&at(b)));
    let ends = |pair: &[PlacedWord]| {
        let gap = along.dot(pair[1].start - pair[0].end);
        let size = pair[0].size().max(pair[1].size());
        let is_drawn_next = pair[1].index == pair[0].index + 1;
        let is_jump = draws_blanks && !pair[1].follows_blank;
        gap > size
            * match is_drawn_next {
                true if is_jump => NARROWEST_JUMP,
                true => WIDEST_GAP,
                false => WIDEST_BLANK,
            }
    };
    let mut start = 0;
    for end in 1..=row.len() {
        if end == row.len() || ends(&row[end - 1..=end]) {
            lines.push(line(&row[start..end], scale));
            start = end;
        }
    }
}

fn line(words: &[PlacedWord], scale: f64) -> Line {
    let quads: Vec<Quad> = words.iter().map(|word| quad(word, scale)).collect();
    let (first, last) = (&words[0], &words[words.len() - 1]);
    let outline = PlacedWord {
        text: String::new(),
        start: first.start,
        // On the baseline of the first word.
        end: first.start + first.along * (last.end - first.start).dot(first.along),
        along: first.along,
        up: words
            .iter()
            .map(|word| word.up)
            .fold(first.up, |a, b| if b.hypot() > a.hypot() { b } else { a }),
        index: 0,
        is_drawn: true,
        follows_blank: false,
    };
    let words = words.iter().zip(quads).map(|(word, quad)| {
        let certain = vec![1.0; word.text.chars().count()];
        Word::new(word.text.clone(), quad, certain)
    });
    Line::new(quad(&outline, scale), words.collect())
}

/// The outline of a word in pixels.
pub(super) fn quad(word: &PlacedWord, scale: f64) -> Quad {
    let (above, below) = (word.up * ASCENDER, word.up * -DESCENDER);
    let corners = [word.start + above, word.end + above, word.end + below, word.start + below];
    Quad(corners.map(|corner| [(corner.x * scale) as f32, (corner.y * scale) as f32]))
}

#[cfg(test)]
mod tests {
    use hayro::kurbo::{Point, Vec2};

    use super::*;

    fn word(text: &str, x: f64, y: f64, index: usize) -> PlacedWord {
        PlacedWord {
            text: text.to_owned(),
            start: Point::new(x, y),
            end: Point::new(x + 20.0, y),
            along: Vec2::new(1.0, 0.0),
            up: Vec2::new(0.0, -10.0),
            index,
            is_drawn: true,
            follows_blank: false,
        }
    }

    fn texts(words: Vec<PlacedWord>) -> Vec<String> {
        of(words, 2.0).iter().map(Line::text).collect()
    }

    #[test]
    fn words_of_a_baseline_are_a_line_in_whatever_order_they_are_drawn() {
        let words = vec![
            word("line", 23.0, 62.0, 0),
            word("b", 23.0, 50.0, 1),
            word("a", 0.0, 50.2, 2),
            word("next", 0.0, 62.0, 3),
        ];
        assert_eq!(texts(words), ["a b", "next line"]);
    }

    #[test]
    fn columns_are_lines_of_their_own_and_tabs_are_not() {
        let columns = vec![word("left", 0.0, 50.0, 0), word("right", 32.0, 50.0, 7)];
        assert_eq!(texts(columns), ["left", "right"]);
        let tab = vec![word("left", 0.0, 50.0, 0), word("right", 32.0, 50.0, 1)];
        assert_eq!(texts(tab), ["left right"]);
    }

    #[test]
    fn cells_are_lines_of_their_own_where_blanks_are_drawn() {
        let mut words = vec![
            word("of", 0.0, 50.0, 0),
            word("one", 22.5, 50.0, 1),
            word("cell", 45.0, 50.0, 2),
            word("next", 69.0, 50.0, 3),
        ];
        let plain = words.iter().map(|it| word(&it.text, it.start.x, 50.0, it.index)).collect();
        assert_eq!(texts(plain), ["of one cell next"]);
        words[1].follows_blank = true;
        words[2].follows_blank = true;
        assert_eq!(texts(words), ["of one cell", "next"]);
    }

    #[test]
    fn a_line_is_as_high_as_its_letters() {
        let [line] = &of(vec![word("a", 10.0, 50.0, 0)], 2.0)[..] else { panic!() };
        let bounds = line.quad.bounds();
        assert_eq!([bounds.left, bounds.right].map(|it| it.round() as i32), [20, 60]);
        assert!((bounds.top - 85.6).abs() < 0.01 && (bounds.bottom - 104.2).abs() < 0.01);
    }
}
