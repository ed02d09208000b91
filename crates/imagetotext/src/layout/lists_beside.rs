//! Lists and columns side by side that their words show: items with bullets, entries in alphabetical order, and numbered
//! sections that go on at the top of the next column.

use std::collections::HashMap;

use super::neighbours::Neighbours;
use super::segment::Segment;

/// How far an item of a list is from what is beside the list at least, in text heights; of links in a row a bullet may be
/// between two.
const BESIDE_LIST: f32 = 2.0;

/// How far texts of one column begin from each other, in text heights, and how far entries may be indented below another
/// one.
const ALIGNED: f32 = 0.5;
const INDENTED: f32 = 4.0;

/// Entries of a column in alphabetical order, at least.
const ENTRIES: usize = 4;

/// Share of them that come before the one above them in the alphabet, at most.
const DESCENTS: f32 = 0.15;

/// Numbered sections of the left column, at least.
const SECTIONS: usize = 2;

/// The columns of a page, in which texts begin one below the other.
pub(super) struct Lists {
    /// Of each segment.
    column: Vec<usize>,
    columns: Vec<Vec<usize>>,
    /// Whether the second of two columns goes on with the first, where it is known.
    known: HashMap<[usize; 2], bool>,
}

impl Lists {
    pub(super) fn of(segments: &[Segment], neighbours: &Neighbours) -> Self {
        let mut order: Vec<usize> = (0..segments.len()).collect();
        order.sort_by(|&a, &b| segments[a].middle().total_cmp(&segments[b].middle()));
        let mut column = vec![usize::MAX; segments.len()];
        let mut columns: Vec<Vec<usize>> = Vec::new();
        for it in order {
            let above = above(segments, neighbours, it).map(|above| column[above]);
            // A column goes on with one text.
            let above = above.filter(|&above| {
                columns.get(above).and_then(|all| all.last()).is_some_and(|&last| {
                    segments[it].middle() - segments[last].middle() > ALIGNED * segments[it].height
                })
            });
            let at = above.unwrap_or_else(|| {
                columns.push(Vec::new());
                columns.len() - 1
            });
            column[it] = at;
            columns[at].push(it);
        }
        Self { column, columns, known: HashMap::new() }
    }

    /// Whether the left one of two segments is read to the end of its list or column before the right one, so far away.
    pub(super) fn are_apart(
        &mut self,
        segments: &[Segment],
        neighbours: &Neighbours,
        [left, right]: [usize; 2],
        height: f32,
    ) -> bool {
        let gap = segments[right].left - segments[left].right;
        let pair = [left, right].map(|it| self.column[it]);
        let goes_on = || {
            let [one, other] = pair.map(|it| &self.columns[it]);
            is_alphabetical(segments, one, other) || is_numbered(segments, one, other)
        };
        gap > BESIDE_LIST * height && are_with_bullets(segments, neighbours, left, right)
            || *self.known.entry(pair).or_insert_with(goes_on)
    }
}

/// The text above that begins at the same place, over at most two that are indented.
fn above(segments: &[Segment], neighbours: &Neighbours, of: usize) -> Option<usize> {
    let it = &segments[of];
    let mut next = of;
    for _ in 0..3 {
        let others = neighbours.above[next].iter().copied();
        next = others.max_by(|&a, &b| segments[a].middle().total_cmp(&segments[b].middle()))?;
        let aside = (segments[next].left - it.left) / it.height;
        if aside.abs() < ALIGNED {
            return Some(next);
        }
        if !(0.0..INDENTED).contains(&aside) {
            return None;
        }
    }
    None
}

/// Whether the right one of two segments is an item of a list of its own, or both are headings over lists.
fn are_with_bullets(
    segments: &[Segment],
    neighbours: &Neighbours,
    left: usize,
    right: usize,
) -> bool {
    let begins = |it: usize| segments[it].wording.has_bullet();
    let is_over_list = |it: usize| neighbours.below[it].iter().any(|&below| begins(below));
    begins(right) || is_over_list(left) && is_over_list(right) && !begins(left)
}

