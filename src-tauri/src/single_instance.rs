//! A second start sends what it was asked for to the first and ends: two programs would overwrite each other's
//! settings, and nobody wants two windows.
//!
//! They meet at a local socket, and each makes sure that the other belongs to the same user before a
//! file is named. Where that cannot be made sure, each start has a window of its own.

#[cfg(unix)]
mod unix;
// Its protocol also runs on Linux, where it is tested.
#[cfg(any(windows, all(test, target_os = "linux")))]
mod windows;

use std::io::{self, Read as _, Write as _};
use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use interprocess::local_socket::{Listener, Stream, prelude::*};

use crate::arguments::Launch;

#[cfg(unix)]
use self::unix as transport;
#[cfg(windows)]
use self::windows as transport;

/// Most bytes of a message: a few thousand paths.
const MAX_BYTES: u64 = 8 << 20;

/// How long each side may take for one exchange.
const TIMEOUT: Duration = Duration::from_secs(5);

/// Most second starts that are served at the same time; the next one has a window of its own.
const MAX_CONNECTIONS: usize = 16;

/// Pause after a connection could not be accepted, because the next one may fail at once, too.
const RETRY_DELAY: Duration = Duration::from_millis(100);

/// The answer to a second start that was accepted.
const ACCEPTED: &[u8] = b"accepted";

/// Sends a start, with absolute paths, to the instance that runs already. Whether one has accepted it.
pub(crate) fn send(launch: &Launch) -> bool {
    send_over(transport::connect, launch).is_ok()
}

/// Calls `on_launch` with each second start, on a thread of its own.
pub(crate) fn listen(on_launch: impl Fn(Launch) + Send + Sync + 'static) {
    // Without a listener each start has a window of its own.
    if let Ok(listener) = transport::listener() {
        serve(listener, transport::authenticate, on_launch);
    }
}

fn send_over(
    connect: impl FnOnce() -> io::Result<Stream> + Send + 'static,
    launch: &Launch,
) -> io::Result<()> {
    let message = postcard::to_stdvec(launch).map_err(io::Error::other)?;
    with_timeout(move || {
        let mut stream = connect()?;
        limit_waiting(&stream);
        stream.write_all(&(message.len() as u64).to_le_bytes())?;
        stream.write_all(&message)?;
        let mut answer = Vec::new();
        stream.take(ACCEPTED.len() as u64).read_to_end(&mut answer)?;
        if answer == ACCEPTED { Ok(()) } else { Err(io::ErrorKind::ConnectionRefused.into()) }
    })
}

fn serve(
    listener: Listener,
    authenticate: fn(Stream) -> io::Result<Stream>,
    on_launch: impl Fn(Launch) + Send + Sync + 'static,
) {
    let on_launch = Arc::new(on_launch);
    thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(stream) = stream else {
                thread::sleep(RETRY_DELAY);
                continue;
            };
            // Each connection holds one reference, the loop another.
            if Arc::strong_count(&on_launch) > MAX_CONNECTIONS {
                continue;
            }
            let on_launch = on_launch.clone();
            let connection = move || {
                // A message that makes no sense is not answered.
                let Ok((launch, mut stream)) = with_timeout(move || {
                    limit_waiting(&stream);
                    receive(authenticate(stream)?)
                }) else {
                    return;
                };
                if stream.write_all(ACCEPTED).is_ok() {
                    on_launch(launch);
                }
            };
            // Without a thread the connection is closed.
            let _ = thread::Builder::new().spawn(connection);
        }
    });
}

fn receive(mut stream: Stream) -> io::Result<(Launch, Stream)> {
    let mut length = [0; 8];
    stream.read_exact(&mut length)?;
    let length = u64::from_le_bytes(length);
    if length > MAX_BYTES {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut message = Vec::new();
    (&mut stream).take(length).read_to_end(&mut message)?;
    let launch = postcard::from_bytes(&message).map_err(io::Error::other)?;
    Ok((launch, stream))
}

/// Ends a thread that [`with_timeout`] has left behind.
fn limit_waiting(stream: &Stream) {
    // Named pipes do not support it: there the thread ends with the other program.
    let _ = stream.set_recv_timeout(Some(TIMEOUT));
    let _ = stream.set_send_timeout(Some(TIMEOUT));
}

/// Runs `work` on a thread that is left behind after [`TIMEOUT`]: named pipes have no time-outs of
/// their own, and connecting has none on any system.
fn with_timeout<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> io::Result<T> {
    let (sender, receiver) = channel();
    thread::Builder::new().spawn(move || {
        // It fails after the timeout, when nobody waits any more.
        let _ = sender.send(work());
    })?;
    receiver.recv_timeout(TIMEOUT).unwrap_or_else(|error| {
        Err(match error {
            RecvTimeoutError::Timeout => io::ErrorKind::TimedOut.into(),
            RecvTimeoutError::Disconnected => io::ErrorKind::Other.into(),
        })
    })
}

#[cfg(test)]
#[cfg(unix)]
mod tests;
