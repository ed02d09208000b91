//! What a network is to its callers.

use zeroize::Zeroizing;

use crate::{Parallelism, RunError};

/// A network from one grey picture to one tensor. It is a trait so that callers can test with small
/// fakes.
pub trait Model: Send + Sync {
    /// Height and width of the input in pixels; `None` for a side that may have any length.
    fn input_size(&self) -> [Option<usize>; 2];

    /// Runs on one grey picture: `pixels` are rows of `width` values, from -0.5 (black) to 0.5 (white).
    ///
    /// # Errors
    /// [`RunError::InvalidInput`] when `pixels` are not whole rows of `width`, or not of the size that
    /// the network takes; [`RunError::InvalidModel`] when its layers do not fit each other.
    fn run(
        &self,
        pixels: &[f32],
        width: usize,
        parallelism: Parallelism<'_>,
    ) -> Result<Output, RunError>;
}

/// The tensor that a network returned; wiped when dropped.
#[derive(Debug)]
pub struct Output {
    /// Length along each axis.
    pub shape: Vec<usize>,
    /// The values in row-major order, as many as the product of `shape`.
    pub values: Zeroizing<Vec<f32>>,
    /// What the last layer of a network of sequences reads: the mean of each channel over the picture, then
    /// the largest value of each; 0 to 1. Empty of other networks.
    pub features: Zeroizing<Vec<f32>>,
}

/// The height of a picture, in pixels, if a network that takes `size` takes it.
pub(crate) fn checked_height(
    pixels: &[f32],
    width: usize,
    size: [Option<usize>; 2],
) -> Result<usize, RunError> {
    if pixels.is_empty() || width == 0 || !pixels.len().is_multiple_of(width) {
        return Err(RunError::InvalidInput);
    }
    let height = pixels.len() / width;
    let fits =
        size.into_iter().zip([height, width]).all(|(fixed, side)| fixed.unwrap_or(side) == side);
    if fits { Ok(height) } else { Err(RunError::InvalidInput) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_of_another_size_are_invalid() {
        let height = |pixels: usize, width, size| checked_height(&vec![0.0; pixels], width, size);
        assert_eq!(height(6, 3, [None, None]), Ok(2));
        assert_eq!(height(6, 3, [Some(2), Some(3)]), Ok(2));
        let invalid = Err(RunError::InvalidInput);
        assert_eq!(height(0, 3, [None, None]), invalid);
        assert_eq!(height(6, 0, [None, None]), invalid);
        assert_eq!(height(6, 4, [None, None]), invalid);
        assert_eq!(height(6, 3, [Some(3), None]), invalid);
        assert_eq!(height(6, 3, [None, Some(6)]), invalid);
    }
}
