//! Networks made of convolutions that count in whole steps, run in the order in which processors like
//! it best.
//!
//! Weights and what flows between layers ([`map`]) are whole numbers of eight bits, and the values of a
//! place stand beside each other, so that a row of a convolution is read where it lies ([`layer`]) and
//! its products are added four at a time ([`products`]). `rten` runs any other network.

mod file;
mod layer;
mod map;
mod onnx;
mod products;
#[cfg(test)]
mod tests;

use rten_simd::{SimdOp as _, SimdUnaryOp as _};
use rten_vecmath::{LogSoftmax, Sigmoid};
use zeroize::Zeroizing;

use crate::model::row_count;
use crate::{Model, Output, Parallelism, RunError};
pub(crate) use file::open;
use layer::Layer;
use map::Map;

/// A network of convolutions: what it does to a grey picture, step by step.
pub struct ConvNet {
    /// Height and width of the picture, where they are fixed.
    size: [Option<usize>; 2],
    /// The picture is value 0; every step may read the values before it.
    steps: Vec<Step>,
    /// Places around each value, rows and columns, for the layers that read it.
    borders: Vec<[usize; 2]>,
    /// The steps after which each value is no longer needed.
    last_uses: Vec<usize>,
    /// Reads the value that the last step made.
    last: Layer,
    end: End,
}

enum Step {
    /// Makes a new value of value `from`.
    Convolve { from: usize, layer: Box<Layer> },
    /// Makes a new value: the sum of two, the second one at half the size if `doubled`.
    Add { values: [usize; 2], doubled: bool },
}

/// How the numbers of the last layer become the output.
#[derive(Clone, Copy)]
enum End {
    /// Four channels are the quarters of each place: `[1, 1, 2 · rows, 2 · columns]` probabilities.
    Core,
    /// A single row in which each place is some frames: `[frames, 1, classes]` log-probabilities.
    Frames { classes: usize },
}

impl ConvNet {
    /// The network in an ONNX file; `None` when it holds anything but what is known here.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        onnx::parse(bytes)
    }

    fn new(size: [Option<usize>; 2], steps: Vec<Step>, last: Layer, end: End) -> Self {
        let mut borders = vec![[0; 2]; steps.len() + 1];
        borders[steps.len()] = last.padding();
        let mut last_uses = vec![0; steps.len() + 1];
        for (index, step) in steps.iter().enumerate().rev() {
            let (read, border) = match step {
                Step::Convolve { from, layer } => (vec![*from], layer.padding()),
                // The sum takes the place of one of the two.
                Step::Add { values, .. } => (values.to_vec(), borders[index + 1]),
            };
            for value in read {
                for (most, needed) in borders[value].iter_mut().zip(border) {
                    *most = needed.max(*most);
                }
                last_uses[value] = index.max(last_uses[value]);
            }
        }
        Self { size, steps, borders, last_uses, last, end }
    }

    fn forward(
        &self,
        pixels: &[f32],
        width: usize,
        parallelism: Parallelism<'_>,
    ) -> Result<Output, RunError> {
        row_count(pixels, width)?;
        let map = self.last_value(pixels, width, parallelism)?;
        let (numbers, [rows, columns]) = self.last.numbers(&map, parallelism)?;
        let mut values = Zeroizing::new(numbers);
        let shape = match self.end {
            End::Core => {
                Sigmoid {}.map_mut(&mut values);
                values = Zeroizing::new(quarters(&values, columns));
                vec![1, 1, 2 * rows, 2 * columns]
            }
            End::Frames { .. } if rows != 1 => {
                return Err(RunError::InvalidModel("a network makes no line"));
            }
            End::Frames { classes } => {
                for frame in values.chunks_exact_mut(classes) {
                    LogSoftmax::new_mut(frame).dispatch();
                }
                vec![values.len() / classes, 1, classes]
            }
        };
        Ok(Output { shape, values })
    }

    fn last_value(
        &self,
        pixels: &[f32],
        width: usize,
        parallelism: Parallelism<'_>,
    ) -> Result<Map, RunError> {
        let picture = Map::of_picture(pixels, width, self.borders[0]);
        let mut values: Vec<Option<Map>> = vec![Some(picture)];
        for (index, step) in self.steps.iter().enumerate() {
            let made = match step {
                Step::Convolve { from, layer } => {
                    layer.levels(value(&values, *from)?, self.borders[index + 1], parallelism)?
                }
                Step::Add { values: [a, b], doubled } => {
                    let mut sum = match &values[*a] {
                        Some(map) if self.last_uses[*a] > index => Some(map.clone()),
                        _ => values[*a].take(),
                    }
                    .ok_or(GONE)?;
                    sum.add(value(&values, *b)?, if *doubled { 2 } else { 1 })?;
                    sum
                }
            };
            for (map, &last) in values.iter_mut().zip(&self.last_uses) {
                if last <= index {
                    *map = None;
                }
            }
            values.push(Some(made));
        }
        values.pop().flatten().ok_or(GONE)
    }
}

const GONE: RunError = RunError::InvalidModel("a network lost one of its values");

fn value(values: &[Option<Map>], index: usize) -> Result<&Map, RunError> {
    values.get(index).and_then(Option::as_ref).ok_or(GONE)
}

impl Model for ConvNet {
    fn input_size(&self) -> [Option<usize>; 2] {
        self.size
    }

    fn run(
        &self,
        pixels: &[f32],
        width: usize,
        parallelism: Parallelism<'_>,
    ) -> Result<Output, RunError> {
        match parallelism {
            Parallelism::Pool(pool) => pool.run(|| self.forward(pixels, width, parallelism)),
            Parallelism::CallingThread => self.forward(pixels, width, parallelism),
        }
    }
}

/// The four channels of each place as its quarters, row by row at twice the size (`DepthToSpace` of
/// ONNX).
fn quarters(places: &[f32], columns: usize) -> Vec<f32> {
    let rows = places.as_chunks::<4>().0.chunks_exact(columns);
    let half = |row: &[[f32; 4]], from: usize| -> Vec<f32> {
        row.iter().flat_map(|place| [place[from], place[from + 1]]).collect()
    };
    rows.flat_map(|row| [half(row, 0), half(row, 2)]).flatten().collect()
}
