//! Trying what the lock should refuse: what is in force is found out, not claimed.

use std::fs::File;
use std::io;
use std::process::Command;

use serde::{Deserialize, Serialize};

/// Something that a locked process should not be able to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Attempt {
    /// Opening a file that everybody may read.
    ReadFile,
    /// Making a file in the directory of temporary files.
    WriteFile,
    /// Making a socket of the internet protocol.
    Network,
    /// Starting another program.
    StartProgram,
    /// Becoming another program.
    BecomeProgram,
    /// Taking more memory than the limit, without using it.
    Memory,
}

/// How an [`Attempt`] ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Outcome {
    /// The system refused, with this error.
    Refused(String),
    /// The system was willing; nothing was done.
    Allowed,
    /// There is no such thing on this system.
    Unknown,
}

impl Attempt {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::ReadFile,
        Self::WriteFile,
        Self::Network,
        Self::StartProgram,
        Self::BecomeProgram,
        Self::Memory,
    ];
}

/// Tries `attempt` in this process, without leaving anything behind for others; `memory` is the limit
/// that was given to [`lock`](super::lock). For processes that end soon: memory that is granted is not
/// given back.
pub fn attempt(attempt: Attempt, memory: u64) -> Outcome {
    match attempt {
        Attempt::ReadFile => outcome(File::open(if cfg!(windows) { "NUL" } else { "/dev/null" })),
        Attempt::WriteFile => outcome(write_file()),
        Attempt::Network => network(),
        Attempt::StartProgram => start_program(),
        Attempt::BecomeProgram => become_program(),
        Attempt::Memory => take_memory(memory),
    }
}

fn outcome<T>(result: io::Result<T>) -> Outcome {
    match result {
        Ok(_) => Outcome::Allowed,
        Err(error) => Outcome::Refused(error.to_string()),
    }
}

fn write_file() -> io::Result<()> {
    let name = format!("imagetotext-attempt-{}", std::process::id());
    let path = std::env::temp_dir().join(name);
    File::create_new(&path)?;
    std::fs::remove_file(&path)
}

#[expect(clippy::disallowed_types, reason = "to see it refused; nothing is sent")]
fn network() -> Outcome {
    outcome(std::net::UdpSocket::bind("127.0.0.1:0"))
}

/// No such program exists: a system that gets as far as looking for it would have started one.
#[cfg(unix)]
const NO_PROGRAM: &str = "/imagetotext-no-such-program";

#[cfg(unix)]
fn start_program() -> Outcome {
    looked_for(Command::new(NO_PROGRAM).spawn().map(drop))
}

#[cfg(unix)]
fn become_program() -> Outcome {
    use std::os::unix::process::CommandExt as _;
    looked_for(Err(Command::new(NO_PROGRAM).exec()))
}

#[cfg(unix)]
fn looked_for(result: io::Result<()>) -> Outcome {
    match result {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Outcome::Allowed,
        result => outcome(result),
    }
}

/// Windows looks for the program first: one that exists is needed, and this one does.
#[cfg(not(unix))]
fn start_program() -> Outcome {
    use std::process::Stdio;
    let run = || {
        let mut command = Command::new(std::env::current_exe()?);
        command.arg("--version").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command.status()
    };
    outcome(run())
}

#[cfg(not(unix))]
fn become_program() -> Outcome {
    Outcome::Unknown
}

fn take_memory(limit: u64) -> Outcome {
    let mut block: Vec<u8> = Vec::new();
    // A little more: what was held when the limit was set, and given back since, may be taken again.
    let size = usize::try_from(limit + (limit >> 5)).unwrap_or(usize::MAX);
    match block.try_reserve_exact(size) {
        Ok(()) => {
            // Never touched, so it is addresses that are lost and not memory. Giving it back to an
            // allocator that wipes would touch all of it.
            std::mem::forget(block);
            Outcome::Allowed
        }
        Err(_) => Outcome::Refused("out of memory".into()),
    }
}
