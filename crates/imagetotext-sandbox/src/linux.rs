//! Linux: resource limits, then Landlock, then seccomp, which would refuse the other two.

use rustix::process::{
    DumpableBehavior, Signal, set_dumpable_behavior, set_parent_process_death_signal,
};
use rustix::thread::set_no_new_privs;

use crate::{Limits, Restriction, Restrictions, Status, landlock, rlimits, seccomp};

pub(super) use rlimits::CpuTimeLimit;

pub(super) fn enter(limits: Limits) -> (Restrictions, CpuTimeLimit) {
    let mut restrictions = harden_process();
    let memory = rlimits::memory(limits.memory_bytes);
    let cpu_time = CpuTimeLimit::new(limits.cpu_seconds);
    restrictions.extend([
        (Restriction::Files, landlock::refuse_all()),
        (Restriction::Descriptors, rlimits::no_descriptors()),
        (Restriction::Memory, memory),
        (Restriction::CpuTime, cpu_time.status()),
    ]);
    let system_calls = seccomp::allow_computing_only();
    restrictions.push((Restriction::Processes, system_calls.clone()));
    restrictions.push((Restriction::SystemCalls, system_calls));
    (restrictions, cpu_time)
}

pub(super) fn harden_process() -> Restrictions {
    let mut core_dumps = rlimits::no_core_dumps();
    // Debug builds can be debugged.
    if cfg!(not(debug_assertions)) {
        core_dumps =
            core_dumps.and(Status::of(set_dumpable_behavior(DumpableBehavior::NotDumpable)));
    }
    vec![
        (Restriction::CoreDumps, core_dumps),
        (Restriction::Privileges, Status::of(set_no_new_privs(true))),
    ]
}

pub(super) fn refuse_network() -> Status {
    seccomp::refuse_network()
}

pub(super) fn exit_with_parent() {
    // If this fails, the end of standard input ends the process a little later.
    let _ = set_parent_process_death_signal(Some(Signal::KILL));
}
