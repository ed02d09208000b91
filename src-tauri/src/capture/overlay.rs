//! The frozen screen that the person selects on: one window over all monitors, for X11.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::mpsc::{Sender, channel};
use std::time::{Duration, Instant};

use gtk::cairo::{Context, Format, ImageSurface};
use gtk::gdk::{self, EventMask, ModifierType, SeatCapabilities, keys::constants as keys};
use gtk::glib::{self, ControlFlow, Propagation};
use gtk::prelude::*;
use tauri::{AppHandle, Runtime};

use super::geometry::{Point, Rect, Scale};
use super::paint;
use super::selection::{Key, Selection, Step};
use super::words;
use super::x11::{self, Frozen, Picture};
use crate::contract::CaptureError;

/// How long another program may keep keyboard and mouse for itself: the hotkey that started the capture
/// is one until it is released, and a locked screen stays one.
const GRAB_TIMEOUT: Duration = Duration::from_secs(4);

/// How often to try in the meantime.
const GRAB_INTERVAL: Duration = Duration::from_millis(20);

/// What the person selected.
pub(super) struct Selected {
    /// Cut out of the frozen screen.
    pub(super) picture: Picture,
    pub(super) region: Rect,
    /// When they had selected it.
    pub(super) at: Instant,
}

/// `None` when the person gave up.
type Answer = Result<Option<Selected>, CaptureError>;

/// Shows the frozen screen and waits until the person has selected a part of it. Must not be called on
/// the main thread, which shows it.
pub(super) fn select<R: Runtime>(app: &AppHandle<R>, frozen: Frozen) -> Answer {
    let (sender, receiver) = channel();
    app.run_on_main_thread(move || show(frozen, sender)).map_err(|_| CaptureError::NoAnswer)?;
    receiver.recv().unwrap_or(Err(CaptureError::NoAnswer))
}

/// Everything that the event handlers share.
struct Overlay {
    window: gtk::Window,
    scale: Scale,
    bounds: Rect,
    /// Dropped as soon as the selection ends: it is the whole screen.
    screen: Option<ImageSurface>,
    selection: Selection,
    sender: Sender<Answer>,
}

fn show(frozen: Frozen, sender: Sender<Answer>) {
    let window = gtk::Window::new(gtk::WindowType::Popup);
    let scale = Scale::new(window.scale_factor());
    let bounds = frozen.layout.bounds;
    let Ok(screen) = surface(frozen.pixels, bounds) else {
        let _ = sender.send(Err(CaptureError::Unsupported));
        return;
    };
    let size = scale.to_toolkit(bounds);
    window.set_title(words::OVERLAY_TITLE);
    window.set_app_paintable(true);
    window.set_default_size(size.width, size.height);
    window.move_(0, 0);
    window.add_events(
        EventMask::BUTTON_PRESS_MASK
            | EventMask::BUTTON_RELEASE_MASK
            | EventMask::POINTER_MOTION_MASK
            | EventMask::KEY_PRESS_MASK,
    );
    let selection = Selection::new(frozen.layout, pointer(scale));
    let overlay = Rc::new(RefCell::new(Overlay {
        window: window.clone(),
        scale,
        bounds,
        screen: Some(screen),
        selection,
        sender,
    }));
    connect(&window, &overlay);
    window.show_all();
    if let Some(surface) = window.window() {
        surface.raise();
    }
    grab(overlay, Instant::now() + GRAB_TIMEOUT);
}

fn connect(window: &gtk::Window, overlay: &Rc<RefCell<Overlay>>) {
    let shared = overlay.clone();
    window.connect_draw(move |_, context| {
        shared.borrow().draw(context);
        Propagation::Stop
    });
    let shared = overlay.clone();
    window.connect_button_press_event(move |_, event| {
        let at = event.position();
        match event.button() {
            1 => Overlay::input(&shared, |selection, scale| selection.press(scale.to_pixels(at))),
            // The second mouse button gives up, as Escape does.
            3 => Overlay::input(&shared, |selection, _| selection.key(Key::Escape)),
            _ => {}
        }
        Propagation::Stop
    });
    let shared = overlay.clone();
    window.connect_button_release_event(move |_, event| {
        let at = event.position();
        if event.button() == 1 {
            Overlay::input(&shared, |selection, scale| selection.release(scale.to_pixels(at)));
        }
        Propagation::Stop
    });
    let shared = overlay.clone();
    window.connect_motion_notify_event(move |_, event| {
        let at = event.position();
        Overlay::input(&shared, |selection, scale| selection.motion(scale.to_pixels(at)));
        Propagation::Stop
    });
    let shared = overlay.clone();
    window.connect_key_press_event(move |_, event| {
        if let Some(key) = key(event) {
            Overlay::input(&shared, |selection, _| selection.key(key));
        }
        Propagation::Stop
    });
}

