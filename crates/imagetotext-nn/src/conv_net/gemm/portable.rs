//! Products on processors without AVX2: those of `rten-gemm`, which has kernels for ARM.

use rten_gemm::{GemmExecutor, GemmInputA, GemmInputB, GemmOptions, PackedBMatrix};
use rten_tensor::prelude::*;
use rten_tensor::{NdTensor, NdTensorView};

use super::input_window::InputWindow;
use crate::RunError;

/// The weights of a layer.
pub(in crate::conv_net) struct PortableGemm {
    /// `[inputs of a window, output channels]`.
    weights: PackedBMatrix<i8>,
    scales: Vec<f32>,
    biases: Vec<f32>,
}

impl PortableGemm {
    /// As [`super::Gemm::new`].
    pub(super) fn new(weights: &[i8], scales: &[f32], biases: &[f32]) -> Self {
        let channels = scales.len();
        let weights = NdTensorView::from_data([channels, weights.len() / channels.max(1)], weights);
        let weights = GemmExecutor::<u8, i8, i32>::default().prepack_b(weights.transposed());
        Self { weights, scales: scales.to_vec(), biases: biases.to_vec() }
    }

    pub(super) fn forward_u8(
        &self,
        window: InputWindow<'_>,
        row: &mut [u8],
    ) -> Result<(), RunError> {
        // The cast saturates.
        self.forward(window, row, |value| value.round_ties_even() as u8)
    }

    pub(super) fn forward_f32(
        &self,
        window: InputWindow<'_>,
        row: &mut [f32],
    ) -> Result<(), RunError> {
        self.forward(window, row, |value| value)
    }

    fn forward<T>(
        &self,
        window: InputWindow<'_>,
        row: &mut [T],
        finish: impl Fn(f32) -> T,
    ) -> Result<(), RunError> {
        let channels = self.scales.len();
        let pixels = row.len() / channels;
        let depth = window.spans.len() * window.span_len;
        let mut inputs = Vec::with_capacity(pixels * depth);
        for pixel in 0..pixels {
            for &start in window.spans {
                inputs.extend_from_slice(window.span(start, pixel).as_flattened());
            }
        }
        let inputs = NdTensor::from_data([pixels, depth], inputs);
        let mut sums = vec![0; pixels * channels];
        GemmExecutor::<u8, i8, i32>::default()
            .gemm(
                &mut sums,
                GemmInputA::Unpacked(inputs.view()),
                GemmInputB::Packed(&self.weights),
                GemmOptions::default(),
            )
            .map_err(|_| RunError::InvalidModel("a matrix product of the network failed"))?;
        for (row, sums) in row.chunks_exact_mut(channels).zip(sums.chunks_exact(channels)) {
            let factors = self.scales.iter().zip(&self.biases);
            for ((output, &sum), (&scale, &bias)) in row.iter_mut().zip(sums).zip(factors) {
                *output = finish((sum as f32).mul_add(scale, bias));
            }
        }
        Ok(())
    }
}
