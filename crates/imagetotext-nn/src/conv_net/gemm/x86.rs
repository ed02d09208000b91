//! Products on x86-64 with AVX2 or AVX-512: which kernels the processor has.

use fearless_simd::{Avx2, Avx512, Level};

use super::input_window::InputWindow;
use super::packed_weights::PackedWeights;
use super::{avx2, avx512};

/// The weights of a layer, and the kernels that this processor can run.
pub(in crate::conv_net) struct X86Gemm {
    instructions: Instructions,
    weights: PackedWeights,
}

/// The widest instructions that are used.
#[derive(Debug, Clone, Copy)]
pub(super) enum Instructions {
    Avx2(Avx2),
    Avx512(Avx512),
}

impl X86Gemm {
    /// As [`super::Gemm::new`]; `None` on processors without AVX2.
    pub(super) fn new(weights: &[i8], scales: &[f32], biases: &[f32]) -> Option<Self> {
        let level = Level::new();
        let instructions = level
            .as_avx512()
            .map(Instructions::Avx512)
            .or_else(|| level.as_avx2().map(Instructions::Avx2))?;
        Some(Self::with(instructions, weights, scales, biases))
    }

    pub(super) fn with(
        instructions: Instructions,
        weights: &[i8],
        scales: &[f32],
        biases: &[f32],
    ) -> Self {
        Self { instructions, weights: PackedWeights::new(weights, scales, biases) }
    }

    pub(super) fn forward_u8(&self, window: InputWindow<'_>, row: &mut [u8]) {
        let channels = self.weights.output_channels;
        for group in &self.weights.groups {
            match self.instructions {
                Instructions::Avx2(it) => avx2::forward_u8(it, group, window, row, channels),
                Instructions::Avx512(it) => avx512::forward_u8(it, group, window, row, channels),
            }
        }
    }

    pub(super) fn forward_f32(&self, window: InputWindow<'_>, row: &mut [f32]) {
        let channels = self.weights.output_channels;
        for group in &self.weights.groups {
            match self.instructions {
                Instructions::Avx2(it) => avx2::forward_f32(it, group, window, row, channels),
                Instructions::Avx512(it) => avx512::forward_f32(it, group, window, row, channels),
            }
        }
    }
}