impl Overlay {
    /// Applies an input, and ends the selection when it says so.
    fn input(shared: &Rc<RefCell<Self>>, change: impl FnOnce(&mut Selection, Scale) -> Step) {
        let mut overlay = shared.borrow_mut();
        if overlay.screen.is_none() {
            return;
        }
        let (before, was_begun) = (overlay.selection.region(), overlay.selection.is_begun());
        let scale = overlay.scale;
        match change(&mut overlay.selection, scale) {
            Step::Cancel => overlay.end(Ok(None)),
            Step::Take(region) => {
                let at = Instant::now();
                let picture = overlay.cut(region);
                overlay.end(picture.map(|picture| Some(Selected { picture, region, at })));
            }
            Step::Continue if overlay.selection.is_begun() != was_begun => {
                overlay.window.queue_draw();
            }
            Step::Continue => overlay.redraw(before.union(overlay.selection.region())),
        }
    }

    fn redraw(&self, pixels: Rect) {
        let area = self.scale.to_toolkit(pixels.grown(paint::MARGIN));
        self.window.queue_draw_area(area.x, area.y, area.width, area.height);
    }

    fn cut(&mut self, region: Rect) -> Result<Picture, CaptureError> {
        let screen = self.screen.as_ref().ok_or(CaptureError::NoAnswer)?;
        let mut picture = None;
        let region = region.intersection(self.bounds).ok_or(CaptureError::EmptyRegion)?;
        let cut = |pixels: &[u8]| picture = Some(x11::picture(pixels, self.bounds, region));
        screen.with_data(cut).map_err(|_| CaptureError::NoAnswer)?;
        picture.ok_or(CaptureError::NoAnswer)
    }

    /// Gives keyboard and mouse back, wipes the screen and answers.
    fn end(&mut self, answer: Answer) {
        if let Some(seat) = self.window.display().default_seat() {
            seat.ungrab();
        }
        self.window.hide();
        if let Some(screen) = self.screen.take() {
            screen.finish();
        }
        // The handlers, which share this, are dropped with the window.
        self.window.close();
        // It fails when nobody waits any more: the program ends.
        let _ = self.sender.send(answer);
    }

    fn draw(&self, context: &Context) {
        let Some(screen) = &self.screen else { return };
        let factor = 1.0 / f64::from(self.scale.factor());
        context.scale(factor, factor);
        // It fails when the window is going; then there is nothing to see.
        let _ = paint::paint(context, screen, &self.selection);
    }
}

/// Takes keyboard and mouse, so that no other program sees what is typed and clicked.
fn grab(overlay: Rc<RefCell<Overlay>>, deadline: Instant) {
    if try_to_grab(&overlay.borrow()) {
        return;
    }
    glib::timeout_add_local(GRAB_INTERVAL, move || {
        let mut overlay = overlay.borrow_mut();
        if overlay.screen.is_none() || try_to_grab(&overlay) {
            return ControlFlow::Break;
        }
        if Instant::now() < deadline {
            return ControlFlow::Continue;
        }
        overlay.end(Err(CaptureError::Busy));
        ControlFlow::Break
    });
}

fn try_to_grab(overlay: &Overlay) -> bool {
    let display = overlay.window.display();
    let (Some(seat), Some(window)) = (display.default_seat(), overlay.window.window()) else {
        return false;
    };
    let cursor = gdk::Cursor::from_name(&display, "crosshair");
    let all = SeatCapabilities::ALL;
    seat.grab(&window, all, false, cursor.as_ref(), None, None) == gdk::GrabStatus::Success
}

fn surface(pixels: Vec<u8>, bounds: Rect) -> Result<ImageSurface, CaptureError> {
    let stride = bounds.width * 4;
    let surface =
        ImageSurface::create_for_data(pixels, Format::Rgb24, bounds.width, bounds.height, stride);
    surface.map_err(|_| CaptureError::Unsupported)
}

fn pointer(scale: Scale) -> Point {
    let position = || {
        let (_, x, y) = gdk::Display::default()?.default_seat()?.pointer()?.position();
        Some(scale.to_pixels((x.into(), y.into())))
    };
    position().unwrap_or_default()
}

fn key(event: &gdk::EventKey) -> Option<Key> {
    let state = event.state();
    let resize = state.contains(ModifierType::SHIFT_MASK);
    let large = state.contains(ModifierType::CONTROL_MASK);
    let arrow = |x, y| Some(Key::Arrow { x, y, resize, large });
    match event.keyval() {
        keys::Left | keys::KP_Left => arrow(-1, 0),
        keys::Right | keys::KP_Right => arrow(1, 0),
        keys::Up | keys::KP_Up => arrow(0, -1),
        keys::Down | keys::KP_Down => arrow(0, 1),
        keys::Tab => Some(Key::Next),
        keys::Return | keys::KP_Enter | keys::space => Some(Key::Enter),
        keys::Escape => Some(Key::Escape),
        _ => None,
    }
}
