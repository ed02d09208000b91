//! Hotkeys and tray, as the settings have them.

use std::path::PathBuf;

use tauri::{AppHandle, Manager as _, Runtime};

use super::system::System;
use super::{lock, show_without_tray, start};
use crate::app::App;
use crate::contract::{CaptureStatus, Event};

impl App {
    /// From now on hotkeys and tray follow the settings. `directory` is in memory.
    pub(crate) fn enable_capture<R: Runtime>(
        &self,
        app: &AppHandle<R>,
        directory: Option<PathBuf>,
    ) {
        let _ = self.capture_state().enabled.set(directory);
        self.apply_capture_settings(app);
        let handle = app.clone();
        self.capture_state().system.watch_tray(move || {
            handle.state::<App>().apply_capture_settings(&handle);
            show_without_tray(&handle);
        });
    }

    /// Makes hotkeys and tray those of the settings; without consent there are none.
    pub(crate) fn apply_capture_settings<R: Runtime>(&self, app: &AppHandle<R>) {
        let Some(directory) = self.capture_state().enabled.get() else { return };
        let consented = self.consented().is_ok();
        let settings = self.context().personal().settings().capture.clone();
        let settings = consented.then_some(settings);
        if !consented {
            *lock(&self.capture_state().last_region) = None;
        }
        let before = self.capture_status();
        let (handle, changed) = (app.clone(), app.clone());
        self.capture_state().system.apply(
            app,
            settings.as_ref(),
            directory.as_deref(),
            move |target| start(&handle, target),
            move || changed.state::<App>().send_capture_status(),
        );
        if self.capture_status() != before {
            self.send_capture_status();
        }
    }

    fn send_capture_status(&self) {
        let _one_at_a_time = lock(&self.capture_state().sending);
        self.context().emit(Event::CaptureStatus { status: self.capture_status() });
    }

    /// Whether closing the window leaves the program in the tray.
    pub(crate) fn stays_in_tray<R: Runtime>(&self, app: &AppHandle<R>) -> bool {
        self.context().personal().settings().capture.start_hidden && System::shows_tray(app)
    }

    /// What of capturing works on this desktop.
    pub(crate) fn capture_status(&self) -> CaptureStatus {
        self.capture_state().system.status()
    }
}
