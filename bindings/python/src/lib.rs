//! The Python package `imagetotext`, native part: everything that `python/imagetotext/__init__.py` offers is here.
//!
//! Pictures are read by workers ([`sandboxed`]) or, if the caller asks for that, in this process ([`in_process`]). While
//! they are, other threads of Python run. State that threads share is looked at only by who holds the lock of the
//! interpreter, so that a process can be forked at any time.

mod detached;
mod document;
mod elements;
mod failure;
mod in_process;
mod options;
mod pages;
mod pool;
mod program;
mod reader;
mod reading;
mod sandboxed;
mod source;

use pyo3::prelude::*;

/// Overwrites every block of memory with zeros when it is given back, as in the other programs.
#[global_allocator]
static ALLOCATOR: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);

/// The native part of `imagetotext`.
#[pymodule(gil_used = true)]
mod _native {
    use pyo3::prelude::*;

    #[pymodule_export]
    use crate::document::{Document, Page};
    #[pymodule_export]
    use crate::elements::{Block, Cell, Code, Line, Table, Word};
    #[pymodule_export]
    use crate::pages::PageIterator;
    #[pymodule_export]
    use crate::reader::Reader;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        // The message of a panic may quote a text.
        imagetotext_worker::panics::silence();
        let end = wrap_pyfunction!(crate::detached::end, module)?;
        module.py().import("atexit")?.call_method1("register", (end,))?;
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }
}
