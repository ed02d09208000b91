//! A window over one monitor that shows what the monitor showed, and the selection on it.

use std::num::NonZeroU32;
use std::sync::Arc;

use ab_glyph::FontVec;
use softbuffer::{Context, Surface};
use tauri_runtime_wry::tao::dpi::PhysicalPosition;
use tauri_runtime_wry::tao::event_loop::EventLoopWindowTarget;
use tauri_runtime_wry::tao::window::{CursorIcon, Window, WindowBuilder, WindowId};

use super::drawing::{BORDER_WIDTH, Canvas, Caption, Look};
use super::frozen_monitor::FrozenMonitor;
use super::geometry::{Point, Rect};
use super::label_place::{help_place, size_place};
use super::selection::Selection;
use super::{caption, platform};
use crate::contract::CaptureError;
use crate::words::words;

/// The window of one monitor.
pub(super) struct MonitorWindow {
    surface: Surface<Arc<Window>, Arc<Window>>,
    monitors: Arc<[FrozenMonitor]>,
    /// Which of them it covers.
    index: usize,
    /// Without a font there is no text, and the rest works.
    font: Option<FontVec>,
    /// The text, which is drawn once.
    caption: Option<(String, Caption)>,
    /// What has to be drawn over next time, in pixels; `None` when that is everything.
    drawn: Option<Rect>,
}

impl MonitorWindow {
    /// Opens it over the monitor of this index; `None` when the system opens no window.
    pub(super) fn open<T: 'static>(
        event_loop: &EventLoopWindowTarget<T>,
        monitors: Arc<[FrozenMonitor]>,
        index: usize,
    ) -> Option<Self> {
        let (position, size) = platform::placed(monitors[index].rect);
        let builder = WindowBuilder::new()
            .with_decorations(false)
            .with_resizable(false)
            .with_always_on_top(true)
            .with_visible(false)
            .with_position(position)
            .with_inner_size(size);
        let window = Arc::new(platform::without_frame(builder).build(event_loop).ok()?);
        window.set_cursor_icon(CursorIcon::Crosshair);
        let context = Context::new(window.clone()).ok()?;
        let surface = Surface::new(&context, window).ok()?;
        let font = caption::load(platform::fonts());
        let mut window = Self { surface, monitors, index, font, caption: None, drawn: None };
        // A window that came up on a monitor of another scale has another size.
        window.restore();
        window.surface.window().set_visible(true);
        Some(window)
    }

    pub(super) fn id(&self) -> WindowId {
        self.surface.window().id()
    }

    /// The monitor that it covers.
    pub(super) fn rect(&self) -> Rect {
        self.monitors[self.index].rect
    }

    pub(super) fn focus(&self) {
        self.surface.window().set_focus();
    }

    /// Where on the desktop a position in this window is.
    pub(super) fn point(&self, position: PhysicalPosition<f64>) -> Point {
        let (rect, density) = (self.rect(), self.density());
        let unit = |pixels: f64| (pixels / density).floor() as i32;
        Point { x: rect.x + unit(position.x), y: rect.y + unit(position.y) }
    }

    /// Everything is drawn next time.
    pub(super) fn forget(&mut self) {
        self.drawn = None;
    }

    /// Puts the window where it belongs.
    pub(super) fn restore(&mut self) {
        let (position, size) = platform::placed(self.rect());
        let window = self.surface.window();
        let scale = window.scale_factor();
        if window.inner_size() != size.to_physical(scale) {
            window.set_inner_size(size);
        }
        let is_there = window.outer_position().is_ok_and(|at| at == position.to_physical(scale));
        if !is_there {
            window.set_outer_position(position);
        }
        self.forget();
    }

    /// Draws the selection.
    pub(super) fn draw(&mut self, selection: &Selection) -> Result<(), CaptureError> {
        let size = self.surface.window().inner_size();
        let (Some(width), Some(height)) =
            (NonZeroU32::new(size.width), NonZeroU32::new(size.height))
        else {
            return Ok(());
        };
        let selected = self.in_pixels(selection.region());
        let place = self.label(selection, selected);
        self.surface.resize(width, height).map_err(unanswered)?;
        let mut buffer = self.surface.buffer_mut().map_err(unanswered)?;
        // A buffer that lacks the last picture is redrawn whole.
        let before = self.drawn.filter(|_| buffer.age() == 1);
        let (width, height) = (size.width as i32, size.height as i32);
        let all = Rect::new(0, 0, width, height);
        let changed = selected.grown(BORDER_WIDTH);
        let changed = place.map_or(changed, |place| changed.union(place));
        let area = before.map_or(all, |before| before.union(changed));
        let caption = self.caption.as_ref().map(|(_, caption)| caption).zip(place);
        let mut canvas = Canvas { pixels: &mut buffer, width, height };
        canvas.draw(&self.monitors[self.index], &Look { selected, caption }, area);
        buffer.present().map_err(unanswered)?;
        self.drawn = Some(changed);
        Ok(())
    }

    /// Removes the window, and overwrites what it shows in the memory that it shares with the system.
    pub(super) fn close(mut self) {
        self.surface.window().set_visible(false);
        if let Ok(mut buffer) = self.surface.buffer_mut() {
            buffer.fill(0);
        }
    }

    /// Pixels of this window in one unit of the desktop.
    fn density(&self) -> f64 {
        f64::from(self.surface.window().inner_size().width.max(1)) / f64::from(self.rect().width)
    }

    /// A rectangle of the desktop in pixels of this window; it may lie outside.
    fn in_pixels(&self, rect: Rect) -> Rect {
        let (own, density) = (self.rect(), self.density());
        let pixels = |units: i32| (f64::from(units) * density).round() as i32;
        let (width, height) = (pixels(rect.width).max(1), pixels(rect.height).max(1));
        Rect::new(pixels(rect.x - own.x), pixels(rect.y - own.y), width, height)
    }

    /// Makes the text that belongs to the selection, and says where it is; `None` when it is on another
    /// monitor.
    fn label(&mut self, selection: &Selection, selected: Rect) -> Option<Rect> {
        let monitor = self.rect();
        if selection.monitor() != monitor {
            return None;
        }
        let is_begun = selection.is_begun();
        let region = selection.region();
        let text = if is_begun {
            format!("{} × {}", region.width, region.height)
        } else {
            words().overlay_help.into()
        };
        if self.caption.as_ref().is_none_or(|(drawn, _)| *drawn != text) {
            let scale = self.surface.window().scale_factor();
            let caption = caption::draw(self.font.as_ref()?, &text, scale);
            self.caption = Some((text, caption));
        }
        let (_, Caption { width, height, .. }) = self.caption.as_ref()?;
        let (size, monitor) = ([*width, *height], self.in_pixels(monitor));
        Some(if is_begun { size_place(selected, monitor, size) } else { help_place(monitor, size) })
    }
}

fn unanswered(_: softbuffer::SoftBufferError) -> CaptureError {
    CaptureError::NoAnswer
}
