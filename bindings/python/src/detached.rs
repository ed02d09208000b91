//! Calls from Python, and work while other threads of Python run.
//!
//! Before Python 3.14 a thread that wants the lock of an interpreter which has ended is ended itself, and with it the
//! process: the stack of Rust cannot be left that way. So the interpreter ends when no thread in a call from Python has
//! its lock or wants it; those that come later wait here for ever.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread::{self, ThreadId};
use std::time::{Duration, Instant};

use pyo3::prelude::*;

/// The thread that ends the interpreter, as soon as it does.
static ENDED_BY: OnceLock<ThreadId> = OnceLock::new();
/// How many threads in a call have the lock, want it, or have lent it to Python code; above it the process that has
/// them: a child has none of the threads of its parent.
static ATTACHED: AtomicU64 = AtomicU64::new(0);
/// How long the end of the program waits for them. Code of others may never come back, such as the `convert` of a
/// picture that waits for this very thread.
const LONGEST_WAIT: Duration = Duration::from_secs(10);

/// Does `work`, the whole of a call that runs Python code or detaches from the interpreter.
pub(crate) fn call<T>(py: Python<'_>, work: impl FnOnce() -> T) -> T {
    if has_ended() {
        py.detach(wait_for_ever);
    }
    let _attached = Counted::new(1);
    work()
}

/// Does `work` without the lock of the interpreter, within a [`call`].
pub(crate) fn detached<T: Send>(py: Python<'_>, work: impl FnOnce() -> T + Send) -> T {
    py.detach(|| {
        let result = {
            let _detached = Counted::new(-1);
            work()
        };
        if has_ended() {
            count(-1);
            wait_for_ever();
        }
        result
    })
}

/// Runs when the interpreter is about to end: the threads that need its lock get it once more.
#[pyfunction]
pub(crate) fn end(py: Python<'_>) {
    let _ = ENDED_BY.set(thread::current().id());
    py.detach(|| {
        let begun = Instant::now();
        while attached() > 0 && begun.elapsed() < LONGEST_WAIT {
            thread::sleep(Duration::from_millis(1));
        }
    });
}

/// A change of the count that is taken back at the end, be it that of a panic.
struct Counted(i32);

impl Counted {
    fn new(change: i32) -> Self {
        count(change);
        Self(change)
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        count(-self.0);
    }
}

/// Whether another thread ends the interpreter.
fn has_ended() -> bool {
    ENDED_BY.get().is_some_and(|by| *by != thread::current().id())
}

fn wait_for_ever() {
    loop {
        thread::park();
    }
}

fn count(change: i32) {
    let update = |before| Some(with_count(threads(before).saturating_add_signed(change)));
    let _ = ATTACHED.fetch_update(Ordering::SeqCst, Ordering::SeqCst, update);
}

fn attached() -> u32 {
    threads(ATTACHED.load(Ordering::SeqCst))
}

fn with_count(threads: u32) -> u64 {
    u64::from(std::process::id()) << 32 | u64::from(threads)
}

/// How many there are in this process.
fn threads(attached: u64) -> u32 {
    if attached >> 32 == u64::from(std::process::id()) { attached as u32 } else { 0 }
}
