//! Guarantees 3 and 4: what strace sees of files and sockets.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail, ensure};

use super::memory::tempdir;
use super::{Found, Programs};
use crate::process::{root, works};

const PICTURE: &str = "tests/images/hello.png";

/// What a run under strace left.
struct Traced {
    /// The calls, one a line.
    calls: Vec<String>,
    /// Files of its home that were not there before.
    new: BTreeSet<PathBuf>,
    succeeded: bool,
}

/// Runs `command` with a home of its own, writing down `calls` of it and all that it starts.
fn traced(wrapper: &[&str], calls: &str, program: &Path, args: &[&str]) -> Result<Traced> {
    let directory = tempdir()?;
    let (home, log) = (directory.path().join("home"), directory.path().join("log"));
    std::fs::create_dir(&home)?;
    std::fs::copy(root().join(PICTURE), home.join("hello.png"))?;
    let before = tree(&home)?;
    let log_name = log.to_str().context("a plain path")?;
    let strace = ["strace", "-f", "-qq", "-o", log_name, "-e", calls, "--"];
    let mut words = wrapper.iter().chain(&strace).copied();
    let mut command = Command::new(words.next().context("there is a program")?);
    command.args(words).arg(program).args(args).current_dir(&home);
    for variable in ["HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"] {
        command.env(variable, &home);
    }
    command.env_remove("IMAGETOTEXT_MODELS").stdin(Stdio::null()).stderr(Stdio::null());
    let output = command.output().context("strace is missing")?;
    let succeeded = output.status.success();
    let text = std::fs::read_to_string(&log).context("strace wrote nothing")?;
    let new = tree(&home)?.difference(&before).cloned().collect();
    Ok(Traced { calls: text.lines().map(str::to_owned).collect(), new, succeeded })
}

fn tree(directory: &Path) -> Result<BTreeSet<PathBuf>> {
    let mut all = BTreeSet::new();
    for entry in std::fs::read_dir(directory)? {
        let path = entry?.path();
        if path.is_dir() {
            all.extend(tree(&path)?);
        }
        all.insert(path);
    }
    Ok(all)
}

pub(super) fn files(programs: &Programs) -> Result<Found> {
    let calls =
        "trace=open,openat,openat2,creat,memfd_create,mknod,mkdir,mkdirat,rename,renameat2,link";
    let run = |args: &[&str]| traced(&[], calls, &programs.ours, args);
    let plain = run(&["hello.png"])?;
    let with_output = run(&["--output", "out.txt", "hello.png"])?;
    ensure!(plain.succeeded && with_output.succeeded, "the program fails under strace");
    let [writes, control] = [&plain, &with_output].map(|run| written(&run.calls));
    Ok(Found {
        holds: writes == 0 && plain.new.is_empty() && control > 0 && with_output.new.len() == 1,
        figure: format!("{} new files, {writes} opened for writing", plain.new.len()),
        control: format!("{} new file, {control} calls", with_output.new.len()),
    })
}

/// Calls that make or open something to be written.
fn written(calls: &[String]) -> usize {
    let marks =
        ["O_WRONLY", "O_RDWR", "O_CREAT", "memfd_create(", "mkdir", "rename", "link(", "mknod"];
    let keeps = |call: &&String| !call.contains("\"/dev/null\"");
    let writes = |call: &&String| marks.iter().any(|mark| call.contains(mark));
    calls.iter().filter(keeps).filter(writes).count()
}

pub(super) fn sockets(programs: &Programs) -> Result<Found> {
    let run =
        |args: &[&str]| traced(&[], "trace=socket,connect,io_uring_setup", &programs.ours, args);
    let plain = run(&["hello.png"])?;
    let control = run(&["--about-privacy"])?;
    ensure!(plain.succeeded && control.succeeded, "the program fails under strace");
    let count = |run: &Traced| {
        run.calls
            .iter()
            .filter(|call| call.contains("socket(") || call.contains("connect("))
            .count()
    };
    let (count, control) = (count(&plain), count(&control));
    let isolated = without_network(programs)?;
    Ok(Found {
        holds: count == 0 && control > 0,
        figure: format!("{count} sockets; reads {isolated}"),
        control: format!("{control} sockets"),
    })
}

/// Reads in a network namespace in which there is nothing, not even a loopback that is up.
fn without_network(programs: &Programs) -> Result<&'static str> {
    let unshare = ["unshare", "--net", "--map-root-user"];
    let mut nothing = Command::new(unshare[0]);
    if !works(nothing.args(&unshare[1..]).arg("true")) {
        return Ok("(no network namespace may be made here)");
    }
    let mut command = Command::new(unshare[0]);
    command.args(&unshare[1..]).arg(&programs.ours).arg(PICTURE).current_dir(root());
    let output = command.stdin(Stdio::null()).output()?;
    if !String::from_utf8_lossy(&output.stdout).contains("2026") {
        bail!("nothing is read without a network");
    }
    Ok("in an empty network namespace")
}
