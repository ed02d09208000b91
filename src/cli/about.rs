//! `--about-privacy`: what is in force on this computer, tried and not claimed.

use std::fmt::Write as _;

use imagetotext_sandbox::{Limits, Probe, ProbeResult, Restriction, Status};

use super::confined::Role;
use super::messages::{Name, Trouble};
use super::process::Process;
use super::wire::{Reply, Tried};

/// Starts a reading process, has it try everything before and after it locks itself in, and makes
/// tables of that.
pub(crate) fn found_out() -> Result<String, (Name, Trouble)> {
    let name = || Name::from("the reading process");
    let process =
        Process::start(Role::Attempts).map_err(|error| (name(), Trouble::NoReader(error)))?;
    process.ask(Vec::new());
    match process.answer() {
        Ok(Reply::Tried(tried)) => Ok(tables(&tried)),
        Ok(_) => Err((name(), Trouble::Ended)),
        Err(silence) => Err((name(), silence.into())),
    }
}

fn tables(tried: &Tried) -> String {
    let mut text = format!(
        "Pictures are read by a process of their own, which locks itself in before it sees one.\n\
         This was tried just now on this computer ({}, {}), first without the lock, then with it.\n\n",
        std::env::consts::OS,
        std::env::consts::ARCH
    );
    row(&mut text, "what was tried", "without", "with the lock");
    for (attempt, without, with) in &tried.attempts {
        row(&mut text, &tried_what(*attempt), &ended(without), &ended(with));
    }
    text.push_str("\nHow\n\n");
    for (measure, state) in &tried.states {
        let _ = writeln!(text, "  {:<58}  {}", held_by(*measure), holds(state));
    }
    text.push_str(verdict(tried));
    text
}

fn row(text: &mut String, what: &str, without: &str, with: &str) {
    let _ = writeln!(text, "  {what:<46}  {without:<10}  {with}");
}

fn verdict(tried: &Tried) -> &'static str {
    let refused = |outcome: &ProbeResult| {
        matches!(outcome, ProbeResult::Refused(_) | ProbeResult::NotApplicable)
    };
    if tried.attempts.iter().all(|(_, _, with)| refused(with)) {
        "\nEverything that was tried is refused. `imagetotext --privacy` tells what that is for.\n"
    } else {
        "\nThis system does not offer to refuse everything. What is allowed above would take a fault \
         in a\ndecoder first: none is known. `imagetotext --privacy` tells what holds everywhere.\n"
    }
}

fn tried_what(probe: Probe) -> String {
    match probe {
        Probe::ReadFile => "open a file".into(),
        Probe::WriteFile => "make a file".into(),
        Probe::Network => "reach for the network (make a socket)".into(),
        Probe::StartProgram => "start another program".into(),
        Probe::ExecProgram => "become another program".into(),
        Probe::AllocateMemory => {
            format!("take more than {} GiB of memory", Limits::default().memory_bytes >> 30)
        }
        _ => format!("{probe:?}"),
    }
}

fn ended(outcome: &ProbeResult) -> String {
    match outcome {
        // A reading process is not believed: this is printed.
        ProbeResult::Refused(why) => format!("refused: {}", Name::from(why.as_str())),
        ProbeResult::Allowed => "allowed".into(),
        ProbeResult::NotApplicable => "–".into(),
    }
}

fn held_by(restriction: Restriction) -> String {
    match restriction {
        Restriction::SystemCalls => "only the system calls of computing (seccomp)".into(),
        Restriction::Files => "no files, ports or signals, once more (Landlock)".into(),
        Restriction::Descriptors => "no descriptors for files or sockets (resource limit)".into(),
        Restriction::Processes => "no other programs".into(),
        Restriction::Memory => "bounded memory".into(),
        Restriction::CpuTime => "bounded processor time".into(),
        Restriction::CoreDumps => "no core dumps, memory closed to other programs".into(),
        Restriction::Privileges => "no privileges beyond yours".into(),
        _ => format!("{restriction:?}"),
    }
}

fn holds(state: &Status) -> String {
    match state {
        Status::Enforced => "in force".into(),
        Status::PartiallyEnforced => "in force as far as this kernel knows it".into(),
        Status::Unsupported => "not offered by this system".into(),
        Status::Failed(why) => format!("missing: {}", Name::from(why.as_str())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(with: ProbeResult, state: Status) -> String {
        let attempts = vec![(Probe::Network, ProbeResult::Allowed, with)];
        tables(&Tried { attempts, states: vec![(Restriction::SystemCalls, state)] })
    }

    #[test]
    fn what_is_allowed_is_told_as_allowed() {
        let text = told(ProbeResult::Allowed, Status::Unsupported);
        assert!(text.contains("allowed     allowed\n"), "{text}");
        assert!(text.contains("not offered by this system\n"), "{text}");
        assert!(!text.contains("Everything"), "{text}");
    }

    #[test]
    fn what_is_refused_is_told_with_the_words_of_the_system() {
        let text = told(ProbeResult::Refused("no\u{1b}".into()), Status::Enforced);
        assert!(text.contains("allowed     refused: no\u{fffd}\n"), "{text}");
        assert!(text.contains("Everything that was tried is refused"), "{text}");
    }
}
