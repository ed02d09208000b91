//! One layer: a convolution over a [`Map`], all in whole numbers.

use rayon::prelude::*;

use super::map::Map;
use super::products::{DEPTH, Seen, Weights};
use crate::{Parallelism, RunError};

/// What a convolution is like, as ONNX tells it: rows first, columns second.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Shape {
    pub(super) kernel: [usize; 2],
    pub(super) stride: [usize; 2],
    /// Places of the frame before and after.
    pub(super) padding: [usize; 2],
    pub(super) dilation: [usize; 2],
}

/// What a layer is made of.
pub(super) struct Parts<'a> {
    pub(super) shape: Shape,
    /// Channels of what goes in.
    pub(super) inputs: usize,
    /// `[outputs, inputs, rows, columns]`, each from -63 to 63: so two products of a weight and a value
    /// have room in sixteen bits.
    pub(super) weights: &'a [i8],
    /// For each output, by how much its sum of products counts.
    pub(super) scales: &'a [f32],
    /// For each output, what is added then.
    pub(super) biases: &'a [f32],
}

/// The largest weight.
pub(super) const HEAVIEST: i8 = 63;

/// A convolution whose weights are ready for use.
pub(super) struct Layer {
    shape: Shape,
    inputs: usize,
    outputs: usize,
    /// Row and column of the kernel where each run of values begins that lie beside each other.
    runs: Vec<[usize; 2]>,
    /// Values in a run, rounded up; what is too many weighs nothing.
    length: usize,
    weights: Weights,
}

impl Layer {
    /// `None` when the numbers of weights, scales and biases do not fit together.
    pub(super) fn new(parts: &Parts<'_>) -> Option<Self> {
        let Parts { shape, inputs, weights, scales, biases } = *parts;
        let [rows, columns] = shape.kernel;
        let outputs = scales.len();
        let size = inputs.checked_mul(rows)?.checked_mul(columns)?;
        let fits = size > 0
            && outputs > 0
            && biases.len() == outputs
            && outputs.checked_mul(size)? == weights.len()
            && weights.iter().all(|weight| (-HEAVIEST..=HEAVIEST).contains(weight));
        if !fits || shape.stride.contains(&0) || shape.dilation.contains(&0) {
            return None;
        }
        let together = if shape.dilation[1] == 1 { columns } else { 1 };
        let runs: Vec<[usize; 2]> =
            (0..rows).flat_map(|y| (0..columns).step_by(together).map(move |x| [y, x])).collect();
        let length = (together * inputs).next_multiple_of(DEPTH);
        let mut ordered = Vec::with_capacity(outputs * runs.len() * length);
        for weights in weights.chunks_exact(size) {
            for &[y, x] in &runs {
                let end = ordered.len() + length;
                for x in x..x + together {
                    ordered.extend(weights.iter().skip(y * columns + x).step_by(rows * columns));
                }
                ordered.resize(end, 0);
            }
        }
        let weights = Weights::new(&ordered, scales, biases);
        Some(Self { shape, inputs, outputs, runs, length, weights })
    }

    pub(super) fn padding(&self) -> [usize; 2] {
        self.shape.padding
    }

    /// The layer's outputs for `input`, whose border is no smaller than the padding, as the nearest levels
    /// from 0 to 255 within `border`.
    pub(super) fn levels(
        &self,
        input: &Map,
        border: [usize; 2],
        parallelism: Parallelism<'_>,
    ) -> Result<Map, RunError> {
        let size = self.size(input)?;
        let mut output = Map::blank(size, self.outputs, border, 0);
        let pitch = output.pitch();
        let start = output.place(border[0], 0);
        let inner = border[1] * self.outputs..(border[1] + size[1]) * self.outputs;
        let rows = &mut output.values[start..start + size[0] * pitch];
        for_each_row(rows, pitch, parallelism, |row, values| {
            let runs = self.runs(input, row);
            self.weights.levels(self.seen(input, &runs), &mut values[inner.clone()])
        })?;
        Ok(output)
    }

    /// The layer's outputs for `input` as they are, row by row and place by place, and the numbers of rows
    /// and columns.
    pub(super) fn numbers(
        &self,
        input: &Map,
        parallelism: Parallelism<'_>,
    ) -> Result<(Vec<f32>, [usize; 2]), RunError> {
        let size = self.size(input)?;
        let mut numbers = vec![0.0; size[0] * size[1] * self.outputs];
        let pitch = size[1] * self.outputs;
        for_each_row(&mut numbers, pitch, parallelism, |row, values| {
            let runs = self.runs(input, row);
            self.weights.numbers(self.seen(input, &runs), values)
        })?;
        Ok((numbers, size))
    }

    /// Rows and columns of the output.
    fn size(&self, input: &Map) -> Result<[usize; 2], RunError> {
        let fits = input.channels == self.inputs
            && input.border.iter().zip(self.shape.padding).all(|(&has, needs)| has >= needs);
        let size = [0, 1].map(|axis| self.length([input.rows, input.columns][axis], axis));
        match size {
            [Some(rows), Some(columns)] if fits => Ok([rows, columns]),
            _ => Err(RunError::InvalidModel("a network's layers do not fit each other")),
        }
    }

    /// Places along an axis of the output when the input has `length`.
    fn length(&self, length: usize, axis: usize) -> Option<usize> {
        let seen = self.shape.dilation[axis] * (self.shape.kernel[axis] - 1) + 1;
        let moves = (length + 2 * self.shape.padding[axis]).checked_sub(seen)?;
        Some(moves / self.shape.stride[axis] + 1)
    }

    fn seen<'a>(&self, input: &'a Map, runs: &'a [usize]) -> Seen<'a> {
        let step = self.shape.stride[1] * self.inputs;
        Seen { values: &input.values, runs, length: self.length, step }
    }

    /// Where the runs begin that the first output of a row sees.
    fn runs(&self, input: &Map, row: usize) -> Vec<usize> {
        let Shape { stride, padding, dilation, .. } = self.shape;
        let place = |&[y, x]: &[usize; 2]| {
            let y = input.border[0] - padding[0] + row * stride[0] + y * dilation[0];
            input.place(y, input.border[1] - padding[1] + x * dilation[1])
        };
        self.runs.iter().map(place).collect()
    }
}

/// Computes the rows of an output, `pitch` values each.
fn for_each_row<T: Send>(
    values: &mut [T],
    pitch: usize,
    parallelism: Parallelism<'_>,
    compute: impl Fn(usize, &mut [T]) -> Result<(), RunError> + Send + Sync,
) -> Result<(), RunError> {
    match parallelism {
        Parallelism::Pool(_) => values
            .par_chunks_exact_mut(pitch)
            .enumerate()
            .try_for_each(|(row, values)| compute(row, values)),
        Parallelism::CallingThread => values
            .chunks_exact_mut(pitch)
            .enumerate()
            .try_for_each(|(row, values)| compute(row, values)),
    }
}
