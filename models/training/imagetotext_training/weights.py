"""Loads weights into a network, from a checkpoint of a training run or from a shipped ONNX file."""

import math

import numpy
import onnx
import torch
from onnx import numpy_helper

from .alphabet import CLASSES
from .networks import LINE_HEIGHT, Recogniser
from .quantization import QuantizedLayer, quantize


def load_weights(network, path, rows=LINE_HEIGHT):
    """`network` with the weights in `path`, in evaluation mode; a quantised copy of it if the weights are quantised.

    `path` is a checkpoint, of which the averaged weights are used, or an ONNX file that `export` wrote. `rows` is the
    height of a picture that the network reads.
    """
    if path.endswith(".onnx"):
        return load_onnx_weights(quantize(network), path, rows)
    weights = torch.load(path, map_location="cpu")["average"]
    if any(name.endswith("activation.log_scale") for name in weights):
        network = quantize(network)
    network.load_state_dict(weights)
    return network.eval()


def load_onnx_weights(network, path, rows=LINE_HEIGHT):
    """Fills `network`, which is quantised, with the weights of an ONNX file that `export` wrote."""
    stored = read_onnx_layers(path)
    layers = layers_in_order(network, rows)
    if len(layers) != len(stored):
        raise ValueError(f"{path} has {len(stored)} layers with weights, the network {len(layers)}")
    with torch.no_grad():
        for layer, (weight, bias, scale) in zip(layers, stored):
            layer.weight.copy_(torch.from_numpy(weight).reshape(layer.weight.shape))
            layer.bias.copy_(torch.from_numpy(bias.copy()))
            if layer.activation is not None:
                layer.activation.log_scale.fill_(math.log(scale))
    return network.eval()


def recogniser_for(path, classes=CLASSES, dilations=None):
    """A Recogniser that `path` fits: as an ONNX file has it, such as one of another alphabet, or one of `classes`."""
    if not path.endswith(".onnx"):
        return Recogniser(classes, dilations=dilations) if dilations else Recogniser(classes)
    convolutions = [node for node in onnx.load(path).graph.node if node.op_type == "Conv"]
    options = [{attribute.name: list(attribute.ints) for attribute in node.attribute} for node in convolutions]
    dilations = tuple(option["dilations"][1] for option in options if option["kernel_shape"] == [1, 5])
    weight, _, _ = read_onnx_layers(path)[-1]
    return Recogniser(len(weight) // 2, dilations=dilations)


def read_onnx_layers(path):
    """(weight, bias, scale of the outputs or None) of each convolution of an ONNX file, in the order of its graph."""
    graph = onnx.load(path).graph
    values = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    producers = {node.output[0]: node for node in graph.node}
    output_scales = {node.input[0]: float(values[node.input[1]]) for node in graph.node if node.op_type == "QuantizeLinear"}
    layers = []
    for node in graph.node:
        if node.op_type == "Conv":
            quantized, scales = (values[name] for name in producers[node.input[1]].input)
            weight = quantized.astype(numpy.float32) * scales.reshape(-1, 1, 1, 1)
            layers.append((weight, values[node.input[2]], output_scales.get(node.output[0])))
    return layers


def layers_in_order(network, rows):
    """The layers of `network`, which is quantised and reads pictures of `rows`, in the order in which they run."""
    order = []
    hooks = [layer.register_forward_hook(lambda layer, *_: order.append(layer)) for layer in network.modules() if isinstance(layer, QuantizedLayer)]
    with torch.no_grad():
        network.eval()(torch.zeros(1, 1, rows, 64))
    for hook in hooks:
        hook.remove()
    return order
