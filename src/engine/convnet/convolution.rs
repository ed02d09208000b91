//! One layer: a convolution over a [`Map`], with or without cutting off what is negative.

use rayon::prelude::*;
use rten_gemm::{BiasVector, GemmExecutor, GemmInputA, GemmInputB, GemmOptions, PackedBMatrix};
use rten_tensor::prelude::*;
use rten_tensor::{NdTensor, NdTensorView};

use super::map::Map;
use crate::Error;

/// Rows of the kernel that hold fewer values than this are read together: products of shorter rows
/// would spend their time on fetching and storing sums.
const SHORT: usize = 16;

/// Outputs whose weights are brought into order together.
const AT_HAND: usize = 16;

/// What a convolution is like, as ONNX tells it: rows first, columns second.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Shape {
    pub(super) kernel: [usize; 2],
    pub(super) stride: [usize; 2],
    /// Zeros before and after.
    pub(super) padding: [usize; 2],
    pub(super) dilation: [usize; 2],
}

impl Shape {
    /// Every place on its own.
    pub(super) const POINT: Self =
        Self { kernel: [1, 1], stride: [1, 1], padding: [0, 0], dilation: [1, 1] };
}

/// A convolution whose weights are ready for use.
pub(super) struct Convolution {
    shape: Shape,
    inputs: usize,
    bias: Vec<f32>,
    /// Whether negative values become zero (`ReLU`).
    cut: bool,
    passes: Vec<Pass>,
    /// Whether the one pass reads a copy of the whole kernel's values.
    gathers: bool,
}

/// The part of the kernel that is one product: its places lie beside each other in memory.
struct Pass {
    /// Row and column of the first place.
    start: [usize; 2],
    /// Values of each output, `[places · inputs, outputs]`.
    weights: PackedBMatrix<f32>,
}

impl Convolution {
    /// `weights` are `[outputs, inputs, rows, columns]`, `bias` one value for each output. `None` when
    /// their numbers do not fit together.
    pub(super) fn new(
        shape: Shape,
        weights: &[f32],
        bias: Vec<f32>,
        inputs: usize,
    ) -> Option<Self> {
        let [rows, columns] = shape.kernel;
        let size = inputs.checked_mul(rows)?.checked_mul(columns)?;
        let fits = size > 0 && !bias.is_empty() && bias.len().checked_mul(size)? == weights.len();
        if !fits || shape.stride.contains(&0) || shape.dilation.contains(&0) {
            return None;
        }
        let gathers = columns * inputs < SHORT && rows * columns > 1;
        let apart = shape.dilation[1] > 1 && columns > 1;
        let parts: Vec<[std::ops::Range<usize>; 2]> = if gathers {
            vec![[0..rows, 0..columns]]
        } else if apart {
            (0..rows).flat_map(|y| (0..columns).map(move |x| [y..y + 1, x..x + 1])).collect()
        } else {
            (0..rows).map(|y| [y..y + 1, 0..columns]).collect()
        };
        let products = GemmExecutor::<f32>::default();
        let passes = parts.into_iter().map(|[ys, xs]| {
            let start = [ys.start, xs.start];
            let outputs = bias.len();
            let mut matrix = vec![0.0; ys.len() * xs.len() * inputs * outputs];
            // A few outputs at a time, whose weights the processor has at hand.
            for some in (0..outputs).step_by(AT_HAND) {
                let mut place = some;
                for y in ys.clone() {
                    for x in xs.clone() {
                        for input in 0..inputs {
                            for output in some..outputs.min(some + AT_HAND) {
                                let from = ((output * inputs + input) * rows + y) * columns + x;
                                matrix[place + output - some] = weights[from];
                            }
                            place += outputs;
                        }
                    }
                }
            }
            let matrix = NdTensor::from_data([matrix.len() / bias.len(), bias.len()], matrix);
            Pass { start, weights: products.prepack_b(matrix.view()) }
        });
        let passes = passes.collect();
        Some(Self { shape, inputs, bias, cut: false, passes, gathers })
    }

    pub(super) fn padding(&self) -> [usize; 2] {
        self.shape.padding
    }

    /// Makes negative outputs zero.
    pub(super) fn cut(&mut self) {
        self.cut = true;
    }

