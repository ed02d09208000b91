//! The reading process of our program, spoken to as the program does (`src/cli/wire.rs`).

use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;
use wait4::Wait4 as _;

/// A file that takes longer hangs. All of ours are small; those that claim to be large are refused
/// or are filled with one colour.
const PATIENCE: Duration = Duration::from_mins(2);

/// How a file was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    /// With a page or more.
    Read,
    /// With a reason.
    Refused,
    /// With a fault of the program: a panic that the decoders' own net did not hold.
    Fault,
    /// The process ended.
    Crashed,
    /// Not at all.
    Hung,
}

/// A reading process.
#[derive(Debug)]
pub(crate) struct Reader {
    child: Child,
    stdin: ChildStdin,
    replies: Receiver<Value>,
}

impl Reader {
    /// Starts one and waits until it has locked itself in.
    pub(crate) fn start(program: &Path) -> Result<Self> {
        let mut command = Command::new(program);
        command.args(["--reader", "shipped"]);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().context("the program cannot be run")?;
        let stdin = child.stdin.take().context("standard input is piped")?;
        let mut stdout = child.stdout.take().context("standard output is piped")?;
        let (heard, replies) = channel();
        std::thread::spawn(move || {
            while let Some(reply) = frame(&mut stdout) {
                if heard.send(reply).is_err() {
                    return;
                }
            }
        });
        let reader = Self { child, stdin, replies };
        let ready = reader.replies.recv_timeout(PATIENCE).context("it does not answer")?;
        ensure!(ready == "Ready", "it is not ready");
        Ok(reader)
    }

    /// Has a file read.
    pub(super) fn read(&mut self, bytes: &[u8]) -> Answer {
        let length = (bytes.len() as u64).to_le_bytes();
        let sent = [&length[..], bytes].iter().try_for_each(|part| self.stdin.write_all(part));
        if sent.and_then(|()| self.stdin.flush()).is_err() {
            return Answer::Crashed;
        }
        let mut pages = 0;
        loop {
            match self.replies.recv_timeout(PATIENCE) {
                Ok(reply) if reply.get("Page").is_some() => pages += 1,
                Ok(reply) if reply["Refused"].get("Fault").is_some() => return Answer::Fault,
                Ok(_) if pages > 0 => return Answer::Read,
                Ok(_) => return Answer::Refused,
                Err(std::sync::mpsc::RecvTimeoutError::Timeout) => return Answer::Hung,
                Err(_) => return Answer::Crashed,
            }
        }
    }

    /// Whether its end would be noticed: it is ended, and then asked.
    pub(crate) fn sees_a_crash(mut self) -> Result<bool> {
        self.child.kill()?;
        let answer = self.read(b"");
        self.child.wait()?;
        Ok(answer == Answer::Crashed)
    }

    /// Ends it and tells how many bytes of memory it held at most.
    pub(super) fn end(mut self) -> Result<u64> {
        drop(self.stdin);
        // It ends by itself, and closes its side; one that hangs does not.
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
