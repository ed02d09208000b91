//! One file while it is read: its pages, one after the other, whoever reads them.

use imagetotext::Page;
use pyo3::prelude::*;
use serde::{Deserialize, Serialize};

use crate::failure::Failure;

/// A page, read or not.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct PageData {
    /// Its number in the file, from 1.
    pub(crate) number: u32,
    /// What was read; empty if nothing was.
    pub(crate) page: Page,
    /// Why it was not read.
    pub(crate) failure: Option<Failure>,
}

impl PageData {
    /// A page that was not read.
    pub(crate) fn failed(number: u32, failure: Failure) -> Self {
        let mut page = Page::new(1, 1, Vec::new());
        page.number = number;
        Self { number, page, failure: Some(failure) }
    }

    /// Without running titles and page numbers.
    pub(crate) fn without_running_heads(mut self) -> Self {
        self.page.remove_running_heads();
        self
    }
}

/// What comes next.
pub(crate) enum Step {
    Page(PageData),
    /// There are no more pages, perhaps because of a failure.
    End(Option<Failure>),
}

/// Reads a file page by page. Called by one thread at a time, with the lock of the interpreter.
pub(crate) trait Reading: Send + Sync {
    /// The next page.
    ///
    /// # Errors
    /// What a signal handler raises, such as `KeyboardInterrupt`: then the reading has ended.
    fn next(&mut self, py: Python<'_>) -> PyResult<Step>;

    /// The number of the next page in its file.
    fn number(&self) -> u32;
}
