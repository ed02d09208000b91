"""ONNX graphs of networks that count in whole steps, written node by node.

Weights are whole numbers with a step for each output (`DequantizeLinear`), and so are the values between layers
(`QuantizeLinear`, `DequantizeLinear`): the usual form for such networks, which other programs run too.
"""

import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper

from .steps import PICTURE

OPSET = 17


class Graph:
    """The graph of one network; each method adds what its name says and returns the name of the value made."""

    def __init__(self, source, shape):
        self.nodes, self.constants = [], []
        self.source = helper.make_tensor_value_info(source, TensorProto.FLOAT, shape)
        self.name, self.count = source, 0

    def node(self, kind, *given, made=None, **attributes):
        self.count += made is None
        made = made or f"{self.count}"
        self.nodes.append(helper.make_node(kind, given, [made], **attributes))
        return made

    def constant(self, values):
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(numpy.asarray(values), name))
        return name

    def steps(self, value, size, zero=0):
        """`value` in whole steps of `size`, of which the one with the number `zero` is 0."""
        numbers = [self.constant(numpy.float32(size)), self.constant(numpy.uint8(zero))]
        return self.node("DequantizeLinear", self.node("QuantizeLinear", value, *numbers), *numbers)

    def picture(self):
        return self.steps(self.name, 1 / (2 * PICTURE), PICTURE)

    def layer(self, layer, value):
        """A `steps.Rounded`."""
        sizes = layer.weight_steps()
        weight = (layer.weight.detach() / sizes.reshape(-1, *[1] * (layer.weight.ndim - 1))).round().to(int).numpy().astype(numpy.int8)
        weight = weight.reshape(*weight.shape, *[1] * (4 - weight.ndim))
        weight = self.node("DequantizeLinear", self.constant(weight), self.constant(sizes.numpy()), axis=0)
        (top, left), kind = layer.kind.get("padding", (0, 0)), layer.kind
        made = self.node(
            "Conv",
            value,
            weight,
            self.constant(layer.bias.detach().numpy()),
            kernel_shape=layer.weight.shape[2:] or [1, 1],
            strides=kind.get("stride", (1, 1)),
            pads=[top, left, top, left],
            dilations=kind.get("dilation", (1, 1)),
        )
        return made if layer.step is None else self.steps(made, layer.step.size().item())

    def block(self, block, value):
        return self.layer(block[0], value)

    def total(self, a, b, step):
        return self.steps(self.node("Add", a, b), step.size().item())

    def save(self, target, shape, path):
        """Writes the graph, whose last node made `target`."""
        made = helper.make_tensor_value_info(target, TensorProto.FLOAT, shape)
        graph = helper.make_graph(self.nodes, self.name, [self.source], [made], self.constants)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8)
        onnx.checker.check_model(model, full_check=True)
        onnx.save(model, path)


def recogniser(network, path):
    """A rounded Recogniser → ONNX that reads one line of any width."""
    graph = Graph("line", [1, 1, 32, "width"])
    x = graph.layer(network.stem[0].first[0], graph.picture())
    for block in network.stem[1:]:
        x = graph.block(block, x)
    x = graph.total(x, graph.block(network.middle, x), network.middle[0].step)
    for block in network.neck:
        x = graph.block(block, x)
    for mixer in network.mixers:
        x = graph.total(x, graph.block(mixer.step, x), mixer.step[0].step)
    x = graph.node("Squeeze", graph.layer(network.out, x), graph.constant(numpy.int64([2])))
    # Each position carries two frames: [1, steps, 2·classes] → [1, 2·steps, classes] moves nothing.
    shape = graph.constant(numpy.int64([1, -1, network.classes]))
    x = graph.node("Reshape", graph.node("Transpose", x, perm=[0, 2, 1]), shape)
    graph.node("Transpose", graph.node("LogSoftmax", x, axis=2), made="scores", perm=[1, 0, 2])
    graph.save("scores", ["frames", 1, network.classes], path)


def detector(network, path):
    """A rounded Detector → ONNX for one picture of any size."""
    graph = Graph("picture", [1, 1, "height", "width"])
    steps = [graph.layer(network.stem[0].first, graph.picture())]
    for down in network.down:
        steps.append(graph.block(down[1], graph.block(down[0], steps[-1])))
    y = graph.block(network.top[1], graph.block(network.top[0], steps[4]))
    scales = graph.constant(numpy.float32([1, 1, 2, 2]))
    for i in range(3):
        side = graph.block(network.side[i], steps[3 - i])
        y = graph.node("Resize", y, "", scales, mode="nearest", nearest_mode="floor", coordinate_transformation_mode="asymmetric")
        y = graph.block(network.merge[i], graph.total(side, y, network.side[i][0].step))
    y = graph.node("DepthToSpace", graph.layer(network.out, y), blocksize=2, mode="DCR")
    graph.node("Sigmoid", y, made="core")
    graph.save("core", [1, 1, "rows", "columns"], path)
