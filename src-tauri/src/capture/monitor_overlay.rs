//! The frozen screen that the person selects on, under Windows and macOS: one window over each monitor,
//! drawn from memory of this process.
//!
//! Only the thread of Tauri's event loop may have windows, and only a plugin of its runtime sees their
//! mouse and keyboard. The thread that captures hands over what is to be shown and waits.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use tauri::{AppHandle, EventLoopMessage, Runtime};
use tauri_runtime_wry::tao::event::{ElementState, Event, MouseButton, WindowEvent};
use tauri_runtime_wry::tao::event_loop::{ControlFlow, EventLoopProxy, EventLoopWindowTarget};
use tauri_runtime_wry::tao::keyboard::{Key as PressedKey, ModifiersState};
use tauri_runtime_wry::{
    Context, EventLoopIterationContext, Message, Plugin, PluginBuilder, WebContextStore,
};

use super::frozen_monitor::FrozenMonitor;
use super::geometry::{Point, Rect};
use super::monitor_window::MonitorWindow;
use super::platform;
use super::selection::{Key, Layout, Selection, Step};
use crate::contract::CaptureError;

/// What the person selected and when; `None` when they gave up.
type Answer = Result<Option<(Rect, Instant)>, CaptureError>;

/// What is to be shown.
struct Request {
    monitors: Arc<[FrozenMonitor]>,
    layout: Layout,
    answer: Sender<Answer>,
}

/// The way to the plugin.
#[derive(Default, Clone)]
pub(crate) struct Overlay(Arc<Shared>);

#[derive(Default)]
struct Shared {
    request: Mutex<Option<Request>>,
    /// Tests have no event loop, and would wait for ever.
    is_installed: AtomicBool,
}

impl Overlay {
    /// Shows the frozen screen and waits until the person has selected a part of it; `None` when they give
    /// up. Not on the main thread.
    pub(super) fn select<R: Runtime>(
        &self,
        app: &AppHandle<R>,
        monitors: Arc<[FrozenMonitor]>,
        layout: Layout,
    ) -> Answer {
        if !self.0.is_installed.load(Ordering::Acquire) {
            return Err(CaptureError::Unsupported);
        }
        let (answer, selected) = mpsc::channel();
        *self.request() = Some(Request { monitors, layout, answer });
        // Any event wakes the plugin. It fails when the program ends.
        app.run_on_main_thread(|| {}).map_err(|_| CaptureError::NoAnswer)?;
        selected.recv().unwrap_or(Ok(None))
    }

    fn request(&self) -> std::sync::MutexGuard<'_, Option<Request>> {
        self.0.request.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl PluginBuilder<EventLoopMessage> for Overlay {
    type Plugin = OverlayWindows;

    fn build(self, _: Context<EventLoopMessage>) -> OverlayWindows {
        self.0.is_installed.store(true, Ordering::Release);
        OverlayWindows { overlay: self, shown: None }
    }
}

/// The windows, while there are any.
pub(crate) struct OverlayWindows {
    overlay: Overlay,
    shown: Option<Shown>,
}

impl Plugin<EventLoopMessage> for OverlayWindows {
    /// Whether the event was ours.
    fn on_event(
        &mut self,
        event: &Event<'_, Message<EventLoopMessage>>,
        event_loop: &EventLoopWindowTarget<Message<EventLoopMessage>>,
        _: &EventLoopProxy<Message<EventLoopMessage>>,
        _: &mut ControlFlow,
        _: EventLoopIterationContext<'_, EventLoopMessage>,
        _: &WebContextStore,
    ) -> bool {
        let request = self.overlay.request().take();
        if let Some(request) = request {
            self.shown = Shown::open(request, event_loop);
        }
        let Some(shown) = &mut self.shown else { return false };
        let (is_ours, step) = match event {
            Event::RedrawRequested(id) => match shown.index(|window| window.id() == *id) {
                Some(index) => {
                    shown.windows[index].forget();
                    (true, Some(Step::Continue))
                }
                None => (false, None),
            },
            Event::WindowEvent { window_id, event, .. } => {
                match shown.index(|window| window.id() == *window_id) {
                    Some(index) => (true, shown.apply(index, event)),
                    None => (false, None),
                }
            }
            _ => (false, None),
        };
        let answer = match step {
            None => return is_ours,
            Some(Step::Continue) => match shown.draw() {
                Ok(()) => return is_ours,
                Err(error) => Err(error),
            },
            Some(Step::Cancel) => Ok(None),
            Some(Step::Take(region)) => Ok(Some((region, Instant::now()))),
        };
        if let Some(shown) = self.shown.take() {
            shown.close(answer);
        }
        is_ours
    }
}

/// A selection under way.
struct Shown {
    windows: Vec<MonitorWindow>,
    selection: Selection,
    pointer: Point,
    modifiers: ModifiersState,
    answer: Sender<Answer>,
}

impl Shown {
    /// `None` when that fails, which is answered.
    fn open(
        request: Request,
        event_loop: &EventLoopWindowTarget<Message<EventLoopMessage>>,
    ) -> Option<Self> {
        let Request { monitors, layout, answer } = request;
        let open = |index| MonitorWindow::open(event_loop, monitors.clone(), index);
        let Some(windows) = (0..monitors.len()).map(open).collect::<Option<Vec<_>>>() else {
            // Nobody waits when the program ends.
            let _ = answer.send(Err(CaptureError::Unsupported));
            return None;
        };
        let pointer = event_loop.cursor_position().ok();
        let scale = event_loop.primary_monitor().map_or(1.0, |monitor| monitor.scale_factor());
        let pointer = pointer.map_or_else(Point::default, |at| platform::desktop_point(at, scale));
        let selection = Selection::new(layout, pointer);
        // Keys go to the window below the pointer.
        let focused = windows.iter().find(|window| window.rect().contains(pointer));
        if let Some(window) = focused.or(windows.first()) {
            window.focus();
        }
        let mut shown =
            Self { windows, selection, pointer, modifiers: ModifiersState::default(), answer };
        match shown.draw() {
            Ok(()) => Some(shown),
            Err(error) => {
                shown.close(Err(error));
                None
            }
        }
    }

