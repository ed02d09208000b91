"""Trains the network that tells icons, controls and characters in circles from short words.

`python -m imagetotext_training.train_icons runs/icons/pages --out ../icons.bin` takes the pages of `icon_pages` with what
`examples/icon_data.rs` wrote beside them.
"""

import argparse
import glob
import json
import os

import numpy
import torch

from .icon_pages import CLASSES, TEXT
from .train_scripts import bounds, write
from .window_classifier import SIDE, as_linear, train

CHANNELS = (16, 32, 48)
"""Outputs of the convolutions."""

CHARACTERS = "".join(map(chr, range(33, 127))) + "▼▲▶◀►◄✓✔✗✘×☐☑☒□■●○•·–—→←↑↓…©®§°«»≡★☆€£│√"
"""The characters that the network knows, in the order of `icons.rs`."""

LEAST_COVERED = 0.3
"""Share of the width of a word, or of a part of the page, that the other covers at least for both to be the same."""


def samples_of(stem):
    """Windows, classes and texts of the words of a page whose class is sure."""
    with open(stem + ".words", encoding="utf-8") as file:
        words = [(text, bounds(numpy.array(quad))) for text, quad in json.load(file)]
    with open(stem + ".json", encoding="utf-8") as file:
        parts = [(name, bounds(numpy.array(quad)), *text) for name, quad, *text in json.load(file)]
    windows = numpy.fromfile(stem + ".windows", numpy.uint8).reshape(len(words), SIDE * SIDE)
    for (text, box), window in zip(words, windows):
        found = class_of(box, parts, text)
        if found is not None:
            yield window.reshape(SIDE, SIDE), CLASSES.index(found), text


def class_of(box, parts, text):
    """The class of what a word covers; None where that is nothing, several things, or a line without this text."""
    left, top, right, bottom = box
    covered = set()
    for name, (x0, y0, x1, y1), *line in parts:
        wide = min(right, x1) - max(left, x0)
        if y0 < (top + bottom) / 2 < y1 and wide > LEAST_COVERED * min(right - left, x1 - x0):
            covered.add(name if not line or text in line[0].split() else None)
    return covered.pop() if len(covered) == 1 else None


def read_samples(folder, part):
    stems = [path[: -len(".words")] for path in sorted(glob.glob(os.path.join(folder, part + "-*.words")))]
    windows, classes, texts = zip(*(sample for stem in stems for sample in samples_of(stem)))
    return torch.from_numpy(numpy.stack(windows)), torch.tensor(classes), texts


def known(texts):
    """As what each word was read: how often each known character and another one is in it, and whether it has two."""
    values = torch.zeros(len(texts), len(CHARACTERS) + 2)
    for row, text in zip(values, texts):
        for character in text:
            row[CHARACTERS.find(character) if character in CHARACTERS else len(CHARACTERS)] += 1
        row[-1] = len(text) == 2
    return values


@torch.no_grad()
def report(network, windows, classes, texts):
    """Prints how often each class is found, and how often a word of letters, digits or signs is taken for an icon."""
    probabilities = network(windows.float() / 255, known(texts)).softmax(1)
    best, found = probabilities.max(1)
    for index, name in enumerate(CLASSES):
        counts = torch.bincount(found[classes == index], minlength=len(CLASSES)).tolist()
        print(f"{name:8}", " ".join(f"{count:6}" for count in counts))
    is_sign = torch.tensor([not any(it.isalnum() for it in text) for text in texts])
    is_text, is_taken = classes == CLASSES.index(TEXT), found != CLASSES.index(TEXT)
    for least in (0.5, 0.7, 0.9, 0.95, 0.99):
        sure = best >= least
        for kind, rows in (("signs", is_sign), ("letters", ~is_sign)):
            alarms, right = (is_taken & sure)[is_text & rows].float().mean(), (sure & (found == classes))[~is_text & rows].float().mean()
            print(f"from {least}: {right:.3f} of the others read as {kind} right, {alarms:.5f} of the {kind} taken for one")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("pages", help="folder of pages")
    arguments.add_argument("--out", default="runs/icons/icons.bin")
    arguments.add_argument("--epochs", type=int, default=20)
    options = arguments.parse_args()
    torch.manual_seed(1)
    training, validation = (read_samples(options.pages, part) for part in ("training", "validation"))
    print(len(training[1]), "windows of training,", len(validation[1]), "of validation")
    windows, classes, texts = training
    network = train(windows, classes, len(CLASSES), options.epochs, CHANNELS, known(texts))
    report(network, *validation)
    write(as_linear(network), options.out)


if __name__ == "__main__":
    main()
