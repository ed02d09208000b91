"""Sheets drawn with FreeType through Pillow: documents, forms, code and loose text in every installed font; and receipts."""

import functools
import json

import numpy
from PIL import Image, ImageDraw, ImageFont

from . import degrade
from .phrases import Phrases
from .receipts import Printer
from .sheet import Line, Sheet, box

# Everyday families are drawn more often, display faces less.
COMMON = ("DejaVu", "Liberation", "Roboto", "Open Sans", "Lato", "Noto Sans", "Noto Serif", "Noto Mono", "Inter", "Carlito", "Arimo", "Tinos", "Cousine", "JetBrains", "Fira", "Inconsolata", "Nimbus", "FreeS", "FreeM", "TeX Gyre", "EB Gara", "Linux", "C059", "P052", "IBM")
RARE = ("OCR", "Isabella", "Humor", "Dancing", "Lobster", "OpenDys", "Comfortaa", "League", "Junicode", "Pecita", "dkg", "Beteckna", "Monofur", "Gnu", "Larabie", "Averia", "CMU")


@functools.lru_cache(maxsize=800)
def load(path, size):
    """(font, ascender, descender): heights in pixels above and below the baseline, from the ink of `d` and `p`."""
    font = ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
    return font, -font.getbbox("dlH", anchor="ls")[1], max(1, font.getbbox("pqg", anchor="ls")[3])


