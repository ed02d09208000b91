//! The thread that starts workers. On Linux a worker ends when the thread that started it does
//! (`PR_SET_PDEATHSIG` of prctl(2)), so that none outlives a program that was killed: this one lives as
//! long as the program, which no thread of a runtime's pool promises.

use std::io;
use std::process::{Child, Command};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Mutex, PoisonError};

type Job = (Command, Sender<io::Result<Child>>);

/// Starts a process from the spawner thread and waits until it is started.
///
/// # Errors
/// Those of [`Command::spawn`], and of starting the thread.
pub(crate) fn spawn(command: Command) -> io::Result<Child> {
    let (reply, started) = channel();
    let lost = |_| io::Error::from(io::ErrorKind::BrokenPipe);
    jobs()?.send((command, reply)).map_err(|_| io::Error::from(io::ErrorKind::BrokenPipe))?;
    started.recv().map_err(lost)?
}

/// The channel to the spawner of this process. A process that was forked has the channel of its parent, but not
/// the thread at its other end.
fn jobs() -> io::Result<Sender<Job>> {
    static JOBS: Mutex<Option<(u32, Sender<Job>)>> = Mutex::new(None);
    let process = std::process::id();
    let mut jobs = JOBS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((owner, jobs)) = &*jobs
        && *owner == process
    {
        return Ok(jobs.clone());
    }
    let (sender, receiver) = channel::<Job>();
    std::thread::Builder::new().name("spawner".into()).spawn(move || {
        for (mut command, reply) in receiver {
            // The caller waits for it.
            let _ = reply.send(command.spawn());
        }
    })?;
    *jobs = Some((process, sender.clone()));
    Ok(sender)
}
