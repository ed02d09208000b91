//! Faults of our own: a panic anywhere ends the reading of one file, not the program, and its
//! message, which may hold a piece of text from a picture, is never shown.

use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};
use std::sync::{Mutex, PoisonError};

/// Where the latest panic happened: `src/engine.rs:12`. Nothing else of it is kept.
static PLACE: Mutex<Option<String>> = Mutex::new(None);

/// A panic that was contained.
#[derive(Debug)]
pub(crate) struct Fault {
    /// Source file and line.
    pub(crate) place: String,
}

/// Makes panics silent. Without this the standard hook prints their message.
pub(crate) fn silence_panics() {
    set_hook(Box::new(|panic| {
        let place = panic.location().map(|at| format!("{}:{}", at.file(), at.line()));
        *PLACE.lock().unwrap_or_else(PoisonError::into_inner) = place;
    }));
}

/// Runs `work` and turns a panic in it into a [`Fault`].
pub(crate) fn contain<T>(work: impl FnOnce() -> T) -> Result<T, Fault> {
    // Unwind safe: what `work` was changing is given up by every caller when this fails.
    catch_unwind(AssertUnwindSafe(work)).map_err(|payload| {
        // A message, which may quote a text: dropping it wipes it.
        drop(payload);
        let place = PLACE.lock().unwrap_or_else(PoisonError::into_inner).take();
        // Paths of dependencies start with the home directory of whoever built the program.
        let place = place.unwrap_or_default();
        let place = place.rsplit_once("/src/").map_or(place.as_str(), |(_, rest)| rest);
        Fault { place: place.to_owned() }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_a_place() {
        silence_panics();
        let fault = contain(|| -> () { panic!("secret text") }).unwrap_err();
        assert!(fault.place.contains("fault.rs:"), "{}", fault.place);
        assert!(!fault.place.contains("secret"));
    }

    #[test]
    fn work_that_ends_well_is_handed_on() {
        assert_eq!(contain(|| 7).unwrap(), 7);
    }
}
