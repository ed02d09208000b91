//! Where the text is on the frozen screen.

use super::geometry::Rect;

/// Between the selection and its size, and between the help and the edge of the monitor, in pixels.
const LABEL_GAP: i32 = 6;
const HELP_TOP: i32 = 36;

/// The size of the selection is below it, or inside where there is no room.
pub(super) fn size_place(selected: Rect, monitor: Rect, [width, height]: [i32; 2]) -> Rect {
    let below = selected.y + selected.height + LABEL_GAP;
    let fits = below + height <= monitor.y + monitor.height;
    let y = if fits { below } else { below - 2 * LABEL_GAP - height };
    Rect::new(selected.x, y, width, height).moved_into(monitor)
}

/// The help is at the top of the monitor.
pub(super) fn help_place(monitor: Rect, [width, height]: [i32; 2]) -> Rect {
    let x = monitor.centre().x - width / 2;
    Rect::new(x, monitor.y + HELP_TOP, width, height).moved_into(monitor)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MONITOR: Rect = Rect::new(100, 0, 800, 600);
    const LABEL: [i32; 2] = [90, 30];

    #[test]
    fn the_size_is_below_the_selection_or_inside() {
        let place = |selected| size_place(selected, MONITOR, LABEL);
        assert_eq!(place(Rect::new(200, 50, 300, 200)), Rect::new(200, 256, 90, 30));
        assert_eq!(place(Rect::new(200, 50, 300, 540)), Rect::new(200, 554, 90, 30));
        assert_eq!(place(Rect::new(880, 50, 20, 20)), Rect::new(810, 76, 90, 30));
    }

    #[test]
    fn the_help_is_at_the_top_in_the_middle() {
        assert_eq!(help_place(MONITOR, LABEL), Rect::new(455, 36, 90, 30));
        assert_eq!(help_place(MONITOR, [900, 30]), Rect::new(100, 36, 800, 30));
    }
}
