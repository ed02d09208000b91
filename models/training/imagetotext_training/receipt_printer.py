"""Labelled pages of receipts, as dot-matrix and thermal printers print them.

Such printers have dots of ink and no grey. So text is drawn on a grid of dots first, in a bitmap font or in an
outline font without antialiasing. Then the dots are printed at the size that the picture shows.
"""

import glob

import cv2
import numpy
from PIL import Image, ImageDraw, ImageFont

from . import degrade
from .labelled_page import LabelledPage, TextLine, upright_quad
from .receipt_text import ReceiptText

BITMAP_FONTS = [(f"/usr/share/fonts/X11/misc/{name}.pcf.gz", int(name.rstrip("BO").split("x")[1])) for name in ("5x7", "5x8", "6x9", "6x10", "6x13", "6x13B", "7x13", "7x13B", "7x14", "8x13", "8x13B", "9x15", "9x15B", "9x18", "10x20")]
BITMAP_FONTS += [(path, size) for path in sorted(glob.glob("/usr/share/fonts/**/terminus-*.otb", recursive=True)) for size in (12, 14, 16, 18, 20, 24, 28)]
"""(file, height in dots) of bitmap fonts: those of X11, and Terminus."""

DOT_MATRIX_MAX_HEIGHT = 15
"""Bitmap fonts up to this many dots high resemble those of dot-matrix printers."""


def load_bitmap_font(path, size):
    """The font at `size` dots, or None if the file is missing or has no such size."""
    try:
        return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
    except OSError:
        return None


