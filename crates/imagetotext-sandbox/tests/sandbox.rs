//! The lock, tried from the inside by a process of its own: this test program starts itself again,
//! and `probe` does there what `PROBE` asks for. Each attempt is made without the lock as well: a
//! test that could not fail would show nothing.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "helpers outside test functions fail the test as well")]

use std::collections::BTreeMap;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::sync::mpsc::channel;

use imagetotext::{Engine, Models, source};
use imagetotext_sandbox::{self as sandbox, Attempt, Limits, Measure, Outcome, State};
use nix::errno::Errno;
use nix::sys::{ptrace, signal, uio};
use nix::unistd::{Pid, getppid};

const VARIABLE: &str = "PROBE";
const EPERM: &str = "EPERM";
const ALLOWED: &str = "allowed";

/// Does nothing unless another test of this file starts it.
#[test]
fn probe() {
    let Ok(kind) = std::env::var(VARIABLE) else { return };
    let results = match kind.as_str() {
        "free" => everything(),
        "locked" => {
            sandbox::lock(Limits::default());
            everything()
        }
        "threads" => older_and_newer_threads(),
        "reads" => reads(),
        "network" => network(),
        "memory" => memory(),
        "time" => time(),
        _ => panic!("{kind}?"),
    };
    // A line of its own: the harness has printed the name of this test without a line end.
    let mut out = std::io::stdout().lock();
    for (what, outcome) in results {
        writeln!(out, "\nprobed {what} {outcome}").unwrap();
    }
}

/// Runs `probe` and gives what it found.
fn probed(kind: &str) -> BTreeMap<String, String> {
    let (results, status) = run(kind);
    assert!(status.success(), "{kind}: {status}, {results:?}");
    results
}

fn run(kind: &str) -> (BTreeMap<String, String>, std::process::ExitStatus) {
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "probe", "--nocapture", "--test-threads=1"])
        .env(VARIABLE, kind)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let results = text.lines().filter_map(|line| {
        let (what, outcome) = line.strip_prefix("probed ")?.split_once(' ')?;
        Some((what.to_owned(), outcome.to_owned()))
    });
    (results.collect(), output.status)
}

type Results = Vec<(&'static str, String)>;

fn told(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Refused(why) if why.contains("os error 1)") => EPERM.into(),
        Outcome::Refused(why) => why.clone(),
        Outcome::Allowed => ALLOWED.into(),
        Outcome::Unknown => "unknown".into(),
    }
}

fn tried(attempt: Attempt) -> String {
    told(&sandbox::attempt(attempt, Limits::default().memory))
}

fn errno(result: nix::Result<()>) -> String {
    match result {
        Ok(()) | Err(Errno::ESRCH | Errno::EFAULT | Errno::ECHILD) => ALLOWED.into(),
        Err(Errno::EPERM) => EPERM.into(),
        Err(error) => error.to_string(),
    }
}

fn io<T>(result: std::io::Result<T>) -> String {
    match result {
        Ok(_) => ALLOWED.into(),
        Err(error) => told(&Outcome::Refused(error.to_string())),
    }
}

fn everything() -> Results {
    let mut byte = [0];
    let local = [uio::RemoteIoVec { base: &raw const byte as usize, len: 1 }];
    let other =
        uio::process_vm_readv(Pid::this(), &mut [std::io::IoSliceMut::new(&mut byte)], &local);
    vec![
        ("open", tried(Attempt::ReadFile)),
        ("create", tried(Attempt::WriteFile)),
        ("socket", tried(Attempt::Network)),
        ("fork", tried(Attempt::StartProgram)),
        ("exec", tried(Attempt::BecomeProgram)),
        ("memory", tried(Attempt::Memory)),
        ("socketpair", io(std::os::unix::net::UnixStream::pair())),
        ("pipe", io(std::io::pipe())),
        ("unlink", io(std::fs::remove_file("/dev/null/nothing").or_else(not_a_directory))),
        ("rename", io(std::fs::rename("/dev/null/a", "/dev/null/b").or_else(not_a_directory))),
        ("stat", io(std::fs::metadata("/dev/null"))),
        ("list", io(std::fs::read_dir("/"))),
        ("ptrace", errno(ptrace::attach(Pid::from_raw(i32::MAX)))),
        ("process_vm_readv", errno(other.map(drop))),
        ("kill", errno(signal::kill(getppid(), None))),
        ("wait", errno(nix::sys::wait::wait().map(drop))),
        ("thread", io(std::thread::Builder::new().spawn(|| ()).map(|t| t.join().is_ok()))),
    ]
}

/// The path cannot be: whoever says so has looked.
fn not_a_directory(error: std::io::Error) -> std::io::Result<()> {
    if error.kind() == std::io::ErrorKind::NotADirectory { Ok(()) } else { Err(error) }
}

