"""Quantisation of the networks to int8, and quantisation-aware training of the result.

Weights are int8, -63 to 63, with one scale per output channel. Activations are uint8, 0 to 255, with one scale per
layer. The input picture has 255 levels. CPUs multiply such integers several times as fast as floats.

The method is that of Jacob et al., "Quantization and training of neural networks for efficient
integer-arithmetic-only inference" (2018). The activation scales are learned as in Esser et al., "Learned step size
quantization" (2020).
"""

import copy

import torch
from torch import nn
from torch.nn import functional

from .networks import Add

WEIGHT_MAX = 63
"""Largest quantised weight. Two products of it and 255 fit 16 bits, in which CPUs without dot-product instructions add."""

ACTIVATION_MAX = 255
"""Largest quantised activation."""

INPUT_ZERO_POINT = 127
"""Quantised value of mid grey, which is 0 in the network's input; also the number of levels from there to white."""

CLIPPED_SHARE = 1e-4
"""Share of a layer's activations that may be clipped when its first scale is chosen."""


def quantize(network, calibration=()):
    """A quantised copy of `network`, a trained Recogniser or Detector, that can be trained further.

    The activation scales are chosen so that few of the activations on `calibration`, batches of inputs, are clipped.
    """
    network = copy.deepcopy(network).eval()
    largest = activation_ranges(network, calibration)
    scales = {}
    for blocks, additions in network.addition_groups():
        scale = ActivationScale()
        scales.update(dict.fromkeys(blocks, scale))
        for add in additions:
            add.limit = scale.maximum
        # All of them share the scale that the largest needs.
        shared = max(largest.get(module, 0) for module in (*blocks, *additions))
        largest.update(dict.fromkeys(blocks, shared))
    for block in [module for module in network.modules() if is_conv_block(module)]:
        scale = scales.get(block) or ActivationScale()
        if largest.get(block):
            scale.log_scale.data.fill_(largest[block] / ACTIVATION_MAX).log_()
        block[0], block[1], block[2] = QuantizedLayer(block[0], block[1], scale), nn.Identity(), nn.Identity()
    network.stem[0] = QuantizedInput(network.stem[0])
    network.out = QuantizedLayer(network.out)
    return network.train()


class ActivationScale(nn.Module):
    """The scale of the activations of one layer, or of layers whose outputs are added; its logarithm is learned."""

    def __init__(self):
        super().__init__()
        self.log_scale = nn.Parameter(torch.zeros(()))

    def scale(self):
        return self.log_scale.exp()

    def maximum(self):
        """The largest activation."""
        return ACTIVATION_MAX * self.scale()


class QuantizedLayer(nn.Module):
    """A convolution or linear layer with quantised weights; its output is quantised too if there is an `activation`.

    A batch norm that follows the layer is folded into its weights and bias.
    """

    def __init__(self, layer, norm=None, activation=None):
        super().__init__()
        weight, bias = layer.weight.detach(), layer.bias
        bias = weight.new_zeros(len(weight)) if bias is None else bias.detach()
        if norm:
            factor = norm.weight.detach() / (norm.running_var + norm.eps).sqrt()
            weight = weight * factor.reshape(-1, *[1] * (weight.ndim - 1))
            bias = (bias - norm.running_mean) * factor + norm.bias.detach()
        self.weight, self.bias, self.activation = nn.Parameter(weight.clone()), nn.Parameter(bias.clone()), activation
        self.conv_options = {} if weight.ndim == 2 else {"stride": layer.stride, "padding": layer.padding, "dilation": layer.dilation}

    def weight_scales(self):
        """The scale of each output channel's weights."""
        return self.weight.detach().flatten(1).abs().amax(1).clamp(min=1e-8) / WEIGHT_MAX

    def forward(self, x):
        scales = self.weight_scales().reshape(-1, *[1] * (self.weight.ndim - 1))
        weight = round_straight_through(self.weight / scales) * scales
        if self.conv_options:
            y = functional.conv2d(x, weight, self.bias, **self.conv_options)
        else:
            y = functional.linear(x, weight, self.bias)
        if self.activation is None:
            return y
        scale = self.activation.scale()
        return round_straight_through((y.float() / scale).clamp(0, ACTIVATION_MAX)) * scale


