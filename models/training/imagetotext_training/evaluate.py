"""Evaluates the networks on single lines and windows in held-out fonts and texts, by degradation and by line height.

`python -m imagetotext_training.evaluate --detection ../detection.onnx --recognition ../recognition.onnx [--lines 400]`
takes checkpoints or shipped files.
"""

import argparse
import collections

import numpy
from rapidfuzz.distance import Levenshtein

from . import crops, degrade
from .detection_data import window_sample
from .networks import Detector
from .page_renderer import PageRenderer
from .train_detection import iou
from .train_recognition import greedy_decode
from .weights import load_weights, recogniser_for

HEIGHT_GROUPS = (10, 13, 17, 24, 40, 120)
"""Upper ends of the groups of line heights, in pixels."""


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--detection")
    arguments.add_argument("--recognition")
    arguments.add_argument("--lines", type=int, default=400, help="lines of each kind")
    options = arguments.parse_args()
    if options.detection:
        network = load_weights(Detector(), options.detection)
        for name, pages in validation_pages().items():
            rng = numpy.random.default_rng(1)
            windows = [window_sample(next(pages), rng) for _ in range(24)]
            print(f"detection   {name:10} IoU {iou(network, windows):.4f}", flush=True)
    if options.recognition:
        network = load_weights(recogniser_for(options.recognition), options.recognition)
        for name, pages in validation_pages().items():
            print_error_rates(network, name, pages, options.lines)


def validation_pages():
    """name → endless pages in held-out fonts and texts."""

    def stream(seed, draw):
        renderer = PageRenderer(seed, validation=True)
        while True:
            yield draw(renderer).clipped()

    return {
        "clean": stream(11, PageRenderer.compose),
        "screen": stream(12, lambda renderer: degrade.screen(renderer.compose(), renderer.rng)),
        "scan": stream(13, lambda renderer: degrade.scan(renderer.compose(), renderer.rng)),
        "receipt": stream(14, lambda renderer: renderer.receipts.page()),
    }


def print_error_rates(network, name, pages, count):
    """Prints the character error rate of `count` lines, in total and by height."""
    errors, characters, lines = collections.Counter(), collections.Counter(), 0
    while lines < count:
        page = next(pages)
        for line in page.lines:
            height = line.height()
            if not line.text or not 6 < height < HEIGHT_GROUPS[-1]:
                continue
            crop = crops.resample(crops.extract(page, line))
            if crop.shape[1] > crops.MAX_WIDTH:
                continue
            group = next(top for top in HEIGHT_GROUPS if height <= top)
            errors[group] += Levenshtein.distance(greedy_decode(network, crops.normalise(crop)), line.text)
            characters[group] += len(line.text)
            lines += 1
    groups = "  ".join(f"≤{top}px {100 * errors[top] / characters[top]:.2f} %" for top in HEIGHT_GROUPS if characters[top])
    print(f"recognition {name:10} CER {100 * errors.total() / characters.total():.2f} %   {groups}", flush=True)


if __name__ == "__main__":
    main()