/// Whether the entries of a column are in alphabetical order and those of another one go on with it, as in an index.
fn is_alphabetical(segments: &[Segment], one: &[usize], other: &[usize]) -> bool {
    if one.len() < ENTRIES || other.len() < ENTRIES {
        return false;
    }
    let keys = |column: &[usize]| -> Vec<&str> {
        column.iter().map(|it| segments[*it].wording.key.as_str()).collect()
    };
    let [first, second] = [one, other].map(keys);
    let all = [first.as_slice(), second.as_slice()].concat();
    let begin = |key: &str| key.chars().next();
    let descents = all.windows(2).filter(|pair| pair[0] > pair[1]).count();
    all.iter().all(|it| !it.is_empty())
        && first[first.len() - 1] <= second[0]
        // What belongs to an entry has an order of its own.
        && descents as f32 <= DESCENTS * all.len() as f32
        // Not the same word again and again.
        && [&first, &second].iter().all(|it| it[0] < it[it.len() - 1])
        && begin(all[0]) != begin(all[all.len() - 1])
}

/// Whether the numbered sections of a column go on in another one.
fn is_numbered(segments: &[Segment], one: &[usize], other: &[usize]) -> bool {
    let numbers = |column: &[usize]| -> Vec<u32> {
        column.iter().filter_map(|&it| segments[it].wording.number).collect()
    };
    let (first, second) = (numbers(one), numbers(other));
    let all = [first.as_slice(), second.as_slice()].concat();
    first.len() >= SECTIONS && !second.is_empty() && all.windows(2).all(|it| it[0] + 1 == it[1])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::fixtures::typed;
    use crate::layout::slope::Slope;
    use crate::rotation::PageRotation;

    /// Whether the first texts of two columns are read one column after the other.
    fn are_apart(left: &[&str], right: &[&str]) -> bool {
        let column = |texts: &[&str], x: f32| {
            let line = |(row, text): (usize, &&str)| typed(text, x, 26.0 * row as f32);
            texts.iter().enumerate().map(line).collect::<Vec<_>>()
        };
        let lines = [column(left, 0.0), column(right, 400.0)].concat();
        let segments = Segment::of(&lines, &PageRotation::identity(1, 1), Slope::default(), None);
        let neighbours = Neighbours::of(&segments);
        let at = |text: &str| {
            let is_it = |it: &Segment| lines[it.line].text() == text;
            segments.iter().position(is_it).unwrap_or_default()
        };
        let pair = [at(left[0]), at(right[0])];
        Lists::of(&segments, &neighbours).are_apart(&segments, &neighbours, pair, 20.0)
    }

    #[test]
    fn an_index_is_read_column_by_column() {
        let left = ["abacus, 12", "algebra, 7", "Archimedes, 31", "astrolabe, 52"];
        let right = ["bell, 66", "binary, 118", "bronze, 14", "calendars, 20"];
        assert!(are_apart(&left, &right));
        let with_part = ["abacus", "algebra, 7", "Boolean, 103", "aqueducts", "astrolabe, 52"];
        assert!(are_apart(&with_part, &right));
        assert!(!are_apart(&right, &left), "it does not go on");
        assert!(!are_apart(&left, &["Bern", "Rome", "Oslo", "Kyiv"]), "not in order");
        assert!(!are_apart(&left[..3], &right[..3]), "too few");
    }

    #[test]
    fn numbered_sections_go_on_in_the_next_column() {
        let left = ["1. What it is", "Some text", "2. Before use", "More text"];
        assert!(are_apart(&left, &["3. How to take it", "Take it", "4. Side effects", "None"]));
        assert!(!are_apart(&["1. one", "3. three"], &["2. two", "4. four"]), "row by row");
    }
}
