//! Runs a request, and says how the program ended.

use std::io::{IsTerminal as _, Write as _};
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser as _};
use imagetotext_sandbox as sandbox;
use imagetotext_worker::panics;
use tokio::runtime::{Builder, Runtime};

use crate::args::{self, Args, Request};
use crate::messages::{self, Failure};
use crate::name::{self, Name};
use crate::output::{OutputError, OutputSink};
use crate::{about, privacy, session};

/// How the program ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Every file was read.
    AllRead = 0,
    /// At least one was not.
    SomeFailed = 1,
    /// The command line is not valid.
    Usage = 2,
    /// The person has stopped it.
    Stopped = 130,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Runs the program.
pub(crate) fn run() -> ExitCode {
    panics::silence();
    sandbox::harden_process();
    let exit = panics::contain(|| match Args::try_parse().and_then(Args::checked) {
        Ok(args) => obey(args),
        Err(error) => explain(&error),
    });
    exit.unwrap_or_else(|panic| {
        messages::print(&messages::own_fault(&panic));
        Exit::SomeFailed
    })
    .into()
}

/// Prints the message of clap: help, version or a usage error.
fn explain(error: &clap::Error) -> Exit {
    // Nobody is left to read it when this fails.
    let _ = error.print();
    if error.use_stderr() { Exit::Usage } else { Exit::AllRead }
}

fn obey(args: Args) -> Exit {
    match args.lower(std::io::stdin().is_terminal()) {
        Request::Read(job) => in_runtime(|runtime| runtime.block_on(session::read(*job))),
        Request::Promise => print(privacy::PROMISE.as_bytes()),
        Request::AboutPrivacy => in_runtime(|runtime| match runtime.block_on(about::report()) {
            Ok(table) => print(table.as_bytes()),
            Err((name, failure)) => fail(&name, &failure),
        }),
        Request::Completions(shell) => print(&args::completions(shell)),
        Request::Manual => print(&args::manual()),
        Request::Help => {
            let _ = write!(std::io::stderr(), "{}", Args::command().render_help().ansi());
            Exit::Usage
        }
    }
}

/// A runtime of this thread alone, with timers and without sockets.
fn in_runtime(work: impl FnOnce(&Runtime) -> Exit) -> Exit {
    match Builder::new_current_thread().enable_time().build() {
        Ok(runtime) => work(&runtime),
        Err(error) => fail(&Name::from("the program"), &Failure::NoWorker(error)),
    }
}

/// Prints something that is not a result: asked for in place of reading.
fn print(bytes: &[u8]) -> Exit {
    match OutputSink::standard().write(bytes) {
        Ok(()) | Err(OutputError::Closed) => Exit::AllRead,
        Err(error) => fail(&name::STANDARD_OUTPUT.into(), &error.into()),
    }
}

/// Says why nothing more can be done.
pub(crate) fn fail(name: &Name, failure: &Failure) -> Exit {
    messages::print(&messages::sentence(name, failure));
    if failure.is_usage() { Exit::Usage } else { Exit::SomeFailed }
}
