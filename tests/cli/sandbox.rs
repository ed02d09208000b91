//! The reading process: it is sandboxed, replaced after a crash, and ends with the program.

use crate::harness::Dir;

/// What the program tries with and without the sandbox, as `--about-privacy` words it.
const ATTEMPTS: [&str; 5] =
    ["open a file", "make a file", "make a socket", "another program", "memory"];

/// The columns of the row of `--about-privacy` about `attempt`: the attempt, its outcome without the
/// sandbox and, on Linux, its outcome in the sandbox.
fn columns<'a>(stdout: &'a str, attempt: &str) -> Vec<&'a str> {
    let row = stdout.lines().find(|line| line.contains(attempt)).expect(attempt);
    row.split("  ").map(str::trim).filter(|column| !column.is_empty()).collect()
}

#[test]
fn every_attempt_is_possible_without_the_sandbox() {
    let outcome = Dir::new().run(&["--about-privacy"]);
    outcome.succeeds();
    for attempt in ATTEMPTS {
        // Otherwise a refusal would prove nothing.
        assert_eq!(columns(&outcome.stdout, attempt)[1], "allowed", "{attempt}");
    }
    assert!(outcome.stdout.contains("in force"), "{outcome:?}");
}

#[cfg(target_os = "linux")]
mod on_linux {
    use std::io::Write as _;
    use std::process::{Child, Stdio};
    use std::time::{Duration, Instant};

    use nix::sys::signal::{Signal, kill};
    use nix::unistd::Pid;

    use super::{ATTEMPTS, Dir, columns};
    use crate::harness::{HELLO, start, wait};

    /// A field of `/proc/PID/status`; nothing when there is no such process.
    fn status(pid: u32, field: &str) -> Option<String> {
        let status = std::fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
        let value = status.lines().find_map(|line| line.strip_prefix(field))?;
        Some(value.trim_start_matches(':').trim().to_owned())
    }

