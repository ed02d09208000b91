"""Training samples of the recogniser: batches of line crops with their texts."""

import os

import cv2
import numpy

from . import crops
from .alphabet import CLASS_OF
from .networks import LINE_HEIGHT
from .page_stream import PageStream

BUCKET_WIDTHS = (64, 96, 128, 176, 232, 300, 380, 480, 600, 760, 960, 1200, 1600)
"""Widths to which the line crops of one batch are padded."""

MIN_LINE_HEIGHT, MAX_LINE_HEIGHT = 5, 400
"""Other lines, in pixels, are not used."""

SHUFFLE_BUFFER = 200
"""Lines that wait to be drawn at random, so that a batch does not come from one page."""


def line_batches(queue, seed, folder, area):
    """Puts batches `(images uint8, widths, targets, target lengths)` of about `area` pixels of width on `queue`."""
    os.nice(3)
    cv2.setNumThreads(0)
    rng = numpy.random.default_rng(seed)
    pages, batches = PageStream(seed, folder), {width: [] for width in BUCKET_WIDTHS}
    buffer = []
    while True:
        page = next(pages)
        buffer.extend(line_samples(page, rng))
        rng.shuffle(buffer)
        while len(buffer) > SHUFFLE_BUFFER:
            pixels, text = buffer.pop()
            width = pixels.shape[1]
            bucket = next((b for b in BUCKET_WIDTHS if width <= b), None)
            # CTC needs a frame for each character and one between equal neighbours.
            frames = -(-width // 4) * 2
            if bucket is None or len(text) + sum(a == b for a, b in zip(text, text[1:])) > frames:
                continue
            batches[bucket].append((pixels, text))
            if len(batches[bucket]) >= max(4, area // bucket):
                queue.put(collate(batches[bucket], bucket))
                batches[bucket] = []


def line_samples(page, rng):
    """Augmented `(crop, text)` of a page's lines, and now and then of a place without text."""
    samples = []
    for line in page.lines:
        if not line.text or not MIN_LINE_HEIGHT <= line.height() <= MAX_LINE_HEIGHT:
            continue
        extracted = crops.extract(page, line)
        if min(extracted.pixels.shape) < 6:
            continue
        crop = crops.resample(extracted, rng)
        if crop.shape[1] <= crops.MAX_WIDTH:
            samples.append((crops.normalise(crops.augment(crop, rng)), line.text))
    for _ in range(rng.integers(0, 2) if samples else 3):
        empty = empty_crop(page, rng)
        if empty is not None:
            samples.append((crops.normalise(empty), ""))
    return samples


def empty_crop(page, rng):
    """A crop of a place without text, or None if none is found."""
    found = [crop for crop in (empty_place(page, rng) for _ in range(4)) if crop is not None]
    # Places with something in them are more like those that a detector takes for text.
    return max(found, key=lambda crop: crop.std()) if found else None


def empty_place(page, rng):
    """A crop of a random place, or None if it has text."""
    height, width = page.image.shape
    tall = int(rng.integers(6, 40))
    wide = int(tall * rng.uniform(0.5, 5))
    if tall >= height or wide >= width:
        return None
    x, y = int(rng.integers(0, width - wide)), int(rng.integers(0, height - tall))
    for line in page.lines:
        (left, top), (right, bottom) = line.quad.min(0), line.quad.max(0)
        if left < x + wide + 6 and right > x - 6 and top < y + tall + 2 and bottom > y - 2:
            return None
    crop = page.image[y : y + tall, x : x + wide]
    return cv2.resize(crop, (max(8, round(wide * LINE_HEIGHT / tall)), LINE_HEIGHT), interpolation=cv2.INTER_LINEAR)


def collate(samples, width):
    """Samples padded with background (0.5) to `width`: arrays ready for a CTC loss."""
    images = numpy.full((len(samples), LINE_HEIGHT, width), 255, numpy.uint8)
    for image, (pixels, _) in zip(images, samples):
        image[:, : pixels.shape[1]] = numpy.round((pixels + 0.5) * 255)
    widths = numpy.array([pixels.shape[1] for pixels, _ in samples])
    targets = numpy.array([CLASS_OF[c] for _, text in samples for c in text], numpy.int64)
    return images, widths, targets, numpy.array([len(text) for _, text in samples])
