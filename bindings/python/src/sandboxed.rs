//! Reads a file with sandboxed workers: a new one takes the place of one that failed on a page of a PDF.

use std::sync::Arc;
use std::time::Duration;

use imagetotext::SecretBytes;
use imagetotext::source::{Format, PageRanges};
use imagetotext_worker::{Event, FilePages, InputKind, ReadOptions, Worker, WorkerError};
use pyo3::prelude::*;
use tokio::runtime::{Builder, Runtime};
use tokio::time::timeout;

use crate::detached::detached;
use crate::failure::Failure;
use crate::pool::{Lease, Pool};
use crate::reading::{PageData, Reading, Step};

/// How long a signal such as Ctrl-C waits.
pub(crate) const SIGNAL_INTERVAL: Duration = Duration::from_millis(50);

/// A file on its way through workers.
pub(crate) struct Sandboxed {
    pool: Arc<Pool>,
    runtime: Runtime,
    bytes: Arc<SecretBytes>,
    options: ReadOptions,
    pages: FilePages,
    current: Option<Lease>,
}

impl Sandboxed {
    pub(crate) fn new(
        pool: Arc<Pool>,
        bytes: Arc<SecretBytes>,
        options: ReadOptions,
    ) -> PyResult<Self> {
        let is_file = options.input == InputKind::File;
        let format = if is_file { Format::of(&bytes) } else { None };
        let pages = FilePages::new(format, options.pages.clone());
        let runtime = Builder::new_current_thread().enable_time().build()?;
        Ok(Self { pool, runtime, bytes, options, pages, current: None })
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
        match self.pages.remaining() {
            Some(remaining) => self.options.pages = remaining,
            None => return false,
        }
        true
    }
}

impl Reading for Sandboxed {
    fn next(&mut self, py: Python<'_>) -> PyResult<Step> {
        loop {
            let number = self.number();
            match self.event(py)? {
                Ok(Event::PageStarted(_)) => {}
                Ok(Event::Page(read)) => {
                    self.pages.add();
                    return Ok(Step::Page(PageData { number, page: read.page, failure: None }));
                }
                Ok(Event::PageFailed(error)) => {
                    self.pages.add();
                    return Ok(Step::Page(PageData::failed(number, error.into())));
                }
                Ok(Event::Done(Some(error))) if self.pages.read_on_after(&error) => {
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
                    let is_skipped = self.pages.skip_after(&error);
                    let failure = Failure::from(error);
                    if !is_skipped {
                        return Ok(Step::End(Some(failure)));
                    }
                    if !self.go_on() {
                        self.options.pages = PageRanges::one(u32::MAX);
                    }
                    return Ok(Step::Page(PageData::failed(number, failure)));
                }
            }
        }
    }

    fn number(&self) -> u32 {
        self.pages.number()
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
