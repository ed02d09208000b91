//! How much a page may draw: forms that draw forms could go on for years.

use std::time::{Duration, Instant};

/// Most work of a page, in elements of a path. A page of 52 000 glyphs takes 1 million, a map of 300 000 lines
/// with 8 corners 3 million, a diagram of 500 000 points that are forms 12 million.
const MOST: u32 = 16_000_000;

/// The work of all else (a glyph, a form, a clip, an image) in elements of a path: 2 µs to 0.1 µs.
const OTHER: u32 = 20;

/// Longest time for a page. It ends instructions that draw nothing, which nobody counts. No page is refused for a
/// slow computer: all the work that is allowed takes 3 seconds, and a worker has 25 for a page.
const LONGEST: Duration = Duration::from_secs(20);

/// What is left for a page.
pub(super) struct Budget {
    work: u32,
    deadline: Instant,
}

impl Budget {
    /// That of a page which begins now.
    pub(super) fn of_page() -> Self {
        Self { work: MOST, deadline: Instant::now() + LONGEST }
    }

    /// Takes the work of a path of so many elements.
    ///
    /// # Panics
    /// When the budget is spent: nothing else stops the interpreter.
    pub(super) fn spend_on_path(&mut self, elements: usize) {
        let elements = u32::try_from(elements).unwrap_or(u32::MAX);
        // One more, for a path without any.
        self.spend(elements.saturating_add(1));
    }

    /// Takes the work of `count` things that are no path.
    ///
    /// # Panics
    /// When the budget is spent.
    pub(super) fn spend_on_others(&mut self, count: usize) {
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        self.spend(count.saturating_mul(OTHER));
    }

    fn spend(&mut self, work: u32) {
        let left = self.work.checked_sub(work);
        assert!(left.is_some() && Instant::now() < self.deadline, "the page draws too much");
        self.work = left.unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_enough_for(spend: impl FnOnce(&mut Budget) + std::panic::UnwindSafe) -> bool {
        let mut budget = Budget::of_page();
        std::panic::catch_unwind(move || spend(&mut budget)).is_ok()
    }

    #[test]
    fn a_heavy_page_is_within_the_budget_and_ten_of_them_are_not() {
        let map = |lines: usize| {
            move |budget: &mut Budget| (0..lines).for_each(|_| budget.spend_on_path(9))
        };
        assert!(is_enough_for(map(300_000)));
        assert!(!is_enough_for(map(3_000_000)));
        let diagram = |points: usize| {
            move |budget: &mut Budget| {
                for _ in 0..points {
                    budget.spend_on_others(1);
                    budget.spend_on_path(3);
                }
            }
        };
        assert!(is_enough_for(diagram(500_000)));
        assert!(!is_enough_for(diagram(5_000_000)));
    }

    #[test]
    fn what_is_large_at_once_ends_too() {
        assert!(!is_enough_for(|budget| budget.spend_on_path(usize::MAX)));
        assert!(!is_enough_for(|budget| budget.spend_on_others(usize::MAX)));
        let empty = |budget: &mut Budget| (0..=MOST).for_each(|_| budget.spend_on_path(0));
        assert!(!is_enough_for(empty));
    }
}