    /// Adds `bias` to the outputs; `false`, and nothing done, when it is not one value for each.
    pub(super) fn add_bias(&mut self, bias: &[f32]) -> bool {
        let fits = bias.len() == self.bias.len();
        if fits {
            self.bias.iter_mut().zip(bias).for_each(|(ours, theirs)| *ours += theirs);
        }
        fits
    }

    /// The layer's values for `input`, whose border is no smaller than the padding, within `border`.
    pub(super) fn run(&self, input: &Map, border: [usize; 2]) -> Result<Map, Error> {
        let fits = input.channels == self.inputs
            && input.border.iter().zip(self.shape.padding).all(|(&has, needs)| has >= needs);
        let size = [0, 1].map(|axis| self.length([input.rows, input.columns][axis], axis));
        let [Some(rows), Some(columns)] = size else { return Err(UNFIT) };
        if !fits {
            return Err(UNFIT);
        }
        let mut output = Map::blank([rows, columns], self.bias.len(), border);
        let pitch = output.pitch();
        let start = output.place(border[0], 0);
        let inner = border[1] * output.channels..(border[1] + columns) * output.channels;
        output.values[start..start + rows * pitch]
            .par_chunks_exact_mut(pitch)
            .enumerate()
            .try_for_each(|(row, values)| {
                self.row(input, row, columns, &mut values[inner.clone()])
            })?;
        Ok(output)
    }

    /// Places along an axis of the output when the input has `length`.
    fn length(&self, length: usize, axis: usize) -> Option<usize> {
        let seen = self.shape.dilation[axis] * (self.shape.kernel[axis] - 1) + 1;
        let moves = (length + 2 * self.shape.padding[axis]).checked_sub(seen)?;
        Some(moves / self.shape.stride[axis] + 1)
    }

    fn row(
        &self,
        input: &Map,
        row: usize,
        columns: usize,
        values: &mut [f32],
    ) -> Result<(), Error> {
        let gathered = if self.gathers { self.gather(input, row, columns) } else { Vec::new() };
        let products = GemmExecutor::<f32>::default();
        for (index, pass) in self.passes.iter().enumerate() {
            let length = pass.weights.rows();
            let (seen, step) = if self.gathers {
                (&gathered[..], length)
            } else {
                let [y, x] = self.first(input, row, pass.start);
                (&input.values[input.place(y, x)..], self.shape.stride[1] * self.inputs)
            };
            let seen = NdTensorView::from_slice_with_strides([columns, length], seen, [step, 1])
                .map_err(|_| UNFIT)?;
            let first = index == 0;
            let options = GemmOptions {
                beta: if first { 0.0 } else { 1.0 },
                bias: first.then_some(BiasVector::Row(&self.bias)),
                ..GemmOptions::default()
            };
            let weights = GemmInputB::Packed(&pass.weights);
            products
                .gemm(values, GemmInputA::Unpacked(seen), weights, options)
                .map_err(|_| UNFIT)?;
        }
        if self.cut {
            for value in values {
                *value = value.max(0.0);
            }
        }
        Ok(())
    }

    /// Place of `input`, frame included, that the kernel's place `start` sees for the first output
    /// of a row.
    fn first(&self, input: &Map, row: usize, start: [usize; 2]) -> [usize; 2] {
        let Shape { stride, padding, dilation, .. } = self.shape;
        [
            input.border[0] - padding[0] + row * stride[0] + start[0] * dilation[0],
            input.border[1] - padding[1] + start[1] * dilation[1],
        ]
    }

    /// All values that the kernel sees, for each output of a row.
    fn gather(&self, input: &Map, row: usize, columns: usize) -> Vec<f32> {
        let [tall, wide] = self.shape.kernel;
        let step = self.shape.stride[1] * self.inputs;
        let mut gathered = Vec::with_capacity(columns * tall * wide * self.inputs);
        let starts: Vec<usize> = (0..tall)
            .flat_map(|y| (0..wide).map(move |x| [y, x]))
            .map(|start| self.first(input, row, start))
            .map(|[y, x]| input.place(y, x))
            .collect();
        for column in 0..columns {
            for start in &starts {
                let start = start + column * step;
                gathered.extend_from_slice(&input.values[start..start + self.inputs]);
            }
        }
        gathered
    }
}

const UNFIT: Error = Error::Internal("a network's layers do not fit each other");
