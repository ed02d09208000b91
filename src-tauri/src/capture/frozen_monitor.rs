//! The screen at one moment, in the memory of this process: where the system keeps no frozen screen
//! for us (Windows, macOS). Our allocator wipes it.

use imagetotext::SecretBytes;

use super::geometry::Rect;
use super::picture::{PIXEL, Picture};

/// What a monitor, or a part of it, showed.
pub(super) struct FrozenMonitor {
    /// Where it is on the desktop. Windows counts in pixels, macOS in points, which may have several.
    pub(super) rect: Rect,
    width: u32,
    height: u32,
    rgba: SecretBytes,
}

impl FrozenMonitor {
    /// `None` when the pixels are not those of this size, or when there are none.
    pub(super) fn new(rect: Rect, [width, height]: [u32; 2], rgba: Vec<u8>) -> Option<Self> {
        let rgba: SecretBytes = rgba.into();
        let is_whole = rgba.len() == width as usize * height as usize * PIXEL;
        (is_whole && !rgba.is_empty() && !rect.is_empty()).then_some(Self {
            rect,
            width,
            height,
            rgba,
        })
    }

    /// Pixels in one unit of the desktop.
    fn density(&self) -> f64 {
        f64::from(self.width) / f64::from(self.rect.width)
    }

    /// The row at `y`, a part of the height from 0 to 1.
    pub(super) fn row(&self, y: f64) -> &[u8] {
        let length = self.width as usize * PIXEL;
        let row = ((y * f64::from(self.height)) as usize).min(self.height as usize - 1);
        &self.rgba[row * length..][..length]
    }

    /// Where in a row the pixel at `x` begins, a part of the width from 0 to 1.
    pub(super) fn start(&self, x: f64) -> usize {
        ((x * f64::from(self.width)) as usize).min(self.width as usize - 1) * PIXEL
    }
}

/// The smallest rectangle around all of them.
pub(super) fn bounds(monitors: &[FrozenMonitor]) -> Rect {
    monitors.iter().map(|monitor| monitor.rect).reduce(Rect::union).unwrap_or_default()
}

