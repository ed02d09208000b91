//! Which threads a network runs on.

use std::sync::Arc;

/// Threads that networks share; a clone is another handle to the same threads.
#[derive(Debug, Clone)]
pub struct ThreadPool(Arc<rten::ThreadPool>);

impl ThreadPool {
    /// Starts `threads` threads; they end with the last handle.
    pub fn with_num_threads(threads: usize) -> Self {
        Self(Arc::new(rten::ThreadPool::with_num_threads(threads)))
    }

    /// Runs `task` on one of the threads while the calling thread waits. Parallel iterators of `rayon`
    /// inside of it use this pool. A thread of the pool runs it at once.
    pub fn run<R: Send>(&self, task: impl FnOnce() -> R + Send) -> R {
        self.0.run(task)
    }

    pub(crate) fn of_rten(&self) -> Arc<rten::ThreadPool> {
        Arc::clone(&self.0)
    }
}

/// How [`crate::Model::run`] spreads its work.
#[derive(Debug, Clone, Copy)]
pub enum Parallelism<'a> {
    /// All threads of the pool share each layer: for one large picture at a time.
    Pool(&'a ThreadPool),
    /// The calling thread does everything: for many small pictures at once, each on a thread of an outer
    /// parallel loop. Sharing a line of text among threads costs more than it gains.
    ///
    /// Where the processor has no AVX2, `rten-gemm` may still split a product among the threads of
    /// the `rayon` pool that the caller runs in. A network that only `rten` can run gets a thread of its
    /// own, for which the caller waits.
    CallingThread,
}
