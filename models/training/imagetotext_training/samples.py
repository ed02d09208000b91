"""Streams of training samples for both networks, made by background processes."""

import glob
import multiprocessing
import os
import pickle
import random
import time

import cv2
import numpy

from . import crops
from .alphabet import CLASS_OF
from .paper import Paper
from .sheet import CORE

BUCKETS = (64, 96, 128, 176, 232, 300, 380, 480, 600, 760, 960, 1200, 1600)
"""Widths to which line crops of one batch are padded."""

WINDOW = 512
"""Side in pixels of the windows that the detector learns on."""


def shards(folder):
    """Browser sheets written so far by `python -m imagetotext_training.browser`."""
    return sorted(glob.glob(os.path.join(folder, "*.pickle"))) if folder else []


class Sheets:
    """An endless mix of drawn sheets and, once there are any, sheets from the browser."""

    def __init__(self, seed, folder=None, browser_share=0.4):
        self.paper = Paper(seed)
        self.random = random.Random(seed)
        self.folder, self.share = folder, browser_share
        self.waiting, self.listed, self.looked = [], [], 0.0

    def __next__(self):
        if self.folder and self.random.random() < self.share:
            sheet = self.from_browser()
            if sheet is not None:
                return sheet
        return self.paper.sheet()

    def from_browser(self):
        if not self.waiting:
            if time.time() - self.looked > 60:
                self.listed, self.looked = shards(self.folder), time.time()
            if not self.listed:
                return None
            with open(self.random.choice(self.listed), "rb") as file:
                self.waiting = pickle.load(file)
            self.random.shuffle(self.waiting)
        return self.waiting.pop()


