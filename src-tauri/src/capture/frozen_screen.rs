//! The frozen screen, which the X server keeps and draws: darker but for the selection, which has a
//! border, its size and, before it is begun, a line of help.

use std::cell::Cell;

use x11rb::connection::Connection as _;
use x11rb::protocol::render::{Color, ConnectionExt as _, CreatePictureAux, PictOp};
use x11rb::protocol::xproto::{
    AtomEnum, ConfigureWindowAux, ConnectionExt as _, CreateGCAux, CreateWindowAux, EventMask,
    Gcontext, ImageFormat, Pixmap, PropMode, Rectangle, StackMode, SubwindowMode, Window,
    WindowClass,
};
use x11rb::wrapper::ConnectionExt as _;

use super::geometry::Rect;
use super::label::Label;
use super::label_place::{help_place, size_place};
use super::picture::Picture;
use super::selection::Selection;
use super::x11::Server;
use crate::contract::CaptureError;
use crate::words::words;

/// How much darker the rest of the screen is, of 65 535.
const SHADE: u16 = 30_000;

/// The crosshair in the cursor font of X11 (`cursorfont.h`).
const CROSSHAIR: u16 = 34;

/// The name of the window, which shows no title: for programs, and in ASCII.
const WINDOW_NAME: &str = "Select the text to read";

/// The screen at one moment, in a window over everything. The server drops it with the connection.
pub(super) struct FrozenScreen<'a> {
    server: &'a Server,
    bounds: Rect,
    scale: f64,
    window: Window,
    /// As it was.
    bright: Pixmap,
    /// Copies, and draws in white and black.
    copy: Gcontext,
    white: Gcontext,
    black: Gcontext,
    /// What has to be drawn over next time.
    drawn: Cell<Option<Rect>>,
}

impl<'a> FrozenScreen<'a> {
    /// Freezes and shows the screen.
    pub(super) fn new(server: &'a Server, bounds: Rect, scale: f64) -> Result<Self, CaptureError> {
        let connection = &server.connection;
        let root = server.root().root;
        let (width, height) = (bounds.width as u16, bounds.height as u16);
        let gc = |values: CreateGCAux| -> Result<Gcontext, CaptureError> {
            let id = connection.generate_id()?;
            connection.create_gc(id, root, &values)?;
            Ok(id)
        };
        let new = || CreateGCAux::new().graphics_exposures(0);
        let copy = gc(new().subwindow_mode(SubwindowMode::INCLUDE_INFERIORS))?;
        let white = gc(new().foreground(server.root().white_pixel))?;
        let black = gc(new().foreground(server.root().black_pixel))?;
        let pixmap = |source| -> Result<Pixmap, CaptureError> {
            let id = connection.generate_id()?;
            connection.create_pixmap(server.root().root_depth, id, root, width, height)?;
            connection.copy_area(source, id, copy, 0, 0, 0, 0, width, height)?;
            Ok(id)
        };
        let bright = pixmap(root)?;
        let dark = pixmap(bright)?;
        // Without the extension it is as bright as before, which still works.
        let _ = server.darken(dark, width, height);
        let window = server.overlay(dark, bounds)?;
        let drawn = Cell::new(None);
        Ok(Self { server, bounds, scale, window, bright, copy, white, black, drawn })
    }

    /// The window over everything.
    pub(super) fn window(&self) -> Window {
        self.window
    }

    /// Draws the selection.
    pub(super) fn show(&self, selection: &Selection) -> Result<(), CaptureError> {
        let connection = &self.server.connection;
        let region = selection.region();
        if let Some(Rect { x, y, width, height }) = self.drawn.get() {
            let (width, height) = (width as u16, height as u16);
            connection.clear_area(false, self.window, x as i16, y as i16, width, height)?;
        }
        let Rect { x, y, width, height } = region;
        let ([x, y], [width, height]) = ([x as i16, y as i16], [width as u16, height as u16]);
        connection.copy_area(self.bright, self.window, self.copy, x, y, x, y, width, height)?;
        for (gc, distance) in [(self.black, 3), (self.white, 2), (self.white, 1), (self.black, 0)] {
            let Rect { x, y, width, height } = region.grown(distance);
            let rectangle = Rectangle {
                x: x as i16,
                y: y as i16,
                width: (width - 1) as u16,
                height: (height - 1) as u16,
            };
            connection.poly_rectangle(self.window, gc, &[rectangle])?;
        }
        let label = self.label(selection)?;
        let drawn = region.grown(4).union(label);
        self.drawn.set(drawn.intersection(self.bounds));
        connection.flush()?;
        Ok(())
    }

