//! What every part of the shell shares: the person's own data, and the channel to the page.

use std::sync::{Mutex, MutexGuard, PoisonError};

use tauri::ipc::Channel;

use crate::contract::{Event, System};
use crate::personal::{Consented, PersonalData};

/// The label of the one window, which `capabilities/main.json` names.
pub(crate) const MAIN_WINDOW: &str = "main";

/// The system that this program was built for.
pub(crate) const SYSTEM: System = if cfg!(windows) {
    System::Windows
} else if cfg!(target_os = "macos") {
    System::Macos
} else {
    System::Linux
};

/// Personal data and the channel to the page.
pub(crate) struct AppContext {
    personal: Mutex<PersonalData>,
    page: Mutex<Option<Channel<Event>>>,
}

impl AppContext {
    pub(crate) fn new(personal: PersonalData) -> Self {
        Self { personal: Mutex::new(personal), page: Mutex::new(None) }
    }

    /// Consent, settings and counters.
    pub(crate) fn personal(&self) -> MutexGuard<'_, PersonalData> {
        // A panic leaves it consistent: memory changes only after a file was written.
        self.personal.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The proof of consent, if there is consent at this moment.
    pub(crate) fn consented(&self) -> Option<Consented> {
        self.personal().consented().ok()
    }

    /// Sends all later events to this page.
    pub(crate) fn connect_page(&self, page: Channel<Event>) {
        *self.page.lock().unwrap_or_else(PoisonError::into_inner) = Some(page);
    }

    /// Sends an event to the page, if one is connected.
    pub(crate) fn emit(&self, event: Event) {
        let page = self.page.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(page) = page {
            // It fails when the page is being closed; no one needs the event then.
            let _ = page.send(event);
        }
    }
}
