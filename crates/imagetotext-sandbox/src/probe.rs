//! Tries what the sandbox should refuse, to find out what is really enforced.

use std::fs::File;
use std::io;
use std::process::Command;

use serde::{Deserialize, Serialize};

use crate::Limits;

/// Something that a sandboxed process should not be able to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Probe {
    /// Opening a file that everybody may read.
    ReadFile,
    /// Creating a file in the directory of temporary files.
    WriteFile,
    /// Opening a socket of the internet protocol.
    Network,
    /// Starting another program.
    StartProgram,
    /// Becoming another program (exec).
    ExecProgram,
    /// Allocating more memory than the limit, without using it.
    AllocateMemory,
}

/// The answer of the system to a [`Probe`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ProbeResult {
    /// It refused, with this error.
    Refused(String),
    /// It allowed it. What was opened or created is gone again.
    Allowed,
    /// There is no such thing on this system.
    NotApplicable,
}

impl Probe {
    /// All probes.
    pub const ALL: [Self; 6] = [
        Self::ReadFile,
        Self::WriteFile,
        Self::Network,
        Self::StartProgram,
        Self::ExecProgram,
        Self::AllocateMemory,
    ];
}

/// Tries `probe` in this process, in the sandbox or not; `limits` are those that
/// [`enter`](crate::enter) gets. Files and sockets are gone afterwards. Address space is not: call it
/// in a process that ends soon.
pub fn probe(probe: Probe, limits: Limits) -> ProbeResult {
    match probe {
        Probe::ReadFile => result_of(File::open(if cfg!(windows) { "NUL" } else { "/dev/null" })),
        Probe::WriteFile => result_of(write_file()),
        Probe::Network => open_socket(),
        Probe::StartProgram => start_program(),
        Probe::ExecProgram => exec_program(),
        Probe::AllocateMemory => allocate(limits.memory_bytes),
    }
}

fn result_of<T>(result: io::Result<T>) -> ProbeResult {
    match result {
        Ok(_) => ProbeResult::Allowed,
        Err(error) => ProbeResult::Refused(error.to_string()),
    }
}

fn write_file() -> io::Result<()> {
    let name = format!("imagetotext-probe-{}", std::process::id());
    let path = std::env::temp_dir().join(name);
    File::create_new(&path)?;
    std::fs::remove_file(&path)
}

#[expect(clippy::disallowed_types, reason = "the probe is whether it is refused; nothing is sent")]
fn open_socket() -> ProbeResult {
    result_of(std::net::UdpSocket::bind("127.0.0.1:0"))
}

/// No such program exists: a system that looks for it, and does not find it, would have started one.
#[cfg(unix)]
const NO_PROGRAM: &str = "/imagetotext-no-such-program";

#[cfg(unix)]
fn start_program() -> ProbeResult {
    allowed_if_not_found(Command::new(NO_PROGRAM).spawn().map(drop))
}

#[cfg(unix)]
fn exec_program() -> ProbeResult {
    use std::os::unix::process::CommandExt as _;
    allowed_if_not_found(Err(Command::new(NO_PROGRAM).exec()))
}

#[cfg(unix)]
fn allowed_if_not_found(result: io::Result<()>) -> ProbeResult {
    match result {
        Err(error) if error.kind() == io::ErrorKind::NotFound => ProbeResult::Allowed,
        result => result_of(result),
    }
}

/// Windows looks for the program first: one that exists is needed, and this one does.
#[cfg(not(unix))]
fn start_program() -> ProbeResult {
    use std::process::Stdio;
    let run = || {
        let mut command = Command::new(std::env::current_exe()?);
        command.arg("--version").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command.status()
    };
    result_of(run())
}

#[cfg(not(unix))]
fn exec_program() -> ProbeResult {
    ProbeResult::NotApplicable
}

fn allocate(limit: u64) -> ProbeResult {
    let mut block: Vec<u8> = Vec::new();
    // A 32nd more: what was freed since the limit was set may be allocated again.
    let size = usize::try_from(limit + (limit >> 5)).unwrap_or(usize::MAX);
    match block.try_reserve_exact(size) {
        Ok(()) => {
            // Never touched, so this leaks address space but no memory. An allocator that wipes would
            // touch all of it when it is freed.
            std::mem::forget(block);
            ProbeResult::Allowed
        }
        Err(_) => ProbeResult::Refused("out of memory".into()),
    }
}
