//! How a person has rotated a picture: all of it, and single pages.

/// Clockwise quarter turns.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(super) struct QuarterTurns {
    /// Of all pages, 0 to 3.
    all: u8,
    /// Of each page besides, 0 to 3; none of those after the last that was rotated.
    pages: Vec<u8>,
}

impl QuarterTurns {
    /// Of all pages; what was rotated alone is as the others again.
    pub(super) fn rotate_all(&mut self, quarters: i8) {
        self.all = rotated(self.all, quarters);
        self.pages.clear();
    }

    /// Of one page, counted from 1.
    pub(super) fn rotate_page(&mut self, page: u32, quarters: i8) {
        let index = page.saturating_sub(1) as usize;
        if self.pages.len() <= index {
            self.pages.resize(index + 1, 0);
        }
        self.pages[index] = rotated(self.pages[index], quarters);
        while self.pages.last() == Some(&0) {
            self.pages.pop();
        }
    }

    /// How often a page, or what is read of all pages, is turned.
    pub(super) fn of(&self, page: Option<u32>) -> u8 {
        let index = page.and_then(|page| page.checked_sub(1)).map(|index| index as usize);
        let own = index.and_then(|index| self.pages.get(index)).copied().unwrap_or(0);
        (self.all + own) % 4
    }
}

fn rotated(turns: u8, quarters: i8) -> u8 {
    (i16::from(turns) + i16::from(quarters)).rem_euclid(4) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_rotated_there_and_back() {
        let mut turns = QuarterTurns::default();
        turns.rotate_page(3, 1);
        assert_eq!([1, 2, 3, 4].map(|page| turns.of(Some(page))), [0, 0, 1, 0]);
        turns.rotate_page(3, -2);
        assert_eq!(turns.of(Some(3)), 3);
        turns.rotate_page(3, 1);
        assert_eq!(turns, QuarterTurns::default());
    }

    #[test]
    fn a_page_is_rotated_from_where_all_are() {
        let mut turns = QuarterTurns::default();
        turns.rotate_all(-1);
        turns.rotate_page(2, 2);
        assert_eq!([None, Some(1), Some(2)].map(|page| turns.of(page)), [3, 3, 1]);
        turns.rotate_all(1);
        assert_eq!(turns, QuarterTurns::default());
    }
}
