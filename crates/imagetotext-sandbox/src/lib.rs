//! A sandbox that a process enters by itself: afterwards it computes, reads standard input, writes
//! standard output, and is refused everything else that the system can refuse.
//!
//! It is meant for a worker process that parses untrusted files: should one of them exploit the
//! parser, then there is nothing to gain in that process. Every process of a program calls
//! [`harden_process`] first thing in `main`. A worker opens what it needs, calls [`enter`], and only
//! then reads its input.
//!
//! ```standalone_crate
//! use std::io::{self, Read as _, Write as _};
//! use imagetotext_sandbox::{self as sandbox, Limits, Probe, ProbeResult};
//!
//! # fn main() -> io::Result<()> {
//! sandbox::harden_process();
//! sandbox::exit_with_parent();
//! // Here a worker loads its models and starts its threads: both need what will be refused.
//! let limits = Limits { memory_bytes: 64 << 20, cpu_seconds: 10 };
//! let sandbox = sandbox::enter(limits);
//!
//! let mut bytes = Vec::new();
//! sandbox::stdin().read_to_end(&mut bytes)?;
//! writeln!(sandbox::stdout(), "{} bytes", bytes.len())?;
//! sandbox.renew_cpu_time();
//!
//! for (restriction, status) in sandbox.restrictions() {
//!     writeln!(sandbox::stdout(), "{restriction:?}: {status:?}")?;
//! }
//! # if cfg!(target_os = "linux") {
//! // What is enforced can be tried. On Linux:
//! let open_a_file = sandbox::probe(Probe::ReadFile, limits);
//! assert!(matches!(open_a_file, ProbeResult::Refused(_)));
//! # }
//! # Ok(())
//! # }
//! ```
//!
//! # What is enforced where
//!
//! | | Linux | Windows | macOS |
//! |---|---|---|---|
//! | open or create files | refused: seccomp, Landlock, no free descriptors | allowed | refused: no free descriptors |
//! | sockets of any kind | refused: seccomp, Landlock, no free descriptors | allowed | refused: no free descriptors |
//! | start programs | refused: seccomp | refused: job object | refused: no further processes |
//! | become another program (exec) | refused: seccomp | does not exist | allowed |
//! | inspect or signal other processes | refused: seccomp | allowed | allowed |
//! | make memory executable | refused: seccomp | allowed | allowed |
//! | memory | limited | limited | not limited |
//! | processor time | limited | not limited | limited |
//! | core dumps | none | up to the system's settings | none |
//! | new privileges (set-user-ID) | none | does not exist | allowed |
//!
//! seccomp covers all threads, including those that exist already. Landlock covers the thread that
//! calls [`enter`] and those that it starts; from Linux 7.0 on, all. A kernel may lack either:
//! [`Sandbox::restrictions`] says what is enforced, and [`probe()`] tries it. On Windows and macOS more
//! would take an installed and signed package (`AppContainer`, App Sandbox).

#[cfg(windows)]
#[expect(unsafe_code, reason = "no crate of safe functions offers job objects")]
mod job_object;
#[cfg(target_os = "linux")]
mod landlock;
mod limits;
mod probe;
mod restriction;
#[cfg(unix)]
mod rlimits;
#[cfg(target_os = "linux")]
mod seccomp;
mod stdio;
#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(windows, path = "windows.rs")]
#[cfg_attr(not(any(target_os = "linux", windows)), path = "unix.rs")]
mod system;

pub use limits::Limits;
pub use probe::{Probe, ProbeResult, probe};
pub use restriction::{Restriction, Restrictions, Status};
pub use stdio::{Stdin, Stdout, stdin, stdout};

/// An environment variable, name and value, that makes a child process start faster where the C library
/// is glibc: its allocator asks for huge pages, which take fewer page faults (`glibc.malloc.hugetlb` in
/// the manual of glibc). The workers of ImageToText are a tenth faster with it. Elsewhere it does
/// nothing.
pub const HUGE_PAGES: (&str, &str) = ("GLIBC_TUNABLES", "glibc.malloc.hugetlb=1");

/// The sandbox that this process is in, from [`enter`]. Dropping it changes nothing: there is no way
/// out.
#[derive(Debug)]
pub struct Sandbox {
    restrictions: Restrictions,
    cpu_time: system::CpuTimeLimit,
}

impl Sandbox {
    /// What is enforced on this computer.
    pub fn restrictions(&self) -> &Restrictions {
        &self.restrictions
    }

    /// Grants [`Limits::cpu_seconds`] from now on. A worker calls it before each input.
    pub fn renew_cpu_time(&self) {
        self.cpu_time.renew();
    }
}

/// Puts this process into the sandbox for the rest of its life. It keeps memory, threads and standard
/// input, output and error. No other descriptor can be opened or, on Linux, be read and written if it is
/// open already. Everything else fails with an error, as a rule "operation not permitted".
///
/// Call it after what needs the system (the number of cores, files, models) and before the first byte of
/// untrusted input. It never fails as a whole: [`Sandbox::restrictions`] has what this system lacks.
pub fn enter(limits: Limits) -> Sandbox {
    let (restrictions, cpu_time) = system::enter(limits);
    Sandbox { restrictions, cpu_time }
}

/// Keeps the memory of this process from others: no core dumps, no new privileges and, except in debug
/// builds, no access for debuggers and other programs of the same user. Child processes inherit all but
/// the last. Call it first thing in `main`.
pub fn harden_process() -> Restrictions {
    system::harden_process()
}

/// Refuses sockets that lead out of the computer to this process, its threads and its future children.
/// Sockets between processes (`AF_UNIX`) and to the kernel (`AF_NETLINK`) remain. Linux only.
///
/// For processes that cannot [`enter`] the sandbox, such as one that shows a web view.
pub fn refuse_network() -> Status {
    system::refuse_network()
}

/// Kills this process when the thread that started it ends, so that a worker does not outlive a program
/// that was killed. Linux only; elsewhere a worker should end with its standard input.
pub fn exit_with_parent() {
    system::exit_with_parent();
}
