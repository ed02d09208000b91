//! Ruling lines between texts, on the page whose text is level.

use super::slope::Slope;
use crate::document::Bounds;
use crate::graphics::Rule;
use crate::rotation::PageRotation;

/// Ruling lines, each with its place across and its extent along: `[place, from, to]`, in pixels.
#[derive(Debug, Default)]
pub(super) struct Rules {
    pub(super) level: Vec<[f32; 3]>,
    pub(super) upright: Vec<[f32; 3]>,
}

impl Rules {
    /// These rules, on a page with this slope.
    pub(super) fn of(all: &[Rule], rotation: &PageRotation, slope: Slope) -> Self {
        let mut rules = Self::default();
        for rule in all {
            let [from, to] =
                [rule.from, rule.to].map(|point| slope.level(rotation.to_upright(point)));
            let [run, rise] = [(to[0] - from[0]).abs(), (to[1] - from[1]).abs()];
            if !(run + rise).is_finite() {
                continue;
            }
            if run >= rise {
                let y = f32::midpoint(from[1], to[1]);
                rules.level.push([y, from[0].min(to[0]), from[0].max(to[0])]);
            } else {
                let x = f32::midpoint(from[0], to[0]);
                rules.upright.push([x, from[1].min(to[1]), from[1].max(to[1])]);
            }
        }
        rules
    }

    /// Whether an upright rule crosses the level `y` between two places.
    pub(super) fn is_between_columns(&self, [left, right]: [f32; 2], y: f32) -> bool {
        let mut rules = self.upright.iter();
        rules.any(|[x, from, to]| (left..=right).contains(x) && (from..=to).contains(&&y))
    }

    /// How many upright rules in some columns go from one level to another.
    pub(super) fn crossing(&self, [top, bottom]: [f32; 2], [left, right]: [f32; 2]) -> usize {
        let mut rules: Vec<f32> = self
            .upright
            .iter()
            .filter(|[x, from, to]| (left..=right).contains(x) && *from <= top && *to >= bottom)
            .map(|[x, ..]| *x)
            .collect();
        rules.sort_by(f32::total_cmp);
        // Two edges of one background are one rule.
        rules.dedup_by(|a, b| (*a - *b).abs() < (bottom - top) / 2.0);
        rules.len()
    }

    /// How many level rules, under at least half of it, divide a box; those within half of `unit` of its edges do not.
    pub(super) fn within(&self, it: &Bounds, unit: f32) -> usize {
        let divides = |[y, from, to]: &&[f32; 3]| {
            let common = it.right.min(*to) - it.left.max(*from);
            (it.top + 0.5 * unit..=it.bottom - 0.5 * unit).contains(y)
                && common >= 0.5 * (it.right - it.left)
        };
        self.level.iter().filter(divides).count()
    }

    /// Length of the longest level rule between two heights that is under at least half of a text.
    pub(super) fn between_rows(&self, [top, bottom]: [f32; 2], [left, right]: [f32; 2]) -> f32 {
        let under = |[y, from, to]: &&[f32; 3]| {
            let common = right.min(*to) - left.max(*from);
            (top..=bottom).contains(y) && common >= 0.5 * (right - left)
        };
        self.level.iter().filter(under).map(|[_, from, to]| to - from).fold(0.0, f32::max)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_of_a_page_on_its_side_are_turned() {
        let rule = |from, to| Rule { from, to, thickness: 1.0 };
        let rules = vec![rule([10.0, 20.0], [90.0, 20.0]), rule([30.0, 5.0], [30.0, 45.0])];
        let upright = Rules::of(&rules, &PageRotation::identity(100, 50), Slope::default());
        assert_eq!(upright.level, [[20.0, 10.0, 90.0]]);
        assert_eq!(upright.upright, [[30.0, 5.0, 45.0]]);
        let turned =
            Rules::of(&rules, &PageRotation::identity(100, 50).quarter_turn(), Slope::default());
        assert_eq!((turned.level.len(), turned.upright.len()), (1, 1));
        let [_, from, to] = turned.level[0];
        assert!((to - from - 40.0).abs() < 1e-3);
        let [_, from, to] = turned.upright[0];
        assert!((to - from - 80.0).abs() < 1e-3);
    }

    #[test]
    fn rules_from_one_row_to_the_next_are_counted_once() {
        let upright =
            vec![[0.0, 0.0, 90.0], [1.0, 0.0, 90.0], [50.0, 30.0, 90.0], [80.0, 0.0, 90.0]];
        let rules = Rules { level: Vec::new(), upright };
        assert_eq!(rules.crossing([10.0, 40.0], [-5.0, 100.0]), 2);
        assert_eq!(rules.crossing([35.0, 80.0], [-5.0, 60.0]), 2);
    }

    #[test]
    fn rules_of_a_slanted_page_are_level() {
        let rules = vec![Rule { from: [0.0, 10.0], to: [100.0, 15.0], thickness: 1.0 }];
        let found = Rules::of(&rules, &PageRotation::identity(100, 50), Slope::even(0.05));
        assert_eq!(found.level, [[10.0, 0.0, 100.0]]);
    }
}
