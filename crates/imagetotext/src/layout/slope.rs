//! How the lines of a page rise: all alike, or, on the photograph of a page that is bent or seen from aside, more and more
//! from its top to its foot.

use super::segment::{finite, median};
use crate::document::{Line, Quad};
use crate::rotation::PageRotation;

/// Slope, in pixels per pixel, beyond which a line has no part in the slope of the page: about 10 degrees.
pub(super) const STEEPEST: f32 = 0.18;

/// Length, in text heights, of the shortest line that has a slope; corners of shorter ones are too rough.
const LONG: f32 = 2.5;

/// Lines that tell that the slope changes, at least; and at most, as all their pairs are compared.
const LINES: [usize; 2] = [8, 64];

/// From the first to the last of these lines the slope changes by so much at least and at most, in pixels per pixel. The
/// slopes of single lines on level pages differ by less.
const CHANGE: [f32; 2] = [0.03, 0.3];

/// What is left of the differences between the lines, at most, for the change to count.
const UNEXPLAINED: f32 = 0.6;

/// The slope of a page at each height.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Slope {
    /// At the upper edge, in pixels per pixel.
    at_top: f32,
    /// What each pixel further down adds.
    change: f32,
}

impl Slope {
    /// The slope of most of the text of a page, at least.
    pub(super) fn of(lines: &[Line], rotation: &PageRotation) -> Self {
        let quads = lines.iter().map(|line| rotation.quad_to_upright(line.quad));
        let mut long: Vec<(f32, [f32; 2])> = quads
            .filter_map(|quad| {
                let bounds = quad.bounds();
                let length = bounds.right - bounds.left;
                let slope = slope(&quad).filter(|slope| slope.abs() < STEEPEST)?;
                let place = finite(f32::midpoint(bounds.top, bounds.bottom));
                (length > LONG * quad.height()).then_some((finite(length), [place, slope]))
            })
            .collect();
        let even = Self::even(weighted(long.iter().map(|&(length, [_, slope])| (slope, length))));
        long.sort_by(|a, b| b.0.total_cmp(&a.0));
        let longest: Vec<[f32; 2]> = long.iter().take(LINES[1]).map(|(_, line)| *line).collect();
        changing(&longest, even).unwrap_or(even)
    }

    /// The same slope, in pixels per pixel, everywhere.
    pub(super) fn even(slope: f32) -> Self {
        Self { at_top: slope, change: 0.0 }
    }

    /// A point of the page where its lines are level: a shear moves rows to one level and leaves columns where they are.
    pub(super) fn level(self, [x, y]: [f32; 2]) -> [f32; 2] {
        [x, y - (self.at_top + self.change * y) * x]
    }

    /// How far the slope of a line at `place` is from this one.
    fn off(self, [place, slope]: [f32; 2]) -> f32 {
        (slope - self.at_top - self.change * place).abs()
    }
}

/// The median of slopes, each weighted by the square of its length: the detector finds the corners of lines to a cell of its
/// map, so that short lines on slanted pages mostly seem level, and their slopes are rougher by as much as they are shorter.
fn weighted(slopes: impl Iterator<Item = (f32, f32)>) -> f32 {
    let mut slopes: Vec<(f32, f32)> =
        slopes.map(|(slope, length)| (slope, length * length)).collect();
    slopes.sort_by(|a, b| a.0.total_cmp(&b.0));
    let half = slopes.iter().map(|(_, weight)| weight).sum::<f32>() / 2.0;
    let mut sum = 0.0;
    let middle = slopes.iter().find(|(_, weight)| {
        sum += weight;
        sum >= half
    });
    middle.map_or(0.0, |(slope, _)| *slope)
}

