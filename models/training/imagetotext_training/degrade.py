"""Degradation of rendered pages, as by screens, printers, paper, light, lenses and JPEG."""

import cv2
import numpy

from .labelled_page import LabelledPage, TextLine

MIN_BILEVEL_HEIGHT = 14
"""Lower lines in pixels cannot be read once they are black and white."""


def screen(page, rng):
    """Mild degradation of screenshots."""
    image = page.image
    if rng.random() < 0.12:
        # Luma of subpixel (LCD) rendering: FreeType's default FIR filter, seen through BT.601 weights.
        kernel = numpy.array([[0.03, 0.3, 0.34, 0.3, 0.03]] if rng.random() < 0.5 else [[0.25, 0.5, 0.25]], numpy.float32)
        image = cv2.filter2D(image, -1, kernel)
    if rng.random() < 0.2:
        page = rescale(LabelledPage(image, page.lines), rng.choice([0.75, 0.8, 0.9, 1.1, 1.25, 1.5]), rng)
        image = page.image
    if rng.random() < 0.2:
        image = jpeg(image, rng.integers(35, 95))
    if rng.random() < 0.06:
        image = cv2.GaussianBlur(image, (0, 0), rng.uniform(0.3, 0.7))
    return LabelledPage(image, page.lines)


def rescale(page, factor, rng):
    height, width = page.image.shape
    size = (max(8, round(width * factor)), max(8, round(height * factor)))
    method = cv2.INTER_AREA if factor < 1 else [cv2.INTER_LINEAR, cv2.INTER_CUBIC][rng.integers(2)]
    ratio = numpy.array([size[0] / width, size[1] / height], numpy.float32)
    return LabelledPage(cv2.resize(page.image, size, interpolation=method), page.mapped_lines(lambda points: points * ratio))


def jpeg(image, quality):
    return cv2.imdecode(cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, int(quality)])[1], cv2.IMREAD_GRAYSCALE)


