"""Gives a trained recogniser of full rank the ranks of `networks`, with as little loss as linear algebra allows.

`python -m imagetotext_training.factor --full runs/full/checkpoint.pt --out runs/recognition/checkpoint.pt`

What comes out reads about as badly as a network that was trained for a few minutes; `train_recognition --resume`
goes on from there. Each layer is seen as a matrix over its input channels and cut to its largest singular values
after its inputs were brought to equal weight (Zhang et al., "Accelerating very deep convolutional networks for
classification and detection", 2015): channels that say the same thing share one.
"""

import argparse
import os

import torch
from torch import nn

from . import samples, weights
from .alphabet import CLASSES
from .networks import Recogniser

BATCHES = 12
"""Batches of lines on which the channels are looked at."""


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--full", required=True, help="checkpoint, or ONNX file, of a recogniser of full rank")
    arguments.add_argument("--out", required=True, help="where the checkpoint goes")
    arguments.add_argument("--browser", default="runs/browser", help="folder of browser sheets")
    given = arguments.parse_args()
    queue = samples.start(samples.line_batches, 1, 24, given.browser, 16_000)
    shown = [torch.from_numpy(queue.get()[0]).float().div_(255).sub_(0.5)[:, None] for _ in range(BATCHES)]
    full = Recogniser(CLASSES, ranks=Recogniser.FULL)
    if given.full.endswith(".onnx"):
        weights.load_onnx(full, given.full, max(shown, key=torch.numel))
    else:
        weights.load(full, given.full)
    state = factored(full.eval(), shown).state_dict()
    os.makedirs(os.path.dirname(given.out) or ".", exist_ok=True)
    torch.save({"network": state, "average": state, "step": 0, "samples": 0}, given.out)


def factored(full, shown):
    """A recogniser of `Recogniser.RANKS` that computes nearly what `full` does on `shown`, batches of lines."""
    network = Recogniser(full.classes).eval()
    network.load_state_dict(full.state_dict(), strict=False)
    layers = dict(full.named_modules())
    pairs = {name: pair for name, pair in network.named_modules() if isinstance(pair, nn.Sequential) and isinstance(layers.get(name), (nn.Conv2d, nn.Linear))}
    seen = covariances({name: layers[name] for name in pairs}, full, shown)
    with torch.no_grad():
        for name, pair in pairs.items():
            first, second = split(layers[name].weight, seen[name], pair[0].weight.shape[0])
            pair[0].weight.copy_(first.reshape(pair[0].weight.shape))
            pair[1].weight.copy_(second)
            if pair[1].bias is not None:
                pair[1].bias.copy_(layers[name].bias)
    return network


def split(weight, covariance, rank):
    """`weight` `[outputs, inputs, …]` as the product of `[rank, inputs]` and `[outputs, rank, …]`."""
    values, vectors = torch.linalg.eigh(covariance)
    spread = values.clamp(min=float(values.max()) * 1e-8).sqrt()
    rows = weight.detach().double().movedim(1, -1)
    weighed = rows.reshape(-1, weight.shape[1]) @ (vectors * spread)
    mixtures = torch.linalg.svd(weighed, full_matrices=False)[2][:rank]
    second = (weighed @ mixtures.T).reshape(*rows.shape[:-1], rank).movedim(-1, 1)
    return (mixtures @ (vectors / spread).T).float(), second.float()


def covariances(layers, network, shown):
    """name → mean product of each two channels of what reaches that layer when `network` is given `shown`."""
    found = {}

    def note(name):
        def add(_, given):
            axis = 1 if given[0].ndim == 4 else -1
            values = given[0].movedim(axis, -1).flatten(0, -2).double()
            found[name] = found.get(name, 0) + values.T @ values / len(values)

        return add

    hooks = [layer.register_forward_pre_hook(note(name)) for name, layer in layers.items()]
    for batch in shown:
        weights.show(network, batch, hooks if batch is shown[-1] else [])
    return found


if __name__ == "__main__":
    main()
