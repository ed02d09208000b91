//! `--about-privacy`: what the sandbox refuses on this computer, tried just now.

use std::fmt::Write as _;

use imagetotext_sandbox::{Probe, ProbeResult, Restriction, Status};
use imagetotext_worker::{AttemptResult, Config, Host, LIMITS, SandboxReport};

use crate::messages::Failure;
use crate::name::Name;

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
    for (restriction, status) in &report.restrictions {
        let _ = writeln!(text, "  {:<58}  {}", restriction_text(*restriction), status_text(status));
    }
    text.push_str(verdict(report));
    text
}

fn row(text: &mut String, what: &str, without: &str, with: &str) {
    let _ = writeln!(text, "  {what:<46}  {without:<10}  {with}");
}

fn verdict(report: &SandboxReport) -> &'static str {
    let refused = |outcome: &ProbeResult| {
        matches!(outcome, ProbeResult::Refused(_) | ProbeResult::NotApplicable)
    };
    if report.attempts.iter().all(|result| refused(&result.after)) {
        "\nEverything that was tried is refused. `imagetotext --privacy` explains why.\n"
    } else {
        "\nThis system does not offer to refuse everything. What is allowed above would take a fault \
         in a\ndecoder first: none is known. `imagetotext --privacy` prints what holds everywhere.\n"
    }
}

fn attempt_text(attempt: Probe) -> String {
    match attempt {
        Probe::ReadFile => "open a file".into(),
        Probe::WriteFile => "make a file".into(),
        Probe::Network => "reach for the network (make a socket)".into(),
        Probe::StartProgram => "start another program".into(),
        Probe::ExecProgram => "become another program".into(),
        Probe::AllocateMemory => {
            format!("take more than {} GiB of memory", LIMITS.memory >> 30)
        }
        _ => format!("{attempt:?}"),
    }
}

fn outcome_text(outcome: &ProbeResult) -> String {
    match outcome {
        // A worker is not trusted, and this is printed.
        ProbeResult::Refused(why) => format!("refused: {}", Name::from(why.as_str())),
        ProbeResult::Allowed => "allowed".into(),
        ProbeResult::NotApplicable => "–".into(),
    }
}

fn restriction_text(restriction: Restriction) -> String {
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

fn status_text(status: &Status) -> String {
    match status {
        Status::Enforced => "in force".into(),
        Status::PartiallyEnforced => "in force as far as this kernel knows it".into(),
        Status::Unsupported => "not offered by this system".into(),
        Status::Failed(why) => format!("missing: {}", Name::from(why.as_str())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(after: ProbeResult, status: Status) -> String {
        let attempt = Probe::Network;
        let attempts = vec![AttemptResult { attempt, before: ProbeResult::Allowed, after }];
        tables(&SandboxReport { attempts, restrictions: vec![(Restriction::SystemCalls, status)] })
    }

    #[test]
    fn an_allowed_attempt_is_reported_as_allowed() {
        let text = text(ProbeResult::Allowed, Status::Unsupported);
        assert!(text.contains("allowed     allowed\n"), "{text}");
        assert!(text.contains("not offered by this system\n"), "{text}");
        assert!(!text.contains("Everything"), "{text}");
    }

    #[test]
    fn a_refused_attempt_is_reported_with_the_words_of_the_system() {
        let text = text(ProbeResult::Refused("no\u{1b}".into()), Status::Enforced);
        assert!(text.contains("allowed     refused: no\u{fffd}\n"), "{text}");
        assert!(text.contains("Everything that was tried is refused"), "{text}");
    }
}
