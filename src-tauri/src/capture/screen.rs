//! The screen of Windows and macOS: its pixels, its monitors and its windows. Pixels come into memory
//! of our allocator, which wipes it.

use xcap::{Monitor, Window, XCapResult};

use super::frozen_monitor::{self, FrozenMonitor};
use super::geometry::Rect;
use super::picture::Picture;
use super::selection::Layout;
use crate::contract::CaptureError;

/// A smaller window, in units of the desktop, is a helper that nobody sees.
const MIN_WINDOW: i32 = 16;

/// A region, as far as it is on a monitor; no other pixel is looked at.
///
/// # Errors
/// [`CaptureError::EmptyRegion`] when it is on none, because a monitor was unplugged.
pub(super) fn capture(region: Rect) -> Result<Picture, CaptureError> {
    let mut parts = Vec::new();
    for monitor in monitors()? {
        let whole = rect(&monitor).map_err(unanswered)?;
        let Some(part) = whole.intersection(region) else { continue };
        let image = monitor
            .capture_region(
                (part.x - whole.x) as u32,
                (part.y - whole.y) as u32,
                part.width as u32,
                part.height as u32,
            )
            .map_err(unanswered)?;
        parts.push(frozen(part, image)?);
    }
    frozen_monitor::cut(&parts, region).ok_or(CaptureError::EmptyRegion)
}

/// Everything that the monitors show.
///
/// # Errors
/// [`CaptureError::NoAnswer`] when the system gives no picture.
pub(super) fn whole() -> Result<Picture, CaptureError> {
    let monitors = freeze()?;
    let bounds = frozen_monitor::bounds(&monitors);
    frozen_monitor::cut(&monitors, bounds).ok_or(CaptureError::NoAnswer)
}

/// What every monitor shows now.
///
/// # Errors
/// As [`whole`].
pub(super) fn freeze() -> Result<Vec<FrozenMonitor>, CaptureError> {
    let freeze = |monitor: Monitor| {
        let rect = rect(&monitor).map_err(unanswered)?;
        frozen(rect, monitor.capture_image().map_err(unanswered)?)
    };
    monitors()?.into_iter().map(freeze).collect()
}

/// What can be selected on these monitors.
pub(super) fn layout(monitors: &[FrozenMonitor]) -> Layout {
    // Without windows monitors and rectangles can be selected.
    let windows = Window::all().unwrap_or_default();
    // A window may close at any moment; it is left out then.
    let windows = windows.iter().filter_map(|window| visible(window).ok().flatten()).collect();
    Layout {
        bounds: frozen_monitor::bounds(monitors),
        monitors: monitors.iter().map(|monitor| monitor.rect).collect(),
        windows,
    }
}

fn monitors() -> Result<Vec<Monitor>, CaptureError> {
    Monitor::all().map_err(unanswered)
}

fn rect(monitor: &Monitor) -> XCapResult<Rect> {
    let (width, height) = (monitor.width()? as i32, monitor.height()? as i32);
    Ok(Rect::new(monitor.x()?, monitor.y()?, width, height))
}

fn frozen(rect: Rect, image: xcap::image::RgbaImage) -> Result<FrozenMonitor, CaptureError> {
    let size = [image.width(), image.height()];
    FrozenMonitor::new(rect, size, image.into_raw()).ok_or(CaptureError::NoAnswer)
}

fn visible(window: &Window) -> XCapResult<Option<Rect>> {
    let (width, height) = (window.width()? as i32, window.height()? as i32);
    let rect = Rect::new(window.x()?, window.y()?, width, height);
    let is_visible = width >= MIN_WINDOW && height >= MIN_WINDOW && !window.is_minimized()?;
    Ok(is_visible.then_some(rect))
}

fn unanswered(_: xcap::XCapError) -> CaptureError {
    CaptureError::NoAnswer
}
