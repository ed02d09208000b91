//! The sandbox, tried from the inside by a child process: this test program starts itself again, and
//! `child_process` does there what the variable `SANDBOX_TEST` asks for. Each probe is also made
//! outside of the sandbox: one that is refused there as well would show nothing.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "helpers outside test functions fail the test as well")]

use std::collections::BTreeMap;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::sync::mpsc::channel;

use imagetotext::{Engine, Models, source};
use imagetotext_sandbox::{self as sandbox, Limits, Probe, ProbeResult, Restriction, Status};
use nix::errno::Errno;
use nix::sys::{ptrace, signal, uio};
use nix::unistd::{Pid, getppid};

const VARIABLE: &str = "SANDBOX_TEST";
const EPERM: &str = "EPERM";
const ALLOWED: &str = "allowed";

/// The child process of the other tests; it does nothing when it is run as a test.
#[test]
fn child_process() {
    let Ok(kind) = std::env::var(VARIABLE) else { return };
    let results = match kind.as_str() {
        "outside" => all_probes(),
        "inside" => {
            sandbox::enter(Limits::default());
            all_probes()
        }
        "threads" => threads(),
        "engine" => engine(),
        "network" => network(),
        "memory" => memory(),
        "cpu time" => cpu_time(),
        _ => panic!("{kind}?"),
    };
    // A new line first: the harness has printed the name of this test without a line end.
    let mut out = std::io::stdout().lock();
    for (name, result) in results {
        writeln!(out, "\nresult {name} {result}").unwrap();
    }
}

/// Runs a child process that must succeed, and returns its results by name.
fn results_of(kind: &str) -> BTreeMap<String, String> {
    let (results, status) = run(kind);
    assert!(status.success(), "{kind}: {status}, {results:?}");
    results
}

fn run(kind: &str) -> (BTreeMap<String, String>, std::process::ExitStatus) {
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "child_process", "--nocapture", "--test-threads=1"])
        .env(VARIABLE, kind)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let results = text.lines().filter_map(|line| {
        let (name, result) = line.strip_prefix("result ")?.split_once(' ')?;
        Some((name.to_owned(), result.to_owned()))
    });
    (results.collect(), output.status)
}

type Results = Vec<(&'static str, String)>;

fn describe(result: &ProbeResult) -> String {
    match result {
        ProbeResult::Refused(why) if why.contains("os error 1)") => EPERM.into(),
        ProbeResult::Refused(why) => why.clone(),
        ProbeResult::Allowed => ALLOWED.into(),
        ProbeResult::NotApplicable => "not applicable".into(),
    }
}

fn probe(probe: Probe) -> String {
    describe(&sandbox::probe(probe, Limits::default()))
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
        Err(error) => describe(&ProbeResult::Refused(error.to_string())),
    }
}

