"""An endless stream of labelled pages for training, and the background processes that make samples of it."""

import glob
import multiprocessing
import os
import pickle
import random
import time

from .page_renderer import PageRenderer

RESCAN_SECONDS = 60
"""How often the folder is searched for new shards, which `browser_pages` may still be writing."""


class PageStream:
    """An endless mix of drawn pages and, once there are any in `folder`, pages rendered by the browser."""

    def __init__(self, seed, folder=None, browser_share=0.4):
        self.renderer = PageRenderer(seed)
        self.random = random.Random(seed)
        self.folder, self.browser_share = folder, browser_share
        self.loaded, self.shards, self.scanned = [], [], 0.0

    def __next__(self):
        if self.folder and self.random.random() < self.browser_share:
            page = self.from_browser()
            if page is not None:
                return page
        return self.renderer.page()

    def from_browser(self):
        """The next page of a random shard, or None while there is no shard."""
        if not self.loaded:
            if time.time() - self.scanned > RESCAN_SECONDS:
                self.shards, self.scanned = sorted(glob.glob(os.path.join(self.folder, "*.pickle"))), time.time()
            if not self.shards:
                return None
            with open(self.random.choice(self.shards), "rb") as file:
                self.loaded = pickle.load(file)
            self.random.shuffle(self.loaded)
        return self.loaded.pop()


def start_workers(target, workers, size, *arguments):
    """A queue of at most `size` items that `workers` processes keep filled by `target(queue, seed, *arguments)`."""
    queue = multiprocessing.Queue(maxsize=size)
    seed = int(time.time()) % 1_000_000
    for index in range(workers):
        multiprocessing.Process(target=target, args=(queue, seed + 7919 * index, *arguments), daemon=True).start()
    return queue
