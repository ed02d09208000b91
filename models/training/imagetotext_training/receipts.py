"""Receipts as printers make them: a grid of dots, ink or none, set by a needle or a thermal head on narrow paper.

Such printers know no grey, so text is set on the grid first, by the printer's own dot faces or by a face of the
computer at few dots, and then printed dot by dot at the size that the picture shows it.
"""

import glob

import cv2
import numpy
from PIL import Image, ImageDraw, ImageFont

from . import degrade
from .sheet import Line, Sheet, box
from .tills import Till

DOT_FACES = [(f"/usr/share/fonts/X11/misc/{name}.pcf.gz", int(name.rstrip("BO").split("x")[1])) for name in ("5x7", "5x8", "6x9", "6x10", "6x13", "6x13B", "7x13", "7x13B", "7x14", "8x13", "8x13B", "9x15", "9x15B", "9x18", "10x20")]
DOT_FACES += [(path, size) for path in sorted(glob.glob("/usr/share/fonts/**/terminus-*.otb", recursive=True)) for size in (12, 14, 16, 18, 20, 24, 28)]
"""(file, height in dots) of faces that are dots by design: those of X11, and Terminus."""

NEEDLE_ROWS = 15
"""Faces up to this many dots high pass for those of needle printers."""


def dot_face(path, size):
    """The face at `size` dots, or None when the file is missing or has no such size."""
    try:
        return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
    except OSError:
        return None


