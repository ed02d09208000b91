//! What was read of a picture, from the task that reads to the entry of the queue.

use imagetotext::Page;
use imagetotext_worker::{Digest, PackedImage};

use crate::contract::{ReadError, Timing};

/// What was read of a picture.
pub(super) struct ReadResult {
    /// The pages, at least one of them read.
    pub(super) pages: Vec<PageResult>,
    /// Why later pages are missing, or some are empty, if they are.
    pub(super) stopped: Option<ReadError>,
    /// Where the time went.
    pub(super) timing: Timing,
    /// Which bytes the file had.
    pub(super) digest: Option<Digest>,
}

impl ReadResult {
    /// Whether not a single page was read.
    pub(super) fn is_empty(&self) -> bool {
        self.pages.iter().all(|page| !page.was_read)
    }
}

/// A page with its images.
pub(super) struct PageResult {
    pub(super) page: Page,
    pub(super) preview: PackedImage,
    pub(super) thumbnail: PackedImage,
    pub(super) was_read: bool,
    /// Whether its file has all its text already.
    pub(super) is_searchable: bool,
}

impl PageResult {
    /// A page that was not read: it is empty, and keeps the numbers of those after it.
    pub(super) fn unread(number: u32) -> Self {
        let mut page = Page::new(1, 1, Vec::new());
        page.number = number;
        Self {
            page,
            preview: PackedImage::blank(),
            thumbnail: PackedImage::blank(),
            was_read: false,
            is_searchable: false,
        }
    }
}
