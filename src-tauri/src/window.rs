//! The window: how it opens, what it refuses, what it hears of the system.

use std::path::PathBuf;

use tauri::webview::NewWindowResponse;
use tauri::{
    DragDropEvent, Manager, Runtime, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder, Window,
    WindowEvent,
};
use tempfile::TempDir;

use crate::app::App;
use crate::contract::WindowSize;

/// The name of the one window, which `capabilities/main.json` knows.
pub(crate) const LABEL: &str = "main";

/// First size, for picture and text side by side on a small laptop.
const USUAL: WindowSize = WindowSize { width: 1120, height: 720 };

/// The smallest in which every screen can be used.
const LEAST: WindowSize = WindowSize { width: 440, height: 420 };

/// Opens the window, as large as it was when it was closed. Nothing of its web view goes to the disk, no
/// cache, no cookies; what is made all the same goes to `storage`.
///
/// # Errors
/// What the system says when it has no window for us.
pub(crate) fn open<R: Runtime>(
    app: &tauri::App<R>,
    storage: Option<PathBuf>,
) -> tauri::Result<WebviewWindow<R>> {
    let size = app.state::<App>().desk().personal().settings().window.unwrap_or(USUAL);
    let mut window = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App("index.html".into()));
    if let Some(storage) = storage {
        window = window.data_directory(storage);
    }
    let window = window
        .incognito(!is_remote_controlled())
        .title("ImageToText")
        .inner_size(size.width.into(), size.height.into())
        .min_inner_size(LEAST.width.into(), LEAST.height.into())
        .devtools(cfg!(debug_assertions))
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .build()?;
    #[cfg(target_os = "linux")]
    window.with_webview(|view| revive(&view.inner()))?;
    Ok(window)
}

/// Should the process that draws the page die, the page is loaded anew; what was read is in the
/// shell and comes back with it.
#[cfg(target_os = "linux")]
fn revive(view: &webkit2gtk::WebView) {
    use webkit2gtk::WebViewExt as _;
    view.connect_web_process_terminated(|view, _| view.reload());
}

/// Brings the window to the front.
pub(crate) fn raise<R: Runtime>(app: &tauri::AppHandle<R>) {
    if let Some(window) = app.get_webview_window(LABEL) {
        // Where a system does not let programs come forward, it shows that one wants to.
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

/// Hears what the system says.
pub(crate) fn hear<R: Runtime>(window: &Window<R>, event: &WindowEvent) {
    let app = window.state::<App>();
    match event {
        WindowEvent::DragDrop(DragDropEvent::Enter { .. }) => app.hover(true),
        WindowEvent::DragDrop(DragDropEvent::Leave) => app.hover(false),
        WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) => {
            app.hover(false);
            if app.consented().is_ok() {
                app.arrive(paths.clone());
            }
        }
        WindowEvent::CloseRequested { .. } => {
            if let Some(size) = size(window) {
                app.resized(size);
            }
        }
        _ => {}
    }
}

/// The size to come back to; none when the window fills the screen.
fn size<R: Runtime>(window: &Window<R>) -> Option<WindowSize> {
    if window.is_maximized().unwrap_or(true) || window.is_fullscreen().unwrap_or(true) {
        return None;
    }
    let size = window.inner_size().ok()?.to_logical(window.scale_factor().ok()?);
    Some(WindowSize { width: size.width, height: size.height })
}

/// The window shows our own page and nothing else: `tauri://localhost`, on Windows
/// `http://tauri.localhost`.
fn is_ours(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" => cfg!(windows) && url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

/// A folder in memory for what `WebKitGTK` makes for a storage that nobody uses: that of the session,
/// or, where there is none, of the machine. It is gone with what is returned; other systems need none.
pub(crate) fn storage() -> Option<TempDir> {
    if !cfg!(target_os = "linux") {
        return None;
    }
    let session = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from);
    let mut places = session.into_iter().chain([PathBuf::from("/dev/shm")]);
    places.find_map(|place| {
        tempfile::Builder::new().prefix("imagetotext-web-").tempdir_in(place).ok()
    })
}

/// Whether a test holds the window by remote control (`WebDriver`), which goes through a connection
/// and which `WebKitGTK` refuses to a web view without storage. What is given up for that is tested
/// without it, in `tests/e2e/disk-and-network.test.js`. The variable is the one that Tauri's own code looks at.
pub(crate) fn is_remote_controlled() -> bool {
    std::env::var("TAURI_WEBVIEW_AUTOMATION").is_ok_and(|value| value == "true")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_goes_nowhere_else() {
        let ours = |url: &str| is_ours(&url.parse().unwrap());
        assert!(ours("tauri://localhost/index.html"));
        for url in [
            "https://tauri.localhost.example.org/",
            "https://example.org/",
            "tauri://elsewhere/",
            "file:///etc/passwd",
            "data:text/html,x",
            "about:blank",
        ] {
            assert!(!ours(url), "{url}");
        }
    }
}
