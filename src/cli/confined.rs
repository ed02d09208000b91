//! The reading process: this program, started by itself with `--reader`. It locks itself in before
//! it is given the first picture, and ends with its standard input.

use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::process::ExitCode;

use imagetotext::{Engine, Error, Models, source};
use imagetotext_sandbox::{self as sandbox, Limits, Probe, Sandbox};

use super::fault;
use super::wire::{self, Refusal, Reply, Tried};

/// What a reading process is started for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// To read with the built-in models.
    Shipped,
    /// To read with models that are sent to it: detection, recognition, alphabet, language.
    Given,
    /// To try what the lock refuses.
    Attempts,
}

/// The first word on the command line of a reading process.
const READER: &str = "--reader";

impl Role {
    /// What this process was started for, if it is a reading process.
    pub(super) fn of(args: impl IntoIterator<Item = OsString>) -> Option<Self> {
        let mut args = args.into_iter().skip(1);
        let (first, role) = (args.next()?, args.next()?);
        if first != READER || args.next().is_some() {
            return None;
        }
        let all = [Self::Shipped, Self::Given, Self::Attempts];
        all.into_iter().find(|one| role == one.name())
    }

    /// The command line of a reading process.
    pub(super) fn args(self) -> [&'static str; 2] {
        [READER, self.name()]
    }

    fn name(self) -> &'static str {
        match self {
            Self::Shipped => "shipped",
            Self::Given => "given",
            Self::Attempts => "attempts",
        }
    }
}

/// Does what the program asks for, until it asks for nothing more.
pub(super) fn serve(role: Role) -> ExitCode {
    sandbox::exit_with_parent();
    let (mut from, mut to) = (sandbox::stdin(), sandbox::stdout());
    let outcome = match role {
        Role::Attempts => wire::answer(&mut to, &Reply::Tried(attempts())),
        Role::Shipped | Role::Given => read_all(role, &mut from, &mut to),
    };
    // The program has gone, or does not want to know.
    if outcome.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn attempts() -> Tried {
    let limits = Limits::default();
    // As the processes that read: the pools of threads are a part of what is to be locked in.
    let engine = Engine::new(Models::shipped());
    let attempt = |&probe: &Probe| sandbox::probe(probe, limits);
    let before: Vec<_> = Probe::ALL.iter().map(attempt).collect();
    let sandbox = sandbox::enter(limits);
    let after = Probe::ALL.iter().map(attempt);
    let both = before.into_iter().zip(after);
    let attempts = Probe::ALL.into_iter().zip(both).map(|(what, (a, b))| (what, a, b)).collect();
    drop(engine);
    Tried { attempts, states: sandbox.restrictions().clone() }
}

fn read_all(role: Role, from: &mut impl Read, to: &mut impl Write) -> io::Result<()> {
    let models = match role {
        Role::Given => match given(from)? {
            Some(models) => models,
            None => return Ok(()),
        },
        _ => Models::shipped(),
    };
    // Foreign models run through parsers that were not written for damaged files.
    let engine = match fault::contain(|| Engine::new(models)) {
        Ok(Ok(engine)) => engine,
        Ok(Err(error)) => return wire::answer(to, &Reply::Refused(error.into())),
        Err(fault) => return wire::answer(to, &Reply::Refused(fault.into())),
    };
    let sandbox = sandbox::enter(Limits::default());
    wire::answer(to, &Reply::Ready)?;
    while let Some(bytes) = wire::receive(from)? {
        let last = match fault::contain(|| read(&engine, &sandbox, &bytes, to)) {
            Ok(Ok(())) => Reply::End,
            Ok(Err(Ended::Picture(error))) => Reply::Refused(error.into()),
            Ok(Err(Ended::Pipe(error))) => return Err(error),
            Err(fault) => Reply::Refused(Refusal::from(fault)),
        };
        wire::answer(to, &last)?;
    }
    Ok(())
}

fn given(from: &mut impl Read) -> io::Result<Option<Models>> {
    let mut frame = || Ok::<_, io::Error>(wire::receive(from)?.map(|bytes| bytes.to_vec()));
    let (Some(detection), Some(recognition)) = (frame()?, frame()?) else { return Ok(None) };
    let (Some(alphabet), Some(language)) = (frame()?, frame()?) else { return Ok(None) };
    let alphabet = String::from_utf8(alphabet).map_err(|_| io::ErrorKind::InvalidData)?;
    let models = Models::new(detection, recognition, alphabet);
    Ok(Some(if language.is_empty() { models } else { models.with_language(language) }))
}

/// Why there are no more pages.
enum Ended {
    Picture(Error),
    Pipe(io::Error),
}

impl From<Error> for Ended {
    fn from(error: Error) -> Self {
        Self::Picture(error)
    }
}

fn read(
    engine: &Engine,
    sandbox: &Sandbox,
    bytes: &[u8],
    to: &mut impl Write,
) -> Result<(), Ended> {
    sandbox.renew_cpu_time();
    for picture in source::decode(bytes)? {
        let page = engine.read(&picture?)?;
        wire::answer(to, &Reply::Page(page)).map_err(Ended::Pipe)?;
        sandbox.renew_cpu_time();
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_program_itself_asks_for_a_reading_process() {
        let role = |words: &[&str]| Role::of(words.iter().map(OsString::from));
        for one in [Role::Shipped, Role::Given, Role::Attempts] {
            assert_eq!(role(&["imagetotext", one.args()[0], one.args()[1]]), Some(one));
        }
        assert_eq!(role(&["imagetotext", "--reader"]), None);
        assert_eq!(role(&["imagetotext", "--reader", "a.png"]), None);
        assert_eq!(role(&["imagetotext", "--reader", "shipped", "a.png"]), None);
        assert_eq!(role(&["imagetotext", "a.png", "--reader"]), None);
    }
}
