//! The process that reads: locked in, replaceable, and gone when the program is.

use crate::harness::Dir;

#[test]
fn what_is_in_force_is_tried() {
    let ran = Dir::new().run(&["--about-privacy"]);
    ran.succeeds();
    let attempts = ["open a file", "make a file", "make a socket", "another program", "memory"];
    for words in attempts {
        let row = ran.stdout.lines().find(|line| line.contains(words)).expect(words);
        let mut columns = row.trim().split("  ").filter(|column| !column.is_empty()).skip(1);
        // Without the lock all of it is possible: the attempts are good ones.
        assert_eq!(columns.next().map(str::trim), Some("allowed"), "{row}");
        #[cfg(target_os = "linux")]
        assert!(columns.next().is_some_and(|with| with.trim().starts_with("refused")), "{row}");
    }
    assert!(ran.stdout.contains("in force"), "{ran:?}");
}

#[cfg(target_os = "linux")]
mod on_linux {
    use std::io::Write as _;
    use std::process::{Child, Stdio};
    use std::time::{Duration, Instant};

    use nix::sys::signal::{Signal, kill};
    use nix::unistd::Pid;

    use super::Dir;
    use crate::harness::{HELLO, start, wait};

    /// A field of `/proc/PID/status`; nothing when there is no such process.
    fn status(pid: u32, field: &str) -> Option<String> {
        let status = std::fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
        let value = status.lines().find_map(|line| line.strip_prefix(field))?;
        Some(value.trim_start_matches(':').trim().to_owned())
    }

    /// The process that `parent` has started, once it is locked in.
    fn reader_of(parent: &Child) -> u32 {
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_mins(1) {
            let entries = std::fs::read_dir("/proc").expect("processes can be listed").flatten();
            let mut pids = entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
            let is_reader = |pid: &u32| {
                status(*pid, "PPid") == Some(parent.id().to_string())
                    && status(*pid, "Seccomp_filters").as_deref() == Some("2")
            };
            if let Some(pid) = pids.find(is_reader) {
                return pid;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("the program starts no locked process");
    }

    /// Ends a process the hard way.
    fn end(pid: u32) {
        kill(Pid::from_raw(pid.cast_signed()), Signal::SIGKILL).expect("it is there");
    }

    /// The program, waiting for a picture on standard input.
    fn waiting(dir: &Dir, args: &[&str]) -> Child {
        start(dir.command(args).stdin(Stdio::piped()))
    }

    #[test]
    fn the_lock_is_on_before_the_first_byte_of_a_picture_is_there() {
        let dir = Dir::new();
        let child = waiting(&dir, &["-"]);
        let reader = reader_of(&child);
        assert_eq!(status(reader, "Seccomp").as_deref(), Some("2"));
        assert_eq!(status(reader, "NoNewPrivs").as_deref(), Some("1"));
        let limits = std::fs::read_to_string(format!("/proc/{reader}/limits")).unwrap();
        let limit = |name: &str| {
            let line = limits.lines().find(|line| line.starts_with(name)).unwrap();
            line[name.len()..].split_whitespace().next().unwrap().to_owned()
        };
        assert_eq!(limit("Max open files"), "3");
        assert_eq!(limit("Max core file size"), "0");
        for bounded in ["Max address space", "Max data size", "Max cpu time"] {
            assert_ne!(limit(bounded), "unlimited", "{bounded}");
        }
        end(child.id());
        wait(child);
    }

    #[test]
    fn every_thread_of_the_reading_process_is_locked_in() {
        let dir = Dir::new();
        let child = waiting(&dir, &["-"]);
        let reader = reader_of(&child);
        let threads = std::fs::read_dir(format!("/proc/{reader}/task")).unwrap().flatten();
        let locked = threads.filter(|thread| {
            let status = std::fs::read_to_string(thread.path().join("status")).unwrap();
            assert!(status.contains("Seccomp:\t2"), "{status}");
            true
        });
        assert!(locked.count() > 1, "the pools of threads are there");
        end(child.id());
        wait(child);
    }

    #[test]
    fn a_crash_ends_the_reading_of_one_file() {
        let dir = Dir::new();
        let mut child = waiting(&dir, &["-", "hello.png"]);
        end(reader_of(&child));
        child.stdin.take().unwrap().write_all(HELLO).unwrap();
        let ran = wait(child);
        ran.tells("standard input", "was ended");
        ran.holds_the_text();
        assert_eq!(ran.code, Some(1));
        assert_eq!(ran.stdout.matches("==> ").count(), 1, "{ran:?}");
    }

    #[test]
    fn nothing_is_left_when_the_program_is_killed() {
        let dir = Dir::new();
        let mut child = waiting(&dir, &["-"]);
        let reader = reader_of(&child);
        child.kill().unwrap();
        child.wait().unwrap();
        let begun = Instant::now();
        while status(reader, "State").is_some_and(|state| !state.starts_with('Z')) {
            assert!(begun.elapsed() < Duration::from_secs(5), "the reading process lives on");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    #[test]
    fn too_little_memory_is_told() {
        let dir = Dir::new();
        // 48 MB of pixels, and 100 MB for the program with all that it needs by itself.
        image::RgbImage::new(4000, 4000).save(dir.path("large.png")).unwrap();
        let limited = ["sh", "-c", "ulimit -v 100000; exec \"$@\"", "sh"];
        let ran = crate::harness::run(&mut dir.wrapped(&limited, &["large.png"]));
        assert_eq!((ran.code, ran.stdout.as_str()), (Some(1), ""), "{ran:?}");
        assert_eq!(ran.stderr.lines().count(), 1, "{ran:?}");
        assert!(ran.stderr.contains("for want of memory; "), "{ran:?}");
    }
}
