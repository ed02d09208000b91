//! What the person selects on the frozen screen: a state that mouse and keyboard change. Knows no
//! toolkit.

use super::geometry::{Point, Rect};

/// A shorter drag, in pixels, is a click with an unsteady hand.
const MIN_DRAG: i32 = 5;

/// How far an arrow key moves, in pixels, and how far with Ctrl.
const STEP: i32 = 1;
const LARGE_STEP: i32 = 20;

/// What can be selected: the monitors, and the windows from the topmost down.
#[derive(Debug, Clone, Default)]
pub(crate) struct Layout {
    /// The whole desktop.
    pub(crate) bounds: Rect,
    pub(crate) monitors: Vec<Rect>,
    pub(crate) windows: Vec<Rect>,
}

impl Layout {
    /// The monitor at this point, or the whole desktop between monitors.
    pub(crate) fn monitor_at(&self, point: Point) -> Rect {
        let at = |rect: &&Rect| rect.contains(point);
        self.monitors.iter().find(at).copied().unwrap_or(self.bounds)
    }

    /// The window at this point, or the monitor where there is none. A window that fills the whole
    /// desktop is its background.
    fn target_at(&self, point: Point) -> Rect {
        let windows = self.windows.iter().filter_map(|window| window.intersection(self.bounds));
        let mut windows = windows.filter(|window| *window != self.bounds);
        windows.find(|window| window.contains(point)).unwrap_or_else(|| self.monitor_at(point))
    }
}

/// A key that means something here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Key {
    /// One step in this direction: -1, 0 or 1 for each axis.
    Arrow {
        x: i32,
        y: i32,
        resize: bool,
        large: bool,
    },
    /// The next window, for those without a mouse.
    Next,
    Enter,
    Escape,
}

/// What follows from an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// The selection may look different now.
    Continue,
    /// The person wants this region, which is not empty.
    Take(Rect),
    /// The person gives up.
    Cancel,
}

/// The selection so far.
#[derive(Debug, Clone)]
pub(crate) struct Selection {
    layout: Layout,
    pointer: Point,
    /// Where the mouse button was pressed, while it is down.
    pressed: Option<Point>,
    /// What was dragged or made with keys.
    region: Option<Rect>,
    /// Once a key has changed the region, the mouse button no longer takes it.
    by_keys: bool,
    /// Which window the keyboard has chosen.
    chosen: Option<usize>,
}

impl Selection {
    pub(crate) fn new(layout: Layout, pointer: Point) -> Self {
        Self { layout, pointer, pressed: None, region: None, by_keys: false, chosen: None }
    }

    /// What is selected, or would be by a click.
    pub(crate) fn region(&self) -> Rect {
        self.region.unwrap_or_else(|| self.layout.target_at(self.pointer))
    }

    /// Whether the person has begun to select.
    pub(crate) fn is_begun(&self) -> bool {
        self.region.is_some()
    }

    /// The monitor that the pointer is on.
    pub(crate) fn monitor(&self) -> Rect {
        self.layout.monitor_at(self.pointer)
    }

    pub(crate) fn press(&mut self, at: Point) -> Step {
        self.pointer = at;
        self.pressed = Some(at);
        self.region = None;
        self.by_keys = false;
        Step::Continue
    }

    pub(crate) fn motion(&mut self, at: Point) -> Step {
        self.pointer = at;
        if let Some(from) = self.pressed.filter(|_| !self.by_keys) {
            self.region = self.dragged(from, at);
        }
        Step::Continue
    }

    pub(crate) fn release(&mut self, at: Point) -> Step {
        let Some(from) = self.pressed.take() else { return Step::Continue };
        self.pointer = at;
        if self.by_keys {
            return Step::Continue;
        }
        Step::Take(self.dragged(from, at).unwrap_or_else(|| self.layout.target_at(from)))
    }

    pub(crate) fn key(&mut self, key: Key) -> Step {
        match key {
            Key::Escape => return Step::Cancel,
            Key::Enter => return Step::Take(self.region()),
            Key::Next => self.choose_next(),
            Key::Arrow { x, y, resize, large } => {
                let step = if large { LARGE_STEP } else { STEP };
                self.adjust(x * step, y * step, resize);
            }
        }
        Step::Continue
    }

    fn dragged(&self, from: Point, to: Point) -> Option<Rect> {
        let rect = Rect::between(from, to);
        let is_drag = rect.width >= MIN_DRAG || rect.height >= MIN_DRAG;
        // A drag along a line has no area.
        let rect = Rect { width: rect.width.max(1), height: rect.height.max(1), ..rect };
        rect.intersection(self.layout.bounds).filter(|_| is_drag)
    }

    fn adjust(&mut self, x: i32, y: i32, resize: bool) {
        self.by_keys = true;
        let region = self.region.unwrap_or_else(|| self.middle());
        let changed = if resize {
            let (width, height) = ((region.width + x).max(1), (region.height + y).max(1));
            let changed = Rect { width, height, ..region };
            changed.intersection(self.layout.bounds).unwrap_or(region)
        } else {
            Rect { x: region.x + x, y: region.y + y, ..region }.moved_into(self.layout.bounds)
        };
        self.region = Some(changed);
    }

