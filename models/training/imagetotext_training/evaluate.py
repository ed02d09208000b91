"""How well networks do on fonts and texts that training never sees, by kind and by height of the text.

`python -m imagetotext_training.evaluate --detection ../detection.onnx --recognition ../recognition.onnx [--lines 400]`
takes checkpoints or shipped files.
"""

import argparse
import collections

import numpy
from rapidfuzz.distance import Levenshtein

from . import crops, degrade, samples
from .alphabet import CLASSES
from .networks import Detector, Recogniser
from .paper import Paper
from .train_detection import overlap
from .train_recognition import read
from .weights import load

HEIGHTS = (10, 13, 17, 24, 40, 120)
"""Upper ends of the groups of line heights, in pixels."""


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--detection")
    arguments.add_argument("--recognition")
    arguments.add_argument("--lines", type=int, default=400, help="lines of each kind")
    options = arguments.parse_args()
    if options.detection:
        network = load(Detector(), options.detection)
        for name, sheets in kinds().items():
            rng = numpy.random.default_rng(1)
            windows = [samples.window(next(sheets), rng) for _ in range(24)]
            print(f"detection   {name:10} overlap {overlap(network, windows):.4f}", flush=True)
    if options.recognition:
        network = load(Recogniser(CLASSES), options.recognition)
        for name, sheets in kinds().items():
            report(network, name, sheets, options.lines)


def kinds():
    """name → endless sheets in held-out fonts and texts."""

    def stream(seed, make):
        paper = Paper(seed, validation=True)
        while True:
            yield make(paper).clipped()

    return {
        "clean": stream(11, Paper.compose),
        "screen": stream(12, lambda paper: degrade.screen(paper.compose(), paper.rng)),
        "scan": stream(13, lambda paper: degrade.scan(paper.compose(), paper.rng)),
        "receipt": stream(14, lambda paper: paper.printer.sheet()),
    }


def report(network, name, sheets, count):
    """Prints the character error rate of `count` lines, altogether and by height."""
    wrong, length, lines = collections.Counter(), collections.Counter(), 0
    while lines < count:
        sheet = next(sheets)
        for line in sheet.lines:
            height = line.height()
            if not line.text or not 6 < height < HEIGHTS[-1]:
                continue
            crop = crops.frame(crops.keep(sheet, line))
            if crop.shape[1] > crops.WIDEST:
                continue
            group = next(top for top in HEIGHTS if height <= top)
            wrong[group] += Levenshtein.distance(read(network, crops.normalise(crop)), line.text)
            length[group] += len(line.text)
            lines += 1
    groups = "  ".join(f"≤{top}px {100 * wrong[top] / length[top]:.2f} %" for top in HEIGHTS if length[top])
    print(f"recognition {name:10} CER {100 * wrong.total() / length.total():.2f} %   {groups}", flush=True)


if __name__ == "__main__":
    main()
