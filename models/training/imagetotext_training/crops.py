"""Lines cut out of pictures for the recogniser. `src/engine/crop.rs` does the same; a shared test case keeps them equal."""

import cv2
import numpy

from .networks import LINE_HEIGHT

ABOVE, BELOW, BESIDE = 0.18, 0.10, 0.25
"""Margins of a crop around a line, in line heights: accents on capitals above, a little below and at the ends."""

WIDEST = 1600
"""Crops wider than this many pixels are not used in training; the program splits longer lines."""

KEPT_MARGIN = 0.6
"""Margin in line heights of the crops that are kept, so that each use can be framed differently."""

KEPT_HEIGHT = 40
"""Lines taller than this many pixels are reduced to it when they are kept."""


def keep(sheet, line):
    """(pixels, line height in them): the line upright with `KEPT_MARGIN` around it, at its own scale or smaller."""
    q = line.quad
    height = line.height()
    width = float(numpy.linalg.norm(q[1] - q[0]) + numpy.linalg.norm(q[2] - q[3])) / 2
    scale = min(1.0, KEPT_HEIGHT / height)
    margin = KEPT_MARGIN * height * scale
    size = (round(width * scale + 2 * margin), round(height * scale + 2 * margin))
    target = numpy.array([[margin, margin], [size[0] - margin, margin], [margin, size[1] - margin]], numpy.float32)
    matrix = cv2.getAffineTransform(q[[0, 1, 3]].astype(numpy.float32), target)
    source = sheet.image
    if scale < 0.75:
        # Averages before sampling, as any good reduction does.
        source = cv2.blur(source, (max(1, round(1 / scale)),) * 2)
    upright = abs(q[0, 1] - q[1, 1]) < 0.02 and scale == 1.0
    method = cv2.INTER_NEAREST if upright else cv2.INTER_LINEAR
    pixels = cv2.warpAffine(source, matrix, size, flags=method, borderMode=cv2.BORDER_REPLICATE)
    return pixels, height * scale


def frame(pixels, height, rng=None):
    """A kept crop as the recogniser sees it: uint8 `[32, width]`; with `rng`, framed as carelessly as a detector does."""
    above, below, start, end = ABOVE, BELOW, BESIDE, BESIDE
    if rng is not None:
        above += rng.normal(0, 0.07)
        below += rng.normal(0, 0.06)
        start, end = (max(-0.02, BESIDE + rng.normal(-0.05, 0.13)) for _ in range(2))
    margin = KEPT_MARGIN * height
    top, bottom = margin - above * height, pixels.shape[0] - margin + below * height
    left, right = margin - start * height, pixels.shape[1] - margin + end * height
    scale = LINE_HEIGHT / max(4.0, bottom - top)
    width = max(8, round((right - left) * scale * (rng.normal(1, 0.03) if rng is not None else 1)))
    matrix = numpy.array([[width / (right - left), 0, 0], [0, scale, 0]], numpy.float64)
    # Half-pixel centres, as in torch, OpenCV's resize and the program.
    matrix[:, 2] = -matrix[0, 0] * (left - 0.5) - 0.5, -scale * (top - 0.5) - 0.5
    if scale < 0.7:
        pixels = cv2.blur(pixels, (2, 2))
    return cv2.warpAffine(pixels, matrix, (width, LINE_HEIGHT), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)


def normalise(crop):
    """Full contrast, dark on light: float32 in [-0.5, 0.5], ground near 0.5, ink near -0.5.

    The ground is taken to be the side of the range where the median lies.
    """
    histogram = numpy.bincount(crop.ravel(), minlength=256)
    total = numpy.cumsum(histogram)
    area = total[-1]
    low = int(numpy.searchsorted(total, max(1, area * 0.005)))
    high = int(numpy.searchsorted(total, area * 0.995))
    median = int(numpy.searchsorted(total, area * 0.5))
    spread = max(high - low, 24)
    scaled = numpy.clip((crop.astype(numpy.float32) - low) / spread, 0, 1)
    if 2 * median < low + high:
        scaled = 1 - scaled
    return scaled - 0.5


def careless(crop, rng):
    """Small damage that costs nothing to make anew at each use: gamma, noise, blur, JPEG."""
    kind = rng.random()
    if kind < 0.2:
        table = (255 * (numpy.arange(256) / 255) ** rng.uniform(0.6, 1.6)).astype(numpy.uint8)
        crop = table[crop]
    elif kind < 0.3:
        crop = numpy.clip(crop + rng.normal(0, rng.uniform(2, 12), crop.shape), 0, 255).astype(numpy.uint8)
    elif kind < 0.36:
        crop = cv2.GaussianBlur(crop, (0, 0), rng.uniform(0.3, 0.9))
    if rng.random() < 0.3:
        crop = 255 - crop
    return crop
