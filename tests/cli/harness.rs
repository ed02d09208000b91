//! Runs the program in a temporary directory.

use std::io::{Read, Write as _};
#[cfg(unix)]
use std::path::Path;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// The program.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_imagetotext");
/// A picture of the words `Hello, world 2026`.
pub(crate) const HELLO: &[u8] = include_bytes!("../images/hello.png");

/// A run that takes longer counts as a hang. Generous, because test machines are busy.
const TIMEOUT: Duration = Duration::from_mins(3);

/// A temporary directory for one test.
pub(crate) struct Dir(TempDir);

/// The outcome of a run.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Dir {
    /// A directory that contains `hello.png` only.
    pub(crate) fn new() -> Self {
        let dir = Self(tempfile::tempdir().expect("a temporary directory can be created"));
        dir.write("hello.png", HELLO);
        dir
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.path(name), bytes).expect("a test file can be written");
    }

    pub(crate) fn text(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).expect("a test file can be read")
    }

    pub(crate) fn open(&self, name: &str) -> std::fs::File {
        std::fs::File::open(self.path(name)).expect("a test file can be opened")
    }

    /// The names of all files, sorted.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.0.path()).expect("the directory can be listed");
        let name = |entry: std::io::Result<std::fs::DirEntry>| {
            entry.expect("an entry can be read").file_name().to_string_lossy().into_owned()
        };
        let mut names: Vec<String> = entries.map(name).collect();
        names.sort();
        names
    }

    /// The program, to run in this directory with empty standard input.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        self.wrapped(&[], args)
    }

    /// The program started by another one: `wrapper… PROGRAM args…`.
    pub(crate) fn wrapped(&self, wrapper: &[&str], args: &[&str]) -> Command {
        let mut words = wrapper.iter().copied().chain([PROGRAM]).chain(args.iter().copied());
        let mut command = Command::new(words.next().expect("the command is not empty"));
        command.args(words).current_dir(self.0.path()).env_remove("IMAGETOTEXT_MODELS");
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Outcome {
        run(&mut self.command(args))
    }

    /// Runs with `input` on standard input.
    pub(crate) fn run_with(&self, args: &[&str], input: &[u8]) -> Outcome {
        let mut child = start(self.command(args).stdin(Stdio::piped()));
        let mut stdin = child.stdin.take().expect("standard input is a pipe");
        // The program may close the pipe before it has read everything.
        let _ = stdin.write_all(input);
        drop(stdin);
        wait(child)
    }
}

impl Outcome {
    /// Asserts that standard error contains one sentence about `name`, with `words` and a remedy.
    #[track_caller]
    pub(crate) fn reports(&self, name: &str, words: &str) {
        assert_eq!(self.stderr.lines().count(), 1, "{self:?}");
        let sentence = self.stderr.trim_end();
        assert!(sentence.starts_with(&format!("imagetotext: {name}: ")), "{self:?}");
        assert!(sentence.contains(words), "{words:?} in {self:?}");
        assert!(sentence.contains("; ") && sentence.ends_with('.'), "a remedy in {self:?}");
    }

    /// Asserts that the run failed: one sentence, status 1, no output.
    #[track_caller]
    pub(crate) fn fails(&self, name: &str, words: &str) {
        self.reports(name, words);
        assert_eq!((self.code, self.stdout.as_str()), (Some(1), ""), "{self:?}");
    }

    /// Asserts that the run succeeded without a message.
    #[track_caller]
    pub(crate) fn succeeds(&self) {
        assert_eq!((self.code, self.stderr.as_str()), (Some(0), ""), "{self:?}");
    }

    /// Asserts that the output contains the text of `hello.png`.
    #[track_caller]
    pub(crate) fn contains_the_text(&self) {
        contains_the_text(&self.stdout);
    }
}

/// Asserts that `text` contains the text of `hello.png`. A part of it is enough: these tests check that
/// the text arrives, and `golden.rs` checks that it is correct.
#[track_caller]
pub(crate) fn contains_the_text(text: &str) {
    assert!(text.contains("2026"), "{text:?}");
}

/// Runs the command to its end.
pub(crate) fn run(command: &mut Command) -> Outcome {
    wait(start(command))
}

pub(crate) fn start(command: &mut Command) -> Child {
    command.spawn().unwrap_or_else(|error| panic!("{command:?} cannot be run: {error}"))
}

/// Waits for the end. A program that hangs is killed and fails the test.
pub(crate) fn wait(mut child: Child) -> Outcome {
    let stdout = collect(child.stdout.take());
    let stderr = collect(child.stderr.take());
    let start = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().expect("a child can be waited for") {
            break status;
        }
        if start.elapsed() > TIMEOUT {
            child.kill().expect("a child can be killed");
            panic!("the program hangs");
        }
        thread::sleep(Duration::from_millis(5));
    };
    let text = |thread: thread::JoinHandle<Vec<u8>>| {
        String::from_utf8(thread.join().expect("the pipe is read")).expect("output is UTF-8")
    };
    Outcome { code: status.code(), stdout: text(stdout), stderr: text(stderr) }
}

/// Reads a pipe in a thread, because a full pipe would stop the program.
fn collect(pipe: Option<impl Read + Send + 'static>) -> thread::JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut pipe) = pipe {
            pipe.read_to_end(&mut bytes).expect("a pipe can be read");
        }
        bytes
    })
}

/// Runs a program of the system that the test needs.
#[cfg(unix)]
pub(crate) fn tool(program: &str, args: &[&Path]) {
    let status = Command::new(program).args(args).status();
    assert!(status.is_ok_and(|status| status.success()), "{program} is needed for this test");
}
