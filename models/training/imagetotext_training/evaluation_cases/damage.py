"""Damage to pictures of paper: kinds that training does not have, or simulates in another way.

Each function takes an RGB picture, uint8 `[height, width, 3]`, and a `numpy.random.Generator`, and returns such a picture.
"""

import cv2
import numpy


def scanned(page, rng):
    """A flatbed scan: yellowed paper with fibres, the other side of the sheet showing through, toner grain, JPEG 55 to 85."""
    ink = 1 - page.astype(numpy.float32) / 255
    behind = cv2.GaussianBlur(ink[:, ::-1], (0, 0), 2.0) * rng.uniform(0, 0.14)
    paper = numpy.array([250, rng.uniform(238, 250), rng.uniform(215, 248)], numpy.float32)
    fibres = cv2.blur(rng.normal(0, 9, page.shape[:2]).astype(numpy.float32), (5, 1))[..., None]
    grain = cv2.blur(rng.normal(0, 0.5, page.shape[:2]).astype(numpy.float32), (2, 2))[..., None]
    ink = cv2.GaussianBlur(numpy.clip(ink * (0.9 + 0.4 * grain), 0, 1), (0, 0), rng.uniform(0.3, 0.8))
    reflected = paper + fibres
    return jpeg(reflected * (1 - behind) * (1 - ink) + 30 * ink, rng.integers(55, 86))


def skewed(page, rng):
    """Placed on the scanner at an angle of 2 to 8 degrees, with dark corners where there is no paper."""
    angle = rng.uniform(2, 8) * rng.choice([-1, 1])
    height, width = page.shape[:2]
    rotation = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1)
    radians = abs(numpy.deg2rad(angle))
    new_width, new_height = int(width * numpy.cos(radians) + height * numpy.sin(radians)), int(height * numpy.cos(radians) + width * numpy.sin(radians))
    rotation[:, 2] += (new_width - width) / 2, (new_height - height) / 2
    return cv2.warpAffine(page, rotation, (new_width, new_height), flags=cv2.INTER_CUBIC, borderValue=(70, 70, 74))


def photographed(page, rng):
    """A photo by hand: bent page, perspective, shadow of an arm, motion blur, dark corners, JPEG 30 to 60."""
    height, width = page.shape[:2]
    margin = int(0.06 * width)
    page = cv2.copyMakeBorder(page, margin, margin, margin, margin, cv2.BORDER_CONSTANT, value=(96, 78, 60))
    height, width = page.shape[:2]
    # The page bends along its width, as a book or a curled page does.
    y, x = numpy.mgrid[0:height, 0:width].astype(numpy.float32)
    bend = rng.uniform(-0.012, 0.012) * height
    page = cv2.remap(page, x, y + bend * numpy.sin(numpy.pi * x / width).astype(numpy.float32), cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    corners = numpy.array([[0, 0], [width, 0], [width, height], [0, height]], numpy.float32)
    moved = corners + rng.uniform(-0.035, 0.035, (4, 2)).astype(numpy.float32) * [width, height]
    page = cv2.warpPerspective(page, cv2.getPerspectiveTransform(corners, moved.astype(numpy.float32)), (width, height), flags=cv2.INTER_CUBIC, borderValue=(96, 78, 60))
    arm = (x * rng.uniform(-1, 1) + y * rng.uniform(-1, 1)) / width
    shadow = 1 - rng.uniform(0.2, 0.5) / (1 + numpy.exp(-25 * (arm - numpy.median(arm))))
    corner = 1 - 0.28 * ((x / width - 0.5) ** 2 + (y / height - 0.5) ** 2)
    light = (shadow * corner)[..., None] * numpy.array([1.0, rng.uniform(0.9, 1), rng.uniform(0.75, 0.98)])
    picture = motion_blurred(page.astype(numpy.float32) * light * rng.uniform(0.75, 0.95), rng)
    return jpeg(picture + rng.normal(0, rng.uniform(2, 6), picture.shape), rng.integers(30, 61))


def motion_blurred(picture, rng):
    """Blurred along a random direction, by one to three pixels."""
    length, angle = rng.uniform(1, 3), rng.uniform(0, numpy.pi)
    kernel = numpy.zeros((7, 7), numpy.float32)
    for step in numpy.linspace(-length / 2, length / 2, 15):
        kernel[int(round(3 + step * numpy.sin(angle))), int(round(3 + step * numpy.cos(angle)))] += 1
    return cv2.filter2D(picture, -1, kernel / kernel.sum())


def faxed(page, rng):
    """A fax: one bit per pixel, ragged edges, specks and sometimes a lost row."""
    grey = cv2.cvtColor(page, cv2.COLOR_RGB2GRAY).astype(numpy.float32)
    grey = cv2.GaussianBlur(grey, (0, 0), 0.7) + cv2.blur(rng.normal(0, 38, grey.shape).astype(numpy.float32), (2, 2))
    bits = (grey > rng.uniform(120, 165)).astype(numpy.uint8) * 255
    bits[rng.random(bits.shape) < 0.0006] = 0
    for row in numpy.flatnonzero(rng.random(len(bits)) < 0.002):
        bits[row] = bits[max(0, row - 1)]
    return numpy.repeat(bits[..., None], 3, 2)


def crumpled(page, rng):
    """A photo of a crumpled receipt: creases, uneven light, JPEG 40 to 75."""
    height, width = page.shape[:2]
    y, x = numpy.mgrid[0:height, 0:width].astype(numpy.float32)
    light = numpy.full((height, width), rng.uniform(0.8, 0.97), numpy.float32)
    for _ in range(rng.integers(2, 7)):
        # Each crease is bright on one side and dark on the other.
        distance = (x - rng.uniform(0, width)) * numpy.cos(angle := rng.uniform(0, numpy.pi)) + (y - rng.uniform(0, height)) * numpy.sin(angle)
        light += rng.uniform(0.03, 0.12) * numpy.tanh(distance / 4) * numpy.exp(-numpy.abs(distance) / rng.uniform(10, 60))
    light += cv2.resize(rng.normal(0, 0.05, (4, 3)).astype(numpy.float32), (width, height), interpolation=cv2.INTER_CUBIC)
    picture = page.astype(numpy.float32) * numpy.clip(light, 0.2, 1.05)[..., None]
    return jpeg(picture + rng.normal(0, rng.uniform(1, 5), picture.shape), rng.integers(40, 76))


def jpeg(picture, quality):
    """Compressed as JPEG of this `quality`, and decoded."""
    rounded = numpy.clip(picture, 0, 255).astype(numpy.uint8)
    return cv2.imdecode(cv2.imencode(".jpg", rounded, [cv2.IMWRITE_JPEG_QUALITY, int(quality)])[1], cv2.IMREAD_COLOR)
