//! A panic anywhere ends the reading of one picture, not the program, and its message, which may hold
//! text of the picture, is never shown.

use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};
use std::sync::{Mutex, PoisonError};

/// Where the latest panic happened: `src/engine.rs:12`. Nothing else of it is kept.
static PLACE: Mutex<Option<String>> = Mutex::new(None);

/// A panic that was contained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Panic {
    /// Source file and line.
    pub place: String,
}

/// Makes panics of this process silent. The standard hook prints their message.
pub fn silence() {
    set_hook(Box::new(|panic| {
        let place = panic.location().map(|at| format!("{}:{}", at.file(), at.line()));
        *PLACE.lock().unwrap_or_else(PoisonError::into_inner) = place;
    }));
}

/// Runs `work` and turns a panic in it into an error. For a process that called [`silence`].
///
/// # Errors
/// The place of the panic.
pub fn contain<T>(work: impl FnOnce() -> T) -> Result<T, Panic> {
    // Unwind safe: every caller gives up what `work` was changing when this fails.
    catch_unwind(AssertUnwindSafe(work)).map_err(|payload| {
        // A message, which may quote a text: dropping it wipes it.
        drop(payload);
        let place = PLACE.lock().unwrap_or_else(PoisonError::into_inner).take();
        // Paths of dependencies start with the home directory of the user who built the program.
        let place = place.unwrap_or_default();
        let place = place.rsplit_once("/src/").map_or(place.as_str(), |(_, rest)| rest);
        Panic { place: place.to_owned() }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_a_place() {
        silence();
        let panic = contain(|| -> () { panic!("secret text") }).unwrap_err();
        assert!(panic.place.contains("panics.rs:"), "{}", panic.place);
        assert!(!panic.place.contains("secret"));
    }

    #[test]
    fn the_result_is_returned() {
        assert_eq!(contain(|| 7).unwrap(), 7);
    }
}
