//! Which threads a network runs on.

use std::sync::Arc;

/// Threads that networks share. A clone is another handle to the same threads.
#[derive(Debug, Clone)]
pub struct ThreadPool(Arc<rten::ThreadPool>);

impl ThreadPool {
    /// Starts `threads` threads, which end with the last handle.
    pub fn with_num_threads(threads: usize) -> Self {
        Self(Arc::new(rten::ThreadPool::with_num_threads(threads)))
    }

    /// Runs `task` on a thread of the pool while the calling thread waits; a thread of the pool itself
    /// runs it at once. Parallel iterators of `rayon` within `task` use this pool.
    pub fn run<R: Send>(&self, task: impl FnOnce() -> R + Send) -> R {
        self.0.run(task)
    }

    pub(crate) fn rten_pool(&self) -> Arc<rten::ThreadPool> {
        Arc::clone(&self.0)
    }
}

/// How [`Model::run`](crate::Model::run) spreads its work.
#[derive(Debug, Clone, Copy)]
pub enum Parallelism<'a> {
    /// All threads of the pool share each layer: for one large picture at a time.
    Pool(&'a ThreadPool),
    /// The calling thread does everything: for many small pictures at once, each on a thread of an outer
    /// parallel loop. To share a small picture among threads costs more than it gains.
    ///
    /// Two exceptions: without AVX2, `rten-gemm` may split a product among the threads of the `rayon`
    /// pool that the caller belongs to; and for a [`RtenModel`](crate::RtenModel) the caller waits for
    /// a single thread that `rten` runs on.
    CallingThread,
}