    /// Where a region begins that is made with keys alone: the middle half of the monitor.
    fn middle(&self) -> Rect {
        let monitor = self.monitor();
        let (width, height) = (monitor.width / 2, monitor.height / 2);
        let Point { x, y } = monitor.centre();
        Rect { x: x - width / 2, y: y - height / 2, width: width.max(1), height: height.max(1) }
    }

    fn choose_next(&mut self) {
        let bounds = self.layout.bounds;
        let visible = |rect: &Rect| rect.intersection(bounds);
        let all: Vec<Rect> =
            self.layout.windows.iter().chain(&self.layout.monitors).filter_map(visible).collect();
        if all.is_empty() {
            return;
        }
        let next = self.chosen.map_or(0, |chosen| (chosen + 1) % all.len());
        self.chosen = Some(next);
        self.region = Some(all[next]);
        self.by_keys = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEFT: Rect = Rect::new(0, 0, 800, 600);
    const RIGHT: Rect = Rect::new(800, 0, 400, 300);
    const WINDOW: Rect = Rect::new(100, 100, 200, 150);
    const BEHIND: Rect = Rect::new(50, 50, 900, 200);

    fn selection() -> Selection {
        let layout = Layout {
            bounds: Rect::new(0, 0, 1200, 600),
            monitors: vec![LEFT, RIGHT],
            windows: vec![WINDOW, BEHIND, Rect::new(0, 0, 1200, 600)],
        };
        Selection::new(layout, Point { x: 10, y: 10 })
    }

    fn at(x: i32, y: i32) -> Point {
        Point { x, y }
    }

    fn arrow(x: i32, y: i32) -> Key {
        Key::Arrow { x, y, resize: false, large: false }
    }

    #[test]
    fn a_drag_takes_its_rectangle_over_both_monitors() {
        let mut selection = selection();
        selection.press(at(900, 40));
        selection.motion(at(850, 90));
        assert_eq!(selection.region(), Rect::new(850, 40, 50, 50));
        assert!(selection.is_begun());
        assert_eq!(selection.release(at(700, 140)), Step::Take(Rect::new(700, 40, 200, 100)));
    }

    #[test]
    fn a_drag_beyond_the_screen_ends_at_its_edge() {
        let mut selection = selection();
        selection.press(at(1000, 500));
        assert_eq!(selection.release(at(5000, 700)), Step::Take(Rect::new(1000, 500, 200, 100)));
    }

    #[test]
    fn a_click_takes_the_topmost_window_else_the_monitor() {
        for (point, expected) in [
            (at(150, 150), WINDOW),
            (at(60, 60), BEHIND),
            (at(10, 500), LEFT),
            (at(1100, 280), RIGHT),
        ] {
            let mut selection = selection();
            selection.press(point);
            selection.motion(at(point.x + 3, point.y));
            assert_eq!(selection.release(at(point.x + 3, point.y)), Step::Take(expected));
        }
    }

    #[test]
    fn no_region_is_ever_empty() {
        let mut selection = selection();
        selection.press(at(0, 50));
        let Step::Take(line) = selection.release(at(300, 50)) else { panic!("not taken") };
        assert_eq!(line, Rect::new(0, 50, 300, 1));
        for _ in 0..2000 {
            selection.key(Key::Arrow { x: -1, y: -1, resize: true, large: true });
        }
        assert!(!selection.region().is_empty());
    }

    #[test]
    fn keys_alone_select_move_and_resize() {
        let mut selection = selection();
        assert_eq!(selection.key(arrow(1, 0)), Step::Continue);
        assert_eq!(selection.region(), Rect::new(201, 150, 400, 300));
        selection.key(Key::Arrow { x: 0, y: -1, resize: true, large: true });
        assert_eq!(selection.key(Key::Enter), Step::Take(Rect::new(201, 150, 400, 280)));
        for _ in 0..900 {
            selection.key(arrow(-1, -1));
        }
        assert_eq!(selection.region(), Rect::new(0, 0, 400, 280));
    }

    #[test]
    fn the_next_key_walks_through_windows_and_monitors() {
        let mut selection = selection();
        let walked: Vec<Rect> = (0..6)
            .map(|_| {
                selection.key(Key::Next);
                selection.region()
            })
            .collect();
        assert_eq!(walked[..2], [WINDOW, BEHIND]);
        assert_eq!(walked[3..], [LEFT, RIGHT, WINDOW]);
    }

    #[test]
    fn a_key_during_a_drag_leaves_taking_to_enter() {
        let mut selection = selection();
        selection.press(at(10, 10));
        selection.motion(at(110, 60));
        selection.key(arrow(1, 1));
        assert_eq!(selection.release(at(110, 60)), Step::Continue);
        assert_eq!(selection.key(Key::Enter), Step::Take(Rect::new(11, 11, 100, 50)));
    }

    #[test]
    fn escape_gives_up_at_any_time() {
        let mut selection = selection();
        assert_eq!(selection.key(Key::Escape), Step::Cancel);
        selection.press(at(1, 1));
        selection.motion(at(100, 100));
        assert_eq!(selection.key(Key::Escape), Step::Cancel);
    }
}
