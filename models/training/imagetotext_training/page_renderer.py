"""Labelled pages drawn with Pillow (FreeType) in every installed font: documents, forms, code, single words, receipts."""

import functools
import json

import numpy
from PIL import Image, ImageDraw, ImageFont

from . import degrade
from .labelled_page import LabelledPage, TextLine, upright_quad
from .receipt_printer import ReceiptPrinter
from .text_generator import TextGenerator

# Common families are drawn more often, display fonts less often.
COMMON = ("DejaVu", "Liberation", "Roboto", "Open Sans", "Lato", "Noto Sans", "Noto Serif", "Noto Mono", "Inter", "Carlito", "Arimo", "Tinos", "Cousine", "JetBrains", "Fira", "Inconsolata", "Nimbus", "FreeS", "FreeM", "TeX Gyre", "EB Gara", "Linux", "C059", "P052", "IBM")
RARE = ("OCR", "Isabella", "Humor", "Dancing", "Lobster", "OpenDys", "Comfortaa", "League", "Junicode", "Pecita", "dkg", "Beteckna", "Monofur", "Gnu", "Larabie", "Averia", "CMU")


@functools.lru_cache(maxsize=800)
def load_font(path, size):
    """(font, ascender, descender): heights in pixels above and below the baseline, from the ink of `d` and `p`."""
    font = ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
    return font, -font.getbbox("dlH", anchor="ls")[1], max(1, font.getbbox("pqg", anchor="ls")[3])


