//! ONNX files of int8 convolutional networks, read into a [`ConvNet`].
//!
//! The reader is strict: a graph that is not exactly of the kind described at [`ConvNet::from_onnx`] is
//! left to `rten`.

mod decode;
mod proto;
mod quantized_conv;

use std::collections::HashMap;

use rten_onnx::onnx::{DataType, GraphProto, NodeProto, TensorProto};

use crate::conv_net::{ConvNet, Head, INPUT_ZERO_POINT, Operation};
pub(crate) use decode::decode;
use proto::{bytes, dimensions, floats, int_attribute, ints, ints_attribute, string_attribute};
use quantized_conv::{QuantizedConv, conv_geometry};

impl ConvNet {
    /// Reads a network from the bytes of an ONNX file; `None` if it is not of the following kind, and so
    /// has to run elsewhere.
    ///
    /// - One input `[1, 1, height, width]`, quantised to `u8` with zero point 127 and scale 1/254.
    /// - `Conv` without groups, of `int8` weights from -63 to 63 with a scale for each output channel.
    ///   The outputs go through `QuantizeLinear` to `u8` with zero point 0.
    /// - `Add` of two values of the same scale, of which the second may come from a `Resize` to twice
    ///   the size (nearest neighbour). The sum is quantised to that scale.
    /// - At the end, a last `Conv` followed by `DepthToSpace` of four channels and `Sigmoid`: the output
    ///   is `[1, 1, 2 · rows, 2 · columns]`. Or by `Squeeze` of the one row, `Transpose`, `Reshape` to
    ///   `[1, steps, classes]`, `LogSoftmax` and `Transpose`: the output is `[steps, 1, classes]`.
    pub fn from_onnx(bytes: &[u8]) -> Option<Self> {
        let graph = decode(bytes).ok()?.graph?;
        let ([input], [output]) = (&graph.input[..], &graph.output[..]) else { return None };
        let input_size = input_size(&graph)?;
        let constants = graph.initializer.into_iter().filter_map(|it| Some((it.name.clone()?, it)));
        let mut reader = GraphReader {
            constants: constants.collect(),
            values: HashMap::from([(input.name.clone()?, Value::Picture)]),
            ..GraphReader::default()
        };
        let output_name = output.name.as_ref()?;
        for node in &graph.node {
            let [name] = &node.output[..] else { return None };
            if reader.head.is_some() {
                return None;
            }
            if let Some(value) = reader.read_node(node, name == output_name)? {
                reader.values.insert(name.clone(), value);
            }
        }
        let head = reader.head?;
        let last = reader.open_conv.take()?;
        let fits = match head {
            Head::Heatmap => last.output_channels() == 4,
            Head::Sequence { classes } => last.output_channels().is_multiple_of(classes),
        };
        // The last convolution reads what the last operation computes.
        (fits && last.input == reader.operations.len())
            .then(|| Some(Self::new(input_size, reader.operations, last.layer(1.0)?, head)))?
    }
}

/// What a name in the graph stands for: where it comes from, and its scale where it is quantised.
/// Feature maps and convolutions go by their numbers in the [`ConvNet`]; only the newest convolution
/// can be open.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Value {
    /// The input of the network, not quantised yet.
    Picture,
    /// From `QuantizeLinear`: a feature map.
    Quantized { map: usize, scale: f32 },
    /// The same from `DequantizeLinear`, `[1, channels, rows, columns]`.
    Dequantized { map: usize, scale: f32 },
    /// The same at twice the size, from `Resize`.
    Upsampled { map: usize, scale: f32 },
    /// From `Add`: may be above 255 · scale until it is quantised.
    Sum { map: usize, scale: f32 },
    /// From `Conv`, not quantised.
    ConvOutput { conv: usize },
    /// The same from `Squeeze`: `[1, channels, columns]`.
    Squeezed { conv: usize },
    /// The same from `Transpose`: `[1, columns, channels]`.
    Transposed { conv: usize },
    /// The same from `Reshape`: `[1, steps, classes]`.
    Reshaped { conv: usize, classes: usize },
    /// The same from `LogSoftmax`.
    LogSoftmax { conv: usize, classes: usize },
    /// From `DepthToSpace` of a `Conv`.
    DepthToSpace { conv: usize },
}

