"""Shipped weights taken up again: training can go on from an ONNX file when its checkpoint is gone."""

import numpy
import onnx
import torch
from onnx import numpy_helper
from torch import nn


def load(network, path):
    """`network` with the averaged weights of a checkpoint, or those of a shipped ONNX file, ready to read."""
    if path.endswith(".onnx"):
        load_onnx(network, path, torch.zeros(1, 1, 32, 64))
    else:
        network.load_state_dict(torch.load(path, map_location="cpu")["average"])
    return network.eval()


def load_onnx(network, path, example):
    """Fills `network` with the weights of an ONNX file that `export` made of such a network.

    Export has folded each batch norm into its convolution. The norms get the statistics of `example`, a batch of
    inputs, and undo them: training, which normalises by the batch at hand, so starts from what was shipped.
    """
    folded = layers(path)
    used = [module for module in in_order(network, example[:1]) if isinstance(module, (nn.Conv2d, nn.Linear))]
    blocks = [module for module in network.modules() if isinstance(module, nn.Sequential) and len(module) > 1 and isinstance(module[1], nn.BatchNorm2d)]
    norms = {block[0][-1] if isinstance(block[0], nn.Sequential) else block[0]: block[1] for block in blocks}
    if len(used) != len(folded):
        raise ValueError(f"{path} has {len(folded)} layers with weights, the network {len(used)}")
    with torch.no_grad():
        for module, (weight, bias) in zip(used, folded):
            module.weight.copy_(torch.from_numpy(weight))
            norm = norms.get(module)
            if norm is None:
                if module.bias is not None:
                    module.bias.copy_(torch.from_numpy(bias))
                continue
            norm.running_mean.zero_()
            norm.running_var.fill_(1 - norm.eps)
            norm.weight.fill_(1)
            norm.bias.copy_(torch.from_numpy(bias))
        for norm, (mean, variance) in statistics(network, norms.values(), example).items():
            norm.running_mean.copy_(mean)
            norm.running_var.copy_(variance)
            norm.weight.copy_((variance + norm.eps).sqrt())
            norm.bias.add_(mean)


def statistics(network, norms, example):
    """norm → mean and variance of each channel of what reaches it when `network` is shown `example`."""
    found = {}

    def note(norm, given):
        values = given[0].float()
        found[norm] = values.mean((0, 2, 3)), values.var((0, 2, 3), unbiased=False)

    show(network, example, [norm.register_forward_pre_hook(note) for norm in norms])
    return found


def layers(path):
    """(weight, bias) of each convolution and linear layer of an ONNX file, in the order of its graph."""
    graph = onnx.load(path).graph
    values = {tensor.name: numpy_helper.to_array(tensor).astype(numpy.float32) for tensor in graph.initializer}
    found = []
    for node in graph.node:
        given = [values[name] for name in node.input if name in values]
        if node.op_type == "Conv":
            found.append((given[0], given[1] if len(given) > 1 else None))
        elif node.op_type == "MatMul" and given:
            found.append((given[0].T.copy(), None))
        elif node.op_type == "Add" and given and found and found[-1][1] is None:
            found[-1] = (found[-1][0], given[0])
    return found


def in_order(network, example):
    """The modules of `network` in the order in which they run."""
    order = []
    show(network, example, [module.register_forward_hook(lambda module, *_: order.append(module)) for module in network.modules()])
    return order


def show(network, example, hooks):
    """Runs `network` on `example` once for its `hooks`, which are removed, and leaves it as it was."""
    training = network.training
    with torch.no_grad():
        network.eval()(example)
    network.train(training)
    for hook in hooks:
        hook.remove()