class PageRenderer:
    """A seeded generator of pages; with `validation` only of fonts and texts that training never sees."""

    def __init__(self, seed, fonts="runs/fonts.json", corpus="runs/corpus.json", validation=False):
        self.rng = numpy.random.default_rng(seed)
        self.texts = TextGenerator(seed, corpus, validation)
        self.random = self.texts.random
        with open(fonts, encoding="utf-8") as file:
            fonts = json.load(file)
        usable = [font for font in fonts if font["held_out"] == validation] or fonts
        self.families = {}
        for font in usable:
            self.families.setdefault(font["family"], []).append((font["file"], frozenset(font["characters"]), font["mono"]))
        self.receipts = ReceiptPrinter(self)
        self.names = list(self.families)
        self.weights = [3.0 if n.startswith(COMMON) else 0.3 if n.startswith(RARE) else 1.0 for n in self.names]

    def page(self):
        """One page of a random kind, degraded as such pages are."""
        kind = self.random.random()
        if kind < 0.33:
            return self.receipts.page().clipped()
        effect = degrade.scan if kind < 0.5 else degrade.screen
        return effect(self.compose(), self.rng).clipped()

    def pick_font(self, mono=False):
        for _ in range(30):
            name = self.random.choices(self.names, self.weights)[0]
            font = self.random.choice(self.families[name])
            if not mono or font[2]:
                break
        return font

    def font_size(self):
        """Font size in pixels, log-uniform with most mass where screens and scans are."""
        r = self.random
        return round(float(numpy.exp(r.uniform(numpy.log(8), numpy.log(26)))) if r.random() < 0.85 else r.uniform(26, 72))

    def draw_line(self, canvas, text, x, baseline, font, ink, lines, spacing=0.0):
        """Draws one line of text, adds it to `lines` and returns its right end."""
        pil_font, ascent, descent = font
        if spacing:
            pen = x
            for character in text:
                canvas.text((round(pen), baseline), character, font=pil_font, fill=ink, anchor="ls")
                pen += pil_font.getlength(character) + spacing
            right = pen - spacing
        else:
            canvas.text((x, baseline), text, font=pil_font, fill=ink, anchor="ls")
            right = x + pil_font.getlength(text)
        lines.append(TextLine(upright_quad(x, baseline - ascent, right, baseline + descent), text))
        return right

    def compose(self):
        """A page without degradation: blocks of text, labels, tables and code in one to three columns."""
        r = self.random
        width, height = r.randint(240, 900), r.randint(160, 800)
        background = r.choice([255, 255, 250, r.randint(200, 255), r.randint(0, 50), r.randint(0, 255)])
        image = Image.new("L", (width, height), background)
        canvas = ImageDraw.Draw(image)
        if r.random() < 0.15:
            self.draw_background(image)
        lines = []
        columns = r.choice([1, 1, 1, 2, 2, 3]) if width > 420 else 1
        margin = r.randint(2, 40)
        step = (width - margin) // columns
        for column in range(columns):
            y = r.randint(2, 30)
            while y < height - 12:
                y = self.draw_block(image, canvas, lines, margin + column * step, y, step - r.randint(18, 40)) + r.randint(2, 30)
        return LabelledPage(numpy.asarray(image).copy(), lines)

    def draw_background(self, image):
        """Draws a faint or strong picture behind the text."""
        width, height = image.size
        background = image.getpixel((0, 0))
        noise = degrade.smooth_noise((height, width), self.random.choice([4, 16, 80, 200]), self.rng) * self.random.choice([3, 8, 20])
        image.paste(Image.fromarray(numpy.clip(background + noise, 0, 255).astype(numpy.uint8)))

    def draw_block(self, image, canvas, lines, x, y, width):
        """Draws a paragraph, heading, list, table or code block below `y` and returns where it ends."""
        r = self.random
        kind = r.choices(["prose", "heading", "labels", "table", "code"], [0.34, 0.14, 0.24, 0.14, 0.14])[0]
        path, characters, _ = self.pick_font(mono=kind == "code" and r.random() < 0.8)
        size = self.font_size() if kind != "heading" else r.randint(18, 60)
        font = load_font(path, size)
        if not 0.6 * size < font[1] + font[2] < 1.5 * size:
            return y
        height = image.size[1]
        pitch = max(font[1] + font[2] + 1, round(size * r.uniform(1.08, 1.7)))
        background = image.getpixel((min(image.size[0] - 1, max(0, x + 1)), min(height - 1, y + 1)))
        if r.random() < 0.2:
            background = r.randint(0, 255)
            canvas.rounded_rectangle((x - 6, y - 2, x + width + 6, y + r.randint(2, 8) * pitch), r.choice([0, 4, 10]), fill=background, outline=r.choice([None, background ^ 48]))
        contrast = r.uniform(60, 255) if r.random() < 0.3 else r.uniform(150, 255)
        ink = int(max(0, background - contrast) if background > 127 else min(255, background + contrast))
        spacing = r.uniform(0.02, 0.35) * size if r.random() < 0.08 else 0.0
        baseline = y + font[1]

        def usable(text):
            return text if set(text) - {" "} <= characters else ""

        if kind in ("prose", "heading"):
            text = self.texts.paragraph() if kind == "prose" else self.texts.phrase()
            rows = wrap_text(usable(text), font[0], width)[: r.randint(1, 14)]
            for row in rows:
                if baseline + font[2] >= height:
                    break
                right = self.draw_line(canvas, row, x, baseline, font, ink, lines, spacing if kind == "heading" else 0.0)
                if r.random() < 0.03:
                    canvas.line((x, baseline + font[2] // 2, right, baseline + font[2] // 2), fill=ink, width=max(1, size // 14))
                baseline += pitch
        elif kind == "code":
            for row in self.texts.code().split("\n"):
                body = usable(row.lstrip())
                left = x + font[0].getlength(" ") * (len(row) - len(row.lstrip()))
                body = wrap_text(body, font[0], width - (left - x))[:1]
                if baseline + font[2] >= height:
                    break
                if body:
                    self.draw_line(canvas, body[0], left, baseline, font, ink, lines)
                baseline += pitch
        else:
            columns = 1 if kind == "labels" else r.randint(2, 4)
            for _ in range(r.randint(1, 10)):
                if baseline + font[2] >= height:
                    break
                for column in range(columns):
                    room = width / columns - 1.3 * size
                    text = wrap_text(usable(self.texts.short()), font[0], room)[:1]
                    if text:
                        self.draw_line(canvas, text[0], x + column * width / columns, baseline, font, ink, lines, spacing if columns == 1 and len(text[0]) < 20 else 0.0)
                if r.random() < 0.12:
                    canvas.line((x, baseline + pitch * 0.45, x + width, baseline + pitch * 0.45), fill=(ink + background) // 2)
                baseline += pitch
        return int(baseline - font[1])


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
