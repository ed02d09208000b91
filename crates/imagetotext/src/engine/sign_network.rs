//! The network that knows signs beside numbers: some convolutions of 3 × 3 values in steps of two, then a fully connected
//! layer. `Classifier` in `models/training/imagetotext_training/train_signs.py` is the same.

use std::ops::Range;
use std::sync::LazyLock;

use zeroize::Zeroizing;

use super::crop::Crop;
use crate::dense_network::{DenseNetwork, Layer};

/// The classes of the network after the first, which is everything else; in the order of `sign_pages.py`.
pub(super) const SIGNS: &str = "₹₽₫₩฿₱₺₪₦₴₸₿€£¥$¢↑↓→←▲▼‰°§±×≈≤≥№";

/// Rows and columns of the window that the network sees.
pub(super) const SIDE: usize = 32;

/// Values in the patch of a convolution, of each channel.
const PATCH: usize = 9;

/// Columns of ink that are of a sign, most probably, and the probability, 0 to 1; `None` if they are of none.
pub(super) fn sign_of(run: &Range<usize>, crop: &Crop) -> Option<(char, f32)> {
    static NETWORK: LazyLock<Option<SignNetwork>> =
        LazyLock::new(|| SignNetwork::parse(imagetotext_models::SIGNS));
    let scores = NETWORK.as_ref()?.run(window(run, crop));
    let (class, &most) = scores.iter().enumerate().max_by(|(_, a), (_, b)| a.total_cmp(b))?;
    let sum: f32 = scores.iter().map(|score| (score - most).exp()).sum();
    Some((SIGNS.chars().nth(class.checked_sub(1)?)?, 1.0 / sum))
}

/// The darkness, 0 to 1, of a run of at most [`SIDE`] columns in the middle of a window without anything else.
fn window(run: &Range<usize>, crop: &Crop) -> Zeroizing<Vec<f32>> {
    let mut window = Zeroizing::new(vec![0.0; SIDE * SIDE]);
    let left = (SIDE - run.len()) / 2;
    for (row, pixels) in window.chunks_exact_mut(SIDE).zip(crop.pixels.chunks_exact(crop.width)) {
        for (to, from) in row[left..].iter_mut().zip(&pixels[run.clone()]) {
            *to = 0.5 - from;
        }
    }
    window
}

/// The layers: those of the convolutions take patches, the last one everything.
struct SignNetwork(DenseNetwork);

impl SignNetwork {
    /// `None` when `bytes` are no such network.
    fn parse(mut bytes: &[u8]) -> Option<Self> {
        let network = DenseNetwork::parse(&mut bytes)?;
        let (last, convolutions) = network.layers().split_last()?;
        let (mut side, mut channels) = (SIDE, 1);
        for layer in convolutions {
            if layer.inputs != PATCH * channels {
                return None;
            }
            (side, channels) = (side.div_ceil(2), layer.outputs);
        }
        let fits = last.inputs == side * side * channels
            && last.outputs == SIGNS.chars().count() + 1
            && bytes.is_empty();
        fits.then_some(Self(network))
    }

    /// The scores of the classes for a window.
    fn run(&self, window: Zeroizing<Vec<f32>>) -> Vec<f32> {
        let Some((last, convolutions)) = self.0.layers().split_last() else { return Vec::new() };
        let (mut values, mut side) = (window, SIDE);
        for layer in convolutions {
            values = convolve(layer, &values, side);
            side = side.div_ceil(2);
        }
        let mut scores = vec![0.0; last.outputs];
        last.run(&values, &mut scores);
        scores
    }
}

/// What a layer makes of the patches of a square, in steps of two from its corner on, without negative values; the
/// channels of a place are next to each other, and outside everything is 0.
fn convolve(layer: &Layer, values: &[f32], side: usize) -> Zeroizing<Vec<f32>> {
    let channels = layer.inputs / PATCH;
    let half = side.div_ceil(2);
    let mut patch = Zeroizing::new(vec![0.0; layer.inputs]);
    let mut outputs = Zeroizing::new(vec![0.0; half * half * layer.outputs]);
    for (place, output) in outputs.chunks_exact_mut(layer.outputs).enumerate() {
        let (row, column) = (2 * (place / half), 2 * (place % half));
        patch.fill(0.0);
        for (at, part) in patch.chunks_exact_mut(channels).enumerate() {
            // The place one row above and one column before is the first of the patch.
            let (Some(row), Some(column)) =
                ((row + at / 3).checked_sub(1), (column + at % 3).checked_sub(1))
            else {
                continue;
            };
            if row < side && column < side {
                part.copy_from_slice(&values[(row * side + column) * channels..][..channels]);
            }
        }
        layer.run(&patch, output);
        for value in output {
            *value = value.max(0.0);
        }
    }
    outputs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_hold_no_such_network_are_refused() {
        let bytes = imagetotext_models::SIGNS;
        assert!(SignNetwork::parse(bytes).is_some());
        for end in [0, 3, 100, bytes.len() - 1] {
            assert!(SignNetwork::parse(&bytes[..end]).is_none(), "{end}");
        }
        assert!(SignNetwork::parse(&[bytes, b"x"].concat()).is_none());
        assert!(SignNetwork::parse(imagetotext_models::SCRIPTS).is_none());
    }

    #[test]
    fn patches_are_taken_in_steps_of_two_and_outside_is_nothing() {
        // One layer with one channel that sums its patch.
        let numbers = [1_u32, 9, 1].iter().flat_map(|it| it.to_le_bytes());
        let weights = [1.0_f32; 9].iter().chain(&[0.5]).flat_map(|it| it.to_le_bytes());
        let bytes: Vec<u8> = numbers.chain(weights).collect();
        let network = DenseNetwork::parse(&mut &bytes[..]).unwrap();
        let square: Vec<f32> = (0..16).map(|it| it as f32).collect();
        let found = convolve(&network.layers()[0], &square, 4);
        // The corner sees 0, 1, 4 and 5; the last patch is around 10.
        assert_eq!(*found, [10.5, 24.5, 51.5, 90.5]);
    }
}
