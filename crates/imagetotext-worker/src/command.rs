//! How a worker is started: this same executable, with nothing of the program's environment.

use std::ffi::OsString;
use std::io;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use imagetotext_sandbox::HUGE_PAGES;

/// The argument that makes a worker of this program.
pub const ARGUMENT: &str = "--worker";

/// Whether these arguments, the first of which is the program's name, ask for a worker.
pub fn is_worker(arguments: impl IntoIterator<Item = OsString>) -> bool {
    let mut arguments = arguments.into_iter().skip(1);
    arguments.next().is_some_and(|first| first == ARGUMENT) && arguments.next().is_none()
}

/// The executable of this program. On Linux that stays right when its file is replaced meanwhile.
///
/// # Errors
/// Those of [`std::env::current_exe`].
pub(crate) fn own_program() -> io::Result<PathBuf> {
    if cfg!(target_os = "linux") { Ok("/proc/self/exe".into()) } else { std::env::current_exe() }
}

/// Gives a process pipes and none of the program's environment.
pub(crate) fn isolate(command: &mut Command) {
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    // What a library prints when it aborts may quote the picture.
    command.stderr(Stdio::null());
    without_environment(command);
    let (name, value) = HUGE_PAGES;
    command.env(name, value);
}

#[cfg(not(windows))]
fn without_environment(command: &mut Command) {
    command.env_clear();
}

/// Windows needs its environment to start a program. No console window.
#[cfg(windows)]
fn without_environment(command: &mut Command) {
    use std::os::windows::process::CommandExt as _;
    /// `CREATE_NO_WINDOW` of processthreadsapi.h.
    const NO_WINDOW: u32 = 0x0800_0000;
    command.creation_flags(NO_WINDOW);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_lone_argument_asks_for_a_worker() {
        let asks = |words: &[&str]| is_worker(words.iter().map(OsString::from));
        assert!(asks(&["imagetotext", "--worker"]));
        assert!(!asks(&["imagetotext"]));
        assert!(!asks(&["imagetotext", "--worker", "a.png"]));
        assert!(!asks(&["imagetotext", "a.png", "--worker"]));
    }

    /// The window once cleared the environment after it had set this variable.
    #[cfg(unix)]
    #[test]
    fn a_worker_gets_huge_pages_and_no_other_variable() {
        let mut command = Command::new("env");
        command.env("SECRET", "of the program");
        isolate(&mut command);
        let output = command.spawn().unwrap().wait_with_output().unwrap();
        let (name, value) = HUGE_PAGES;
        assert_eq!(String::from_utf8(output.stdout).unwrap(), format!("{name}={value}\n"));
    }
}
