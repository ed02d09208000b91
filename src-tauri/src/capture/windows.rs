//! What of capturing is different on Windows.

use std::path::PathBuf;
use std::sync::Mutex;

use tauri_runtime_wry::tao::dpi::{PhysicalPosition, PhysicalSize, Position, Size};
use tauri_runtime_wry::tao::platform::windows::WindowBuilderExtWindows as _;
use tauri_runtime_wry::tao::window::WindowBuilder;
use tauri_winrt_notification::Toast;

use super::geometry::{Point, Rect};
use crate::contract::CaptureError;
use crate::words::words;

/// Whether the system shows notifications.
pub(super) const HAS_NOTIFICATIONS: bool = true;

/// The identifier in `tauri.conf.json`, under which the installer registers the program: the system shows
/// notifications of registered programs only.
const APP_ID: &str = "net.imagetotextai.desktop";

/// Every program may capture.
///
/// # Errors
/// None here.
#[expect(clippy::unnecessary_wraps, reason = "the same interface as on macOS")]
pub(super) fn check_permission() -> Result<(), CaptureError> {
    Ok(())
}

/// Where a window is that covers `rect`: Windows counts in pixels.
pub(super) fn placed(rect: Rect) -> (Position, Size) {
    (
        PhysicalPosition::new(rect.x, rect.y).into(),
        PhysicalSize::new(rect.width as u32, rect.height as u32).into(),
    )
}

/// Where the pointer is on the desktop.
pub(super) fn desktop_point(position: PhysicalPosition<f64>, _: f64) -> Point {
    Point { x: position.x as i32, y: position.y as i32 }
}

/// A window without a shadow and without a place in the task bar.
pub(super) fn without_frame(builder: WindowBuilder) -> WindowBuilder {
    builder.with_skip_taskbar(true).with_undecorated_shadow(false)
}

/// Fonts that Windows brings along, with the letters of all languages of this program.
pub(super) fn fonts() -> Vec<PathBuf> {
    let windows =
        std::env::var_os("SystemRoot").map_or_else(|| r"C:\Windows".into(), PathBuf::from);
    ["segoeui.ttf", "arial.ttf", "tahoma.ttf"].map(|name| windows.join("Fonts").join(name)).into()
}

/// Shows a notification, and runs `on_open` when the person clicks it. It holds no recognised text,
/// because Windows keeps notifications.
pub(super) fn notify(title: &str, on_open: impl FnOnce() + Send + 'static) {
    let on_open = Mutex::new(Some(on_open));
    let open = move |_| {
        let on_open = on_open.lock().ok().and_then(|mut on_open| on_open.take());
        if let Some(on_open) = on_open {
            on_open();
        }
        Ok(())
    };
    let toast = Toast::new(APP_ID)
        .title(title)
        .add_button(words().notifications.open, "open")
        .sound(None)
        .on_activated(open);
    // Where the system shows none, the window says the same.
    let _ = toast.show();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notifications_come_from_this_program() {
        let configuration = include_str!("../../tauri.conf.json");
        assert!(configuration.contains(&format!("\"identifier\": \"{APP_ID}\"")));
    }
}
