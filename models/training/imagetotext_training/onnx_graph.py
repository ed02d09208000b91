"""ONNX graphs of quantised networks, written node by node.

Weights are int8 with one scale per output channel (`DequantizeLinear`), activations are uint8 with one scale per layer
(`QuantizeLinear`, `DequantizeLinear`). This is the usual QDQ form, which other programs run too.
"""

import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper

from .networks import LINE_HEIGHT
from .quantization import INPUT_ZERO_POINT

OPSET = 17


def write_recogniser(network, path):
    """Writes a quantised Recogniser as ONNX; it reads one line of any width."""
    graph = GraphBuilder("line", [1, 1, LINE_HEIGHT, "width"])
    graph.save_scores(graph.layer(network.out, graph.trunk(network)), network.classes, path)


def write_detector(network, path):
    """Writes a quantised Detector as ONNX; it takes one picture of any size."""
    graph = GraphBuilder("picture", [1, 1, "height", "width"])
    features = [graph.layer(network.stem[0].first, graph.quantized_input())]
    for down in network.down:
        features.append(graph.block(down[1], graph.block(down[0], features[-1])))
    y = graph.block(network.top[1], graph.block(network.top[0], features[4]))
    scales = graph.constant(numpy.float32([1, 1, 2, 2]))
    for i in range(3):
        lateral = graph.block(network.lateral[i], features[3 - i])
        y = graph.node("Resize", y, "", scales, mode="nearest", nearest_mode="floor", coordinate_transformation_mode="asymmetric")
        y = graph.block(network.merge[i], graph.add(lateral, y, network.lateral[i][0].activation))
    y = graph.node("DepthToSpace", graph.layer(network.out, y), blocksize=2, mode="DCR")
    graph.node("Sigmoid", y, output="core")
    graph.save("core", [1, 1, "rows", "columns"], path)


class GraphBuilder:
    """The graph of one network; each method adds what its name says and returns the name of its output."""

    def __init__(self, input_name, shape):
        self.nodes, self.constants = [], []
        self.input = helper.make_tensor_value_info(input_name, TensorProto.FLOAT, shape)
        self.input_name, self.unnamed = input_name, 0

    def node(self, operator, *inputs, output=None, **attributes):
        self.unnamed += output is None
        output = output or f"{self.unnamed}"
        self.nodes.append(helper.make_node(operator, inputs, [output], **attributes))
        return output

    def constant(self, values):
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(numpy.asarray(values), name))
        return name

    def quantize(self, value, scale, zero_point=0):
        """`value` quantised to uint8 and back to float."""
        parameters = [self.constant(numpy.float32(scale)), self.constant(numpy.uint8(zero_point))]
        return self.node("DequantizeLinear", self.node("QuantizeLinear", value, *parameters), *parameters)

    def quantized_input(self):
        return self.quantize(self.input_name, 1 / (2 * INPUT_ZERO_POINT), INPUT_ZERO_POINT)

    def layer(self, layer, value):
        """A `QuantizedLayer`."""
        scales = layer.weight_scales()
        weight = (layer.weight.detach() / scales.reshape(-1, *[1] * (layer.weight.ndim - 1))).round().to(int).numpy().astype(numpy.int8)
        weight = weight.reshape(*weight.shape, *[1] * (4 - weight.ndim))
        weight = self.node("DequantizeLinear", self.constant(weight), self.constant(scales.numpy()), axis=0)
        options = layer.conv_options
        top, left = options.get("padding", (0, 0))
        output = self.node(
            "Conv",
            value,
            weight,
            self.constant(layer.bias.detach().numpy()),
            kernel_shape=layer.weight.shape[2:] or [1, 1],
            strides=options.get("stride", (1, 1)),
            pads=[top, left, top, left],
            dilations=options.get("dilation", (1, 1)),
        )
        return output if layer.activation is None else self.quantize(output, layer.activation.scale().item())

    def block(self, block, value):
        return self.layer(block[0], value)

    def trunk(self, network):
        """A quantised `LineTrunk` that reads the input."""
        x = self.layer(network.stem[0].first[0], self.quantized_input())
        for block in network.stem[1:]:
            x = self.block(block, x)
        x = self.add(x, self.block(network.middle, x), network.middle[0].activation)
        for block in network.neck:
            x = self.block(block, x)
        for residual in network.residuals:
            x = self.add(x, self.block(residual.conv, x), residual.conv[0].activation)
        return x

    def add(self, a, b, activation):
        return self.quantize(self.node("Add", a, b), activation.scale().item())

    def save_scores(self, value, classes, path):
        """Log-probabilities of `value`, one or more frames for each column, as the output; and writes the graph."""
        x = self.node("Squeeze", value, self.constant(numpy.int64([2])))
        # [1, columns, frames a column · classes] → [1, frames, classes] moves no data.
        shape = self.constant(numpy.int64([1, -1, classes]))
        x = self.node("Reshape", self.node("Transpose", x, perm=[0, 2, 1]), shape)
        self.node("Transpose", self.node("LogSoftmax", x, axis=2), output="scores", perm=[1, 0, 2])
        self.save("scores", ["frames", 1, classes], path)

    def save(self, output_name, shape, path):
        """Writes the graph, whose last node's output is `output_name`."""
        output = helper.make_tensor_value_info(output_name, TensorProto.FLOAT, shape)
        graph = helper.make_graph(self.nodes, self.input_name, [self.input], [output], self.constants)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8)
        onnx.checker.check_model(model, full_check=True)
        onnx.save(model, path)
