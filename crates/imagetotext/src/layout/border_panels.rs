//! Panels that reach the edge of the picture: side bars, panes and bands on a background of their own.
//!
//! Such a panel is drawn on some sides only; on the others it ends where the picture does. A line is no sign of one, as
//! that below a letterhead; a change of the background is.

use super::facing::{MAX_TRIES, is_drawn};
use super::panels::{MAX_PANELS, TUNING};
use super::rules::Rules;
use crate::document::Bounds;

/// So many edges along an axis are tried, the longest, so that a page full of rules takes no longer than its size.
const MAX_EDGES: usize = 256;

/// How far a side may end from the edge of the picture or from its corner, in pixels: edges are found in strips of this
/// width at most. Cards beside each other are further apart.
const REACH: f32 = 8.0;

/// The panels of a picture (pixels) that edges of backgrounds and its own edges enclose, around some of the texts, of
/// height `unit`, but not all.
pub(super) fn border_panels(
    rules: &Rules,
    backgrounds: &Rules,
    picture: &Bounds,
    texts: &[Bounds],
    unit: f32,
) -> Vec<Bounds> {
    let [width, height] = [[picture.left, picture.right], [picture.top, picture.bottom]];
    let level = Sides { rules: &rules.level, across: &rules.upright, borders: [height, width] };
    let upright = Sides { rules: &rules.upright, across: &rules.level, borders: [width, height] };
    let lying = |[top, bottom, left, right]: [f32; 4]| Bounds { left, top, right, bottom };
    let standing = |[left, right, top, bottom]: [f32; 4]| Bounds { left, top, right, bottom };
    let level = level.panels(&backgrounds.level, unit).into_iter().map(lying);
    let upright = upright.panels(&backgrounds.upright, unit).into_iter().map(standing);
    let is_part = |panel: &Bounds| {
        let is_inside = |it: &Bounds| {
            let [x, y] = [f32::midpoint(it.left, it.right), f32::midpoint(it.top, it.bottom)];
            (panel.left..panel.right).contains(&x) && (panel.top..panel.bottom).contains(&y)
        };
        let count = texts.iter().filter(|it| is_inside(it)).count();
        (1..texts.len()).contains(&count)
    };
    level.chain(upright).filter(is_part).collect()
}

/// What sides along one axis can be.
struct Sides<'a> {
    rules: &'a [[f32; 3]],
    across: &'a [[f32; 3]],
    /// Where the picture ends across the axis and along it.
    borders: [[f32; 2]; 2],
}

impl Sides<'_> {
    /// Each as `[first, second, from, to]`: between an edge of a background and a rule, or the edge of the picture.
    fn panels(&self, backgrounds: &[[f32; 3]], unit: f32) -> Vec<[f32; 4]> {
        let corner = TUNING.corner * unit;
        let is_near = |a: f32, b: f32| (a - b).abs() < corner;
        let [borders, ends] = self.borders;
        let mut across = self.across.to_vec();
        across.sort_by(|a, b| a[0].total_cmp(&b[0]).then(a[1].total_cmp(&b[1])));
        let is_end = |side: f32| ends.iter().any(|end| (end - side).abs() <= REACH);
        let is_closed =
            |side: f32, along: [f32; 2]| is_end(side) || is_drawn(&across, side, along, REACH);
        let mut longest = backgrounds.to_vec();
        longest.sort_by(|a, b| (b[2] - b[1]).total_cmp(&(a[2] - a[1])));
        longest.truncate(MAX_EDGES);
        let mut panels = Vec::new();
        for [place, from, to] in longest {
            let alike = self.rules.iter().filter(|it| is_near(it[1], from) && is_near(it[2], to));
            // Panels with a side on each side are found without the edges of the picture.
            let alike = alike.filter(|_| is_end(from) || is_end(to)).take(MAX_TRIES);
            let facing = alike.map(|it| it[0]).chain(borders);
            for other in facing.filter(|other| (other - place).abs() >= TUNING.least * unit) {
                let along = [place.min(other), place.max(other)];
                if panels.len() < MAX_PANELS && is_closed(from, along) && is_closed(to, along) {
                    panels.push([along[0], along[1], from, to]);
                }
            }
        }
        panels
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PICTURE: Bounds = Bounds { left: 0.0, top: 0.0, right: 800.0, bottom: 600.0 };

    /// The panels around two texts, one at the left and one at the right, where this is drawn.
    fn panels(rules: Rules, backgrounds: &Rules) -> Vec<Bounds> {
        let text =
            |left: f32, top: f32| Bounds { left, top, right: left + 80.0, bottom: top + 16.0 };
        let mut all = rules;
        all.level.extend(&backgrounds.level);
        all.upright.extend(&backgrounds.upright);
        border_panels(&all, backgrounds, &PICTURE, &[text(20.0, 90.0), text(400.0, 90.0)], 16.0)
    }

    fn bounds(left: f32, top: f32, right: f32, bottom: f32) -> Bounds {
        Bounds { left, top, right, bottom }
    }

    #[test]
    fn a_side_bar_and_what_is_beside_it_are_panels() {
        let backgrounds = Rules { upright: vec![[190.0, 2.0, 598.0]], ..Rules::default() };
        assert_eq!(
            panels(Rules::default(), &backgrounds),
            [bounds(0.0, 2.0, 190.0, 598.0), bounds(190.0, 2.0, 800.0, 598.0)]
        );
    }

    #[test]
    fn a_side_bar_may_begin_below_a_line() {
        let line = Rules { level: vec![[50.0, 0.0, 800.0]], ..Rules::default() };
        let backgrounds = Rules { upright: vec![[190.0, 50.0, 600.0]], ..Rules::default() };
        assert_eq!(panels(line, &backgrounds).len(), 2);
        assert_eq!(panels(Rules::default(), &backgrounds), [], "nothing is drawn above it");
    }

    #[test]
    fn lines_from_edge_to_edge_make_no_panels() {
        let lines = Rules {
            level: vec![[50.0, 0.0, 800.0], [300.0, 0.0, 800.0]],
            upright: vec![[300.0, 0.0, 600.0]],
        };
        assert_eq!(panels(lines, &Rules::default()), []);
    }

    #[test]
    fn a_band_around_no_text_or_all_of_it_is_no_panel() {
        let backgrounds = Rules { level: vec![[60.0, 0.0, 800.0]], ..Rules::default() };
        assert_eq!(panels(Rules::default(), &backgrounds), []);
    }
}
