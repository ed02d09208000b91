//! Capturing on Windows and macOS, by this program.

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use tauri::{AppHandle, Manager as _, Runtime};

use super::geometry::Rect;
use super::hotkeys::Hotkeys;
use super::monitor_overlay::Overlay;
use super::taken::Taken;
use super::{NO_HOTKEYS, Target, frozen_monitor, platform, screen, tray};
use crate::app::App;
use crate::contract::{CaptureError, CaptureMethod, CaptureSettings, CaptureStatus, HotkeyStatus};
use crate::personal::Consented;

/// What of the desktop this program uses.
#[derive(Default)]
pub(super) struct System {
    hotkeys: Arc<Hotkeys>,
    /// `None` until the main thread has registered them.
    status: Arc<Mutex<Option<[HotkeyStatus; 2]>>>,
    overlay: Overlay,
}

impl System {
    /// Whether notifications say what came of a capture.
    pub(super) const HAS_NOTIFICATIONS: bool = platform::HAS_NOTIFICATIONS;

    /// Makes hotkeys and tray those of `settings`, or removes them. `on_change` runs when the status
    /// has changed: both belong to the main thread.
    pub(super) fn apply<R: Runtime>(
        &self,
        app: &AppHandle<R>,
        settings: Option<&CaptureSettings>,
        _: Option<&Path>,
        on_press: impl Fn(Target) + Send + Sync + 'static,
        on_change: impl FnOnce() + Send + 'static,
    ) {
        let visible = settings.is_some_and(|settings| settings.tray);
        let keys = settings.map(|it| [it.hotkey.clone(), it.again_hotkey.clone()]);
        let [capture, again] = keys.unwrap_or_default();
        let (hotkeys, status, handle) = (self.hotkeys.clone(), self.status.clone(), app.clone());
        let apply = move || {
            tray::show(&handle, visible, None);
            let wanted = [(capture.as_str(), Target::Select), (again.as_str(), Target::Again)];
            let after = hotkeys.replace(wanted, on_press);
            let before = lock(&status).replace(after);
            if before != Some(after) {
                on_change();
            }
        };
        // It fails when the program ends.
        let _ = app.run_on_main_thread(apply);
    }

    /// There always is one.
    #[expect(clippy::unused_self, reason = "the same interface as on Linux")]
    pub(super) fn watch_tray(&self, _: impl Fn() + Send + Sync + 'static) {}

    /// What of capturing works.
    pub(super) fn status(&self) -> CaptureStatus {
        let [hotkey, again_hotkey] = lock(&self.status).unwrap_or(NO_HOTKEYS);
        CaptureStatus { method: CaptureMethod::Screen, hotkey, again_hotkey, has_tray: true }
    }

    /// Captures, and says which region it was; `None` when the person gave up.
    pub(super) fn take<R: Runtime>(
        app: &AppHandle<R>,
        _: &Consented,
        target: Target,
    ) -> Result<Option<(Taken, Option<Rect>)>, CaptureError> {
        platform::check_permission()?;
        let at = Instant::now();
        match target {
            Target::Region(region) => {
                Ok(Some((Taken::picture(screen::capture(region)?, at), Some(region))))
            }
            Target::Whole => Ok(Some((Taken::picture(screen::whole()?, at), None))),
            Target::Select | Target::Again => {
                let monitors: Arc<[_]> = screen::freeze()?.into();
                let layout = screen::layout(&monitors);
                let overlay = app.state::<App>().capture_state().overlay();
                let selected = overlay.select(app, monitors.clone(), layout)?;
                let Some((region, at)) = selected else { return Ok(None) };
                let picture =
                    frozen_monitor::cut(&monitors, region).ok_or(CaptureError::EmptyRegion)?;
                Ok(Some((Taken::picture(picture, at), Some(region))))
            }
        }
    }

    /// Shows a notification, and runs `on_open` when the person clicks it.
    pub(super) fn notify(title: String, on_open: impl FnOnce() + Send + 'static) {
        // Windows wants a thread that waits for nothing else. Without one there is no notification.
        let _ = std::thread::Builder::new().spawn(move || platform::notify(&title, on_open));
    }

    /// Puts the tray into the language of the page.
    pub(super) fn translate_tray<R: Runtime>(app: &AppHandle<R>) {
        let handle = app.clone();
        // It fails when the program ends.
        let _ = app.run_on_main_thread(move || tray::translate(&handle));
    }

    /// Whether the icon is in the tray.
    pub(super) fn shows_tray<R: Runtime>(app: &AppHandle<R>) -> bool {
        tray::is_shown(app)
    }
}

impl super::Capture {
    /// The frozen screen, which Tauri must know before its event loop runs.
    pub(crate) fn overlay(&self) -> Overlay {
        self.system.overlay.clone()
    }
}

fn lock(status: &Mutex<Option<[HotkeyStatus; 2]>>) -> MutexGuard<'_, Option<[HotkeyStatus; 2]>> {
    status.lock().unwrap_or_else(PoisonError::into_inner)
}
