//! Linux: limits, then Landlock, then seccomp, which would refuse the others.

use rustix::process::{
    DumpableBehavior, Signal, set_dumpable_behavior, set_parent_process_death_signal,
};
use rustix::thread::set_no_new_privs;

use super::{Limits, Lock, Measure, State, States, calls, files, limits};

pub(super) use limits::Time;

pub(super) fn lock(limits: Limits) -> Lock {
    let mut states = no_traces();
    let memory = limits::memory(limits.memory);
    let time = Time::limited(limits.cpu_seconds);
    states.extend([
        (Measure::Files, files::close()),
        (Measure::Descriptors, limits::no_descriptors()),
        (Measure::Memory, memory),
        (Measure::Time, time.state()),
    ]);
    let calls = calls::confine();
    states.push((Measure::Processes, calls.clone()));
    states.push((Measure::Calls, calls));
    Lock { states, time }
}

pub(super) fn no_traces() -> States {
    let mut dumps = limits::no_dumps();
    // A debugger is welcome in a debug build.
    if cfg!(not(debug_assertions)) {
        dumps = dumps.and(State::of(set_dumpable_behavior(DumpableBehavior::NotDumpable)));
    }
    vec![(Measure::Dumps, dumps), (Measure::Privileges, State::of(set_no_new_privs(true)))]
}

pub(super) fn refuse_network() -> State {
    calls::refuse_network()
}

pub(super) fn end_with_parent() {
    // When this fails, the end of standard input ends the process a little later.
    let _ = set_parent_process_death_signal(Some(Signal::KILL));
}
