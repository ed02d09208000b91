"""Line crops for the recogniser. `src/engine/crop.rs` does the same; the test vectors of `agreement` keep them equal."""

import dataclasses

import cv2
import numpy

from .networks import LINE_HEIGHT

MARGIN_ABOVE, MARGIN_BELOW, MARGIN_SIDES = 0.18, 0.10, 0.25
"""Margins of a crop around a line, in line heights: room for accents on capitals above, a little below and at the ends."""

MAX_WIDTH = 1600
"""Crops wider than this many pixels are not used in training; the program splits longer lines."""

EXTRACT_MARGIN = 0.6
"""Margin in line heights of an extracted crop, so that each use can have other margins."""

MAX_EXTRACT_HEIGHT = 40
"""Taller lines are reduced to this many pixels when they are extracted."""


@dataclasses.dataclass
class LineCrop:
    """A line with `EXTRACT_MARGIN` around it: grey pixels, and where in them the line is."""

    pixels: numpy.ndarray
    left: float
    top: float
    width: float
    height: float


def extract(page, line):
    """Cuts out a line, upright, at its own scale or smaller; a curved line is made straight."""
    if line.chain:
        return straighten(page.image, line.chain)
    q = line.quad.astype(numpy.float64)
    height = line.height()
    width = float(numpy.linalg.norm(q[1] - q[0]) + numpy.linalg.norm(q[2] - q[3])) / 2
    scale = min(1.0, MAX_EXTRACT_HEIGHT / height)
    margin = numpy.ceil(EXTRACT_MARGIN * height * scale)
    source, matrix = page.image, None
    left = top = margin
    if abs(q[0, 1] - q[1, 1]) < 0.02 and scale == 1.0:
        # Shifted by whole pixels, without interpolation; `left` and `top` keep the fraction of a pixel.
        left, top = margin + q[0] % 1
        matrix = numpy.array([[1, 0, margin - numpy.floor(q[0, 0])], [0, 1, margin - numpy.floor(q[0, 1])]])
    else:
        along, down = (q[1] - q[0]) / max(width, 1e-6), (q[3] - q[0]) / max(height, 1e-6)
        # The map from crop to page, with half-pixel centres; then its inverse.
        back = numpy.array([[along[0], down[0]], [along[1], down[1]]]) / scale
        offset = q[0] - back @ [margin - 0.5, margin - 0.5] - 0.5
        matrix = cv2.invertAffineTransform(numpy.hstack([back, offset[:, None]]))
    if scale < 0.75:
        # A low-pass filter before downsampling, against aliasing.
        source = cv2.blur(source, (max(1, round(1 / scale)),) * 2)
    size = (int(numpy.ceil(left + width * scale + margin)), int(numpy.ceil(top + height * scale + margin)))
    pixels = cv2.warpAffine(source, matrix, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return LineCrop(pixels, float(left), float(top), width * scale, height * scale)


def straighten(image, chain):
    """Cuts out a curved line along its chain of quads."""
    above = numpy.array([*(q[0] for q in chain), chain[-1][1]], numpy.float64)
    below = numpy.array([*(q[3] for q in chain), chain[-1][2]], numpy.float64)
    middle, down = (above + below) / 2, below - above
    height = float(numpy.linalg.norm(down, axis=1).mean())
    along = numpy.concatenate([[0.0], numpy.cumsum(numpy.linalg.norm(numpy.diff(middle, axis=0), axis=1))])
    scale = min(1.0, MAX_EXTRACT_HEIGHT / height)
    margin = float(numpy.ceil(EXTRACT_MARGIN * height * scale))
    size = (int(numpy.ceil(along[-1] * scale + 2 * margin)), int(numpy.ceil(height * scale + 2 * margin)))
    # The place along the line and across it of each pixel centre of the crop.
    place = (numpy.arange(size[0]) + 0.5 - margin) / scale
    share = (numpy.arange(size[1]) + 0.5 - margin) / (scale * height) - 0.5
    inside = numpy.clip(place, 0, along[-1])
    first, last = ((middle[i + 1] - middle[i]) / max(1e-6, along[i + 1] - along[i]) for i in (0, len(chain) - 1))
    beyond = numpy.minimum(place, 0)[:, None] * first + numpy.maximum(place - along[-1], 0)[:, None] * last
    points = numpy.stack([numpy.interp(inside, along, middle[:, axis]) for axis in (0, 1)], 1) + beyond
    across = numpy.stack([numpy.interp(inside, along, down[:, axis]) for axis in (0, 1)], 1)
    sources = (points[None] + share[:, None, None] * across[None] - 0.5).astype(numpy.float32)
    pixels = cv2.remap(image, numpy.ascontiguousarray(sources[..., 0]), numpy.ascontiguousarray(sources[..., 1]), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return LineCrop(pixels, margin, margin, along[-1] * scale, height * scale)


def resample(crop, rng=None):
    """An extracted crop at the recogniser's size, uint8 `[32, width]`; with `rng`, its margins vary as a detector's do."""
    above, below, start, end = MARGIN_ABOVE, MARGIN_BELOW, MARGIN_SIDES, MARGIN_SIDES
    if rng is not None:
        above += rng.normal(0, 0.07)
        below += rng.normal(0, 0.06)
        start, end = (max(-0.02, MARGIN_SIDES + rng.normal(-0.05, 0.13)) for _ in range(2))
    height, pixels = crop.height, crop.pixels
    top, tall = crop.top - above * height, max(4.0, (1 + above + below) * height)
    left, wide = crop.left - start * height, crop.width + (start + end) * height
    scale = LINE_HEIGHT / tall
    width = max(8, round(wide * scale * (random_stretch(rng) if rng is not None else 1)))
    matrix = numpy.array([[width / wide, 0, 0], [0, scale, 0]], numpy.float64)
    # Half-pixel centres, as in torch, OpenCV's resize and the program.
    matrix[:, 2] = -matrix[0, 0] * (left - 0.5) - 0.5, -scale * (top - 0.5) - 0.5
    if scale < 0.7:
        pixels = cv2.blur(pixels, (2, 2))
    return cv2.warpAffine(pixels, matrix, (width, LINE_HEIGHT), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)


def random_stretch(rng):
    """A random horizontal stretch: mostly little, sometimes as much as in rare wide and narrow fonts."""
    return rng.normal(1, 0.03) if rng.random() < 0.8 else float(numpy.exp(rng.uniform(-0.25, 0.45)))


def normalise(crop):
    """Normalises the contrast to dark on light: float32 in [-0.5, 0.5], background near 0.5, ink near -0.5.

    The background is taken to be the end of the range that is nearer to the median.
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


def augment(crop, rng):
    """Cheap augmentation, other at each use: gamma, noise, blur, inversion."""
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
