"""Weights taken up again, from checkpoints and from the shipped ONNX files."""

import math

import numpy
import onnx
import torch
from onnx import numpy_helper

from .steps import Rounded, rounded


def load(network, path):
    """`network`, or one that counts in steps made of it, with the weights in `path`, ready to read.

    `path` is a checkpoint, of which the averaged weights count, or a file that `export` wrote.
    """
    if path.endswith(".onnx"):
        return load_onnx(rounded(network), path)
    weights = torch.load(path, map_location="cpu")["average"]
    if any(name.endswith("step.log") for name in weights):
        network = rounded(network)
    network.load_state_dict(weights)
    return network.eval()


def load_onnx(network, path):
    """Fills `network`, which counts in steps, with the weights of an ONNX file that `export` made of such a network."""
    shipped = layers(path)
    used = in_order(network)
    if len(used) != len(shipped):
        raise ValueError(f"{path} has {len(shipped)} layers with weights, the network {len(used)}")
    with torch.no_grad():
        for layer, (weight, bias, step) in zip(used, shipped):
            layer.weight.copy_(torch.from_numpy(weight).reshape(layer.weight.shape))
            layer.bias.copy_(torch.from_numpy(bias.copy()))
            if layer.step is not None:
                layer.step.log.fill_(math.log(step))
    return network.eval()


def layers(path):
    """(weight, bias, step of the outputs or None) of each convolution of an ONNX file, in the order of its graph."""
    graph = onnx.load(path).graph
    values = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    makers = {node.output[0]: node for node in graph.node}
    steps = {node.input[0]: float(values[node.input[1]]) for node in graph.node if node.op_type == "QuantizeLinear"}
    found = []
    for node in graph.node:
        if node.op_type == "Conv":
            whole, sizes = (values[name] for name in makers[node.input[1]].input)
            weight = whole.astype(numpy.float32) * sizes.reshape(-1, 1, 1, 1)
            found.append((weight, values[node.input[2]], steps.get(node.output[0])))
    return found


def in_order(network):
    """The layers of `network`, which counts in steps, in the order in which they run."""
    order = []
    hooks = [layer.register_forward_hook(lambda layer, *_: order.append(layer)) for layer in network.modules() if isinstance(layer, Rounded)]
    with torch.no_grad():
        network.eval()(torch.zeros(1, 1, 32, 64))
    for hook in hooks:
        hook.remove()
    return order
