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

from .crops import MARGIN_ABOVE, MARGIN_BELOW, MARGIN_SIDES, extract, normalise, resample
from .labelled_page import LabelledPage, TextLine
from .networks import LINE_HEIGHT
from .page_renderer import PageRenderer
from .sign_pages import SIGNS
from .train_scripts import write
from .window_classifier import SIDE, as_linear, as_tensors, packed, train

MIN_INK = 0.3
"""Darkness of a column with ink at least, as in `word_segmentation.rs`."""

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


@torch.no_grad()
def report(network, windows, classes):
    """Prints how many signs are found, and how many other characters are taken for one, from some probabilities on."""
    probabilities = network(windows.float() / 255, torch.zeros(len(windows), 0)).softmax(1)
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
    network = train(*training, len(SIGNS) + 1, options.epochs)
    report(network, *validation)
    write(as_linear(network), options.out)


if __name__ == "__main__":
    main()
