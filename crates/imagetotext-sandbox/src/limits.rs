//! How much a sandboxed process may use.

/// How much a sandboxed process may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of memory beyond those in use when the process enters the sandbox.
    pub memory_bytes: u64,
    /// Seconds of processor time, summed over all threads, until
    /// [`Sandbox::renew_cpu_time`](crate::Sandbox::renew_cpu_time) is called.
    pub cpu_seconds: u64,
}

impl Default for Limits {
    /// 3 GiB and 15 minutes. The largest picture that ImageToText reads, 120 million pixels, takes 1.5
    /// GiB and, on slow processors, minutes.
    fn default() -> Self {
        Self { memory_bytes: 3 << 30, cpu_seconds: 15 * 60 }
    }
}
