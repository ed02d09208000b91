"""The drawing surface of a page: grey pixels, and the lines of text drawn on it so far."""

import numpy
from PIL import Image, ImageDraw

from .labelled_page import LabelledPage, TextLine, upright_quad

LEAST_CONTRAST = 25
"""Least difference of grey values within a line that can be read."""


class PageCanvas:
    """Draws on `image`, a grey Pillow image, and keeps the label of each line that it draws."""

    def __init__(self, image):
        self.image, self.lines = image, []
        self.draw = ImageDraw.Draw(image)

    @classmethod
    def blank(cls, width, height, grey):
        return cls(Image.new("L", (width, height), grey))

    def page(self):
        """The labelled page so far; lines that cannot be seen on their ground have no text."""
        image = numpy.asarray(self.image).copy()
        return LabelledPage(image, [line if contrast(image, line.quad) >= LEAST_CONTRAST else TextLine(line.quad, None) for line in self.lines])

    def text(self, text, x, baseline, font, ink, spacing=0.0, **style):
        """Draws a line and its label; returns its right end. `font` is a result of `load_font`."""
        right = self.glyphs(text, x, baseline, font, ink, spacing, **style)
        self.label(text, x, baseline, right, font)
        return right

    def glyphs(self, text, x, baseline, font, ink, spacing=0.0, **style):
        """Draws text without a label, `spacing` pixels further apart than usual; returns its right end."""
        if not spacing:
            self.draw.text((x, baseline), text, font=font[0], fill=ink, anchor="ls", **style)
            return x + font[0].getlength(text)
        for character in text:
            self.draw.text((round(x), baseline), character, font=font[0], fill=ink, anchor="ls", **style)
            x += font[0].getlength(character) + spacing
        return x - spacing

    def label(self, text, x, baseline, right, font):
        """Adds a line from `x` to `right`."""
        self.add_line(text, upright_quad(x, baseline - font[1], right, baseline + font[2]))

    def add_line(self, text, quad):
        """Adds a line of any direction."""
        self.lines.append(TextLine(quad, text))

    def grey_at(self, x, y):
        """The pixel at a place, or at the nearest place of the image."""
        width, height = self.image.size
        return self.image.getpixel((int(min(width - 1, max(0, x))), int(min(height - 1, max(0, y)))))

    def darken(self, x, y, patch):
        """Pastes a grey array where it is darker than the page."""
        height, width = patch.shape
        box = (int(x), int(y), int(x) + width, int(y) + height)
        present = numpy.asarray(self.image.crop(box))
        self.image.paste(Image.fromarray(numpy.minimum(present, patch)), box)


def contrast(image, quad):
    """The range of grey values in the middle of a line, whose `quad` has upright sides."""
    (left, top), (right, bottom) = numpy.maximum(0, quad.min(0)), quad.max(0)
    if right - left > bottom - top:
        top, bottom = top + 0.1 * (bottom - top), bottom - 0.1 * (bottom - top)
    part = image[int(top) : int(bottom) + 1, int(left) : int(right) + 1]
    return int(part.max()) - int(part.min()) if part.size else 0


def contrasting_ink(ground, random):
    """A grey that can be read on `ground`: mostly of strong contrast."""
    kind = random.random()
    contrast = random.uniform(35, 70) if kind < 0.05 else random.uniform(60, 255) if kind < 0.3 else random.uniform(150, 255)
    return int(max(0, ground - contrast) if ground > 127 else min(255, ground + contrast))


def wrap_text(text, pil_font, width):
    """`text` wrapped to lines of `width` pixels; words that are wider are left out."""
    rows, row = [], ""
    for word in text.split():
        longer = f"{row} {word}" if row else word
        if pil_font.getlength(longer) <= width:
            row = longer
            continue
        if row:
            rows.append(row)
        row = word if pil_font.getlength(word) <= width else ""
    return [*rows, row] if row else rows