    fn index(&self, is_wanted: impl FnMut(&MonitorWindow) -> bool) -> Option<usize> {
        self.windows.iter().position(is_wanted)
    }

    fn draw(&mut self) -> Result<(), CaptureError> {
        self.windows.iter_mut().try_for_each(|window| window.draw(&self.selection))
    }

    /// What follows from an event; `None` if it means nothing.
    fn apply(&mut self, index: usize, event: &WindowEvent<'_>) -> Option<Step> {
        match event {
            WindowEvent::CursorMoved { position, .. } => {
                self.pointer = self.windows[index].point(*position);
                Some(self.selection.motion(self.pointer))
            }
            WindowEvent::MouseInput { state, button: MouseButton::Left, .. } => Some(match state {
                ElementState::Released => self.selection.release(self.pointer),
                _ => self.selection.press(self.pointer),
            }),
            // The second mouse button gives up, as Escape does.
            WindowEvent::MouseInput {
                state: ElementState::Pressed,
                button: MouseButton::Right,
                ..
            } => Some(self.selection.key(Key::Escape)),
            WindowEvent::ModifiersChanged(modifiers) => {
                self.modifiers = *modifiers;
                None
            }
            WindowEvent::KeyboardInput { event, .. } if event.state == ElementState::Pressed => {
                Some(self.selection.key(key(&event.logical_key, self.modifiers)?))
            }
            // Another monitor was plugged in, or the system put the window elsewhere.
            WindowEvent::Resized(_)
            | WindowEvent::Moved(_)
            | WindowEvent::ScaleFactorChanged { .. } => {
                self.windows[index].restore();
                Some(Step::Continue)
            }
            WindowEvent::CloseRequested | WindowEvent::Destroyed => Some(Step::Cancel),
            _ => None,
        }
    }

    /// Takes the windows from the screen and answers.
    fn close(self, answer: Answer) {
        for window in self.windows {
            window.close();
        }
        // Nobody waits when the program ends.
        let _ = self.answer.send(answer);
    }
}

fn key(key: &PressedKey<'_>, modifiers: ModifiersState) -> Option<Key> {
    let (resize, large) = (modifiers.shift_key(), modifiers.control_key());
    let arrow = |x, y| Some(Key::Arrow { x, y, resize, large });
    match key {
        PressedKey::ArrowLeft => arrow(-1, 0),
        PressedKey::ArrowUp => arrow(0, -1),
        PressedKey::ArrowRight => arrow(1, 0),
        PressedKey::ArrowDown => arrow(0, 1),
        PressedKey::Tab => Some(Key::Next),
        PressedKey::Enter | PressedKey::Space => Some(Key::Enter),
        PressedKey::Escape => Some(Key::Escape),
        _ => None,
    }
}
