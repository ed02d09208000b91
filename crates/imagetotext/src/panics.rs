//! Contains panics of decoders and of the engine, and keeps their messages, which may quote a picture
//! or a text, from being printed.
//!
//! Messages are printed by the panic hook of the process, before a panic can be caught. So the first
//! call of [`contain`] sets a hook that forwards to the one it finds, except on threads that run
//! contained work. It stays for the life of the process: to remove it again would race with hooks that
//! the program sets. A program that sets a hook later replaces ours, and then sees all messages.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;

/// Work panicked. What it was changing must not be used again.
#[derive(Debug)]
pub(crate) struct Panicked;

/// Runs `work` on this thread; a panic in it becomes an error, and its message is not printed.
pub(crate) fn contain<T>(work: impl FnOnce() -> T) -> Result<T, Panicked> {
    set_quiet_hook();
    let was_quiet = QUIET.replace(true);
    // Unwind safe: see [`Panicked`].
    let result = catch_unwind(AssertUnwindSafe(work)).map_err(|message| {
        // Dropped, so that it is wiped. A second panic, in its destructor, is contained as well.
        let panicked_again = catch_unwind(AssertUnwindSafe(|| drop(message)));
        std::mem::forget(panicked_again);
        Panicked
    });
    QUIET.set(was_quiet);
    result
}

thread_local! {
    /// Whether this thread runs contained work.
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

fn set_quiet_hook() {
    static SET: Once = Once::new();
    // A thread that is panicking cannot set a hook.
    if std::thread::panicking() {
        return;
    }
    SET.call_once(|| {
        let previous = take_hook();
        set_hook(Box::new(move |panic| {
            if !QUIET.get() {
                previous(panic);
            }
        }));
    });
}

#[cfg(test)]
mod tests {
    use std::process::{Command, Stdio};

    use super::*;

    const VARIABLE: &str = "PANICS_TEST";

    /// The child process of the other tests; it does nothing when it is run as a test.
    #[test]
    fn child_process() {
        let Ok(case) = std::env::var(VARIABLE) else { return };
        if case == "own hook" {
            set_hook(Box::new(|_| eprint!("hook of the program")));
        }
        assert!(contain(|| panic!("pixels of a picture")).is_err());
        if case != "contained" {
            assert!(catch_unwind(|| panic!("a panic of the program")).is_err());
        }
    }

    /// What a child process prints on standard error.
    fn stderr_of(case: &str) -> String {
        let test = module_path!().split_once("::").unwrap().1.to_owned() + "::child_process";
        let output = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", &test, "--nocapture", "--test-threads=1"])
            .env(VARIABLE, case)
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let stdout = String::from_utf8_lossy(&output.stdout);
        assert!(stdout.contains("1 passed"), "{stdout}");
        String::from_utf8(output.stderr).unwrap()
    }

    #[test]
    fn contained_panics_print_nothing() {
        assert_eq!(stderr_of("contained"), "");
    }

    #[test]
    fn other_panics_are_still_printed() {
        let stderr = stderr_of("default hook");
        assert!(stderr.contains("a panic of the program"), "{stderr}");
        assert!(!stderr.contains("pixels"), "{stderr}");
    }

    #[test]
    fn the_hook_of_the_program_is_still_called() {
        assert_eq!(stderr_of("own hook"), "hook of the program");
    }

    #[test]
    fn results_are_returned() {
        assert_eq!(contain(|| 7).unwrap(), 7);
    }

    #[test]
    fn only_the_thread_with_contained_work_is_quiet() {
        let is_quiet = || QUIET.get();
        let other_thread = || std::thread::spawn(is_quiet).join().unwrap();
        assert!(!contain(other_thread).unwrap());
        let nested = contain(|| (contain(is_quiet).unwrap(), is_quiet())).unwrap();
        assert_eq!(nested, (true, true));
        assert!(!is_quiet());
    }
}
