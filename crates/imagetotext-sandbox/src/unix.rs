//! macOS and other Unix systems: limits only.

use rustix::process::Resource;

use super::{Limits, Lock, Measure, State, States, limits};

pub(super) use limits::Time;

pub(super) fn lock(limits: Limits) -> Lock {
    let mut states = no_traces();
    let time = Time::limited(limits.cpu_seconds);
    states.extend([
        (Measure::Calls, State::NotOffered),
        (Measure::Files, State::NotOffered),
        (Measure::Descriptors, limits::no_descriptors()),
        // Counts the processes of the person, of which there is one already.
        (Measure::Processes, limits::at_most(Resource::Nproc, 1)),
        // A limit of the address space is accepted by macOS and not obeyed.
        (Measure::Memory, State::NotOffered),
        (Measure::Time, time.state()),
    ]);
    Lock { states, time }
}

pub(super) fn no_traces() -> States {
    vec![(Measure::Dumps, limits::no_dumps()), (Measure::Privileges, State::NotOffered)]
}

pub(super) fn refuse_network() -> State {
    State::NotOffered
}

pub(super) fn end_with_parent() {}
