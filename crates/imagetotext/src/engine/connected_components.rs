//! Connected components of a text map, labelled run by run with union-find.

use super::detect::TextMap;

/// Tuned numbers of this stage. Not fitted to pictures: they follow from the shape of a band.
struct Tuning {
    /// Length of a component in its thicknesses from which its slope means something.
    min_length: f32,
    /// Cells from end to end: a slope of less is rounding.
    min_rise: f32,
    /// Times the variance of a band of the same thickness; two lines that touch have more,
    /// for the gap between them.
    max_variance: f32,
    /// Squared cells added to that, for what thin lines gain by rounding.
    variance_slack: f32,
    /// Share of the height of the letters from which a column shows letters, and not the dots of a
    /// leader.
    letter_share: f32,
    /// Share of the columns with letters from which the line has no leader.
    plain_share: f32,
    /// Columns with letters that a line has at least, in heights of the letters.
    min_letters: f32,
    /// How far from a letter the leader is looked at, in heights of the letters.
    beside: f32,
    /// How much lower than the letters a leader is at least, in their heights.
    min_offset: f32,
}

const TUNING: Tuning = Tuning {
    min_length: 3.0,
    min_rise: 0.75,
    max_variance: 1.8,
    variance_slack: 1.0,
    letter_share: 0.75,
    plain_share: 0.7,
    min_letters: 1.0,
    beside: 1.0,
    min_offset: 0.12,
};

/// Neighbouring cells of one row: columns `start` to `end`, exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PixelRun {
    pub(super) y: usize,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Cells that touch, with their moments weighted by probability; units are cells.
#[derive(Debug)]
pub(super) struct Component {
    pub(super) runs: Vec<PixelRun>,
    /// First column.
    pub(super) left: usize,
    /// Column after the last.
    pub(super) right: usize,
    /// Columns with cells; all between left and right, unless this is a part of one.
    columns: usize,
    /// Sum of the probabilities.
    pub(super) mass: f32,
    /// Centre of mass.
    pub(super) centre: [f32; 2],
    /// Variance along x, covariance, variance along y.
    spread: [f32; 3],
}

/// Where the letters of a component are, in cells.
#[derive(Debug, Clone, Copy)]
pub(super) struct Band {
    pub(super) slope: f32,
    pub(super) thickness: f32,
    /// A point of the middle line.
    pub(super) centre: [f32; 2],
}

/// The connected components of the cells `within` whose probability is at least `threshold`.
pub(super) fn connected_components(
    map: &TextMap,
    within: impl Iterator<Item = PixelRun>,
    threshold: f32,
) -> Vec<Component> {
    let runs: Vec<PixelRun> =
        within.flat_map(|run| runs_above_threshold(map, run, threshold)).collect();
    let labels = label(&runs);
    let mut groups: Vec<Vec<PixelRun>> = Vec::new();
    let mut group_of = vec![usize::MAX; runs.len()];
    for (run, label) in runs.iter().zip(labels) {
        if group_of[label] == usize::MAX {
            group_of[label] = groups.len();
            groups.push(Vec::new());
        }
        groups[group_of[label]].push(*run);
    }
    groups.into_iter().map(|runs| Component::new(runs, map)).collect()
}

fn runs_above_threshold(map: &TextMap, within: PixelRun, threshold: f32) -> Vec<PixelRun> {
    let row = &map.cells[within.y * map.width..][..map.width];
    let mut runs = Vec::new();
    let mut x = within.start;
    while x < within.end {
        if row[x] < threshold {
            x += 1;
            continue;
        }
        let start = x;
        while x < within.end && row[x] >= threshold {
            x += 1;
        }
        runs.push(PixelRun { y: within.y, start, end: x });
    }
    runs
}

/// For each run the index of a run that represents its component: runs that touch in neighbouring
/// rows, corners included, belong together. `runs` are sorted by row, then by column.
fn label(runs: &[PixelRun]) -> Vec<usize> {
    let mut parents: Vec<usize> = (0..runs.len()).collect();
    let mut above = 0;
    for (index, run) in runs.iter().enumerate() {
        while runs[above].y + 1 < run.y
            || (runs[above].y + 1 == run.y && runs[above].end < run.start)
        {
            above += 1;
        }
        let touching = runs[above..index].iter().take_while(|o| o.y < run.y && o.start <= run.end);
        for offset in 0..touching.count() {
            let (a, b) = (find_root(&mut parents, above + offset), find_root(&mut parents, index));
            parents[a.max(b)] = a.min(b);
        }
    }
    (0..runs.len()).map(|index| find_root(&mut parents, index)).collect()
}

fn find_root(parents: &mut [usize], mut index: usize) -> usize {
    while parents[index] != index {
        parents[index] = parents[parents[index]];
        index = parents[index];
    }
    index
}

