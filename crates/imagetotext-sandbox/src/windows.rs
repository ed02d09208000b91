//! Windows: a job object that holds this process alone.

use super::{Limits, Lock, Measure, State, States, job_object};

/// Processor time is not bounded: what starts a reader ends it when it takes too long.
#[derive(Debug)]
pub(super) struct Time;

impl Time {
    #[expect(clippy::unused_self, reason = "other systems need it")]
    pub(super) fn renew(&self) {}
}

pub(super) fn lock(limits: Limits) -> Lock {
    let job = State::of(job_object::confine(limits.memory));
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

pub(super) fn no_traces() -> States {
    vec![(Measure::Dumps, State::NotOffered), (Measure::Privileges, State::NotOffered)]
}

pub(super) fn refuse_network() -> State {
    State::NotOffered
}

pub(super) fn end_with_parent() {}
