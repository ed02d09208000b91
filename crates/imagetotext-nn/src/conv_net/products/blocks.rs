//! Weights in the order in which processors with AVX2 or AVX-512 read them.

use std::ops::Range;

use fearless_simd::{Avx2, Avx512, Level};

use super::{DEPTH, Seen, avx2, avx512};

/// Outputs that are computed side by side.
pub(super) const WIDTH: usize = 16;

/// Blocks that are computed side by side at most.
const MOST: usize = 4;

/// Weights of [`DEPTH`] values for [`WIDTH`] outputs, output by output.
pub(super) type Block = [i8; WIDTH * DEPTH];

/// The weights of a layer.
pub(in crate::conv_net) struct Blocks {
    processor: Processor,
    outputs: usize,
    groups: Vec<Group>,
}

/// What the processor can do.
#[derive(Debug, Clone, Copy)]
pub(super) enum Processor {
    Avx2(Avx2),
    Avx512(Avx512),
}

/// Outputs that are computed together; where their number is no multiple of [`WIDTH`], the last ones
/// stand for nothing.
pub(super) struct Group {
    pub(super) outputs: Range<usize>,
    /// For each [`DEPTH`] values, a block for each [`WIDTH`] outputs.
    pub(super) blocks: Vec<Block>,
    pub(super) scales: Vec<[f32; WIDTH]>,
    pub(super) biases: Vec<[f32; WIDTH]>,
}

impl Blocks {
    /// As [`super::Weights::new`]; `None` where the processor has no such instructions.
    pub(super) fn new(weights: &[i8], scales: &[f32], biases: &[f32]) -> Option<Self> {
        let level = Level::new();
        let processor = level
            .as_avx512()
            .map(Processor::Avx512)
            .or_else(|| level.as_avx2().map(Processor::Avx2))?;
        Some(Self::with(processor, weights, scales, biases))
    }

    pub(super) fn with(
        processor: Processor,
        weights: &[i8],
        scales: &[f32],
        biases: &[f32],
    ) -> Self {
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
        Self { processor, outputs, groups }
    }

    pub(super) fn levels(&self, seen: Seen<'_>, row: &mut [u8]) {
        for group in &self.groups {
            match self.processor {
                Processor::Avx2(it) => avx2::levels(it, group, seen, row, self.outputs),
                Processor::Avx512(it) => avx512::levels(it, group, seen, row, self.outputs),
            }
        }
    }

    pub(super) fn numbers(&self, seen: Seen<'_>, row: &mut [f32]) {
        for group in &self.groups {
            match self.processor {
                Processor::Avx2(it) => avx2::numbers(it, group, seen, row, self.outputs),
                Processor::Avx512(it) => avx512::numbers(it, group, seen, row, self.outputs),
            }
        }
    }
}

/// The first of each `side` of `places` places; the last ones may be among those before.
pub(super) fn tiles(places: usize, side: usize) -> impl Iterator<Item = usize> {
    (0..places).step_by(side).map(move |first| first.min(places - side))
}

/// Where the outputs of a group stand in a row.
pub(super) fn place<'a, T>(
    group: &Group,
    row: &'a mut [T],
    outputs: usize,
    place: usize,
) -> &'a mut [T] {
    let start = place * outputs;
    &mut row[start + group.outputs.start..start + group.outputs.end]
}