impl Component {
    fn new(runs: Vec<PixelRun>, map: &TextMap) -> Self {
        let left = runs.iter().map(|run| run.start).min().unwrap_or(0);
        let right = runs.iter().map(|run| run.end).max().unwrap_or(0);
        let columns = right - left;
        // Sums of p, p·x, p·y, p·x², p·x·y, p·y²; x and y from a near origin, for precision.
        let origin = [left as f32, runs.first().map_or(0, |run| run.y) as f32];
        let mut sums = [0.0_f32; 6];
        for run in &runs {
            let y = run.y as f32 - origin[1];
            let cells = &map.cells[run.y * map.width + run.start..run.y * map.width + run.end];
            let [mut row, mut row_x, mut row_xx] = [0.0_f32; 3];
            for (offset, &p) in cells.iter().enumerate() {
                let x = (run.start + offset) as f32 - origin[0];
                row += p;
                row_x += p * x;
                row_xx += p * x * x;
            }
            let terms = [row, row_x, row * y, row_xx, row_x * y, row * y * y];
            sums.iter_mut().zip(terms).for_each(|(sum, term)| *sum += term);
        }
        let [mass, x, y, xx, xy, yy] = sums;
        let per = 1.0 / mass.max(f32::MIN_POSITIVE);
        let [x, y] = [x * per, y * per];
        Self {
            left,
            right,
            columns,
            mass,
            centre: [x + origin[0], y + origin[1]],
            spread: [xx * per - x * x, xy * per - x * y, yy * per - y * y],
            runs,
        }
    }

    /// Slope of the axis and mean thickness across it, in cells, of a component that is about level.
    pub(super) fn axis(&self) -> (f32, f32) {
        let length = self.columns as f32;
        let thickness = self.mass / length;
        let [xx, xy, _] = self.spread;
        let slope = if xx > 0.0 { xy / xx } else { 0.0 };
        if length < TUNING.min_length * thickness || (slope * length).abs() < TUNING.min_rise {
            return (0.0, thickness);
        }
        (slope, thickness / (1.0 + slope * slope).sqrt())
    }

    /// The columns of a line that show letters and the others, where these are many: the dots of a leader,
    /// which are thinner and lower, and would tilt the axis and halve the height.
    pub(super) fn letters_and_leader(&self, map: &TextMap) -> Option<[Self; 2]> {
        let mut thickness = vec![0.0_f32; self.right - self.left];
        for run in &self.runs {
            let cells = &map.cells[run.y * map.width..][run.start..run.end];
            for (sum, cell) in thickness[run.start - self.left..].iter_mut().zip(cells) {
                *sum += cell;
            }
        }
        let mut highest = thickness.clone();
        highest.sort_by(|a, b| b.total_cmp(a));
        // The height that enough columns reach for a letter or two of it.
        let enough = |&(place, height): &(usize, &f32)| place as f32 >= TUNING.min_letters * height;
        let (_, &height) = highest.iter().enumerate().find(enough)?;
        let is_letter = |column: usize| thickness[column] >= TUNING.letter_share * height;
        let columns = (0..thickness.len()).filter(|&column| is_letter(column)).count();
        if columns as f32 >= TUNING.plain_share * thickness.len() as f32 {
            return None;
        }
        // Columns beside a letter show some of it.
        let reach = (TUNING.beside * height) as usize;
        let mut is_leader = vec![true; thickness.len()];
        for column in (0..thickness.len()).filter(|&column| is_letter(column)) {
            let end = (column + reach + 1).min(thickness.len());
            is_leader[column.saturating_sub(reach)..end].fill(false);
        }
        let part = |belongs: &dyn Fn(usize) -> bool| {
            let of_part = |run: &PixelRun| {
                let columns = (run.start..run.end).filter(|column| belongs(column - self.left));
                let run = |start| PixelRun { y: run.y, start, end: start + 1 };
                columns.map(run).collect::<Vec<_>>()
            };
            let runs = self.runs.iter().flat_map(of_part).collect();
            let columns = (0..thickness.len()).filter(|&column| belongs(column)).count();
            Self { columns, ..Self::new(runs, map) }
        };
        let (letters, leader) = (part(&is_letter), part(&|column| is_leader[column]));
        if leader.columns == 0 {
            return None;
        }
        let (slope, _) = leader.axis();
        let [right, down] = [0, 1].map(|axis| leader.centre[axis] - letters.centre[axis]);
        let is_lower = down - slope * right > TUNING.min_offset * height;
        let is_long = leader.columns as f32 > TUNING.min_length * height;
        (is_lower && is_long && letters.is_single_line()).then_some([letters, leader])
    }

    /// The middle of each column, in cells.
    pub(super) fn column_centres(&self, map: &TextMap) -> Vec<f32> {
        let mut sums = vec![[0.0_f32; 2]; self.right - self.left];
        for run in &self.runs {
            let cells = &map.cells[run.y * map.width..][run.start..run.end];
            for ([mass, moment], cell) in sums[run.start - self.left..].iter_mut().zip(cells) {
                *mass += cell;
                *moment += cell * run.y as f32;
            }
        }
        sums.into_iter().map(|[mass, moment]| moment / mass.max(f32::MIN_POSITIVE)).collect()
    }

    /// Centre, slope and thickness of the letters, in cells.
    pub(super) fn band(&self, map: &TextMap) -> Band {
        let Some([letters, leader]) = self.letters_and_leader(map) else {
            let (slope, thickness) = self.axis();
            return Band { slope, thickness, centre: self.centre };
        };
        let (slope, thickness) = letters.axis();
        // The longer one knows the slope better.
        let slope = if leader.columns > letters.columns { leader.axis().0 } else { slope };
        Band { slope, thickness, centre: letters.centre }
    }

    /// Whether it looks like one line and not like two that touch: a band of thickness t around
    /// its axis has a variance of t² / 12 across it.
    pub(super) fn is_single_line(&self) -> bool {
        let (slope, thickness) = self.axis();
        let [xx, xy, yy] = self.spread;
        let across = yy - 2.0 * slope * xy + slope * slope * xx;
        across * 12.0 < TUNING.max_variance * thickness * thickness + TUNING.variance_slack
    }
}

#[cfg(test)]
mod tests;
