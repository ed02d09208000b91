//! A reader as the shell has it in hand: started ahead of time, fed, listened to, ended.

use std::io::{self, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use imagetotext::Page;
use imagetotext_sandbox::HUGE_PAGES;

use super::wire::{Image, Order, Reply, hear, receive_image, send, send_bytes};
use crate::contract::{Timing, Trouble};
use crate::personal::Consented;

/// How long a reader may be silent before it is ended: the largest picture that is decoded takes
/// half a minute on a slow computer.
const PATIENCE: Duration = Duration::from_mins(2);

/// How long a process may take from its last word to its end.
const AGONY: Duration = Duration::from_secs(2);

/// A process that waits for a picture, or reads one.
pub(crate) struct Reader {
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    killer: Killer,
}

/// Ends a reader, from any thread and at any time; it ends by itself when the last one is dropped.
#[derive(Clone)]
pub(crate) struct Killer(Arc<Process>);

struct Process {
    child: Mutex<Child>,
    /// Whether it was ended for its silence.
    hung: AtomicBool,
}

/// What a reader made of a picture.
pub(crate) struct Reading {
    /// The pages, at least one.
    pub(crate) pages: Vec<ReadPage>,
    /// Why later pages are missing, if they are.
    pub(crate) stopped: Option<Trouble>,
    /// Where the time went; [`Timing::clipboard`] and [`Timing::total`] are not known here.
    pub(crate) timing: Timing,
}

/// A page that was read.
pub(crate) struct ReadPage {
    /// What stands on it.
    pub(crate) page: Page,
    /// The page, to be looked at.
    pub(crate) preview: Image,
    /// The page, to be told from others.
    pub(crate) thumbnail: Image,
}

impl Reader {
    /// Starts one out of the executable `program`; it gets ready by itself.
    pub(crate) fn start(program: &Path, _: &Consented) -> io::Result<Self> {
        let mut command = Command::new(program);
        let (name, value) = HUGE_PAGES;
        command.arg(super::ARGUMENT).env(name, value);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        restrain(&mut command);
        let mut child = command.spawn()?;
        let (input, output) = (child.stdin.take(), child.stdout.take());
        let (input, output) = input.zip(output).ok_or(io::ErrorKind::BrokenPipe)?;
        let process = Process { child: Mutex::new(child), hung: AtomicBool::new(false) };
        Ok(Self { input, output: BufReader::new(output), killer: Killer(Arc::new(process)) })
    }

    /// What ends it.
    pub(crate) fn killer(&self) -> Killer {
        self.killer.clone()
    }

    /// Whether it is still there.
    pub(crate) fn is_alive(&self) -> bool {
        self.killer.is_alive()
    }

    /// Has a picture read, and ends. `begun` is told each page, from 1, before it is read.
    ///
    /// # Errors
    /// Why not a single page was read.
    pub(crate) fn read(
        mut self,
        order: Order,
        bytes: &[u8],
        begun: impl FnMut(u32),
    ) -> Result<Reading, Trouble> {
        let mut reading = Reading { pages: Vec::new(), stopped: None, timing: Timing::default() };
        let alarm = Alarm::set(self.killer());
        let outcome = self.converse(order, bytes, &mut reading, begun, &alarm);
        drop(alarm);
        let trouble = match outcome {
            Ok(trouble) => trouble,
            Err(error) => Some(self.killer.autopsy(&error)),
        };
        match trouble {
            Some(trouble) if reading.pages.is_empty() => Err(trouble),
            None if reading.pages.is_empty() => Err(Trouble::Internal),
            stopped => Ok(Reading { stopped, ..reading }),
        }
    }

    fn converse(
        &mut self,
        order: Order,
        bytes: &[u8],
        reading: &mut Reading,
        mut begun: impl FnMut(u32),
        alarm: &Alarm,
    ) -> io::Result<Option<Trouble>> {
        let start = Instant::now();
        send(&mut self.input, &order)?;
        send_bytes(&mut self.input, bytes)?;
        loop {
            let reply = hear(&mut self.output)?;
            alarm.delay();
            match reply {
                Reply::Ready => {
                    reading.timing.start = start.elapsed().as_secs_f32() * 1e3;
                }
                Reply::Begun(page) => begun(page),
                Reply::Read(sheet) => {
                    let preview = receive_image(&mut self.output, sheet.preview)?;
                    let thumbnail = receive_image(&mut self.output, sheet.thumbnail)?;
                    reading.timing.decode += sheet.decode;
                    reading.timing.detect += sheet.detect;
                    reading.timing.recognise += sheet.recognise;
                    reading.pages.push(ReadPage { page: sheet.page, preview, thumbnail });
                }
                Reply::Done(fault) => return Ok(fault.map(Trouble::from)),
            }
        }
    }
}

impl Killer {
    /// Ends the process and waits until it is gone.
    pub(crate) fn kill(&self) {
        let mut child = self.child();
        // It may have ended by itself: then there is nothing to do.
        let _ = child.kill();
        let _ = child.wait();
    }

    fn is_alive(&self) -> bool {
        matches!(self.child().try_wait(), Ok(None))
    }

    fn child(&self) -> std::sync::MutexGuard<'_, Child> {
        self.0.child.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Why the process says no more.
    fn autopsy(&self, error: &io::Error) -> Trouble {
        // One that is silent ends at once, one that talks nonsense does not.
        if error.kind() != io::ErrorKind::InvalidData {
            let end = Instant::now() + AGONY;
            while self.is_alive() && Instant::now() < end {
                std::thread::sleep(AGONY / 100);
            }
        }
        let mut child = self.child();
        let _ = child.kill();
        let status = child.wait();
        if self.0.hung.load(Ordering::Relaxed) {
            return Trouble::TookTooLong { seconds: PATIENCE.as_secs() as u32 };
        }
        status.map_or(Trouble::Crashed, cause)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let child = self.child.get_mut().unwrap_or_else(PoisonError::into_inner);
        let _ = child.kill();
        let _ = child.wait();
    }
}

/// Ends a reader that is silent for longer than [`PATIENCE`].
struct Alarm(Sender<()>);

impl Alarm {
    fn set(killer: Killer) -> Self {
        let (delay, delays) = channel();
        std::thread::spawn(move || {
            loop {
                match delays.recv_timeout(PATIENCE) {
                    Ok(()) => {}
                    Err(RecvTimeoutError::Disconnected) => return,
                    Err(RecvTimeoutError::Timeout) => {
                        killer.0.hung.store(true, Ordering::Relaxed);
                        return killer.kill();
                    }
                }
            }
        });
        Self(delay)
    }

    /// Starts waiting anew.
    fn delay(&self) {
        // When it rang already, the reader is gone, and that is noticed elsewhere.
        let _ = self.0.send(());
    }
}

/// Gives a reader nothing of what this program was given.
#[cfg(unix)]
fn restrain(command: &mut Command) {
    command.env_clear();
}

/// No black window of a console; Windows needs its environment to start a program.
#[cfg(windows)]
fn restrain(command: &mut Command) {
    use std::os::windows::process::CommandExt as _;
    /// `CREATE_NO_WINDOW` of processthreadsapi.h.
    const NO_WINDOW: u32 = 0x0800_0000;
    command.creation_flags(NO_WINDOW);
}

/// What an ending means: a program of Rust that gets no memory aborts.
#[cfg(unix)]
fn cause(status: ExitStatus) -> Trouble {
    use std::os::unix::process::ExitStatusExt as _;
    /// `SIGABRT` and `SIGXCPU` of signal(7), the same on Linux and macOS but for the latter's name.
    const ABORTED: i32 = 6;
    const TOO_LONG: i32 = 24;
    match status.signal() {
        Some(ABORTED) => Trouble::OutOfMemory,
        Some(TOO_LONG) => Trouble::TookTooLong { seconds: PATIENCE.as_secs() as u32 },
        _ => Trouble::Crashed,
    }
}

/// What an ending means: `STATUS_STACK_BUFFER_OVERRUN` is how a program of Rust aborts there.
#[cfg(windows)]
fn cause(status: ExitStatus) -> Trouble {
    const ABORTED: i32 = 0xC000_0409_u32 as i32;
    if status.code() == Some(ABORTED) { Trouble::OutOfMemory } else { Trouble::Crashed }
}
