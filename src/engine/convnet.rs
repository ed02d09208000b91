//! Networks made of convolutions, run in the order in which processors like it best.
//!
//! The values of a place stand beside each other ([`map`]), so that a row of a convolution is a plain
//! product of matrices that lie in memory already: nothing is unfolded, and the weights are packed
//! once, when the network is loaded. `rten`, which runs any other network, spends a third to two
//! thirds of its time on these two steps for small networks like ours. The products themselves are
//! those of `rten-gemm`.

mod convolution;
mod file;
mod map;
mod onnx;
#[cfg(test)]
mod tests;

use rten::ThreadPool;
use rten_simd::{SimdOp as _, SimdUnaryOp as _};
use rten_vecmath::{LogSoftmax, Sigmoid};
use std::sync::Arc;
use zeroize::Zeroizing;

use super::network::{Network, Output};
use crate::Error;
use convolution::Convolution;
pub(super) use file::open;
use map::Map;

/// A network of convolutions: what it does to a grey picture, step by step.
pub(super) struct ConvNet {
    /// Height and width of the picture, where they are fixed.
    size: [Option<usize>; 2],
    /// The picture is value 0; every step may read the values before it.
    steps: Vec<Step>,
    /// Zeros around each value, rows and columns, for the convolutions that read it.
    borders: Vec<[usize; 2]>,
    /// The steps after which each value is no longer needed.
    last_uses: Vec<usize>,
    end: End,
}

enum Step {
    /// Makes a new value of value `from`.
    Convolve { from: usize, layer: Convolution },
    /// Makes a new value: the sum of two, the second one at half the size if `doubled`.
    Add { values: [usize; 2], doubled: bool },
}

/// How the last value becomes the output.
enum End {
    /// Four channels are the quarters of each place: `[1, 1, 2 · rows, 2 · columns]` probabilities.
    Core,
    /// A single row in which each place is some frames: `[frames, 1, classes]` log-probabilities.
    Frames { classes: usize },
}

impl ConvNet {
    /// The network in an ONNX file; `None` when it holds anything but what is known here.
    pub(super) fn parse(bytes: &[u8]) -> Option<Self> {
        onnx::parse(bytes)
    }

    fn new(size: [Option<usize>; 2], steps: Vec<Step>, end: End) -> Self {
        let mut borders = vec![[0; 2]; steps.len() + 1];
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
        Self { size, steps, borders, last_uses, end }
    }

    fn last_value(&self, pixels: &[f32], width: usize) -> Result<Map, Error> {
        let picture = Map::of_picture(pixels, width, self.borders[0]);
        let mut values: Vec<Option<Map>> = vec![Some(picture)];
        for (index, step) in self.steps.iter().enumerate() {
            let made = match step {
                Step::Convolve { from, layer } => {
                    layer.run(value(&values, *from)?, self.borders[index + 1])?
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

const GONE: Error = Error::Internal("a network lost one of its values");

fn value(values: &[Option<Map>], index: usize) -> Result<&Map, Error> {
    values.get(index).and_then(Option::as_ref).ok_or(GONE)
}

impl Network for ConvNet {
    fn input_size(&self) -> [Option<usize>; 2] {
        self.size
    }

    fn run(&self, pixels: &[f32], width: usize, pool: &Arc<ThreadPool>) -> Result<Output, Error> {
        pool.run(|| {
            let last = self.last_value(pixels, width)?;
            match self.end {
                End::Core => {
                    let shape = vec![1, 1, 2 * last.rows, 2 * last.columns];
                    let mut values = Zeroizing::new(last.quarters()?);
                    Sigmoid {}.map_mut(&mut values);
                    Ok(Output { shape, values })
                }
                End::Frames { classes } => {
                    let mut values = Zeroizing::new(last.into_row()?);
                    for frame in values.chunks_exact_mut(classes) {
                        LogSoftmax::new_mut(frame).dispatch();
                    }
                    Ok(Output { shape: vec![values.len() / classes, 1, classes], values })
                }
            }
        })
    }
}
