//! A directory that goes away after the test, and the program run in it.

use std::io::{Read, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// The program.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_imagetotext");
/// A picture in which `Hello, world 2026` stands.
pub(crate) const HELLO: &[u8] = include_bytes!("../images/hello.png");

/// A run that takes longer hangs. Generous: test machines are busy.
const LIMIT: Duration = Duration::from_mins(3);

/// A directory of its own for one test.
pub(crate) struct Dir(TempDir);

/// What a run left.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Dir {
    /// Empty but for `hello.png`.
    pub(crate) fn new() -> Self {
        let dir = Self(tempfile::tempdir().expect("a temporary directory can be made"));
        dir.put("hello.png", HELLO);
        dir
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn put(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.path(name), bytes).expect("a test file can be written");
    }

    pub(crate) fn text(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).expect("a test file can be read")
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

    /// The program, to be run in this directory with standard input empty.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        self.wrapped(&[], args)
    }

    /// The program run by another one: `wrapper… PROGRAM args…`.
    pub(crate) fn wrapped(&self, wrapper: &[&str], args: &[&str]) -> Command {
        let mut words = wrapper.iter().copied().chain([PROGRAM]).chain(args.iter().copied());
        let mut command = Command::new(words.next().expect("the program is there"));
        command.args(words).current_dir(self.0.path()).env_remove("IMAGETOTEXT_MODELS");
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Ran {
        run(&mut self.command(args))
    }

    /// Runs with `input` on standard input.
    pub(crate) fn run_with(&self, args: &[&str], input: &[u8]) -> Ran {
        let mut child = start(self.command(args).stdin(Stdio::piped()));
        let mut stdin = child.stdin.take().expect("standard input is a pipe");
        // A program that does not want it all closes the pipe: no fault of the test.
        let _ = stdin.write_all(input);
        drop(stdin);
        wait(child)
    }
}

impl Ran {
    /// Asserts that standard error holds one sentence about `name` with `words` in it.
    #[track_caller]
    pub(crate) fn tells(&self, name: &str, words: &str) {
        assert_eq!(self.stderr.lines().count(), 1, "{self:?}");
        let sentence = self.stderr.trim_end();
        assert!(sentence.starts_with(&format!("imagetotext: {name}: ")), "{self:?}");
        assert!(sentence.contains(words), "{words:?} in {self:?}");
        assert!(sentence.contains("; ") && sentence.ends_with('.'), "a remedy in {self:?}");
    }

    /// Asserts that nothing was read: one sentence, status 1, no result.
    #[track_caller]
    pub(crate) fn fails(&self, name: &str, words: &str) {
        self.tells(name, words);
        assert_eq!((self.code, self.stdout.as_str()), (Some(1), ""), "{self:?}");
    }

    /// Asserts that all went well and nothing was said.
    #[track_caller]
    pub(crate) fn succeeds(&self) {
        assert_eq!((self.code, self.stderr.as_str()), (Some(0), ""), "{self:?}");
    }

    /// Asserts that the text of `hello.png` stands in the result.
    #[track_caller]
    pub(crate) fn holds_the_text(&self) {
        holds_the_text(&self.stdout);
    }
}

/// Asserts that `text` holds what stands in `hello.png`. A part of it is enough: here it matters
/// that the text arrives, and `golden.rs` sees to it that it is right.
#[track_caller]
pub(crate) fn holds_the_text(text: &str) {
    assert!(text.contains("2026"), "{text:?}");
}

/// Runs to the end.
pub(crate) fn run(command: &mut Command) -> Ran {
    wait(start(command))
}

pub(crate) fn start(command: &mut Command) -> Child {
    command.spawn().unwrap_or_else(|error| panic!("{command:?} cannot be run: {error}"))
}

/// Waits for the end; a program that hangs is ended and fails the test.
pub(crate) fn wait(mut child: Child) -> Ran {
    let stdout = collect(child.stdout.take());
    let stderr = collect(child.stderr.take());
    let begun = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().expect("a child can be waited for") {
            break status;
        }
        if begun.elapsed() > LIMIT {
            child.kill().expect("a child can be ended");
            panic!("the program hangs");
        }
        thread::sleep(Duration::from_millis(5));
    };
    let text = |thread: thread::JoinHandle<Vec<u8>>| {
        String::from_utf8(thread.join().expect("the pipe is read")).expect("output is UTF-8")
    };
    Ran { code: status.code(), stdout: text(stdout), stderr: text(stderr) }
}

/// In a thread: a full pipe would stop the program.
fn collect(pipe: Option<impl Read + Send + 'static>) -> thread::JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut pipe) = pipe {
            pipe.read_to_end(&mut bytes).expect("a pipe can be read");
        }
        bytes
    })
}

/// Runs a tool of the system that the test needs.
pub(crate) fn tool(program: &str, args: &[&Path]) {
    let status = Command::new(program).args(args).status();
    assert!(status.is_ok_and(|status| status.success()), "{program} is needed for this test");
}
