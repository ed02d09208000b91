//! The lock on processes that read pictures: what they could do with a file, a network or another
//! program is taken away before the first byte of a picture is looked at.
//!
//! Picture decoders meet files made by strangers. Should one of them be tricked, then whoever did it
//! finds himself in a process that computes, reads standard input, writes standard output and is
//! refused everything else. A reading process calls [`lock`] once its models are loaded. Every
//! process calls [`no_traces`] when it starts, and one that shows a web view [`refuse_network`].
//!
//! | | Linux | Windows | macOS |
//! |---|---|---|---|
//! | open or make files | refused: seccomp, Landlock, no free descriptors | allowed | refused: no free descriptors |
//! | sockets of any kind | refused: seccomp, Landlock, no free descriptors | allowed | refused: no free descriptors |
//! | start programs | refused: seccomp | refused: job object | refused: no further processes |
//! | become another program | refused: seccomp | cannot be done | allowed |
//! | look into or signal other processes | refused: seccomp | allowed | allowed |
//! | make memory executable | refused: seccomp | allowed | allowed |
//! | memory | bounded | bounded | not bounded |
//! | processor time | bounded | not bounded | bounded |
//! | core dumps | none | not ours to decide | none |
//! | new privileges (set-user-ID) | none | – | allowed |
//!
//! seccomp holds for all threads, those that exist already among them. Landlock holds for the
//! thread that calls [`lock`] and those that it starts, from Linux 7.0 on for all. A kernel may lack
//! either: [`Lock`] tells what is in force, and [`attempt`] tries it. On Windows and macOS more
//! would take an installed and signed package (`AppContainer`, App Sandbox).

mod attempts;
#[cfg(target_os = "linux")]
mod calls;
#[cfg(target_os = "linux")]
mod files;
#[cfg(windows)]
#[expect(unsafe_code, reason = "no crate of safe functions offers these limits")]
mod job_object;
#[cfg(unix)]
mod limits;
mod pipes;
#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(windows, path = "windows.rs")]
#[cfg_attr(not(any(target_os = "linux", windows)), path = "unix.rs")]
mod system;

use serde::{Deserialize, Serialize};

pub use attempts::{Attempt, Outcome, attempt};
pub use pipes::{Input, Output, input, output};

/// A variable, name and value, that makes reading processes a tenth faster where the C library is
/// glibc: it asks the system for memory in large pages, of which a process gets ready sooner
/// (`glibc.malloc.hugetlb` in the manual of glibc). Elsewhere it means nothing.
pub const LARGE_PAGES: (&str, &str) = ("GLIBC_TUNABLES", "glibc.malloc.hugetlb=1");

/// How much a locked process may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of memory beyond what the process holds when it is locked.
    pub memory: u64,
    /// Seconds of processor time, over all its threads, until [`Lock::more_time`] is called.
    pub cpu_seconds: u64,
}

impl Default for Limits {
    /// Enough for the largest picture that is read: 120 million pixels, which take 1.5 GiB and, on
    /// slow processors, minutes.
    fn default() -> Self {
        Self { memory: 3 << 30, cpu_seconds: 900 }
    }
}

/// One thing that is kept from happening.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Measure {
    /// System calls other than those of computing, of standard input and output (seccomp).
    Calls,
    /// Files and network connections, once more, by another part of the system (Landlock).
    Files,
    /// File descriptors beyond the standard ones.
    Descriptors,
    /// Other programs.
    Processes,
    /// More memory than the limit.
    Memory,
    /// More processor time than the limit.
    Time,
    /// Memory written into core dumps, or shown to other programs of the same person.
    Dumps,
    /// Privileges that the person does not have (set-user-ID programs).
    Privileges,
    /// Sockets other than those within the computer.
    Network,
}

/// Whether a [`Measure`] holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum State {
    /// It does.
    InForce,
    /// Only in part: a kernel that is too old for the rest, or only some threads.
    InPart,
    /// This kind of system does not offer it to programs without special signing.
    NotOffered,
    /// This very system refused it, with these words.
    Failed(String),
}

impl State {
    /// In force unless `outcome` is an error.
    fn of<T, E: std::fmt::Display>(outcome: Result<T, E>) -> Self {
        match outcome {
            Ok(_) => Self::InForce,
            Err(error) => Self::Failed(error.to_string()),
        }
    }

    /// Both: the weaker one tells.
    #[cfg(target_os = "linux")]
    fn and(self, other: Self) -> Self {
        if self == Self::InForce { other } else { self }
    }
}

/// Measures and whether they hold.
pub type States = Vec<(Measure, State)>;

/// A locked process.
#[derive(Debug)]
pub struct Lock {
    states: States,
    time: system::Time,
}

impl Lock {
    /// What holds now, measure by measure.
    pub fn states(&self) -> &States {
        &self.states
    }

    /// Starts the count of [`Limits::cpu_seconds`] anew; called before each picture.
    pub fn more_time(&self) {
        self.time.renew();
    }
}

/// Locks this process for the rest of its life. It keeps standard input, output and error (no other
/// descriptor, even when it was open before), memory and threads; everything else fails with an
/// error, "not permitted" as a rule. [`input`] and [`output`] leave nothing behind in buffers.
///
/// Called after loading the models, which asks the system for the number of cores,
/// and before the first byte of a picture. Never fails as a whole: what a system lacks stands in
/// [`Lock::states`].
pub fn lock(limits: Limits) -> Lock {
    system::lock(limits)
}

/// Leaves nothing behind for others: no core dumps, no new privileges and, except in debug builds,
/// no look into the memory for debuggers and other programs of the same person. Holds for what this
/// process starts as well, but for the last. Called first thing in `main`.
pub fn no_traces() -> States {
    system::no_traces()
}

/// Refuses sockets to this process, all its threads and all that they start, except those within
/// the computer: between processes (`AF_UNIX`) and with the kernel (`AF_NETLINK`). Called before a
/// web view starts its processes. Linux only.
pub fn refuse_network() -> State {
    system::refuse_network()
}

/// Ends this process when the thread that started it ends, so that a reader does not outlive a
/// program that was killed. Linux only; elsewhere a reader ends when its standard input does.
pub fn end_with_parent() {
    system::end_with_parent();
}