def smooth_noise(shape, cell, rng):
    """Noise of mean 0 and deviation about 1 whose features are about `cell` pixels wide."""
    height, width = shape
    small = rng.standard_normal((height // cell + 3, width // cell + 3)).astype(numpy.float32)
    return cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC)


def scan(page, rng):
    """Printed, then scanned or photographed: ink, paper, light, geometry, lens, sensor, file."""
    image = page.image.astype(numpy.float32) / 255
    shape = image.shape
    if rng.random() < 0.25:
        # Ink spreads or thins.
        kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2, 2) if rng.random() < 0.7 else (3, 3))
        changed = cv2.erode(image, kernel) if rng.random() < 0.6 else cv2.dilate(image, kernel)
        image = image + (changed - image) * rng.uniform(0.3, 1)
    if rng.random() < 0.3:
        # Uneven or speckled print, or streaks without ink (thermal heads, low toner).
        loss = smooth_noise(shape, int(rng.choice([1, 2, 3, 20, 60])), rng) * rng.uniform(0.05, 0.3)
        if rng.random() < 0.3:
            loss += numpy.maximum(0, smooth_noise((1, shape[1]), 3, rng)) * rng.uniform(0.1, 0.4)
        image = 1 - (1 - image) * numpy.clip(1 - loss, 0, 1)
    paper = rng.uniform(0.6, 1.0)
    ink = rng.uniform(0.0, min(0.5, paper - 0.25))
    image = ink + image * (paper - ink)
    if rng.random() < 0.5:
        image = image + smooth_noise(shape, int(rng.choice([1, 2, 4, 30])), rng) * rng.uniform(0.003, 0.03)
    if rng.random() < 0.4:
        # Uneven lighting: a slow change of brightness, sometimes with the edge of a shadow.
        light = smooth_noise(shape, max(shape) // 2, rng)
        if rng.random() < 0.3:
            light = numpy.tanh(light * rng.uniform(2, 12))
        image = image * (1 + light * rng.uniform(0.03, 0.25))
    page = LabelledPage((numpy.clip(image, 0, 1) * 255).astype(numpy.uint8), page.lines)
    if rng.random() < 0.5:
        page = tilt(page, rng)
    image = page.image
    if rng.random() < 0.45:
        image = cv2.GaussianBlur(image, (0, 0), rng.uniform(0.35, 1.1))
    if rng.random() < 0.4:
        image = add_noise(image, rng.uniform(1, 14), rng)
    if rng.random() < 0.3:
        image = sharpen(image, rng)
    if rng.random() < 0.5:
        image = jpeg(image, rng.integers(25, 92))
    page = LabelledPage(image, page.lines)
    return rescale(page, float(rng.uniform(0.7, 1.5)), rng) if rng.random() < 0.3 else page


def photograph(page, rng):
    """Taken with a camera: light, blur of focus and motion, noise, sharpening, size and JPEG of the file."""
    image = page.image
    if rng.random() < 0.3:
        image = (255 * (numpy.arange(256) / 255) ** rng.uniform(0.5, 2)).astype(numpy.uint8)[image]
    if rng.random() < 0.25:
        image = cv2.GaussianBlur(image, (0, 0), rng.uniform(0.4, 1.3))
    elif rng.random() < 0.12:
        image = cv2.filter2D(image, -1, motion_kernel(rng))
    if rng.random() < 0.4:
        image = add_noise(image, rng.uniform(2, 14), rng)
    if rng.random() < 0.25:
        image = sharpen(image, rng)
    page = LabelledPage(image, page.lines)
    if rng.random() < 0.35:
        page = rescale(page, float(rng.uniform(0.6, 1.4)), rng)
    return LabelledPage(jpeg(page.image, rng.integers(30, 95)), page.lines) if rng.random() < 0.6 else page


def small_file(page, rng):
    """Reduced to lines of 9 to 15 pixels and stored as a small JPEG, as messengers do."""
    heights = [line.height() for line in page.lines]
    factor = rng.uniform(9, 15) / max(1.0, float(numpy.median(heights))) if heights else 1.0
    page = rescale(page, float(min(1.0, factor)), rng)
    return LabelledPage(jpeg(page.image, rng.integers(25, 65)), page.lines)


def motion_kernel(rng):
    """The blur of a camera that moves along a short line."""
    size = int(rng.integers(3, 6))
    kernel = numpy.zeros((size, size), numpy.float32)
    end = rng.integers(0, size, 2).tolist()
    cv2.line(kernel, (size - 1 - end[0], size - 1 - end[1]), tuple(end), 1.0)
    return kernel / kernel.sum()


def add_noise(image, deviation, rng):
    """Sensor noise. Its values are drawn from a short list, which is much faster than one for each pixel."""
    values = rng.normal(0, deviation, 1 << 14).astype(numpy.float32)
    start = rng.integers(0, 1 << 13, image.shape[0])
    span = numpy.arange(image.shape[1]) % (1 << 13)
    return numpy.clip(image + values[start[:, None] + span], 0, 255).astype(numpy.uint8)


def bilevel(page, rng):
    """A page of black and white pixels only: a fax, a book scan, a dithered picture."""
    image = page.image
    if rng.random() < 0.5:
        image = cv2.GaussianBlur(image, (0, 0), rng.uniform(0.4, 1.0))
    low, high = numpy.percentile(image, (1, 60))
    level = low + (high - low) * rng.uniform(0.35, 0.75)
    if rng.random() < 0.5:
        # The edge of the ink is rough.
        image = add_noise(image, (high - low) * rng.uniform(0.03, 0.2), rng)
    image = numpy.where(image > level, 255, 0).astype(numpy.uint8)
    if rng.random() < 0.4:
        height, width = image.shape
        count = int(rng.uniform(0, 0.002) * image.size)
        image[rng.integers(0, height, count), rng.integers(0, width, count)] = rng.choice([0, 255])
    page = LabelledPage(image, [line if legible(image, line) else TextLine(line.quad, None, line.chain) for line in page.lines])
    if rng.random() < 0.35:
        # Shown smaller than it was scanned.
        return rescale(page, float(rng.uniform(0.65, 0.95)), rng)
    return page


def legible(image, line):
    """Whether a line of a black and white page still has ink on paper, and enough pixels for its letters."""
    (left, top), (right, bottom) = numpy.maximum(0, line.quad.min(0)).astype(int), line.quad.max(0).astype(int) + 1
    part = image[top:bottom, left:right]
    if part.size == 0 or line.height() < MIN_BILEVEL_HEIGHT:
        return False
    share = part.mean() / 255
    return 0.02 < share < 0.98


def tilt(page, rng):
    """Slight rotation, shear and perspective."""
    height, width = page.image.shape
    angle = numpy.deg2rad(rng.normal(0, 1.5))
    shear = rng.normal(0, 0.02)
    transform = numpy.array([[numpy.cos(angle), -numpy.sin(angle) + shear, 0], [numpy.sin(angle), numpy.cos(angle), 0], [0, 0, 1]])
    transform[2, :2] = rng.normal(0, 0.04, 2) / max(width, height) if rng.random() < 0.5 else 0
    centre = numpy.array([[1, 0, -width / 2], [0, 1, -height / 2], [0, 0, 1]], numpy.float64)
    matrix = numpy.linalg.inv(centre) @ transform @ centre
    return page.warp(matrix, (width, height))


def wear_receipt(page, rng):
    """Wear of receipts before they are scanned: fading, missing dots and streaks, pen strokes, lines through text."""
    ink = 1 - page.image.astype(numpy.float32) / 255
    height, width = shape = ink.shape
    if rng.random() < 0.5:
        # Fading in patches, down to a tenth of the ink.
        depth = smooth_noise(shape, int(rng.choice([30, 80, 250])), rng) * rng.uniform(0.1, 0.7)
        ink *= numpy.clip(1 - numpy.maximum(0, depth + rng.uniform(-0.2, 0.3)), 0.1, 1)
    if rng.random() < 0.4:
        # Paper grain that takes no ink.
        grain = smooth_noise(shape, int(rng.choice([1, 1, 2, 3])), rng)
        ink *= 1 - rng.uniform(0.3, 1) * numpy.clip((grain - rng.uniform(0.3, 1.6)) * 3, 0, 1)
    if rng.random() < 0.15:
        lost = rng.random(width) < rng.uniform(0.01, 0.06)
        ink[:, lost] *= rng.uniform(0, 0.5)
    if rng.random() < 0.1:
        lost = rng.random(height) < rng.uniform(0.01, 0.06)
        ink[lost] *= rng.uniform(0, 0.5)
    if rng.random() < 0.15:
        for _ in range(rng.integers(1, 4)):
            start, reach = rng.uniform(0, (width, height)), rng.normal(0, 60, (5, 2))
            points = numpy.round(start + numpy.cumsum(reach, 0)).astype(numpy.int32)
            cv2.polylines(ink, [points], False, float(rng.uniform(0.4, 1)), int(rng.integers(1, 4)), cv2.LINE_AA)
    if rng.random() < 0.12:
        for line in page.lines:
            if rng.random() < 0.2:
                x, y = line.quad[3] + rng.normal(0, 2, 2)
                cv2.line(ink, (int(x - 20), int(y)), (int(x + line.quad[2, 0] - line.quad[3, 0] + 20), int(y)), float(rng.uniform(0.3, 1)), 1)
    return LabelledPage((255 - 255 * numpy.clip(ink, 0, 1)).astype(numpy.uint8), page.lines)


def sharpen(image, rng):
    """Sharpening as in scanners and phones: halos at edges, and amplified noise."""
    soft = cv2.GaussianBlur(image, (0, 0), rng.uniform(0.7, 4))
    return cv2.addWeighted(image, 1 + (amount := rng.uniform(0.4, 2.5)), soft, -amount, 0)
