//! Sums of products of whole numbers, the one thing that networks spend their time on.
//!
//! A processor adds the products of four values and four weights of eight bits in one step, for many
//! outputs at once. The values of a place lie beside each other ([`super::map`]), so each four of them
//! are read where they are; only the weights are brought into order, once.

#[cfg(target_arch = "x86_64")]
mod avx2;
#[cfg(target_arch = "x86_64")]
mod avx512;
mod portable;
#[cfg(test)]
mod tests;

use fearless_simd::Level;

/// Values whose products are added in one step.
pub(super) const DEPTH: usize = 4;

/// Outputs that are computed side by side.
const WIDTH: usize = 16;

/// Blocks that are computed side by side at most.
const MOST: usize = 4;

/// Weights of [`DEPTH`] values for [`WIDTH`] outputs, output by output.
type Block = [i8; WIDTH * DEPTH];

/// The weights of a layer, and what makes its outputs of their sums.
pub(super) struct Weights {
    outputs: usize,
    groups: Vec<Group>,
}

/// Outputs that are computed together; where their number is no multiple of [`WIDTH`], the last ones
/// stand for nothing.
struct Group {
    outputs: std::ops::Range<usize>,
    /// For each [`DEPTH`] values, a block for each [`WIDTH`] outputs.
    blocks: Vec<Block>,
    /// By how much each sum counts, and what is added to it then.
    scales: Vec<[f32; WIDTH]>,
    biases: Vec<[f32; WIDTH]>,
}

/// What a row of outputs is made of.
#[derive(Clone, Copy)]
pub(super) struct Seen<'a> {
    pub(super) values: &'a [u8],
    /// Where the runs of values begin that the first place of the row sees.
    pub(super) runs: &'a [usize],
    /// Values in a run, a multiple of [`DEPTH`].
    pub(super) length: usize,
    /// Values from what one place sees to what the next one does.
    pub(super) step: usize,
}

impl Weights {
    /// `weights` has as many values as a place sees, for one output after the other; `scales` and `biases`
    /// have one for each output.
    pub(super) fn new(weights: &[i8], scales: &[f32], biases: &[f32]) -> Self {
        let outputs = scales.len();
        let depth = weights.len() / outputs.max(1);
        let mut groups = Vec::new();
        let mut first = 0;
        while first < outputs {
            // As many groups as are needed, as equal as they can be.
            let left = (outputs - first).div_ceil(WIDTH);
            let width = left.div_ceil(left.div_ceil(MOST));
            let some = first..outputs.min(first + width * WIDTH);
            let mut blocks = vec![[0; WIDTH * DEPTH]; depth / DEPTH * width];
            for output in some.clone() {
                let weights = weights[output * depth..].as_chunks::<DEPTH>().0;
                let [column, lane] = [(output - first) / WIDTH, (output - first) % WIDTH];
                let blocks = blocks.iter_mut().skip(column).step_by(width);
                for (block, weights) in blocks.zip(weights) {
                    block.as_chunks_mut().0[lane] = *weights;
                }
            }
            let lanes = |values: &[f32]| {
                let mut lanes = vec![[0.0; WIDTH]; width];
                lanes.as_flattened_mut()[..some.len()].copy_from_slice(&values[some.clone()]);
                lanes
            };
            let (scales, biases) = (lanes(scales), lanes(biases));
            first = some.end;
            groups.push(Group { outputs: some, blocks, scales, biases });
        }
        Self { outputs, groups }
    }

    /// The outputs of a row as the nearest whole numbers from 0 to 255: `row` has all outputs of one
    /// place after the other.
    pub(super) fn levels(&self, seen: Seen<'_>, row: &mut [u8]) {
        let level = Level::new();
        for group in &self.groups {
            #[cfg(target_arch = "x86_64")]
            if let Some(avx512) = level.as_avx512() {
                avx512::levels(avx512, group, seen, row, self.outputs);
                continue;
            } else if let Some(avx2) = level.as_avx2() {
                avx2::levels(avx2, group, seen, row, self.outputs);
                continue;
            }
            portable::levels(group, seen, row, self.outputs);
        }
    }

    /// The outputs of a row as they are.
    pub(super) fn numbers(&self, seen: Seen<'_>, row: &mut [f32]) {
        let level = Level::new();
        for group in &self.groups {
            #[cfg(target_arch = "x86_64")]
            if let Some(avx512) = level.as_avx512() {
                avx512::numbers(avx512, group, seen, row, self.outputs);
                continue;
            } else if let Some(avx2) = level.as_avx2() {
                avx2::numbers(avx2, group, seen, row, self.outputs);
                continue;
            }
            portable::numbers(group, seen, row, self.outputs);
        }
    }
}

impl Seen<'_> {
    /// The run that begins at `start` for the first place, as the `place`-th one sees it.
    #[inline]
    fn run(&self, start: usize, place: usize) -> &[[u8; DEPTH]] {
        let start = start + place * self.step;
        let count = self.length / DEPTH;
        // The second bound looks needless, but tells the compiler how many there are.
        &self.values[start..start + self.length].as_chunks().0[..count]
    }
}

/// The first of each `side` of `places` places; the last ones may be among those before.
fn tiles(places: usize, side: usize) -> impl Iterator<Item = usize> {
    (0..places).step_by(side).map(move |first| first.min(places - side))
}

/// Where the outputs of a group stand in a row.
fn place<'a, T>(group: &Group, row: &'a mut [T], outputs: usize, place: usize) -> &'a mut [T] {
    let start = place * outputs;
    &mut row[start + group.outputs.start..start + group.outputs.end]
}
