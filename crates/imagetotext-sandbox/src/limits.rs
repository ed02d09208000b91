//! Limits that the system keeps for a process (setrlimit).

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use rustix::time::{ClockId, clock_gettime};

use super::State;

/// Standard input, output and error.
const STANDARD: u64 = 3;

/// Refuses more than `most` of `resource`, for ever.
pub(super) fn at_most(resource: Resource, most: u64) -> State {
    let most = getrlimit(resource).maximum.map_or(most, |maximum| maximum.min(most));
    State::of(setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) }))
}

pub(super) fn no_dumps() -> State {
    at_most(Resource::Core, 0)
}

/// Whatever would open a descriptor fails: files, sockets, pipes. Those that are open stay.
pub(super) fn no_descriptors() -> State {
    at_most(Resource::Nofile, STANDARD)
}

/// Bounds memory to what is held now and `more` bytes.
#[cfg(target_os = "linux")]
pub(super) fn memory(more: u64) -> State {
    let Some([space, data]) = held() else {
        return State::Failed("the system does not tell how much memory is held".into());
    };
    // The allocator reserves 64 MiB of addresses, not of memory, for most threads (glibc's
    // HEAP_MAX_SIZE), and twice that for a moment.
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get) as u64;
    let reserved = (threads + 1) * (128 << 20);
    let space = at_most(Resource::As, space + more + reserved);
    space.and(at_most(Resource::Data, data + more))
}

/// Bytes of addresses in use, and those of them that may be written.
#[cfg(target_os = "linux")]
fn held() -> Option<[u64; 2]> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let field = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name))?;
        let kibibytes: u64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
        Some(kibibytes << 10)
    };
    Some([field("VmSize:")?, field("VmData:")?])
}

/// The limit of processor time, which can be put off.
#[derive(Debug)]
pub(super) struct Time {
    seconds: u64,
    most: Option<u64>,
    state: State,
}

impl Time {
    /// So many seconds from now on.
    pub(super) fn limited(seconds: u64) -> Self {
        let most = getrlimit(Resource::Cpu).maximum;
        let mut time = Self { seconds, most, state: State::InForce };
        time.state = State::of(time.set());
        time
    }

    pub(super) fn state(&self) -> State {
        self.state.clone()
    }

    pub(super) fn renew(&self) {
        // When this fails, the old limit holds.
        let _ = self.set();
    }

    fn set(&self) -> rustix::io::Result<()> {
        let used = clock_gettime(ClockId::ProcessCPUTime).tv_sec as u64;
        let end = used.saturating_add(self.seconds);
        let end = self.most.map_or(end, |most| most.min(end));
        setrlimit(Resource::Cpu, Rlimit { current: Some(end), maximum: self.most })
    }
}
