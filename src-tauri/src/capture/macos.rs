//! What of capturing is different on macOS.

use std::path::PathBuf;

use objc2_core_graphics::{CGPreflightScreenCaptureAccess, CGRequestScreenCaptureAccess};
use tauri_runtime_wry::tao::dpi::{LogicalPosition, LogicalSize, PhysicalPosition, Position, Size};
use tauri_runtime_wry::tao::platform::macos::WindowBuilderExtMacOS as _;
use tauri_runtime_wry::tao::window::WindowBuilder;

use super::geometry::{Point, Rect};
use crate::contract::CaptureError;

/// Whether the system shows notifications: not without a package of its own, so the window tells.
pub(super) const HAS_NOTIFICATIONS: bool = false;

/// Whether the person lets this program record the screen. The first time the system asks them; it takes
/// effect when the program starts again.
///
/// # Errors
/// [`CaptureError::NotPermitted`].
pub(super) fn check_permission() -> Result<(), CaptureError> {
    if CGPreflightScreenCaptureAccess() || CGRequestScreenCaptureAccess() {
        Ok(())
    } else {
        Err(CaptureError::NotPermitted)
    }
}

/// Where a window is that covers `rect`: macOS counts in points.
pub(super) fn placed(rect: Rect) -> (Position, Size) {
    (LogicalPosition::new(rect.x, rect.y).into(), LogicalSize::new(rect.width, rect.height).into())
}

/// Where the pointer is on the desktop; `scale` is that of the first monitor.
pub(super) fn desktop_point(position: PhysicalPosition<f64>, scale: f64) -> Point {
    Point { x: (position.x / scale).floor() as i32, y: (position.y / scale).floor() as i32 }
}

/// A window without a shadow.
pub(super) fn without_frame(builder: WindowBuilder) -> WindowBuilder {
    builder.with_has_shadow(false)
}

/// Fonts that macOS brings along, with the letters of all languages of this program.
pub(super) fn fonts() -> Vec<PathBuf> {
    ["Helvetica.ttc", "SFNS.ttf", "Supplemental/Arial.ttf"]
        .map(|name| PathBuf::from("/System/Library/Fonts").join(name))
        .into()
}

/// There are none.
pub(super) fn notify(_: &str, _: impl FnOnce() + Send + 'static) {}
