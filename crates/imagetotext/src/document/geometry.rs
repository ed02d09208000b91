//! Where something is on a page: quads and rectangles, in pixels.

use serde::{Deserialize, Serialize};

/// Four corners in reading order: top left, top right, bottom right, bottom left of the text.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Quad(pub [[f32; 2]; 4]);

/// Smallest upright rectangle around something, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Bounds {
    /// Left edge.
    pub left: f32,
    /// Top edge.
    pub top: f32,
    /// Right edge.
    pub right: f32,
    /// Bottom edge.
    pub bottom: f32,
}

impl Quad {
    /// The quad of an upright rectangle.
    pub fn upright(left: f32, top: f32, right: f32, bottom: f32) -> Self {
        Self([[left, top], [right, top], [right, bottom], [left, bottom]])
    }

    /// Smallest upright rectangle around the four corners.
    pub fn bounds(&self) -> Bounds {
        let xs = self.0.map(|p| p[0]);
        let ys = self.0.map(|p| p[1]);
        Bounds {
            left: xs.into_iter().fold(f32::INFINITY, f32::min),
            top: ys.into_iter().fold(f32::INFINITY, f32::min),
            right: xs.into_iter().fold(f32::NEG_INFINITY, f32::max),
            bottom: ys.into_iter().fold(f32::NEG_INFINITY, f32::max),
        }
    }

    /// The same in a picture `factor` times as large.
    pub(crate) fn scaled(&self, factor: f32) -> Self {
        Self(self.0.map(|corner| corner.map(|value| value * factor)))
    }

    /// The way the text runs, of length one; to the right where the corners coincide.
    pub fn direction(&self) -> [f32; 2] {
        let [tl, tr, br, bl] = self.0;
        let way = [0, 1].map(|i| tr[i] + br[i] - tl[i] - bl[i]);
        let length = way[0].hypot(way[1]);
        if length.is_finite() && length > 0.0 { way.map(|it| it / length) } else { [1.0, 0.0] }
    }

    /// Middle of the side where the text begins.
    pub(crate) fn start(&self) -> [f32; 2] {
        middle(self.0[0], self.0[3])
    }

    /// Middle of the side where it ends.
    pub(crate) fn end(&self) -> [f32; 2] {
        middle(self.0[1], self.0[2])
    }

    /// Where the quad begins and ends along a direction.
    pub(crate) fn extent(&self, [x, y]: [f32; 2]) -> (f32, f32) {
        let along = self.0.map(|corner| x * corner[0] + y * corner[1]);
        (
            along.into_iter().fold(f32::INFINITY, f32::min),
            along.into_iter().fold(f32::MIN, f32::max),
        )
    }

    /// Where `point` lies as seen from `origin`: along the text, and across it.
    pub(crate) fn seen(&self, origin: [f32; 2], point: [f32; 2]) -> [f32; 2] {
        let [x, y] = self.direction();
        let [right, down] = [0, 1].map(|i| point[i] - origin[i]);
        [x * right + y * down, x * down - y * right]
    }

    /// Whether a point lies in the rectangle of the text.
    pub(crate) fn contains(&self, point: [f32; 2]) -> bool {
        let [along, across] = self.seen(self.start(), point);
        let [length, _] = self.seen(self.start(), self.end());
        (0.0..=length).contains(&along) && across.abs() <= self.height() / 2.0
    }

    /// Height of the text: mean length of the left and right side, in pixels.
    pub fn height(&self) -> f32 {
        let [tl, tr, br, bl] = self.0;
        f32::midpoint(distance(tl, bl), distance(tr, br))
    }
}

/// The point half way between two.
pub(crate) fn middle(a: [f32; 2], b: [f32; 2]) -> [f32; 2] {
    [0, 1].map(|i| f32::midpoint(a[i], b[i]))
}

fn distance(a: [f32; 2], b: [f32; 2]) -> f32 {
    (a[0] - b[0]).hypot(a[1] - b[1])
}
