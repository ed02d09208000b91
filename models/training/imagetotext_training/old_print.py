"""Wear of old books: worn type, uneven ink, stained paper, the other side showing through, threshold scans."""

import cv2
import numpy

from . import degrade
from .curved_lines import bend
from .labelled_page import LabelledPage


def age(page, rng):
    """The page as printed long ago and scanned or photographed since."""
    ink = 1 - page.image.astype(numpy.float32) / 255
    heights = [line.height() for line in page.lines]
    if heights and rng.random() < 0.6:
        ink = worn_type(ink, float(numpy.median(heights)), rng)
    image = 1 - ink * rng.uniform(0.6, 1)
    if rng.random() < 0.5:
        image = show_through(image, rng)
    if rng.random() < 0.5:
        image = stain(image, rng)
    page = LabelledPage((255 * numpy.clip(image, 0, 1)).astype(numpy.uint8), page.lines)
    if rng.random() < 0.4:
        page = bend(page, rng)
    if rng.random() < 0.35:
        page = degrade.tilt(page, rng)
    kind = rng.random()
    if kind < 0.3:
        return degrade.bilevel(page, rng)
    if kind < 0.75:
        return degrade.photograph(page, rng)
    return degrade.scan(page, rng)


def worn_type(ink, height, rng):
    """Letters with gaps, swollen or thin parts and rough edges: the ink swells and shrinks from place to place.

    `height` is that of most lines; small letters would be lost if they wore as much as large ones.
    """
    shape, size = ink.shape, height / 24
    soft = cv2.GaussianBlur(ink, (0, 0), min(1.6, max(0.4, rng.uniform(0.5, 1.0) * size)))
    level = 0.42 + degrade.smooth_noise(shape, max(1, round(rng.choice([2, 3, 5, 40]) * size)), rng) * rng.uniform(0.02, 0.14) * min(1.0, size) + rng.uniform(-0.1, 0.06)
    hard = numpy.clip((soft - level) * rng.uniform(2.5, 6) + 0.5, 0, 1)
    if size > 0.7 and rng.random() < 0.4:
        # Parts of letters without ink.
        hard *= 1 - numpy.clip((degrade.smooth_noise(shape, max(1, round(rng.choice([2, 3, 4]) * size)), rng) - rng.uniform(1.4, 2.4)) * 2, 0, 1) * rng.uniform(0.4, 1)
    return hard


def show_through(image, rng):
    """The print of the other side, mirrored, faint and soft. It is no text of this page."""
    other = numpy.roll(image[:, ::-1], (int(rng.integers(-20, 21)), int(rng.integers(-30, 31))), (0, 1))
    other = cv2.GaussianBlur(other, (0, 0), rng.uniform(0.8, 2.5))
    return image * (1 - (1 - other) * rng.uniform(0.08, 0.4))


def stain(image, rng):
    """Yellowed paper, spots, dark edges, folds."""
    height, width = image.shape
    image = image * (1 - numpy.clip(degrade.smooth_noise(image.shape, int(rng.choice([8, 30, 90])), rng), 0, 2) * rng.uniform(0.02, 0.12))
    if rng.random() < 0.4:
        edge = int(rng.uniform(0.01, 0.06) * width) + 1
        shade = numpy.ones(width, numpy.float32)
        shade[:edge] = numpy.linspace(rng.uniform(0.1, 0.8), 1, edge)
        image = image * (shade if rng.random() < 0.5 else shade[::-1])
    if rng.random() < 0.2:
        image = numpy.ascontiguousarray(image, numpy.float32)
        x = int(rng.uniform(0, width))
        cv2.line(image, (x, 0), (int(x + rng.normal(0, 10)), height), float(rng.uniform(0.4, 0.9)), 1, cv2.LINE_AA)
    return image
