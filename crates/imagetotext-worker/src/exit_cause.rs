//! Why a worker ended, from its exit status.

use std::process::ExitStatus;

/// Why a worker ended before it was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ExitCause {
    Crashed,
    /// A Rust program that gets no memory aborts.
    OutOfMemory,
    /// It used up its processor time.
    #[cfg_attr(not(unix), expect(dead_code, reason = "only Unix limits it and says so"))]
    TimedOut,
}

#[cfg(unix)]
impl From<ExitStatus> for ExitCause {
    fn from(status: ExitStatus) -> Self {
        use std::os::unix::process::ExitStatusExt as _;
        /// Numbers of signal(7), the same on Linux and macOS.
        const SIGABRT: i32 = 6;
        const SIGXCPU: i32 = 24;
        match status.signal() {
            Some(SIGABRT) => Self::OutOfMemory,
            Some(SIGXCPU) => Self::TimedOut,
            _ => Self::Crashed,
        }
    }
}

#[cfg(windows)]
impl From<ExitStatus> for ExitCause {
    fn from(status: ExitStatus) -> Self {
        /// `STATUS_STACK_BUFFER_OVERRUN` of ntstatus.h: how a Rust program aborts.
        const ABORTED: i32 = 0xC000_0409_u32 as i32;
        if status.code() == Some(ABORTED) { Self::OutOfMemory } else { Self::Crashed }
    }
}
