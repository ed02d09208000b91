//! When a worker was sent a piece of a file.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use tokio::time::Instant;

/// The time of the last piece, shared with the thread that sends.
#[derive(Debug)]
pub(crate) struct LastSent {
    start: Instant,
    /// Milliseconds from `start`.
    after: AtomicU64,
}

impl LastSent {
    /// Now, as if something had been sent.
    pub(crate) fn now() -> Self {
        Self { start: Instant::now(), after: AtomicU64::new(0) }
    }

    /// A piece has been sent.
    pub(crate) fn renew(&self) {
        let after = u64::try_from(self.start.elapsed().as_millis()).unwrap_or(u64::MAX);
        self.after.store(after, Ordering::Relaxed);
    }

    /// When that was.
    pub(crate) fn time(&self) -> Instant {
        self.start + Duration::from_millis(self.after.load(Ordering::Relaxed))
    }
}
