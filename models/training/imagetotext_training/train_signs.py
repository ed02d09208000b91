"""Trains the network that tells signs beside numbers from the digits and letters that they are read as.

`python -m imagetotext_training.train_signs runs/signs/pages --program ../../target/release/imagetotext --out ../signs.bin`
takes the pages of `sign_pages`, cuts out the lines that the program finds on them, and divides them where no ink is, as
`crates/imagetotext/src/engine/number_signs.rs` does.
"""

import argparse
import glob
import json
import os
import subprocess

import cv2
import numpy
import torch
from torch import nn

from .crops import MARGIN_ABOVE, MARGIN_BELOW, MARGIN_SIDES, extract, normalise, resample
from .labelled_page import LabelledPage, TextLine
from .networks import LINE_HEIGHT
from .page_renderer import PageRenderer
from .sign_pages import SIGNS
from .train_scripts import write

SIDE = 32
"""Rows and columns of a window: the height of a line, and the width of the widest signs."""

MIN_INK = 0.3
"""Darkness of a column with ink at least, as in `word_segmentation.rs`."""

CHANNELS = (12, 24, 32)
"""Outputs of the convolutions."""

OTHER = 0
"""The class of everything that is none of the signs; the others have one each."""

LEAST_SHARE = 0.4
"""Ink of a sign at least, in widths of its box, which has blanks on both sides."""

OTHERS_KEPT = 0.35
"""Share of digits, letters and punctuation that is used: there are ten times as many as signs."""

FILES_A_RUN = 100
"""Pictures that the program reads in one process."""


def windows_of(pixels):
    """The columns of each piece of ink of a crop, and the darkness of a window around its middle, without its neighbours."""
    darkness = 0.5 - pixels
    has_ink = numpy.concatenate([[False], darkness.max(0) >= MIN_INK, [False]])
    for start, end in numpy.flatnonzero(has_ink[1:] != has_ink[:-1]).reshape(-1, 2):
        if end - start <= SIDE:
            window = numpy.zeros((SIDE, SIDE), numpy.float32)
            left = (SIDE - (end - start)) // 2
            window[:, left : left + end - start] = darkness[:, start:end]
            yield (start, end), window


def class_of(start, end, characters):
    """The class of a piece of ink between two columns; `characters` are (text, left, right) in columns. `None` if it is unknown."""
    inside = [(text, right - left) for text, left, right in characters if start - 1 <= (left + right) / 2 <= end + 1]
    if len(inside) > 1:
        return OTHER
    if len(inside) == 1:
        text, width = inside[0]
        # Of a blurred sign there may be parts.
        is_whole = end - start >= LEAST_SHARE * width
        return SIGNS.find(text) + 1 if is_whole or text not in SIGNS else None
    touched = [text for text, left, right in characters if left < end and start < right]
    return OTHER if touched and not any(text in SIGNS for text in touched) else None


def samples_of(page, quads, characters, rng):
    """Windows and classes of the lines `quads` of a page of grey pixels, on which `characters` (text, quad) are."""
    corners = numpy.array([quad for _, quad in characters], numpy.float32)
    for quad in quads:
        line = TextLine(quad, "")
        height = line.height()
        along, down = (axis / max(1e-6, numpy.linalg.norm(axis)) for axis in (quad[1] - quad[0], quad[3] - quad[0]))
        x, y = (corners - quad[0]) @ along, ((corners - quad[0]) @ down).mean(1)
        scale = LINE_HEIGHT / ((1 + MARGIN_ABOVE + MARGIN_BELOW) * height)
        edges = (numpy.stack([x.min(1), x.max(1)], 1) + MARGIN_SIDES * height) * scale
        placed = [(characters[i][0], *edges[i]) for i in numpy.flatnonzero((0 < y) & (y < height))]
        for (start, end), window in windows_of(normalise(resample(extract(LabelledPage(page, []), line)))):
            found = class_of(start, end, placed)
            if found is not None and (found != OTHER or rng.random() < OTHERS_KEPT):
                yield window, found


def plain_samples(pages, seed):
    """Windows of the numbers of some pages of the recognisers' training, which have none of the signs beside them."""
    renderer, rng = PageRenderer(seed), numpy.random.default_rng(seed)
    for _ in range(pages):
        page = renderer.page()
        for line in page.lines:
            if line.text and any(it.isdigit() for it in line.text) and not any(it in SIGNS for it in line.text):
                for _, window in windows_of(normalise(resample(extract(page, line), rng))):
                    yield window, OTHER


def lines_read(program, paths):
    """The corners of the lines that the program finds in each of some pictures."""
    for first in range(0, len(paths), FILES_A_RUN):
        command = [program, "--quiet", "--format", "jsonl", *paths[first : first + FILES_A_RUN]]
        for line in subprocess.run(command, capture_output=True, check=True).stdout.splitlines():
            document = json.loads(line)
            yield document["file"], [numpy.array(quad, numpy.float32) for quad in line_quads(document["pages"])]


