//! Guarantees 3 and 4: files and sockets, as strace reports them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail, ensure};

use super::finding::{Finding, Subject};
use crate::process::{root, succeeds};
use crate::temp_dir::TempDir;

const PICTURE: &str = "tests/images/hello.png";

/// A run under strace.
struct TracedRun {
    /// The system calls, one in each line.
    calls: Vec<String>,
    /// Files in the home directory that did not exist before.
    new_files: BTreeSet<PathBuf>,
    succeeded: bool,
}

/// Runs `program` in a fresh home directory and records the `calls` of all its processes.
fn trace(wrapper: &[&str], calls: &str, program: &Path, args: &[&str]) -> Result<TracedRun> {
    let directory = TempDir::new()?;
    let (home, log) = (directory.path().join("home"), directory.path().join("log"));
    std::fs::create_dir(&home)?;
    std::fs::copy(root().join(PICTURE), home.join("hello.png"))?;
    let before = files_below(&home)?;
    let log_name = log.to_str().context("the path of the temporary directory is not UTF-8")?;
    let strace = ["strace", "-f", "-qq", "-o", log_name, "-e", calls, "--"];
    let mut words = wrapper.iter().chain(&strace).copied();
    let mut command = Command::new(words.next().context("the command is empty")?);
    command.args(words).arg(program).args(args).current_dir(&home);
    for variable in ["HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"] {
        command.env(variable, &home);
    }
    command.env_remove("IMAGETOTEXT_MODELS").stdin(Stdio::null()).stderr(Stdio::null());
    let output = command.output().context("strace is missing")?;
    let succeeded = output.status.success();
    let text = std::fs::read_to_string(&log).context("strace wrote nothing")?;
    let new_files = files_below(&home)?.difference(&before).cloned().collect();
    Ok(TracedRun { calls: text.lines().map(str::to_owned).collect(), new_files, succeeded })
}

fn files_below(directory: &Path) -> Result<BTreeSet<PathBuf>> {
    let mut all = BTreeSet::new();
    for entry in std::fs::read_dir(directory)? {
        let path = entry?.path();
        if path.is_dir() {
            all.extend(files_below(&path)?);
        }
        all.insert(path);
    }
    Ok(all)
}

pub(super) fn files(subject: &Subject) -> Result<Finding> {
    let calls =
        "trace=open,openat,openat2,creat,memfd_create,mknod,mkdir,mkdirat,rename,renameat2,link";
    let run = |args: &[&str]| trace(&[], calls, &subject.cli, args);
    let plain = run(&["hello.png"])?;
    let with_output = run(&["--output", "out.txt", "hello.png"])?;
    ensure!(plain.succeeded && with_output.succeeded, "the program fails under strace");
    let [writes, control] = [&plain, &with_output].map(|run| writes(&run.calls));
    Ok(Finding {
        holds: writes == 0
            && plain.new_files.is_empty()
            && control > 0
            && with_output.new_files.len() == 1,
        figure: format!("{} new files, {writes} opened for writing", plain.new_files.len()),
        control: format!("{} new file, {control} calls", with_output.new_files.len()),
    })
}

/// How many calls create something or open it for writing.
fn writes(calls: &[String]) -> usize {
    let signs =
        ["O_WRONLY", "O_RDWR", "O_CREAT", "memfd_create(", "mkdir", "rename", "link(", "mknod"];
    let is_stored = |call: &&String| !call.contains("\"/dev/null\"");
    let is_write = |call: &&String| signs.iter().any(|sign| call.contains(sign));
    calls.iter().filter(is_stored).filter(is_write).count()
}

pub(super) fn sockets(subject: &Subject) -> Result<Finding> {
    let run = |args: &[&str]| trace(&[], "trace=socket,connect,io_uring_setup", &subject.cli, args);
    let plain = run(&["hello.png"])?;
    let control = run(&["--about-privacy"])?;
    ensure!(plain.succeeded && control.succeeded, "the program fails under strace");
    let count = |run: &TracedRun| {
        run.calls
            .iter()
            .filter(|call| call.contains("socket(") || call.contains("connect("))
            .count()
    };
    let (count, control) = (count(&plain), count(&control));
    let isolated = read_without_network(subject)?;
    Ok(Finding {
        holds: count == 0 && control > 0,
        figure: format!("{count} sockets; reads {isolated}"),
        control: format!("{control} sockets"),
    })
}

/// Reads a picture in an empty network namespace, where not even the loopback device is up.
fn read_without_network(subject: &Subject) -> Result<&'static str> {
    let unshare = ["unshare", "--net", "--map-root-user"];
    let mut probe = Command::new(unshare[0]);
    if !succeeds(probe.args(&unshare[1..]).arg("true")) {
        return Ok("(no network namespace can be created here)");
    }
    let mut command = Command::new(unshare[0]);
    command.args(&unshare[1..]).arg(&subject.cli).arg(PICTURE).current_dir(root());
    let output = command.stdin(Stdio::null()).output()?;
    if !String::from_utf8_lossy(&output.stdout).contains("2026") {
        bail!("the picture cannot be read without a network");
    }
    Ok("in an empty network namespace")
}
