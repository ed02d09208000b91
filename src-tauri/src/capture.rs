//! Capturing text from the screen: by a button, the tray, a hotkey or the command line. The person
//! selects a part of the frozen screen; its picture is in memory only and is read like every other.
//!
//! What depends on the system is in modules of its own. On X11 this program shows the frozen screen
//! itself, and the X server keeps it; under Wayland the desktop does. On Windows and macOS this program
//! keeps and shows it.

#[cfg(not(target_os = "linux"))]
mod caption;
#[cfg(target_os = "linux")]
mod desktop;
#[cfg(any(test, not(target_os = "linux")))]
#[cfg_attr(target_os = "linux", allow(dead_code, reason = "only tested there"))]
mod drawing;
#[cfg(any(test, not(target_os = "linux")))]
mod frozen_monitor;
#[cfg(target_os = "linux")]
mod frozen_screen;
pub(crate) mod geometry;
mod hotkeys;
#[cfg(target_os = "linux")]
mod label;
mod label_place;
#[cfg(not(target_os = "linux"))]
mod monitor_overlay;
#[cfg(not(target_os = "linux"))]
mod monitor_window;
mod name;
#[cfg(target_os = "linux")]
mod notification;
mod notification_title;
#[cfg(target_os = "linux")]
mod overlay;
mod picture;
#[cfg(windows)]
#[path = "capture/windows.rs"]
mod platform;
#[cfg(target_os = "macos")]
#[path = "capture/macos.rs"]
mod platform;
#[cfg(target_os = "linux")]
mod portal;
#[cfg(target_os = "linux")]
mod portal_hotkeys;
#[cfg(not(target_os = "linux"))]
mod screen;
mod selection;
#[cfg(target_os = "linux")]
mod session_bus;
mod settings;
#[cfg(target_os = "linux")]
mod system;
#[cfg(not(target_os = "linux"))]
#[path = "capture/windows_and_macos.rs"]
mod system;
mod taken;
mod tray;
#[cfg(target_os = "linux")]
mod x11;

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use tauri::{AppHandle, Manager as _, Runtime};

use crate::app::App;
use crate::context::MAIN_WINDOW;
use crate::contract::{
    CaptureError, CaptureOutcome, CaptureTarget, CommandError, Event, HotkeyStatus, JobId,
    ReadError,
};
use crate::personal::Consented;
use crate::queue::Arrival;
use crate::window;
use crate::words::words;
use geometry::Rect;
use notification_title::notification_title;
use system::System;
use taken::Taken;

/// How long the window may take to disappear from the screen, with the animation of the desktop.
const HIDE_DELAY: Duration = Duration::from_millis(250);

/// How long a desktop may take at login until it has a tray.
const TRAY_DELAY: Duration = Duration::from_secs(10);

/// What to capture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Target {
    /// What the person selects.
    Select,
    /// The region of the capture before.
    Again,
    /// This region.
    Region(Rect),
    /// The whole screen.
    Whole,
}

/// The state of capturing.
#[derive(Default)]
pub(crate) struct Capture {
    system: System,
    /// The directory in memory for the icon of the tray. Set when the program has a desktop: tests
    /// have none, and must not take keys from those who run them.
    enabled: OnceLock<Option<PathBuf>>,
    is_running: AtomicBool,
    /// Locked while the status is sent to the page, so that the one sent last is the newest.
    sending: Mutex<()>,
    /// Forgotten when the program ends.
    last_region: Mutex<Option<Rect>>,
}

/// Captures, on a thread of its own; the outcome is an event. While the person is selecting, nothing
/// happens.
pub(crate) fn start<R: Runtime>(app: &AppHandle<R>, target: Target) {
    spawn(app, target, |_| false);
}

/// The same without the window, which is out of the way in the meantime.
pub(crate) fn start_from_window<R: Runtime>(app: &AppHandle<R>, target: Target) {
    spawn(app, target, |app| {
        let window = app.get_webview_window(MAIN_WINDOW);
        let is_hidden = window.is_some_and(|window| window.hide().is_ok());
        if is_hidden {
            std::thread::sleep(HIDE_DELAY);
        }
        is_hidden
    });
}

/// `prepare` says whether it has hidden the window.
fn spawn<R: Runtime>(
    app: &AppHandle<R>,
    target: Target,
    prepare: impl FnOnce(&AppHandle<R>) -> bool + Send + 'static,
) {
    let app = app.clone();
    let run = move || {
        let state = app.state::<App>();
        let Some(running) = Running::begin(&state.capture_state().is_running) else { return };
        let is_hidden = prepare(&app);
        let taken = state.consented().and_then(|consented| take(&app, &state, &consented, target));
        if is_hidden {
            window::raise(&app);
        }
        // The next capture need not wait until this one is read.
        drop(running);
        let result = taken.and_then(|taken| match taken {
            Some(taken) => read(&state, taken),
            None => Ok(None),
        });
        report(&app, &state, result);
    };
    // A system without threads captures nothing.
    let _ = std::thread::Builder::new().name("capture".into()).spawn(run);
}

