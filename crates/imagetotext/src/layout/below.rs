//! Rows one below the other, and the evidence whether they are in one block.

use super::across::MOST;
use super::neighbours::{self, Extent};
use super::row::Row;
use super::ruled_rows::RuledRows;
use super::segment::{Segment, median};
use super::{Sources, squash};

/// Two rows with nothing between them.
#[derive(Debug, Clone)]
pub(super) struct Below {
    pub(super) upper: usize,
    pub(super) lower: usize,
    /// What the networks see; see `features`.
    #[cfg_attr(not(feature = "layout-training"), expect(dead_code, reason = "for training"))]
    pub(super) features: Vec<f32>,
    /// Logarithm of the odds that both are in one block.
    pub(super) same_block: f32,
    /// The same for being lines of one row of a table or of one item, if they are in one block.
    pub(super) same_row: f32,
}

/// All pairs of a page that no panel keeps apart.
pub(super) fn pairs(segments: &[Segment], rows: &[Row], sources: &Sources<'_>) -> Vec<Below> {
    let unit = median(rows.iter().map(|row| row.height).collect()).unwrap_or(1.0);
    let extents = rows.iter().map(|row| Extent {
        from: row.left - ASIDE / 2.0 * row.height,
        to: row.right + ASIDE / 2.0 * row.height,
        place: row.middle(),
    });
    let below = neighbours::next(&extents.collect::<Vec<_>>(), unit, |a, b| {
        let (a, b) = (&rows[a], &rows[b]);
        b.middle() - a.middle() > 0.4 * a.height.min(b.height) && aside(a, b) < ASIDE
    });
    let mut below = without_skipped(rows, below);
    let ruled = RuledRows::of(rows, &sources.graphics.rules, unit);
    ruled.settle(&mut below);
    let above = neighbours::reverse(&below);
    let mut page = Page { segments, rows, below: &below, above: &above, pitch: 1.0 };
    page.pitch = page.usual_pitch();
    let both = below.iter().enumerate();
    let both = both.flat_map(|(upper, lowers)| lowers.iter().map(move |&lower| (upper, lower)));
    let panels = &sources.graphics.panels;
    let is_divided = |upper: usize, lower: usize| {
        let [upper, lower] = [upper, lower].map(|it| rows[it].bounds());
        panels.divide(&upper, &lower) || panels.end_between(&upper, &lower)
    };
    let both = both.filter(|&(upper, lower)| !is_divided(upper, lower));
    both.map(|(upper, lower)| {
        let features = page.features(upper, lower, sources);
        let evidence = sources.networks.below.run(&features);
        let evidence = |output: usize| evidence.get(output).copied().unwrap_or(0.0);
        let [same_block, same_row] = match ruled.are_one(upper, lower) {
            Some(true) => [evidence(0).max(MOST), evidence(1).max(MOST)],
            Some(false) => [evidence(0).max(MOST), evidence(1).min(-MOST)],
            None => [evidence(0), evidence(1)],
        };
        Below { upper, lower, features, same_block, same_row }
    })
    .collect()
}

/// The text height that lengths are measured in: that of the smaller one, at least half of the larger.
fn height_of(a: &Row, b: &Row) -> f32 {
    a.height.min(b.height).max(0.5 * a.height.max(b.height))
}

/// Base line of the first line of a row.
fn top(row: &Row) -> f32 {
    row.bottom.min(row.top + row.height)
}

/// Upper edge of the last line of a row.
fn base(row: &Row) -> f32 {
    row.top.max(row.bottom - row.height)
}

/// How far the first line of the lower row is below the last one of the upper, in text heights.
fn step(a: &Row, b: &Row) -> f32 {
    (top(b) - base(a)) / height_of(a, b)
}

/// How far aside of each other two rows may be, in text heights: as an indented line of code and the brace
/// below it.
const ASIDE: f32 = 4.0;

/// The horizontal distance of two rows, in text heights; below 0 where one is over the other.
fn aside(a: &Row, b: &Row) -> f32 {
    (a.left.max(b.left) - a.right.min(b.right)) / a.height.min(b.height)
}

