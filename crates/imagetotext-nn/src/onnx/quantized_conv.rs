//! A convolution of the graph, from the attributes of its node to a layer.

use rten_onnx::onnx::NodeProto;

use super::proto::{attribute, int_attribute, ints_attribute};
use crate::conv_net::{ConvGeometry, ConvLayer, ConvParams};

/// A convolution whose outputs are not quantised yet.
pub(super) struct QuantizedConv {
    /// The feature map that it reads.
    pub(super) input: usize,
    pub(super) input_scale: f32,
    pub(super) input_zero_point: u8,
    pub(super) geometry: ConvGeometry,
    /// `[output channels, input channels, rows, columns]`.
    pub(super) weights: Vec<i8>,
    /// Of each output channel.
    pub(super) weight_scales: Vec<f32>,
    /// Of each output channel, as the graph has it: not quantised.
    pub(super) bias: Vec<f32>,
}

/// Largest kernel, stride, dilation and padding: memory is allocated by them, and the file may be
/// anybody's.
const MAX_EXTENT: usize = 64;

impl QuantizedConv {
    pub(super) fn output_channels(&self) -> usize {
        self.bias.len()
    }

    /// The layer whose outputs have this scale.
    pub(super) fn layer(&self, output_scale: f32) -> Option<ConvLayer> {
        let output_channels = self.output_channels();
        let scales: Vec<f32> =
            self.weight_scales.iter().map(|of| of * self.input_scale / output_scale).collect();
        let weights =
            self.weights.chunks_exact((self.weights.len() / output_channels.max(1)).max(1));
        // What a zero point other than 0 adds to each dot product is taken off again.
        let excess = weights.map(|weights| {
            let sum: i32 = weights.iter().copied().map(i32::from).sum();
            f32::from(self.input_zero_point) * sum as f32
        });
        let biases: Vec<f32> = self
            .bias
            .iter()
            .zip(excess)
            .zip(&scales)
            .map(|((bias, excess), scale)| bias / output_scale - excess * scale)
            .collect();
        let [rows, columns] = self.geometry.kernel;
        ConvLayer::new(&ConvParams {
            geometry: self.geometry,
            input_channels: self.weights.len() / (output_channels * rows * columns).max(1),
            weights: &self.weights,
            scales: &scales,
            biases: &biases,
        })
    }
}

/// The geometry of a `Conv` without groups and with the same padding on both sides.
pub(super) fn conv_geometry(node: &NodeProto) -> Option<ConvGeometry> {
    let extent = |value| usize::try_from(value).ok().filter(|&value| value <= MAX_EXTENT);
    let pair = |name, default| match ints_attribute(node, name)[..] {
        [] => Some([default; 2]),
        [rows, columns] => Some([extent(rows)?, extent(columns)?]),
        _ => None,
    };
    let [top, left, bottom, right] = ints_attribute(node, "pads")[..] else { return None };
    let is_plain =
        int_attribute(node, "group").unwrap_or(1) == 1 && attribute(node, "auto_pad").is_none();
    if !is_plain || [top, left] != [bottom, right] {
        return None;
    }
    Some(ConvGeometry {
        kernel: pair("kernel_shape", 0)?,
        stride: pair("strides", 1)?,
        padding: [extent(top)?, extent(left)?],
        dilation: pair("dilations", 1)?,
    })
}
