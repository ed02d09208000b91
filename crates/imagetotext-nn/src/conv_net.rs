//! Int8 convolutional networks, run without `rten`.
//!
//! Weights are `i8`, activations `u8` ([`feature_map`]), stored with the channels of a pixel next to
//! each other (NHWC). So the inputs of a convolution lie in memory in the order in which its dot
//! products ([`gemm`]) take them, and [`conv_layer`] needs no copy of them (im2col).

mod conv_layer;
mod feature_map;
mod gemm;
#[cfg(test)]
mod tests;

use rten_simd::{SimdOp as _, SimdUnaryOp as _};
use rten_vecmath::{LogSoftmax, Sigmoid};
use zeroize::Zeroizing;

use crate::model::checked_height;
use crate::{Model, Output, Parallelism, RunError};
pub(crate) use conv_layer::{ConvGeometry, ConvLayer, ConvParams};
use feature_map::FeatureMap;
pub(crate) use feature_map::INPUT_ZERO_POINT;

/// A network of int8 convolutions.
pub struct ConvNet {
    /// Height and width of the picture, where they are fixed.
    input_size: [Option<usize>; 2],
    /// Feature map 0 is the picture, and operation i computes feature map i + 1 from earlier ones.
    operations: Vec<Operation>,
    /// For each feature map, the rows and columns of border that the layers that read it need.
    borders: Vec<[usize; 2]>,
    /// For each feature map, the last operation that reads it.
    last_uses: Vec<usize>,
    /// Reads the last feature map.
    last_layer: ConvLayer,
    head: Head,
}

/// How a feature map is computed from earlier ones.
pub(crate) enum Operation {
    Conv {
        input: usize,
        layer: Box<ConvLayer>,
    },
    /// The sum of two, the second one upsampled by 2 (nearest neighbour) if `upsampled`.
    Add {
        inputs: [usize; 2],
        upsampled: bool,
    },
}

/// What turns the outputs of the last layer into those of the network.
#[derive(Clone, Copy)]
pub(crate) enum Head {
    /// `DepthToSpace` of four channels, then `Sigmoid`: probabilities `[1, 1, 2 · rows, 2 · columns]`.
    Heatmap,
    /// `LogSoftmax` over `classes` at each time step: log-probabilities `[steps, 1, classes]`. There is
    /// one row, and each of its pixels holds one or more steps.
    Sequence { classes: usize },
}

impl ConvNet {
    pub(crate) fn new(
        input_size: [Option<usize>; 2],
        operations: Vec<Operation>,
        last_layer: ConvLayer,
        head: Head,
    ) -> Self {
        let mut borders = vec![[0; 2]; operations.len() + 1];
        borders[operations.len()] = last_layer.padding();
        let mut last_uses = vec![0; operations.len() + 1];
        for (index, operation) in operations.iter().enumerate().rev() {
            let (inputs, border) = match operation {
                Operation::Conv { input, layer } => (vec![*input], layer.padding()),
                // The sum is written over one of its inputs.
                Operation::Add { inputs, .. } => (inputs.to_vec(), borders[index + 1]),
            };
            for input in inputs {
                for (most, needed) in borders[input].iter_mut().zip(border) {
                    *most = needed.max(*most);
                }
                last_uses[input] = index.max(last_uses[input]);
            }
        }
        Self { input_size, operations, borders, last_uses, last_layer, head }
    }

    fn forward(
        &self,
        pixels: &[f32],
        width: usize,
        parallelism: Parallelism<'_>,
    ) -> Result<Output, RunError> {
        let features = self.forward_features(pixels, width, parallelism)?;
        let output = self.last_layer.forward_f32(&features, parallelism)?;
        let mut values = Zeroizing::new(output.values);
        let mut pooled = Zeroizing::default();
        let shape = match self.head {
            Head::Heatmap => {
                Sigmoid {}.map_mut(&mut values);
                values = Zeroizing::new(depth_to_space(&values, output.columns));
                vec![1, 1, 2 * output.rows, 2 * output.columns]
            }
            Head::Sequence { .. } if output.rows != 1 => {
                return Err(RunError::InvalidModel("the network returns more than one row"));
            }
            Head::Sequence { classes } => {
                for step in values.chunks_exact_mut(classes) {
                    LogSoftmax::new_mut(step).dispatch();
                }
                pooled = Zeroizing::new(features.pooled());
                vec![values.len() / classes, 1, classes]
            }
        };
        Ok(Output { shape, values, features: pooled })
    }

    /// The feature map that the last layer reads.
    fn forward_features(
        &self,
        pixels: &[f32],
        width: usize,
        parallelism: Parallelism<'_>,
    ) -> Result<FeatureMap, RunError> {
        let picture = FeatureMap::from_pixels(pixels, width, self.borders[0]);
        let mut maps: Vec<Option<FeatureMap>> = vec![Some(picture)];
        for (index, operation) in self.operations.iter().enumerate() {
            let output = match operation {
                Operation::Conv { input, layer } => {
                    layer.forward_u8(get(&maps, *input)?, self.borders[index + 1], parallelism)?
                }
                Operation::Add { inputs: [a, b], upsampled } => {
                    let mut sum = match &maps[*a] {
                        Some(map) if self.last_uses[*a] > index => Some(map.clone()),
                        _ => maps[*a].take(),
                    }
                    .ok_or(FREED)?;
                    sum.add(get(&maps, *b)?, if *upsampled { 2 } else { 1 })?;
                    sum
                }
            };
            for (map, &last) in maps.iter_mut().zip(&self.last_uses) {
                if last <= index {
                    *map = None;
                }
            }
            maps.push(Some(output));
        }
        maps.pop().flatten().ok_or(FREED)
    }
}

/// An operation reads a feature map after its last use, as when both summands are the same one.
const FREED: RunError = RunError::InvalidModel("a layer of the network reads a value that is gone");

fn get(maps: &[Option<FeatureMap>], index: usize) -> Result<&FeatureMap, RunError> {
    maps.get(index).and_then(Option::as_ref).ok_or(FREED)
}

impl Model for ConvNet {
    fn input_size(&self) -> [Option<usize>; 2] {
        self.input_size
    }

    fn run(
        &self,
        pixels: &[f32],
        width: usize,
        parallelism: Parallelism<'_>,
    ) -> Result<Output, RunError> {
        checked_height(pixels, width, self.input_size)?;
        match parallelism {
            Parallelism::Pool(pool) => pool.run(|| self.forward(pixels, width, parallelism)),
            Parallelism::CallingThread => self.forward(pixels, width, parallelism),
        }
    }
}

/// `DepthToSpace` of ONNX: the four channels of each pixel become two by two pixels. `values` are rows
/// of `columns` pixels.
fn depth_to_space(values: &[f32], columns: usize) -> Vec<f32> {
    let rows = values.as_chunks::<4>().0.chunks_exact(columns);
    let half = |row: &[[f32; 4]], from: usize| -> Vec<f32> {
        row.iter().flat_map(|channels| [channels[from], channels[from + 1]]).collect()
    };
    rows.flat_map(|row| [half(row, 0), half(row, 2)]).flatten().collect()
}
