"""Training samples of the CJK recogniser: batches of line crops with their texts, from background processes."""

import os

import cv2
import numpy

from . import line_crops
from .alphabet import CLASS_OF
from .line_crops import LINE_HEIGHT
from .line_renderer import LineRenderer

BUCKET_WIDTHS = (64, 128, 192, 256, 352, 448, 576, 704, 832, 960, 1120, 1280)
"""Widths to which the crops of one batch are padded."""

EMPTY = 0.01
"""Share of crops without text."""


def line_batches(queue, seed, folder, area):
    """Puts batches of about `area` pixels of width on `queue`, for ever; see `collate`."""
    os.nice(3)
    cv2.setNumThreads(0)
    for batch in batches(LineRenderer(seed, folder), area):
        queue.put(batch)


def batches(renderer, area):
    """Batches of about `area` pixels of width."""
    waiting = {width: [] for width in BUCKET_WIDTHS}
    for sample in samples(renderer):
        width = next((b for b in BUCKET_WIDTHS if sample[0].shape[1] <= b), None)
        if width is None:
            continue
        waiting[width].append(sample)
        if len(waiting[width]) >= max(4, area // width):
            yield collate(waiting[width], width)
            waiting[width] = []


def samples(renderer, language=None):
    """`(pixels, text, centres)` of lines; `centres` has the middle of each character, in pixels."""
    rng = renderer.rng
    while True:
        line = renderer.line(language)
        if line is None:
            continue
        if rng.random() < EMPTY:
            # Background only: what the line stands on, with the degradation.
            line.pixels[:] = line.pixels[0, 0]
            line.text, line.centres = "", line.centres[:0]
        pixels, centres = line_crops.crop(line, rng)
        # CTC needs a frame for each character and one between equal neighbours.
        if len(line.text) + sum(a == b for a, b in zip(line.text, line.text[1:])) <= pixels.shape[1] // 4:
            yield pixels, line.text, centres


def collate(chosen, width):
    """Samples padded with background (255) to `width`: images, widths, targets, target lengths, centres."""
    images = numpy.full((len(chosen), LINE_HEIGHT, width), 255, numpy.uint8)
    for image, (pixels, _, _) in zip(images, chosen):
        image[:, : pixels.shape[1]] = pixels
    widths = numpy.array([pixels.shape[1] for pixels, _, _ in chosen])
    targets = numpy.array([CLASS_OF[c] for _, text, _ in chosen for c in text], numpy.int64)
    lengths = numpy.array([len(text) for _, text, _ in chosen])
    return images, widths, targets, lengths, numpy.concatenate([centres for _, _, centres in chosen]).astype(numpy.float32)
