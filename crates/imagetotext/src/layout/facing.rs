//! Ruling lines that face each other and are joined by lines along both ends: the sides of boxes.

use super::panels::TUNING;

/// As many sides that face one are tried, so that a page full of rules takes no longer than its size.
pub(super) const MAX_TRIES: usize = 64;

/// Least distance of a picture from the edge of its card, in text heights; thick frames have less between their edges. The
/// sides of such a picture are as far from the corners of the card.
const PADDING: f32 = 0.65;

/// Share of a rule that one of several in its place is at most, and that they are together at least, if they are what there
/// is and it only joins them.
const PIECE: f32 = 0.7;
const PIECES: f32 = 0.8;

/// Rules that face each other, each pair as `[first, second, from, to]`.
#[derive(Default)]
pub(super) struct Facing {
    /// With rules along both ends.
    pub(super) closed: Vec<[f32; 4]>,
    /// With less than a line of text between them: two panels touch here, though the sides of both may look like one.
    pub(super) gaps: Vec<[f32; 4]>,
}

impl Facing {
    /// Those among `rules` of one direction; `across` are those of the other, and `unit` is the height of the text, in
    /// pixels.
    pub(super) fn of(rules: &[[f32; 3]], across: &[[f32; 3]], unit: f32) -> Self {
        let corner = TUNING.corner * unit;
        let sorted = |mut rules: Vec<[f32; 3]>| {
            rules.sort_by(|a, b| a[0].total_cmp(&b[0]).then(a[1].total_cmp(&b[1])));
            rules
        };
        let same = TUNING.thickest * unit;
        let [rules, across] = [rules, across].map(|it| without_joined(&sorted(it.to_vec()), same));
        let across = Sides { rules: across, corner, same };
        let rules = sorted(across.cut(&rules, unit));
        let mut found = Self::default();
        for (index, [first, start, stop]) in rules.iter().enumerate() {
            let is_alike =
                |it: &&[f32; 3]| (it[1] - start).abs() < corner && (it[2] - stop).abs() < corner;
            for [second, other_from, other_to] in
                rules[index + 1..].iter().filter(is_alike).take(MAX_TRIES)
            {
                let (from, to) = (start.min(*other_from), stop.max(*other_to));
                let step = (second - first) / unit;
                let inset = (other_from - start).abs().max((other_to - stop).abs());
                let is_closed = |side: f32| across.is_drawn(side, [*first, *second]);
                let [start, end] = [from, to].map(|side| across.nearest(side, [*first, *second]));
                if step >= TUNING.least && is_closed(from) && is_closed(to) {
                    found.closed.push([*first, *second, start, end]);
                } else if (TUNING.thickest..TUNING.least).contains(&step)
                    && (step < PADDING || inset < (second - first) / 2.0)
                {
                    found.gaps.push([*first, *second, start, end]);
                }
            }
        }
        found
    }
}

/// Rules, sorted by place, without those of which others in the same place are most: the sides of boxes beside each other
/// look like one dashed line.
fn without_joined(rules: &[[f32; 3]], same: f32) -> Vec<[f32; 3]> {
    let length = |it: &[f32; 3]| it[2] - it[1];
    let is_joined = |index: usize| {
        let rule = &rules[index];
        let first = rules.partition_point(|it| it[0] < rule[0] - same);
        let near = rules[first..].iter().take_while(|it| it[0] <= rule[0] + same).take(MAX_TRIES);
        let mut pieces: Vec<&[f32; 3]> = near
            .filter(|it| length(it) < PIECE * length(rule))
            .filter(|it| it[1] >= rule[1] - 2.0 * same && it[2] <= rule[2] + 2.0 * same)
            .collect();
        pieces.sort_by(|a, b| a[1].total_cmp(&b[1]));
        let [mut sum, mut end] = [0.0, f32::NEG_INFINITY];
        for it in pieces {
            sum += (it[2] - it[1].max(end)).max(0.0);
            end = end.max(it[2]);
        }
        sum >= PIECES * length(rule)
    };
    (0..rules.len()).filter(|&index| !is_joined(index)).map(|index| rules[index]).collect()
}

