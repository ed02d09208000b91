//! The screen under X11: its pixels, its monitors and its windows. A connection of its own for each
//! capture; pixels come into memory of our allocator, which wipes it.

use x11rb::connection::Connection as _;
use x11rb::errors::{ConnectError, ConnectionError, ReplyError, ReplyOrIdError};
use x11rb::protocol::randr::ConnectionExt as _;
use x11rb::protocol::xproto::{
    AtomEnum, ConnectionExt as _, Drawable, ImageFormat, ImageOrder, MapState, Screen, Window,
    WindowClass,
};
use x11rb::rust_connection::RustConnection;

use super::geometry::Rect;
use super::picture::{PIXEL, Picture};
use super::selection::Layout;
use crate::contract::CaptureError;

/// A smaller window, in pixels, is a helper that nobody sees.
const MIN_WINDOW: i32 = 16;

/// A region, as far as it is on a monitor.
///
/// # Errors
/// [`CaptureError::EmptyRegion`] when it is on none, because a monitor was unplugged.
pub(super) fn capture(region: Rect) -> Result<Picture, CaptureError> {
    let server = Server::connect()?;
    let layout = server.layout()?;
    let visible = layout.monitors.iter().filter_map(|monitor| monitor.intersection(region));
    let region = visible.reduce(Rect::union).ok_or(CaptureError::EmptyRegion)?;
    server.picture(server.root().root, region)
}

/// Everything that the monitors show.
///
/// # Errors
/// As [`capture`].
pub(super) fn whole() -> Result<Picture, CaptureError> {
    let server = Server::connect()?;
    let bounds = server.layout()?.bounds;
    server.picture(server.root().root, bounds)
}

/// The X server sends blue, green, red and a byte that is not used. In place: no copy is left to be wiped.
fn into_rgba(mut pixels: Vec<u8>) -> Vec<u8> {
    for pixel in pixels.chunks_exact_mut(PIXEL) {
        pixel.swap(0, 2);
        pixel[PIXEL - 1] = u8::MAX;
    }
    pixels
}

/// Whether an X11 tray shows icons, as the system tray protocol has it: it owns a selection.
pub(super) fn has_tray() -> bool {
    let owner = || {
        let (connection, screen) = RustConnection::connect(None).ok()?;
        let name = format!("_NET_SYSTEM_TRAY_S{screen}");
        let atom = connection.intern_atom(true, name.as_bytes()).ok()?.reply().ok()?.atom;
        if atom == x11rb::NONE {
            return None;
        }
        Some(connection.get_selection_owner(atom).ok()?.reply().ok()?.owner)
    };
    owner().is_some_and(|owner| owner != x11rb::NONE)
}

/// A connection to the X server.
pub(super) struct Server {
    pub(super) connection: RustConnection,
    screen: usize,
}

impl Server {
    /// A new one.
    ///
    /// # Errors
    /// [`CaptureError::Unsupported`] without an X server, or with unusual colours.
    pub(super) fn connect() -> Result<Self, CaptureError> {
        let (connection, screen) = RustConnection::connect(None)?;
        let server = Self { connection, screen };
        let setup = server.connection.setup();
        let depth = server.root().root_depth;
        let format = setup.pixmap_formats.iter().find(|format| format.depth == depth);
        // 24 bits of colour in 32, blue first: what each X server of the last twenty years has on
        // little-endian computers.
        let is_usual = matches!(depth, 24 | 32)
            && format.is_some_and(|format| format.bits_per_pixel == 32)
            && setup.image_byte_order == ImageOrder::LSB_FIRST;
        if is_usual { Ok(server) } else { Err(CaptureError::Unsupported) }
    }

    /// The screen that everything is on.
    pub(super) fn root(&self) -> &Screen {
        &self.connection.setup().roots[self.screen]
    }

