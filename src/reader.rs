//! One picture file in, its text out, whatever happens on the way. A sandboxed worker does the work;
//! this side opens the files.

use std::io;
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::thread::available_parallelism;

use imagetotext::Page;
use imagetotext::export::PageImage;
use imagetotext::source::{Format as FileFormat, Password};
use imagetotext_files::ReadError;
use imagetotext_worker::{
    Config, Event, Host, Input, PictureError, ReadOptions, Worker, WorkerError,
};
use zeroize::Zeroizing;

use crate::args::{Format, Job};
use crate::input::{InputError, Source};
use crate::messages::Failure;
use crate::models::ModelPaths;
use crate::name::Name;
use crate::page_notes::PageNotes;
use crate::pages::{Finished, Pages, Refusal, Stop};
use crate::progress::Progress;

/// What came of a file.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// Its pages were handed on; why pages are missing or empty.
    Read(Vec<Failure>),
    /// None was: this file is searchable with what is written after its end, or as it is.
    Searchable(Box<Searchable>),
}

/// A file whose pages are, or can be made, searchable as they are.
#[derive(Debug)]
pub(crate) struct Searchable {
    /// It.
    pub(crate) input: Input,
    /// What makes it searchable after its last byte; nothing if it is so already.
    pub(crate) update: Zeroizing<Vec<u8>>,
    /// Why pages are missing or empty.
    pub(crate) failures: Vec<Failure>,
    /// What else there is to say about its pages.
    pub(crate) notes: PageNotes,
}

/// Reads pictures with one worker after the other: a new one takes the place of one that failed.
#[derive(Debug)]
pub(crate) struct Reader {
    models: Option<ModelPaths>,
    host: Host,
    options: ReadOptions,
}

impl Reader {
    /// Starts a worker as `job` asks, one of `lanes`, and waits until it is ready.
    pub(crate) async fn start(
        job: &Job,
        lanes: usize,
        password: Option<Password>,
    ) -> Result<Self, (Name, Failure)> {
        let models = job.models.as_deref().map(ModelPaths::find);
        let files = models.as_ref().map(ModelPaths::load).transpose()?;
        // Workers beside each other share the cores.
        let threads = available_parallelism()
            .ok()
            .filter(|_| lanes > 1)
            .and_then(|cores| NonZeroUsize::new(cores.get() / lanes).or(NonZeroUsize::new(1)));
        let config = Config { models: files, engine: job.engine, threads, ..Config::default() };
        let host = Host::new(config);
        let options = ReadOptions {
            pages: job.pages.clone(),
            pdf_text: job.pdf_text,
            password,
            page_images: job.format == Format::Pdf,
            no_codes: !job.codes,
            script: job.script,
            ..ReadOptions::default()
        };
        let mut reader = Self { models, host, options };
        let worker = reader.worker().await?;
        reader.host.keep(worker);
        Ok(reader)
    }

