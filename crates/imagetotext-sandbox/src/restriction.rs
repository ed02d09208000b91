//! What is restricted, and whether the system enforces it.

use std::fmt::Display;

use serde::{Deserialize, Serialize};

/// One thing that a process is kept from doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Restriction {
    /// System calls other than those of computing and of standard input and output (seccomp).
    SystemCalls,
    /// Files, ports and signals to other processes, refused by a second part of the kernel (Landlock).
    Files,
    /// File descriptors beyond standard input, output and error.
    Descriptors,
    /// Other programs.
    Processes,
    /// More memory than the limit.
    Memory,
    /// More processor time than the limit.
    CpuTime,
    /// Memory in core dumps, or shown to other programs of the same user.
    CoreDumps,
    /// Privileges that the user does not have (set-user-ID programs).
    Privileges,
    /// Sockets that lead out of the computer.
    Network,
}

/// Whether a [`Restriction`] is enforced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Status {
    /// It is.
    Enforced,
    /// The kernel is too old to enforce all of it.
    PartiallyEnforced,
    /// This kind of system does not offer it, or only to signed programs.
    Unsupported,
    /// The system refused to enforce it, for this reason.
    Failed(String),
}

/// Restrictions and whether they are enforced.
pub type Restrictions = Vec<(Restriction, Status)>;

impl Status {
    /// Enforced unless `result` is an error.
    pub(crate) fn of<T, E: Display>(result: Result<T, E>) -> Self {
        match result {
            Ok(_) => Self::Enforced,
            Err(error) => Self::Failed(error.to_string()),
        }
    }

    /// Enforced only if both are.
    #[cfg(target_os = "linux")]
    pub(crate) fn and(self, other: Self) -> Self {
        if self == Self::Enforced { other } else { self }
    }
}