/// That a capture is under way; one at a time.
struct Running<'a>(&'a AtomicBool);

impl<'a> Running<'a> {
    fn begin(flag: &'a AtomicBool) -> Option<Self> {
        let was_running = flag.swap(true, Ordering::AcqRel);
        (!was_running).then_some(Self(flag))
    }
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        self.0.store(false, Ordering::Release);
    }
}

/// The picture, and what came of it; nothing when the person gave up.
type Outcome = Result<Option<(JobId, CaptureOutcome)>, CommandError>;

fn read(state: &App, taken: Taken) -> Outcome {
    // Selecting takes time, in which consent may end.
    let consented = state.consented()?;
    let arrival = Arrival {
        name: name::capture_name(),
        source: taken.source,
        fetched: taken.at.elapsed().as_secs_f32() * 1e3,
    };
    let destination = state.context().personal().settings().capture.target;
    let (id, result) = state.queue().add_and_watch(&consented, arrival);
    if destination == CaptureTarget::Window {
        return Ok(Some((id, CaptureOutcome::Opened)));
    }
    match result.blocking_recv() {
        Ok(Ok(())) => {}
        Ok(Err(error)) => return Err(unread(&error)),
        // It was cancelled or removed.
        Err(_) => return Ok(None),
    }
    let consented = state.consented()?;
    let lines = state.context().personal().settings().lines;
    let text = state.queue().text(&consented, id, lines)?.with_codes();
    let copied = state.copy(&consented, &text)?;
    let crate::contract::Copied { characters, lines, private } = copied;
    Ok(Some((id, CaptureOutcome::Copied { characters, lines, private })))
}

/// The proof of consent is asked for, so that without one not a pixel of the screen is looked at.
fn take<R: Runtime>(
    app: &AppHandle<R>,
    state: &App,
    consented: &Consented,
    target: Target,
) -> Result<Option<Taken>, CommandError> {
    let last = &state.capture_state().last_region;
    let target = match target {
        Target::Again => {
            let region = *lock(last);
            Target::Region(region.ok_or(CaptureError::NoRegion)?)
        }
        other => other,
    };
    let Some((taken, region)) = System::take(app, consented, target)? else { return Ok(None) };
    if region.is_some() {
        *lock(last) = region;
    }
    Ok(Some(taken))
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn unread(error: &ReadError) -> CommandError {
    match error {
        ReadError::Internal => CommandError::Internal,
        _ => CaptureError::Unreadable.into(),
    }
}

/// Tells the page, and the person, who may not see it.
fn report<R: Runtime>(app: &AppHandle<R>, state: &App, result: Outcome) {
    let (id, outcome) = match result {
        Ok(Some((id, outcome))) => (Some(id), outcome),
        Ok(None) => (None, CaptureOutcome::Cancelled),
        Err(error) => (None, CaptureOutcome::Failed { error }),
    };
    state.context().emit(Event::Captured { outcome: outcome.clone() });
    let is_refused = outcome == CaptureOutcome::Failed { error: CommandError::NotConsented };
    let is_failure = matches!(outcome, CaptureOutcome::Failed { .. });
    let must_tell = is_failure && !System::HAS_NOTIFICATIONS;
    if outcome == CaptureOutcome::Opened || is_refused || must_tell {
        show(app, id);
    } else if let Some(title) = notification_title(&words().notifications, &outcome)
        && !window::has_focus(app)
    {
        let handle = app.clone();
        System::notify(title, move || show(&handle, id));
    }
    show_without_tray(app);
}

/// Puts what is shown outside of the window into the language of the page.
pub(crate) fn translate<R: Runtime>(app: &AppHandle<R>) {
    System::translate_tray(app);
}

/// Shows the window if the desktop has no tray after a while.
pub(crate) fn await_tray<R: Runtime>(app: &AppHandle<R>) {
    let handle = app.clone();
    let wait = move || {
        std::thread::sleep(TRAY_DELAY);
        show_without_tray(&handle);
    };
    if std::thread::Builder::new().name("tray".into()).spawn(wait).is_err() {
        show_without_tray(app);
    }
}

/// A window that nobody can open again would leave a program that nobody can end.
fn show_without_tray<R: Runtime>(app: &AppHandle<R>) {
    if !System::shows_tray(app) {
        window::show(app);
    }
}

/// Brings the window to the front, with this picture.
fn show<R: Runtime>(app: &AppHandle<R>, id: Option<JobId>) {
    if let Some(id) = id {
        app.state::<App>().context().emit(Event::Show { id });
    }
    window::raise(app);
}

/// Before a desktop is known.
const NO_HOTKEYS: [HotkeyStatus; 2] = [HotkeyStatus::Off; 2];
