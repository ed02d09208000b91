//! What lies along the gap between two segments: how far it goes on, and what all the rows on both of its sides say.
//!
//! One row alone may deceive. A gutter between two columns is long, and the texts on each side of it go on downwards;
//! along the gap in a table the rows are level, and short.

use super::neighbours::Neighbours;
use super::segment::Segment;
use super::squash;
use crate::engine::LanguageModel;

/// What the gutters of a page are found by.
pub(super) struct Gutters<'a> {
    segments: &'a [Segment],
    neighbours: &'a Neighbours,
    /// Segments from top to bottom, and the place of each in that order.
    order: Vec<usize>,
    places: Vec<usize>,
    /// How well each segment continues each of its neighbours to the left.
    across: Vec<Vec<f32>>,
    /// How well the text below continues each segment; 0 where there is none.
    downwards: Vec<f32>,
}

/// Segments that are looked at above and below a gap: about sixty lines of five columns.
const MAX_STEPS: usize = 300;

/// How far from a text the gutter beside it runs, in text heights.
const ASIDE: f32 = 0.3;

/// How far a text may reach over a gutter, in text heights.
const OVER: f32 = 0.2;

/// Sums over the rows of a gutter.
#[derive(Default)]
struct Sums {
    rows: f32,
    off_level: f32,
    aligned: f32,
    lengths: [f32; 2],
    digits: [f32; 2],
    across: f32,
    downwards: [f32; 2],
}

impl<'a> Gutters<'a> {
    pub(super) fn of(
        segments: &'a [Segment],
        neighbours: &'a Neighbours,
        ngram: Option<&'a LanguageModel>,
    ) -> Self {
        let mut order: Vec<usize> = (0..segments.len()).collect();
        order.sort_by(|&a, &b| {
            segments[a].middle().total_cmp(&segments[b].middle()).then(a.cmp(&b))
        });
        let mut places = vec![0; segments.len()];
        for (place, &segment) in order.iter().enumerate() {
            places[segment] = place;
        }
        let downwards = (0..segments.len()).map(|of| {
            let below = neighbours.below[of].iter().min_by(|&&a, &&b| {
                segments[a].middle().total_cmp(&segments[b].middle()).then(a.cmp(&b))
            });
            below.map_or(0.0, |&below| continues(segments, of, below, ngram))
        });
        let downwards = downwards.collect();
        let across = neighbours.left.iter().enumerate().map(|(to, lefts)| {
            lefts.iter().map(|&from| continues(segments, from, to, ngram)).collect()
        });
        Self { segments, neighbours, order, places, across: across.collect(), downwards }
    }

    /// What tells about the gap between two segments side by side; lengths are in `height`s.
    pub(super) fn features(&self, left: usize, right: usize, height: f32) -> Vec<f32> {
        let (a, b) = (&self.segments[left], &self.segments[right]);
        // Columns have straight left edges, and numbers straight right ones.
        let middle = f32::midpoint(a.right, b.left);
        let ways = [(b.left - ASIDE * height).max(middle), (a.right + ASIDE * height).min(middle)];
        let from = f32::midpoint(a.middle(), b.middle());
        let walked = ways.map(|x| self.walk(x, left, right, height));
        let far = |it: f32| squash((it - from).abs() / height);
        let mut features: Vec<f32> = walked.iter().flat_map(|(ends, _)| ends.map(far)).collect();
        let [(one, sums), (other, other_sums)] = walked;
        let longer = if one[1] - one[0] >= other[1] - other[0] { sums } else { other_sums };
        features.extend(longer.means());
        features
    }

    /// The upper and lower end of the gutter at `x`, and the sums over its rows.
    fn walk(&self, x: f32, left: usize, right: usize, height: f32) -> ([f32; 2], Sums) {
        let place = self.places[left].min(self.places[right]);
        let mut sums = Sums::default();
        let (up, down) = self.order.split_at(place);
        let ends = [
            self.go(&mut up.iter().rev().copied().take(MAX_STEPS), x, right, height, &mut sums),
            self.go(&mut down.iter().copied().take(MAX_STEPS), x, right, height, &mut sums),
        ];
        (ends, sums)
    }

