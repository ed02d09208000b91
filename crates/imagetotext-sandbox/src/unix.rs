//! macOS and other Unix systems: resource limits only.

use rustix::process::Resource;

use crate::{Limits, Restriction, Restrictions, Status, rlimits};

pub(super) use rlimits::CpuTimeLimit;

pub(super) fn enter(limits: Limits) -> (Restrictions, CpuTimeLimit) {
    let mut restrictions = harden_process();
    let cpu_time = CpuTimeLimit::new(limits.cpu_seconds);
    restrictions.extend([
        (Restriction::SystemCalls, Status::Unsupported),
        (Restriction::Files, Status::Unsupported),
        (Restriction::Descriptors, rlimits::no_descriptors()),
        // Counts the processes of the user, of which this is one.
        (Restriction::Processes, rlimits::limit(Resource::Nproc, 1)),
        // macOS accepts a limit of the address space and does not enforce it.
        (Restriction::Memory, Status::Unsupported),
        (Restriction::CpuTime, cpu_time.status()),
    ]);
    (restrictions, cpu_time)
}

pub(super) fn harden_process() -> Restrictions {
    vec![
        (Restriction::CoreDumps, rlimits::no_core_dumps()),
        (Restriction::Privileges, Status::Unsupported),
    ]
}

pub(super) fn refuse_network() -> Status {
    Status::Unsupported
}

pub(super) fn exit_with_parent() {}
