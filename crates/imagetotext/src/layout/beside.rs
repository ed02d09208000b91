//! Segments side by side, and the evidence whether they are read across.

use super::across::MOST;
use super::gutter::Gutters;
use super::lists_beside::Lists;
use super::neighbours::Neighbours;
use super::segment::Segment;
use super::wording::Wording;
use super::{Sources, squash};

/// Two segments at one level with nothing between them.
#[derive(Debug, Clone)]
pub(super) struct Beside {
    pub(super) left: usize,
    pub(super) right: usize,
    /// What the networks see; see [`features`].
    #[cfg_attr(not(feature = "layout-training"), expect(dead_code, reason = "for training"))]
    pub(super) features: Vec<f32>,
    /// Logarithm of the odds that the right one is read in one row with the left one, of this pair
    /// by itself.
    pub(super) across: f32,
    /// The same for being in one cell or sentence, if they are read across.
    pub(super) same_cell: f32,
}

/// All pairs of a page that no panel keeps apart, from top to bottom.
pub(super) fn pairs(
    segments: &[Segment],
    neighbours: &Neighbours,
    sources: &Sources<'_>,
) -> Vec<Beside> {
    let both = neighbours.right.iter().enumerate();
    let both = both.flat_map(|(left, rights)| rights.iter().map(move |&right| (left, right)));
    let mut lists = Lists::of(segments, neighbours);
    let gutters = Gutters::of(segments, neighbours, sources.ngram);
    let panels = &sources.graphics.panels;
    let is_divided = |left: usize, right: usize| {
        panels.divide(&segments[left].bounds(), &segments[right].bounds())
    };
    let mut pairs: Vec<Beside> = both
        .filter(|&(left, right)| !is_divided(left, right))
        .map(|(left, right)| {
            let mut features = features(segments, neighbours, left, right, sources);
            features.extend(gutters.features(left, right, height_of(segments, left, right)));
            let evidence = sources.networks.beside.run(&features);
            let evidence = |output: usize| evidence.get(output).copied().unwrap_or(0.0);
            let height = height_of(segments, left, right);
            let across = if lists.are_apart(segments, neighbours, [left, right], height) {
                evidence(0).min(-MOST)
            } else if is_one_line(segments, left, right, sources) {
                evidence(0).max(MOST)
            } else {
                evidence(0)
            };
            Beside { left, right, across, same_cell: evidence(1), features }
        })
        .collect();
    pairs.sort_by(|a, b| {
        let place = |pair: &Beside| middle(segments, pair);
        place(a).total_cmp(&place(b)).then((a.left, a.right).cmp(&(b.left, b.right)))
    });
    pairs
}

/// Whether two segments are of one line in text of fixed pitch, as one of them is an option, a comment or a prompt: lists of
/// these have no columns but those of a table.
fn is_one_line(segments: &[Segment], left: usize, right: usize, sources: &Sources<'_>) -> bool {
    let [a, b] = [left, right].map(|it| &segments[it]);
    let middle = f32::midpoint(a.middle(), b.middle());
    a.pitch.is_some()
        && (a.wording.has_sign() || b.wording.has_sign())
        && (a.middle() - b.middle()).abs() < 0.25 * height_of(segments, left, right)
        && !sources.graphics.rules.is_between_columns([a.right, b.left], middle)
}

/// The text height that lengths are measured in: that of the smaller one, at least half of the larger.
fn height_of(segments: &[Segment], left: usize, right: usize) -> f32 {
    let [a, b] = [left, right].map(|it| segments[it].height);
    a.min(b).max(0.5 * a.max(b))
}

/// Where a pair is on the page: half way between the middles of its segments.
pub(super) fn middle(segments: &[Segment], pair: &Beside) -> f32 {
    f32::midpoint(segments[pair.left].middle(), segments[pair.right].middle())
}

/// The nearest of some segments, and how far its middle is away, in `height`s.
fn nearest(segments: &[Segment], of: usize, others: &[usize], height: f32) -> Option<(usize, f32)> {
    let distance = |&other: &usize| {
        let step = (segments[other].middle() - segments[of].middle()).abs() / height;
        (other, step)
    };
    others.iter().map(distance).min_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)))
}

