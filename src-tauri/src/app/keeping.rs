//! What is kept of the person: settings and counters.

use super::App;
use crate::contract::{CommandError, Event, Settings, WindowSize};

impl App {
    /// Keeps what the person chose. The size of the window is our own affair: what the page knows of
    /// it is as old as its start.
    pub(crate) fn set_settings(&self, mut settings: Settings) -> Result<Settings, CommandError> {
        let mut personal = self.desk.personal();
        settings.window = personal.settings().window;
        personal.set_settings(settings)
    }

    /// Erases settings and counters.
    pub(crate) fn erase(&self) -> Result<(), CommandError> {
        let mut personal = self.desk.personal();
        let erased = personal.erase();
        let settings = personal.settings().clone();
        drop(personal);
        self.desk.tell(Event::Settings { settings });
        erased
    }

    /// Remembers how large the window is, if the person has agreed to anything being kept.
    pub(crate) fn resized(&self, size: WindowSize) {
        let mut personal = self.desk.personal();
        let settings = Settings { window: Some(size), ..personal.settings().clone() };
        // A window that opens in its usual size next time harms nobody.
        let _ = personal.set_settings(settings);
    }
}
