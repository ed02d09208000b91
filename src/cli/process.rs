//! The reading process as seen from the program: started, asked, and ended when it does not answer.

use std::io;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use imagetotext_sandbox::HUGE_PAGES;
use zeroize::Zeroizing;

use super::confined::Role;
use super::wire::{self, Reply};

/// How long one page may take. A page of 120 million pixels takes a minute on one slow core; whoever
/// waits a quarter of an hour waits for a file that was made to hang.
const PATIENCE: Duration = Duration::from_mins(15);

/// Files that are sent together and answered together.
type Frames = Vec<Zeroizing<Vec<u8>>>;

/// A reading process; ended when dropped.
pub(super) struct Process {
    child: Child,
    requests: Sender<Frames>,
    replies: Receiver<io::Result<Reply>>,
    patience: Duration,
}

/// Why a reading process does not answer.
#[derive(Debug)]
pub(super) enum Silence {
    /// It has ended, or says what makes no sense.
    Ended,
    /// It took too long.
    TooSlow,
}

impl Process {
    /// Starts a reading process.
    pub(super) fn start(role: Role) -> io::Result<Self> {
        let mut command = Command::new(myself()?);
        let (name, value) = HUGE_PAGES;
        command.args(role.args()).env(name, value);
        Self::run(command, PATIENCE)
    }

    fn run(mut command: Command, patience: Duration) -> io::Result<Self> {
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        // What a library prints when it gives up may quote the picture.
        let mut child = command.stderr(Stdio::null()).spawn()?;
        let stdin = child.stdin.take().ok_or(io::ErrorKind::BrokenPipe)?;
        let stdout = child.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?;
        let (requests, to_send) = channel();
        let (heard, replies) = channel();
        thread::spawn(move || {
            // An error was sent; nobody is left to be told when that fails.
            let _ = converse(stdin, stdout, &to_send, &heard);
        });
        Ok(Self { child, requests, replies, patience })
    }

    /// Asks; the answers come with [`Process::answer`].
    pub(super) fn ask(&self, frames: Frames) {
        // When it has ended, the answer will tell.
        let _ = self.requests.send(frames);
    }

    /// The next answer.
    pub(super) fn answer(&self) -> Result<Reply, Silence> {
        match self.replies.recv_timeout(self.patience) {
            Ok(Ok(reply)) => Ok(reply),
            Ok(Err(_)) | Err(RecvTimeoutError::Disconnected) => Err(Silence::Ended),
            Err(RecvTimeoutError::Timeout) => Err(Silence::TooSlow),
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Errors: it has ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The file of this very program. On Linux that stays right when the program is replaced meanwhile.
fn myself() -> io::Result<PathBuf> {
    if cfg!(target_os = "linux") { Ok("/proc/self/exe".into()) } else { std::env::current_exe() }
}

/// In a thread of its own: writing and reading wait for the other side, which may never come.
fn converse(
    mut stdin: impl io::Write,
    mut stdout: impl io::Read,
    requests: &Receiver<Frames>,
    replies: &Sender<io::Result<Reply>>,
) -> Result<(), std::sync::mpsc::SendError<io::Result<Reply>>> {
    while let Ok(frames) = requests.recv() {
        let sent = frames.iter().try_for_each(|frame| wire::send(&mut stdin, frame));
        drop(frames);
        if let Err(error) = sent {
            return replies.send(Err(error));
        }
        loop {
            match wire::hear(&mut stdout) {
                Ok(page @ Reply::Page(_)) => replies.send(Ok(page))?,
                Ok(last) => {
                    replies.send(Ok(last))?;
                    break;
                }
                Err(error) => return replies.send(Err(error)),
            }
        }
    }
    Ok(())
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::*;

    fn process(script: &str, patience: Duration) -> Process {
        let mut shell = Command::new("sh");
        shell.args(["-c", script]);
        Process::run(shell, patience).unwrap()
    }

    fn asked(script: &str, patience: Duration) -> Result<Reply, Silence> {
        let process = process(script, patience);
        // More than a pipe holds: a process that does not read must not stop us.
        process.ask(vec![Zeroizing::new(vec![0; 1 << 20])]);
        process.answer()
    }

    #[test]
    fn a_process_that_hangs_is_ended() {
        let outcome = asked("exec sleep 100", Duration::from_millis(200));
        assert!(matches!(outcome, Err(Silence::TooSlow)), "{outcome:?}");
    }

    #[test]
    fn a_process_that_crashes_is_noticed_at_once() {
        for script in ["exit 0", "kill -9 $$", "cat >/dev/null & kill -SEGV $$", "echo nonsense"] {
            let outcome = asked(script, Duration::from_mins(1));
            assert!(matches!(outcome, Err(Silence::Ended)), "{script}: {outcome:?}");
        }
    }

    #[test]
    fn what_makes_no_sense_is_not_believed() {
        let script = r"head -c 1048584 >/dev/null; printf '\002\0\0\0\0\0\0\0{}'; sleep 100";
        let outcome = asked(script, Duration::from_mins(1));
        assert!(matches!(outcome, Err(Silence::Ended)), "{outcome:?}");
    }
}
