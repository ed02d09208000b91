//! `--about-privacy`: what is in force on this computer, tried and not claimed.

use std::fmt::Write as _;

use imagetotext_sandbox::{Attempt, Limits, Measure, Outcome, State};

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
    let refused = |outcome: &Outcome| matches!(outcome, Outcome::Refused(_) | Outcome::Unknown);
    if tried.attempts.iter().all(|(_, _, with)| refused(with)) {
        "\nEverything that was tried is refused. `imagetotext --privacy` tells what that is for.\n"
    } else {
        "\nThis system does not offer to refuse everything. What is allowed above would take a fault \
         in a\ndecoder first: none is known. `imagetotext --privacy` tells what holds everywhere.\n"
    }
}

fn tried_what(attempt: Attempt) -> String {
    match attempt {
        Attempt::ReadFile => "open a file".into(),
        Attempt::WriteFile => "make a file".into(),
        Attempt::Network => "reach for the network (make a socket)".into(),
        Attempt::StartProgram => "start another program".into(),
        Attempt::BecomeProgram => "become another program".into(),
        Attempt::Memory => {
            format!("take more than {} GiB of memory", Limits::default().memory >> 30)
        }
        _ => format!("{attempt:?}"),
    }
}

fn ended(outcome: &Outcome) -> String {
    match outcome {
        // A reading process is not believed: this is printed.
        Outcome::Refused(why) => format!("refused: {}", Name::from(why.as_str())),
        Outcome::Allowed => "allowed".into(),
        Outcome::Unknown => "–".into(),
    }
}

fn held_by(measure: Measure) -> String {
    match measure {
        Measure::Calls => "only the system calls of computing (seccomp)".into(),
        Measure::Files => "no files, ports or signals, once more (Landlock)".into(),
        Measure::Descriptors => "no descriptors for files or sockets (resource limit)".into(),
        Measure::Processes => "no other programs".into(),
        Measure::Memory => "bounded memory".into(),
        Measure::Time => "bounded processor time".into(),
        Measure::Dumps => "no core dumps, memory closed to other programs".into(),
        Measure::Privileges => "no privileges beyond yours".into(),
        _ => format!("{measure:?}"),
    }
}

fn holds(state: &State) -> String {
    match state {
        State::InForce => "in force".into(),
        State::InPart => "in force as far as this kernel knows it".into(),
        State::NotOffered => "not offered by this system".into(),
        State::Failed(why) => format!("missing: {}", Name::from(why.as_str())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(with: Outcome, state: State) -> String {
        let attempts = vec![(Attempt::Network, Outcome::Allowed, with)];
        tables(&Tried { attempts, states: vec![(Measure::Calls, state)] })
    }

    #[test]
    fn what_is_allowed_is_told_as_allowed() {
        let text = told(Outcome::Allowed, State::NotOffered);
        assert!(text.contains("allowed     allowed\n"), "{text}");
        assert!(text.contains("not offered by this system\n"), "{text}");
        assert!(!text.contains("Everything"), "{text}");
    }

    #[test]
    fn what_is_refused_is_told_with_the_words_of_the_system() {
        let text = told(Outcome::Refused("no\u{1b}".into()), State::InForce);
        assert!(text.contains("allowed     refused: no\u{fffd}\n"), "{text}");
        assert!(text.contains("Everything that was tried is refused"), "{text}");
    }
}
