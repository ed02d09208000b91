//! Draws the frozen screen of one monitor: darker but for the selection, which has a border. On top is a
//! line of text: the size of the selection or, before it is begun, the help.

use super::frozen_monitor::FrozenMonitor;
use super::geometry::Rect;

/// What is left of the brightness outside of the selection, of 256: as much as under X11.
const SHADE: u32 = 139;

/// The border of the selection: how far each of its lines is from the selection, and whether it is white.
const BORDER: [(i32, bool); 4] = [(3, false), (2, true), (1, true), (0, false)];

/// How far the border reaches beyond the selection.
pub(super) const BORDER_WIDTH: i32 = 4;

/// Colours of the text, as red, green and blue.
const TEXT: [u8; 3] = [255, 255, 255];
const GROUND: [u8; 3] = [23, 26, 28];

/// The pixels of a window: each is `0x00RRGGBB`.
pub(super) struct Canvas<'a> {
    pub(super) pixels: &'a mut [u32],
    pub(super) width: i32,
    pub(super) height: i32,
}

/// A text as how much of each pixel its letters cover.
pub(super) struct Caption {
    pub(super) width: i32,
    pub(super) height: i32,
    pub(super) coverage: Vec<u8>,
}

/// What is on the frozen screen, in pixels of the canvas.
pub(super) struct Look<'a> {
    /// It may lie outside, on another monitor.
    pub(super) selected: Rect,
    /// A text and where it is.
    pub(super) caption: Option<(&'a Caption, Rect)>,
}

impl Canvas<'_> {
    fn bounds(&self) -> Rect {
        Rect::new(0, 0, self.width, self.height)
    }

    /// Draws the part of the frozen screen that lies in `area`.
    pub(super) fn draw(&mut self, monitor: &FrozenMonitor, look: &Look<'_>, area: Rect) {
        let Some(area) = area.intersection(self.bounds()) else { return };
        self.ground(monitor, look.selected, area);
        for (distance, is_white) in BORDER {
            self.outline(
                look.selected.grown(distance),
                area,
                if is_white { 0x00ff_ffff } else { 0 },
            );
        }
        if let Some((caption, place)) = look.caption {
            self.caption(caption, place, area);
        }
    }

    fn ground(&mut self, monitor: &FrozenMonitor, selected: Rect, area: Rect) {
        let (width, height) = (f64::from(self.width), f64::from(self.height));
        let columns = area.x..area.x + area.width;
        let starts: Vec<usize> =
            columns.clone().map(|x| monitor.start((f64::from(x) + 0.5) / width)).collect();
        let bright = selected.x..selected.x + selected.width;
        for y in area.y..area.y + area.height {
            let source = monitor.row((f64::from(y) + 0.5) / height);
            let is_beside = y < selected.y || y >= selected.y + selected.height;
            let row = &mut self.pixels[(y * self.width + area.x) as usize..];
            for ((pixel, start), x) in row.iter_mut().zip(&starts).zip(columns.clone()) {
                let colour = [source[*start], source[start + 1], source[start + 2]];
                let is_dark = is_beside || !bright.contains(&x);
                *pixel = if is_dark { dark(colour) } else { packed(colour) };
            }
        }
    }

    fn outline(&mut self, rect: Rect, area: Rect, colour: u32) {
        let Rect { x, y, width, height } = rect;
        let sides = [
            Rect::new(x, y, width, 1),
            Rect::new(x, y + height - 1, width, 1),
            Rect::new(x, y, 1, height),
            Rect::new(x + width - 1, y, 1, height),
        ];
        for side in sides.into_iter().filter_map(|side| side.intersection(area)) {
            for y in side.y..side.y + side.height {
                let start = (y * self.width + side.x) as usize;
                self.pixels[start..start + side.width as usize].fill(colour);
            }
        }
    }

    fn caption(&mut self, caption: &Caption, place: Rect, area: Rect) {
        let all = Rect { width: caption.width, height: caption.height, ..place };
        let Some(visible) = all.intersection(area) else { return };
        for y in visible.y..visible.y + visible.height {
            for x in visible.x..visible.x + visible.width {
                let at = ((y - place.y) * caption.width + x - place.x) as usize;
                let cover = u32::from(caption.coverage[at]);
                let mix = |ground: u8, text: u8| {
                    ((u32::from(ground) * (255 - cover) + u32::from(text) * cover) / 255) as u8
                };
                let colour = std::array::from_fn(|channel| mix(GROUND[channel], TEXT[channel]));
                self.pixels[(y * self.width + x) as usize] = packed(colour);
            }
        }
    }
}