/// What was read of a graph so far.
#[derive(Default)]
struct GraphReader {
    constants: HashMap<String, TensorProto>,
    values: HashMap<String, Value>,
    /// Dequantised weights: name of the int8 constant, scale of each output channel.
    weights: HashMap<String, (String, Vec<f32>)>,
    operations: Vec<Operation>,
    conv_count: usize,
    /// The newest convolution, until the node that takes its output is read.
    open_conv: Option<QuantizedConv>,
    /// Known when the last node was read.
    head: Option<Head>,
}

impl GraphReader {
    /// What `node` returns, after its operation is noted; `Some(None)` for weights and for the last
    /// node.
    #[expect(clippy::option_option, reason = "the outer one is for an unknown kind of node")]
    fn read_node(&mut self, node: &NodeProto, is_last: bool) -> Option<Option<Value>> {
        use Value::{
            ConvOutput, DepthToSpace, Dequantized, LogSoftmax, Picture, Quantized, Reshaped,
            Squeezed, Sum, Transposed, Upsampled,
        };
        let inputs: Vec<Option<Value>> =
            node.input.iter().map(|name| self.values.get(name).copied()).collect();
        let output = match (node.op_type.as_deref()?, &inputs[..]) {
            ("DequantizeLinear", [None, None]) if int_attribute(node, "axis") == Some(0) => {
                let scales = floats(self.constant(node, 1)?)?;
                let name = node.output.first()?.clone();
                self.weights.insert(name, (node.input[0].clone(), scales));
                return Some(None);
            }
            ("QuantizeLinear", [Some(input), ..]) => {
                let scale = self.scale(node, *input == Picture)?;
                match *input {
                    Picture => Quantized { map: 0, scale },
                    Sum { map, scale: of } if same(of, scale) => Quantized { map, scale },
                    ConvOutput { conv } => Quantized { map: self.close_conv(conv, scale)?, scale },
                    _ => return None,
                }
            }
            ("DequantizeLinear", [Some(Quantized { map, scale: of }), ..]) => {
                let scale = self.scale(node, *map == 0)?;
                same(*of, scale).then_some(Dequantized { map: *map, scale })?
            }
            ("Conv", [Some(Dequantized { map, scale }), None, None]) => {
                self.open_conv = Some(self.conv(node, *map, *scale)?);
                self.conv_count += 1;
                ConvOutput { conv: self.conv_count }
            }
            (
                "Add",
                [
                    Some(Dequantized { map: a, scale }),
                    Some(
                        second @ (Dequantized { map: b, scale: of }
                        | Upsampled { map: b, scale: of }),
                    ),
                ],
            ) if same(*scale, *of) => {
                let upsampled = matches!(second, Upsampled { .. });
                let operation = Operation::Add { inputs: [*a, *b], upsampled };
                Sum { map: self.push(operation)?, scale: *scale }
            }
            ("Resize", [Some(Dequantized { map, scale }), ..]) => {
                let nearest = string_attribute(node, "mode") == Some("nearest")
                    && string_attribute(node, "nearest_mode") == Some("floor")
                    && string_attribute(node, "coordinate_transformation_mode")
                        == Some("asymmetric");
                let factors = floats(self.constant(node, 2)?)?;
                let doubles = factors == [1.0, 1.0, 2.0, 2.0];
                (nearest && doubles).then_some(Upsampled { map: *map, scale: *scale })?
            }
            ("DepthToSpace", [Some(ConvOutput { conv })]) => {
                // With one channel left, both orders of the attribute `mode` are the same.
                let quarters = int_attribute(node, "blocksize") == Some(2);
                quarters.then_some(DepthToSpace { conv: *conv })?
            }
            ("Squeeze", [Some(ConvOutput { conv }), None]) => {
                (ints(self.constant(node, 1)?)? == [2]).then_some(Squeezed { conv: *conv })?
            }
            ("Transpose", [Some(Squeezed { conv })]) => {
                let swaps = ints_attribute(node, "perm") == [0, 2, 1];
                swaps.then_some(Transposed { conv: *conv })?
            }
            ("Reshape", [Some(Transposed { conv }), None]) => {
                let [1, -1, classes] = ints(self.constant(node, 1)?)?[..] else { return None };
                let classes = usize::try_from(classes).ok().filter(|&classes| classes > 0)?;
                Reshaped { conv: *conv, classes }
            }
            ("LogSoftmax", [Some(Reshaped { conv, classes })]) => {
                let last_axis = int_attribute(node, "axis") == Some(2);
                last_axis.then_some(LogSoftmax { conv: *conv, classes: *classes })?
            }
            ("Sigmoid", [Some(DepthToSpace { conv })]) if is_last && *conv == self.conv_count => {
                self.head = Some(Head::Heatmap);
                return Some(None);
            }
            ("Transpose", [Some(LogSoftmax { conv, classes })])
                if is_last
                    && *conv == self.conv_count
                    && ints_attribute(node, "perm") == [1, 0, 2] =>
            {
                self.head = Some(Head::Sequence { classes: *classes });
                return Some(None);
            }
            _ => return None,
        };
        Some(Some(output))
    }