class Paper:
    """A seeded source of sheets."""

    def __init__(self, seed, fonts="runs/fonts.json", corpus="runs/corpus.json", validation=False):
        self.rng = numpy.random.default_rng(seed)
        self.phrases = Phrases(seed, corpus, validation)
        self.random = self.phrases.random
        with open(fonts, encoding="utf-8") as file:
            fonts = json.load(file)
        usable = [font for font in fonts if font["held_out"] == validation] or fonts
        self.families = {}
        for font in usable:
            self.families.setdefault(font["family"], []).append((font["file"], frozenset(font["characters"]), font["mono"]))
        self.printer = Printer(self)
        self.names = list(self.families)
        self.weights = [3.0 if n.startswith(COMMON) else 0.3 if n.startswith(RARE) else 1.0 for n in self.names]

    def sheet(self):
        """One page of a random kind, with what happens to such pages."""
        kind = self.random.random()
        if kind < 0.33:
            return self.printer.sheet().clipped()
        effect = degrade.scan if kind < 0.5 else degrade.screen
        return effect(self.compose(), self.rng).clipped()

    def pick(self, mono=False):
        for _ in range(30):
            name = self.random.choices(self.names, self.weights)[0]
            font = self.random.choice(self.families[name])
            if not mono or font[2]:
                break
        return font

    def size(self):
        """Font size in pixels, log-uniform with most mass where screens and scans are."""
        r = self.random
        return round(float(numpy.exp(r.uniform(numpy.log(8), numpy.log(26)))) if r.random() < 0.85 else r.uniform(26, 72))

    def draw(self, canvas, text, x, baseline, font, ink, lines, spacing=0.0):
        """Draws one line of text and notes it; returns its right end."""
        face, ascent, descent = font
        if spacing:
            pen = x
            for character in text:
                canvas.text((round(pen), baseline), character, font=face, fill=ink, anchor="ls")
                pen += face.getlength(character) + spacing
            right = pen - spacing
        else:
            canvas.text((x, baseline), text, font=face, fill=ink, anchor="ls")
            right = x + face.getlength(text)
        lines.append(Line(box(x, baseline - ascent, right, baseline + descent), text))
        return right

    def compose(self):
        """Blocks of text, labels, tables and code in one to three columns."""
        r = self.random
        width, height = r.randint(240, 900), r.randint(160, 800)
        ground = r.choice([255, 255, 250, r.randint(200, 255), r.randint(0, 50), r.randint(0, 255)])
        image = Image.new("L", (width, height), ground)
        canvas = ImageDraw.Draw(image)
        if r.random() < 0.15:
            self.texture(image)
        lines = []
        columns = r.choice([1, 1, 1, 2, 2, 3]) if width > 420 else 1
        margin = r.randint(2, 40)
        step = (width - margin) // columns
        for column in range(columns):
            y = r.randint(2, 30)
            while y < height - 12:
                y = self.block(image, canvas, lines, margin + column * step, y, step - r.randint(18, 40)) + r.randint(2, 30)
        return Sheet(numpy.asarray(image).copy(), lines)

    def texture(self, image):
        """A picture behind the text, faint or strong."""
        width, height = image.size
        ground = image.getpixel((0, 0))
        noise = degrade.smooth_noise((height, width), self.random.choice([4, 16, 80, 200]), self.rng) * self.random.choice([3, 8, 20])
        image.paste(Image.fromarray(numpy.clip(ground + noise, 0, 255).astype(numpy.uint8)))

    def block(self, image, canvas, lines, x, y, width):
        """One paragraph, heading, list, table or code block below `y`; returns where it ends."""
        r = self.random
        kind = r.choices(["prose", "heading", "labels", "table", "code"], [0.34, 0.14, 0.24, 0.14, 0.14])[0]
        path, characters, _ = self.pick(mono=kind == "code" and r.random() < 0.8)
        size = self.size() if kind != "heading" else r.randint(18, 60)
        font = load(path, size)
        if not 0.6 * size < font[1] + font[2] < 1.5 * size:
            return y
        height = image.size[1]
        pitch = max(font[1] + font[2] + 1, round(size * r.uniform(1.08, 1.7)))
        ground = image.getpixel((min(image.size[0] - 1, max(0, x + 1)), min(height - 1, y + 1)))
        if r.random() < 0.2:
            ground = r.randint(0, 255)
            canvas.rounded_rectangle((x - 6, y - 2, x + width + 6, y + r.randint(2, 8) * pitch), r.choice([0, 4, 10]), fill=ground, outline=r.choice([None, ground ^ 48]))
        contrast = r.uniform(60, 255) if r.random() < 0.3 else r.uniform(150, 255)
        ink = int(max(0, ground - contrast) if ground > 127 else min(255, ground + contrast))
        spacing = r.uniform(0.02, 0.35) * size if r.random() < 0.08 else 0.0
        baseline = y + font[1]

        def usable(text):
            return text if set(text) - {" "} <= characters else ""

        if kind in ("prose", "heading"):
            text = self.phrases.paragraph() if kind == "prose" else self.phrases.phrase()
            rows = wrap(usable(text), font[0], width)[: r.randint(1, 14)]
            for row in rows:
                if baseline + font[2] >= height:
                    break
                right = self.draw(canvas, row, x, baseline, font, ink, lines, spacing if kind == "heading" else 0.0)
                if r.random() < 0.03:
                    canvas.line((x, baseline + font[2] // 2, right, baseline + font[2] // 2), fill=ink, width=max(1, size // 14))
                baseline += pitch
        elif kind == "code":
            for row in self.phrases.code().split("\n"):
                body = usable(row.lstrip())
                left = x + font[0].getlength(" ") * (len(row) - len(row.lstrip()))
                body = wrap(body, font[0], width - (left - x))[:1]
                if baseline + font[2] >= height:
                    break
                if body:
                    self.draw(canvas, body[0], left, baseline, font, ink, lines)
                baseline += pitch
        else:
            columns = 1 if kind == "labels" else r.randint(2, 4)
            for _ in range(r.randint(1, 10)):
                if baseline + font[2] >= height:
                    break
                for column in range(columns):
                    room = width / columns - 1.3 * size
                    text = wrap(usable(self.phrases.short()), font[0], room)[:1]
                    if text:
                        self.draw(canvas, text[0], x + column * width / columns, baseline, font, ink, lines, spacing if columns == 1 and len(text[0]) < 20 else 0.0)
                if r.random() < 0.12:
                    canvas.line((x, baseline + pitch * 0.45, x + width, baseline + pitch * 0.45), fill=(ink + ground) // 2)
                baseline += pitch
        return int(baseline - font[1])


def wrap(text, face, width):
    """The lines of `text` that fit into `width` pixels; words that do not fit at all are left out."""
    rows, row = [], ""
    for word in text.split():
        longer = f"{row} {word}" if row else word
        if face.getlength(longer) <= width:
            row = longer
            continue
        if row:
            rows.append(row)
        row = word if face.getlength(word) <= width else ""
    return [*rows, row] if row else rows