/// What tells whether `left` and `right` are read across. Lengths are in text heights, and
/// [`squash`]ed; what does not exist counts as far away.
fn features(
    segments: &[Segment],
    neighbours: &Neighbours,
    left: usize,
    right: usize,
    sources: &Sources<'_>,
) -> Vec<f32> {
    let (a, b) = (&segments[left], &segments[right]);
    let height = height_of(segments, left, right);
    let gap = (b.left - a.right) / height;
    let level = (b.middle() - a.middle()) / height;
    let flag = |it: bool| f32::from(u8::from(it));
    let is_same_line = a.line == b.line && a.words.end == b.words.start;
    let mut features = vec![
        squash(gap),
        (gap / 4.0).min(1.0),
        level.abs(),
        squash((b.bottom - a.bottom) / height),
        (a.height / b.height).ln(),
        flag(is_same_line),
        squash(gap - a.widest_gap.max(b.widest_gap)),
        squash(a.width() / height),
        squash(b.width() / height),
    ];

    // Alignment of each with the texts above and below it, and the steps to them.
    let far = 4.0;
    let mut steps = [far; 4];
    let mut next = [None; 4];
    let sides = [(left, &neighbours.above), (left, &neighbours.below)]
        .into_iter()
        .chain([(right, &neighbours.above), (right, &neighbours.below)]);
    for (side, (of, others)) in sides.enumerate() {
        let near = nearest(segments, of, &others[of], height);
        next[side] = near.map(|(other, _)| other);
        steps[side] = near.map_or(far, |(_, step)| step.min(far));
        let edges = near.map_or([far; 3], |(other, _)| {
            let (this, other) = (&segments[of], &segments[other]);
            let [left, right] = [this.left - other.left, this.right - other.right];
            [left, right, f32::midpoint(left, right)].map(|it| (it / height).clamp(-far, far))
        });
        features.extend([squash(edges[0]), squash(edges[1])]);
        features.extend(edges.map(|edge| flag(edge.abs() < 0.4)));
        features.push(squash(steps[side]));
        features.push(near.map_or(0.0, |(other, _)| {
            (segments[of].height / segments[other].height).ln().clamp(-1.0, 1.0)
        }));
    }
    // Whether the rows above and below are level too.
    for (one, other) in [(0, 2), (1, 3)] {
        let both = next[one].zip(next[other]);
        let off = both.map_or(1.0, |(one, other)| {
            let off = segments[other].middle() - segments[one].middle();
            ((off / height) - level).abs().min(1.0)
        });
        features.push(off);
        features.push(flag(both.is_some()));
        features.push(flag(both.is_some_and(|(one, other)| one == other)));
        features.push(flag(both.is_some_and(|(one, other)| {
            segments[one].right.max(a.right) + 0.3 * height < segments[other].left.min(b.left)
        })));
    }
    // How much is in the row.
    features.push(squash(neighbours.right[left].len() as f32));
    features.push(squash(neighbours.left[right].len() as f32));
    features.push(flag(neighbours.left[left].is_empty()));
    features.push(flag(neighbours.right[right].is_empty()));
    let ahead = neighbours.left[left].iter().map(|&it| a.left - segments[it].right);
    features.push(squash(ahead.fold(far * height, f32::min) / height));
    let after = neighbours.right[right].iter().map(|&it| segments[it].left - b.right);
    features.push(squash(after.fold(far * height, f32::min) / height));

    features.extend([a, b].into_iter().flat_map(|it| wording(&it.wording)));
    let continues = |from: Option<usize>, to: Option<usize>| match (from, to) {
        (Some(from), Some(to)) => segments[from]
            .wording
            .continues_in(&segments[to].wording, sources.ngram)
            .clamp(-2.0, 3.0),
        _ => 0.0,
    };
    let across = continues(Some(left), Some(right));
    let down_left = continues(Some(left), next[1]);
    let down_right = continues(next[2], Some(right));
    features.extend([across, down_left, down_right, across - down_right.max(0.0)]);
    // How alike the two columns are: width, and kind of content, with what is below them.
    for (of, below) in [(left, next[1]), (right, next[3])] {
        let alike = below.map_or(0.0, |below| {
            let (one, other) = (&segments[of], &segments[below]);
            (one.width() / other.width().max(1.0)).ln().clamp(-2.0, 2.0)
        });
        let digits =
            below.map_or(0.0, |below| segments[below].wording.digits - segments[of].wording.digits);
        features.extend([alike, digits.abs()]);
    }
    features.extend(ruling_lines(a, b, height, sources));
    features.extend(sources.graphics.panels.heights([&a.bounds(), &b.bounds()], height));
    features
}

/// What the words of one of them say.
fn wording(wording: &Wording) -> Vec<f32> {
    let flag = |it: bool| f32::from(u8::from(it));
    let mut features = vec![squash(wording.length as f32 / 4.0)];
    features.extend([wording.digits, wording.letters, wording.capitals]);
    features.extend(wording.begins.map(flag));
    features.extend(wording.ends.map(flag));
    features.extend(wording.marker.map(flag));
    features.push(flag(wording.leads));
    features.push(flag(wording.digits > wording.letters));
    features
}

/// Ruling lines between the two, outside of them, and above and below them.
fn ruling_lines(a: &Segment, b: &Segment, height: f32, sources: &Sources<'_>) -> Vec<f32> {
    let mut features = Vec::new();
    let rules = &sources.graphics.rules;
    let y = f32::midpoint(a.middle(), b.middle());
    let reach = 3.0 * height;
    for columns in [[a.right, b.left], [a.left - reach, a.left], [b.right, b.right + reach]] {
        features.push(f32::from(u8::from(rules.is_between_columns(columns, y))));
    }
    for rows in [[y - 2.5 * height, y - 0.3 * height], [y + 0.3 * height, y + 2.5 * height]] {
        for columns in [[a.left, a.right], [a.right, b.left], [b.left, b.right]] {
            features.push(squash(rules.between_rows(rows, columns) / height / 8.0));
        }
    }
    features
}
