//! Points and rectangles of the screen, in its physical pixels. The origin is the top left corner of
//! the whole desktop, over all monitors.

use serde::{Deserialize, Serialize};

/// A point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Point {
    pub(crate) x: i32,
    pub(crate) y: i32,
}

/// A rectangle; without a positive width and height it is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Rect {
    pub(crate) x: i32,
    pub(crate) y: i32,
    pub(crate) width: i32,
    pub(crate) height: i32,
}

impl Rect {
    pub(crate) const fn new(x: i32, y: i32, width: i32, height: i32) -> Self {
        Self { x, y, width, height }
    }

    /// The rectangle between two opposite corners.
    pub(crate) fn between(one: Point, other: Point) -> Self {
        let (x, y) = (one.x.min(other.x), one.y.min(other.y));
        Self { x, y, width: (one.x - other.x).abs(), height: (one.y - other.y).abs() }
    }

    /// `X,Y,W,H`, as the command line takes it; `None` if it is anything else, or empty.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let numbers: Vec<i32> =
            text.split(',').map(|number| number.trim().parse().ok()).collect::<Option<_>>()?;
        let &[x, y, width, height] = numbers.as_slice() else { return None };
        let rect = Self { x, y, width, height };
        (!rect.is_empty()).then_some(rect)
    }

    pub(crate) fn is_empty(self) -> bool {
        self.width <= 0 || self.height <= 0
    }

    pub(crate) fn contains(self, point: Point) -> bool {
        let (x, y) = (i64::from(point.x), i64::from(point.y));
        (i64::from(self.x)..self.right()).contains(&x)
            && (i64::from(self.y)..self.bottom()).contains(&y)
    }

    /// What both have in common; `None` if that is nothing.
    pub(crate) fn intersection(self, other: Self) -> Option<Self> {
        let (left, top) = (self.x.max(other.x), self.y.max(other.y));
        let width = self.right().min(other.right()) - i64::from(left);
        let height = self.bottom().min(other.bottom()) - i64::from(top);
        let common = Self {
            x: left,
            y: top,
            width: i32::try_from(width).ok()?,
            height: i32::try_from(height).ok()?,
        };
        (!common.is_empty()).then_some(common)
    }

    /// The smallest rectangle around both.
    pub(crate) fn union(self, other: Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        let width = self.right().max(other.right()) - i64::from(x);
        let height = self.bottom().max(other.bottom()) - i64::from(y);
        Self { x, y, width: width as i32, height: height as i32 }
    }

    /// The same, larger by `by` on each side.
    pub(crate) fn grown(self, by: i32) -> Self {
        Self {
            x: self.x - by,
            y: self.y - by,
            width: self.width + 2 * by,
            height: self.height + 2 * by,
        }
    }

    /// The same size, moved inside `bounds` as far as it fits.
    pub(crate) fn moved_into(self, bounds: Self) -> Self {
        let (width, height) = (self.width.min(bounds.width), self.height.min(bounds.height));
        Self {
            x: self.x.clamp(bounds.x, bounds.x + bounds.width - width),
            y: self.y.clamp(bounds.y, bounds.y + bounds.height - height),
            width,
            height,
        }
    }

    pub(crate) fn centre(self) -> Point {
        Point { x: self.x + self.width / 2, y: self.y + self.height / 2 }
    }

    // In 64 bits: a rectangle that a person names may end anywhere.
    fn right(self) -> i64 {
        i64::from(self.x) + i64::from(self.width)
    }

    fn bottom(self) -> i64 {
        i64::from(self.y) + i64::from(self.height)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEFT: Rect = Rect::new(0, 0, 1920, 1080);
    /// A monitor of twice the density, beside and above the other.
    const RIGHT: Rect = Rect::new(1920, -400, 3840, 2160);

    #[test]
    fn a_drag_in_any_direction_is_the_same_rectangle() {
        let (one, other) = (Point { x: 10, y: 90 }, Point { x: 40, y: 20 });
        assert_eq!(Rect::between(one, other), Rect::new(10, 20, 30, 70));
        assert_eq!(Rect::between(other, one), Rect::new(10, 20, 30, 70));
        assert!(Rect::between(one, one).is_empty());
    }

    #[test]
    fn a_region_over_two_monitors_is_in_both() {
        let region = Rect::new(1900, 100, 100, 50);
        assert_eq!(region.intersection(LEFT), Some(Rect::new(1900, 100, 20, 50)));
        assert_eq!(region.intersection(RIGHT), Some(Rect::new(1920, 100, 80, 50)));
        assert_eq!(LEFT.union(RIGHT), Rect::new(0, -400, 5760, 2160));
        assert!(RIGHT.contains(Point { x: 1920, y: -400 }));
        assert!(!LEFT.contains(Point { x: 1920, y: 0 }));
    }

    #[test]
    fn a_region_on_a_monitor_that_was_unplugged_is_on_no_screen() {
        assert_eq!(Rect::new(2000, 0, 300, 300).intersection(LEFT), None);
        assert_eq!(Rect::new(i32::MAX - 5, 0, i32::MAX, 9).intersection(LEFT), None);
    }

    #[test]
    fn only_four_numbers_with_a_size_are_a_region() {
        assert_eq!(Rect::parse("10, -20,300,40"), Some(Rect::new(10, -20, 300, 40)));
        for text in [
            "",
            "1,2,3",
            "1,2,3,4,5",
            "1,2,0,4",
            "1,2,3,-4",
            "a,b,c,d",
            "1,2,3,4e9",
            "9999999999,0,1,1",
        ] {
            assert_eq!(Rect::parse(text), None, "{text}");
        }
    }

    #[test]
    fn moving_keeps_the_size_and_stays_inside() {
        assert_eq!(Rect::new(-50, 1000, 100, 200).moved_into(LEFT), Rect::new(0, 880, 100, 200));
        assert_eq!(Rect::new(5, 5, 9000, 10).moved_into(LEFT), Rect::new(0, 5, 1920, 10));
    }
}