class ReceiptPrinter:
    """Draws receipts with the texts, fonts and random numbers of a `PageRenderer`."""

    def __init__(self, renderer):
        self.renderer, self.random, self.rng = renderer, renderer.random, renderer.rng
        self.receipt_text = ReceiptText(renderer.texts)
        opened = [(load_bitmap_font(path, size), size) for path, size in BITMAP_FONTS]
        self.fonts = [(font, size) for font, size in opened if font]

    def page(self):
        """One receipt as a scanner or a camera shows it."""
        r, dot_matrix = self.random, self.random.random() < 0.4
        grid, lines = self.typeset(dot_matrix)
        # Pixels per dot, so that lines are 11 to 40 pixels high.
        rows = sum(line.height() for line in lines) / max(1, len(lines))
        scale = float(numpy.exp(r.uniform(numpy.log(11), numpy.log(40)))) / max(4.0, rows)
        across = scale * r.uniform(0.75, 1.3)
        page = LabelledPage(*print_dots(grid, lines, (across, scale), self.rng, dot_matrix))
        page = degrade.scan(degrade.wear_receipt(page, self.rng), self.rng)
        return degrade.small_file(page, self.rng) if r.random() < 0.2 else page

    def pick_font(self, dot_matrix):
        """(font, height in dots, characters or None): a bitmap font, or an outline font without antialiasing."""
        r = self.random
        if self.fonts and (dot_matrix or r.random() < 0.35):
            small = [font for font in self.fonts if (font[1] <= DOT_MATRIX_MAX_HEIGHT) == dot_matrix] or self.fonts
            return *r.choice(small), None
        # The letters of receipts are those of ASCII; what else a font lacks is left out.
        path, characters, _ = self.renderer.fonts.pick(mono=r.random() < 0.4)
        size = r.randint(9, 13) if dot_matrix else r.randint(14, 34)
        return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC), size, characters

    def typeset(self, dot_matrix):
        """A grid of dots, 0 or 255 for ink, and the lines on it."""
        r = self.random
        font, size, characters = self.pick_font(dot_matrix)
        ascent, descent = -font.getbbox("dlH", anchor="ls")[1], max(1, font.getbbox("pqg", anchor="ls")[3])
        self.receipt_text.pick_style()
        rows = self.receipt_text.rows(r.randint(8, 30))
        pitch = ascent + descent + r.choice([1, 1, 2, 3, size // 2])
        margin = r.randint(size // 2, 3 * size)
        width = int(font.getlength("0") * r.randint(26, 46)) + 2 * margin
        grid = numpy.zeros((pitch * (len(rows) + 2) + 3 * size, width), numpy.uint8)
        lines, y = [], size
        for number, cells in enumerate(rows):
            if characters is not None:
                cells = ["".join(c for c in cell if c in characters or c == " ").strip() for cell in cells]
            wide = 2 if r.random() < 0.06 else 1
            tall = 2 if r.random() < (0.3 if wide == 2 else 0.04) else 1
            if y + pitch * tall >= grid.shape[0]:
                break
            self.draw_row(grid, lines, cells, (font, ascent, descent), (margin, y), (wide, tall), number < 8 or len(cells) == 1 and r.random() < 0.3)
            y += pitch * tall
            if r.random() < 0.08:
                y += self.draw_rule(grid, margin, y, font, ascent)
        return grid[: y + size], lines

    def draw_row(self, grid, lines, cells, font, position, stretch, centred):
        """Draws the cells of one row, spread from the left to the right margin."""
        (pil_font, ascent, descent), (margin, y), (wide, tall) = font, position, stretch
        available = grid.shape[1] - 2 * margin
        sizes = [int(pil_font.getlength(cell)) * wide for cell in cells]
        min_gap = int(1.2 * (ascent + descent)) * wide
        while len(cells) > 1 and sum(sizes) + min_gap * (len(cells) - 1) > available:
            cells, sizes = cells[:-1], sizes[:-1]
        gap = (available - sum(sizes)) / max(1, len(cells) - 1)
        x = margin + (available - sizes[0]) / 2 if len(cells) == 1 and centred else margin
        for cell, size in zip(cells, sizes):
            if cell and 0 < size <= available:
                cell_image = Image.new("L", (size // wide + 2, ascent + descent + 4), 0)
                canvas = ImageDraw.Draw(cell_image)
                canvas.fontmode = "1"
                canvas.text((0, ascent + 2), cell, font=pil_font, fill=255, anchor="ls")
                dots = numpy.asarray(cell_image).repeat(tall, 0).repeat(wide, 1)
                left, top = int(x), y - 2 * tall
                part = grid[max(0, top) : top + dots.shape[0], left : left + dots.shape[1]]
                dots = dots[max(0, -top) :][: part.shape[0], : part.shape[1]]
                numpy.maximum(part, dots, out=part)
                lines.append(TextLine(upright_quad(left, y, left + size, y + (ascent + descent) * tall), cell))
            x += size + gap

    def draw_rule(self, grid, margin, y, font, ascent):
        """Draws a ruling line of dots or dashes; returns its height."""
        r = self.random
        row = y + ascent // 2
        if row + 2 < grid.shape[0]:
            dash = r.choice([1, 2, max(2, int(font.getlength("-")))])
            columns = numpy.arange(margin, grid.shape[1] - margin)
            kept = columns[(columns // dash) % 2 == 0] if r.random() < 0.7 else columns
            grid[row : row + r.randint(1, 2), kept] = 255
        return ascent


def print_dots(grid, lines, scale, rng, dot_matrix):
    """The grid printed with `scale` (across, down) pixels per dot: paper 255, ink down to 0; and the lines in it."""
    oversampling = 4
    if dot_matrix:
        # Round dots with gaps, or larger ones that touch; each of the nine pins prints with its own strength.
        dots = numpy.zeros((grid.shape[0] * oversampling, grid.shape[1] * oversampling), numpy.float32)
        strength = numpy.clip(rng.normal(1, rng.uniform(0, 0.25), grid.shape), 0.2, 1.3)
        strength *= rng.uniform(rng.uniform(0.4, 1), 1, 9)[numpy.arange(grid.shape[0]) % 9][:, None]
        dots[oversampling // 2 :: oversampling, oversampling // 2 :: oversampling] = (grid > 0) * strength
        ink = cv2.GaussianBlur(dots, (0, 0), oversampling * rng.uniform(0.28, 0.5)) * oversampling * oversampling * rng.uniform(0.6, 1.3)
    else:
        ink = cv2.resize(grid.astype(numpy.float32) / 255, None, fx=oversampling, fy=oversampling, interpolation=cv2.INTER_NEAREST)
        if rng.random() < 0.6:
            ink = cv2.GaussianBlur(ink, (0, 0), oversampling * rng.uniform(0.2, 0.6)) * rng.uniform(0.9, 1.5)
    size = (max(8, round(grid.shape[1] * scale[0])), max(8, round(grid.shape[0] * scale[1])))
    image = cv2.resize(numpy.clip(ink, 0, 1), size, interpolation=cv2.INTER_AREA if scale[1] < oversampling else cv2.INTER_LINEAR)
    factor = numpy.array([size[0] / grid.shape[1], size[1] / grid.shape[0]], numpy.float32)
    return (255 - 255 * image).astype(numpy.uint8), [TextLine(line.quad * factor, line.text) for line in lines]
