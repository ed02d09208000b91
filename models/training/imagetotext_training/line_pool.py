"""Line crops kept on the training device. Each is drawn many times, with other margins, geometry and noise each time.

Rendering a line costs far more than a training step on it, above all on a GPU. So background processes send each line
once, cut out with room around it, and the device does what differs from use to use.
"""

import collections
import os
import random

import cv2
import numpy
import torch
from torch.nn import functional

from . import crops
from .alphabet import CLASS_OF
from .labelled_page import TextLine, upright_quad
from .networks import LINE_HEIGHT
from .page_stream import PageStream

BUCKET_WIDTHS = (64, 96, 128, 176, 232, 300, 380, 480, 600, 760, 960, 1200, 1600)
"""Widths to which the line crops of one batch are padded."""

CHUNK_LINES = 64
"""Lines of one bucket that travel together."""

CHUNKS_PER_BATCH = 8
"""Chunks that the lines of one batch come from."""

SHUFFLE_BUFFER = 400
"""Lines that wait to be drawn at random, so that a chunk does not come from one page."""

LONGEST_TEXT = 400
"""Characters; longer lines are left out."""

STRETCH_ROOM = 1.06
"""Least room in a bucket for stretching a line."""

EMPTY_SHARE = 0.3
"""Share of pages that also give a crop of a place without text."""


def line_chunks(queue, seed, folder):
    """Puts `(width of the bucket, Chunk)` on `queue`, endlessly; the target of a background process."""
    os.nice(3)
    cv2.setNumThreads(0)
    rng = numpy.random.default_rng(seed)
    pages, buffer = PageStream(seed, folder), []
    waiting = {width: [] for width in BUCKET_WIDTHS}
    while True:
        page = next(pages)
        lines = [line for line in page.lines if line.text is not None and 5 <= line.height() <= 120]
        if rng.random() < EMPTY_SHARE:
            lines.extend(empty_place(page, rng))
        for line in lines:
            crop = crops.extract(page, line)
            if min(crop.pixels.shape) < 6 or len(line.text) > LONGEST_TEXT:
                continue
            if crop.height > 0.88 * crops.MAX_EXTRACT_HEIGHT:
                # As `crops.resample` does where it reduces a crop.
                crop.pixels = cv2.blur(crop.pixels, (2, 2))
            buffer.append((crop, line.text))
        rng.shuffle(buffer)
        while len(buffer) > SHUFFLE_BUFFER:
            crop, text = buffer.pop()
            bucket = next((b for b in BUCKET_WIDTHS if STRETCH_ROOM * usual_width(crop) <= b), None)
            if bucket is None:
                continue
            waiting[bucket].append((crop, text))
            if len(waiting[bucket]) == CHUNK_LINES:
                queue.put((bucket, Chunk.of(waiting[bucket])))
                waiting[bucket] = []


def usual_width(crop):
    """Width in pixels of an extracted crop at the recogniser's height, with the usual margins."""
    tall = 1 + crops.MARGIN_ABOVE + crops.MARGIN_BELOW
    return LINE_HEIGHT * (crop.width / crop.height + 2 * crops.MARGIN_SIDES) / tall


def empty_place(page, rng):
    """A line without text at a random place, in a list, or an empty list if there is text at that place."""
    height, width = page.image.shape
    tall = rng.uniform(6, 40)
    wide = tall * rng.uniform(0.5, 6)
    if tall >= height or wide >= width:
        return []
    x, y = rng.uniform(0, width - wide), rng.uniform(0, height - tall)
    for line in page.lines:
        (left, top), (right, bottom) = line.quad.min(0), line.quad.max(0)
        if left < x + wide + 6 and right > x - 6 and top < y + tall + 2 and bottom > y - 2:
            return []
    return [TextLine(upright_quad(x, y, x + wide, y + tall), "")]


class Chunk:
    """Extracted lines of any size: their pixels one after the other, where the text is in each, and the texts.

    `places` has a row for each line: width and height of its pixels, then left, top, width and height of the text.
    """

    def __init__(self, pixels, starts, places, targets, lengths):
        self.pixels, self.starts, self.places, self.targets, self.lengths = pixels, starts, places, targets, lengths

    @classmethod
    def of(cls, samples):
        places = [(c.pixels.shape[1], c.pixels.shape[0], c.left, c.top, c.width, c.height) for c, _ in samples]
        sizes = numpy.array([c.pixels.size for c, _ in samples])
        lengths = numpy.array([len(text) for _, text in samples])
        targets = numpy.zeros((len(samples), max(1, lengths.max())), numpy.int16)
        for row, (_, text) in zip(targets, samples):
            row[: len(text)] = [CLASS_OF[c] for c in text]
        pixels = numpy.concatenate([c.pixels.ravel() for c, _ in samples])
        return cls(pixels, numpy.cumsum(sizes) - sizes, numpy.array(places, numpy.float32), targets, lengths)

    def to(self, device):
        """A copy whose arrays are tensors on `device`."""
        arrays = (self.pixels, self.starts, self.places, self.targets, self.lengths)
        return Chunk(*(torch.from_numpy(array).to(device) for array in arrays))


