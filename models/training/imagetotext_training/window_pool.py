"""Windows of pages kept on the training device. Each is used many times, at other sizes, angles and contrasts.

A window is drawn by a background process (`detection_data.window_samples`) and augmented here.
"""

import collections
import math
import random

import numpy
import torch
from torch.nn import functional

from .detection_data import WINDOW_SIZE

TURNED_SHARE = 0.15
"""Share of windows that are turned by any angle; pages bring lines of other directions too."""

SCALED_SHARE = 0.5
"""Share of windows that are made larger or smaller."""

SCALES = (0.5, 2.2)
"""Range of the factor by which those are scaled."""


class WindowPool:
    """The latest `capacity` windows that arrived on `queue`, in batches of `size`."""

    def __init__(self, queue, device, size, capacity=30_000, seed=1):
        self.queue, self.device, self.size = queue, device, size
        self.random, self.windows, self.arrived = random.Random(seed), collections.deque(maxlen=capacity), 0

    def fill(self, windows):
        """Waits until this many windows have arrived."""
        while len(self.windows) < windows:
            self.take()

    def take_waiting(self, most=40):
        """Takes in what has arrived, without waiting."""
        for _ in range(most):
            if self.queue.empty():
                return
            self.take()

    def take(self):
        self.windows.append(tuple(torch.from_numpy(numpy.ascontiguousarray(part)).to(self.device) for part in self.queue.get()))
        self.arrived += 1

    def batch(self):
        """`(grey in [-0.5, 0.5], mask, weight)`, float `[size, 1, 512, 512]` and twice `[size, 1, 256, 256]`."""
        chosen = [self.random.choice(self.windows) for _ in range(self.size)]
        grey, mask, weight = (torch.stack(part).float()[:, None] for part in zip(*chosen))
        grey, mask, weight = transform(grey, mask, weight)
        return damage(grey) / 255 - 0.5, mask, weight


def transform(grey, mask, weight):
    """Scales some of the windows and turns a few; what comes from outside a window has no weight."""
    count, device = len(grey), grey.device
    uniform = lambda low, high: torch.empty(count, device=device).uniform_(low, high)
    happens = lambda share: torch.rand(count, device=device) < share
    scale = torch.where(happens(SCALED_SHARE), uniform(*map(math.log, SCALES)).exp(), torch.ones(count, device=device))
    angle = torch.where(happens(TURNED_SHARE), uniform(-math.pi, math.pi), torch.zeros(count, device=device))
    cosine, sine = angle.cos() / scale, angle.sin() / scale
    # A smaller window shows all of the picture, a larger one a part of it.
    room = (1 - 1 / scale).clamp(min=0)
    moved = [uniform(-1, 1) * room for _ in range(2)]
    matrix = torch.stack([torch.stack([cosine, -sine, moved[0]], 1), torch.stack([sine, cosine, moved[1]], 1)], 1)
    changed = (scale != 1) | (angle != 0)
    smooth = functional.avg_pool2d(functional.pad(grey, (1, 0, 1, 0), mode="replicate"), 2, 1)
    # A low-pass filter before downsampling, against aliasing.
    source = torch.where((scale < 0.75)[:, None, None, None], smooth, grey)
    grid = lambda like: functional.affine_grid(matrix, like.shape, align_corners=False)
    moved_grey = functional.grid_sample(source, grid(grey), mode="bilinear", padding_mode="border", align_corners=False)
    moved_mask = (functional.grid_sample(mask, grid(mask), mode="bilinear", padding_mode="zeros", align_corners=False) > 0.5).float()
    moved_weight = functional.grid_sample(weight, grid(weight), mode="nearest", padding_mode="zeros", align_corners=False)
    choose = lambda new, old: torch.where(changed[:, None, None, None], new, old)
    return choose(moved_grey, grey), choose(moved_mask, mask), choose(moved_weight, weight)


def damage(grey):
    """Random contrast, blur, noise and inversion, each for a share of the windows."""
    count, device = len(grey), grey.device
    uniform = lambda low, high: torch.empty(count, 1, 1, 1, device=device).uniform_(low, high)
    happens = lambda share: (torch.rand(count, 1, 1, 1, device=device) < share).float()
    near = functional.avg_pool2d(functional.pad(grey, (1, 1, 1, 1), mode="replicate"), 3, 1)
    grey = grey + happens(0.15) * uniform(0.2, 1) * (near - grey)
    contrast = 1 + happens(0.25) * (uniform(0.25, 1) - 1)
    grey = (grey - 127.5) * contrast + 127.5 + happens(0.2) * uniform(-60, 60)
    grey = (grey + happens(0.2) * uniform(1, 16) * torch.randn_like(grey)).clamp(0, 255)
    return torch.where(happens(0.2) > 0, 255 - grey, grey)
