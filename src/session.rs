//! Reads pictures one after the other, or several at the same time, and puts their results where they belong.

mod outcomes;

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::num::NonZeroUsize;
use std::pin::Pin;
use std::task::Poll;
use std::thread::available_parallelism;

use imagetotext::source::{Password, PdfText};
use imagetotext_files::{FileId, ReadError};

use crate::args::{Ending, Job};
use crate::input;
use crate::interrupt::Interrupt;
use crate::messages::{self, Failure, Summary};
use crate::name::Name;
use crate::output::OutputError;
use crate::page_notes::PageNotes;
use crate::password;
use crate::plan::Plan;
use crate::progress::Progress;
use crate::reader::{Outcome, Reader, Searchable};
use crate::render::Renderer;
use crate::report::Report;
use crate::run::{Exit, fail};
use crate::walk;

/// Reads every picture of `job`.
pub(crate) async fn read(mut job: Job) -> Exit {
    let (mut failures, mut unread, mut counts) = (Vec::new(), Vec::new(), Summary::default());
    if job.recursive {
        let named = std::mem::take(&mut job.sources);
        job.roots = named.iter().filter_map(|source| FileId::of(source.path())).collect();
        let found = walk::expand(named, job.output.as_deref());
        counts.skipped = found.unread.len() + found.others;
        (job.sources, failures, unread) = (found.sources, found.failures, found.unread);
    }
    let plan = match Plan::new(&job) {
        Ok(plan) => plan,
        Err((name, error)) => return fail(&name, &error.into()),
    };
    // After the directory of the results was created, in which it may be.
    let report = match Report::of(&job) {
        Ok(report) => report,
        Err((name, error)) => return fail(&name, &error.into()),
    };
    let lanes = lanes(&job, &plan);
    // Once for all lanes: a pipe can be read once only.
    let password = match job.password_file.as_deref().map(password::read).transpose() {
        Ok(password) => password,
        Err((name, failure)) => return fail(&name, &failure),
    };
    let reader = match Reader::start(&job, lanes, password.clone()).await {
        Ok(reader) => reader,
        Err((name, failure)) => return fail(&name, &failure),
    };
    let session = Session {
        job: &job,
        lanes,
        password,
        plan: RefCell::new(plan),
        renderer: RefCell::new(Renderer::new(&job)),
        progress: Progress::new(&job),
        interrupt: if job.output.is_some() { Interrupt::listen() } else { Interrupt::default() },
        next: Cell::new(0),
        is_closed: Cell::new(false),
        counts: Cell::new(counts),
        report,
    };
    let is_unknown = job.ending == Ending::Unknown;
    if let Some(path) = job.output.as_deref().filter(|_| is_unknown && !job.quiet) {
        messages::print(&messages::sentence(&Name::from(path), &Failure::UnknownEnding));
    }
    for (name, failure) in failures {
        session.fail(&name, &failure);
    }
    for name in unread {
        session.report.add(&name, &Failure::OtherFormat);
    }
    session.run(reader).await;
    session.end()
}

/// How many pictures are read at the same time.
fn lanes(job: &Job, plan: &Plan<'_>) -> usize {
    if !plan.one_result_per_file() {
        return 1;
    }
    let cores = || available_parallelism().map_or(1, NonZeroUsize::get);
    let asked = job.jobs.map(NonZeroUsize::get);
    let lanes = asked.unwrap_or_else(|| if job.recursive { cores() } else { 1 });
    lanes.min(job.sources.len()).max(1)
}

/// What stays the same from the first picture to the last.
struct Session<'a> {
    job: &'a Job,
    lanes: usize,
    /// That of encrypted PDFs.
    password: Option<Password>,
    plan: RefCell<Plan<'a>>,
    renderer: RefCell<Renderer>,
    progress: Progress,
    interrupt: Interrupt,
    /// The first picture that nobody reads yet.
    next: Cell<usize>,
    /// Whether the reader of standard output has gone, so that nothing is to be said either.
    is_closed: Cell<bool>,
    counts: Cell<Summary>,
    report: Report<'a>,
}

