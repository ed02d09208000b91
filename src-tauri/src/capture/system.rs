//! Capturing on Linux: X11 by this program, Wayland by the desktop.

use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use std::sync::Arc;
use tauri::{AppHandle, Manager as _, Runtime};

use super::desktop;
use super::geometry::Rect;
use super::hotkeys::{Hotkeys, is_hotkey};
use super::overlay::{self, Selected};
use super::portal_hotkeys::PortalHotkeys;
use super::taken::Taken;
use super::{NO_HOTKEYS, Target, notification, portal, session_bus, tray, x11};
use crate::context::MAIN_WINDOW;
use crate::contract::{CaptureError, CaptureMethod, CaptureSettings, CaptureStatus, HotkeyStatus};
use crate::personal::Consented;

/// The service that shows icons in the tray (`StatusNotifierItem`).
const TRAY: &str = "org.kde.StatusNotifierWatcher";

/// What of the desktop this program uses.
#[derive(Default)]
pub(super) struct System {
    hotkeys: Hotkeys,
    portal_hotkeys: PortalHotkeys,
    status: Arc<Mutex<Option<Known>>>,
}

/// What was found out about the desktop.
#[derive(Clone, Copy)]
struct Known {
    hotkeys: [HotkeyStatus; 2],
    has_tray: bool,
}

impl System {
    /// Whether notifications say what came of a capture.
    pub(super) const HAS_NOTIFICATIONS: bool = true;

    /// Makes hotkeys and tray those of `settings`, or removes them. `on_change` runs when the status
    /// changes later, because the desktop has agreed to hotkeys.
    pub(super) fn apply<R: Runtime>(
        &self,
        app: &AppHandle<R>,
        settings: Option<&CaptureSettings>,
        directory: Option<&Path>,
        on_press: impl Fn(Target) + Send + Sync + 'static,
        on_change: impl FnOnce() + Send + 'static,
    ) {
        let has_tray = has_tray();
        *lock(&self.status) = Some(Known { hotkeys: [HotkeyStatus::Unsupported; 2], has_tray });
        let keys = settings.map(|it| [it.hotkey.as_str(), it.again_hotkey.as_str()]);
        match desktop::method() {
            CaptureMethod::Screen => {
                let [capture, again] = keys.unwrap_or_default();
                let wanted = [(capture, Target::Select), (again, Target::Again)];
                let hotkeys = self.hotkeys.replace(wanted, on_press);
                *lock(&self.status) = Some(Known { hotkeys, has_tray });
            }
            CaptureMethod::Desktop => {
                let status = self.status.clone();
                let hotkeys = keys.unwrap_or_default().map(|keys| match keys {
                    "" => HotkeyStatus::Off,
                    _ if is_hotkey(keys) => HotkeyStatus::Active,
                    _ => HotkeyStatus::Invalid,
                });
                let keys =
                    keys.map(|keys| keys.map(|keys| if is_hotkey(keys) { keys } else { "" }));
                let on_bound = move || {
                    *lock(&status) = Some(Known { hotkeys, has_tray });
                    on_change();
                };
                self.portal_hotkeys.replace(keys, on_bound, on_press);
            }
            CaptureMethod::None => {}
        }
        // The library for trays needs a directory, and none on the disk is used for it.
        let visible =
            has_tray && directory.is_some() && settings.is_some_and(|settings| settings.tray);
        let (handle, directory) = (app.clone(), directory.map(Path::to_owned));
        // It fails when the program ends.
        let _ = app.run_on_main_thread(move || tray::show(&handle, visible, directory.as_deref()));
    }

    /// Runs `on_change`, on the main thread, whenever the desktop gets a tray or loses it: at login it may
    /// start after this program.
    pub(super) fn watch_tray(&self, on_change: impl Fn() + Send + Sync + 'static) {
        let status = self.status.clone();
        let look = move || {
            let known = lock(&status).map(|known| known.has_tray);
            if known != Some(has_tray()) {
                on_change();
            }
        };
        session_bus::watch(TRAY, look);
    }

    /// What of capturing works.
    pub(super) fn status(&self) -> CaptureStatus {
        let known = lock(&self.status).unwrap_or(Known { hotkeys: NO_HOTKEYS, has_tray: false });
        let Known { hotkeys: [hotkey, again_hotkey], has_tray } = known;
        CaptureStatus { method: desktop::method(), hotkey, again_hotkey, has_tray }
    }

    /// Captures, and says which region it was; `None` when the person gave up.
    pub(super) fn take<R: Runtime>(
        app: &AppHandle<R>,
        _: &Consented,
        target: Target,
    ) -> Result<Option<(Taken, Option<Rect>)>, CaptureError> {
        match (desktop::method(), target) {
            (CaptureMethod::Screen, Target::Region(region)) => {
                let at = Instant::now();
                Ok(Some((Taken::picture(x11::capture(region)?, at), Some(region))))
            }
            (CaptureMethod::Screen, Target::Whole) => {
                let at = Instant::now();
                Ok(Some((Taken::picture(x11::whole()?, at), None)))
            }
            (CaptureMethod::Screen, _) => {
                let window = app.get_webview_window(MAIN_WINDOW);
                let scale = window.and_then(|window| window.scale_factor().ok());
                let selected = overlay::select(scale.unwrap_or(1.0))?;
                Ok(selected.map(|Selected { picture, region, at }| {
                    (Taken::picture(picture, at), Some(region))
                }))
            }
            // The desktop does not say which region it was.
            (CaptureMethod::Desktop, Target::Select) => {
                let file = portal::capture()?;
                Ok(file.map(|bytes| (Taken::file(bytes), None)))
            }
            _ => Err(CaptureError::Unsupported),
        }
    }

    /// Shows a notification, and runs `on_open` when the person clicks it.
    pub(super) fn notify(title: String, on_open: impl FnOnce() + Send + 'static) {
        notification::show(title, on_open);
    }

    /// Puts the menu of the tray into the language of the page.
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

/// Whether the desktop shows icons.
fn has_tray() -> bool {
    session_bus::is_running(TRAY) || (desktop::method() == CaptureMethod::Screen && x11::has_tray())
}

fn lock(status: &Mutex<Option<Known>>) -> std::sync::MutexGuard<'_, Option<Known>> {
    status.lock().unwrap_or_else(PoisonError::into_inner)
}