fn all_probes() -> Results {
    let mut byte = [0];
    let local = [uio::RemoteIoVec { base: &raw const byte as usize, len: 1 }];
    let other =
        uio::process_vm_readv(Pid::this(), &mut [std::io::IoSliceMut::new(&mut byte)], &local);
    vec![
        ("open", probe(Probe::ReadFile)),
        ("create", probe(Probe::WriteFile)),
        ("socket", probe(Probe::Network)),
        ("fork", probe(Probe::StartProgram)),
        ("exec", probe(Probe::ExecProgram)),
        ("memory", probe(Probe::AllocateMemory)),
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

/// Whether a call got as far as resolving the path, which cannot exist.
fn not_a_directory(error: std::io::Error) -> std::io::Result<()> {
    if error.kind() == std::io::ErrorKind::NotADirectory { Ok(()) } else { Err(error) }
}

#[test]
fn inside_the_sandbox_everything_but_threads_is_refused() {
    for (what, outcome) in results_of("inside") {
        let expected = match what.as_str() {
            "thread" => ALLOWED,
            "memory" => "out of memory",
            _ => EPERM,
        };
        assert_eq!(outcome, expected, "{what}");
    }
}

#[test]
fn outside_of_the_sandbox_every_probe_is_allowed() {
    let results = results_of("outside");
    assert_eq!(results.len(), 17);
    for (what, outcome) in results {
        assert_eq!(outcome, ALLOWED, "{what}: the probe shows nothing");
    }
}

fn threads() -> Results {
    let (go, wait) = channel::<()>();
    let older = std::thread::spawn(move || {
        wait.recv().unwrap();
        probe(Probe::ReadFile)
    });
    let sandbox = sandbox::enter(Limits::default());
    go.send(()).unwrap();
    let newer = std::thread::spawn(|| probe(Probe::ReadFile));
    let mut restrictions = sandbox.restrictions().iter();
    let system_calls = restrictions.find(|(it, _)| *it == Restriction::SystemCalls);
    vec![
        ("older", older.join().unwrap()),
        ("newer", newer.join().unwrap()),
        ("status", format!("{:?}", system_calls.unwrap().1)),
    ]
}

#[test]
fn the_sandbox_covers_threads_older_and_newer_than_it() {
    let results = results_of("threads");
    assert_eq!(results["older"], EPERM);
    assert_eq!(results["newer"], EPERM);
    assert_eq!(results["status"], format!("{:?}", Status::Enforced));
}

fn engine() -> Results {
    let bytes = include_bytes!("../../../tests/images/hello.png");
    let engine = Engine::new(Models::shipped()).unwrap();
    sandbox::enter(Limits::default());
    let picture = source::decode(bytes).unwrap().next().unwrap().unwrap();
    let page = engine.read(&picture).unwrap();
    vec![("text", page.lines().map(imagetotext::Line::text).collect())]
}

#[test]
fn pictures_can_be_read_inside_the_sandbox() {
    assert!(results_of("engine")["text"].contains("2026"));
}

fn network() -> Results {
    let before = probe(Probe::Network);
    let status = sandbox::refuse_network();
    // Child processes inherit the filter.
    let script = "import socket\nfor f in (1, 16, 2, 10, 17, 40):\n try: socket.socket(f, 2); \
                 print(f, 'allowed')\n except OSError as e: print(f, e.errno)";
    let python = Command::new("python3").args(["-c", script]).output();
    let inherited = python.map_or_else(
        |error| error.to_string(),
        |output| String::from_utf8_lossy(&output.stdout).trim().replace('\n', ", "),
    );
    vec![
        ("before", before),
        ("status", format!("{status:?}")),
        ("after", probe(Probe::Network)),
        ("local", io(std::os::unix::net::UnixDatagram::unbound())),
        ("file", probe(Probe::ReadFile)),
        ("inherited", inherited),
    ]
}

#[test]
fn sockets_that_lead_out_of_the_computer_are_refused() {
    let results = results_of("network");
    assert_eq!(results["before"], ALLOWED);
    assert_eq!(results["status"], format!("{:?}", Status::Enforced));
    assert!(results["after"].contains("os error 13)"), "{results:?}");
    assert_eq!(results["local"], ALLOWED);
    assert_eq!(results["file"], ALLOWED);
    // AF_UNIX, AF_NETLINK, AF_INET, AF_INET6, AF_PACKET, AF_VSOCK.
    let inherited = "1 allowed, 16 allowed, 2 13, 10 13, 17 13, 40 13";
    assert_eq!(results["inherited"], inherited);
}

fn memory() -> Results {
    sandbox::enter(Limits { memory_bytes: 64 << 20, ..Limits::default() });
    // In pieces that are written to, none of which is over the limit by itself.
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
fn memory_is_limited() {
    let mebibytes: u32 = results_of("memory")["mebibytes"].parse().unwrap();
    assert!((48..=64).contains(&mebibytes), "{mebibytes}");
}

fn cpu_time() -> Results {
    let sandbox = sandbox::enter(Limits { cpu_seconds: 1, ..Limits::default() });
    let start = std::time::Instant::now();
    while start.elapsed().as_millis() < 400 {}
    sandbox.renew_cpu_time();
    // A signal kills it; the clock is for a limit that is not enforced.
    while start.elapsed().as_secs() < 60 {}
    vec![("cpu_time", "unlimited".into())]
}

#[test]
fn cpu_time_is_limited() {
    use std::os::unix::process::ExitStatusExt as _;
    let (results, status) = run("cpu time");
    assert!(results.is_empty(), "{results:?}");
    assert_eq!(status.signal(), Some(signal::Signal::SIGXCPU as i32), "{status}");
}
