//! Which pages of a file are read: `3-7,12`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Pages of a file, counted from 1, in ascending order; all of them by default.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PageRanges {
    /// First and last page of each range, in ascending order, apart from each other. Without a range,
    /// all pages.
    ranges: Vec<(u32, u32)>,
}

/// A text that names no pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("pages are numbers from 1 and ranges of them, such as 3-7,12 or 5-")]
pub struct PageRangesError;

impl PageRanges {
    /// Most ranges; more than a person writes, and little enough for a message between processes.
    const MAX_RANGES: usize = 200;

    /// One page.
    pub fn one(page: u32) -> Self {
        Self { ranges: vec![(page, page)] }
    }

    /// Whether all pages belong to them.
    pub fn is_all(&self) -> bool {
        self.ranges.is_empty() || self.ranges == [(1, u32::MAX)]
    }

    /// The same without all pages before `first`; nothing when none is left.
    #[must_use]
    pub fn starting_at(&self, first: u32) -> Option<Self> {
        let all = [(1, u32::MAX)];
        let ranges = if self.ranges.is_empty() { &all[..] } else { &self.ranges };
        let ranges: Vec<_> = ranges
            .iter()
            .filter(|(_, to)| *to >= first)
            .map(|&(from, to)| (from.max(first), to))
            .collect();
        (!ranges.is_empty()).then_some(Self { ranges })
    }

    /// The ranges that begin after the last page of a file of which they name `count` pages; `None` if there is none. One
    /// that begins in the file may end behind it.
    pub fn missing_after(&self, count: u32) -> Option<Self> {
        let next = self.nth(count.saturating_add(1)).filter(|_| !self.ranges.is_empty())?;
        let ranges: Vec<_> =
            self.ranges.iter().copied().filter(|&(from, _)| from >= next).collect();
        (!ranges.is_empty()).then_some(Self { ranges })
    }

    /// The last page of a file of which they name `count` pages, if a range that begins in it ends behind it.
    pub fn cut_at(&self, count: u32) -> Option<u32> {
        let last = self.nth(count)?;
        let is_cut = |&(from, to): &(u32, u32)| to != u32::MAX && (from..to).contains(&last);
        self.ranges.iter().any(is_cut).then_some(last)
    }

    /// Whether the page belongs to them.
    pub fn contains(&self, page: u32) -> bool {
        self.ranges.is_empty() || self.ranges.iter().any(|&(from, to)| (from..=to).contains(&page))
    }

    /// Whether a page after `page` may belong to them.
    pub fn continue_after(&self, page: u32) -> bool {
        self.ranges.last().is_none_or(|&(_, to)| page < to)
    }

    /// The page that is read as the `index`th, both counted from 1.
    pub fn nth(&self, index: u32) -> Option<u32> {
        let mut left = index.checked_sub(1)?;
        if self.ranges.is_empty() {
            return Some(index);
        }
        for &(from, to) in &self.ranges {
            let count = to - from;
            if left <= count {
                return Some(from + left);
            }
            left -= count + 1;
        }
        None
    }
}

impl FromStr for PageRanges {
    type Err = PageRangesError;

    fn from_str(text: &str) -> Result<Self, PageRangesError> {
        let number = |text: &str| {
            let number = text.trim().parse::<u32>().map_err(|_| PageRangesError)?;
            if number == 0 { Err(PageRangesError) } else { Ok(number) }
        };
        let mut ranges = Vec::new();
        for part in text.split(',') {
            let (from, to) = match part.split_once('-') {
                Some((from, to)) if to.trim().is_empty() => (number(from)?, u32::MAX),
                Some((from, to)) => (number(from)?, number(to)?),
                None => (number(part)?, number(part)?),
            };
            if from > to {
                return Err(PageRangesError);
            }
            ranges.push((from, to));
        }
        ranges.sort_unstable();
        let mut merged: Vec<(u32, u32)> = Vec::new();
        for (from, to) in ranges {
            match merged.last_mut() {
                Some(last) if from <= last.1.saturating_add(1) => last.1 = last.1.max(to),
                _ => merged.push((from, to)),
            }
        }
        if merged.len() > Self::MAX_RANGES {
            Err(PageRangesError)
        } else {
            Ok(Self { ranges: merged })
        }
    }
}

impl fmt::Display for PageRanges {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, &(from, to)) in self.ranges.iter().enumerate() {
            let comma = if index > 0 { "," } else { "" };
            match to {
                u32::MAX => write!(f, "{comma}{from}-")?,
                _ if from == to => write!(f, "{comma}{from}")?,
                _ => write!(f, "{comma}{from}-{to}")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ranges(text: &str) -> PageRanges {
        text.parse().unwrap()
    }

    #[test]
    fn pages_are_in_order_and_each_is_read_once() {
        assert_eq!(ranges("12, 3-7,5-8,9").to_string(), "3-9,12");
        assert_eq!(ranges("5-").to_string(), "5-");
        assert_eq!(ranges("1").to_string(), "1");
    }

    #[test]
    fn what_names_no_pages_is_refused() {
        for text in ["", "0", "-3", "7-3", "a", "1,,2", "1-2-3", "4294967296"] {
            assert_eq!(text.parse::<PageRanges>(), Err(PageRangesError), "{text}");
        }
    }

    #[test]
    fn pages_are_found_by_number_and_by_index() {
        let some = ranges("3-7,12");
        let contained: Vec<u32> = (1..20).filter(|&page| some.contains(page)).collect();
        assert_eq!(contained, [3, 4, 5, 6, 7, 12]);
        let by_index: Vec<u32> = (1..20).map_while(|index| some.nth(index)).collect();
        assert_eq!(by_index, contained);
        assert!(some.continue_after(11) && !some.continue_after(12));
        let all = PageRanges::default();
        assert!(all.contains(9) && all.continue_after(9));
        assert_eq!(all.nth(9), Some(9));
    }

    #[test]
    fn a_range_that_ends_behind_the_last_page_is_cut() {
        for (text, count, last) in [
            ("2-9", 2, Some(3)),
            ("2-9", 8, None),
            ("2-", 2, None),
            ("1,5-9", 1, None),
            ("2", 0, None),
        ] {
            assert_eq!(ranges(text).cut_at(count), last, "{text}");
        }
    }

    #[test]
    fn ranges_behind_the_last_page_are_missing() {
        let missing = |text, count| ranges(text).missing_after(count).map(|it| it.to_string());
        assert_eq!(missing("1,99", 1).as_deref(), Some("99"));
        assert_eq!(missing("2-9,12,15-", 3).as_deref(), Some("12,15-"));
        assert_eq!(missing("1-1000", 3), None);
        assert_eq!(missing("5-", 2), None);
        assert_eq!(missing("1,5-", 1).as_deref(), Some("5-"));
        assert_eq!(missing("1-3", 3), None);
        assert_eq!(PageRanges::default().missing_after(3), None);
    }

    #[test]
    fn reading_goes_on_after_a_page() {
        assert_eq!(ranges("3-7,12").starting_at(6).unwrap().to_string(), "6-7,12");
        assert_eq!(PageRanges::default().starting_at(6).unwrap().to_string(), "6-");
        assert_eq!(ranges("3-7").starting_at(8), None);
    }
}
