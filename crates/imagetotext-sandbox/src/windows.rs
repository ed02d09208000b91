//! Windows: a job object for this process alone.

use crate::{Limits, Restriction, Restrictions, Status, job_object};

/// Processor time is not limited: the process that started a worker kills it when it takes too long.
#[derive(Debug)]
pub(super) struct CpuTimeLimit;

impl CpuTimeLimit {
    #[expect(clippy::unused_self, reason = "other systems use it")]
    pub(super) fn renew(&self) {}
}

pub(super) fn enter(limits: Limits) -> (Restrictions, CpuTimeLimit) {
    let job = Status::of(job_object::limit_process(limits.memory_bytes));
    let mut restrictions = harden_process();
    restrictions.extend([
        (Restriction::SystemCalls, Status::Unsupported),
        (Restriction::Files, Status::Unsupported),
        (Restriction::Descriptors, Status::Unsupported),
        (Restriction::Processes, job.clone()),
        (Restriction::Memory, job),
        (Restriction::CpuTime, Status::Unsupported),
    ]);
    (restrictions, CpuTimeLimit)
}

pub(super) fn harden_process() -> Restrictions {
    vec![
        (Restriction::CoreDumps, Status::Unsupported),
        (Restriction::Privileges, Status::Unsupported),
    ]
}

pub(super) fn refuse_network() -> Status {
    Status::Unsupported
}

pub(super) fn exit_with_parent() {}