    fn go(
        &self,
        way: &mut dyn Iterator<Item = usize>,
        x: f32,
        right: usize,
        height: f32,
        sums: &mut Sums,
    ) -> f32 {
        let mut end = self.segments[right].middle();
        for segment in way {
            let it = &self.segments[segment];
            end = it.middle();
            let slack = OVER * height;
            if it.left + slack < x && it.right - slack > x {
                break;
            }
            if it.left + slack < x {
                continue;
            }
            let lefts = &self.neighbours.left[segment];
            if let Some(which) = lefts.iter().rposition(|&it| self.segments[it].right - slack < x) {
                sums.across += self.across[segment][which];
                self.add(sums, lefts[which], segment, right, height);
            }
        }
        end
    }

    fn add(&self, sums: &mut Sums, left: usize, right: usize, of: usize, height: f32) {
        let both = [left, right].map(|it| &self.segments[it]);
        sums.rows += 1.0;
        sums.off_level += ((both[0].middle() - both[1].middle()).abs() / height).min(1.0);
        let off = (both[1].left - self.segments[of].left).abs() / height;
        sums.aligned += f32::from(u8::from(off < 0.4));
        for (side, it) in [left, right].into_iter().enumerate() {
            sums.lengths[side] += squash(both[side].wording.length as f32 / 4.0);
            sums.digits[side] += both[side].wording.digits;
            sums.downwards[side] += self.downwards[it];
        }
    }
}

impl Sums {
    fn means(&self) -> [f32; 10] {
        let rows = self.rows.max(1.0);
        [
            squash(self.rows),
            self.off_level / rows,
            self.aligned / rows,
            self.lengths[0] / rows,
            self.lengths[1] / rows,
            self.digits[0] / rows,
            self.digits[1] / rows,
            self.across / rows,
            self.downwards[0] / rows,
            self.downwards[1] / rows,
        ]
    }
}

fn continues(segments: &[Segment], from: usize, to: usize, ngram: Option<&LanguageModel>) -> f32 {
    segments[from].wording.continues_in(&segments[to].wording, ngram).clamp(-2.0, 3.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::fixtures::typed;
    use crate::layout::slope::Slope;
    use crate::rotation::PageRotation;

    /// Two columns of four lines, twenty pixels high, and what else is on the page.
    fn features(more: &[crate::Line]) -> Vec<f32> {
        let rows = (0..4).flat_map(|row| {
            let top = 100.0 + 40.0 * row as f32;
            [typed("left text", 0.0, top), typed("right", 200.0, top + 5.0)]
        });
        let lines: Vec<_> = rows.chain(more.iter().cloned()).collect();
        let segments = Segment::of(&lines, &PageRotation::identity(1, 1), Slope::default(), None);
        let neighbours = Neighbours::of(&segments);
        let at = |text: &str, top: f32| {
            let is_it = |it: &Segment| {
                lines[it.line].text().starts_with(text) && (it.top - top).abs() < 0.1
            };
            segments.iter().position(is_it).unwrap()
        };
        let gutters = Gutters::of(&segments, &neighbours, None);
        gutters.features(at("left", 180.0), at("right", 185.0), 20.0)
    }

    #[test]
    fn all_rows_along_a_gap_count() {
        let [rows, off_level, aligned] = features(&[])[4..7] else { panic!() };
        for (found, expected) in [(rows, squash(4.0)), (off_level, 0.25), (aligned, 1.0)] {
            assert!((found - expected).abs() < 1e-4, "{found} {expected}");
        }
    }

    #[test]
    fn a_heading_over_both_ends_the_gap() {
        let up = features(&[typed("a title over everything on the page", 0.0, 60.0)])[0];
        let farther = features(&[typed("a title over everything on the page", 0.0, 0.0)])[0];
        let beside = features(&[typed("short", 0.0, 60.0), typed("short", 0.0, 0.0)])[0];
        assert!(up < farther, "{up} {farther}");
        assert!((beside - farther).abs() < 1e-4, "{beside} {farther}");
    }
}