    /// Reads all pages and hands them to `on_page`, with their pictures for a PDF. Pages before one that cannot be read
    /// are kept, and of a PDF or TIFF those after it, which is handed on as an empty one.
    ///
    /// With `finds_searchable`, nothing is handed on of a PDF that is searchable as it is, or with an update. If only its
    /// first pages are, they are read twice: to keep them until the others are there would take too much memory.
    pub(crate) async fn read(
        &mut self,
        source: &Source,
        progress: &Progress,
        finds_searchable: bool,
        on_page: impl FnMut(Page, Option<&PageImage<'_>>) -> Result<(), Refusal>,
    ) -> Result<Outcome, Refusal> {
        let name = || source.name();
        let failed = |error| (name(), Failure::Input(error));
        let unreadable = |error| failed(InputError::Unreadable(ReadError::Io(error)));
        let mut input = source.open().map_err(failed)?;
        let format = input.format().map_err(unreadable)?;
        // A JPEG may be a part of the result as it is.
        if self.options.page_images && format == Some(FileFormat::Jpeg) {
            input = Input::Bytes(Arc::new(source.read().map_err(failed)?.into()));
        }
        // What is in memory is kept: standard input can be read once only.
        let kept = if let Input::Bytes(bytes) = &input { Some(bytes.clone()) } else { None };
        let file: &[u8] = kept.as_deref().map_or(&[], |bytes| bytes);
        let again = || kept.clone().map_or_else(|| source.open(), |it| Ok(Input::Bytes(it)));
        let mut options = self.options.clone();
        let length = length(&input);
        let finds_searchable = finds_searchable && format == Some(FileFormat::Pdf);
        let mut pages =
            Pages::new(format, options.pages.clone(), finds_searchable.then_some(length), on_page);
        let failure = loop {
            let mut worker = match self.worker().await {
                Ok(worker) => worker,
                Err(error) if pages.count() == 0 => return Err(error),
                Err((_, failure)) => break Some(failure),
            };
            let before = pages.count();
            options.page_updates = pages.finds_searchable();
            let read = read_pages(&mut worker, options.clone(), input, |event| match event {
                Event::PageStarted(number) => {
                    progress.page(before + number);
                    Ok(())
                }
                Event::Page(read) => pages.add(*read, file),
                Event::PageFailed(error) => pages.skip(error),
                Event::Done(_) => Ok(()),
            })
            .await;
            let ended = read.and_then(|ended| match ended {
                Ended::Whole => pages.end().map(|()| Some(None)),
                Ended::Early(error) => Ok(pages.read_on_after(error)?.map(Some)),
                Ended::Failed(error) => Ok(pages.skip_after(error)?.map(Some)),
            });
            // Unless it is in the middle of the file.
            self.host.keep(worker);
            match ended {
                Ok(Some(failure)) => break failure,
                Ok(None) | Err(Stop::ReadAgain) => {}
                Err(Stop::Refused(refusal)) => return Err(refusal),
            }
            match pages.remaining() {
                Some(remaining) => options.pages = remaining,
                None => break None,
            }
            input = match again() {
                Ok(input) => input,
                Err(error) => break Some(Failure::Input(error)),
            };
        };
        match pages.finish(failure) {
            Ok(Finished::HandedOn(mut failures)) => {
                let is_drawn = self.options.page_images && format == Some(FileFormat::Pdf);
                failures.extend(is_drawn.then_some(Failure::Rendered));
                Ok(Outcome::Read(failures))
            }
            Ok(Finished::Searchable { update, failures, notes }) => {
                let input = again().map_err(failed)?;
                if self::length(&input) != length {
                    return Err(unreadable(io::ErrorKind::UnexpectedEof.into()));
                }
                Ok(Outcome::Searchable(Box::new(Searchable { input, update, failures, notes })))
            }
            Err(failure) => Err((name(), failure)),
        }
    }

    /// A worker that is ready.
    async fn worker(&mut self) -> Result<Worker, (Name, Failure)> {
        let start = async {
            let mut worker = self.host.take()?;
            worker.ready().await?;
            Ok(worker)
        };
        start.await.map_err(|error| self.start_failure(error))
    }

    /// Which file is to blame when a worker does not start, and why.
    fn start_failure(&self, error: WorkerError) -> (Name, Failure) {
        match (error, &self.models) {
            (WorkerError::Models(error @ PictureError::Model { .. }), Some(models)) => {
                (models.blame(&error), Failure::Picture(error))
            }
            (WorkerError::Models(error), None) => {
                (Name::from("the built-in models"), Failure::Picture(error))
            }
            (error @ WorkerError::Start(_), _) | (error, None) => {
                (Name::from("the worker process"), error.into())
            }
            (_, Some(models)) => (models.directory(), Failure::BadModels),
        }
    }
}

/// How many bytes there are.
fn length(input: &Input) -> u64 {
    match input {
        Input::Bytes(bytes) => bytes.len() as u64,
        Input::File { length, .. } => *length,
    }
}

/// How the work of a worker on a file ended.
enum Ended {
    /// There are no more pages.
    Whole,
    /// The worker says why there are no more.
    Early(PictureError),
    /// The worker is of no more use.
    Failed(WorkerError),
}

/// Reads one picture until there are no more pages. The error is that of who takes them.
async fn read_pages(
    worker: &mut Worker,
    options: ReadOptions,
    input: Input,
    mut on_event: impl FnMut(Event) -> Result<(), Stop>,
) -> Result<Ended, Stop> {
    if let Err(error) = worker.read(options, input).await {
        return Ok(Ended::Failed(error));
    }
    loop {
        match worker.next().await {
            Ok(Event::Done(None)) => return Ok(Ended::Whole),
            Ok(Event::Done(Some(error))) => return Ok(Ended::Early(error)),
            Ok(event) => on_event(event)?,
            Err(error) => return Ok(Ended::Failed(error)),
        }
    }
}

impl From<WorkerError> for Failure {
    fn from(error: WorkerError) -> Self {
        match error {
            WorkerError::Start(error) => Self::NoWorker(error),
            WorkerError::Models(error) => Self::Picture(error),
            WorkerError::Input(error) => Self::Input(InputError::Unreadable(ReadError::Io(error))),
            WorkerError::TimedOut { .. } => Self::TimedOut,
            WorkerError::OutOfMemory => Self::OutOfMemory,
            _ => Self::Crashed,
        }
    }
}