    fn constant(&self, node: &NodeProto, input: usize) -> Option<&TensorProto> {
        self.constants.get(node.input.get(input)?)
    }

    /// The scale of a `QuantizeLinear` or `DequantizeLinear`, if its zero point is 0; or, for the
    /// picture, if both are those of [`INPUT_ZERO_POINT`].
    fn scale(&self, node: &NodeProto, is_picture: bool) -> Option<f32> {
        let [scale] = floats(self.constant(node, 1)?)?[..] else { return None };
        let [zero_point] = bytes(self.constant(node, 2)?, DataType::UINT8)?[..] else {
            return None;
        };
        let fits = scale.is_normal()
            && scale > 0.0
            && zero_point == if is_picture { INPUT_ZERO_POINT } else { 0 }
            && (!is_picture || same(scale, 0.5 / f32::from(INPUT_ZERO_POINT)));
        fits.then_some(scale)
    }

    /// Notes an operation, unless a convolution is open; the number of the feature map that it computes.
    fn push(&mut self, operation: Operation) -> Option<usize> {
        self.operations.push(operation);
        self.open_conv.is_none().then_some(self.operations.len())
    }

    /// Notes the open convolution, whose outputs are quantised with this scale.
    fn close_conv(&mut self, conv: usize, scale: f32) -> Option<usize> {
        let open = self.open_conv.take().filter(|_| conv == self.conv_count)?;
        let layer = Box::new(open.layer(scale)?);
        self.push(Operation::Conv { input: open.input, layer })
    }

    fn conv(&self, node: &NodeProto, input: usize, input_scale: f32) -> Option<QuantizedConv> {
        let (name, weight_scales) = self.weights.get(node.input.get(1)?)?;
        let tensor = self.constants.get(name)?;
        let weights = bytes(tensor, DataType::INT8)?.iter().map(|&it| it.cast_signed()).collect();
        let [output_channels, _, rows, columns] = dimensions(tensor)?[..] else { return None };
        let bias = floats(self.constant(node, 2)?)?;
        let geometry = conv_geometry(node)?;
        let fits = [rows, columns] == geometry.kernel
            && [bias.len(), weight_scales.len()] == [output_channels; 2]
            && self.open_conv.is_none();
        let input_zero_point = if input == 0 { INPUT_ZERO_POINT } else { 0 };
        let weight_scales = weight_scales.clone();
        fits.then_some(QuantizedConv {
            input,
            input_scale,
            input_zero_point,
            geometry,
            weights,
            weight_scales,
            bias,
        })
    }
}

/// Height and width of the one grey picture that goes in, where they are fixed.
fn input_size(graph: &GraphProto) -> Option<[Option<usize>; 2]> {
    let shape = graph.input.first()?.r#type.as_ref()?.tensor_type.as_ref()?.shape.as_ref()?;
    let [_, channels, height, width] = &shape.dim[..] else { return None };
    let fixed = |value: Option<i64>| value.and_then(|value| usize::try_from(value).ok());
    (channels.dim_value == Some(1)).then(|| [height, width].map(|axis| fixed(axis.dim_value)))
}

/// Whether two scales are the same: files repeat them bit by bit.
fn same(a: f32, b: f32) -> bool {
    a.to_bits() == b.to_bits()
}

#[cfg(test)]
mod tests {

    use super::*;

    #[test]
    fn other_networks_are_left_to_rten() {
        assert!(ConvNet::from_onnx(b"").is_none());
        assert!(ConvNet::from_onnx(b"no network").is_none());
        // Field 7, the graph, without a byte in it.
        assert!(ConvNet::from_onnx(&[7 << 3 | 2, 0]).is_none());
    }
}