def line_batches(queue, seed, folder, area):
    """Puts batches `(images uint8, widths, targets, target lengths)` of about `area` pixels of width on `queue`."""
    os.nice(3)
    cv2.setNumThreads(0)
    rng = numpy.random.default_rng(seed)
    sheets, pending = Sheets(seed, folder), {width: [] for width in BUCKETS}
    reserve = []
    while True:
        sheet = next(sheets)
        reserve.extend(lines_of(sheet, rng))
        rng.shuffle(reserve)
        while len(reserve) > 200:
            pixels, text = reserve.pop()
            width = pixels.shape[1]
            bucket = next((b for b in BUCKETS if width <= b), None)
            # CTC needs a frame for each character and one between equal neighbours.
            frames = -(-width // 4) * 2
            if bucket is None or len(text) + sum(a == b for a, b in zip(text, text[1:])) > frames:
                continue
            pending[bucket].append((pixels, text))
            if len(pending[bucket]) >= max(4, area // bucket):
                queue.put(pack(pending[bucket], bucket))
                pending[bucket] = []


def lines_of(sheet, rng):
    """Framed, carelessly treated crops of a sheet's lines, and now and then of places without text."""
    found = []
    for line in sheet.lines:
        if line.text is None or not 5 <= line.height() <= 120:
            continue
        kept = crops.keep(sheet, line)
        if min(kept.pixels.shape) < 6:
            continue
        framed = crops.frame(kept, rng)
        if framed.shape[1] <= crops.WIDEST:
            found.append((crops.normalise(crops.careless(framed, rng)), line.text))
    if found and rng.random() < 0.3:
        empty = blank(sheet, rng)
        if empty is not None:
            found.append((crops.normalise(empty), ""))
    return found


def blank(sheet, rng):
    """A framed crop of a place where no text stands, or None."""
    height, width = sheet.image.shape
    tall = int(rng.integers(6, 40))
    wide = int(tall * rng.uniform(0.5, 5))
    if tall >= height or wide >= width:
        return None
    x, y = int(rng.integers(0, width - wide)), int(rng.integers(0, height - tall))
    for line in sheet.lines:
        (left, top), (right, bottom) = line.quad.min(0), line.quad.max(0)
        if left < x + wide + 6 and right > x - 6 and top < y + tall + 2 and bottom > y - 2:
            return None
    crop = sheet.image[y : y + tall, x : x + wide]
    return cv2.resize(crop, (max(8, round(wide * 32 / tall)), 32), interpolation=cv2.INTER_LINEAR)


def pack(samples, width):
    """Samples padded with ground (0.5) to `width`: arrays ready for a CTC step."""
    images = numpy.full((len(samples), 32, width), 255, numpy.uint8)
    for image, (pixels, _) in zip(images, samples):
        image[:, : pixels.shape[1]] = numpy.round((pixels + 0.5) * 255)
    widths = numpy.array([pixels.shape[1] for pixels, _ in samples])
    targets = numpy.array([CLASS_OF[c] for _, text in samples for c in text], numpy.int64)
    return images, widths, targets, numpy.array([len(text) for _, text in samples])


def windows(queue, seed, folder):
    """Puts detector samples `(grey, core, weight)`, each uint8 `[512, 512]` or half of it, on `queue`."""
    os.nice(3)
    cv2.setNumThreads(0)
    rng = numpy.random.default_rng(seed)
    sheets = Sheets(seed, folder)
    while True:
        sheet = next(sheets)
        if rng.random() < 0.25:
            from .degrade import rescale

            sheet = rescale(sheet, float(rng.choice([0.6, 0.75, 1.33, 1.6, 2.0])), rng)
        for _ in range(1 + sheet.image.size // (4 * WINDOW * WINDOW)):
            queue.put(window(sheet, rng))


def window(sheet, rng):
    """A random window of a sheet with its targets at half its size."""
    height, width = sheet.image.shape
    x = int(rng.integers(-40, max(1, width - WINDOW + 40)))
    y = int(rng.integers(-40, max(1, height - WINDOW + 40)))
    shift = numpy.array([[1, 0, -x], [0, 1, -y]], numpy.float32)
    edge = cv2.BORDER_REPLICATE if rng.random() < 0.6 else cv2.BORDER_CONSTANT
    grey = cv2.warpAffine(sheet.image, shift, (WINDOW, WINDOW), flags=cv2.INTER_NEAREST, borderMode=edge)
    if rng.random() < 0.3:
        grey = 255 - grey
    core = numpy.zeros((WINDOW // 2, WINDOW // 2), numpy.uint8)
    weight = numpy.ones_like(core)
    # Subpixel corners: the mask has half the resolution, and small text is a few pixels high.
    bits = 4
    for line in sheet.lines:
        q = (line.quad - [x, y]) / 2 - 0.25
        band = lambda a, b: numpy.array([q[0] + (q[3] - q[0]) * a, q[1] + (q[2] - q[1]) * a, q[1] + (q[2] - q[1]) * b, q[0] + (q[3] - q[0]) * b])
        fixed = lambda points: numpy.round(points * (1 << bits)).astype(numpy.int32)
        if line.text is None:
            cv2.fillConvexPoly(weight, fixed(band(-0.1, 1.1)), 0, shift=bits)
            continue
        # Pixels between lines, where a wrong bridge does most harm, count more.
        cv2.fillConvexPoly(weight, fixed(band(-0.15, 1.15)), 3, shift=bits)
    for line in sheet.lines:
        if line.text is not None:
            q = (line.quad - [x, y]) / 2 - 0.25
            points = numpy.array([q[0] + (q[3] - q[0]) * CORE[0], q[1] + (q[2] - q[1]) * CORE[0], q[1] + (q[2] - q[1]) * CORE[1], q[0] + (q[3] - q[0]) * CORE[1]])
            cv2.fillConvexPoly(core, numpy.round(points * (1 << bits)).astype(numpy.int32), 1, shift=bits)
    weight[core > 0] = 2
    return grey, core, weight


def start(target, workers, size, *arguments):
    """A queue of at most `size` items that `workers` processes keep filled by `target(queue, seed, *arguments)`."""
    queue = multiprocessing.Queue(maxsize=size)
    seed = int(time.time()) % 1_000_000
    for index in range(workers):
        multiprocessing.Process(target=target, args=(queue, seed + 7919 * index, *arguments), daemon=True).start()
    return queue
