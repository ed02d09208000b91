//! The learned models of the layout: small networks, from features of a pair or a block to evidence.

use std::sync::LazyLock;

/// The networks of the layout, in the order of the file.
#[derive(Debug)]
pub(super) struct Networks {
    /// Two texts side by side: read across, and in one cell.
    pub(super) beside: Network,
    /// Weights of the agreement between pairs: see [`super::across`].
    pub(super) agreement: Network,
    /// A row below another: in one block, and in one row of a table.
    pub(super) below: Network,
    /// Two blocks: the first is read before the second.
    pub(super) before: Network,
    /// A block: one output for each kind.
    pub(super) kind: Network,
}

/// A network of fully connected layers with rectifiers between them.
#[derive(Debug)]
pub(super) struct Network {
    layers: Vec<Layer>,
}

#[derive(Debug)]
struct Layer {
    /// One row of weights for each output, then the biases.
    weights: Vec<f32>,
    inputs: usize,
    outputs: usize,
}

/// Most inputs or outputs of a layer: what a file may ask memory for.
const MAX_WIDTH: u32 = 1024;

impl Networks {
    /// The networks that we ship.
    pub(super) fn shipped() -> &'static Self {
        static SHIPPED: LazyLock<Networks> = LazyLock::new(|| {
            Networks::parse(imagetotext_models::LAYOUT).expect("a test reads the embedded file")
        });
        &SHIPPED
    }

    /// Parses the file; `None` when `bytes` are something else.
    pub(super) fn parse(mut bytes: &[u8]) -> Option<Self> {
        let rest = &mut bytes;
        let networks = Self {
            beside: Network::parse(rest)?,
            agreement: Network::parse(rest)?,
            below: Network::parse(rest)?,
            before: Network::parse(rest)?,
            kind: Network::parse(rest)?,
        };
        rest.is_empty().then_some(networks)
    }
}

impl Network {
    fn parse(bytes: &mut &[u8]) -> Option<Self> {
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
    pub(super) fn is_trained(&self) -> bool {
        self.layers.len() > 1
    }

    /// The outputs for `features`; missing features count as 0.
    pub(super) fn run(&self, features: &[f32]) -> Vec<f32> {
        let mut values = features.to_vec();
        for (index, layer) in self.layers.iter().enumerate() {
            values = layer.run(&values);
            if index + 1 < self.layers.len() {
                for value in &mut values {
                    *value = value.max(0.0);
                }
            }
        }
        values
    }
}

impl Layer {
    fn run(&self, values: &[f32]) -> Vec<f32> {
        let (weights, biases) = self.weights.split_at(self.inputs * self.outputs);
        let sum = |output: usize| -> f32 {
            let row = &weights[output * self.inputs..][..self.inputs];
            row.iter().zip(values).map(|(weight, value)| weight * value).sum()
        };
        (0..self.outputs).map(|output| sum(output) + biases[output]).collect()
    }
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
        let network = Network::parse(&mut bytes.as_slice()).unwrap();
        // 1·1 + 2·2 + 0.5 = 5.5, and -1 + 0.25 is cut off.
        assert_eq!(network.run(&[1.0, 2.0]), [3.0 * 5.5 + 1.0]);
        // 1·-1 + 0.5 is cut off, and 1 + 0.25 is not.
        assert_eq!(network.run(&[-1.0]), [4.0 * 1.25 + 1.0]);
    }

    #[test]
    fn files_that_hold_no_networks_are_refused() {
        let bytes = imagetotext_models::LAYOUT;
        assert!(Networks::parse(bytes).is_some());
        for end in [0, 3, 100, bytes.len() - 1] {
            assert!(Networks::parse(&bytes[..end]).is_none(), "{end}");
        }
        assert!(Networks::parse(&[bytes, b"x"].concat()).is_none());
        assert!(Network::parse(&mut file(&[(u32::MAX, u32::MAX, &[])]).as_slice()).is_none());
    }
}
