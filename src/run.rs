//! Runs a request: the loop over the files, the exit status.

use std::io::{IsTerminal as _, Write as _};
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser as _};
use imagetotext_sandbox as sandbox;
use imagetotext_worker::panics;
use tokio::runtime::{Builder, Runtime};

use crate::args::{self, Args, Job, Request};
use crate::input::Source;
use crate::messages::{self, Failure};
use crate::name::{self, Name};
use crate::output::{OutputError, OutputSink};
use crate::plan::Plan;
use crate::progress::Progress;
use crate::reader::Reader;
use crate::render::Renderer;
use crate::{about, privacy};

/// How the program ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Exit {
    /// Every file was read.
    AllRead = 0,
    /// At least one was not.
    SomeFailed = 1,
    /// The command line is not valid.
    Usage = 2,
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
    let exit = panics::contain(|| match Args::try_parse() {
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
        Request::Read(job) => in_runtime(|runtime| runtime.block_on(read(&job))),
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

fn fail(name: &Name, failure: &Failure) -> Exit {
    messages::print(&messages::sentence(name, failure));
    Exit::SomeFailed
}

/// Reads every picture of `job`, in order, and puts the results where they belong.
async fn read(job: &Job) -> Exit {
    let plan = match Plan::new(job) {
        Ok(plan) => plan,
        Err((name, error)) => return fail(&name, &error.into()),
    };
    let reader = match Reader::start(job).await {
        Ok(reader) => reader,
        Err((name, failure)) => return fail(&name, &failure),
    };
    let progress = Progress::new(job);
    let (renderer, running_heads) = (Renderer::new(job), job.running_heads);
    let mut session = Session { plan, reader, renderer, running_heads, progress: &progress };
    let mut exit = Exit::AllRead;
    for (number, source) in job.sources.iter().enumerate() {
        let name = source.name();
        progress.start(&name);
        match session.read_one(number, source).await {
            Ok(notes) => {
                for failure in notes {
                    if failure.is_failure() {
                        exit = Exit::SomeFailed;
                    } else if job.quiet {
                        continue;
                    }
                    progress.print(&messages::sentence(&name, &failure));
                }
            }
            // The reader closed the pipe: `imagetotext … | head`.
            Err((_, Failure::Output(OutputError::Closed))) => return exit,
            Err((name, failure)) => {
                exit = Exit::SomeFailed;
                progress.print(&messages::sentence(&name, &failure));
                if session.plan.is_broken() {
                    return exit;
                }
            }
        }
        progress.finish_one();
    }
    match session.finish() {
        Ok(()) | Err((_, OutputError::Closed)) => exit,
        Err((name, error)) => fail(&name, &error.into()),
    }
}

/// What stays the same from the first picture to the last.
struct Session<'a> {
    plan: Plan<'a>,
    reader: Reader,
    renderer: Renderer,
    running_heads: bool,
    progress: &'a Progress,
}

impl Session<'_> {
    /// Reads the picture `number` and writes its text; returns what else there is to say about it.
    async fn read_one(
        &mut self,
        number: usize,
        source: &Source,
    ) -> Result<Vec<Failure>, (Name, Failure)> {
        let name = source.name();
        self.plan.check(number).map_err(|(name, error)| (name, error.into()))?;
        let mut read = self.reader.read(source, self.progress).await?;
        let mut notes = Vec::new();
        if read.document.pages.iter().all(|page| page.lines().next().is_none()) {
            notes.push(Failure::NoText);
        }
        if !self.running_heads {
            read.document.remove_running_heads();
        }
        notes.extend(read.failures);
        let result = if self.plan.one_result_per_file() {
            self.renderer.alone(&name, &read.document)
        } else {
            self.renderer.next(&name, &read.document)
        };
        self.progress
            .aside(|| self.plan.put(number, result.as_bytes()))
            .map_err(|(name, error)| (name, error.into()))?;
        Ok(notes)
    }

    fn finish(self) -> Result<(), (Name, OutputError)> {
        self.progress.clear();
        self.plan.finish(self.renderer.end().as_bytes())
    }
}
