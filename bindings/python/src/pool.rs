//! The workers of a reader: a few processes, each of which reads one file at a time.
//!
//! Only who holds the lock of the interpreter looks at them. A process is forked by such a thread, so the child never
//! finds them locked. It leaves those of its parent alone and starts its own.

use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use imagetotext_worker::{Config, Host, Worker};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use crate::detached::detached;
use crate::failure::Failure;

/// How long a thread waits before it looks again whether a worker is free.
const WAIT: Duration = Duration::from_millis(5);

/// Workers that wait, and how many read.
pub(crate) struct Pool {
    config: Config,
    most: NonZeroUsize,
    state: Mutex<State>,
}

struct State {
    /// The process that has started them.
    process: u32,
    reading: usize,
    idle: Vec<Worker>,
    is_closed: bool,
}

impl Pool {
    /// At most `most` workers at the same time.
    pub(crate) fn new(config: Config, most: NonZeroUsize) -> Self {
        let state =
            State { process: std::process::id(), reading: 0, idle: Vec::new(), is_closed: false };
        Self { config, most, state: Mutex::new(state) }
    }

    /// A worker, as soon as there is one.
    pub(crate) fn take(self: &Arc<Self>, py: Python<'_>) -> PyResult<Lease> {
        loop {
            {
                let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
                state.forget_those_of_parent();
                if state.is_closed {
                    return Err(PyValueError::new_err("this reader is closed"));
                }
                if state.reading < self.most.get() {
                    state.idle.retain(Worker::is_alive);
                    let worker = match state.idle.pop() {
                        Some(worker) => worker,
                        None => Host::new(self.config.clone())
                            .take()
                            .map_err(|error| Failure::from(error).exception(py, None))?,
                    };
                    state.reading += 1;
                    let process = state.process;
                    return Ok(Lease { pool: self.clone(), process, worker: Some(worker) });
                }
            }
            py.check_signals()?;
            detached(py, || thread::sleep(WAIT));
        }
    }

    /// Ends the workers that wait; those that read end with their reading.
    pub(crate) fn close(&self) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.forget_those_of_parent();
        state.is_closed = true;
        state.idle.clear();
    }
}

impl State {
    /// After a fork: dropping a worker would kill that of the parent.
    fn forget_those_of_parent(&mut self) {
        if self.process != std::process::id() {
            self.process = std::process::id();
            self.reading = 0;
            self.idle.drain(..).for_each(std::mem::forget);
        }
    }
}

impl Drop for State {
    fn drop(&mut self) {
        self.forget_those_of_parent();
    }
}

/// A worker that reads. Given back when dropped, or killed if it is not done.
pub(crate) struct Lease {
    pool: Arc<Pool>,
    process: u32,
    worker: Option<Worker>,
}

impl Lease {
    /// The worker.
    pub(crate) fn worker(&mut self) -> Option<&mut Worker> {
        self.worker.as_mut()
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        let Some(worker) = self.worker.take() else { return };
        if self.process != std::process::id() {
            std::mem::forget(worker);
            return;
        }
        let mut state = self.pool.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.reading = state.reading.saturating_sub(1);
        if worker.is_idle() && !state.is_closed {
            state.idle.push(worker);
        }
    }
}
