//! One picture file in, its text out, whatever happens on the way. A sandboxed worker does the work;
//! this side opens the files.

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

use crate::args::{Format, Job};
use crate::input::{InputError, Source};
use crate::messages::Failure;
use crate::models::ModelPaths;
use crate::name::Name;
use crate::pages::Pages;
use crate::progress::Progress;

/// Pages of a file, one after the other, whose worker may fail before the file is given up.
const MOST_FAILED_IN_A_ROW: usize = 3;

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
    /// are kept, and of a PDF or TIFF those after it, which is handed on as an empty one. Returns why pages are missing
    /// or empty.
    pub(crate) async fn read(
        &mut self,
        source: &Source,
        progress: &Progress,
        on_page: impl FnMut(Page, Option<&PageImage<'_>>) -> Result<(), (Name, Failure)>,
    ) -> Result<Vec<Failure>, (Name, Failure)> {
        let name = || source.name();
        let failed = |error| (name(), Failure::Input(error));
        let unreadable = |error| failed(InputError::Unreadable(ReadError::Io(error)));
        let mut input = source.open().map_err(failed)?;
        let format = input.format().map_err(unreadable)?;
        let has_pages = matches!(format, Some(FileFormat::Pdf | FileFormat::Tiff));
        // A JPEG may be a part of the result as it is.
        if self.options.page_images && format == Some(FileFormat::Jpeg) {
            input = Input::Bytes(Arc::new(source.read().map_err(failed)?.into()));
        }
        // What is in memory is kept: standard input can be read once only.
        let kept = if let Input::Bytes(bytes) = &input { Some(bytes.clone()) } else { None };
        let file: &[u8] = kept.as_deref().map_or(&[], |bytes| bytes);
        let mut options = self.options.clone();
        let mut pages = Pages::new(options.pages.clone(), on_page);
        let mut failed_in_a_row = 0;
        let failure = loop {
            let mut worker = match self.worker().await {
                Ok(worker) => worker,
                Err(error) if pages.count() == 0 => return Err(error),
                Err((_, failure)) => break Some(failure),
            };
            let before = pages.count();
            let ended = read_pages(&mut worker, options.clone(), input, |event| match event {
                Event::PageStarted(number) => {
                    progress.page(before + number);
                    Ok(())
                }
                Event::Page(read) => {
                    let image = read.page_image.as_ref().map(|image| image.image(file));
                    pages.add(read.page, image.as_ref())
                }
                Event::PageFailed(error) => pages.skip(Failure::Picture(error)),
                Event::Done(_) => Ok(()),
            })
            .await?;
            self.host.keep(worker);
            let failure = match ended {
                Ok(()) => break None,
                Err(failure) => failure,
            };
            failed_in_a_row = if pages.count() > before { 1 } else { failed_in_a_row + 1 };
            // A worker reads so many pages of a file; the next one reads on.
            let is_long = matches!(failure, Failure::Picture(PictureError::TooManyPages));
            let is_page_to_blame =
                !matches!(failure, Failure::Picture(_) | Failure::NoWorker(_) | Failure::Input(_));
            let goes_on = has_pages && (is_long || is_page_to_blame);
            if !goes_on || failed_in_a_row == MOST_FAILED_IN_A_ROW {
                break Some(failure);
            }
            if !is_long {
                pages.skip(failure)?;
            }
            match pages.remaining() {
                Some(remaining) => options.pages = remaining,
                None => break None,
            }
            input = match kept.clone().map_or_else(|| source.open(), |it| Ok(Input::Bytes(it))) {
                Ok(input) => input,
                Err(error) => break Some(Failure::Input(error)),
            };
        };
        pages.finish(failure).map_err(|failure| (name(), failure))
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

/// Reads one picture until there are no more pages. The outer error is that of who takes the pages, the inner one tells
/// why there are no more.
async fn read_pages(
    worker: &mut Worker,
    options: ReadOptions,
    input: Input,
    mut on_event: impl FnMut(Event) -> Result<(), (Name, Failure)>,
) -> Result<Result<(), Failure>, (Name, Failure)> {
    if let Err(error) = worker.read(options, input).await {
        return Ok(Err(error.into()));
    }
    loop {
        match worker.next().await {
            Ok(Event::Done(None)) => return Ok(Ok(())),
            Ok(Event::Done(Some(error))) => return Ok(Err(Failure::Picture(error))),
            Ok(event) => on_event(event)?,
            Err(error) => return Ok(Err(error.into())),
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
