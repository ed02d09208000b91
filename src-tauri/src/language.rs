//! The language of what the shell itself shows. The page decides it, because it knows the languages of
//! the system; there is one page in a process.

use std::sync::{Mutex, PoisonError};

use crate::contract::Language;

static CURRENT: Mutex<Language> = Mutex::new(Language::English);

/// The language of the page; English until it has said which.
pub(crate) fn current() -> Language {
    *CURRENT.lock().unwrap_or_else(PoisonError::into_inner)
}

/// From now on the page is in this language. Whether that is another one than before.
pub(crate) fn set(language: Language) -> bool {
    let mut current = CURRENT.lock().unwrap_or_else(PoisonError::into_inner);
    std::mem::replace(&mut *current, language) != language
}