/// The change that explains the slopes of lines, places and slopes, if one does: the median of that between all pairs far
/// from each other (Theil 1950, Sen 1968).
fn changing(lines: &[[f32; 2]], even: Slope) -> Option<Slope> {
    if lines.len() < LINES[0] {
        return None;
    }
    let places = || lines.iter().map(|[place, _]| *place);
    let range = places().fold(f32::MIN, f32::max) - places().fold(f32::MAX, f32::min);
    let pairs = lines.iter().enumerate().flat_map(|(index, one)| {
        lines[index + 1..].iter().filter_map(move |other| {
            let step = other[0] - one[0];
            (step.abs() > range / 4.0).then(|| (other[1] - one[1]) / step)
        })
    });
    let change = median(pairs.collect())?;
    if !(CHANGE[0]..CHANGE[1]).contains(&(change.abs() * range)) {
        return None;
    }
    let at_top = median(lines.iter().map(|[place, slope]| slope - change * place).collect())?;
    let found = Slope { at_top, change };
    let off = |slope: Slope| median(lines.iter().map(|&line| slope.off(line)).collect());
    (off(found)? <= UNEXPLAINED * off(even)?).then_some(found)
}

/// Rise per pixel of the middle line; none when it runs straight up or nowhere.
pub(super) fn slope(quad: &Quad) -> Option<f32> {
    let [tl, tr, br, bl] = quad.0;
    let dx = tr[0] + br[0] - tl[0] - bl[0];
    let dy = tr[1] + br[1] - tl[1] - bl[1];
    (dx > 0.0 && dy.is_finite()).then(|| dy / dx)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines of a page, 100 pixels apart, whose slopes are these.
    fn page(slopes: &[f32]) -> Vec<Line> {
        let quads = slopes.iter().enumerate().map(|(index, slope)| {
            let y = 100.0 * index as f32;
            let [left, right] = [y + 100.0 * slope, y + 500.0 * slope];
            Quad([[100.0, left], [500.0, right], [500.0, right + 20.0], [100.0, left + 20.0]])
        });
        quads.map(|quad| Line::new(quad, Vec::new())).collect()
    }

    fn found(slopes: &[f32]) -> Slope {
        Slope::of(&page(slopes), &PageRotation::identity(600, 2000))
    }

    #[test]
    fn pages_slope_as_most_of_their_lines() {
        let slope = found(&[0.01, 0.01, 0.012, 0.15, 0.01, 0.009, 0.01, 0.01, 0.011]);
        assert!(
            (slope.at_top - 0.01).abs() < 1e-4 && slope.change.abs() < f32::EPSILON,
            "{slope:?}"
        );
        let Slope { at_top, change } = found(&[]);
        assert!(at_top.abs() + change.abs() < f32::EPSILON);
    }

    #[test]
    fn short_lines_that_seem_level_do_not_make_a_slanted_page_level() {
        let mut lines = page(&[0.05, 0.051, 0.05]);
        for cell in 0..12 {
            let [x, y] = [600.0, 25.0 * cell as f32];
            let quad = Quad([[x, y], [x + 60.0, y], [x + 60.0, y + 20.0], [x, y + 20.0]]);
            lines.push(Line::new(quad, Vec::new()));
        }
        let slope = Slope::of(&lines, &PageRotation::identity(700, 400));
        assert!((slope.at_top - 0.05).abs() < 1e-4, "{slope:?}");
    }

    #[test]
    fn slopes_that_change_down_the_page_are_made_level() {
        let slopes: Vec<f32> = (0..12).map(|row| 0.06 - 0.01 * row as f32).collect();
        let slope = found(&slopes);
        for line in page(&slopes) {
            let [tl, tr, ..] = line.quad.0.map(|point| slope.level(point));
            assert!((tl[1] - tr[1]).abs() < 2.0, "{tl:?} {tr:?} {slope:?}");
        }
    }

    #[test]
    fn lines_that_differ_otherwise_do_not_bend_a_page() {
        let slopes = [0.03, -0.02, 0.01, 0.04, -0.03, 0.02, -0.04, 0.03, 0.0, 0.01];
        assert!(found(&slopes).change.abs() < f32::EPSILON);
    }
}
