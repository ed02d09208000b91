//! One picture file in, its text out, whatever happens on the way. A sandboxed worker does the work;
//! this side opens the files.

use std::num::NonZeroUsize;
use std::sync::Arc;
use std::thread::available_parallelism;

use imagetotext::source::Format as FileFormat;
use imagetotext::{Document, SecretBytes};
use imagetotext_files::ReadError;
use imagetotext_worker::{
    Config, Event, Host, Input, PictureError, ReadOptions, ReceivedImage, Worker, WorkerError,
};

use crate::args::{Format, Job};
use crate::input::{InputError, Source};
use crate::messages::Failure;
use crate::models::ModelPaths;
use crate::name::Name;
use crate::pages::Pages;
use crate::password;
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

/// The text of one file.
#[derive(Debug)]
pub(crate) struct ReadResult {
    /// The pages, at least one. Those that were not read are empty.
    pub(crate) document: Document,
    /// The pictures of the pages, if they were asked for.
    pub(crate) images: Vec<Option<ReceivedImage>>,
    /// The file that was read, if it is the picture of its page.
    pub(crate) file: Arc<SecretBytes>,
    /// Why pages are missing or empty.
    pub(crate) failures: Vec<Failure>,
}

impl ReadResult {
    /// A document without images.
    pub(crate) fn new(document: Document) -> Self {
        let file = Arc::new(SecretBytes::from(Vec::new()));
        Self { document, images: Vec::new(), file, failures: Vec::new() }
    }
}

impl Reader {
    /// Starts a worker as `job` asks, one of `lanes`, and waits until it is ready.
    pub(crate) async fn start(job: &Job, lanes: usize) -> Result<Self, (Name, Failure)> {
        let password = job.password_file.as_deref().map(password::read).transpose()?;
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

    /// Reads all pages. Pages before one that cannot be read are kept, and of a PDF or TIFF those after it.
    pub(crate) async fn read(
        &mut self,
        source: &Source,
        progress: &Progress,
    ) -> Result<ReadResult, (Name, Failure)> {
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
        let mut options = self.options.clone();
        let mut pages = Pages::new(options.pages.clone());
        let mut failed_in_a_row = 0;
        let failure = loop {
            let mut worker = self.worker().await?;
            let before = pages.count();
            let ended = read_pages(&mut worker, options.clone(), input, |event| match event {
                Event::PageStarted(number) => progress.page(before + number),
                Event::Page(read) => pages.add(read.page, read.page_image),
                Event::PageFailed(error) => pages.skip(Failure::Picture(error)),
                Event::Done(_) => {}
            })
            .await;
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
                pages.skip(failure);
            }
            match pages.remaining() {
                Some(remaining) => options.pages = remaining,
                None => break None,
            }
            input = match &kept {
                Some(bytes) => Input::Bytes(bytes.clone()),
                None => source.open().map_err(failed)?,
            };
        };
        let mut read = pages.finish(failure).map_err(|failure| (name(), failure))?;
        read.file = kept.unwrap_or(read.file);
        Ok(read)
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

/// Reads one picture until there are no more pages.
async fn read_pages(
    worker: &mut Worker,
    options: ReadOptions,
    input: Input,
    mut on_event: impl FnMut(Event),
) -> Result<(), Failure> {
    worker.read(options, input).await?;
    loop {
        match worker.next().await? {
            Event::Done(None) => return Ok(()),
            Event::Done(Some(error)) => return Err(Failure::Picture(error)),
            event => on_event(event),
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
