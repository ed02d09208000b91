"""What the tests of drawn pages share: a renderer of one font and plain words, and where ink is."""

import atexit
import os
import random
import tempfile

import cv2
import numpy
from PIL import ImageFont

from imagetotext_training.font_choice import load_font

WORDS = "quay typical Major light fog bridge Quick jumpy paper night".split()


with tempfile.NamedTemporaryFile(suffix=".ttf", delete=False) as _file:
    _file.write(ImageFont.load_default(20).font_bytes)
atexit.register(os.remove, _file.name)

FONT_FILE = _file.name
"""The font that comes with Pillow; it has the characters of ASCII."""


def font_of(size):
    """A result of `load_font`."""
    return load_font(FONT_FILE, size)


class PlainTexts:
    """Stands for a `TextGenerator`."""

    def __init__(self, chance):
        self.random = chance

    def word(self):
        return self.random.choice(WORDS)

    def phrase(self, most=3):
        return " ".join(self.random.choices(WORDS, k=most))

    def paragraph(self):
        return " ".join(self.random.choices(WORDS, k=60))

    short = phrase

    def number(self, maximum=999):
        return self.random.randint(1, maximum)

    def amount(self):
        return f"{self.random.randint(1, 999)}.50"


class PlainRenderer:
    """Stands for a `PageRenderer`."""

    def __init__(self, seed=1):
        self.random, self.rng = random.Random(seed), numpy.random.default_rng(seed)
        self.texts = PlainTexts(self.random)

    def font_size(self):
        return self.random.randint(14, 40)

    def font_for(self, text, size, mono=False, names=None):
        return font_of(size), frozenset(map(chr, range(33, 127)))


def ink_outside(page, slack=2):
    """How many dark pixels of a white page lie outside all of its lines, by more than `slack` pixels."""
    image = page.image.copy()
    for line in page.lines:
        for piece in line.pieces():
            cv2.fillConvexPoly(image, numpy.round(piece).astype(numpy.int32), 255)
            cv2.polylines(image, [numpy.round(piece).astype(numpy.int32)], True, 255, 2 * slack + 1)
    return int((image < 128).sum())


def has_ink(page, line):
    """Whether a line of a white page has dark pixels."""
    mask = numpy.zeros_like(page.image)
    for piece in line.pieces():
        cv2.fillConvexPoly(mask, numpy.round(piece).astype(numpy.int32), 1)
    return bool((page.image[mask > 0] < 128).any())
