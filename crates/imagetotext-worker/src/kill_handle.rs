//! A worker process, to be killed from anywhere.

use std::process::Child;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::exit_cause::ExitCause;

/// Kills a worker, from any thread and at any time.
#[derive(Debug, Clone)]
pub struct KillHandle(Arc<Mutex<Child>>);

impl KillHandle {
    pub(crate) fn new(child: Child) -> Self {
        Self(Arc::new(Mutex::new(child)))
    }

    /// Kills the process and waits until it is gone, and with it what it had of a picture.
    pub fn kill(&self) {
        let mut child = self.child();
        // It may have ended by itself: then there is nothing to do.
        let _ = child.kill();
        let _ = child.wait();
    }

    /// Why the process said no more: a status that was there already outlives the kill.
    pub(crate) fn exit_cause(&self) -> ExitCause {
        let mut child = self.child();
        let _ = child.kill();
        child.wait().map_or(ExitCause::Crashed, ExitCause::from)
    }

    pub(crate) fn child(&self) -> MutexGuard<'_, Child> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
