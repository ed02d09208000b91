//! The window: how it opens, what it refuses, and the events that it forwards.

use std::path::PathBuf;

use tauri::webview::NewWindowResponse;
use tauri::{
    DragDropEvent, Manager, Runtime, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder, Window,
    WindowEvent,
};
use tempfile::TempDir;

use crate::app::App;
use crate::appearance;
#[cfg(target_os = "linux")]
use crate::appearance::gtk_theme;
use crate::arguments::{Launch, Task};
use crate::context::MAIN_WINDOW;
use crate::contract::{CaptureMethod, WindowSize};
use crate::{capture, words};

/// The first size: picture and text fit side by side on a small laptop.
const DEFAULT_SIZE: WindowSize = WindowSize { width: 1120, height: 720 };

/// The smallest size in which every screen can be used.
const MIN_SIZE: WindowSize = WindowSize { width: 360, height: 320 };

/// Opens the window in the size that it was closed in. The web view keeps no cache and no cookies on
/// the disk; whatever it creates all the same goes to `storage`.
///
/// # Errors
/// Those of the system when it opens no window.
pub(crate) fn open<R: Runtime>(
    app: &tauri::App<R>,
    storage: Option<PathBuf>,
) -> tauri::Result<WebviewWindow<R>> {
    let settings = app.state::<App>().context().personal().settings().clone();
    let size = settings.window.unwrap_or(DEFAULT_SIZE);
    let page = WebviewUrl::App("index.html".into());
    let mut window = WebviewWindowBuilder::new(app, MAIN_WINDOW, page);
    if let Some(storage) = storage {
        window = window.data_directory(storage);
    }
    let window = window
        .incognito(!is_remote_controlled())
        .title(words::PROGRAM)
        .inner_size(size.width.into(), size.height.into())
        .min_inner_size(MIN_SIZE.width.into(), MIN_SIZE.height.into())
        .background_color(appearance::background(settings.theme))
        .initialization_script(appearance::script(settings.theme))
        .always_on_top(settings.keep_on_top)
        .devtools(cfg!(debug_assertions))
        .on_navigation(is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        // `show_at_start` decides.
        .visible(false)
        .build()?;
    #[cfg(target_os = "linux")]
    gtk_theme::start(settings.theme);
    #[cfg(target_os = "linux")]
    window.with_webview(|view| reload_after_crash(&view.inner()))?;
    Ok(window)
}

/// Shows the window, unless it starts in the tray. A capture comes first: its outcome shows the window,
/// where there is no tray. At login the desktop may start its tray after this program.
pub(crate) fn show_at_start<R: Runtime>(window: &WebviewWindow<R>, launch: &Launch) {
    let app = window.state::<App>();
    let settings = app.context().personal().settings().capture.clone();
    let consented = app.consented().is_ok();
    let status = app.capture_status();
    let wants_tray = (launch.hidden || settings.start_hidden) && settings.tray && consented;
    let is_capture = matches!(launch.task, Some(Task::Capture(_))) && consented;
    if is_capture || (wants_tray && status.has_tray) {
        return;
    }
    if wants_tray && launch.at_login && status.method != CaptureMethod::None {
        capture::await_tray(window.app_handle());
    } else {
        // It fails when the program ends.
        let _ = window.show();
    }
}

/// Reloads the page when the process that draws it dies. What was read is in the shell, which
/// describes it to the new page.
#[cfg(target_os = "linux")]
fn reload_after_crash(view: &webkit2gtk::WebView) {
    use webkit2gtk::WebViewExt as _;
    view.connect_web_process_terminated(|view, _| view.reload());
}

/// Brings the window to the front.
pub(crate) fn raise<R: Runtime>(app: &tauri::AppHandle<R>) {
    if let Some(window) = app.get_webview_window(MAIN_WINDOW) {
        // A system that does not let programs take the front marks the window instead.
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

/// Shows the window where it was, without taking the front.
pub(crate) fn show<R: Runtime>(app: &tauri::AppHandle<R>) {
    if let Some(window) = app.get_webview_window(MAIN_WINDOW)
        && !window.is_visible().unwrap_or(true)
    {
        let _ = window.show();
    }
}

/// Ends the program, unless edits would be lost: then the page asks first.
pub(crate) fn quit<R: Runtime>(app: &tauri::AppHandle<R>) {
    if app.state::<App>().asks_before_closing() {
        raise(app);
    } else {
        app.exit(0);
    }
}

/// Whether the person is using the window.
pub(crate) fn has_focus<R: Runtime>(app: &tauri::AppHandle<R>) -> bool {
    let window = app.get_webview_window(MAIN_WINDOW);
    window.is_some_and(|window| window.is_focused().unwrap_or(false))
}

/// Forwards the events of the window.
pub(crate) fn on_event<R: Runtime>(window: &Window<R>, event: &WindowEvent) {
    let app = window.state::<App>();
    match event {
        WindowEvent::DragDrop(DragDropEvent::Enter { .. }) => app.set_dragging(true),
        WindowEvent::DragDrop(DragDropEvent::Leave) => app.set_dragging(false),
        WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) => {
            app.set_dragging(false);
            app.receive_drop(paths.clone());
        }
        #[cfg(target_os = "linux")]
        WindowEvent::ThemeChanged(theme) => {
            let chosen = app.context().personal().settings().theme;
            gtk_theme::system_changed(*theme == tauri::Theme::Dark, chosen);
        }
        WindowEvent::CloseRequested { api, .. } => {
            if let Some(size) = restorable_size(window) {
                app.set_window_size(size);
            }
            let stays = app.stays_in_tray(window.app_handle()) && window.hide().is_ok();
            if stays || app.asks_before_closing() {
                api.prevent_close();
            }
        }
        _ => {}
    }
}

/// The size to restore at the next start; `None` when the window fills the screen.
fn restorable_size<R: Runtime>(window: &Window<R>) -> Option<WindowSize> {
    if window.is_maximized().unwrap_or(true) || window.is_fullscreen().unwrap_or(true) {
        return None;
    }
    let size = window.inner_size().ok()?.to_logical(window.scale_factor().ok()?);
    Some(WindowSize { width: size.width, height: size.height })
}

/// Whether it is our own page, the only one that the window shows: `tauri://localhost`, on Windows
/// `http://tauri.localhost`.
fn is_own_page(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" => cfg!(windows) && url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

/// A directory in memory for the storage that `WebKitGTK` creates and nobody uses: in the session's
/// runtime directory, or else in the shared memory of the machine. Dropping it deletes it. Other
/// systems need none.
pub(crate) fn storage() -> Option<TempDir> {
    if !cfg!(target_os = "linux") {
        return None;
    }
    let session = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from);
    let mut parents = session.into_iter().chain([PathBuf::from("/dev/shm")]);
    parents.find_map(|parent| {
        tempfile::Builder::new().prefix("imagetotext-web-").tempdir_in(parent).ok()
    })
}

/// Whether a test controls the window remotely (`WebDriver`). That needs a connection, and
/// `WebKitGTK` refuses it to a web view without storage. What is given up for it is tested without
/// remote control in `tests/e2e/disk-and-network.test.js`. Tauri itself reads the same variable.
pub(crate) fn is_remote_controlled() -> bool {
    std::env::var("TAURI_WEBVIEW_AUTOMATION").is_ok_and(|value| value == "true")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_shows_no_other_page() {
        let is_own = |url: &str| is_own_page(&url.parse().unwrap());
        assert!(is_own("tauri://localhost/index.html"));
        for url in [
            "https://tauri.localhost.example.org/",
            "https://example.org/",
            "tauri://elsewhere/",
            "file:///etc/passwd",
            "data:text/html,x",
            "about:blank",
        ] {
            assert!(!is_own(url), "{url}");
        }
    }
}
