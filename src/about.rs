//! `--about-privacy`: what the sandbox refuses on this computer, tried just now.

use std::fmt::Write as _;

use imagetotext_sandbox::{Attempt, Measure, Outcome, State};
use imagetotext_worker::{AttemptResult, Config, Host, LIMITS, SandboxReport};

use crate::messages::{Failure, Name};

/// Has a worker try everything outside and inside of the sandbox, and makes tables of that.
pub(crate) async fn report() -> Result<String, (Name, Failure)> {
    let report = Host::try_sandbox(&Config::default()).await;
    report
        .map(|report| tables(&report))
        .map_err(|error| (Name::from("the worker process"), error.into()))
}

fn tables(report: &SandboxReport) -> String {
    let mut text = format!(
        "Pictures are read by a process of their own, which enters a sandbox before it sees one.\n\
         This was tried just now on this computer ({}, {}), first without the sandbox, then in it.\n\n",
        std::env::consts::OS,
        std::env::consts::ARCH
    );
    row(&mut text, "what was tried", "without", "in the sandbox");
    for AttemptResult { attempt, before, after } in &report.attempts {
        row(&mut text, &attempt_text(*attempt), &outcome_text(before), &outcome_text(after));
    }
    text.push_str("\nHow\n\n");
    for (measure, state) in &report.states {
        let _ = writeln!(text, "  {:<58}  {}", measure_text(*measure), state_text(state));
    }
    text.push_str(verdict(report));
    text
}

fn row(text: &mut String, what: &str, without: &str, with: &str) {
    let _ = writeln!(text, "  {what:<46}  {without:<10}  {with}");
}

fn verdict(report: &SandboxReport) -> &'static str {
    let refused = |outcome: &Outcome| matches!(outcome, Outcome::Refused(_) | Outcome::Unknown);
    if report.attempts.iter().all(|result| refused(&result.after)) {
        "\nEverything that was tried is refused. `imagetotext --privacy` tells what that is for.\n"
    } else {
        "\nThis system does not offer to refuse everything. What is allowed above would take a fault \
         in a\ndecoder first: none is known. `imagetotext --privacy` tells what holds everywhere.\n"
    }
}

fn attempt_text(attempt: Attempt) -> String {
    match attempt {
        Attempt::ReadFile => "open a file".into(),
        Attempt::WriteFile => "make a file".into(),
        Attempt::Network => "reach for the network (make a socket)".into(),
        Attempt::StartProgram => "start another program".into(),
        Attempt::BecomeProgram => "become another program".into(),
        Attempt::Memory => {
            format!("take more than {} GiB of memory", LIMITS.memory >> 30)
        }
        _ => format!("{attempt:?}"),
    }
}

fn outcome_text(outcome: &Outcome) -> String {
    match outcome {
        // A worker is not trusted, and this is printed.
        Outcome::Refused(why) => format!("refused: {}", Name::from(why.as_str())),
        Outcome::Allowed => "allowed".into(),
        Outcome::Unknown => "–".into(),
    }
}

fn measure_text(measure: Measure) -> String {
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

fn state_text(state: &State) -> String {
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

    fn text(after: Outcome, state: State) -> String {
        let attempt = Attempt::Network;
        let attempts = vec![AttemptResult { attempt, before: Outcome::Allowed, after }];
        tables(&SandboxReport { attempts, states: vec![(Measure::Calls, state)] })
    }

    #[test]
    fn an_allowed_attempt_is_reported_as_allowed() {
        let text = text(Outcome::Allowed, State::NotOffered);
        assert!(text.contains("allowed     allowed\n"), "{text}");
        assert!(text.contains("not offered by this system\n"), "{text}");
        assert!(!text.contains("Everything"), "{text}");
    }

    #[test]
    fn a_refused_attempt_is_reported_with_the_words_of_the_system() {
        let text = text(Outcome::Refused("no\u{1b}".into()), State::InForce);
        assert!(text.contains("allowed     refused: no\u{fffd}\n"), "{text}");
        assert!(text.contains("Everything that was tried is refused"), "{text}");
    }
}
