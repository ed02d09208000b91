//! `Reader`: keeps workers, or the models, ready for many files.

use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::available_parallelism;

use imagetotext::{Engine, EngineOptions, Models};
use imagetotext_worker::{Config, PictureError, panics};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::detached::{call, detached};
use crate::document::Document;
use crate::failure::Failure;
use crate::in_process::InProcess;
use crate::options::Keywords;
use crate::pages::PageIterator;
use crate::pool::Pool;
use crate::program;
use crate::reading::{PageData, Reading, Step};
use crate::sandboxed::Sandboxed;
use crate::source::Source;

/// Reads files with workers of its own, or in this process.
#[pyclass(frozen, module = "imagetotext._native")]
pub(crate) struct Reader {
    /// None without a sandbox.
    pool: Option<Arc<Pool>>,
    /// Loaded when it is needed, by the process of this number.
    engine: Mutex<Option<(u32, Arc<Engine>)>>,
    threads: Option<NonZeroUsize>,
}

#[pymethods]
impl Reader {
    #[new]
    #[pyo3(signature = (*, sandbox = true, threads = None, processes = None))]
    fn new(
        py: Python<'_>,
        sandbox: bool,
        threads: Option<usize>,
        processes: Option<usize>,
    ) -> PyResult<Self> {
        let positive = |name: &str, number: Option<usize>| {
            let none = || PyValueError::new_err(format!("{name} is at least 1"));
            number.map(|number| NonZeroUsize::new(number).ok_or_else(none)).transpose()
        };
        let (threads, processes) =
            (positive("threads", threads)?, positive("processes", processes)?);
        let most = processes.or_else(|| available_parallelism().ok()).unwrap_or(NonZeroUsize::MIN);
        let config = |program| Config { program: Some(program), threads, ..Config::default() };
        let pool = if sandbox {
            Some(Arc::new(Pool::new(config(call(py, || program::path(py))?), most)))
        } else {
            None
        };
        Ok(Self { pool, engine: Mutex::new(None), threads })
    }

    /// All pages of a file.
    #[pyo3(signature = (source, keywords, running_heads))]
    fn read(
        &self,
        py: Python<'_>,
        source: &Bound<'_, PyAny>,
        keywords: &Bound<'_, PyDict>,
        running_heads: bool,
    ) -> PyResult<Document> {
        call(py, || {
            let (reading, name) = self.start(py, source, keywords)?;
            all_pages(py, reading, name, running_heads)
        })
    }

    /// The pages of a file, one by one.
    #[pyo3(signature = (source, keywords, running_heads))]
    fn pages(
        &self,
        py: Python<'_>,
        source: &Bound<'_, PyAny>,
        keywords: &Bound<'_, PyDict>,
        running_heads: bool,
    ) -> PyResult<PageIterator> {
        let (reading, name) = call(py, || self.start(py, source, keywords))?;
        Ok(PageIterator::new(reading, name, running_heads))
    }

    /// Ends the workers.
    fn close(&self) {
        if let Some(pool) = &self.pool {
            pool.close();
        }
    }
}

impl Reader {
    fn start(
        &self,
        py: Python<'_>,
        source: &Bound<'_, PyAny>,
        keywords: &Bound<'_, PyDict>,
    ) -> PyResult<(Box<dyn Reading>, Option<String>)> {
        let mut options = keywords.extract::<Keywords<'_>>()?.options()?;
        let Source { name, kind, bytes } = Source::of(source)?;
        options.input = kind;
        let reading: Box<dyn Reading> = match &self.pool {
            Some(pool) => Box::new(Sandboxed::new(pool.clone(), bytes, options)?),
            None => Box::new(InProcess::new(self.engine(py)?, bytes, options)?),
        };
        Ok((reading, name))
    }

    /// The engine of this process. That of a parent has threads that a child lacks.
    fn engine(&self, py: Python<'_>) -> PyResult<Arc<Engine>> {
        let process = std::process::id();
        let lock = || self.engine.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((owner, engine)) = &*lock()
            && *owner == process
        {
            return Ok(engine.clone());
        }
        let options =
            self.threads.map_or_else(EngineOptions::new, |it| EngineOptions::new().threads(it));
        let load = || panics::contain(|| Engine::with_options(Models::shipped(), options));
        let engine = match detached(py, load) {
            Ok(Ok(engine)) => Arc::new(engine),
            Ok(Err(error)) => {
                return Err(Failure::from(PictureError::from(error)).exception(py, None));
            }
            Err(panic) => return Err(Failure::from(panic).exception(py, None)),
        };
        let before = lock().replace((process, engine.clone()));
        if before.as_ref().is_some_and(|(owner, _)| *owner != process) {
            std::mem::forget(before);
        }
        Ok(engine)
    }
}

/// The pages of a file as a document, with a warning for each that was not read.
fn all_pages(
    py: Python<'_>,
    mut reading: Box<dyn Reading>,
    name: Option<String>,
    running_heads: bool,
) -> PyResult<Document> {
    let mut pages: Vec<Arc<PageData>> = Vec::new();
    let end = loop {
        match reading.next(py)? {
            Step::Page(page) if running_heads => pages.push(Arc::new(page)),
            Step::Page(page) => pages.push(Arc::new(page.without_running_heads())),
            Step::End(failure) => break failure,
        }
    };
    let first = pages.iter().find_map(|page| page.failure.clone());
    if pages.iter().all(|page| page.failure.is_some()) {
        let failure = end.or(first).unwrap_or_else(Failure::no_such_page);
        return Err(failure.exception(py, name.as_deref()));
    }
    if let Some(failure) = end {
        pages.push(Arc::new(PageData::failed(reading.number(), failure)));
    }
    for page in &pages {
        if let Some(failure) = &page.failure {
            let error = failure.exception(py, name.as_deref());
            let sentence = format!("page {} was not read: {}", page.number, error.value(py));
            py.import("imagetotext._warn")?.call_method1("unread_page", (sentence,))?;
        }
    }
    Ok(Document::new(pages, name))
}
