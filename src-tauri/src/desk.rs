//! What everything in the shell needs at hand: the person's own data, and the page to talk to.

use std::sync::{Mutex, MutexGuard, PoisonError};

use tauri::ipc::Channel;

use crate::contract::{Event, System};
use crate::personal::{Consented, Personal};

/// Personal data and the page.
pub(crate) struct Desk {
    personal: Mutex<Personal>,
    page: Mutex<Option<Channel<Event>>>,
}

impl Desk {
    pub(crate) fn new(personal: Personal) -> Self {
        Self { personal: Mutex::new(personal), page: Mutex::new(None) }
    }

    /// Consent, settings, counters.
    pub(crate) fn personal(&self) -> MutexGuard<'_, Personal> {
        // Whoever panicked with it left it as it was: it changes only after a file was written.
        self.personal.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The proof of consent, if there is one at this moment.
    pub(crate) fn consent(&self) -> Option<Consented> {
        self.personal().proof().ok()
    }

    /// Events go there from now on.
    pub(crate) fn listen(&self, page: Channel<Event>) {
        *self.page.lock().unwrap_or_else(PoisonError::into_inner) = Some(page);
    }

    /// Tells the page, if it is there.
    pub(crate) fn tell(&self, event: Event) {
        let page = self.page.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(page) = page {
            // A page that is being closed needs no news.
            let _ = page.send(event);
        }
    }
}

/// The system that this program was built for.
pub(crate) const SYSTEM: System = if cfg!(windows) {
    System::Windows
} else if cfg!(target_os = "macos") {
    System::Macos
} else {
    System::Linux
};
