//! Networks that say what a small window of a picture shows: some convolutions of 3 × 3 values in steps of two, then a
//! fully connected layer. `Classifier` in `models/training/imagetotext_training/window_classifier.py` is the same.

use zeroize::Zeroizing;

use crate::dense_network::{DenseNetwork, Layer};

/// Rows and columns of a window.
pub(super) const SIDE: usize = 32;

/// Values in the patch of a convolution, of each channel.
const PATCH: usize = 9;

/// The layers: those of the convolutions take patches, the last one everything.
pub(super) struct WindowNetwork {
    network: DenseNetwork,
    /// Values that the last layer sees beside what the window shows.
    known: usize,
}

impl WindowNetwork {
    /// A network that knows so many classes, and sees so many values beside the window; `None` when `bytes` are none.
    pub(super) fn parse(mut bytes: &[u8], classes: usize, known: usize) -> Option<Self> {
        let network = DenseNetwork::parse(&mut bytes)?;
        let (last, convolutions) = network.layers().split_last()?;
        let (mut side, mut channels) = (SIDE, 1);
        for layer in convolutions {
            if layer.inputs != PATCH * channels {
                return None;
            }
            (side, channels) = (side.div_ceil(2), layer.outputs);
        }
        let fits = last.inputs == side * side * channels + known
            && last.outputs == classes
            && bytes.is_empty();
        fits.then_some(Self { network, known })
    }

    /// The most probable class of a window, and its probability, 0 to 1; `known` is what else is known of it.
    pub(super) fn class_of(
        &self,
        window: Zeroizing<Vec<f32>>,
        known: &[f32],
    ) -> Option<(usize, f32)> {
        let scores = self.run(window, known);
        let (class, &most) = scores.iter().enumerate().max_by(|(_, a), (_, b)| a.total_cmp(b))?;
        let sum: f32 = scores.iter().map(|score| (score - most).exp()).sum();
        Some((class, 1.0 / sum))
    }

    /// The scores of the classes for a window.
    fn run(&self, window: Zeroizing<Vec<f32>>, known: &[f32]) -> Vec<f32> {
        let layers = self.network.layers();
        let Some((last, convolutions)) = layers.split_last() else { return Vec::new() };
        let (mut values, mut side) = (window, SIDE);
        for layer in convolutions {
            values = convolve(layer, &values, side);
            side = side.div_ceil(2);
        }
        values.extend(known.iter().take(self.known));
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
    use crate::engine::sign_network::SIGNS;

    #[test]
    fn files_that_hold_no_such_network_are_refused() {
        let bytes = imagetotext_models::SIGNS;
        let classes = SIGNS.chars().count() + 1;
        assert!(WindowNetwork::parse(bytes, classes, 0).is_some());
        assert!(WindowNetwork::parse(bytes, classes - 1, 0).is_none());
        assert!(WindowNetwork::parse(bytes, classes, 1).is_none());
        for end in [0, 3, 100, bytes.len() - 1] {
            assert!(WindowNetwork::parse(&bytes[..end], classes, 0).is_none(), "{end}");
        }
        assert!(WindowNetwork::parse(&[bytes, b"x"].concat(), classes, 0).is_none());
        assert!(WindowNetwork::parse(imagetotext_models::SCRIPTS, classes, 0).is_none());
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