class LinePool:
    """The latest `capacity` lines that arrived on `queue`, as batches of about `area` pixels of width."""

    def __init__(self, queue, device, area, capacity=400_000, seed=1):
        self.queue, self.device, self.area = queue, device, area
        self.random = random.Random(seed)
        self.order = collections.deque(maxlen=max(1, capacity // CHUNK_LINES))
        self.arrived = 0

    def fill(self, lines):
        """Waits until this many lines have arrived."""
        while self.arrived < lines:
            self.take()

    def take_waiting(self, most=40):
        """Takes in what has arrived, without waiting."""
        for _ in range(most):
            if self.queue.empty():
                return
            self.take()

    def take(self):
        bucket, chunk = self.queue.get()
        self.order.append((bucket, chunk.to(self.device)))
        self.arrived += CHUNK_LINES

    def batch(self):
        """`(images float [n, 1, 32, width] in [-0.5, 0.5], widths, targets [n, longest], lengths)`, on the device."""
        bucket, first = self.random.choice(self.order)
        # A batch has fewer lines of a wider bucket; so every line is drawn equally often.
        while bucket < self.random.uniform(0, BUCKET_WIDTHS[-1]):
            bucket, first = self.random.choice(self.order)
        chunks = [first]
        for _ in range(8 * CHUNKS_PER_BATCH):
            other, chunk = self.random.choice(self.order)
            if other == bucket:
                chunks.append(chunk)
            if len(chunks) == CHUNKS_PER_BATCH:
                break
        share = max(1, min(CHUNK_LINES, self.area // bucket // len(chunks)))
        pixels = torch.cat([chunk.pixels for chunk in chunks])
        longest = max(chunk.targets.shape[1] for chunk in chunks)
        starts, places, targets, lengths, before = [], [], [], [], 0
        for chunk in chunks:
            chosen = torch.randperm(CHUNK_LINES, device=self.device)[:share]
            starts.append(chunk.starts[chosen] + before)
            places.append(chunk.places[chosen])
            targets.append(functional.pad(chunk.targets[chosen], (0, longest - chunk.targets.shape[1])))
            lengths.append(chunk.lengths[chosen])
            before += len(chunk.pixels)
        images, widths = draw(pixels, torch.cat(starts), torch.cat(places), bucket)
        return images, widths, torch.cat(targets).long(), torch.cat(lengths)


def draw(pixels, starts, places, bucket):
    """Crops at the recogniser's size, each with random margins, stretch, slant and damage, normalised.

    Returns `(images [n, 1, 32, bucket], widths [n])`. Beyond its width an image is background.
    """
    count, device = len(starts), places.device
    wide, tall, text_left, text_top, text_width, text_height = (column[:, None, None] for column in places.T)
    normal = lambda mean, deviation: mean + deviation * torch.randn(count, 1, 1, device=device)
    # The margins of `crops.resample`.
    above, below = normal(crops.MARGIN_ABOVE, 0.07), normal(crops.MARGIN_BELOW, 0.06)
    start, end = (normal(crops.MARGIN_SIDES - 0.05, 0.13).clamp(min=-0.02) for _ in range(2))
    left, top = text_left - start * text_height, text_top - above * text_height
    across = text_width + (start + end) * text_height
    down = ((1 + above + below) * text_height).clamp(min=4)
    widths = (across * LINE_HEIGHT / down * random_stretch(count, device)).round().clamp(8, bucket)
    x = torch.arange(bucket, device=device) + 0.5
    y = torch.arange(LINE_HEIGHT, device=device)[:, None] + 0.5
    slant, shear = normal(0, 0.006), normal(0, 0.03)
    source_x = left + x * across / widths + shear * (y / LINE_HEIGHT - 0.5) * down - 0.5
    source_y = top + y * down / LINE_HEIGHT + slant * (x / widths - 0.5) * across.clamp(max=400) - 0.5
    images = sample(pixels, starts, wide, tall, source_x, source_y)
    inside = (x < widths).expand(count, LINE_HEIGHT, bucket)
    images = normalise(damage(images), inside)
    return torch.where(inside, images, torch.full_like(images, 0.5))[:, None], widths.flatten().long()


def random_stretch(count, device):
    """As `crops.random_stretch`: mostly little, sometimes as much as in rare wide and narrow fonts."""
    little = 1 + 0.03 * torch.randn(count, 1, 1, device=device)
    much = torch.exp(torch.empty(count, 1, 1, device=device).uniform_(-0.25, 0.45))
    return torch.where(torch.rand(count, 1, 1, device=device) < 0.8, little, much)


def sample(pixels, starts, wide, tall, x, y):
    """Bilinear samples of ragged images at positions `x`, `y` (pixel centres at integers), edges continued."""
    x, y = torch.minimum(x.clamp(min=0), wide - 1), torch.minimum(y.clamp(min=0), tall - 1)
    x0, y0 = x.floor(), y.floor()
    right, below = x - x0, y - y0
    stride, origin = wide.long(), starts[:, None, None]
    x0, y0 = x0.long(), y0.long()
    x1, y1 = torch.minimum(x0 + 1, stride - 1), torch.minimum(y0 + 1, tall.long() - 1)
    at = lambda row, column: pixels[origin + row * stride + column].float()
    upper = at(y0, x0) * (1 - right) + at(y0, x1) * right
    lower = at(y1, x0) * (1 - right) + at(y1, x1) * right
    return upper * (1 - below) + lower * below


def damage(images):
    """Random gamma, noise, blur, swelling or thinning of strokes, shade, ruling lines and inversion, each for a share."""
    count, height, width = images.shape
    device = images.device
    uniform = lambda low, high: torch.empty(count, 1, 1, device=device).uniform_(low, high)
    happens = lambda share: (torch.rand(count, 1, 1, device=device) < share).float()
    near = functional.avg_pool2d(functional.pad(images[:, None], (1, 1, 1, 1), mode="replicate"), 3, 1)[:, 0]
    images = images + happens(0.18) * uniform(0.1, 0.9) * (near - images)
    darkest = -functional.max_pool2d(functional.pad(-images[:, None], (0, 1, 0, 1), mode="replicate"), 2, 1)[:, 0]
    lightest = functional.max_pool2d(functional.pad(images[:, None], (0, 1, 0, 1), mode="replicate"), 2, 1)[:, 0]
    images = images + happens(0.05) * uniform(0.2, 0.8) * (darkest - images)
    images = images + happens(0.05) * uniform(0.2, 0.8) * (lightest - images)
    # A line through or under the text, at the level of its ink.
    row = torch.arange(height, device=device)[None, :, None]
    line = ((row - uniform(4, 30)).abs() < uniform(0.4, 1.3)).float() * happens(0.03)
    dark, light, mean = images.amin((1, 2), keepdim=True), images.amax((1, 2), keepdim=True), images.mean((1, 2), keepdim=True)
    # Ink covers less than half of a line, so the mean is nearer to the background.
    ink = torch.where(mean > (dark + light) / 2, dark, light)
    images = images + line * uniform(0.4, 1) * (ink - images)
    column = torch.arange(width, device=device)[None, None, :]
    shade = torch.sin(column / width * uniform(0.5, 8) + row / height * uniform(-2, 2) + uniform(0, 6.3))
    images = images + happens(0.15) * uniform(2, 25) * shade
    images = images + happens(0.2) * uniform(1, 14) * torch.randn(count, height, width, device=device)
    gamma = 1 + happens(0.2) * (uniform(0.6, 1.6) - 1)
    images = 255 * (images.clamp(0, 255) / 255) ** gamma
    return torch.where(happens(0.3) > 0, 255 - images, images)


def normalise(images, inside):
    """As `crops.normalise`, of the columns that are `inside`: [-0.5, 0.5], background near 0.5, ink near -0.5."""
    count = len(images)
    levels = torch.where(inside, images.round().clamp(0, 255), 256).long().flatten(1)
    histogram = torch.zeros(count, 257, device=images.device)
    histogram.scatter_add_(1, levels, torch.ones((), device=images.device).expand_as(levels))
    total = histogram[:, :256].cumsum(1)
    area = total[:, -1:]
    level = lambda share: (total < (area * share).clamp(min=1)).sum(1).float()[:, None, None]
    low, median, high = level(0.005), level(0.5), level(0.995)
    scaled = ((images - low) / (high - low).clamp(min=24)).clamp(0, 1)
    return torch.where(2 * median < low + high, 1 - scaled, scaled) - 0.5
