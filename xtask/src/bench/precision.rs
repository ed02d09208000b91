//! Precision, recall and F1.

use std::collections::HashMap;
use std::fmt;
use std::hash::Hash;
use std::ops::AddAssign;

/// How many of the true things were found, and how many of the found things are true.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Precision {
    /// Things that are true and were found.
    pub(super) both: usize,
    /// Things that are true.
    pub(super) wanted: usize,
    /// Things that were found.
    pub(super) found: usize,
}

impl Precision {
    /// Compares two bags of things.
    pub(super) fn of<T: Eq + Hash>(wanted: &[T], found: &[T]) -> Self {
        let mut left: HashMap<&T, usize> = HashMap::new();
        for thing in wanted {
            *left.entry(thing).or_default() += 1;
        }
        let mut both = 0;
        for thing in found {
            if let Some(count) = left.get_mut(thing).filter(|count| **count > 0) {
                *count -= 1;
                both += 1;
            }
        }
        Self { both, wanted: wanted.len(), found: found.len() }
    }

    /// The part of the found things that are true.
    pub(super) fn precision(self) -> f64 {
        self.both as f64 / self.found.max(1) as f64
    }

    /// The part of the true things that were found.
    pub(super) fn recall(self) -> f64 {
        self.both as f64 / self.wanted.max(1) as f64
    }

    /// The harmonic mean of both.
    pub(super) fn f1(self) -> f64 {
        2.0 * self.both as f64 / (self.wanted + self.found).max(1) as f64
    }
}

impl AddAssign for Precision {
    fn add_assign(&mut self, other: Self) {
        self.both += other.both;
        self.wanted += other.wanted;
        self.found += other.found;
    }
}

/// The three figures in percent, as cells of a Markdown table.
impl fmt::Display for Precision {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [precision, recall, f1] =
            [self.precision(), self.recall(), self.f1()].map(|figure| 100.0 * figure);
        write!(formatter, "{precision:.1} | {recall:.1} | {f1:.1}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bags_are_compared() {
        let score = Precision::of(&["a", "a", "b", "c"], &["a", "b", "b"]);
        assert_eq!(score, Precision { both: 2, wanted: 4, found: 3 });
        assert_eq!(score.to_string(), "66.7 | 50.0 | 57.1");
        assert_eq!(Precision::of::<u8>(&[], &[]).to_string(), "0.0 | 0.0 | 0.0");
    }
}
