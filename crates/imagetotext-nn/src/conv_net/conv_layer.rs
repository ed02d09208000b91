//! An int8 convolution over a [`FeatureMap`].

use rayon::prelude::*;

use super::feature_map::FeatureMap;
use super::gemm::{DOT_LEN, Gemm, InputWindow, MAX_WEIGHT};
use crate::{Parallelism, RunError};

/// The attributes of an ONNX `Conv`: rows first, columns second.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct ConvGeometry {
    pub(crate) kernel: [usize; 2],
    pub(crate) stride: [usize; 2],
    /// Pixels of padding on each of the two sides.
    pub(crate) padding: [usize; 2],
    pub(crate) dilation: [usize; 2],
}

/// What a [`ConvLayer`] is built from.
pub(crate) struct ConvParams<'a> {
    pub(crate) geometry: ConvGeometry,
    pub(crate) input_channels: usize,
    /// `[output channels, input channels, kernel rows, kernel columns]`, at most [`MAX_WEIGHT`] either
    /// way.
    pub(crate) weights: &'a [i8],
    /// For each output channel, the factor of its dot product.
    pub(crate) scales: &'a [f32],
    /// For each output channel, what is added then.
    pub(crate) biases: &'a [f32],
}

/// A convolution with its weights packed for this processor.
pub(crate) struct ConvLayer {
    geometry: ConvGeometry,
    input_channels: usize,
    output_channels: usize,
    /// The pixels that the kernel covers, as spans of pixels that lie next to each other: kernel row and
    /// column where each begins. A whole kernel row is one span, unless columns are dilated.
    spans: Vec<[usize; 2]>,
    /// Values in a span, rounded up to a multiple of [`DOT_LEN`]; the surplus ones have weight 0.
    span_len: usize,
    gemm: Gemm,
}

/// Outputs that are not quantised, row by row, pixel by pixel.
#[derive(Debug, PartialEq)]
pub(super) struct ConvOutput {
    pub(super) values: Vec<f32>,
    pub(super) rows: usize,
    pub(super) columns: usize,
}

impl ConvLayer {
    /// `None` when the lengths of weights, scales and biases do not fit together, or a weight is too
    /// large.
    pub(crate) fn new(params: &ConvParams<'_>) -> Option<Self> {
        let ConvParams { geometry, input_channels, weights, scales, biases } = *params;
        let [rows, columns] = geometry.kernel;
        let output_channels = scales.len();
        let kernel_size = input_channels.checked_mul(rows)?.checked_mul(columns)?;
        let fits = kernel_size > 0
            && output_channels > 0
            && biases.len() == output_channels
            && output_channels.checked_mul(kernel_size)? == weights.len()
            && largest(weights) <= MAX_WEIGHT.unsigned_abs();
        if !fits || geometry.stride.contains(&0) || geometry.dilation.contains(&0) {
            return None;
        }
        let span_columns = if geometry.dilation[1] == 1 { columns } else { 1 };
        let spans: Vec<[usize; 2]> = (0..rows)
            .flat_map(|y| (0..columns).step_by(span_columns).map(move |x| [y, x]))
            .collect();
        let span_len = (span_columns * input_channels).next_multiple_of(DOT_LEN);
        let mut reordered = vec![0; output_channels * spans.len() * span_len];
        let kernels = weights.chunks_exact(kernel_size);
        for (reordered, kernel) in reordered.chunks_exact_mut(spans.len() * span_len).zip(kernels) {
            for (reordered, &[y, x]) in reordered.chunks_exact_mut(span_len).zip(&spans) {
                let pixels = reordered.chunks_exact_mut(input_channels);
                for (reordered, pixel) in pixels.zip(y * columns + x..).take(span_columns) {
                    let channels = kernel.chunks_exact(rows * columns);
                    for (reordered, channel) in reordered.iter_mut().zip(channels) {
                        *reordered = channel[pixel];
                    }
                }
            }
        }
        let gemm = Gemm::new(&reordered, scales, biases);
        Some(Self { geometry, input_channels, output_channels, spans, span_len, gemm })
    }

    pub(super) fn padding(&self) -> [usize; 2] {
        self.geometry.padding
    }

