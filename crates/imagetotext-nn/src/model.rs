//! What a network is to its callers.

use zeroize::Zeroizing;

use crate::{Parallelism, RunError};

/// A network from one grey picture to one tensor. It is a trait so that callers can test with small fakes.
pub trait Model: Send + Sync {
    /// Height and width of the input in pixels, where the network insists on them.
    fn input_size(&self) -> [Option<usize>; 2];

    /// Runs on one grey picture: `pixels` are rows of `width` values from -0.5 (black) to 0.5 (white).
    ///
    /// # Errors
    /// [`RunError::InvalidInput`] when `pixels` are not whole rows of `width`, or another number of them
    /// than the network takes; [`RunError::InvalidModel`] when the network contradicts itself.
    fn run(
        &self,
        pixels: &[f32],
        width: usize,
        parallelism: Parallelism<'_>,
    ) -> Result<Output, RunError>;
}

/// The tensor that a network returned: row-major, wiped when dropped.
#[derive(Debug)]
pub struct Output {
    /// Length along each axis.
    pub shape: Vec<usize>,
    /// The values, as many as the product of `shape`.
    pub values: Zeroizing<Vec<f32>>,
}

/// The number of rows, at least one.
pub(crate) fn row_count(pixels: &[f32], width: usize) -> Result<usize, RunError> {
    if pixels.is_empty() || width == 0 || !pixels.len().is_multiple_of(width) {
        return Err(RunError::InvalidInput);
    }
    Ok(pixels.len() / width)
}
