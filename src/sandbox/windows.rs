//! Windows: a job object that holds this process alone.

use win32job::{Job, JobError};

use super::{Limits, Lock, Measure, State, States};

/// `JOB_OBJECT_LIMIT_ACTIVE_PROCESS` and `JOB_OBJECT_LIMIT_PROCESS_MEMORY` of `winnt.h`.
const ACTIVE_PROCESS: u32 = 0x0000_0008;
const PROCESS_MEMORY: u32 = 0x0000_0100;

/// Processor time is not bounded: what starts a reader ends it when it takes too long.
#[derive(Debug)]
pub(super) struct Time;

impl Time {
    #[expect(clippy::unused_self, reason = "other systems need it")]
    pub(super) fn renew(&self) {}
}

pub(super) fn lock(limits: Limits) -> Lock {
    let job = State::of(confine(limits.memory));
    let mut states = no_traces();
    states.extend([
        (Measure::Calls, State::NotOffered),
        (Measure::Files, State::NotOffered),
        (Measure::Descriptors, State::NotOffered),
        (Measure::Processes, job.clone()),
        (Measure::Memory, job),
        (Measure::Time, State::NotOffered),
    ]);
    Lock { states, time: Time }
}

fn confine(memory: u64) -> Result<(), JobError> {
    let job = Job::create()?;
    let mut info = job.query_extended_limit_info()?;
    info.0.BasicLimitInformation.LimitFlags.0 |= ACTIVE_PROCESS | PROCESS_MEMORY;
    info.0.BasicLimitInformation.ActiveProcessLimit = 1;
    info.0.ProcessMemoryLimit = usize::try_from(memory).unwrap_or(usize::MAX);
    job.set_extended_limit_info(&info)?;
    job.assign_current_process()?;
    // A job lives as long as the process in it, with or without this handle.
    drop(job);
    Ok(())
}

pub(super) fn no_traces() -> States {
    vec![(Measure::Dumps, State::NotOffered), (Measure::Privileges, State::NotOffered)]
}

pub(super) fn refuse_network() -> State {
    State::NotOffered
}

pub(super) fn end_with_parent() {}
