//! The pages of one file as they are read, with those that were not.

use imagetotext::source::PageRanges;
use imagetotext::{Document, Page};
use imagetotext_worker::ReceivedImage;

use crate::messages::Failure;
use crate::reader::ReadResult;

/// Most sentences about pages of one file.
const MOST_SENTENCES: usize = 10;

/// The pages so far.
#[derive(Debug)]
pub(crate) struct Pages {
    ranges: PageRanges,
    document: Document,
    images: Vec<Option<ReceivedImage>>,
    failures: Vec<Failure>,
    /// How many were read.
    read: usize,
}

impl Pages {
    /// Of a file of which these pages are read.
    pub(crate) fn new(ranges: PageRanges) -> Self {
        Self {
            ranges,
            document: Document::new(Vec::new()),
            images: Vec::new(),
            failures: Vec::new(),
            read: 0,
        }
    }

    /// How many there are, read or not.
    pub(crate) fn count(&self) -> u32 {
        u32::try_from(self.document.pages.len()).unwrap_or(u32::MAX)
    }

    /// The next page was read; `image` is its picture, if that was asked for.
    pub(crate) fn add(&mut self, page: Page, image: Option<ReceivedImage>) {
        self.read += 1;
        self.images.push(image);
        self.document.pages.push(page);
    }

    /// The next page was not read. It stays as an empty page, so that those after it keep their numbers.
    pub(crate) fn skip(&mut self, why: Failure) {
        let number = self.number();
        self.failures.push(Failure::SkippedPage(number, Box::new(why)));
        self.images.push(None);
        self.document.pages.push(Page::new(1, 1, Vec::new()));
    }

    /// The pages that are to be read still.
    pub(crate) fn remaining(&self) -> Option<PageRanges> {
        self.ranges.starting_at(self.number())
    }

    /// The number of the next page in its file.
    fn number(&self) -> u32 {
        self.ranges.nth(self.count() + 1).unwrap_or(u32::MAX)
    }

    /// The result; `failure` is why there are no more pages.
    ///
    /// # Errors
    /// Why not a single page was read.
    pub(crate) fn finish(mut self, failure: Option<Failure>) -> Result<ReadResult, Failure> {
        if self.read == 0 {
            let first = self.failures.into_iter().next();
            return Err(failure.or(first).unwrap_or(Failure::NoSuchPage));
        }
        let number = self.number();
        let hidden = self.failures.len().saturating_sub(MOST_SENTENCES);
        self.failures.truncate(MOST_SENTENCES);
        if hidden > 0 {
            self.failures.push(Failure::MoreSkippedPages(hidden));
        }
        self.failures.extend(failure.map(|why| Failure::Page(number, Box::new(why))));
        let mut result = ReadResult::new(self.document);
        (result.images, result.failures) = (self.images, self.failures);
        Ok(result)
    }
}