fn packed([red, green, blue]: [u8; 3]) -> u32 {
    u32::from_be_bytes([0, red, green, blue])
}

fn dark(colour: [u8; 3]) -> u32 {
    packed(colour.map(|channel| (u32::from(channel) * SHADE / 256) as u8))
}

#[cfg(test)]
mod tests {
    use super::super::frozen_monitor::tests::monitor;
    use super::*;

    const SIZE: [i32; 2] = [60, 40];

    fn drawn(selected: Rect, caption: Option<(&Caption, Rect)>, area: Rect) -> Vec<u32> {
        let [width, height] = SIZE;
        let mut pixels = vec![0x0012_3456; (width * height) as usize];
        let frozen = monitor(Rect::new(100, 100, 30, 20), 2, 200);
        let look = Look { selected, caption };
        Canvas { pixels: &mut pixels, width, height }.draw(&frozen, &look, area);
        pixels
    }

    fn at(pixels: &[u32], x: i32, y: i32) -> u32 {
        pixels[(y * SIZE[0] + x) as usize]
    }

    const ALL: Rect = Rect::new(0, 0, 60, 40);

    #[test]
    fn the_selection_is_bright_and_the_rest_dark() {
        let pixels = drawn(Rect::new(10, 8, 20, 12), None, ALL);
        assert_eq!(at(&pixels, 15, 12), 0x000f_0cc8);
        assert_eq!(at(&pixels, 50, 30), dark([50, 30, 200]));
        assert!(dark([50, 30, 200]) & 0xff < 200);
    }

    #[test]
    fn the_border_is_around_the_selection() {
        let pixels = drawn(Rect::new(10, 8, 20, 12), None, ALL);
        let border: Vec<u32> = (6..12).map(|x| at(&pixels, x, 12)).collect();
        assert_eq!(border[1..5], [0, 0x00ff_ffff, 0x00ff_ffff, 0]);
        assert_eq!(border[0], dark([6, 12, 200]));
        assert_eq!(border[5], 0x000b_0cc8);
    }

    #[test]
    fn a_selection_on_another_monitor_leaves_this_one_dark() {
        for selected in [Rect::new(-500, 5, 90, 9), Rect::new(70, 8, 900, 900)] {
            let pixels = drawn(selected, None, ALL);
            assert_eq!(at(&pixels, 0, 0), dark([0, 0, 200]));
            assert!(!pixels.contains(&0x00ff_ffff));
        }
    }

    #[test]
    fn a_selection_over_the_edge_is_drawn_as_far_as_it_is_here() {
        let pixels = drawn(Rect::new(-20, -20, 40, 40), None, ALL);
        assert_eq!(at(&pixels, 5, 5), 0x0005_05c8);
        assert_eq!(at(&pixels, 21, 5), 0x00ff_ffff);
    }

    #[test]
    fn only_the_area_is_drawn() {
        let pixels = drawn(Rect::new(10, 8, 20, 12), None, Rect::new(12, 10, 3, 2));
        assert_eq!(pixels.iter().filter(|pixel| **pixel != 0x0012_3456).count(), 6);
        let outside = drawn(Rect::new(10, 8, 20, 12), None, Rect::new(600, 10, 3, 2));
        assert!(outside.iter().all(|pixel| *pixel == 0x0012_3456));
    }

    #[test]
    fn a_caption_has_light_letters_on_a_dark_ground() {
        let caption = Caption { width: 3, height: 1, coverage: vec![0, 128, 255] };
        let pixels = drawn(ALL, Some((&caption, Rect::new(58, 39, 3, 1))), ALL);
        assert_eq!(at(&pixels, 58, 39), packed(GROUND));
        let half = at(&pixels, 59, 39) & 0xff;
        assert!((120..160).contains(&half), "{half}");
    }
}
