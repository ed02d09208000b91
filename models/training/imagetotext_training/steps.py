"""Networks that count in whole steps: what is shipped, and what the last hours of training see.

Each weight is one of 127 multiples of its output channel's step, each value between layers one of 256 multiples of
its layer's step, none below zero; the picture has 255 levels. Products of such numbers are whole numbers of eight
bits, which processors multiply several times as fast as fractions. Jacob et al., "Quantization and training of neural
networks for efficient integer-arithmetic-only inference" (2018); the steps of the values are learned as in Esser et
al., "Learned step size quantization" (2020).
"""

import copy

import torch
from torch import nn
from torch.nn import functional

from .networks import Sum

WEIGHTS = 63
"""Largest multiple in a weight: two products of it and 255 fit 16 bits, which processors without dot products add up in."""

VALUES = 255
"""Largest multiple in a value."""

PICTURE = 127
"""Steps from the grey in the middle, which stands around pictures, to white."""

SELDOM = 1e-4
"""Share of a layer's values that may lie beyond its largest multiple when steps are first chosen."""


def whole(x):
    """The nearest whole numbers, through which gradients pass as if nothing had been done."""
    return x + (x.round() - x).detach()


class Step(nn.Module):
    """The step of some layers' values, learned as its logarithm."""

    def __init__(self):
        super().__init__()
        self.log = nn.Parameter(torch.zeros(()))

    def size(self):
        return self.log.exp()

    def most(self):
        return VALUES * self.size()


class Rounded(nn.Module):
    """A convolution, or a linear layer, of rounded weights, followed by rounding to multiples of `step` if there is one."""

    def __init__(self, layer, norm=None, step=None):
        super().__init__()
        weight, bias = layer.weight.detach(), layer.bias
        bias = torch.zeros(len(weight)) if bias is None else bias.detach()
        if norm:
            factor = norm.weight.detach() / (norm.running_var + norm.eps).sqrt()
            weight = weight * factor.reshape(-1, *[1] * (weight.ndim - 1))
            bias = (bias - norm.running_mean) * factor + norm.bias.detach()
        self.weight, self.bias, self.step = nn.Parameter(weight.clone()), nn.Parameter(bias.clone()), step
        self.kind = {} if weight.ndim == 2 else {"stride": layer.stride, "padding": layer.padding, "dilation": layer.dilation}

    def weight_steps(self):
        """The step of each output channel's weights."""
        return self.weight.detach().flatten(1).abs().amax(1).clamp(min=1e-8) / WEIGHTS

    def forward(self, x):
        steps = self.weight_steps().reshape(-1, *[1] * (self.weight.ndim - 1))
        weight = whole(self.weight / steps) * steps
        y = functional.conv2d(x, weight, self.bias, **self.kind) if self.kind else functional.linear(x, weight, self.bias)
        if self.step is None:
            return y
        size = self.step.size()
        return whole((y.float() / size).clamp(0, VALUES)) * size


class Picture(nn.Module):
    """Brings a picture to its levels before the first layer sees it."""

    def __init__(self, first):
        super().__init__()
        self.first = first

    def forward(self, x):
        return self.first(whole(x * 2 * PICTURE) / (2 * PICTURE))


def rounded(network, shown=()):
    """A copy of `network`, a trained Recogniser or Detector, that counts in steps.

    The steps of the values are chosen so that few of those that `shown`, batches of inputs, make are cut off.
    """
    network = copy.deepcopy(network).eval()
    largest = extremes(network, shown)
    steps = {}
    for blocks, sums in network.joined():
        step = Step()
        steps.update(dict.fromkeys(blocks, step))
        for total in sums:
            total.most = step.most
        # One step for all: that of the largest.
        most = max(largest.get(module, 0) for module in (*blocks, *sums))
        largest.update(dict.fromkeys(blocks, most))
    for block in [module for module in network.modules() if is_block(module)]:
        step = steps.get(block) or Step()
        if largest.get(block):
            step.log.data.fill_(largest[block] / VALUES).log_()
        block[0], block[1], block[2] = Rounded(block[0], block[1], step), nn.Identity(), nn.Identity()
    network.stem[0] = Picture(network.stem[0])
    network.out = Rounded(network.out)
    return network.train()


def is_block(module):
    return isinstance(module, nn.Sequential) and len(module) == 3 and isinstance(module[1], nn.BatchNorm2d)


def extremes(network, shown):
    """block or sum → the value that few of its values exceed."""
    found = {}

    def note(module, _, made):
        values = made.float().flatten()
        count = max(1, int(len(values) * SELDOM))
        found[module] = max(found.get(module, 0.0), float(values.topk(count).values[-1]))

    hooks = [module.register_forward_hook(note) for module in network.modules() if is_block(module) or isinstance(module, Sum)]
    with torch.no_grad():
        for batch in shown:
            network(batch)
    for hook in hooks:
        hook.remove()
    return found
