//! Guarantees 1 and 2: what stays in memory.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};

use super::finding::{Finding, Subject};
use super::memory_search::{self, Hits, Pattern};
use super::noise_picture;
use crate::process::root;
use crate::temp_dir::TempDir;

/// A command line that has read a picture and waits for the next one on standard input.
struct WaitingProgram(Child);

impl WaitingProgram {
    fn start(program: &Path, args: &[&str]) -> Result<Self> {
        let mut command = Command::new(program);
        command.args(args).arg("-").env_remove("IMAGETOTEXT_MODELS").current_dir(root());
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        Ok(Self(command.spawn().context("the program cannot be run")?))
    }

    fn processes(&self) -> Vec<u32> {
        memory_search::process_and_children(self.0.id())
    }
}

impl Drop for WaitingProgram {
    fn drop(&mut self) {
        // An error means that it has ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

pub(super) fn pixels(subject: &Subject) -> Result<Finding> {
    let noise = noise_picture::generate(subject.seed);
    let directory = TempDir::new()?;
    let picture = directory.path().join("noise.bmp");
    std::fs::write(&picture, &noise.file)?;
    let path = picture.to_str().context("the path of the temporary directory is not UTF-8")?;
    let (during, after) = during_and_after(&subject.cli, path, &noise.patterns)?;
    let (_, unwiped) = during_and_after(&subject.unwiped_cli, path, &noise.patterns)?;
    Ok(Finding {
        // Without wiping, an allocator returns blocks as large as pictures to the system, which clears
        // them. So the unwiped program is reported only and need not show a hit.
        holds: after.values().all(|&count| count == 0) && during.values().all(|&count| count > 0),
        figure: memory_search::describe(&after),
        control: format!(
            "during: {}; unwiped: {}",
            memory_search::describe(&during),
            memory_search::describe(&unwiped)
        ),
    })
}

/// The highest counts while `picture` is read, and the counts after that.
fn during_and_after(program: &Path, picture: &str, patterns: &[Pattern]) -> Result<(Hits, Hits)> {
    let mut waiting = WaitingProgram::start(program, &[picture])?;
    let stderr = waiting.0.stderr.take().context("standard error is piped")?;
    // The picture contains no text, so a message on standard error shows that it was read.
    let (stderr_sender, stderr_line) = std::sync::mpsc::channel();
    std::thread::spawn(move || stderr_sender.send(BufReader::new(stderr).lines().next()));
    let stdout = waiting.0.stdout.take();
    let (stdout_sender, stdout_line) = std::sync::mpsc::channel();
    std::thread::spawn(move || stdout_sender.send(BufReader::new(stdout?).lines().next()).ok());
    let mut during = Hits::new();
    let start = Instant::now();
    while stderr_line.try_recv().is_err() && stdout_line.try_recv().is_err() {
        // The search stops the processes. In between they need time to make progress.
        std::thread::sleep(Duration::from_millis(10));
        // A process may end during the search.
        for (name, count) in
            memory_search::search_all(&waiting.processes(), patterns).unwrap_or_default()
        {
            let highest: &mut usize = during.entry(name).or_default();
            *highest = count.max(*highest);
        }
        anyhow::ensure!(
            start.elapsed() < Duration::from_mins(3),
            "the picture is not read in time"
        );
    }
    std::thread::sleep(Duration::from_secs(2));
    Ok((during, memory_search::search_all(&waiting.processes(), patterns)?))
}

pub(super) fn text(subject: &Subject) -> Result<Finding> {
    // Not the "2026" of the picture: four bytes are in the models by chance.
    let patterns = [
        ("as text", b"Hello, world".to_vec()),
        ("as a word", b"\"Hello,\"".to_vec()),
        ("as letters", b"Hello,".to_vec()),
    ];
    let directory = TempDir::new()?;
    let buffered = directory.path().join("output.json");
    let buffered = [
        "--format",
        "json",
        "--output",
        buffered.to_str().context("the path of the temporary directory is not UTF-8")?,
    ];
    let before = text_before(&subject.cli, &patterns)?;
    let printed = text_after(&subject.cli, &[], &patterns)?;
    let unwiped = text_after(&subject.unwiped_cli, &[], &patterns)?;
    let buffered = text_after(&subject.cli, &buffered, &patterns)?;
    Ok(Finding {
        // All texts are wiped where they are used, so the unwiped program need not show a hit either.
        // What is found before a picture is read cannot come from it.
        holds: printed.values().chain(before.values()).all(|&count| count == 0)
            && buffered.values().all(|&count| count > 0),
        figure: memory_search::describe(&printed),
        control: format!(
            "before: {}; buffered: {}; unwiped: {}",
            memory_search::describe(&before),
            memory_search::describe(&buffered),
            memory_search::describe(&unwiped)
        ),
    })
}

/// The counts while the program waits for its first picture with the models loaded.
fn text_before(program: &Path, patterns: &[Pattern]) -> Result<Hits> {
    let waiting = WaitingProgram::start(program, &[])?;
    std::thread::sleep(Duration::from_secs(4));
    let processes = waiting.processes();
    anyhow::ensure!(processes.len() == 2, "the reading process has not started");
    memory_search::search_all(&processes, patterns)
}

fn text_after(program: &Path, options: &[&str], patterns: &[Pattern]) -> Result<Hits> {
    let mut args = options.to_vec();
    args.push("tests/images/hello.png");
    let mut waiting = WaitingProgram::start(program, &args)?;
    if options.is_empty() {
        let stdout = waiting.0.stdout.take().context("standard output is piped")?;
        let mut line = String::new();
        // The file name comes first, then the text.
        let mut lines = BufReader::new(stdout);
        lines.read_line(&mut line)?;
        lines.read_line(&mut line)?;
        anyhow::ensure!(line.contains("2026"), "{line:?} was read");
    } else {
        std::thread::sleep(Duration::from_secs(8));
    }
    std::thread::sleep(Duration::from_secs(2));
    memory_search::search_all(&waiting.processes(), patterns)
}
