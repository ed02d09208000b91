//! What was read of a picture, from the task that reads to the entry of the queue.

use imagetotext::Page;
use imagetotext_worker::PackedImage;

use crate::contract::{ReadError, Timing};

/// What was read of a picture.
pub(super) struct ReadResult {
    /// The pages, at least one.
    pub(super) pages: Vec<PageResult>,
    /// Why later pages are missing, if they are.
    pub(super) stopped: Option<ReadError>,
    /// Where the time went.
    pub(super) timing: Timing,
}

/// A page with its images.
pub(super) struct PageResult {
    pub(super) page: Page,
    pub(super) preview: PackedImage,
    pub(super) thumbnail: PackedImage,
}
