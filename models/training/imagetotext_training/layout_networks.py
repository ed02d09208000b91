"""The small networks of the layout: how they are fitted, and their file `models/layout.bin`."""

import struct

import numpy
import torch

HIDDEN = {"beside": [24, 12], "below": [24, 12], "before": [32, 12], "kind": [48, 16]}
KINDS = ["paragraph", "heading", "item", "table", "caption", "head", "foot", "footnote", "code"]
NAMES = ["beside", "agreement", "below", "before", "kind"]


def mlp(inputs, hidden, outputs):
    sizes = [inputs, *hidden, outputs]
    layers = []
    for index in range(len(sizes) - 1):
        layers += [torch.nn.Linear(sizes[index], sizes[index + 1]), torch.nn.ReLU(), torch.nn.Dropout(0.08)]
    return torch.nn.Sequential(*layers[:-2])


def fit(features, labels, known, shares, hidden, epochs=12, classes=False, seed=1, start=None):
    """A network for rows of features; with `classes` labels are class numbers, else odds of each output.

    `start` has the folded layers of a network that is trained on, in smaller steps.
    """
    torch.manual_seed(seed)
    mean, scale = features.mean(0), features.std(0) + 1e-3
    x = torch.tensor((features - mean) / scale, dtype=torch.float32)
    y = torch.tensor(labels)
    outputs = len(KINDS) if classes else labels.shape[1]
    network = mlp(x.shape[1], hidden, outputs)
    if start:
        linear = [layer for layer in network if isinstance(layer, torch.nn.Linear)]
        with torch.no_grad():
            for layer, (weight, bias) in zip(linear, unfolded(start, mean, scale)):
                layer.weight.copy_(torch.tensor(weight))
                layer.bias.copy_(torch.tensor(bias))
    largest = 1e-3 if start else 4e-3
    optimizer = torch.optim.AdamW(network.parameters(), largest, weight_decay=3e-3)
    batch = 512
    steps = max(300, epochs * (len(x) // batch + 1))
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, largest, total_steps=steps)
    mask = torch.tensor(known, dtype=torch.float32)
    shares = torch.tensor(shares, dtype=torch.float32)
    for step in range(steps):
        chosen = torch.multinomial(shares, batch, replacement=True)
        out = network(x[chosen] + 0.05 * torch.randn(batch, x.shape[1]))
        if classes:
            loss = torch.nn.functional.cross_entropy(out, y[chosen].long(), label_smoothing=0.02)
        else:
            each = torch.nn.functional.binary_cross_entropy_with_logits(out, y[chosen].float() * 0.98 + 0.01, reduction="none")
            loss = (each * mask[chosen]).sum() / mask[chosen].sum()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
    return [(layer.weight.detach().numpy().astype(float), layer.bias.detach().numpy().astype(float)) for layer in network if isinstance(layer, torch.nn.Linear)], mean, scale


def folded(layers, mean, scale):
    """The layers for features as they are: the first one takes mean and scale in."""
    (weight, bias), *rest = layers
    weight = weight / scale
    return [(weight, bias - weight @ mean), *rest]


def unfolded(layers, mean, scale):
    """Layers for features of this mean and scale, from those for features as they are."""
    (weight, bias), *rest = layers
    return [(weight * scale, bias + weight @ mean), *rest]


def widened(layers, inputs):
    """The layers with more inputs than they had, the new ones without weight."""
    (weight, bias), *rest = layers
    more = numpy.zeros((len(weight), inputs - weight.shape[1]))
    return [(numpy.hstack([weight, more]), bias), *rest]


def mean(before, after, share):
    """The mean of two networks of the same layers, in which the second has this share."""
    return [tuple((1 - share) * old + share * new for old, new in zip(*layers)) for layers in zip(before, after)]


def run(layers, x):
    for index, (weight, bias) in enumerate(layers):
        x = x @ weight.T + bias
        if index + 1 < len(layers):
            x = numpy.maximum(x, 0)
    return x


def write(networks, path):
    out = b""
    for name in NAMES:
        layers = networks[name]
        out += struct.pack("<I", len(layers))
        for weight, bias in layers:
            out += struct.pack("<II", weight.shape[1], weight.shape[0])
            out += weight.astype("<f4").tobytes() + bias.astype("<f4").tobytes()
    with open(path, "wb") as file:
        file.write(out)


def read(path):
    """The networks of a file that `write` wrote."""
    with open(path, "rb") as file:
        data = file.read()
    at, networks = 0, {}

    def numbers(count, kind):
        nonlocal at
        at += 4 * count
        return numpy.frombuffer(data, kind, count, at - 4 * count)

    for name in NAMES:
        layers = []
        for _ in range(int(numbers(1, "<u4")[0])):
            inputs, outputs = (int(number) for number in numbers(2, "<u4"))
            weight = numbers(inputs * outputs, "<f4").reshape(outputs, inputs)
            layers.append((weight.astype(float), numbers(outputs, "<f4").astype(float)))
        networks[name] = layers
    return networks
