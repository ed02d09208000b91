"""Figures: charts with labels at their axes, and what looks like text and is none: halftone, dots, barcodes, rules."""

import cv2
import numpy
from PIL import Image

from .page_canvas import contrasting_ink
from .photo_background import photo_background
from .turned_text import draw_turned_text


def draw_figure(canvas, page_renderer, x, y, width):
    """Draws one random figure below `y` and returns where it ends."""
    r = page_renderer.random
    height = min(r.randint(40, 260), canvas.image.size[1] - y - 4)
    width = min(int(width), r.randint(60, 500), canvas.image.size[0] - int(x) - 2)
    if height < 30 or width < 40:
        return y
    if r.random() < 0.35:
        return draw_chart(canvas, page_renderer, int(x), int(y), width, height)
    pattern = r.choice([halftone, halftone, dither, specks, barcode, matrix_code, dashed_rules, photograph, hatching, keys])
    patch = pattern(width, height, page_renderer.rng)
    canvas.image.paste(Image.fromarray(numpy.ascontiguousarray(patch[:height, :width])), (int(x), int(y)))
    return y + height + 4


def halftone(width, height, rng):
    """A photograph printed with dots of a screen at some angle."""
    pitch, angle = rng.uniform(3, 12), rng.choice([0, 0.2618, 0.7854, rng.uniform(0, 1.57)])
    rows, columns = numpy.mgrid[0:height, 0:width].astype(numpy.float32) * (2 * numpy.pi / pitch)
    u, v = columns * numpy.cos(angle) + rows * numpy.sin(angle), rows * numpy.cos(angle) - columns * numpy.sin(angle)
    screen = (numpy.cos(u) + numpy.cos(v) + 2) / 4
    picture = photo_background(width, height, rng).astype(numpy.float32) / 255
    dots = numpy.clip((picture - screen) * rng.uniform(3, 30) + 0.5, 0, 1)
    return (255 * dots).astype(numpy.uint8)


