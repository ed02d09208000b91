//! The reading process of the command line, addressed in its own protocol (`src/cli/wire.rs`).

use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;
use wait4::Wait4 as _;

/// A file that takes longer counts as a hang. All of them are small; those that claim to be large are
/// refused or are filled with one colour.
const TIMEOUT: Duration = Duration::from_mins(2);

/// The answer to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// At least one page.
    Read,
    /// An error about the file.
    Refused,
    /// An internal error: a panic outside the decoders.
    Fault,
    /// The process ended.
    Crashed,
    /// No answer in time.
    Hung,
}

/// A reading process.
#[derive(Debug)]
pub(super) struct Worker {
    child: Child,
    stdin: ChildStdin,
    replies: Receiver<Value>,
}

impl Worker {
    /// Starts one and waits until it is sandboxed.
    pub(super) fn start(program: &Path) -> Result<Self> {
        let mut command = Command::new(program);
        command.args(["--reader", "shipped"]);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().context("the program cannot be run")?;
        let stdin = child.stdin.take().context("standard input is piped")?;
        let mut stdout = child.stdout.take().context("standard output is piped")?;
        let (sender, replies) = channel();
        std::thread::spawn(move || {
            while let Some(reply) = frame(&mut stdout) {
                if sender.send(reply).is_err() {
                    return;
                }
            }
        });
        let worker = Self { child, stdin, replies };
        let ready = worker.replies.recv_timeout(TIMEOUT).context("it does not answer")?;
        ensure!(ready == "Ready", "it is not ready");
        Ok(worker)
    }

    /// Has it read a file.
    pub(super) fn read(&mut self, bytes: &[u8]) -> Outcome {
        let length = (bytes.len() as u64).to_le_bytes();
        let sent = [&length[..], bytes].iter().try_for_each(|part| self.stdin.write_all(part));
        if sent.and_then(|()| self.stdin.flush()).is_err() {
            return Outcome::Crashed;
        }
        let mut pages = 0;
        loop {
            match self.replies.recv_timeout(TIMEOUT) {
                Ok(reply) if reply.get("Page").is_some() => pages += 1,
                Ok(reply) if reply["Refused"].get("Fault").is_some() => return Outcome::Fault,
                Ok(_) if pages > 0 => return Outcome::Read,
                Ok(_) => return Outcome::Refused,
                Err(std::sync::mpsc::RecvTimeoutError::Timeout) => return Outcome::Hung,
                Err(_) => return Outcome::Crashed,
            }
        }
    }

    /// Whether a crash is detected: kills the process and then sends a file.
    pub(super) fn detects_its_crash(mut self) -> Result<bool> {
        self.child.kill()?;
        let outcome = self.read(b"");
        self.child.wait()?;
        Ok(outcome == Outcome::Crashed)
    }

    /// Ends it and returns its peak memory in bytes.
    pub(super) fn end(mut self) -> Result<u64> {
        drop(self.stdin);
        // It ends by itself and closes the pipe, unless it hangs.
        let _ = self.replies.recv_timeout(Duration::from_secs(5));
        let _ = self.child.kill();
        Ok(self.child.wait4()?.rusage.maxrss)
    }
}

fn frame(from: &mut impl Read) -> Option<Value> {
    let mut length = [0; 8];
    from.read_exact(&mut length).ok()?;
    let mut bytes = Vec::new();
    from.take(u64::from_le_bytes(length)).read_to_end(&mut bytes).ok()?;
    serde_json::from_slice(&bytes).ok()
}
