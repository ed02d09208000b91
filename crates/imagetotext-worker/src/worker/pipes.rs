//! The threads at the pipes of a worker.

use std::io;
use std::process::{ChildStdin, ChildStdout};
use std::sync::mpsc as blocking;

use tokio::sync::mpsc;
use zeroize::Zeroizing;

use super::WorkerError;
use crate::event_reader::{EventReader, Received};
use crate::exit_cause::ExitCause;
use crate::frame;
use crate::input::{Input, SendError};
use crate::kill_handle::KillHandle;
use crate::last_sent::LastSent;

/// What the thread that writes is given.
#[derive(Debug)]
pub(super) enum Outgoing {
    /// A message, encoded.
    Message(Zeroizing<Vec<u8>>),
    /// The bytes of a picture or of a model.
    Bare(Input),
}

/// On a thread of its own: a worker that does not read must not stop the program.
/// A worker whose input ends in the middle of a frame ends; `failed` receives why a file could not be read.
pub(super) fn write_all(
    mut stdin: ChildStdin,
    outgoing: &blocking::Receiver<Outgoing>,
    sent: &LastSent,
    failed: &blocking::SyncSender<io::Error>,
) {
    for frame in outgoing {
        let result = match frame {
            Outgoing::Message(bytes) => {
                frame::send(&mut stdin, &bytes).map_err(|_| SendError::Worker)
            }
            Outgoing::Bare(input) => input.send(&mut stdin, sent),
        };
        match result {
            Ok(()) => {}
            Err(SendError::Worker) => return,
            Err(SendError::File(error)) => {
                let _ = failed.try_send(error);
                return;
            }
        }
    }
}

/// On a thread of its own: a worker that sends nothing must not stop the program.
pub(super) fn receive_all(
    mut events: EventReader<ChildStdout>,
    process: &KillHandle,
    timeout: u32,
    input_error: &blocking::Receiver<io::Error>,
    received: &mpsc::Sender<Result<Received, WorkerError>>,
) {
    loop {
        let next = events.next().map_err(|error| match error.kind() {
            io::ErrorKind::InvalidData => WorkerError::Unexpected,
            io::ErrorKind::OutOfMemory => WorkerError::OutOfMemory,
            _ => match (input_error.try_recv(), process.exit_cause()) {
                (Ok(error), _) => WorkerError::Input(error),
                (_, ExitCause::Crashed) => WorkerError::Crashed,
                (_, ExitCause::OutOfMemory) => WorkerError::OutOfMemory,
                (_, ExitCause::TimedOut) => WorkerError::TimedOut { seconds: timeout },
            },
        });
        let is_last = next.is_err();
        if received.blocking_send(next).is_err() || is_last {
            return;
        }
    }
}
