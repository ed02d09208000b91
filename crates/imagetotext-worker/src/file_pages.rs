//! The pages of a file on their way through one worker after the other: a new one takes the place of one that failed.

use imagetotext::source::{Format, PageRanges};

use crate::picture_error::PictureError;
use crate::worker::WorkerError;

/// Pages, one after the other, whose worker may fail before the file is given up.
const MOST_FAILED_IN_A_ROW: u32 = 3;

/// Counts the pages of a file, and decides whether another worker reads on after the one that failed.
#[derive(Debug, Clone)]
pub struct FilePages {
    ranges: PageRanges,
    /// Whether files of its format have more than one.
    has_several: bool,
    /// Those so far, read or not.
    count: u32,
    failed_in_a_row: u32,
}

impl FilePages {
    /// Of a file of which these pages are asked for.
    pub fn new(format: Option<Format>, ranges: PageRanges) -> Self {
        let has_several = matches!(format, Some(Format::Pdf | Format::Tiff));
        Self { ranges, has_several, count: 0, failed_in_a_row: 0 }
    }

    /// How many there are so far, read or not.
    pub fn count(&self) -> u32 {
        self.count
    }

    /// The number in its file of the next page.
    pub fn number(&self) -> u32 {
        self.number_of(self.count + 1)
    }

    /// The number in its file of one of those that are asked for, which are counted from 1.
    pub fn number_of(&self, index: u32) -> u32 {
        self.ranges.nth(index).unwrap_or(u32::MAX)
    }

    /// The worker is done with the next page.
    pub fn add(&mut self) {
        self.count += 1;
        self.failed_in_a_row = 0;
    }

    /// Whether another worker reads on because this one has read as many pages as it may.
    pub fn read_on_after(&mut self, error: &PictureError) -> bool {
        self.failed_in_a_row += 1;
        self.reads_on() && matches!(error, PictureError::TooManyPages)
    }

    /// Whether another worker reads on after the next page, which this one failed at. Then that page counts.
    pub fn skip_after(&mut self, error: &WorkerError) -> bool {
        self.failed_in_a_row += 1;
        let is_page_to_blame = !matches!(
            error,
            WorkerError::Start(_) | WorkerError::Models(_) | WorkerError::Input(_)
        );
        let skips = self.reads_on() && is_page_to_blame;
        self.count += u32::from(skips);
        skips
    }

    fn reads_on(&self) -> bool {
        self.has_several && self.failed_in_a_row < MOST_FAILED_IN_A_ROW
    }

    /// Those that are to be read still; `None` if there are none.
    pub fn remaining(&self) -> Option<PageRanges> {
        self.ranges.starting_at(self.number())
    }

    /// The last page of the file, if more after it were asked for in the same range.
    pub fn cut_at(&self) -> Option<u32> {
        self.ranges.cut_at(self.count)
    }

    /// Those that were asked for after the ones that there are.
    pub fn missing(&self) -> Option<PageRanges> {
        self.ranges.missing_after(self.count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages(format: Format) -> FilePages {
        FilePages::new(Some(format), PageRanges::default())
    }

    #[test]
    fn a_page_that_kills_its_worker_is_skipped() {
        let mut pages = pages(Format::Pdf);
        pages.add();
        assert!(pages.skip_after(&WorkerError::Crashed));
        assert_eq!((pages.count(), pages.number()), (2, 3));
        assert!(pages.remaining().unwrap().contains(3) && !pages.remaining().unwrap().contains(2));
    }

    #[test]
    fn a_file_is_given_up_after_three_pages_in_a_row() {
        let mut pages = pages(Format::Tiff);
        for _ in 0..2 {
            assert!(pages.skip_after(&WorkerError::Crashed));
        }
        pages.add();
        for _ in 0..2 {
            assert!(pages.skip_after(&WorkerError::OutOfMemory));
        }
        assert!(!pages.skip_after(&WorkerError::Crashed));
        assert_eq!(pages.count(), 5, "the last one ends the file");
    }

    #[test]
    fn what_is_no_fault_of_a_page_ends_the_file() {
        let io = || std::io::ErrorKind::NotFound.into();
        assert!(!pages(Format::Pdf).skip_after(&WorkerError::Start(io())));
        assert!(!pages(Format::Pdf).skip_after(&WorkerError::Input(io())));
        assert!(!pages(Format::Png).skip_after(&WorkerError::Crashed));
        assert!(!pages(Format::Pdf).read_on_after(&PictureError::TooLarge));
    }

    #[test]
    fn a_long_file_is_read_on() {
        let mut pages = pages(Format::Pdf);
        for _ in 0..5 {
            pages.add();
            assert!(pages.read_on_after(&PictureError::TooManyPages));
        }
        // A worker that reads nothing does not go on for ever.
        assert!(pages.read_on_after(&PictureError::TooManyPages));
        assert!(!pages.read_on_after(&PictureError::TooManyPages));
    }
}
