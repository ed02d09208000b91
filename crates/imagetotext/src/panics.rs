//! Contains panics of decoders and of the engine, and keeps their messages, which may quote a picture or a
//! text, from being printed.

use std::panic::{AssertUnwindSafe, catch_unwind};

/// Work panicked. What it was changing must not be used again.
#[derive(Debug)]
pub(crate) struct Panicked;

/// Runs `work` on this thread; a panic in it becomes an error.
pub(crate) fn contain<T>(work: impl FnOnce() -> T) -> Result<T, Panicked> {
    // Unwind safe: see [`Panicked`].
    catch_unwind(AssertUnwindSafe(work)).map_err(|message| {
        // Dropped, so that it is wiped. A second panic, in its destructor, is contained as well.
        let panicked_again = catch_unwind(AssertUnwindSafe(|| drop(message)));
        std::mem::forget(panicked_again);
        Panicked
    })
}

#[cfg(test)]
mod tests {
    use std::panic::set_hook;
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
}
