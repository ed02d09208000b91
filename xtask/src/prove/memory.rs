//! Guarantees 1 and 2: what is left in memory.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};

use super::picture::marked;
use super::scan::{self, Hits};
use super::{Found, Programs};
use crate::process::root;

/// A run of the command line that has read a picture and waits for the next on standard input.
struct Waiting(Child);

impl Waiting {
    fn start(program: &Path, args: &[&str]) -> Result<Self> {
        let mut command = Command::new(program);
        command.args(args).arg("-").env_remove("IMAGETOTEXT_MODELS").current_dir(root());
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        Ok(Self(command.spawn().context("the program cannot be run")?))
    }

    fn family(&self) -> Vec<u32> {
        scan::family(self.0.id())
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        // It has ended already, or is of no more use.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

type Patterns = [(&'static str, Vec<u8>)];

pub(super) fn pixels(programs: &Programs) -> Result<Found> {
    let marked = marked();
    let directory = tempdir()?;
    let picture = directory.path().join("marked.bmp");
    std::fs::write(&picture, &marked.file)?;
    let path = picture.to_str().context("a plain path")?;
    let (during, after) = during_and_after(&programs.ours, path, &marked.patterns)?;
    let (_, unwiped) = during_and_after(&programs.unwiped, path, &marked.patterns)?;
    Ok(Found {
        // Without the wiping, blocks as large as pictures go back to the system, which gives them to
        // nobody before it has cleared them: told, and no condition.
        holds: after.values().all(|&count| count == 0) && during.values().all(|&count| count > 0),
        figure: scan::told(&after),
        control: format!("during: {}; unwiped: {}", scan::told(&during), scan::told(&unwiped)),
    })
}

/// The most that is found while `picture` is read, and what is found once it has been read.
fn during_and_after(program: &Path, picture: &str, patterns: &Patterns) -> Result<(Hits, Hits)> {
    let mut waiting = Waiting::start(program, &[picture])?;
    let stderr = waiting.0.stderr.take().context("standard error is piped")?;
    // The bars are no text: one sentence about that is the sign that the picture was read.
    let (said, heard) = std::sync::mpsc::channel();
    std::thread::spawn(move || said.send(BufReader::new(stderr).lines().next()));
    let stdout = waiting.0.stdout.take();
    let (printed, result) = std::sync::mpsc::channel();
    std::thread::spawn(move || printed.send(BufReader::new(stdout?).lines().next()).ok());
    let mut during = Hits::new();
    let begun = Instant::now();
    while heard.try_recv().is_err() && result.try_recv().is_err() {
        // It stands still while it is looked at; in between it shall get ahead.
        std::thread::sleep(Duration::from_millis(100));
        // It may end its reading while it is looked at.
        for (name, count) in scan::search_all(&waiting.family(), patterns).unwrap_or_default() {
            let most: &mut usize = during.entry(name).or_default();
            *most = count.max(*most);
        }
        anyhow::ensure!(begun.elapsed() < Duration::from_mins(3), "the picture is not read");
    }
    std::thread::sleep(Duration::from_secs(2));
    Ok((during, scan::search_all(&waiting.family(), patterns)?))
}

pub(super) fn text(programs: &Programs) -> Result<Found> {
    let patterns = [
        ("as text", b"Hello, world".to_vec()),
        ("as a word", b"\"Hello,\"".to_vec()),
        ("as letters", b"2026".to_vec()),
    ];
    let directory = tempdir()?;
    let kept = directory.path().join("kept.json");
    let kept = ["--format", "json", "--output", kept.to_str().context("a plain path")?];
    let handed_over = text_after(&programs.ours, &[], &patterns)?;
    let unwiped = text_after(&programs.unwiped, &[], &patterns)?;
    let kept = text_after(&programs.ours, &kept, &patterns)?;
    Ok(Found {
        holds: handed_over.values().all(|&count| count == 0)
            && kept.values().any(|&count| count > 0)
            && unwiped.values().any(|&count| count > 0),
        figure: scan::told(&handed_over),
        control: format!("kept: {}; unwiped: {}", scan::told(&kept), scan::told(&unwiped)),
    })
}

fn text_after(program: &Path, options: &[&str], patterns: &Patterns) -> Result<Hits> {
    let mut args = options.to_vec();
    args.push("tests/images/hello.png");
    let mut waiting = Waiting::start(program, &args)?;
    if options.is_empty() {
        let stdout = waiting.0.stdout.take().context("standard output is piped")?;
        let mut line = String::new();
        // The heading of the picture, then its text.
        let mut lines = BufReader::new(stdout);
        lines.read_line(&mut line)?;
        lines.read_line(&mut line)?;
        anyhow::ensure!(line.contains("2026"), "{line:?} was read");
    } else {
        std::thread::sleep(Duration::from_secs(8));
    }
    std::thread::sleep(Duration::from_secs(2));
    scan::search_all(&waiting.family(), patterns)
}

/// A directory that goes away.
pub(super) struct TempDir(std::path::PathBuf);

pub(super) fn tempdir() -> Result<TempDir> {
    let number = std::time::UNIX_EPOCH.elapsed()?.as_nanos();
    let path = std::env::temp_dir().join(format!("imagetotext-prove-{number}"));
    std::fs::create_dir(&path).context("a temporary directory cannot be made")?;
    Ok(TempDir(path))
}

impl TempDir {
    pub(super) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for TempDir {
    fn drop(&mut self) {
        // It is in the way of nobody when that fails.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
