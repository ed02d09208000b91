//! The command line: what was typed is parsed ([`args`]), files are read ([`input`]), a process that
//! has locked itself in does the work ([`reader`]), results are printed ([`render`], [`output`]).
//!
//! Standard output carries results and nothing else. Whatever else is to be said is one sentence on
//! standard error, made in [`messages`], and never holds anything that stands in a picture.

mod about;
mod args;
mod confined;
mod fault;
mod input;
mod messages;
mod models;
mod output;
mod plan;
mod privacy;
mod process;
mod progress;
mod reader;
mod render;
mod wire;

use std::io::{IsTerminal as _, Write as _};
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser as _};
use imagetotext_sandbox as sandbox;

use args::{Args, Job, Request};
use confined::Role;
use input::Source;
use messages::{Name, Trouble};
use output::{Outlet, OutputError};
use plan::Plan;
use progress::Progress;
use reader::Reader;
use render::Renderer;

/// How the program ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Exit {
    /// Every file was read.
    AllRead = 0,
    /// At least one was not.
    SomeFailed = 1,
    /// The command line makes no sense.
    Usage = 2,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Runs the program: the whole of `main`.
pub(crate) fn run() -> ExitCode {
    fault::silence_panics();
    sandbox::harden_process();
    if let Some(role) = Role::of(std::env::args_os()) {
        return confined::serve(role);
    }
    let exit = fault::contain(|| match Args::try_parse() {
        Ok(args) => obey(args),
        Err(error) => explain(&error),
    });
    exit.unwrap_or_else(|fault| {
        messages::tell(&messages::own_fault(&fault));
        Exit::SomeFailed
    })
    .into()
}

/// Prints what clap has to say: help and version, which were asked for, or what was mistyped.
fn explain(error: &clap::Error) -> Exit {
    // Nobody is left to be told when this fails.
    let _ = error.print();
    if error.use_stderr() { Exit::Usage } else { Exit::AllRead }
}

fn obey(args: Args) -> Exit {
    match args.lower(std::io::stdin().is_terminal()) {
        Request::Read(job) => read(&job),
        Request::Promise => print(privacy::PROMISE.as_bytes()),
        Request::AboutPrivacy => match about::found_out() {
            Ok(table) => print(table.as_bytes()),
            Err((name, trouble)) => fail(&name, &trouble),
        },
        Request::Completions(shell) => print(&args::completions(shell)),
        Request::Manual => print(&args::manual()),
        Request::Help => {
            let _ = write!(std::io::stderr(), "{}", Args::command().render_help().ansi());
            Exit::Usage
        }
    }
}

/// Prints something that is not a result: asked for in place of reading.
fn print(bytes: &[u8]) -> Exit {
    match Outlet::standard().write(bytes) {
        Ok(()) | Err(OutputError::Closed) => Exit::AllRead,
        Err(error) => fail(&messages::STANDARD_OUTPUT.into(), &error.into()),
    }
}

fn fail(name: &Name, trouble: &Trouble) -> Exit {
    messages::tell(&messages::sentence(name, trouble));
    Exit::SomeFailed
}

/// Reads every picture of `job`, in order, and puts the results where they belong.
fn read(job: &Job) -> Exit {
    let plan = match Plan::new(job) {
        Ok(plan) => plan,
        Err((name, error)) => return fail(&name, &error.into()),
    };
    let reader = match Reader::new(job.models.as_deref()) {
        Ok(reader) => reader,
        Err((name, trouble)) => return fail(&name, &trouble),
    };
    let progress = Progress::new(job);
    let mut session = Session { plan, reader, renderer: Renderer::new(job), progress: &progress };
    let mut exit = Exit::AllRead;
    for (number, source) in job.sources.iter().enumerate() {
        let name = source.name();
        progress.start(&name);
        match session.one(number, source) {
            Ok(notes) => {
                for trouble in notes {
                    if trouble.is_failure() {
                        exit = Exit::SomeFailed;
                    } else if job.quiet {
                        continue;
                    }
                    progress.tell(&messages::sentence(&name, &trouble));
                }
            }
            // Whoever read our output has seen enough: `imagetotext … | head`.
            Err((_, Trouble::Output(OutputError::Closed))) => return exit,
            Err((name, trouble)) => {
                exit = Exit::SomeFailed;
                progress.tell(&messages::sentence(&name, &trouble));
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
    progress: &'a Progress,
}

impl Session<'_> {
    /// Reads the picture `number` and hands on its text; returns what else there is to say about it.
    fn one(&mut self, number: usize, source: &Source) -> Result<Vec<Trouble>, (Name, Trouble)> {
        let name = source.name();
        self.plan.check(number).map_err(|(name, error)| (name, error.into()))?;
        let reading = self.reader.read(source, self.progress)?;
        let mut notes = Vec::new();
        if reading.document.pages.iter().all(|page| page.lines().next().is_none()) {
            notes.push(Trouble::NoText);
        }
        notes.extend(reading.stopped);
        let result = if self.plan.one_result_per_file() {
            self.renderer.alone(&name, &reading.document)
        } else {
            self.renderer.next(&name, reading.document)
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
