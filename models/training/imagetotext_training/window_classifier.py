"""A small network that says what a window of a picture shows, and its training."""

import numpy
import torch
from torch import nn

SIDE = 32
"""Rows and columns of a window."""

CHANNELS = (12, 24, 32)
"""Outputs of the convolutions, unless more are asked for."""


class Classifier(nn.Module):
    """What a window shows, 0 to 1, row by row, and what else is known of it → scores of the classes.

    `window_network.rs` is the same.
    """

    def __init__(self, classes, channels=CHANNELS, known=0):
        super().__init__()
        first, second, third = channels
        sizes = ((1, first), (first, second), (second, third))
        self.convolutions = nn.ModuleList(nn.Conv2d(*size, 3, stride=2, padding=1) for size in sizes)
        self.last = nn.Linear(third * (SIDE // 8) ** 2 + known, classes)

    def forward(self, windows, known):
        values = windows.view(-1, 1, SIDE, SIDE)
        for convolution in self.convolutions:
            values = convolution(values).relu()
        return self.last(torch.cat([values.flatten(1), known], 1))


@torch.no_grad()
def as_linear(network):
    """The layers as the program has them: the channels of a place next to each other, and convolutions of patches."""
    places = (SIDE // 8) ** 2 * network.convolutions[-1].out_channels
    seen, known = network.last.weight[:, :places], network.last.weight[:, places:]
    weights = [layer.weight.permute(0, 2, 3, 1).flatten(1) for layer in network.convolutions]
    weights.append(torch.cat([seen.unflatten(1, (-1, SIDE // 8, SIDE // 8)).permute(0, 2, 3, 1).flatten(1), known], 1))
    linear = []
    for weight, layer in zip(weights, [*network.convolutions, network.last]):
        linear.append(nn.Linear(weight.shape[1], len(weight)))
        linear[-1].weight.copy_(weight)
        linear[-1].bias.copy_(layer.bias)
    return linear


def varied(windows):
    """The windows moved, scaled, slanted and in other contrast by a little, at random."""
    count = len(windows)
    noise = lambda size: torch.empty(count).uniform_(-size, size)
    matrix = torch.zeros(count, 2, 3)
    matrix[:, 0, 0], matrix[:, 1, 1], matrix[:, 0, 1] = 1 + noise(0.12), 1 + noise(0.1), noise(0.1)
    matrix[:, 0, 2], matrix[:, 1, 2] = noise(0.06), noise(0.12)
    grid = nn.functional.affine_grid(matrix, (count, 1, SIDE, SIDE), align_corners=False)
    moved = nn.functional.grid_sample(windows[:, None], grid, align_corners=False)[:, 0]
    gain = (1 + noise(0.15))[:, None, None]
    return (moved * gain + 0.04 * torch.randn_like(moved)).clamp(0, 1)


def train(windows, classes, count, epochs, channels=CHANNELS, known=None):
    """A network that knows `count` classes, from windows of bytes and what else is known of each."""
    known = torch.zeros(len(classes), 0) if known is None else known
    network = Classifier(count, channels, known.shape[1])
    counts = torch.bincount(classes, minlength=count).float()
    weight = (len(classes) / counts.clamp(min=1)).pow(0.3)
    loss_of = nn.CrossEntropyLoss(weight=weight / weight.mean())
    optimizer = torch.optim.AdamW(network.parameters(), lr=1e-3, weight_decay=0.02)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 4e-3, total_steps=epochs * (len(classes) // 256 + 1))
    for _ in range(epochs):
        for part in torch.randperm(len(classes)).split(256):
            loss = loss_of(network(varied(windows[part].float() / 255), known[part]), classes[part])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    return network.eval()


def packed(sample):
    """A window as bytes, and its class."""
    window, found = sample
    return (window * 255).round().clip(0, 255).astype(numpy.uint8), found


def as_tensors(samples):
    """All windows, and all classes."""
    windows, classes = zip(*samples)
    return torch.from_numpy(numpy.stack(windows)), torch.tensor(classes)