    /// A part of the screen, or of a pixmap. The region must lie inside.
    pub(super) fn picture(&self, drawable: Drawable, rect: Rect) -> Result<Picture, CaptureError> {
        let image = self.connection.get_image(
            ImageFormat::Z_PIXMAP,
            drawable,
            rect.x as i16,
            rect.y as i16,
            rect.width as u16,
            rect.height as u16,
            !0,
        )?;
        let pixels = image.reply()?.data;
        let expected = rect.width as usize * rect.height as usize * PIXEL;
        if pixels.len() != expected {
            return Err(CaptureError::NoAnswer);
        }
        let rgba = into_rgba(pixels).into();
        Ok(Picture { rgba, width: rect.width as u32, height: rect.height as u32 })
    }

    /// What can be selected.
    pub(super) fn layout(&self) -> Result<Layout, CaptureError> {
        let root = self.connection.get_geometry(self.root().root)?.reply()?;
        let bounds = Rect::new(0, 0, root.width.into(), root.height.into());
        // Without RandR 1.5 there is one monitor.
        let monitors = self.monitors().unwrap_or_default();
        let mut monitors: Vec<Rect> =
            monitors.into_iter().filter_map(|monitor| monitor.intersection(bounds)).collect();
        if monitors.is_empty() {
            monitors.push(bounds);
        }
        Ok(Layout { bounds, monitors, windows: self.windows()? })
    }

    fn monitors(&self) -> Result<Vec<Rect>, CaptureError> {
        let monitors =
            self.connection.randr_get_monitors(self.root().root, true)?.reply()?.monitors;
        let rect = |it: &x11rb::protocol::randr::MonitorInfo| {
            Rect::new(it.x.into(), it.y.into(), it.width.into(), it.height.into())
        };
        Ok(monitors.iter().map(rect).collect())
    }

    /// Visible windows with their frames, from the topmost down.
    fn windows(&self) -> Result<Vec<Rect>, CaptureError> {
        let shadow = self.connection.intern_atom(false, b"_GTK_FRAME_EXTENTS")?.reply()?.atom;
        let children = self.connection.query_tree(self.root().root)?.reply()?.children;
        // A window may close at any moment; it is left out then.
        let visible = |window: Window| self.visible(window, shadow).ok().flatten();
        Ok(children.into_iter().rev().filter_map(visible).collect())
    }

    fn visible(&self, window: Window, shadow: u32) -> Result<Option<Rect>, CaptureError> {
        let attributes = self.connection.get_window_attributes(window)?;
        let geometry = self.connection.get_geometry(window)?;
        let shadow =
            self.connection.get_property(false, window, shadow, AtomEnum::CARDINAL, 0, 4)?;
        let (attributes, geometry) = (attributes.reply()?, geometry.reply()?);
        let shadow: Vec<i32> = shadow
            .reply()?
            .value32()
            .map(|sides| sides.map(|side| side as i32).collect())
            .unwrap_or_default();
        let mut rect = Rect::new(
            geometry.x.into(),
            geometry.y.into(),
            geometry.width.into(),
            geometry.height.into(),
        );
        // Windows that draw their own frame include its shadow.
        if let [left, right, top, bottom] = shadow[..] {
            rect = Rect::new(
                rect.x + left,
                rect.y + top,
                rect.width - left - right,
                rect.height - top - bottom,
            );
        }
        let is_visible = attributes.map_state == MapState::VIEWABLE
            && attributes.class == WindowClass::INPUT_OUTPUT
            && rect.width >= MIN_WINDOW
            && rect.height >= MIN_WINDOW;
        Ok(is_visible.then_some(rect))
    }
}

impl From<ConnectError> for CaptureError {
    fn from(_: ConnectError) -> Self {
        Self::Unsupported
    }
}

impl From<ConnectionError> for CaptureError {
    fn from(_: ConnectionError) -> Self {
        Self::NoAnswer
    }
}

impl From<ReplyOrIdError> for CaptureError {
    fn from(_: ReplyOrIdError) -> Self {
        Self::NoAnswer
    }
}

impl From<ReplyError> for CaptureError {
    fn from(_: ReplyError) -> Self {
        Self::NoAnswer
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pixels_keep_their_colours_and_are_opaque() {
        let pixels = vec![1, 2, 3, 0, 4, 5, 6, 77];
        assert_eq!(into_rgba(pixels), [3, 2, 1, 255, 6, 5, 4, 255]);
    }
}