    /// The outputs rounded and clamped to 0..=255 (so `ReLU` is included), inside a new `border` of
    /// zeros. The border of `input` must be at least the padding.
    pub(super) fn forward_u8(
        &self,
        input: &FeatureMap,
        border: [usize; 2],
        parallelism: Parallelism<'_>,
    ) -> Result<FeatureMap, RunError> {
        let [rows, columns] = self.output_size(input)?;
        let mut output = FeatureMap::filled([rows, columns], self.output_channels, border, 0);
        let row_stride = output.row_stride();
        let start = output.offset(border[0], 0);
        let inner = border[1] * self.output_channels..(border[1] + columns) * self.output_channels;
        let values = &mut output.values[start..start + rows * row_stride];
        for_each_row(values, row_stride, parallelism, |row, values| {
            let spans = self.span_offsets(input, row);
            self.gemm.forward_u8(self.window(input, &spans), &mut values[inner.clone()])
        })?;
        Ok(output)
    }

    /// The outputs as they are.
    pub(super) fn forward_f32(
        &self,
        input: &FeatureMap,
        parallelism: Parallelism<'_>,
    ) -> Result<ConvOutput, RunError> {
        let [rows, columns] = self.output_size(input)?;
        let row_stride = columns * self.output_channels;
        let mut values = vec![0.0; rows * row_stride];
        for_each_row(&mut values, row_stride, parallelism, |row, values| {
            let spans = self.span_offsets(input, row);
            self.gemm.forward_f32(self.window(input, &spans), values)
        })?;
        Ok(ConvOutput { values, rows, columns })
    }

    /// Rows and columns of the output.
    fn output_size(&self, input: &FeatureMap) -> Result<[usize; 2], RunError> {
        let fits = input.channels == self.input_channels
            && input.border.iter().zip(self.geometry.padding).all(|(&has, needs)| has >= needs);
        let size = [0, 1].map(|axis| self.output_length([input.rows, input.columns][axis], axis));
        match size {
            [Some(rows), Some(columns)] if fits => Ok([rows, columns]),
            _ => Err(RunError::InvalidModel("the layers of the network do not fit each other")),
        }
    }

    /// Pixels along an axis of the output for `length` pixels of input.
    fn output_length(&self, length: usize, axis: usize) -> Option<usize> {
        let ConvGeometry { kernel, stride, padding, dilation } = self.geometry;
        let covered = dilation[axis] * (kernel[axis] - 1) + 1;
        let moves = (length + 2 * padding[axis]).checked_sub(covered)?;
        Some(moves / stride[axis] + 1)
    }

    fn window<'a>(&self, input: &'a FeatureMap, spans: &'a [usize]) -> InputWindow<'a> {
        let step = self.geometry.stride[1] * self.input_channels;
        InputWindow { values: &input.values, spans, span_len: self.span_len, step }
    }

    /// Where the spans of the first output of a row begin in the input.
    fn span_offsets(&self, input: &FeatureMap, row: usize) -> Vec<usize> {
        let ConvGeometry { stride, padding, dilation, .. } = self.geometry;
        let offset = |&[y, x]: &[usize; 2]| {
            let y = input.border[0] - padding[0] + row * stride[0] + y * dilation[0];
            input.offset(y, input.border[1] - padding[1] + x * dilation[1])
        };
        self.spans.iter().map(offset).collect()
    }
}

/// The largest distance from 0; a loop that ends early would take several times as long.
fn largest(weights: &[i8]) -> u8 {
    weights.iter().fold(0, |most, weight| most.max(weight.unsigned_abs()))
}

/// Computes the rows of an output, each `row_stride` values long.
fn for_each_row<T: Send>(
    values: &mut [T],
    row_stride: usize,
    parallelism: Parallelism<'_>,
    compute: impl Fn(usize, &mut [T]) -> Result<(), RunError> + Send + Sync,
) -> Result<(), RunError> {
    match parallelism {
        Parallelism::Pool(_) => values
            .par_chunks_exact_mut(row_stride)
            .enumerate()
            .try_for_each(|(row, values)| compute(row, values)),
        Parallelism::CallingThread => values
            .chunks_exact_mut(row_stride)
            .enumerate()
            .try_for_each(|(row, values)| compute(row, values)),
    }
}