def dither(width, height, rng):
    """A photograph of black and white pixels, ordered or random."""
    size = int(rng.choice([1, 1, 2, 3]))
    small = photo_background(max(8, width // size), max(8, height // size), rng).astype(numpy.int16)
    bayer = numpy.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]], numpy.int16) * 16 + 8
    level = numpy.tile(bayer, (small.shape[0] // 4 + 1, small.shape[1] // 4 + 1))[: small.shape[0], : small.shape[1]]
    if rng.random() < 0.4:
        level = rng.integers(20, 235, small.shape, numpy.int16)
    return cv2.resize(numpy.where(small > level, 255, 0).astype(numpy.uint8), (width, height), interpolation=cv2.INTER_NEAREST)


def specks(width, height, rng):
    """Dots of dirt, up to a twentieth of all pixels."""
    size = int(rng.choice([1, 1, 2, 3]))
    dots = rng.random((height // size + 1, width // size + 1)) < rng.uniform(0.003, 0.05)
    paper, ink = (255, 0) if rng.random() < 0.8 else (0, 255)
    return cv2.resize(numpy.where(dots, ink, paper).astype(numpy.uint8), (width, height), interpolation=cv2.INTER_NEAREST)


def barcode(width, height, rng):
    module = rng.uniform(1, 3)
    bars = rng.random(int(width / module) + 2) < 0.5
    row = numpy.where(bars[(numpy.arange(width) / module).astype(int)], 0, 255).astype(numpy.uint8)
    patch = numpy.tile(row, (height, 1))
    return patch if rng.random() < 0.7 else numpy.ascontiguousarray(numpy.tile(row[: min(width, height)], (width, 1)).T[:height])


def matrix_code(width, height, rng):
    module, side = int(rng.integers(2, 6)), min(width, height)
    cells = rng.random((side // module + 1, side // module + 1)) < 0.5
    patch = numpy.full((height, width), 255, numpy.uint8)
    patch[:side, :side] = numpy.where(numpy.kron(cells, numpy.ones((module, module), bool))[:side, :side], 0, 255)
    return patch


def dashed_rules(width, height, rng):
    """Rules of dashes, dots or signs like `=` and `~`, thick bars, waves."""
    patch = numpy.full((height, width), 255, numpy.uint8)
    columns = numpy.arange(width)
    y = 3
    while y < height - 12:
        period, thick, kind = int(rng.integers(2, 24)), int(rng.integers(1, 5)), rng.random()
        on = columns[(columns % period) < period * rng.uniform(0.3, 1)]
        if kind < 0.5:
            patch[y : y + thick, on] = 0
        elif kind < 0.7:
            patch[y : y + thick, on] = 0
            patch[y + 2 * thick : y + 3 * thick, on] = 0
        elif kind < 0.85:
            wave = (y + 3 + 3 * numpy.sin(columns * 2 * numpy.pi / (period + 4))).astype(int)
            patch[wave, columns] = 0
        else:
            patch[y : y + 3 * thick] = 0
        y += int(rng.integers(6, 40))
    return patch


def hatching(width, height, rng):
    """Parallel strokes, as in maps, engravings, charts and grids."""
    rows, columns = numpy.mgrid[0:height, 0:width].astype(numpy.float32)
    angle, period = rng.uniform(0, numpy.pi), rng.uniform(3, 16)
    wave = numpy.sin((columns * numpy.cos(angle) + rows * numpy.sin(angle)) * 2 * numpy.pi / period)
    if rng.random() < 0.5:
        wave = numpy.minimum(wave, numpy.sin((rows * numpy.cos(angle) - columns * numpy.sin(angle)) * 2 * numpy.pi / period))
    return (255 * numpy.clip((wave + rng.uniform(0, 0.9)) * 3, 0, 1)).astype(numpy.uint8)


def keys(width, height, rng):
    """Rows of empty boxes, circles and bars, as in keyboards, calendars and score sheets."""
    patch = numpy.full((height, width), int(rng.integers(180, 256)), numpy.uint8)
    cell, ink = int(rng.integers(8, 40)), int(rng.integers(0, 120))
    for top in range(2, height - cell, cell + int(rng.integers(2, 8))):
        step = cell + int(rng.integers(2, 8))
        for left in range(2, width - cell, step):
            kind = rng.random()
            if kind < 0.5:
                cv2.rectangle(patch, (left, top), (left + cell - 2, top + cell - 2), ink, 1)
            elif kind < 0.8:
                cv2.circle(patch, (left + cell // 2, top + cell // 2), cell // 2 - 1, ink, 1 if rng.random() < 0.7 else -1, cv2.LINE_AA)
    return patch


def photograph(width, height, rng):
    return photo_background(width, height, rng)


def draw_chart(canvas, page_renderer, x, y, width, height):
    """Draws axes, bars or curves, numbers at the ticks and a label on its side; returns where the chart ends."""
    r = page_renderer.random
    chosen = page_renderer.font_for("0123456789.-%", size=r.randint(8, 15))
    if chosen is None:
        return y
    font, characters = chosen
    size = font[1] + font[2]
    ground = canvas.grey_at(x, y)
    ink = contrasting_ink(ground, r)
    left, bottom = x + round(4.4 * size), y + height - round(1.6 * size)
    if bottom - y < 3 * size or x + width - left < 4 * size:
        return y
    ticks = r.randint(2, 6)
    factor = r.choice([0.1, 0.25, 1, 5, 10, 20, 1000])
    for tick in range(ticks + 1):
        level = round(bottom - tick * (bottom - y - size) / ticks)
        text = f"{tick * factor:g}" + ("%" if factor == 10 and r.random() < 0.5 else "")
        canvas.text(text, round(left - 4 - font[0].getlength(text)), level + font[1] // 2, font, ink)
        if r.random() < 0.5:
            canvas.draw.line((left, level, x + width, level), fill=ground ^ 32)
    canvas.draw.line([(left, y), (left, bottom), (x + width, bottom)], fill=ink)
    count = r.randint(3, 12)
    step = (x + width - left) / count
    values = [r.random() for _ in range(count)]
    shade = r.randint(0, 255)
    points = [(left + step * (i + 0.5), bottom - v * (bottom - y - size)) for i, v in enumerate(values)]
    if r.random() < 0.6:
        for px, py in points:
            canvas.draw.rectangle((px - step * 0.3, py, px + step * 0.3, bottom), fill=shade)
    else:
        canvas.draw.line(points, fill=shade, width=r.randint(1, 3))
    for index, (px, _) in enumerate(points):
        text = str(1990 + index) if r.random() < 0.5 else page_renderer.texts.word()[:3]
        if set(text) <= characters and font[0].getlength(text) < step - 0.9 * size:
            canvas.text(text, round(px - font[0].getlength(text) / 2), bottom + 3 + font[1], font, ink)
    upright_label(canvas, page_renderer, x, y, bottom, font, characters, ink)
    return y + height + 4


def upright_label(canvas, page_renderer, x, top, bottom, font, characters, ink):
    """Draws a text that runs upwards, as at the left axis of a chart, or downwards."""
    text = page_renderer.texts.phrase(4)
    length = font[0].getlength(text)
    if not set(text) - {" "} <= characters or length > bottom - top:
        return
    height = font[1] + font[2]
    degrees = 90 if page_renderer.random.random() < 0.75 else 270
    draw_turned_text(canvas, text, font, ink, (x + height / 2 + 4, (top + bottom) / 2), degrees)
