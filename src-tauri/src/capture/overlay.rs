//! The frozen screen that the person selects on, under X11: one window over all monitors.
//!
//! The X server keeps the frozen screen and draws it. Only the selected part ever comes into this
//! process: a toolkit would hold copies of the whole screen that nobody could wipe.

use std::thread;
use std::time::{Duration, Instant};

use x11rb::connection::Connection as _;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    ConnectionExt as _, EventMask, GrabMode, GrabStatus, KeyButMask, KeyPressEvent, Window,
};

use super::frozen_screen::FrozenScreen;
use super::geometry::{Point, Rect};
use super::picture::Picture;
use super::selection::{Key, Selection, Step};
use super::x11::Server;
use crate::contract::CaptureError;

/// How long another program may keep keyboard and mouse for itself: the hotkey that started the capture
/// is one until it is released, and a locked screen stays one.
const GRAB_TIMEOUT: Duration = Duration::from_secs(4);

/// How long to sleep when nothing has happened.
const POLL: Duration = Duration::from_millis(4);

/// What the person selected.
pub(super) struct Selected {
    /// Cut out of the frozen screen.
    pub(super) picture: Picture,
    pub(super) region: Rect,
    /// When they had selected it.
    pub(super) at: Instant,
}

/// Freezes the screen and waits until the person has selected a part of it; `None` when they give up.
/// Letters are larger by `scale`.
///
/// # Errors
/// [`CaptureError::Busy`] when another program has keyboard and mouse.
pub(super) fn select(scale: f64) -> Result<Option<Selected>, CaptureError> {
    let server = Server::connect()?;
    let layout = server.layout()?;
    let screen = FrozenScreen::new(&server, layout.bounds, scale)?;
    let pointer = server.connection.query_pointer(server.root().root)?.reply()?;
    let at = Point { x: pointer.root_x.into(), y: pointer.root_y.into() };
    let mut selection = Selection::new(layout, at);
    screen.show(&selection)?;
    let Some((region, at)) = wait(&server, &screen, &mut selection)? else { return Ok(None) };
    let picture = screen.cut(region)?;
    Ok(Some(Selected { picture, region, at }))
}

/// The selection, and when it was complete. The screen is as before when this returns.
fn wait(
    server: &Server,
    screen: &FrozenScreen<'_>,
    selection: &mut Selection,
) -> Result<Option<(Rect, Instant)>, CaptureError> {
    let keyboard = Keyboard::new(server)?;
    let deadline = Instant::now() + GRAB_TIMEOUT;
    let mut is_grabbed = false;
    loop {
        let mut is_changed = false;
        while let Some(event) = server.connection.poll_for_event()? {
            let step = match event {
                Event::Expose(event) if event.count == 0 => Some(Step::Continue),
                event => apply(&event, selection, &keyboard),
            };
            match step {
                Some(Step::Cancel) => return screen.hide().map(|()| None),
                Some(Step::Take(region)) => {
                    let at = Instant::now();
                    return screen.hide().map(|()| Some((region, at)));
                }
                Some(Step::Continue) => is_changed = true,
                None => {}
            }
        }
        if is_changed {
            screen.show(selection)?;
        }
        is_grabbed = is_grabbed || grab(server, screen.window())?;
        if !is_grabbed && Instant::now() > deadline {
            screen.hide()?;
            return Err(CaptureError::Busy);
        }
        thread::sleep(POLL);
    }
}

/// What follows from an event; `None` if it means nothing.
fn apply(event: &Event, selection: &mut Selection, keyboard: &Keyboard) -> Option<Step> {
    let at = |x: i16, y: i16| Point { x: x.into(), y: y.into() };
    match event {
        Event::ButtonPress(event) if event.detail == 1 => {
            Some(selection.press(at(event.root_x, event.root_y)))
        }
        // The second mouse button gives up, as Escape does.
        Event::ButtonPress(event) if event.detail == 3 => Some(selection.key(Key::Escape)),
        Event::ButtonRelease(event) if event.detail == 1 => {
            Some(selection.release(at(event.root_x, event.root_y)))
        }
        Event::MotionNotify(event) => Some(selection.motion(at(event.root_x, event.root_y))),
        Event::KeyPress(event) => Some(selection.key(keyboard.key(event)?)),
        _ => None,
    }
}

/// Takes keyboard and mouse, so that no other program sees what is typed and clicked.
fn grab(server: &Server, window: Window) -> Result<bool, CaptureError> {
    let mouse = EventMask::BUTTON_PRESS | EventMask::BUTTON_RELEASE | EventMask::POINTER_MOTION;
    let (now, none, mode) = (x11rb::CURRENT_TIME, x11rb::NONE, GrabMode::ASYNC);
    let connection = &server.connection;
    let keyboard = connection.grab_keyboard(true, window, now, mode, mode)?;
    let pointer = connection.grab_pointer(true, window, mouse, mode, mode, none, none, now)?;
    let (keyboard, pointer) = (keyboard.reply()?.status, pointer.reply()?.status);
    Ok(keyboard == GrabStatus::SUCCESS && pointer == GrabStatus::SUCCESS)
}

/// Which key is where on this keyboard.
struct Keyboard {
    /// The first key code.
    first: u8,
    /// How many symbols each key has.
    width: usize,
    symbols: Vec<u32>,
}

impl Keyboard {
    fn new(server: &Server) -> Result<Self, CaptureError> {
        let setup = server.connection.setup();
        let (first, last) = (setup.min_keycode, setup.max_keycode);
        let mapping = server.connection.get_keyboard_mapping(first, last - first + 1)?.reply()?;
        let width = mapping.keysyms_per_keycode.into();
        Ok(Self { first, width, symbols: mapping.keysyms })
    }

    /// Symbols of `keysymdef.h`.
    fn key(&self, event: &KeyPressEvent) -> Option<Key> {
        let resize = event.state.contains(KeyButMask::SHIFT);
        let large = event.state.contains(KeyButMask::CONTROL);
        let arrow = |x, y| Some(Key::Arrow { x, y, resize, large });
        let index = usize::from(event.detail.checked_sub(self.first)?) * self.width;
        match self.symbols.get(index)? {
            0xff51 | 0xff96 => arrow(-1, 0),
            0xff52 | 0xff97 => arrow(0, -1),
            0xff53 | 0xff98 => arrow(1, 0),
            0xff54 | 0xff99 => arrow(0, 1),
            0xff09 => Some(Key::Next),
            0xff0d | 0xff8d | 0x20 => Some(Key::Enter),
            0xff1b => Some(Key::Escape),
            _ => None,
        }
    }
}
