"""Training samples of the detector: windows of pages with a mask of their text and a weight for each pixel."""

import os

import cv2
import numpy

from .degrade import rescale
from .labelled_page import CORE_BAND
from .page_stream import PageStream

WINDOW_SIZE = 512
"""Side in pixels of the windows that the detector is trained on."""

MIN_LINE_HEIGHT = 5
"""Lower lines in pixels are not legible and do not count."""

SUBPIXEL_BITS = 4
"""Fractional bits of polygon corners: the mask has half the resolution, and small text is a few pixels high."""


def window_samples(queue, seed, folder):
    """Puts samples `(grey, mask, weight)`, uint8 `[512, 512]` and twice `[256, 256]`, on `queue`."""
    os.nice(3)
    cv2.setNumThreads(0)
    rng = numpy.random.default_rng(seed)
    pages = PageStream(seed, folder)
    while True:
        page = next(pages)
        if rng.random() < 0.25:
            page = rescale(page, float(rng.choice([0.6, 0.75, 1.33, 1.6, 2.0])), rng)
        for _ in range(1 + page.image.size // (4 * WINDOW_SIZE * WINDOW_SIZE)):
            queue.put(window_sample(page, rng))


def window_sample(page, rng):
    """A random window of a page, with its mask and weights at half its size."""
    height, width = page.image.shape
    x = int(rng.integers(-40, max(1, width - WINDOW_SIZE + 40)))
    y = int(rng.integers(-40, max(1, height - WINDOW_SIZE + 40)))
    shift = numpy.array([[1, 0, -x], [0, 1, -y]], numpy.float32)
    edge = cv2.BORDER_REPLICATE if rng.random() < 0.6 else cv2.BORDER_CONSTANT
    grey = cv2.warpAffine(page.image, shift, (WINDOW_SIZE, WINDOW_SIZE), flags=cv2.INTER_NEAREST, borderMode=edge)
    if rng.random() < 0.3:
        grey = 255 - grey
    mask = numpy.zeros((WINDOW_SIZE // 2, WINDOW_SIZE // 2), numpy.uint8)
    weight = numpy.ones_like(mask)
    legible, ignored = [], []
    for line in page.lines:
        target = ignored if line.text is None or line.height() < MIN_LINE_HEIGHT else legible
        target.extend((piece - [x, y]) / 2 - 0.25 for piece in line.pieces())
    for quad in ignored:
        fill_band(weight, quad, (-0.1, 1.1), 0)
    for quad in legible:
        # Pixels between lines, where joining two lines does most harm, count more.
        fill_band(weight, quad, (-0.15, 1.15), 3)
    for quad in legible:
        fill_band(mask, quad, CORE_BAND, 1)
    weight[mask > 0] = 2
    return grey, mask, weight


def fill_band(target, quad, band, value):
    """Fills the part of `quad` between two shares of its height, 0 the top and 1 the bottom."""
    top, bottom = band
    corners = numpy.array([quad[0] + (quad[3] - quad[0]) * top, quad[1] + (quad[2] - quad[1]) * top, quad[1] + (quad[2] - quad[1]) * bottom, quad[0] + (quad[3] - quad[0]) * bottom])
    cv2.fillConvexPoly(target, numpy.round(corners * (1 << SUBPIXEL_BITS)).astype(numpy.int32), value, shift=SUBPIXEL_BITS)