/// Rules that can be sides, sorted by place.
struct Sides {
    rules: Vec<[f32; 3]>,
    /// How far a side may end from its corner, and longest hole in it, in pixels.
    corner: f32,
    /// How far the pieces of one side may be from each other, in pixels.
    same: f32,
}

impl Sides {
    /// Rules so far from a place at most.
    fn near(&self, side: f32, reach: f32) -> &[[f32; 3]] {
        let first = self.rules.partition_point(|it| it[0] <= side - reach);
        let count = self.rules[first..].partition_point(|it| it[0] < side + reach);
        &self.rules[first..first + count]
    }

    /// Whether a side goes from one place to another, but for holes that are shorter than a corner. Where corners are round
    /// it is beside where the rules that it joins end, but does not run on beyond them, as the side of a box around does.
    fn is_drawn(&self, side: f32, [from, to]: [f32; 2]) -> bool {
        let near = self.near(side, self.corner);
        let runs_on = |it: &&[f32; 3]| it[1] < from - self.same || it[2] > to + self.same;
        (0..near.len().min(MAX_TRIES)).any(|index| {
            let place = near[index][0];
            let pieces = near[index..].iter().take_while(|it| it[0] <= place + self.same);
            let pieces =
                pieces.filter(|it| (it[0] - side).abs() < self.corner / 2.0 || !runs_on(it));
            is_covered(pieces, [from, to], self.corner)
        })
    }

    /// The place of the rule beside or between two places that is nearest to a side and no further from it than a corner;
    /// without one, the side itself. Rules with rounded corners end before the sides that they meet.
    fn nearest(&self, side: f32, [from, to]: [f32; 2]) -> f32 {
        let meets = |it: &&[f32; 3]| it[1] <= to + self.corner && it[2] >= from - self.corner;
        let distance = |it: &[f32; 3]| (it[0] - side).abs();
        let near = self.near(side, self.corner).iter().filter(meets);
        let nearest = near.min_by(|a, b| distance(a).total_cmp(&distance(b)));
        nearest.map_or(side, |it| it[0])
    }

    /// Rules of the other direction, cut where two boxes beside each other leave a gap: sides of both end there, and the
    /// sides in line with each other look like one.
    fn cut(&self, rules: &[[f32; 3]], unit: f32) -> Vec<[f32; 3]> {
        let mut pieces = Vec::with_capacity(rules.len());
        for &[place, from, to] in rules {
            let ends = |it: &&[f32; 3]| {
                (from + self.corner..to - self.corner).contains(&it[0])
                    && ((it[1] - place).abs() < self.same || (it[2] - place).abs() < self.same)
            };
            let is_begin = |it: &[f32; 3]| (it[1] - place).abs() < self.same;
            let meeting: Vec<&[f32; 3]> = self.rules.iter().filter(ends).collect();
            let mut start = from;
            for pair in meeting.windows(2) {
                let [left, right] = [pair[0], pair[1]];
                let gap = (right[0] - left[0]) / unit;
                if (TUNING.thickest..TUNING.least).contains(&gap)
                    && is_begin(left) == is_begin(right)
                {
                    pieces.push([place, start, left[0]]);
                    start = right[0];
                }
            }
            pieces.push([place, start, to]);
        }
        pieces
    }
}

/// Whether rules cover a side from one place to another, but for holes that are shorter than a corner; `rules` are
/// sorted by place.
pub(super) fn is_drawn(rules: &[[f32; 3]], side: f32, along: [f32; 2], corner: f32) -> bool {
    let first = rules.partition_point(|it| it[0] <= side - corner);
    let near = rules[first..].iter().take_while(|it| it[0] < side + corner);
    is_covered(near, along, corner)
}

fn is_covered<'a>(
    rules: impl Iterator<Item = &'a [f32; 3]>,
    [from, to]: [f32; 2],
    corner: f32,
) -> bool {
    let mut parts: Vec<[f32; 2]> = rules.map(|it| [it[1], it[2]]).collect();
    parts.sort_by(|a, b| a[0].total_cmp(&b[0]));
    let mut end = from;
    for [start, stop] in parts {
        if start > end + corner {
            break;
        }
        end = end.max(stop);
    }
    end >= to - corner
}