/// Without the rows between which and the upper one there is another row.
fn without_skipped(rows: &[Row], below: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
    let is_between = |upper: usize, between: usize, lower: usize| {
        let [upper, between, lower] = [upper, between, lower].map(|it| &rows[it]);
        let step = lower.middle() - between.middle();
        step > 0.4 * lower.height.min(between.height)
            && aside(upper, between) < 0.0
            && aside(between, lower) < ASIDE
    };
    let keep = |(upper, lowers): (usize, Vec<usize>)| {
        let is_next =
            |&lower: &usize| !lowers.iter().any(|&between| is_between(upper, between, lower));
        lowers.iter().copied().filter(is_next).collect()
    };
    below.into_iter().enumerate().map(keep).collect()
}

/// What the features are taken from.
struct Page<'a> {
    segments: &'a [Segment],
    rows: &'a [Row],
    below: &'a [Vec<usize>],
    above: &'a [Vec<usize>],
    /// The usual distance of the base lines of two rows, in text heights.
    pitch: f32,
}

impl Page<'_> {
    /// The nearest of some rows.
    fn nearest(&self, of: usize, others: &[usize]) -> Option<usize> {
        let distance = |it: &usize| (self.rows[*it].middle() - self.rows[of].middle()).abs();
        others.iter().copied().min_by(|a, b| distance(a).total_cmp(&distance(b)).then(a.cmp(b)))
    }

    fn usual_pitch(&self) -> f32 {
        let nearest = (0..self.rows.len()).filter_map(|upper| {
            let lower = self.nearest(upper, &self.below[upper])?;
            Some(step(&self.rows[upper], &self.rows[lower]))
        });
        median(nearest.collect()).unwrap_or(1.5)
    }

    /// What tells whether two rows are in one block. Lengths are in text heights.
    fn features(&self, upper: usize, lower: usize, sources: &Sources<'_>) -> Vec<f32> {
        let (ngram, rules) = (sources.ngram, &sources.graphics.rules);
        let (a, b) = (&self.rows[upper], &self.rows[lower]);
        let height = height_of(a, b);
        let flag = |it: bool| f32::from(u8::from(it));
        let far = 6.0;
        let step = step(a, b);
        let (over, under) =
            (self.nearest(upper, &self.above[upper]), self.nearest(lower, &self.below[lower]));
        let step_over = over.map_or(far, |it| (top(a) - base(&self.rows[it])) / height).min(far);
        let step_under = under.map_or(far, |it| (top(&self.rows[it]) - base(b)) / height).min(far);
        let mut features = vec![
            squash((b.top - a.bottom) / height),
            squash(step),
            (step.max(0.05) / self.pitch.max(0.3)).ln().clamp(-2.0, 2.0),
            (step.max(0.05) / step_over.max(0.3)).ln().clamp(-2.0, 2.0),
            (step.max(0.05) / step_under.max(0.3)).ln().clamp(-2.0, 2.0),
            flag(over.is_some()),
            flag(under.is_some()),
            (a.height / b.height).ln(),
            (a.height / b.height).ln().abs(),
            squash(a.width() / height),
            squash(b.width() / height),
            (a.width() / b.width().max(1.0)).ln().clamp(-3.0, 3.0),
            ((a.right.min(b.right) - a.left.max(b.left)) / a.width().min(b.width()).max(1.0))
                .max(-1.0),
            squash(self.below[upper].len() as f32),
            squash(self.above[lower].len() as f32),
            flag(self.nearest(upper, &self.below[upper]) == Some(lower)),
            flag(self.nearest(lower, &self.above[lower]) == Some(upper)),
        ];
        let edges = |one: &Row, other: &Row| {
            let [left, right] = [other.left - one.left, other.right - one.right];
            [left, right, f32::midpoint(left, right)].map(|it| it / height)
        };
        for pair in
            [Some((a, b)), over.map(|it| (&self.rows[it], a)), under.map(|it| (b, &self.rows[it]))]
        {
            let edges = pair.map_or([far; 3], |(one, other)| edges(one, other));
            features.extend(edges.map(squash));
            features.extend(edges.map(|edge| flag(edge.abs() < 0.4)));
            features.push(pair.map_or(0.0, |(one, other)| (one.height / other.height).ln()));
        }
        // Cells that stand in one column.
        let (cells, aligned) = (self.columns(b), self.aligned(a, b, height));
        features.push(squash(a.cells.len() as f32));
        features.push(squash(b.cells.len() as f32));
        features.push(flag(a.cells.len() == b.cells.len()));
        features.push(flag(a.cells.len() > 1));
        features.push(flag(b.cells.len() > 1));
        features.push(aligned as f32 / cells.len().max(1) as f32);
        features.push(aligned as f32 / a.cells.len().max(1) as f32);
        // Below the first cell of a row, or below another one only.
        let first = self.columns(a).first().copied().unwrap_or([0.0; 2]);
        features.push(flag(a.cells.len() > 1 && b.left >= first[1]));

        let [a_first, a_last] = a.ends().map(|it| &self.segments[it].wording);
        let [b_first, b_last] = b.ends().map(|it| &self.segments[it].wording);
        features.extend(a_first.marker.map(flag));
        features.extend(b_first.marker.map(flag));
        features.extend(a_first.begins.map(flag));
        features.extend(b_first.begins.map(flag));
        features.extend(a_last.ends.map(flag));
        features.extend(b_last.ends.map(flag));
        for wording in [a_first, a_last, b_first, b_last] {
            features.extend([wording.digits, wording.capitals, flag(wording.leads)]);
            features.push(flag(wording.code));
            features.push(squash(wording.length as f32 / 4.0));
        }
        features.push(a_last.continues_in(b_first, ngram).clamp(-2.0, 3.0));
        let other = over.map_or(0.0, |over| {
            let over = &self.segments[self.rows[over].ends()[1]].wording;
            over.continues_in(a_first, ngram).clamp(-2.0, 3.0)
        });
        features.push(other);
        // Ruling lines: between the two, above and below them, and beside them.
        let (upper_middle, lower_middle) = (base(a) + a.height / 2.0, top(b) - b.height / 2.0);
        let columns = [a.left.max(b.left), a.right.min(b.right)];
        let between = rules.between_rows([upper_middle, lower_middle], columns);
        features.push(flag(between > 0.0));
        features.push(squash(between / height));
        features.push((between / a.width().max(b.width()).max(1.0)).min(3.0));
        let over =
            rules.between_rows([a.top - 1.5 * height, a.top + 0.3 * height], [a.left, a.right]);
        let under = rules
            .between_rows([b.bottom - 0.3 * height, b.bottom + 1.5 * height], [b.left, b.right]);
        features.extend([squash(over / height), squash(under / height)]);
        for row in [a, b] {
            let middle = row.middle();
            let reach = 4.0 * height;
            features.push(flag(rules.is_between_columns([row.left - reach, row.left], middle)));
            features.push(flag(rules.is_between_columns([row.right, row.right + reach], middle)));
        }
        let sides = [a.left.min(b.left) - 2.0 * height, a.right.max(b.right) + 2.0 * height];
        let crossing = rules.crossing([a.middle(), b.middle()], sides);
        features.extend([squash(crossing as f32), flag(crossing > 2)]);
        features.extend(sources.graphics.panels.heights([&a.bounds(), &b.bounds()], height));
        features
    }

    /// Where the cells of a row are.
    fn columns(&self, row: &Row) -> Vec<[f32; 2]> {
        let extent = |cell: &Vec<usize>| {
            let all = cell.iter().map(|&it| &self.segments[it]);
            all.fold([f32::INFINITY, f32::NEG_INFINITY], |[left, right], it| {
                [left.min(it.left), right.max(it.right)]
            })
        };
        row.cells.iter().map(extent).collect()
    }

    /// How many cells of `b` share an edge or the middle with a cell of `a`.
    fn aligned(&self, a: &Row, b: &Row, height: f32) -> usize {
        let columns = self.columns(a);
        let shares = |cell: &&[f32; 2]| {
            columns.iter().any(|it| {
                let [left, right] = [cell[0] - it[0], cell[1] - it[1]];
                [left, right, f32::midpoint(left, right)].iter().any(|it| it.abs() < 0.5 * height)
            })
        };
        self.columns(b).iter().filter(shares).count()
    }
}
