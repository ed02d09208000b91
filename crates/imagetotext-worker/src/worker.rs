//! One worker process as the program sees it: start, requests, events, kill.

mod pipes;

use std::io;
use std::process::Command;
use std::sync::Arc;
use std::sync::mpsc as blocking;
use std::time::Duration;

use imagetotext::SecretBytes;
use imagetotext::source::Format;
use serde::Serialize;
use tokio::sync::mpsc;
use tokio::time::{Instant, timeout_at};
use zeroize::Zeroizing;

use crate::event_reader::{Event, EventReader, ReadPage, Received};
use crate::input::Input;
use crate::kill_handle::KillHandle;
use crate::last_sent::LastSent;
use crate::limits::Limits;
use crate::picture_error::PictureError;
use crate::protocol::{InputKind, ReadOptions, Request, SandboxReport, Setup};
use crate::{command, spawner};
use pipes::Outgoing;

/// Pages that wait to be received: a worker that is faster than its program waits, so that a document of
/// a thousand pages needs no more memory than one of three.
const WAITING_EVENTS: usize = 2;

/// A worker process; killed when dropped.
#[derive(Debug)]
pub struct Worker {
    process: KillHandle,
    outgoing: blocking::Sender<Outgoing>,
    incoming: mpsc::Receiver<Result<Received, WorkerError>>,
    limits: Limits,
    state: State,
    /// When the worker has taken too long.
    deadline: Instant,
    /// When it was sent a piece of a file.
    sent: Arc<LastSent>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Starting,
    Idle,
    Reading { wanted: Wanted, is_pdf: bool },
    Failed,
}

/// What is to come with each page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Wanted {
    previews: bool,
    page_images: bool,
    /// In place of an image, where one is possible.
    page_updates: bool,
}

impl Wanted {
    fn is_all_of(self, read: &ReadPage) -> bool {
        let is_update = read.update.is_some();
        read.images.is_some() == self.previews
            && (!is_update || self.page_updates)
            && read.page_image.is_some() == (self.page_images && !is_update)
    }
}

/// Why a worker does not do its work.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WorkerError {
    /// No process can be started.
    #[error("no worker can be started: {0}")]
    Start(io::Error),
    /// The models cannot be used.
    #[error("the models cannot be used: {0:?}")]
    Models(PictureError),
    /// The file cannot be read.
    #[error("the file cannot be read: {0}")]
    Input(io::Error),
    /// It ended by itself.
    #[error("the worker crashed")]
    Crashed,
    /// It needed more memory than it may have.
    #[error("the worker ran out of memory")]
    OutOfMemory,
    /// It took longer for a page than it may.
    #[error("the worker took more than {seconds} seconds")]
    TimedOut {
        /// How long it may take.
        seconds: u32,
    },
    /// It sent something that our workers never send.
    #[error("the worker sent something unexpected")]
    Unexpected,
}

impl Worker {
    /// Starts `program`; `frames` follow the setup. Does not wait until it is ready.
    pub(crate) fn start(
        mut program: Command,
        setup: &Setup,
        frames: Vec<Arc<SecretBytes>>,
        limits: Limits,
    ) -> Result<Self, WorkerError> {
        command::isolate(&mut program);
        let mut child = spawner::spawn(program).map_err(WorkerError::Start)?;
        let pipes = child.stdin.take().zip(child.stdout.take());
        let process = KillHandle::new(child);
        let (stdin, stdout) =
            pipes.ok_or_else(|| WorkerError::Start(io::ErrorKind::BrokenPipe.into()))?;
        let (outgoing, to_write) = blocking::channel();
        let (received, incoming) = mpsc::channel(WAITING_EVENTS);
        let events = EventReader::new(stdout, limits);
        let (process_of_reader, timeout) = (process.clone(), seconds(&limits));
        let (failed, input_error) = blocking::sync_channel(1);
        let sent = Arc::new(LastSent::now());
        let sent_by_writer = sent.clone();
        let thread = |name: &str| std::thread::Builder::new().name(name.into());
        thread("worker-input")
            .spawn(move || pipes::write_all(stdin, &to_write, &sent_by_writer, &failed))
            .map_err(WorkerError::Start)?;
        thread("worker-output")
            .spawn(move || {
                pipes::receive_all(events, &process_of_reader, timeout, &input_error, &received);
            })
            .map_err(WorkerError::Start)?;
        let deadline = Instant::now() + limits.page_timeout;
        let state = State::Starting;
        let worker = Self { process, outgoing, incoming, limits, state, deadline, sent };
        worker.send(setup);
        for frame in frames {
            worker.send_frame(Input::Bytes(frame));
        }
        Ok(worker)
    }

    /// Waits until the models are loaded and the sandbox is entered. Returns at once after the first time.
    ///
    /// # Errors
    /// [`WorkerError`]; then the worker is of no more use.
    pub async fn ready(&mut self) -> Result<(), WorkerError> {
        if self.state != State::Starting {
            return Ok(());
        }
        match self.receive().await? {
            Received::Ready => {
                self.state = State::Idle;
                Ok(())
            }
            Received::SetupFailed(error) => Err(self.fail(WorkerError::Models(error))),
            _ => Err(self.fail(WorkerError::Unexpected)),
        }
    }

