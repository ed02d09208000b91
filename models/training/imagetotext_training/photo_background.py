"""Grounds that look like photographs: areas, edges, light, textures, foliage, objects out of focus."""

import cv2
import numpy

from .degrade import add_noise, smooth_noise


def photo_background(width, height, rng, calm=False):
    """Grey pixels `[height, width]`; with `calm` without strong structure, as a wall or a sky."""
    # Half the resolution is enough for what a lens shows; grain is added at the end.
    image = gradient(max(8, width // 2), max(8, height // 2), rng)
    layers = rng.integers(0, 3) if calm else rng.integers(2, 7)
    choice = [soft_areas, fine_texture] if calm else [soft_areas, fine_texture, shapes, shapes, foliage, bricks, stripes, lights]
    for _ in range(layers):
        image = choice[rng.integers(len(choice))](image, rng)
    if rng.random() < 0.4:
        image = cv2.GaussianBlur(image, (0, 0), rng.uniform(0.6, 3))
    level, contrast = rng.uniform(0.25, 0.8), rng.uniform(0.2, 1.1)
    image = (255 * numpy.clip(level + (image - image.mean()) * contrast, 0, 1)).astype(numpy.uint8)
    image = cv2.resize(image, (width, height), interpolation=cv2.INTER_CUBIC)
    return add_noise(image, rng.uniform(1, 8), rng) if rng.random() < 0.3 else image


def gradient(width, height, rng):
    corners = rng.uniform(0, 1, (2, 2)).astype(numpy.float32)
    return cv2.resize(corners, (width, height), interpolation=cv2.INTER_LINEAR)


def soft_areas(image, rng):
    """Light and dark areas of some size."""
    cell = int(max(image.shape) * rng.uniform(0.03, 0.4)) + 1
    area = smooth_noise(image.shape, cell, rng) * rng.uniform(0.05, 0.4)
    if rng.random() < 0.4:
        # Clear edges, as of clouds, stains and stones.
        area = numpy.tanh(area * rng.uniform(3, 20)) * 0.2
    return image + area


def fine_texture(image, rng):
    """Grain of stone, paper, cloth and wood."""
    height, width = image.shape
    cell, stretch = int(rng.integers(1, 5)), int(rng.choice([1, 1, 1, 4, 12]))
    small = smooth_noise((height, max(4, width // stretch)) if rng.random() < 0.5 else (max(4, height // stretch), width), cell, rng)
    return image + cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR) * rng.uniform(0.02, 0.15)


def shapes(image, rng):
    """Things with edges: polygons, discs, bars, partly transparent."""
    height, width = image.shape
    layer = image.copy()
    for _ in range(rng.integers(1, 9)):
        shade, kind = float(rng.uniform(0, 1)), rng.random()
        centre = rng.uniform(0, (width, height))
        reach = rng.uniform(0.02, 0.35) * max(width, height)
        if kind < 0.5:
            points = centre + rng.normal(0, reach, (int(rng.integers(3, 7)), 2))
            cv2.fillConvexPoly(layer, cv2.convexHull(points.astype(numpy.int32)), shade, cv2.LINE_AA)
        elif kind < 0.75:
            axes = (int(reach * rng.uniform(0.2, 1)) + 1, int(reach * rng.uniform(0.2, 1)) + 1)
            cv2.ellipse(layer, tuple(centre.astype(int).tolist()), axes, float(rng.uniform(0, 180)), 0, 360, shade, int(rng.choice([-1, -1, 2, 5])), cv2.LINE_AA)
        else:
            end = centre + rng.normal(0, 3 * reach, 2)
            cv2.line(layer, tuple(centre.astype(int).tolist()), tuple(end.astype(int).tolist()), shade, int(rng.integers(1, 20)), cv2.LINE_AA)
    return image + (layer - image) * rng.uniform(0.3, 1)


def foliage(image, rng):
    """Leaves, grass, hair: many short strokes of all shades in one area."""
    height, width = image.shape
    layer = image.copy()
    centre, spread = rng.uniform(0, (width, height)), rng.uniform(0.08, 0.35) * max(width, height)
    size, count = rng.uniform(2, 12), int(rng.integers(40, 300))
    starts = rng.normal(centre, spread, (count, 2))
    ends = starts + rng.normal(0, size, (count, 2))
    shades = rng.uniform(0, 1, count)
    width_of = int(rng.integers(1, 4))
    for start, end, shade in zip(starts.astype(int).tolist(), ends.astype(int).tolist(), shades.tolist()):
        cv2.line(layer, start, end, shade, width_of, cv2.LINE_AA)
    return layer


def bricks(image, rng):
    """A grid of joints: bricks, tiles, windows, shelves, fences."""
    height, width = image.shape
    tall, wide = int(rng.integers(6, 60)), int(rng.integers(6, 120))
    shift = wide // 2 if rng.random() < 0.5 else 0
    layer = image.copy()
    shade, thick = float(rng.uniform(0, 1)), int(rng.integers(1, 4))
    for row, y in enumerate(range(0, height, tall)):
        cv2.line(layer, (0, y), (width, y), shade, thick)
        for x in range((row % 2) * shift, width, wide):
            cv2.line(layer, (x, y), (x, y + tall), shade, thick)
    if rng.random() < 0.6:
        corners = numpy.float32([[0, 0], [width, 0], [width, height], [0, height]])
        moved = corners + rng.normal(0, 0.15, (4, 2)).astype(numpy.float32) * numpy.float32([width, height])
        matrix = cv2.getPerspectiveTransform(corners, moved.astype(numpy.float32))
        layer = cv2.warpPerspective(layer, matrix, (width, height), borderMode=cv2.BORDER_REFLECT)
    return image + (layer - image) * rng.uniform(0.2, 1)


def stripes(image, rng):
    """Bars of any angle: blinds, grilles, shadows of fences, cables."""
    height, width = image.shape
    rows, columns = numpy.mgrid[0:height, 0:width].astype(numpy.float32)
    angle, period = rng.uniform(0, numpy.pi), rng.uniform(6, 80)
    wave = numpy.sin((columns * numpy.cos(angle) + rows * numpy.sin(angle)) * 2 * numpy.pi / period)
    strength = numpy.clip(smooth_noise(image.shape, max(image.shape) // 3 + 1, rng), 0, 1)
    return image + numpy.tanh(wave * rng.uniform(1, 8)) * strength * rng.uniform(0.1, 0.5)


def lights(image, rng):
    """Lamps, reflections and discs out of focus."""
    height, width = image.shape
    layer = image.copy()
    for _ in range(rng.integers(2, 20)):
        centre = (int(rng.uniform(0, width)), int(rng.uniform(0, height)))
        cv2.circle(layer, centre, int(rng.integers(1, 14)), float(rng.uniform(0.7, 1.3)), -1, cv2.LINE_AA)
    return cv2.GaussianBlur(layer, (0, 0), rng.uniform(0.8, 3))
