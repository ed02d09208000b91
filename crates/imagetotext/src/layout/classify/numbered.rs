//! Listings whose lines are numbered, which look like a table of two columns: by the steps in which what follows the numbers
//! is indented.

use super::block::LineRow;
use super::{Group, Kind};
use crate::document::{Line, Word};
use crate::fixed_pitch::FixedPitch;

/// Fewest lines of a listing.
const MIN_ROWS: usize = 3;
/// Share of the rows that are numbered, each with the number after that of the one before.
const NUMBERED: f32 = 0.8;
/// Longest number, in digits.
const DIGITS: usize = 5;
/// Lines that begin at least so many characters further right than the first are indented, and so many of them make code.
const STEP: f32 = 1.5;
const INDENTED: usize = 2;

/// Joins the pieces of a listing whose numbers go on from one to the next.
pub(super) fn join(groups: &mut Vec<Group>) {
    let numbers: Vec<Option<[u32; 2]>> = groups.iter().map(ends).collect();
    let mut joined: Vec<Group> = Vec::with_capacity(groups.len());
    let mut rest = groups.drain(..).zip(numbers).peekable();
    while let Some((first, numbers)) = rest.next() {
        let mut pieces = vec![first];
        let mut last = numbers.map(|[_, last]| last);
        let goes_on = |last: Option<u32>, next: Option<[u32; 2]>| {
            last.zip(next).is_some_and(|(last, [first, _])| last + 1 == first)
        };
        while let Some((next, numbers)) = rest.next_if(|(_, numbers)| goes_on(last, *numbers)) {
            last = numbers.map(|[_, last]| last);
            pieces.push(next);
        }
        let rows = || pieces.iter().flat_map(Group::line_rows).collect::<Vec<_>>();
        if pieces.len() > 1 && is_listing(&rows()) {
            let rows = pieces.into_iter().flat_map(|it| it.rows).collect();
            joined.push(Group { kind: Kind::Code, rows });
        } else {
            joined.append(&mut pieces);
        }
    }
    drop(rest);
    *groups = joined;
}

/// The first and the last number of a group whose rows are numbered one by one.
fn ends(group: &Group) -> Option<[u32; 2]> {
    let numbers = group.rows.iter().map(|cells| number(cells.first()?));
    let numbers: Vec<u32> = numbers.collect::<Option<_>>()?;
    let is_counted = numbers.windows(2).all(|pair| pair[0] + 1 == pair[1]);
    let ends = [*numbers.first()?, *numbers.last()?];
    is_counted.then_some(ends)
}

/// Whether rows are lines of code with their numbers.
pub(super) fn is_listing(rows: &[LineRow]) -> bool {
    if rows.len() < MIN_ROWS {
        return false;
    }
    let numbers: Vec<Option<u32>> = rows.iter().map(|row| number(row)).collect();
    let found: Vec<u32> = numbers.iter().flatten().copied().collect();
    let steps = found.windows(2).filter(|pair| pair[0] + 1 == pair[1]).count();
    if (steps + 1) as f32 <= NUMBERED * rows.len() as f32 {
        return false;
    }
    let Some(pitch) = FixedPitch::of(rows.iter().flatten()) else { return false };
    let begins: Vec<f32> = rows
        .iter()
        .zip(&numbers)
        .filter_map(|(row, number)| {
            let mut words = row.iter().flat_map(|line| &line.words);
            let text = words.nth(usize::from(number.is_some()))?;
            Some(text.quad.extent(pitch.direction).0)
        })
        .collect();
    let margin = begins.iter().copied().fold(f32::INFINITY, f32::min);
    let indents = begins.iter().map(|begin| pitch.characters(margin, *begin));
    indents.clone().filter(|it| *it >= STEP).count() >= INDENTED
        && indents.clone().all(|it| it <= Line::MAX_INDENT as f32)
}

/// The number that a row begins with.
fn number(row: &[Line]) -> Option<u32> {
    let Word { text, .. } = row.first()?.words.first()?;
    let is_number = text.len() <= DIGITS && text.bytes().all(|it| it.is_ascii_digit());
    if is_number { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::fixtures::typed;

    /// Whether lines with numbers in a column of their own are a listing.
    fn is_listing(lines: &[&str]) -> bool {
        let row = |(index, line): (usize, &&str)| {
            let y = 26.0 * index as f32;
            let text = line.trim_start();
            let left = 60.0 + 10.0 * (line.len() - text.len()) as f32;
            let number = typed(&(index + 9).to_string(), 0.0, y);
            if text.is_empty() { vec![number] } else { vec![number, typed(text, left, y)] }
        };
        super::is_listing(&lines.iter().enumerate().map(row).collect::<Vec<LineRow>>())
    }

    #[test]
    fn indented_lines_with_numbers_are_a_listing() {
        assert!(is_listing(&[
            "class Cache:",
            "    def get(self, key):",
            "        return self.data[key]",
            "",
            "cache = Cache()",
        ]));
    }

    #[test]
    fn a_line_that_was_torn_off_joins_its_listing() {
        let group = |first: usize, lines: &[&str]| {
            let row = |(index, line): (usize, &&str)| {
                let y = 26.0 * (first + index) as f32;
                let text = line.trim_start();
                let left = 60.0 + 10.0 * (line.len() - text.len()) as f32;
                let number = typed(&(first + index).to_string(), 0.0, y);
                vec![vec![number], vec![typed(text, left, y)]]
            };
            Group { kind: Kind::Table, rows: lines.iter().enumerate().map(row).collect() }
        };
        let code = ["    def get(self, key):", "        return self.data[key]", "cache = Cache()"];
        let mut groups = vec![group(1, &["class Cache:"]), group(2, &code)];
        join(&mut groups);
        assert_eq!(groups.iter().map(|it| it.rows.len()).collect::<Vec<_>>(), [4]);
        let mut others = vec![group(1, &["class Cache:"]), group(5, &code)];
        join(&mut others);
        assert_eq!(others.len(), 2, "the numbers do not go on");
    }

    #[test]
    fn tables_with_numbered_rows_are_not() {
        assert!(!is_listing(&["Eva Lindholm of Uppsala", "Raj Patel of London", "Mei Tanaka"]));
    }
}
