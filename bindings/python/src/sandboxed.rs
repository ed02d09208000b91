//! Reads a file with sandboxed workers: a new one takes the place of one that failed on a page of a PDF.

use std::sync::Arc;
use std::time::Duration;

use imagetotext::SecretBytes;
use imagetotext::source::{Format, PageRanges};
use imagetotext_worker::{Event, InputKind, PictureError, ReadOptions, Worker, WorkerError};
use pyo3::prelude::*;
use tokio::runtime::{Builder, Runtime};
use tokio::time::timeout;

use crate::detached::detached;
use crate::failure::Failure;
use crate::pool::{Lease, Pool};
use crate::reading::{PageData, Reading, Step};

/// How long a signal such as Ctrl-C waits.
pub(crate) const SIGNAL_INTERVAL: Duration = Duration::from_millis(50);

/// Pages of a PDF, one after the other, whose worker may fail before the file is given up.
const MOST_FAILED_IN_A_ROW: u32 = 3;

/// A file on its way through workers.
pub(crate) struct Sandboxed {
    pool: Arc<Pool>,
    runtime: Runtime,
    bytes: Arc<SecretBytes>,
    is_pdf: bool,
    options: ReadOptions,
    /// Those that were asked for.
    ranges: PageRanges,
    /// Pages so far, read or not.
    count: u32,
    failed_in_a_row: u32,
    current: Option<Lease>,
}

impl Sandboxed {
    pub(crate) fn new(
        pool: Arc<Pool>,
        bytes: Arc<SecretBytes>,
        options: ReadOptions,
    ) -> PyResult<Self> {
        let is_pdf = options.input == InputKind::File && Format::of(&bytes) == Some(Format::Pdf);
        let runtime = Builder::new_current_thread().enable_time().build()?;
        let ranges = options.pages.clone();
        let (count, failed_in_a_row) = (0, 0);
        Ok(Self {
            pool,
            runtime,
            bytes,
            is_pdf,
            options,
            ranges,
            count,
            failed_in_a_row,
            current: None,
        })
    }

    /// The next event of the worker that reads, which is started if there is none.
    fn event(&mut self, py: Python<'_>) -> PyResult<Result<Event, WorkerError>> {
        let Self { pool, runtime, bytes, options, current, .. } = self;
        if current.is_none() {
            let mut lease = pool.take(py)?;
            let Some(worker) = lease.worker() else { return Ok(Err(WorkerError::Crashed)) };
            if let Err(error) = wait(py, runtime, worker, async |worker| worker.ready().await)? {
                return Ok(Err(error));
            }
            let request = worker.read(options.clone(), bytes.clone());
            if let Err(error) = detached(py, || runtime.block_on(request)) {
                return Ok(Err(error));
            }
            *current = Some(lease);
        }
        let Some(worker) = current.as_mut().and_then(Lease::worker) else {
            return Ok(Err(WorkerError::Crashed));
        };
        wait(py, runtime, worker, async |worker| worker.next().await)
    }

    /// Reads on after the pages so far with another worker; whether there may be more.
    fn go_on(&mut self) -> bool {
        self.current = None;
        match self.ranges.starting_at(self.number()) {
            Some(remaining) => self.options.pages = remaining,
            None => return false,
        }
        true
    }

    fn page(&mut self, page: PageData) -> Step {
        self.count += 1;
        Step::Page(page)
    }
}

impl Reading for Sandboxed {
    fn next(&mut self, py: Python<'_>) -> PyResult<Step> {
        loop {
            let number = self.number();
            match self.event(py)? {
                Ok(Event::PageStarted(_)) => {}
                Ok(Event::Page(read)) => {
                    self.failed_in_a_row = 0;
                    let page = PageData { number, page: read.page, failure: None };
                    return Ok(self.page(page));
                }
                Ok(Event::PageFailed(error)) => {
                    return Ok(self.page(PageData::failed(number, error.into())));
                }
                // A worker reads so many pages of a file; the next one reads on.
                Ok(Event::Done(Some(PictureError::TooManyPages))) if self.is_pdf => {
                    if !self.go_on() {
                        return Ok(Step::End(None));
                    }
                }
                Ok(Event::Done(error)) => {
                    self.current = None;
                    return Ok(Step::End(error.map(Failure::from)));
                }
                Err(error) => {
                    self.current = None;
                    self.failed_in_a_row += 1;
                    let is_page_to_blame = self.is_pdf
                        && !matches!(error, WorkerError::Start(_) | WorkerError::Models(_));
                    let failure = Failure::from(error);
                    if !is_page_to_blame || self.failed_in_a_row == MOST_FAILED_IN_A_ROW {
                        return Ok(Step::End(Some(failure)));
                    }
                    let step = self.page(PageData::failed(number, failure));
                    if !self.go_on() {
                        self.options.pages = PageRanges::one(u32::MAX);
                    }
                    return Ok(step);
                }
            }
        }
    }

    fn number(&self) -> u32 {
        self.ranges.nth(self.count + 1).unwrap_or(u32::MAX)
    }
}

/// Waits for the worker while other threads of Python run, and lets signals be handled meanwhile.
fn wait<T: Send>(
    py: Python<'_>,
    runtime: &Runtime,
    worker: &mut Worker,
    mut work: impl AsyncFnMut(&mut Worker) -> Result<T, WorkerError> + Send,
) -> PyResult<Result<T, WorkerError>> {
    loop {
        let outcome = detached(py, || {
            runtime.block_on(async { timeout(SIGNAL_INTERVAL, work(worker)).await })
        });
        match outcome {
            Ok(outcome) => return Ok(outcome),
            Err(_) => py.check_signals()?,
        }
    }
}