/// A region, as far as it is on a monitor, as dense as the densest of them. What lies between monitors is
/// black. `None` when the region is on no monitor.
pub(super) fn cut(monitors: &[FrozenMonitor], region: Rect) -> Option<Picture> {
    let on = |monitor: &FrozenMonitor| monitor.rect.intersection(region);
    let region = monitors.iter().filter_map(on).reduce(Rect::union)?;
    let touched = || monitors.iter().filter_map(|monitor| Some((monitor, on(monitor)?)));
    let density = touched().map(|(monitor, _)| monitor.density()).fold(0.0, f64::max);
    let scaled = |length: i32| (f64::from(length) * density).round() as usize;
    let [width, height] = [scaled(region.width).max(1), scaled(region.height).max(1)];
    let mut rgba = [0, 0, 0, u8::MAX].repeat(width * height);
    for (monitor, part) in touched() {
        let [left, top] = [scaled(part.x - region.x), scaled(part.y - region.y)];
        let [right, bottom] = [left + scaled(part.width).max(1), top + scaled(part.height).max(1)];
        // The middle of a pixel, as a part of the monitor.
        let place = |pixel: usize, start: i32, origin: i32, length: i32| {
            let units = f64::from(start - origin) + (pixel as f64 + 0.5) / density;
            units / f64::from(length)
        };
        for row in top..bottom.min(height) {
            let source = monitor.row(place(row, region.y, monitor.rect.y, monitor.rect.height));
            for column in left..right.min(width) {
                let x = place(column, region.x, monitor.rect.x, monitor.rect.width);
                let (from, to) = (monitor.start(x), (row * width + column) * PIXEL);
                rgba[to..to + 3].copy_from_slice(&source[from..from + 3]);
            }
        }
    }
    Some(Picture { rgba: rgba.into(), width: width as u32, height: height as u32 })
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A monitor whose pixels say their column, row and `blue`.
    pub(in crate::capture) fn monitor(rect: Rect, density: u32, blue: u8) -> FrozenMonitor {
        let [width, height] = [rect.width as u32 * density, rect.height as u32 * density];
        let pixel = |at: u32| [(at % width) as u8, (at / width) as u8, blue, u8::MAX];
        let rgba = (0..width * height).flat_map(pixel).collect();
        FrozenMonitor::new(rect, [width, height], rgba).unwrap()
    }

    fn pixel(picture: &Picture, x: usize, y: usize) -> [u8; 3] {
        let start = (y * picture.width as usize + x) * PIXEL;
        picture.rgba[start..start + 3].try_into().unwrap()
    }

    const LEFT: Rect = Rect::new(-40, 10, 40, 30);
    const RIGHT: Rect = Rect::new(0, 0, 50, 40);

    #[test]
    fn a_region_has_exactly_its_pixels() {
        let picture = cut(&[monitor(LEFT, 1, 7)], Rect::new(-35, 12, 9, 5)).unwrap();
        assert_eq!([picture.width, picture.height], [9, 5]);
        assert_eq!(pixel(&picture, 0, 0), [5, 2, 7]);
        assert_eq!(pixel(&picture, 8, 4), [13, 6, 7]);
        assert!(picture.rgba.chunks(PIXEL).all(|pixel| pixel[3] == u8::MAX));
    }

    #[test]
    fn a_region_over_two_monitors_is_put_together() {
        let monitors = [monitor(LEFT, 1, 7), monitor(RIGHT, 1, 9)];
        assert_eq!(bounds(&monitors), Rect::new(-40, 0, 90, 40));
        let picture = cut(&monitors, Rect::new(-3, 0, 5, 20)).unwrap();
        assert_eq!([picture.width, picture.height], [5, 20]);
        assert_eq!(pixel(&picture, 2, 10), [39, 0, 7]);
        assert_eq!(pixel(&picture, 3, 10), [0, 10, 9]);
        assert_eq!(pixel(&picture, 0, 5), [0; 3], "there is no monitor");
    }

    #[test]
    fn a_dense_monitor_keeps_all_pixels() {
        let picture = cut(&[monitor(RIGHT, 2, 1)], Rect::new(10, 5, 3, 2)).unwrap();
        assert_eq!([picture.width, picture.height], [6, 4]);
        assert_eq!(pixel(&picture, 0, 0), [20, 10, 1]);
        assert_eq!(pixel(&picture, 5, 3), [25, 13, 1]);
    }

    #[test]
    fn beside_a_dense_monitor_pixels_of_the_other_are_doubled() {
        let monitors = [monitor(LEFT, 1, 7), monitor(RIGHT, 2, 9)];
        let picture = cut(&monitors, Rect::new(-2, 10, 4, 1)).unwrap();
        assert_eq!([picture.width, picture.height], [8, 2]);
        let row: Vec<[u8; 3]> = (0..8).map(|x| pixel(&picture, x, 0)).collect();
        assert_eq!(row[..4], [[38, 0, 7], [38, 0, 7], [39, 0, 7], [39, 0, 7]]);
        assert_eq!(row[4..], [[0, 20, 9], [1, 20, 9], [2, 20, 9], [3, 20, 9]]);
    }

    #[test]
    fn a_region_ends_at_the_edge_and_may_be_on_no_monitor() {
        let monitors = [monitor(RIGHT, 1, 0)];
        let picture = cut(&monitors, Rect::new(45, 38, 1000, 1000)).unwrap();
        assert_eq!([picture.width, picture.height], [5, 2]);
        assert!(cut(&monitors, Rect::new(50, 0, 9, 9)).is_none());
        assert!(cut(&[], RIGHT).is_none());
    }

    #[test]
    fn pixels_of_another_size_are_no_monitor() {
        for (rect, size, length) in
            [(RIGHT, [2, 2], 15), (RIGHT, [0, 2], 0), (Rect::new(0, 0, 0, 2), [2, 2], 16)]
        {
            assert!(FrozenMonitor::new(rect, size, vec![0; length]).is_none());
        }
    }
}
