"""Trains the classifier of scripts on lines that the library found on drawn pages.

`python -m imagetotext_training.train_scripts runs/scripts/pages --out runs/scripts/scripts.bin` takes the pages of
`script_pages` with what `examples/script_data.rs` wrote beside them. One page in eight is for validation.
"""

import argparse
import glob
import json
import os
import struct
import zlib

import numpy
import torch
from torch import nn

from .script_classes import CLASSES

HIDDEN = 32
"""Units between features and classes."""

LATIN_WEIGHT = 3.0
"""Weight of Latin lines in the loss: nothing that was read before must become worse."""


def lines_of(path):
    """`(features [lines, n], classes [lines])` of a page; lines without a sure class are left out."""
    stem = path[: -len(".json")]
    with open(stem + ".quads", encoding="utf-8") as file:
        quads = [numpy.array(quad) for quad in json.load(file)]
    with open(path, encoding="utf-8") as file:
        labelled = [(numpy.array(quad), script) for quad, script in json.load(file)]
    features = numpy.fromfile(stem + ".features", numpy.float32)
    features = features.reshape(len(quads), -1) if quads else numpy.zeros((0, 1), numpy.float32)
    classes = [class_of(quad, labelled) for quad in quads]
    kept = [index for index, script in enumerate(classes) if script is not None]
    return features[kept], numpy.array([CLASSES.index(classes[index]) for index in kept], numpy.int64)


def class_of(quad, labelled):
    """The class of the labelled line that lies where `quad` does; None where none or several do."""
    left, top, right, bottom = bounds(quad)
    touched = []
    for other, script in labelled:
        x0, y0, x1, y1 = bounds(other)
        wide, tall = min(right, x1) - max(left, x0), min(bottom, y1) - max(top, y0)
        if wide <= 0 or tall <= 0:
            continue
        if tall > 0.5 * min(bottom - top, y1 - y0):
            touched.append((wide, script))
        elif script is None:
            return None
    if not touched:
        # What lies beside all labelled lines is no text, unless it touches one.
        return "nothing"
    covered = sum(wide for wide, _ in touched)
    scripts = {script for _, script in touched}
    if covered < 0.5 * (right - left) or None in scripts:
        return None
    # A line that was found together with another one needs the recogniser that knows both.
    scripts.discard("latin")
    return scripts.pop() if len(scripts) == 1 else "latin" if not scripts else None


def bounds(quad):
    (left, top), (right, bottom) = quad.min(0), quad.max(0)
    return left, top, right, bottom


class Classifier(nn.Sequential):
    """Features of a line → scores of the classes."""

    def __init__(self, features):
        super().__init__(nn.Linear(features, HIDDEN), nn.ReLU(), nn.Linear(HIDDEN, len(CLASSES)))


def write(network, path):
    """Writes the network in the format of `dense_network.rs`."""
    layers = [layer for layer in network if isinstance(layer, nn.Linear)]
    with open(path, "wb") as file:
        file.write(struct.pack("<I", len(layers)))
        for layer in layers:
            file.write(struct.pack("<II", layer.in_features, layer.out_features))
            for values in (layer.weight, layer.bias):
                file.write(values.detach().numpy().astype("<f4").tobytes())


def train(features, classes, epochs):
    mean, deviation = features.mean(0), features.std(0).clamp(min=0.02)
    network = Classifier(features.shape[1])
    counts = torch.bincount(classes, minlength=len(CLASSES)).float()
    weight = (len(classes) / counts.clamp(min=1)).sqrt()
    weight[0] *= LATIN_WEIGHT
    loss_of = nn.CrossEntropyLoss(weight=weight / weight.mean(), label_smoothing=0.005)
    optimizer = torch.optim.AdamW(network.parameters(), lr=2e-3, weight_decay=0.02)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 4e-3, total_steps=epochs * (len(classes) // 256 + 1))
    normal = (features - mean) / deviation
    for _ in range(epochs):
        for part in torch.randperm(len(classes)).split(256):
            noisy = normal[part] + 0.1 * torch.randn(len(part), normal.shape[1])
            loss = loss_of(network(noisy), classes[part])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    # The first layer takes the features as they are.
    first = network[0]
    with torch.no_grad():
        first.bias -= first.weight @ (mean / deviation)
        first.weight /= deviation
    return network.eval()


def report(network, features, classes):
    found = network(features).argmax(1)
    print("right:", round(float((found == classes).float().mean()), 5), "of", len(classes), "lines")
    for index, name in enumerate(CLASSES):
        rows = classes == index
        counts = torch.bincount(found[rows], minlength=len(CLASSES)).tolist()
        print(f"{name:11}", " ".join(f"{count:5}" for count in counts))


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("pages", help="folder of pages")
    arguments.add_argument("--out", default="runs/scripts/scripts.bin")
    arguments.add_argument("--epochs", type=int, default=60)
    options = arguments.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(1)
    parts = {False: [], True: []}
    for path in sorted(glob.glob(os.path.join(options.pages, "*.json"))):
        if os.path.exists(path[: -len("json")] + "quads"):
            features, classes = lines_of(path)
            if len(classes):
                parts[zlib.crc32(os.path.basename(path).encode()) % 8 == 0].append((features, classes))
    training, validation = ([torch.from_numpy(numpy.concatenate(columns)) for columns in zip(*parts[held_out])] for held_out in (False, True))
    network = train(*training, options.epochs)
    report(network, *training)
    report(network, *validation)
    write(network, options.out)


if __name__ == "__main__":
    main()