class QuantizedInput(nn.Module):
    """Quantises the input picture before the first layer."""

    def __init__(self, first):
        super().__init__()
        self.first = first

    def forward(self, x):
        return self.first(round_straight_through(x * 2 * INPUT_ZERO_POINT) / (2 * INPUT_ZERO_POINT))


def with_batch_norms(network, batches):
    """A floating-point copy of `network`, a quantised Recogniser or Detector, that can be trained at a high rate.

    `QuantizedLayer` has the batch norms folded into its weights. Here each convolution gets one again, with the mean
    and variance that the layer's outputs have on `batches` of inputs, and a factor and bias that undo both. So the
    copy gives what `network` gives, but for rounding.
    """
    network = copy.deepcopy(network).eval()
    moments = output_moments(network, batches)
    network.stem[0] = network.stem[0].first
    for block in [module for module in network.modules() if is_quantized_block(module)]:
        layer, (mean, square) = block[0], moments[block[0]]
        convolution = nn.Conv2d(layer.weight.shape[1], layer.weight.shape[0], layer.weight.shape[2:], bias=False, **layer.conv_options)
        norm = nn.BatchNorm2d(len(mean))
        variance = (square - mean * mean).clamp(min=1e-4)
        with torch.no_grad():
            convolution.weight.copy_(layer.weight)
            norm.running_mean.copy_(mean)
            norm.running_var.copy_(variance)
            norm.weight.copy_((variance + norm.eps).sqrt())
            norm.bias.copy_(layer.bias + mean)
        block[0], block[1], block[2] = convolution, norm, nn.ReLU(inplace=True)
    for _, additions in network.addition_groups():
        for add in additions:
            add.limit = None
    # The layer with the scores, which is linear in a Recogniser and a convolution in a Detector.
    last = network.out
    out = nn.Conv2d(last.weight.shape[1], last.weight.shape[0], last.weight.shape[2:], **last.conv_options) if last.conv_options else nn.Linear(last.weight.shape[1], last.weight.shape[0])
    with torch.no_grad():
        out.weight.copy_(last.weight)
        out.bias.copy_(last.bias)
    network.out = out
    return network.train()


def output_moments(network, batches):
    """quantised layer → mean and mean square of each channel of its outputs on `batches`, without the bias."""
    sums = {}

    def record(layer, inputs, _):
        y = functional.conv2d(inputs[0], layer.weight, **layer.conv_options).float()
        mean, square, count = sums.get(layer, (0, 0, 0))
        sums[layer] = mean + y.mean((0, 2, 3)), square + (y * y).mean((0, 2, 3)), count + 1

    hooks = [module.register_forward_hook(record) for module in network.modules() if isinstance(module, QuantizedLayer) and module.activation is not None]
    with torch.no_grad():
        for batch in batches:
            network(batch)
    for hook in hooks:
        hook.remove()
    return {layer: (mean / count, square / count) for layer, (mean, square, count) in sums.items()}


def is_quantized_block(module):
    return isinstance(module, nn.Sequential) and len(module) == 3 and isinstance(module[0], QuantizedLayer)


def round_straight_through(x):
    """`x` rounded; gradients pass as if it were not (straight-through estimator)."""
    return x + (x.round() - x).detach()


def is_quantized(network):
    return any(isinstance(module, QuantizedLayer) for module in network.modules())


def is_conv_block(module):
    return isinstance(module, nn.Sequential) and len(module) == 3 and isinstance(module[1], nn.BatchNorm2d)


def activation_ranges(network, calibration):
    """block or addition → the value that only `CLIPPED_SHARE` of its activations exceed."""
    ranges = {}

    def record(module, _, output):
        values = output.float().flatten()
        count = max(1, int(len(values) * CLIPPED_SHARE))
        ranges[module] = max(ranges.get(module, 0.0), float(values.topk(count).values[-1]))

    hooks = [module.register_forward_hook(record) for module in network.modules() if is_conv_block(module) or isinstance(module, Add)]
    with torch.no_grad():
        for batch in calibration:
            network(batch)
    for hook in hooks:
        hook.remove()
    return ranges
