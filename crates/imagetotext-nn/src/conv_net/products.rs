//! Sums of products of whole numbers, the one thing that networks spend their time on.
//!
//! A processor adds the products of four values and four weights of eight bits in one step, for many
//! outputs at once. The values of a place lie beside each other ([`super::map`]), so each four of them
//! are read where they are; only the weights are brought into order, once.

#[cfg(target_arch = "x86_64")]
mod avx2;
#[cfg(target_arch = "x86_64")]
mod avx512;
#[cfg(target_arch = "x86_64")]
mod blocks;
mod matrix;
#[cfg(test)]
mod tests;

use crate::RunError;
#[cfg(target_arch = "x86_64")]
use blocks::Blocks;
use matrix::Matrix;

/// Values whose products are added in one step.
pub(super) const DEPTH: usize = 4;

/// The weights of a layer, and what makes its outputs of their sums, as the processor likes them.
pub(super) enum Weights {
    #[cfg(target_arch = "x86_64")]
    Blocks(Blocks),
    Matrix(Matrix),
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
    /// `weights` has as many values as a place sees, for one output after the other. `scales` says for each
    /// output by how much its sum counts, `biases` what is added then.
    pub(super) fn new(weights: &[i8], scales: &[f32], biases: &[f32]) -> Self {
        #[cfg(target_arch = "x86_64")]
        if let Some(blocks) = Blocks::new(weights, scales, biases) {
            return Self::Blocks(blocks);
        }
        Self::Matrix(Matrix::new(weights, scales, biases))
    }

    /// The outputs of a row as the nearest whole numbers from 0 to 255: `row` has all outputs of one
    /// place after the other.
    pub(super) fn levels(&self, seen: Seen<'_>, row: &mut [u8]) -> Result<(), RunError> {
        match self {
            #[cfg(target_arch = "x86_64")]
            Self::Blocks(blocks) => {
                blocks.levels(seen, row);
                Ok(())
            }
            Self::Matrix(matrix) => matrix.levels(seen, row),
        }
    }

    /// The outputs of a row as they are.
    pub(super) fn numbers(&self, seen: Seen<'_>, row: &mut [f32]) -> Result<(), RunError> {
        match self {
            #[cfg(target_arch = "x86_64")]
            Self::Blocks(blocks) => {
                blocks.numbers(seen, row);
                Ok(())
            }
            Self::Matrix(matrix) => matrix.numbers(seen, row),
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
