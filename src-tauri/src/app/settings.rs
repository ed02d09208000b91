//! Settings and counters, as the page changes them.

use super::App;
use crate::contract::{CommandError, Event, Settings, WindowSize};
use crate::personal::Autostart;

impl App {
    /// From now on the setting for starting at login is this entry.
    pub(crate) fn enable_autostart(&self, autostart: Autostart) {
        self.context.personal().enable_autostart(autostart);
    }

    /// Stores what the person chose. The size of the window is kept from before: the page knows only
    /// the size of its own start.
    pub(crate) fn set_settings(&self, mut settings: Settings) -> Result<Settings, CommandError> {
        let mut personal = self.context.personal();
        settings.window = personal.settings().window;
        let settings = personal.set_settings(settings)?;
        drop(personal);
        // The worker that waits may be one of another engine.
        self.queue.prewarm();
        Ok(settings)
    }

    /// Erases settings and counters.
    pub(crate) fn erase(&self) -> Result<(), CommandError> {
        let mut personal = self.context.personal();
        let erased = personal.erase();
        let settings = personal.settings().clone();
        drop(personal);
        self.context.emit(Event::Settings { settings });
        erased
    }

    /// Stores the size of the window, if there is consent to store anything.
    pub(crate) fn set_window_size(&self, size: WindowSize) {
        let mut personal = self.context.personal();
        let settings = Settings { window: Some(size), ..personal.settings().clone() };
        // When it fails, the window opens in its default size next time.
        let _ = personal.set_settings(settings);
    }
}
