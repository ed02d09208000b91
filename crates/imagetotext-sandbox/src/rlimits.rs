//! Resource limits of a process (`setrlimit`).

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use rustix::time::{ClockId, clock_gettime};

use crate::Status;

/// Standard input, output and error.
const STANDARD_DESCRIPTORS: u64 = 3;

/// Lowers a limit for good: it cannot be raised again.
pub(super) fn limit(resource: Resource, max: u64) -> Status {
    let max = getrlimit(resource).maximum.map_or(max, |hard| hard.min(max));
    Status::of(setrlimit(resource, Rlimit { current: Some(max), maximum: Some(max) }))
}

pub(super) fn no_core_dumps() -> Status {
    limit(Resource::Core, 0)
}

/// Fails whatever would open a descriptor: files, sockets, pipes. Open ones stay open.
pub(super) fn no_descriptors() -> Status {
    limit(Resource::Nofile, STANDARD_DESCRIPTORS)
}

/// Limits memory to what is in use now and `more` bytes.
#[cfg(target_os = "linux")]
pub(super) fn memory(more: u64) -> Status {
    let Some([address_space, data]) = memory_in_use() else {
        return Status::Failed("the memory in use is unknown".into());
    };
    // For most threads the allocator of glibc reserves 64 MiB of address space, which is not memory
    // (`HEAP_MAX_SIZE`), and for a moment twice that.
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get) as u64;
    let reserved = (threads + 1) * (128 << 20);
    let address_space = limit(Resource::As, address_space + more + reserved);
    address_space.and(limit(Resource::Data, data + more))
}

/// Bytes of address space in use, and bytes of private writable memory.
#[cfg(target_os = "linux")]
fn memory_in_use() -> Option<[u64; 2]> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let field = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name))?;
        let kibibytes: u64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
        Some(kibibytes << 10)
    };
    Some([field("VmSize:")?, field("VmData:")?])
}

/// The limit of processor time, which can be renewed.
#[derive(Debug)]
pub(super) struct CpuTimeLimit {
    seconds: u64,
    /// The hard limit, in seconds since the process began.
    hard: Option<u64>,
    status: Status,
}

impl CpuTimeLimit {
    /// So many seconds from now on.
    pub(super) fn new(seconds: u64) -> Self {
        let hard = getrlimit(Resource::Cpu).maximum;
        let mut limit = Self { seconds, hard, status: Status::Enforced };
        limit.status = Status::of(limit.set());
        limit
    }

    pub(super) fn status(&self) -> Status {
        self.status.clone()
    }

    pub(super) fn renew(&self) {
        // If this fails, the old limit stays.
        let _ = self.set();
    }

    fn set(&self) -> rustix::io::Result<()> {
        let used = clock_gettime(ClockId::ProcessCPUTime).tv_sec as u64;
        let end = used.saturating_add(self.seconds);
        let end = self.hard.map_or(end, |hard| hard.min(end));
        setrlimit(Resource::Cpu, Rlimit { current: Some(end), maximum: self.hard })
    }
}