#[test]
fn a_locked_process_is_refused_everything_but_threads() {
    for (what, outcome) in probed("locked") {
        let expected = match what.as_str() {
            "thread" => ALLOWED,
            "memory" => "out of memory",
            _ => EPERM,
        };
        assert_eq!(outcome, expected, "{what}");
    }
}

#[test]
fn without_the_lock_every_attempt_succeeds() {
    let free = probed("free");
    assert_eq!(free.len(), 17);
    for (what, outcome) in free {
        assert_eq!(outcome, ALLOWED, "{what}: the attempt shows nothing");
    }
}

fn older_and_newer_threads() -> Results {
    let (go, wait) = channel::<()>();
    let older = std::thread::spawn(move || {
        wait.recv().unwrap();
        tried(Attempt::ReadFile)
    });
    let lock = sandbox::lock(Limits::default());
    go.send(()).unwrap();
    let newer = std::thread::spawn(|| tried(Attempt::ReadFile));
    let calls = lock.states().iter().find(|(measure, _)| *measure == Measure::Calls);
    vec![
        ("older", older.join().unwrap()),
        ("newer", newer.join().unwrap()),
        ("calls", format!("{:?}", calls.unwrap().1)),
    ]
}

#[test]
fn the_lock_holds_for_threads_older_and_newer_than_it() {
    let results = probed("threads");
    assert_eq!(results["older"], EPERM);
    assert_eq!(results["newer"], EPERM);
    assert_eq!(results["calls"], format!("{:?}", State::InForce));
}

fn reads() -> Results {
    let bytes = include_bytes!("../../../tests/images/hello.png");
    let engine = Engine::new(Models::shipped()).unwrap();
    sandbox::lock(Limits::default());
    let picture = source::decode(bytes).unwrap().next().unwrap().unwrap();
    let page = engine.read(&picture).unwrap();
    vec![("text", page.lines().map(imagetotext::Line::text).collect())]
}

#[test]
fn a_locked_process_reads() {
    assert!(probed("reads")["text"].contains("2026"));
}

fn network() -> Results {
    let before = tried(Attempt::Network);
    let state = sandbox::refuse_network();
    // What it starts inherits the filter.
    let words = "import socket\nfor f in (1, 16, 2, 10, 17, 40):\n try: socket.socket(f, 2); \
                 print(f, 'allowed')\n except OSError as e: print(f, e.errno)";
    let python = Command::new("python3").args(["-c", words]).output();
    let inherited = python.map_or_else(
        |error| error.to_string(),
        |output| String::from_utf8_lossy(&output.stdout).trim().replace('\n', ", "),
    );
    vec![
        ("before", before),
        ("state", format!("{state:?}")),
        ("after", tried(Attempt::Network)),
        ("local", io(std::os::unix::net::UnixDatagram::unbound())),
        ("file", tried(Attempt::ReadFile)),
        ("inherited", inherited),
    ]
}

#[test]
fn sockets_that_lead_out_of_the_computer_are_refused() {
    let results = probed("network");
    assert_eq!(results["before"], ALLOWED);
    assert_eq!(results["state"], format!("{:?}", State::InForce));
    assert!(results["after"].contains("os error 13)"), "{results:?}");
    assert_eq!(results["local"], ALLOWED);
    assert_eq!(results["file"], ALLOWED);
    // AF_UNIX, AF_NETLINK, AF_INET, AF_INET6, AF_PACKET, AF_VSOCK.
    let inherited = "1 allowed, 16 allowed, 2 13, 10 13, 17 13, 40 13";
    assert_eq!(results["inherited"], inherited);
}

fn memory() -> Results {
    sandbox::lock(Limits { memory: 64 << 20, ..Limits::default() });
    // In pieces, and written to: no single request is over the limit.
    let mut pieces: Vec<Vec<u8>> = Vec::new();
    loop {
        let mut piece = Vec::new();
        if piece.try_reserve_exact(1 << 20).is_err() {
            break;
        }
        piece.resize(1 << 20, 1);
        pieces.push(piece);
    }
    vec![("mebibytes", pieces.len().to_string())]
}

#[test]
fn memory_ends_at_the_limit() {
    let mebibytes: u32 = probed("memory")["mebibytes"].parse().unwrap();
    assert!((48..=64).contains(&mebibytes), "{mebibytes}");
}

fn time() -> Results {
    let lock = sandbox::lock(Limits { cpu_seconds: 1, ..Limits::default() });
    let begun = std::time::Instant::now();
    while begun.elapsed().as_millis() < 400 {}
    lock.more_time();
    // A signal ends it; the clock is there for a limit that does not hold.
    while begun.elapsed().as_secs() < 60 {}
    vec![("time", "endless".into())]
}

#[test]
fn a_process_that_computes_without_end_is_ended() {
    use std::os::unix::process::ExitStatusExt as _;
    let (results, status) = run("time");
    assert!(results.is_empty(), "{results:?}");
    assert_eq!(status.signal(), Some(signal::Signal::SIGXCPU as i32), "{status}");
}