impl Session<'_> {
    /// Reads all pictures with `reader`, and with others beside it.
    async fn run(&self, reader: Reader) {
        let mut lanes: Vec<Pin<Box<dyn Future<Output = ()> + '_>>> =
            vec![Box::pin(self.read_with(reader))];
        for _ in 1..self.lanes {
            lanes.push(Box::pin(async {
                // The first one has started, so this one lacks memory or processes: fewer do as well.
                let password = self.password.clone();
                if let Ok(reader) = Reader::start(self.job, self.lanes, password).await {
                    self.read_with(reader).await;
                }
            }));
        }
        poll_fn(|context| {
            lanes.retain_mut(|lane| lane.as_mut().poll(context).is_pending());
            if lanes.is_empty() { Poll::Ready(()) } else { Poll::Pending }
        })
        .await;
    }

    /// Reads pictures until there are no more.
    async fn read_with(&self, mut reader: Reader) {
        while let Some(number) = self.take_next() {
            let name = self.job.sources[number].name();
            if self.plan.borrow().is_done(number) {
                self.count(|counts| counts.done_before += 1);
                self.progress.finish_one();
                continue;
            }
            self.progress.start(&name);
            let outcome = tokio::select! {
                outcome = self.read_one(&mut reader, number) => outcome,
                () = self.interrupt.wait() => return,
            };
            match outcome {
                Ok(notes) => self.note(&name, notes),
                // It goes to the worker as well, which ends at once.
                Err(_) if self.interrupt.is_set() => return,
                // The reader closed the pipe: `imagetotext … | head`.
                Err((_, Failure::Output(OutputError::Closed))) => self.is_closed.set(true),
                Err((name, failure)) => self.fail(&name, &failure),
            }
            self.progress.finish_one();
        }
    }

    fn take_next(&self) -> Option<usize> {
        let number = self.next.get();
        let is_over =
            self.interrupt.is_set() || self.is_closed.get() || self.plan.borrow().is_broken();
        if is_over || number >= self.job.sources.len() {
            return None;
        }
        self.next.set(number + 1);
        Some(number)
    }

    /// Reads the picture `number` and writes its text; returns what else there is to say about it.
    async fn read_one(
        &self,
        reader: &mut Reader,
        number: usize,
    ) -> Result<Vec<Failure>, (Name, Failure)> {
        let source = &self.job.sources[number];
        let name = source.name();
        self.plan.borrow().check(number).map_err(|(name, error)| (name, error.into()))?;
        let alone = self.plan.borrow().one_result_per_file();
        let mut result = self.renderer.borrow().begin(alone);
        let mut notes = PageNotes::default();
        let may_copy = self.renderer.borrow().is_copy(&result) && self.job.pages.is_all();
        let read = reader.read(source, &self.progress, may_copy, |page, image| {
            notes.add(&page);
            let piece = self.renderer.borrow_mut().add(&name, &mut result, page, image);
            if piece.is_empty() {
                return Ok(());
            }
            let written = self.progress.aside(|| self.plan.borrow_mut().add(number, &piece));
            written.map_err(|(name, error)| (name, error.into()))
        });
        let mut failures = match read.await {
            Ok(Outcome::Read(failures)) => failures,
            Ok(Outcome::Searchable(file)) => return self.copy(number, *file),
            Err(error) => {
                self.plan.borrow_mut().discard(number);
                return Err(error);
            }
        };
        // Of many files, some are shorter.
        failures.retain(|it| self.job.sources.len() == 1 || !matches!(it, Failure::LastPage(_)));
        let mut notes = notes.finish(self.job.script);
        notes.append(&mut failures);
        let is_whole = notes.iter().all(|note| !note.is_failure());
        let result = self.renderer.borrow_mut().finish(&name, result);
        self.progress
            .aside(|| self.plan.borrow_mut().put(number, &result, is_whole))
            .map_err(|(name, error)| (name, error.into()))?;
        Ok(notes)
    }

    /// Writes the PDF `number` as it is, with what makes it searchable after its end.
    fn copy(&self, number: usize, file: Searchable) -> Result<Vec<Failure>, (Name, Failure)> {
        let Searchable { input, update, mut failures, notes } = file;
        let name = self.job.sources[number].name();
        let mut plan = self.plan.borrow_mut();
        let write = |piece: &[u8]| {
            let written = self.progress.aside(|| plan.add(number, piece));
            written.map_err(|(name, error)| (name, error.into()))
        };
        let unreadable = |error: ReadError| (name, Failure::Input(error.into()));
        if let Err(error) = input::for_each_piece(input, write).map_err(unreadable).flatten() {
            plan.discard(number);
            return Err(error);
        }
        let is_copy = update.is_empty();
        let mut notes = notes.finish(self.job.script);
        // They are in the result.
        notes.retain(|note| !matches!(note, Failure::Attachments(_)));
        let is_searchable = is_copy && !notes.iter().any(Failure::is_without_text);
        notes.extend(is_searchable.then_some(match self.job.pdf_text {
            PdfText::Embedded => Failure::TextLayerOnly,
            _ => Failure::Searchable,
        }));
        notes.append(&mut failures);
        let is_whole = notes.iter().all(|note| !note.is_failure());
        let put = self.progress.aside(|| plan.put(number, &update, is_whole));
        put.map_err(|(name, error)| (name, error.into()))?;
        Ok(notes)
    }

    /// Writes what is still to be written, and says how it ended.
    fn end(self) -> Exit {
        self.progress.clear();
        let mut counts = self.counts.get();
        let mut exit =
            if counts.failed + counts.not_written > 0 { Exit::SomeFailed } else { Exit::AllRead };
        let plan = self.plan.into_inner();
        counts.can_resume = plan.one_result_per_file();
        if self.is_closed.get() {
            return exit;
        }
        if self.interrupt.is_set() {
            exit = Exit::Stopped;
        } else if !plan.is_broken() {
            match plan.finish(&self.renderer.into_inner().end()) {
                Ok(()) | Err((_, OutputError::Closed)) => {}
                Err((name, error)) => {
                    let failure = error.into();
                    self.report.add(&name, &failure);
                    exit = fail(&name, &failure);
                }
            }
        }
        if let Err((name, error)) = self.report.write() {
            exit = fail(&name, &error.into());
        }
        let known = counts.read + counts.done_before + counts.failed + counts.not_written;
        counts.left = self.job.sources.len().saturating_sub(known);
        // Nothing was said about those that are left.
        let misses_results = counts.left > 0 && counts.can_resume;
        if misses_results || (self.job.recursive && !self.job.quiet) {
            messages::print(&messages::summary(&counts));
        }
        exit
    }
}
