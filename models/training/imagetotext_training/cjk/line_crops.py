"""Drawn lines as the recogniser reads them: degraded, cut out with the margins of a detector, 48 pixels high."""

import cv2
import numpy

from .. import crops
from ..degrade import jpeg, smooth_noise

LINE_HEIGHT = 48
"""Height in pixels of the crops: twice as many strokes as in Latin letters have to be told apart."""


def degraded(pixels, rng):
    """`pixels` as on a screen mostly, sometimes as of a scan."""
    kind = rng.random()
    if kind < 0.2:
        pixels = scanned(pixels, rng)
    elif kind < 0.32:
        # Luma of subpixel (LCD) rendering.
        kernel = numpy.array([[0.03, 0.3, 0.34, 0.3, 0.03]] if rng.random() < 0.5 else [[0.25, 0.5, 0.25]], numpy.float32)
        pixels = cv2.filter2D(pixels, -1, kernel)
    elif kind < 0.4:
        pixels = cv2.GaussianBlur(pixels, (0, 0), rng.uniform(0.3, 0.8))
    if rng.random() < 0.08:
        noise = rng.normal(0, rng.uniform(2, 12), pixels.shape)
        pixels = numpy.clip(pixels + noise, 0, 255).astype(numpy.uint8)
    return jpeg(pixels, rng.integers(30, 95)) if rng.random() < 0.2 else pixels


def scanned(pixels, rng):
    """Ink that spreads or thins, paper, blur."""
    if rng.random() < 0.4:
        kernel = numpy.ones((2, 2), numpy.uint8)
        changed = cv2.erode(pixels, kernel) if rng.random() < 0.5 else cv2.dilate(pixels, kernel)
        pixels = cv2.addWeighted(pixels, rng.uniform(0.2, 0.8), changed, 0.5, 0)
    image = pixels.astype(numpy.float32)
    if rng.random() < 0.6:
        image += smooth_noise(image.shape, int(rng.choice([1, 2, 3, 8, 30])), rng) * rng.uniform(1, 12)
    if rng.random() < 0.6:
        image = cv2.GaussianBlur(image, (0, 0), rng.uniform(0.4, 1.0))
    return numpy.clip(image, 0, 255).astype(numpy.uint8)


def crop(line, rng):
    """`(pixels uint8 [48, width], centres)` of a drawn line, with normalised contrast; margins vary as a detector's do."""
    height = line.bottom - line.top
    above = crops.MARGIN_ABOVE + rng.normal(0, 0.06)
    below = crops.MARGIN_BELOW + rng.normal(0, 0.06)
    start, end = (max(-0.02, crops.MARGIN_SIDES + rng.normal(-0.05, 0.13)) for _ in range(2))
    top, tall = line.top - above * height, max(4.0, (1 + above + below) * height)
    left, wide = line.left - start * height, line.right - line.left + (start + end) * height
    vertical = LINE_HEIGHT / tall
    stretch = rng.normal(1, 0.03) if rng.random() < 0.88 else float(numpy.exp(rng.uniform(-0.3, 0.25)))
    horizontal = vertical * stretch
    width = max(8, round(wide * horizontal))
    slope = rng.normal(0, 0.008) if rng.random() < 0.15 else 0.0
    # Half-pixel centres, as in `crops.resample`.
    middle = left + wide / 2
    matrix = numpy.array([[horizontal, 0, -horizontal * (left - 0.5) - 0.5], [slope * vertical, vertical, -vertical * (top - 0.5) - 0.5 - slope * vertical * middle]])
    pixels = degraded(line.pixels, rng)
    if vertical < 0.7:
        pixels = cv2.blur(pixels, (2, 2))
    pixels = cv2.warpAffine(pixels, matrix, (width, LINE_HEIGHT), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    if rng.random() < 0.15:
        table = (255 * (numpy.arange(256) / 255) ** rng.uniform(0.6, 1.6)).astype(numpy.uint8)
        pixels = table[pixels]
    normalised = numpy.round((crops.normalise(pixels) + 0.5) * 255).astype(numpy.uint8)
    return normalised, (line.centres - left) * horizontal
