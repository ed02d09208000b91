//! Int8 matrix products of inputs and weights, where networks spend nearly all of their time.
//!
//! A processor multiplies four `u8` inputs by four `i8` weights and adds the products in one
//! instruction, for many output channels at once. The inputs are read where they are
//! ([`InputWindow`]); only the weights are packed, once.

#[cfg(target_arch = "x86_64")]
mod avx2;
#[cfg(target_arch = "x86_64")]
mod avx512;
mod input_window;
#[cfg(target_arch = "x86_64")]
mod packed_weights;
mod portable;
#[cfg(test)]
mod tests;
#[cfg(target_arch = "x86_64")]
mod x86;

use crate::RunError;
pub(super) use input_window::{DOT_LEN, InputWindow};
use portable::PortableGemm;
#[cfg(target_arch = "x86_64")]
use x86::X86Gemm;

/// Largest absolute value of a weight. Without VNNI, AVX2 adds two products of an `u8` input and a
/// weight in 16 bits (`vpmaddubsw`), where they saturate beyond 32 767: 2 · 255 · 63 = 32 130. It is
/// `WEIGHT_MAX` of the training (`models/training`), which rounds weights to the 127 values from -63 to
/// 63 for this reason.
pub(super) const MAX_WEIGHT: i8 = 63;

/// The weights of a layer, packed for this processor.
pub(super) enum Gemm {
    #[cfg(target_arch = "x86_64")]
    X86(X86Gemm),
    Portable(PortableGemm),
}

impl Gemm {
    /// `weights`, none beyond [`MAX_WEIGHT`], has as many values as a window for each output channel,
    /// one channel after the other. An output is `dot product · scale + bias`, with the channel's own
    /// `scales` and `biases`.
    pub(super) fn new(weights: &[i8], scales: &[f32], biases: &[f32]) -> Self {
        #[cfg(target_arch = "x86_64")]
        if let Some(gemm) = X86Gemm::new(weights, scales, biases) {
            return Self::X86(gemm);
        }
        Self::Portable(PortableGemm::new(weights, scales, biases))
    }

    /// The outputs of a row, rounded to the nearest (ties to even) and clamped to 0..=255. `row` has all
    /// channels of one pixel after the other.
    pub(super) fn forward_u8(
        &self,
        window: InputWindow<'_>,
        row: &mut [u8],
    ) -> Result<(), RunError> {
        match self {
            #[cfg(target_arch = "x86_64")]
            Self::X86(gemm) => {
                gemm.forward_u8(window, row);
                Ok(())
            }
            Self::Portable(gemm) => gemm.forward_u8(window, row),
        }
    }

    /// The outputs of a row as they are.
    pub(super) fn forward_f32(
        &self,
        window: InputWindow<'_>,
        row: &mut [f32],
    ) -> Result<(), RunError> {
        match self {
            #[cfg(target_arch = "x86_64")]
            Self::X86(gemm) => {
                gemm.forward_f32(window, row);
                Ok(())
            }
            Self::Portable(gemm) => gemm.forward_f32(window, row),
        }
    }
}
