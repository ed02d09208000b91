//! How a worker answers a file.

use std::sync::Arc;

use imagetotext_worker::{Event, PictureError, ReadOptions, Worker, WorkerError};

/// The answer to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// At least one page was read.
    Read,
    /// The file was refused with an error.
    Refused,
    /// An internal error or a message that breaks the protocol: a bug in our code.
    Fault,
    /// The process ended.
    Crashed,
    /// There was no answer in time.
    Hung,
}

/// Has the worker read a file.
pub(crate) async fn read(worker: &mut Worker, bytes: Vec<u8>) -> Outcome {
    if let Err(error) = worker.read(ReadOptions::default(), Arc::new(bytes.into())).await {
        return failure(&error);
    }
    let mut pages = 0;
    loop {
        match worker.next().await {
            Ok(Event::PageStarted(_) | Event::PageFailed(_)) => {}
            Ok(Event::Page(_)) => pages += 1,
            Ok(Event::Done(Some(PictureError::Internal { .. } | PictureError::Model { .. }))) => {
                return Outcome::Fault;
            }
            Ok(Event::Done(_)) if pages > 0 => return Outcome::Read,
            Ok(Event::Done(_)) => return Outcome::Refused,
            Err(error) => return failure(&error),
        }
    }
}

fn failure(error: &WorkerError) -> Outcome {
    match error {
        WorkerError::TimedOut { .. } => Outcome::Hung,
        WorkerError::Crashed | WorkerError::OutOfMemory => Outcome::Crashed,
        _ => Outcome::Fault,
    }
}