    /// Asks for a picture to be read, when the worker is ready; the answers come with [`Worker::next`].
    ///
    /// # Errors
    /// [`WorkerError`]; then the worker is of no more use.
    pub async fn read(
        &mut self,
        options: ReadOptions,
        input: impl Into<Input>,
    ) -> Result<(), WorkerError> {
        self.ready().await?;
        match self.incoming.try_recv() {
            // It has ended since.
            Ok(Err(error)) => return Err(self.fail(error)),
            Err(_) if self.state == State::Idle => {}
            // Nothing was asked for, so nothing may have been sent; or a picture is being read still.
            Ok(Ok(_)) | Err(_) => return Err(self.fail(WorkerError::Unexpected)),
        }
        let mut input = input.into();
        // The worker was not asked yet, and can read the next file.
        let format = input.format().map_err(WorkerError::Input)?;
        let is_pdf = options.input == InputKind::File && format == Some(Format::Pdf);
        let ReadOptions { previews, page_images, page_updates, .. } = options;
        let wanted = Wanted { previews, page_images, page_updates: page_updates && is_pdf };
        self.state = State::Reading { wanted, is_pdf };
        self.deadline = Instant::now() + self.decode_timeout(is_pdf);
        self.send(&Request(options));
        self.send_frame(input);
        Ok(())
    }

    /// What happens next. After [`Event::Done`] the worker can read another picture. May be cancelled: no
    /// event is lost.
    ///
    /// # Errors
    /// [`WorkerError`]; then the worker is of no more use.
    pub async fn next(&mut self) -> Result<Event, WorkerError> {
        let State::Reading { wanted, is_pdf } = self.state else {
            return Err(self.fail(WorkerError::Unexpected));
        };
        let Received::Event(event) = self.receive().await? else {
            return Err(self.fail(WorkerError::Unexpected));
        };
        match &event {
            Event::Page(read) if !wanted.is_all_of(read) => {
                return Err(self.fail(WorkerError::Unexpected));
            }
            Event::Page(_) | Event::PageFailed(_) => {
                self.deadline = Instant::now() + self.decode_timeout(is_pdf);
            }
            Event::PageStarted(_) => self.deadline = Instant::now() + self.limits.page_timeout,
            Event::Done(_) => self.state = State::Idle,
        }
        Ok(event)
    }

    /// What the sandbox refuses, from a worker that was started to try it.
    pub(crate) async fn report(&mut self) -> Result<SandboxReport, WorkerError> {
        match self.receive().await? {
            Received::Report(report) => Ok(report),
            _ => Err(self.fail(WorkerError::Unexpected)),
        }
    }

    /// Whether it waits for a picture.
    pub fn is_idle(&self) -> bool {
        self.state == State::Idle && self.is_alive()
    }

    /// Whether its process is there.
    pub fn is_alive(&self) -> bool {
        self.state != State::Failed && matches!(self.process.child().try_wait(), Ok(None))
    }

    /// A handle that kills it from any thread.
    pub fn kill_handle(&self) -> KillHandle {
        self.process.clone()
    }

    async fn receive(&mut self) -> Result<Received, WorkerError> {
        loop {
            return match timeout_at(self.deadline, self.incoming.recv()).await {
                Ok(Some(Ok(received))) => Ok(received),
                Ok(Some(Err(error))) => Err(self.fail(error)),
                Ok(None) => Err(self.fail(WorkerError::Crashed)),
                Err(_) if self.is_sending() => continue,
                Err(_) => Err(self.fail(WorkerError::TimedOut { seconds: seconds(&self.limits) })),
            };
        }
    }

    /// Whether a slow disk is why nothing has come; moves the deadline then.
    fn is_sending(&mut self) -> bool {
        let deadline = self.sent.time() + self.timeout();
        let is_sending = deadline > self.deadline;
        self.deadline = self.deadline.max(deadline);
        is_sending
    }

    /// How long the worker may take for what it does now.
    fn timeout(&self) -> Duration {
        let is_pdf = matches!(self.state, State::Reading { is_pdf: true, .. });
        self.decode_timeout(is_pdf)
    }

    /// How long the next page may take until it is decoded.
    fn decode_timeout(&self, is_pdf: bool) -> Duration {
        if is_pdf { self.limits.pdf_page_timeout } else { self.limits.page_timeout }
    }

    fn fail(&mut self, error: WorkerError) -> WorkerError {
        self.state = State::Failed;
        self.process.kill();
        error
    }

    fn send(&self, message: &impl Serialize) {
        if let Ok(bytes) = postcard::to_stdvec(message) {
            // When the thread that writes has ended, the worker has too, and that is noticed elsewhere.
            let _ = self.outgoing.send(Outgoing::Message(Zeroizing::new(bytes)));
        }
    }

    fn send_frame(&self, input: Input) {
        let _ = self.outgoing.send(Outgoing::Bare(input));
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.process.kill();
    }
}

fn seconds(limits: &Limits) -> u32 {
    u32::try_from(limits.page_timeout.as_secs()).unwrap_or(u32::MAX)
}

#[cfg(unix)]
#[cfg(test)]
mod tests;
