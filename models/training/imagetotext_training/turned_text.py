"""Texts at an angle beside upright ones: labels of axes, spines and margins, slanted column heads, stamps, watermarks."""

import numpy
from PIL import Image

from .page_canvas import PageCanvas


def draw_turned_text(canvas, text, font, ink, centre, degrees):
    """Draws a line around `centre`, turned counter-clockwise, where the page is empty; returns whether it fits."""
    length, height = font[0].getlength(text), font[1] + font[2]
    angle = numpy.deg2rad(degrees)
    along = numpy.array([numpy.cos(angle), -numpy.sin(angle)]) * length / 2
    down = numpy.array([numpy.sin(angle), numpy.cos(angle)]) * height / 2
    quad = numpy.array([-along - down, along - down, along + down, -along + down]) + centre
    low, high = quad.min(0) - 3, quad.max(0) + 3
    if low.min() < 0 or (high > canvas.image.size).any() or is_marked(canvas, low, high):
        return False
    label = PageCanvas.blank(int(length) + 2 * height, 2 * height, 0)
    label.glyphs(text, height, height // 2 + font[1], font, 255)
    mask = label.image.rotate(degrees, Image.Resampling.BICUBIC, expand=True)
    # The middle of the line in the unturned label, from the middle of the label; turned with it.
    offset = numpy.array([height + length / 2 - label.image.size[0] / 2, height // 2 + height / 2 - label.image.size[1] / 2])
    turn = numpy.array([[numpy.cos(angle), numpy.sin(angle)], [-numpy.sin(angle), numpy.cos(angle)]])
    corner = numpy.round(numpy.asarray(centre) - turn @ offset - numpy.array(mask.size) / 2).astype(int)
    canvas.image.paste(ink, (int(corner[0]), int(corner[1])), mask)
    canvas.add_line(text, quad.astype(numpy.float32))
    return True


def is_marked(canvas, low, high):
    """Whether a rectangle of the page has a label or more than its ground already."""
    if any((line.quad.max(0) > low).all() and (line.quad.min(0) < high).all() for line in canvas.lines):
        return True
    part = numpy.asarray(canvas.image.crop((int(low[0]), int(low[1]), int(high[0]), int(high[1]))))
    return part.size == 0 or int(part.max()) - int(part.min()) > 60


def draw_margin_labels(canvas, renderer):
    """Draws some turned texts wherever there is room for them."""
    r, (width, height) = renderer.random, canvas.image.size
    for _ in range(r.randint(2, 10)):
        text = renderer.texts.phrase(4) if r.random() < 0.7 else renderer.texts.short()
        chosen = renderer.font_for(text, size=renderer.font_size())
        if chosen is None:
            continue
        degrees = r.choice([90, 90, 90, 270, 270, 45, 45, 60, -45, 30, -30, r.uniform(0, 360)])
        centre = (r.uniform(0, width), r.uniform(0, height))
        ground = canvas.grey_at(*centre)
        ink = max(0, ground - r.randint(110, 255)) if ground > 127 else min(255, ground + r.randint(110, 255))
        draw_turned_text(canvas, text, chosen[0], ink, centre, degrees)
