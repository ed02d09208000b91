//! Small networks of fully connected layers with rectifiers between them.

/// A network of fully connected layers with rectifiers between them.
#[derive(Debug)]
pub(crate) struct DenseNetwork {
    layers: Vec<Layer>,
}

/// A fully connected layer.
#[derive(Debug)]
pub(crate) struct Layer {
    /// One row of weights for each output, then the biases.
    weights: Vec<f32>,
    pub(crate) inputs: usize,
    pub(crate) outputs: usize,
}

/// Most inputs or outputs of a layer: what a file may ask memory for.
const MAX_WIDTH: u32 = 1024;

impl DenseNetwork {
    /// Parses the network that `bytes` begin with and leaves what follows it; `None` when there is none.
    ///
    /// Little-endian: the number of layers (u32), and for each layer inputs and outputs (u32), the weights
    /// (f32, one row for each output) and the biases.
    pub(crate) fn parse(bytes: &mut &[u8]) -> Option<Self> {
        let count = number(bytes)?;
        let mut layers = Vec::new();
        for _ in 0..count {
            let (inputs, outputs) = (number(bytes)?, number(bytes)?);
            if inputs > MAX_WIDTH || outputs > MAX_WIDTH {
                return None;
            }
            let (inputs, outputs) = (inputs as usize, outputs as usize);
            let (weights, rest) = bytes.split_at_checked((inputs + 1) * outputs * 4)?;
            *bytes = rest;
            let weights = weights.chunks_exact(4);
            let weights = weights.map(|it| f32::from_le_bytes([it[0], it[1], it[2], it[3]]));
            layers.push(Layer { weights: weights.collect(), inputs, outputs });
        }
        Some(Self { layers })
    }

    /// Whether it is more than the placeholder that training begins with.
    #[cfg(feature = "layout-training")]
    pub(crate) fn is_trained(&self) -> bool {
        self.layers.len() > 1
    }

    pub(crate) fn layers(&self) -> &[Layer] {
        &self.layers
    }

    /// The outputs for `features`; missing features count as 0.
    pub(crate) fn run(&self, features: &[f32]) -> Vec<f32> {
        let mut values = features.to_vec();
        for (index, layer) in self.layers.iter().enumerate() {
            let inputs = values;
            values = vec![0.0; layer.outputs];
            layer.run(&inputs, &mut values);
            if index + 1 < self.layers.len() {
                for value in &mut values {
                    *value = value.max(0.0);
                }
            }
        }
        values
    }
}

/// Sums of products that are added up beside each other, for the registers of the processor.
const LANES: usize = 8;

impl Layer {
    /// Computes the outputs for some values; missing ones count as 0.
    pub(crate) fn run(&self, values: &[f32], outputs: &mut [f32]) {
        let (weights, biases) = self.weights.split_at(self.inputs * self.outputs);
        let rows = weights.chunks_exact(self.inputs.max(1));
        for ((output, row), bias) in outputs.iter_mut().zip(rows).zip(biases) {
            *output = product(row, values) + bias;
        }
    }
}

/// The sum of the products of weights and values.
fn product(weights: &[f32], values: &[f32]) -> f32 {
    let length = weights.len().min(values.len());
    let (weights, values) = (&weights[..length], &values[..length]);
    let mut sums = [0.0; LANES];
    let (whole, rest) = weights.as_chunks::<LANES>();
    let (whole_values, rest_values) = values.as_chunks::<LANES>();
    for (weights, values) in whole.iter().zip(whole_values) {
        for lane in 0..LANES {
            sums[lane] += weights[lane] * values[lane];
        }
    }
    let rest: f32 = rest.iter().zip(rest_values).map(|(weight, value)| weight * value).sum();
    sums.iter().sum::<f32>() + rest
}

fn number(bytes: &mut &[u8]) -> Option<u32> {
    let (number, rest) = bytes.split_at_checked(4)?;
    *bytes = rest;
    Some(u32::from_le_bytes(number.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(layers: &[(u32, u32, &[f32])]) -> Vec<u8> {
        let mut bytes = (layers.len() as u32).to_le_bytes().to_vec();
        for (inputs, outputs, weights) in layers {
            bytes.extend([inputs.to_le_bytes(), outputs.to_le_bytes()].concat());
            bytes.extend(weights.iter().flat_map(|it| it.to_le_bytes()));
        }
        bytes
    }

    #[test]
    fn layers_are_weighted_sums_with_rectifiers_between_them() {
        let bytes = file(&[(2, 2, &[1.0, 2.0, -1.0, 0.0, 0.5, 0.25]), (2, 1, &[3.0, 4.0, 1.0])]);
        let network = DenseNetwork::parse(&mut bytes.as_slice()).unwrap();
        // 1·1 + 2·2 + 0.5 = 5.5, and -1 + 0.25 is cut off.
        assert_eq!(network.run(&[1.0, 2.0]), [3.0 * 5.5 + 1.0]);
        // 1·-1 + 0.5 is cut off, and 1 + 0.25 is not.
        assert_eq!(network.run(&[-1.0]), [4.0 * 1.25 + 1.0]);
    }

    #[test]
    fn layers_that_ask_for_much_memory_are_refused() {
        assert!(DenseNetwork::parse(&mut file(&[(u32::MAX, u32::MAX, &[])]).as_slice()).is_none());
    }
}
