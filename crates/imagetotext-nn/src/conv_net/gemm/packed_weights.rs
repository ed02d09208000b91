//! Weights in the order in which AVX2 and AVX-512 kernels read them.

use std::ops::Range;

use super::input_window::DOT_LEN;

/// Output channels of a [`WeightBlock`]: the 32-bit lanes of an AVX-512 register.
pub(super) const LANES: usize = 16;

/// Most blocks that a kernel computes side by side. More would need more registers than there are.
const MAX_GROUP_BLOCKS: usize = 4;

/// The weights of [`DOT_LEN`] inputs for [`LANES`] output channels, channel by channel.
pub(super) type WeightBlock = [i8; LANES * DOT_LEN];

/// The weights of a layer.
pub(super) struct PackedWeights {
    pub(super) output_channels: usize,
    pub(super) groups: Vec<ChannelGroup>,
}

/// Output channels that are computed together.
pub(super) struct ChannelGroup {
    pub(super) channels: Range<usize>,
    /// For each [`DOT_LEN`] inputs, a block for each [`LANES`] channels. The last block is filled up
    /// with zeros.
    pub(super) blocks: Vec<WeightBlock>,
    /// The factors of the dot products, block by block.
    pub(super) scales: Vec<[f32; LANES]>,
    /// What is added then.
    pub(super) biases: Vec<[f32; LANES]>,
}

impl PackedWeights {
    /// As [`super::Gemm::new`].
    pub(super) fn new(weights: &[i8], scales: &[f32], biases: &[f32]) -> Self {
        let output_channels = scales.len();
        let depth = weights.len() / output_channels.max(1);
        let mut groups = Vec::new();
        let mut first = 0;
        while first < output_channels {
            // As few groups as possible, of sizes as equal as possible.
            let blocks_left = (output_channels - first).div_ceil(LANES);
            let width = blocks_left.div_ceil(blocks_left.div_ceil(MAX_GROUP_BLOCKS));
            let channels = first..output_channels.min(first + width * LANES);
            let mut blocks = vec![[0; LANES * DOT_LEN]; depth / DOT_LEN * width];
            for channel in channels.clone() {
                let weights = weights[channel * depth..].as_chunks::<DOT_LEN>().0;
                let [column, lane] = [(channel - first) / LANES, (channel - first) % LANES];
                let blocks = blocks.iter_mut().skip(column).step_by(width);
                for (block, weights) in blocks.zip(weights) {
                    block.as_chunks_mut().0[lane] = *weights;
                }
            }
            let lanes = |values: &[f32]| {
                let mut lanes = vec![[0.0; LANES]; width];
                lanes.as_flattened_mut()[..channels.len()]
                    .copy_from_slice(&values[channels.clone()]);
                lanes
            };
            let (scales, biases) = (lanes(scales), lanes(biases));
            first = channels.end;
            groups.push(ChannelGroup { channels, blocks, scales, biases });
        }
        Self { output_channels, groups }
    }
}

/// The first pixel of each tile of `side` pixels in a row of `pixels`. The last tile overlaps the one
/// before where the row is no multiple of `side`.
pub(super) fn tile_starts(pixels: usize, side: usize) -> impl Iterator<Item = usize> {
    (0..pixels).step_by(side).map(move |first| first.min(pixels - side))
}

/// The outputs of a group for one pixel of a row.
pub(super) fn group_outputs<'a, T>(
    group: &ChannelGroup,
    row: &'a mut [T],
    output_channels: usize,
    pixel: usize,
) -> &'a mut [T] {
    let start = pixel * output_channels;
    &mut row[start + group.channels.start..start + group.channels.end]
}
