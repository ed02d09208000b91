//! Work while other threads of Python run.
//!
//! Before Python 3.14 a thread that wants the lock of an interpreter which has ended is ended itself, and with it the
//! process: the stack of Rust cannot be left that way. At the end of the program such threads wait here for ever instead.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, ThreadId};
use std::time::Duration;

use pyo3::prelude::*;

/// The thread that ends the interpreter, as soon as it does.
static ENDED_BY: OnceLock<ThreadId> = OnceLock::new();
/// Threads that are about to get the lock.
static RETURNING: AtomicUsize = AtomicUsize::new(0);

/// Does `work` without the lock of the interpreter.
pub(crate) fn detached<T: Send>(py: Python<'_>, work: impl FnOnce() -> T + Send) -> T {
    let result = py.detach(|| {
        let result = work();
        RETURNING.fetch_add(1, Ordering::SeqCst);
        if ENDED_BY.get().is_some_and(|by| *by != thread::current().id()) {
            RETURNING.fetch_sub(1, Ordering::SeqCst);
            loop {
                thread::park();
            }
        }
        result
    });
    RETURNING.fetch_sub(1, Ordering::SeqCst);
    result
}

/// Runs when the interpreter is about to end: the threads that wait for its lock get it once more.
#[pyfunction]
pub(crate) fn end(py: Python<'_>) {
    let _ = ENDED_BY.set(thread::current().id());
    py.detach(|| {
        while RETURNING.load(Ordering::SeqCst) > 0 {
            thread::sleep(Duration::from_millis(1));
        }
    });
}
