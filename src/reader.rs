//! One picture file in, its text out, whatever happens on the way. A sandboxed worker does the work;
//! this side opens the files.

use std::num::NonZeroUsize;
use std::sync::Arc;
use std::thread::available_parallelism;

use imagetotext::{Document, SecretBytes};
use imagetotext_worker::{
    Config, Event, Host, PictureError, ReadOptions, ReceivedImage, Worker, WorkerError,
};

use crate::args::{Format, Job};
use crate::input::Source;
use crate::messages::Failure;
use crate::models::ModelPaths;
use crate::name::Name;
use crate::progress::Progress;

/// Reads pictures with one worker after the other: a new one takes the place of one that failed.
#[derive(Debug)]
pub(crate) struct Reader {
    models: Option<ModelPaths>,
    options: ReadOptions,
    host: Host,
}

/// The text of one file.
#[derive(Debug)]
pub(crate) struct ReadResult {
    /// The pages, at least one.
    pub(crate) document: Document,
    /// The pictures of the pages, if they were asked for.
    pub(crate) images: Vec<ReceivedImage>,
    /// The file that was read.
    pub(crate) file: Arc<SecretBytes>,
    /// Why later pages are missing, if they are.
    pub(crate) incomplete: Option<Failure>,
}

#[cfg(test)]
impl ReadResult {
    /// A document that came from no file.
    pub(crate) fn new(document: Document) -> Self {
        let file = Arc::new(SecretBytes::from(Vec::new()));
        Self { document, images: Vec::new(), file, incomplete: None }
    }
}

impl Reader {
    /// Starts a worker as `job` asks, one of `lanes`, and waits until it is ready.
    pub(crate) async fn start(job: &Job, lanes: usize) -> Result<Self, (Name, Failure)> {
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
            page_images: job.format == Format::Pdf,
            no_codes: !job.codes,
            script: job.script,
            ..ReadOptions::default()
        };
        let mut reader = Self { models, options, host };
        let worker = reader.worker().await?;
        reader.host.keep(worker);
        Ok(reader)
    }

    /// Reads all pages. Pages before one that cannot be read are kept.
    pub(crate) async fn read(
        &mut self,
        source: &Source,
        progress: &Progress,
    ) -> Result<ReadResult, (Name, Failure)> {
        let name = || source.name();
        let bytes = source.read().map_err(|error| (name(), Failure::Input(error)))?;
        let file = Arc::new(SecretBytes::from(bytes));
        let mut worker = self.worker().await?;
        let (mut pages, mut images) = (Vec::new(), Vec::new());
        let failure = read_pages(&mut worker, self.options, file.clone(), |event| match event {
            Event::PageStarted(number) => progress.page(number),
            Event::Page(read) => {
                pages.push(read.page);
                images.extend(read.page_image);
            }
            Event::Done(_) => {}
        })
        .await;
        self.host.keep(worker);
        match failure {
            Some(failure) if pages.is_empty() => Err((name(), failure)),
            failure => Ok(ReadResult {
                incomplete: failure.map(|why| Failure::Page(pages.len() + 1, Box::new(why))),
                document: Document::new(pages),
                images,
                file,
            }),
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

/// Reads one picture; returns why there are no more pages, if that is a failure.
async fn read_pages(
    worker: &mut Worker,
    options: ReadOptions,
    bytes: Arc<SecretBytes>,
    mut on_event: impl FnMut(Event),
) -> Option<Failure> {
    if let Err(error) = worker.read(options, bytes).await {
        return Some(error.into());
    }
    loop {
        match worker.next().await {
            Ok(Event::Done(error)) => return error.map(Failure::Picture),
            Ok(event) => on_event(event),
            Err(error) => return Some(error.into()),
        }
    }
}

impl From<WorkerError> for Failure {
    fn from(error: WorkerError) -> Self {
        match error {
            WorkerError::Start(error) => Self::NoWorker(error),
            WorkerError::Models(error) => Self::Picture(error),
            WorkerError::TimedOut { .. } => Self::TimedOut,
            WorkerError::OutOfMemory => Self::OutOfMemory,
            _ => Self::Crashed,
        }
    }
}