class Printer:
    """Prints sheets from the texts, faces and random numbers of a `Paper`."""

    def __init__(self, paper):
        self.paper, self.random, self.rng = paper, paper.random, paper.rng
        self.till = Till(paper.phrases)
        opened = [(dot_face(path, size), size) for path, size in DOT_FACES]
        self.faces = [(face, size) for face, size in opened if face]

    def sheet(self):
        """One receipt as it comes out of a scanner or a camera."""
        r, needle = self.random, self.random.random() < 0.4
        grid, lines = self.set(needle)
        # Pixels per dot, so that letters with their descenders come out 11 to 40 pixels high.
        rows = sum(line.height() for line in lines) / max(1, len(lines))
        scale = float(numpy.exp(r.uniform(numpy.log(11), numpy.log(40)))) / max(4.0, rows)
        across = scale * r.uniform(0.75, 1.3)
        sheet = Sheet(*printed(grid, lines, (across, scale), self.rng, needle))
        return degrade.scan(degrade.worn(sheet, self.rng), self.rng)

    def face(self, needle):
        """(face, height in dots, known characters): dot faces, or a face of the computer without grey."""
        r = self.random
        if self.faces and (needle or r.random() < 0.35):
            small = [face for face in self.faces if (face[1] <= NEEDLE_ROWS) == needle] or self.faces
            return *r.choice(small), None
        path, characters, _ = self.paper.pick(mono=r.random() < 0.4)
        size = r.randint(9, 13) if needle else r.randint(14, 34)
        return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC), size, characters

    def set(self, needle):
        """Ink on a grid of dots, 0 or 255, and the lines on it."""
        r = self.random
        face, size, characters = self.face(needle)
        ascent, descent = -face.getbbox("dlH", anchor="ls")[1], max(1, face.getbbox("pqg", anchor="ls")[3])
        self.till.new()
        rows = self.till.rows(r.randint(8, 30))
        pitch = ascent + descent + r.choice([1, 1, 2, 3, size // 2])
        margin = r.randint(size // 2, 3 * size)
        width = int(face.getlength("0") * r.randint(26, 46)) + 2 * margin
        grid = numpy.zeros((pitch * (len(rows) + 2) + 3 * size, width), numpy.uint8)
        lines, y = [], size
        for number, cells in enumerate(rows):
            if characters is not None:
                cells = ["".join(c for c in cell if c in characters or c == " ").strip() for cell in cells]
            wide = 2 if r.random() < 0.06 else 1
            tall = 2 if r.random() < (0.3 if wide == 2 else 0.04) else 1
            if y + pitch * tall >= grid.shape[0]:
                break
            self.row(grid, lines, cells, (face, ascent, descent), (margin, y), (wide, tall), number < 8 or len(cells) == 1 and r.random() < 0.3)
            y += pitch * tall
            if r.random() < 0.08:
                y += self.rule(grid, margin, y, face, ascent)
        return grid[: y + size], lines

    def row(self, grid, lines, cells, face, place, stretch, centred):
        """Sets the cells of one row, spread from the left margin to the right one."""
        (letters, ascent, descent), (margin, y), (wide, tall) = face, place, stretch
        room = grid.shape[1] - 2 * margin
        sizes = [int(letters.getlength(cell)) * wide for cell in cells]
        least = int(1.2 * (ascent + descent)) * wide
        while len(cells) > 1 and sum(sizes) + least * (len(cells) - 1) > room:
            cells, sizes = cells[:-1], sizes[:-1]
        gap = (room - sum(sizes)) / max(1, len(cells) - 1)
        x = margin + (room - sizes[0]) / 2 if len(cells) == 1 and centred else margin
        for cell, size in zip(cells, sizes):
            if cell and 0 < size <= room:
                stamp = Image.new("L", (size // wide + 2, ascent + descent + 4), 0)
                canvas = ImageDraw.Draw(stamp)
                canvas.fontmode = "1"
                canvas.text((0, ascent + 2), cell, font=letters, fill=255, anchor="ls")
                dots = numpy.asarray(stamp).repeat(tall, 0).repeat(wide, 1)
                left, top = int(x), y - 2 * tall
                part = grid[max(0, top) : top + dots.shape[0], left : left + dots.shape[1]]
                dots = dots[max(0, -top) :][: part.shape[0], : part.shape[1]]
                numpy.maximum(part, dots, out=part)
                lines.append(Line(box(left, y, left + size, y + (ascent + descent) * tall), cell))
            x += size + gap

    def rule(self, grid, margin, y, face, ascent):
        """A rule of dots or dashes; returns how much room it takes."""
        r = self.random
        row = y + ascent // 2
        if row + 2 < grid.shape[0]:
            dash = r.choice([1, 2, max(2, int(face.getlength("-")))])
            columns = numpy.arange(margin, grid.shape[1] - margin)
            kept = columns[(columns // dash) % 2 == 0] if r.random() < 0.7 else columns
            grid[row : row + r.randint(1, 2), kept] = 255
        return ascent


def printed(grid, lines, scale, rng, needle):
    """The grid in pixels, `scale` (across, down) to a dot: paper 255, ink down to 0; and its lines there."""
    fine = 4
    if needle:
        # Round dots with gaps, or fat ones that run together; each needle hits with a strength of its own.
        dots = numpy.zeros((grid.shape[0] * fine, grid.shape[1] * fine), numpy.float32)
        strength = numpy.clip(rng.normal(1, rng.uniform(0, 0.25), grid.shape), 0.2, 1.3)
        strength *= rng.uniform(rng.uniform(0.4, 1), 1, 9)[numpy.arange(grid.shape[0]) % 9][:, None]
        dots[fine // 2 :: fine, fine // 2 :: fine] = (grid > 0) * strength
        ink = cv2.GaussianBlur(dots, (0, 0), fine * rng.uniform(0.28, 0.5)) * fine * fine * rng.uniform(0.6, 1.3)
    else:
        ink = cv2.resize(grid.astype(numpy.float32) / 255, None, fx=fine, fy=fine, interpolation=cv2.INTER_NEAREST)
        if rng.random() < 0.6:
            ink = cv2.GaussianBlur(ink, (0, 0), fine * rng.uniform(0.2, 0.6)) * rng.uniform(0.9, 1.5)
    size = (max(8, round(grid.shape[1] * scale[0])), max(8, round(grid.shape[0] * scale[1])))
    image = cv2.resize(numpy.clip(ink, 0, 1), size, interpolation=cv2.INTER_AREA if scale[1] < fine else cv2.INTER_LINEAR)
    factor = numpy.array([size[0] / grid.shape[1], size[1] / grid.shape[0]], numpy.float32)
    return (255 - 255 * image).astype(numpy.uint8), [Line(line.quad * factor, line.text) for line in lines]