    /// The part that was selected; the whole screen goes with the connection.
    pub(super) fn cut(&self, region: Rect) -> Result<Picture, CaptureError> {
        let region = region.intersection(self.bounds).ok_or(CaptureError::EmptyRegion)?;
        self.server.picture(self.bright, region)
    }

    /// Gives the screen, keyboard and mouse back.
    pub(super) fn hide(&self) -> Result<(), CaptureError> {
        let connection = &self.server.connection;
        connection.ungrab_keyboard(x11rb::CURRENT_TIME)?;
        connection.ungrab_pointer(x11rb::CURRENT_TIME)?;
        connection.destroy_window(self.window)?;
        connection.sync()?;
        Ok(())
    }

    /// The size of the selection, below or inside it, or else the help. Says where it is.
    fn label(&self, selection: &Selection) -> Result<Rect, CaptureError> {
        let (region, monitor) = (selection.region(), selection.monitor());
        let text = if selection.is_begun() {
            format!("{} × {}", region.width, region.height)
        } else {
            words().overlay_help.into()
        };
        let label = Label::new(&text, self.scale).ok_or(CaptureError::Unsupported)?;
        let size = [label.width, label.height];
        let place = if selection.is_begun() {
            size_place(region, monitor, size)
        } else {
            help_place(monitor, size)
        };
        let Rect { x, y, width, height } = place;
        self.server.connection.put_image(
            ImageFormat::Z_PIXMAP,
            self.window,
            self.copy,
            label.width as u16,
            label.height as u16,
            x as i16,
            y as i16,
            0,
            self.server.root().root_depth,
            &label.pixels,
        )?;
        Ok(Rect::new(x, y, width, height))
    }
}

impl Server {
    fn darken(&self, pixmap: Pixmap, width: u16, height: u16) -> Result<(), CaptureError> {
        let connection = &self.connection;
        let formats = connection.render_query_pict_formats()?.reply()?;
        let visual = self.root().root_visual;
        let mut visuals =
            formats.screens.iter().flat_map(|it| &it.depths).flat_map(|it| &it.visuals);
        let format =
            visuals.find(|it| it.visual == visual).ok_or(CaptureError::Unsupported)?.format;
        let picture = connection.generate_id()?;
        connection.render_create_picture(picture, pixmap, format, &CreatePictureAux::new())?;
        let shade = Color { red: 0, green: 0, blue: 0, alpha: SHADE };
        let all = Rectangle { x: 0, y: 0, width, height };
        connection.render_fill_rectangles(PictOp::OVER, picture, shade, &[all])?;
        connection.render_free_picture(picture)?;
        Ok(())
    }

    /// A window over everything that no window manager touches.
    fn overlay(&self, background: Pixmap, bounds: Rect) -> Result<Window, CaptureError> {
        let connection = &self.connection;
        let font = connection.generate_id()?;
        connection.open_font(font, b"cursor")?;
        let cursor = connection.generate_id()?;
        let (shape, mask) = (CROSSHAIR, CROSSHAIR + 1);
        let (dark, light) = (0, u16::MAX);
        connection.create_glyph_cursor(
            cursor, font, font, shape, mask, dark, dark, dark, light, light, light,
        )?;
        let window = connection.generate_id()?;
        let values = CreateWindowAux::new()
            .background_pixmap(background)
            .override_redirect(1)
            .cursor(cursor)
            .event_mask(
                EventMask::EXPOSURE
                    | EventMask::KEY_PRESS
                    | EventMask::BUTTON_PRESS
                    | EventMask::BUTTON_RELEASE
                    | EventMask::POINTER_MOTION,
            );
        let (x, y) = (bounds.x as i16, bounds.y as i16);
        let (width, height) = (bounds.width as u16, bounds.height as u16);
        let (root, depth) = (self.root().root, self.root().root_depth);
        let class = WindowClass::INPUT_OUTPUT;
        let visual = self.root().root_visual;
        connection
            .create_window(depth, window, root, x, y, width, height, 0, class, visual, &values)?;
        connection.change_property8(
            PropMode::REPLACE,
            window,
            AtomEnum::WM_NAME,
            AtomEnum::STRING,
            WINDOW_NAME.as_bytes(),
        )?;
        connection.map_window(window)?;
        let above = ConfigureWindowAux::new().stack_mode(StackMode::ABOVE);
        connection.configure_window(window, &above)?;
        Ok(window)
    }
}