def line_quads(part):
    """The corners of all lines of a part of a document."""
    if isinstance(part, dict):
        if "words" in part:
            yield part["quad"]
        else:
            for value in part.values():
                yield from line_quads(value)
    elif isinstance(part, list):
        for value in part:
            yield from line_quads(value)


def read_samples(folder, program, part):
    """All windows and classes of the pages of a part, as tensors."""
    rng = numpy.random.default_rng(1)
    samples = []
    for path, quads in lines_read(program, sorted(glob.glob(os.path.join(folder, part + "-*.png")))):
        with open(path[: -len("png")] + "json", encoding="utf-8") as file:
            samples.extend(map(packed, samples_of(cv2.imread(path, cv2.IMREAD_GRAYSCALE), quads, json.load(file), rng)))
    return as_tensors(samples)


def packed(sample):
    window, found = sample
    return (window * 255).round().clip(0, 255).astype(numpy.uint8), found


def as_tensors(samples):
    windows, classes = zip(*samples)
    return torch.from_numpy(numpy.stack(windows)), torch.tensor(classes)


class Classifier(nn.Sequential):
    """Darkness of a window, 0 to 1, row by row → scores of the classes. `sign_network.rs` is the same."""

    def __init__(self):
        first, second, third = CHANNELS
        convolutions = [nn.Conv2d(inputs, outputs, 3, stride=2, padding=1) for inputs, outputs in ((1, first), (first, second), (second, third))]
        layers = [layer for convolution in convolutions for layer in (convolution, nn.ReLU())]
        super().__init__(nn.Unflatten(1, (1, SIDE, SIDE)), *layers, nn.Flatten(), nn.Linear(third * (SIDE // 8) ** 2, len(SIGNS) + 1))


@torch.no_grad()
def as_linear(network):
    """The layers as the program has them: the channels of a place next to each other, and convolutions of patches."""
    linear = []
    for layer in network:
        if isinstance(layer, (nn.Conv2d, nn.Linear)):
            weight = layer.weight
            if isinstance(layer, nn.Linear):
                weight = weight.view(len(weight), CHANNELS[-1], SIDE // 8, SIDE // 8)
            weight = weight.permute(0, 2, 3, 1).flatten(1)
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


def train(windows, classes, epochs):
    network = Classifier()
    counts = torch.bincount(classes, minlength=len(SIGNS) + 1).float()
    weight = (len(classes) / counts.clamp(min=1)).pow(0.3)
    loss_of = nn.CrossEntropyLoss(weight=weight / weight.mean())
    optimizer = torch.optim.AdamW(network.parameters(), lr=1e-3, weight_decay=0.02)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 4e-3, total_steps=epochs * (len(classes) // 256 + 1))
    for _ in range(epochs):
        for part in torch.randperm(len(classes)).split(256):
            loss = loss_of(network(varied(windows[part].float() / 255).flatten(1)), classes[part])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    return network.eval()


@torch.no_grad()
def report(network, windows, classes):
    """Prints how many signs are found, and how many other characters are taken for one, from some probabilities on."""
    probabilities = network(windows.float().flatten(1) / 255).softmax(1)
    for least in (0.5, 0.8, 0.9, 0.95, 0.99):
        best, found = probabilities[:, 1:].max(1)
        found = torch.where(best >= least, found + 1, OTHER)
        is_sign = classes != OTHER
        right = (found == classes)[is_sign].float().mean()
        wrong = ((found != classes) & (found != OTHER))[is_sign].float().mean()
        alarms = (found != OTHER)[~is_sign].float().mean()
        print(f"from {least}: {right:.3f} of the signs right, {wrong:.4f} as another one; {alarms:.5f} of the others taken for one")
    found = probabilities.argmax(1)
    for index, sign in enumerate(SIGNS, 1):
        rows = classes == index
        print(sign, int((found[rows] == index).sum()), "of", int(rows.sum()))


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("pages", help="folder of pages")
    arguments.add_argument("--program", default="../../target/release/imagetotext")
    arguments.add_argument("--out", default="runs/signs/signs.bin")
    arguments.add_argument("--plain", type=int, default=6000, help="other pages, which need runs/fonts.json and runs/corpus.json")
    arguments.add_argument("--epochs", type=int, default=12)
    options = arguments.parse_args()
    torch.manual_seed(1)
    training, validation = (read_samples(options.pages, options.program, part) for part in ("training", "validation"))
    plain = as_tensors(list(map(packed, plain_samples(options.plain, 1))))
    training = [torch.cat(both) for both in zip(training, plain)]
    print(len(training[1]), "windows of training,", len(validation[1]), "of validation")
    network = train(*training, options.epochs)
    report(network, *validation)
    write(as_linear(network), options.out)


if __name__ == "__main__":
    main()
