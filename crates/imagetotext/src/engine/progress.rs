//! How far a reading is.

use std::fmt;
use std::sync::{Mutex, PoisonError};

/// Lines of a page that were found and read so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Progress {
    /// Lines that were found on the page. Some turn out to be no text.
    pub lines_found: usize,
    /// Lines of these that were read.
    pub lines_read: usize,
}

/// Counts lines and reports them one at a time, in rising order, from whichever thread read one.
pub(super) struct ProgressCounter<'a> {
    report: Option<&'a (dyn Fn(Progress) + Sync)>,
    progress: Mutex<Progress>,
}

impl<'a> ProgressCounter<'a> {
    /// Reports the first count at once.
    pub(super) fn start(report: Option<&'a (dyn Fn(Progress) + Sync)>, progress: Progress) -> Self {
        if let Some(report) = report {
            report(progress);
        }
        Self { report, progress: Mutex::new(progress) }
    }

    /// One more line was read.
    pub(super) fn line_read(&self) {
        let Some(report) = self.report else { return };
        let mut progress = self.progress.lock().unwrap_or_else(PoisonError::into_inner);
        progress.lines_read += 1;
        report(*progress);
    }
}

impl fmt::Debug for ProgressCounter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ProgressCounter").field("progress", &self.progress).finish_non_exhaustive()
    }
}
