//! The pages of one file as they are read, with those that were not.

use imagetotext::Page;
use imagetotext::export::PageImage;
use imagetotext::source::PageRanges;

use crate::messages::Failure;
use crate::name::Name;

/// Most sentences about pages of one file.
const MOST_SENTENCES: usize = 10;

/// Hands on pages when they are there.
#[derive(Debug)]
pub(crate) struct Pages<F> {
    ranges: PageRanges,
    /// Takes the next page, with its picture if that was asked for.
    on_page: F,
    /// Those so far, read or not.
    count: u32,
    /// Those before the first one that was read. Of a file without such a page nothing is handed on.
    held_back: u32,
    is_any_read: bool,
    failures: Vec<Failure>,
    /// Failures without a sentence.
    hidden: usize,
}

/// Why a page was not taken, and the file that is to blame.
type Refusal = (Name, Failure);

impl<F: FnMut(Page, Option<&PageImage<'_>>) -> Result<(), Refusal>> Pages<F> {
    /// Of a file of which these pages are read.
    pub(crate) fn new(ranges: PageRanges, on_page: F) -> Self {
        Self {
            ranges,
            on_page,
            count: 0,
            held_back: 0,
            is_any_read: false,
            failures: Vec::new(),
            hidden: 0,
        }
    }

    /// How many there are, read or not.
    pub(crate) fn count(&self) -> u32 {
        self.count
    }

    /// The next page was read; `image` is its picture, if that was asked for.
    ///
    /// # Errors
    /// Those of who takes the pages.
    pub(crate) fn add(&mut self, page: Page, image: Option<&PageImage<'_>>) -> Result<(), Refusal> {
        self.is_any_read = true;
        for held in 1..=std::mem::take(&mut self.held_back) {
            let page = unread(self.number_of(held));
            (self.on_page)(page, None)?;
        }
        self.count += 1;
        (self.on_page)(page, image)
    }

    /// The next page was not read. It stays as an empty page, so that those after it keep their numbers.
    ///
    /// # Errors
    /// Those of who takes the pages.
    pub(crate) fn skip(&mut self, why: Failure) -> Result<(), Refusal> {
        if self.failures.len() < MOST_SENTENCES {
            self.failures.push(Failure::SkippedPage(self.number(), Box::new(why)));
        } else {
            self.hidden += 1;
        }
        let number = self.number();
        self.count += 1;
        if self.is_any_read {
            return (self.on_page)(unread(number), None);
        }
        self.held_back += 1;
        Ok(())
    }

    /// The pages that are to be read still.
    pub(crate) fn remaining(&self) -> Option<PageRanges> {
        self.ranges.starting_at(self.number())
    }

    /// The number of the next page in its file.
    fn number(&self) -> u32 {
        self.number_of(self.count + 1)
    }

    fn number_of(&self, index: u32) -> u32 {
        self.ranges.nth(index).unwrap_or(u32::MAX)
    }

    /// Why pages are missing or empty; `failure` is why there are no more.
    ///
    /// # Errors
    /// Why not a single page was read.
    pub(crate) fn finish(mut self, failure: Option<Failure>) -> Result<Vec<Failure>, Failure> {
        if !self.is_any_read {
            let first = self.failures.into_iter().next();
            return Err(failure.or(first).unwrap_or(Failure::NoSuchPage));
        }
        let number = self.number();
        if self.hidden > 0 {
            self.failures.push(Failure::MoreSkippedPages(self.hidden));
        }
        self.failures.extend(match failure {
            Some(why) => Some(Failure::Page(number, Box::new(why))),
            None => self.ranges.missing_after(self.count).map(Failure::MissingPages),
        });
        Ok(self.failures)
    }
}

fn unread(number: u32) -> Page {
    let mut page = Page::new(1, 1, Vec::new());
    page.number = number;
    page
}
