"""An endless stream of labelled pages for training, and the background processes that make samples of it."""

import glob
import multiprocessing
import os
import pickle
import random
import time

import cv2
import numpy

from . import degrade
from .labelled_page import LabelledPage
from .page_renderer import PageRenderer

LARGEST_BROWSER_SHARE, SHARE_OF_SHARD = 0.4, 0.006
"""Share of pages from the browser: at most this, and this much for each shard, so that none is shown too often."""

RESCAN_SECONDS = 60
"""How often the folder is searched for new shards, which `browser_pages` may still be writing."""


class PageStream:
    """An endless mix of drawn pages and, once there are any in `folder`, pages rendered by the browser."""

    def __init__(self, seed, folder=None):
        self.renderer = PageRenderer(seed)
        self.random = random.Random(seed)
        self.folder = folder
        self.loaded, self.shards, self.scanned = [], [], 0.0

    def __next__(self):
        if self.folder and time.time() - self.scanned > RESCAN_SECONDS:
            self.shards, self.scanned = sorted(glob.glob(os.path.join(self.folder, "*.pickle"))), time.time()
        if self.random.random() < min(LARGEST_BROWSER_SHARE, SHARE_OF_SHARD * len(self.shards)):
            page = self.from_browser()
            return degrade.screen(page, self.renderer.rng) if self.random.random() < 0.5 else page
        return self.renderer.page()

    def from_browser(self):
        """The next page of a random shard."""
        if not self.loaded:
            with open(self.random.choice(self.shards), "rb") as file:
                self.loaded = pickle.load(file)
            self.random.shuffle(self.loaded)
        return unpacked(self.loaded.pop())


def packed(pages):
    """Pages as they are stored in a shard: `(lossless WebP, lines)`."""
    return [(cv2.imencode(".webp", page.image, [cv2.IMWRITE_WEBP_QUALITY, 101])[1].tobytes(), page.lines) for page in pages]


def unpacked(stored):
    """A page of a shard."""
    image, lines = stored
    return LabelledPage(cv2.imdecode(numpy.frombuffer(image, numpy.uint8), cv2.IMREAD_GRAYSCALE), lines)


def start_workers(target, workers, size, *arguments):
    """A queue of at most `size` items that `workers` processes keep filled by `target(queue, seed, *arguments)`."""
    queue = multiprocessing.Queue(maxsize=size)
    seed = int(time.time()) % 1_000_000
    for index in range(workers):
        multiprocessing.Process(target=target, args=(queue, seed + 7919 * index, *arguments), daemon=True).start()
    return queue