    /// The process that `parent` has started, once it is sandboxed.
    fn worker_of(parent: &Child) -> u32 {
        let start_time = Instant::now();
        while start_time.elapsed() < Duration::from_mins(1) {
            let entries = std::fs::read_dir("/proc").expect("processes can be listed").flatten();
            let mut pids = entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
            let is_worker = |pid: &u32| {
                status(*pid, "PPid") == Some(parent.id().to_string())
                    && status(*pid, "Seccomp_filters").as_deref() == Some("2")
            };
            if let Some(pid) = pids.find(is_worker) {
                return pid;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("the program starts no sandboxed process");
    }

    fn wait_until(condition: impl Fn() -> bool) {
        let start_time = Instant::now();
        while !condition() {
            assert!(start_time.elapsed() < Duration::from_mins(1), "it does not happen");
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// Kills a process.
    fn kill_process(pid: u32) {
        kill(Pid::from_raw(pid.cast_signed()), Signal::SIGKILL).expect("the process exists");
    }

    /// The program, which waits for a picture on standard input.
    fn start_waiting(dir: &Dir, args: &[&str]) -> Child {
        start(dir.command(args).stdin(Stdio::piped()))
    }

    #[test]
    fn every_attempt_is_refused_in_the_sandbox() {
        let outcome = Dir::new().run(&["--about-privacy"]);
        outcome.succeeds();
        for attempt in ATTEMPTS {
            let columns = columns(&outcome.stdout, attempt);
            assert!(columns[2].starts_with("refused"), "{columns:?}");
        }
    }

    #[test]
    fn the_sandbox_is_entered_before_the_first_byte_of_a_picture() {
        let dir = Dir::new();
        let child = start_waiting(&dir, &["-"]);
        let worker = worker_of(&child);
        assert_eq!(status(worker, "Seccomp").as_deref(), Some("2"));
        assert_eq!(status(worker, "NoNewPrivs").as_deref(), Some("1"));
        let limits = std::fs::read_to_string(format!("/proc/{worker}/limits")).unwrap();
        let limit = |name: &str| {
            let line = limits.lines().find(|line| line.starts_with(name)).unwrap();
            line[name.len()..].split_whitespace().next().unwrap().to_owned()
        };
        assert_eq!(limit("Max open files"), "3");
        assert_eq!(limit("Max core file size"), "0");
        for bounded in ["Max address space", "Max data size", "Max cpu time"] {
            assert_ne!(limit(bounded), "unlimited", "{bounded}");
        }
        kill_process(child.id());
        wait(child);
    }

    #[test]
    fn every_thread_of_the_reading_process_is_sandboxed() {
        let dir = Dir::new();
        let child = start_waiting(&dir, &["-"]);
        let worker = worker_of(&child);
        let threads = std::fs::read_dir(format!("/proc/{worker}/task")).unwrap().flatten();
        let sandboxed = threads.filter(|thread| {
            let status = std::fs::read_to_string(thread.path().join("status")).unwrap();
            assert!(status.contains("Seccomp:\t2"), "{status}");
            true
        });
        assert!(sandboxed.count() > 1, "the thread pools exist");
        kill_process(child.id());
        wait(child);
    }

    #[test]
    fn a_worker_that_dies_while_it_waits_is_replaced() {
        let dir = Dir::new();
        let mut child = start_waiting(&dir, &["-", "hello.png"]);
        let worker = worker_of(&child);
        // It has entered the sandbox; a moment later it has said so, which cannot be seen from outside.
        std::thread::sleep(Duration::from_secs(1));
        kill_process(worker);
        wait_until(|| status(worker, "State").is_none());
        child.stdin.take().unwrap().write_all(HELLO).unwrap();
        let outcome = wait(child);
        outcome.succeeds();
        assert_eq!(outcome.stdout.matches("Hello").count(), 2, "{outcome:?}");
    }

    #[test]
    fn a_crash_affects_one_file() {
        let dir = Dir::new();
        // 108 MB of pixels, which take a second or more to read.
        image::RgbImage::new(6000, 6000).save(dir.path("large.png")).unwrap();
        let child = start_waiting(&dir, &["large.png", "hello.png"]);
        let worker = worker_of(&child);
        let resident = || status(worker, "VmRSS")?.strip_suffix(" kB")?.parse::<u64>().ok();
        wait_until(|| resident().is_none_or(|kibibytes| kibibytes > 108_000));
        kill_process(worker);
        let outcome = wait(child);
        outcome.reports("large.png", "crashed");
        outcome.contains_the_text();
        assert_eq!(outcome.code, Some(1));
        assert_eq!(outcome.stdout.matches("==> ").count(), 1, "{outcome:?}");
    }

    #[test]
    fn the_reading_process_ends_when_the_program_is_killed() {
        let dir = Dir::new();
        let mut child = start_waiting(&dir, &["-"]);
        let worker = worker_of(&child);
        child.kill().unwrap();
        child.wait().unwrap();
        let start_time = Instant::now();
        while status(worker, "State").is_some_and(|state| !state.starts_with('Z')) {
            assert!(
                start_time.elapsed() < Duration::from_secs(5),
                "the reading process is still running"
            );
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    #[test]
    fn too_little_memory_is_reported() {
        let dir = Dir::new();
        // 48 MB of pixels, and 100 MB for the whole program.
        image::RgbImage::new(4000, 4000).save(dir.path("large.png")).unwrap();
        let limited = ["sh", "-c", "ulimit -v 100000; exec \"$@\"", "sh"];
        let outcome = crate::harness::run(&mut dir.wrapped(&limited, &["large.png"]));
        assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(1), ""), "{outcome:?}");
        assert_eq!(outcome.stderr.lines().count(), 1, "{outcome:?}");
        assert!(outcome.stderr.contains("more memory than there is; "), "{outcome:?}");
    }
}
