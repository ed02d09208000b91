//! Products on all other processors: those of `rten-gemm`, which knows ARM's instructions for them.

use rten_gemm::{GemmExecutor, GemmInputA, GemmInputB, GemmOptions, PackedBMatrix};
use rten_tensor::prelude::*;
use rten_tensor::{NdTensor, NdTensorView};

use super::Seen;
use crate::RunError;

/// The weights of a layer.
pub(in crate::conv_net) struct Matrix {
    /// `[values that a place sees, outputs]`.
    weights: PackedBMatrix<i8>,
    scales: Vec<f32>,
    biases: Vec<f32>,
}

impl Matrix {
    /// As [`super::Weights::new`].
    pub(super) fn new(weights: &[i8], scales: &[f32], biases: &[f32]) -> Self {
        let outputs = scales.len();
        let weights = NdTensorView::from_data([outputs, weights.len() / outputs.max(1)], weights);
        let weights = GemmExecutor::<u8, i8, i32>::default().prepack_b(weights.transposed());
        Self { weights, scales: scales.to_vec(), biases: biases.to_vec() }
    }

    pub(super) fn levels(&self, seen: Seen<'_>, row: &mut [u8]) -> Result<(), RunError> {
        // The cast keeps to 0 and 255.
        self.each(seen, row, |value| value.round_ties_even() as u8)
    }

    pub(super) fn numbers(&self, seen: Seen<'_>, row: &mut [f32]) -> Result<(), RunError> {
        self.each(seen, row, |value| value)
    }

    fn each<T>(
        &self,
        seen: Seen<'_>,
        row: &mut [T],
        finish: impl Fn(f32) -> T,
    ) -> Result<(), RunError> {
        let outputs = self.scales.len();
        let places = row.len() / outputs;
        let depth = seen.runs.len() * seen.length;
        let mut values = Vec::with_capacity(places * depth);
        for place in 0..places {
            for &run in seen.runs {
                values.extend_from_slice(seen.run(run, place).as_flattened());
            }
        }
        let values = NdTensor::from_data([places, depth], values);
        let mut sums = vec![0; places * outputs];
        GemmExecutor::<u8, i8, i32>::default()
            .gemm(
                &mut sums,
                GemmInputA::Unpacked(values.view()),
                GemmInputB::Packed(&self.weights),
                GemmOptions::default(),
            )
            .map_err(|_| RunError::InvalidModel("a network's products stopped"))?;
        for (row, sums) in row.chunks_exact_mut(outputs).zip(sums.chunks_exact(outputs)) {
            let factors = self.scales.iter().zip(&self.biases);
            for ((output, &sum), (&scale, &bias)) in row.iter_mut().zip(sums).zip(factors) {
                *output = finish((sum as f32).mul_add(scale, bias));
            }
        }
        Ok(())
    }
}
