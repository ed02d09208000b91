//! The pages of a file as an iterator of Python.

use std::sync::{Arc, Mutex, TryLockError};

use pyo3::exceptions::{PyRuntimeError, PyValueError};
use pyo3::prelude::*;

use crate::detached::call;
use crate::document::Page;
use crate::failure::Failure;
use crate::reading::{Reading, Step};

/// Pages, read when they are asked for, and one or two ahead.
#[pyclass(frozen, module = "imagetotext._native")]
pub(crate) struct PageIterator {
    /// The reading until it has ended, and whether it gave a page.
    reading: Mutex<(Option<Box<dyn Reading>>, bool)>,
    name: Option<String>,
    running_heads: bool,
    process: u32,
}

impl PageIterator {
    pub(crate) fn new(
        reading: Box<dyn Reading>,
        name: Option<String>,
        running_heads: bool,
    ) -> Self {
        let (reading, process) = (Mutex::new((Some(reading), false)), std::process::id());
        Self { reading, name, running_heads, process }
    }
}

#[pymethods]
impl PageIterator {
    fn __iter__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __next__(&self, py: Python<'_>) -> PyResult<Option<Page>> {
        if self.process != std::process::id() {
            return Err(PyRuntimeError::new_err("another process has begun to read these pages"));
        }
        call(py, || self.next(py))
    }
}

impl PageIterator {
    fn next(&self, py: Python<'_>) -> PyResult<Option<Page>> {
        // Who waited for the other thread would keep the lock of the interpreter, which that one needs.
        let mut state = match self.reading.try_lock() {
            Ok(state) => state,
            Err(TryLockError::Poisoned(state)) => state.into_inner(),
            Err(TryLockError::WouldBlock) => {
                return Err(PyValueError::new_err("another thread waits for a page already"));
            }
        };
        let (reading, any) = &mut *state;
        let Some(current) = reading else { return Ok(None) };
        match current.next(py) {
            Ok(Step::Page(page)) => {
                *any = true;
                let page = if self.running_heads { page } else { page.without_running_heads() };
                Ok(Some(Page::new(Arc::new(page), self.name.clone())))
            }
            Ok(Step::End(failure)) => {
                *reading = None;
                let failure = failure.or_else(|| (!*any).then(Failure::no_such_page));
                failure.map_or(Ok(None), |it| Err(it.exception(py, self.name.as_deref())))
            }
            Err(error) => {
                *reading = None;
                Err(error)
            }
        }
    }
}
