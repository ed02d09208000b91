"""Pages of documents and screens: blocks of text, labels, tables, code, leaders, frames, widgets and figures in columns."""

import numpy
from PIL import Image

from . import degrade
from .figures import draw_figure
from .frames import draw_comb, draw_framed_text, draw_letter_grid, draw_ruled_table
from .hard_texts import HardTexts
from .leaders import draw_leaders
from .line_marks import highlight, mark_line
from .other_glyphs import OtherGlyphs
from .page_canvas import PageCanvas, contrasting_ink, wrap_text
from .photo_background import photo_background
from .turned_text import draw_margin_labels
from .widgets import draw_widgets

BLOCKS = {"prose": 0.25, "heading": 0.1, "labels": 0.18, "table": 0.1, "code": 0.13, "leaders": 0.035, "framed": 0.025, "comb": 0.03, "grid": 0.015, "ruled": 0.03, "other": 0.045, "widgets": 0.06, "figure": 0.02}
"""How often each kind of block is drawn."""

OTHER_BLOCKS = {"leaders": draw_leaders, "framed": draw_framed_text, "comb": draw_comb, "grid": draw_letter_grid, "ruled": draw_ruled_table, "widgets": draw_widgets, "figure": draw_figure}


class DocumentPage:
    """Draws documents with the texts, fonts and random numbers of a `PageRenderer`."""

    def __init__(self, renderer):
        self.renderer, self.random, self.rng, self.texts = renderer, renderer.random, renderer.rng, renderer.texts
        self.hard, self.others = HardTexts(renderer.texts), OtherGlyphs()

    def page(self, widths=(240, 900), heights=(160, 800)):
        """A page without degradation, in one to three columns."""
        r = self.random
        width, height = r.randint(*widths), r.randint(*heights)
        background = r.choice([255, 255, 250, r.randint(200, 255), r.randint(0, 50), r.randint(0, 255)])
        canvas = PageCanvas.blank(width, height, background)
        if r.random() < 0.15:
            self.draw_background(canvas.image)
        # Most pages look like a document, some like a program.
        self.kinds, self.shares = list(BLOCKS), [w * (6 if k == "widgets" and r.random() < 0.15 else 1) for k, w in BLOCKS.items()]
        columns = r.choice([1, 1, 1, 2, 2, 3]) if width > 420 else 1
        margin = r.randint(2, 40)
        step = (width - margin) // columns
        for column in range(columns):
            y, failed = r.randint(2, 30), 0
            while y < height - 12 and failed < 8:
                end = self.draw_block(canvas, margin + column * step, y, step - r.randint(18, 40))
                failed = failed + 1 if end <= y else 0
                y = end + r.randint(2, 30)
        if r.random() < 0.1:
            draw_margin_labels(canvas, self.renderer)
        return canvas.page()

    def draw_background(self, image):
        """Draws a faint or strong picture behind the text."""
        width, height = image.size
        if self.random.random() < 0.2:
            image.paste(Image.fromarray(photo_background(width, height, self.rng, calm=True)))
            return
        background = image.getpixel((0, 0))
        noise = degrade.smooth_noise((height, width), self.random.choice([4, 16, 80, 200]), self.rng) * self.random.choice([3, 8, 20])
        image.paste(Image.fromarray(numpy.clip(background + noise, 0, 255).astype(numpy.uint8)))

    def draw_block(self, canvas, x, y, width):
        """Draws one block below `y` and returns where it ends."""
        r = self.random
        kind = r.choices(self.kinds, self.shares)[0]
        if kind == "other":
            return self.draw_other_glyphs(canvas, x, y, width)
        if kind in OTHER_BLOCKS:
            return int(OTHER_BLOCKS[kind](canvas, self.renderer, x, y, width))
        texts = self.block_texts(kind)
        size = self.renderer.font_size() if kind != "heading" else r.randint(18, 60)
        chosen = self.renderer.font_for(texts[0], size=size, mono=kind == "code" and r.random() < 0.8)
        if chosen is None:
            return y
        font, characters = chosen
        texts = [text for text in texts if set(text) - {" ", "\n"} <= characters]
        if len(texts) > 1 and kind in ("prose", "code"):
            kind = "labels"
        pitch = max(font[1] + font[2] + 1, round(size * r.uniform(1.08, 1.7)))
        ground = canvas.grey_at(x + 1, y + 1)
        if r.random() < 0.2:
            ground = r.randint(0, 255)
            canvas.draw.rounded_rectangle((x - 6, y - 2, x + width + 6, y + r.randint(2, 8) * pitch), r.choice([0, 4, 10]), fill=ground, outline=r.choice([None, ground ^ 48]))
        ink = contrasting_ink(ground, r)
        spacing = r.uniform(0.02, 0.35) * size if r.random() < 0.08 else 0.0
        draw = {"prose": self.prose, "heading": self.prose, "code": self.code}.get(kind, self.cells)
        baseline = draw(canvas, texts, x, y + font[1], width, font, pitch, ink, spacing, kind)
        return int(baseline - font[1])

    def draw_other_glyphs(self, canvas, x, y, width):
        """Draws rows of text with glyphs that the recogniser does not know; returns where they end."""
        r = self.random
        chosen = self.renderer.font_for("abc", size=self.renderer.font_size()) if self.others.groups else None
        if chosen is None:
            return y
        font, characters = chosen
        size = font[1] + font[2]
        baseline, pitch = y + font[1], round(size * r.uniform(1.15, 1.7))
        ink = contrasting_ink(canvas.grey_at(x + 1, y + 1), r)
        for _ in range(r.randint(2, 8)):
            words = self.texts.phrase(4).split() if r.random() < 0.7 else []
            if baseline + font[2] >= canvas.image.size[1] or font[0].getlength(" ".join(words)) + 3 * size > width:
                break
            if set("".join(words)) <= characters:
                self.others.draw_line(canvas, words, x, x + width, baseline, font, ink, r)
                baseline += pitch
        return int(baseline - font[1])

    def block_texts(self, kind):
        """The texts that a block of a kind may show."""
        if self.random.random() < 0.16:
            return [self.hard.text() for _ in range(self.random.randint(4, 14))]
        if kind == "prose":
            return [self.texts.paragraph()]
        if kind == "heading":
            return [self.texts.phrase()]
        if kind == "code":
            return [self.texts.code()]
        return [self.texts.short() for _ in range(self.random.randint(4, 24))]

    def prose(self, canvas, texts, x, baseline, width, font, pitch, ink, spacing, kind):
        """Wrapped text, now and then with marks and highlighted parts; returns the baseline after it."""
        r = self.random
        marked = r.random() < 0.12
        spacing = spacing if kind == "heading" else 0.0
        for row in wrap_text(texts[0], font[0], width)[: r.randint(1, 14)]:
            if baseline + font[2] >= canvas.image.size[1]:
                break
            if marked and r.random() < 0.2:
                ground = highlight(canvas, x, x + font[0].getlength(row), baseline, font, canvas.grey_at(x, baseline), r)
                ink = contrasting_ink(ground, r)
            right = canvas.text(row, x, baseline, font, ink, spacing)
            if marked and r.random() < 0.5:
                self.mark_words(canvas, row, x, right, baseline, font, ink)
            baseline += pitch
        return baseline

    def mark_words(self, canvas, row, x, right, baseline, font, ink):
        """Marks the whole row or some of its words."""
        words = row.split()
        if len(words) > 2 and self.random.random() < 0.6:
            first = self.random.randrange(len(words) - 1)
            x += font[0].getlength(" ".join(words[:first]) + (" " if first else ""))
            right = x + font[0].getlength(" ".join(words[first : first + self.random.randint(1, 3)]))
        mark_line(canvas, x, right, baseline, font, ink, self.random)

    def code(self, canvas, texts, x, baseline, width, font, pitch, ink, spacing, kind):
        """Lines of source; returns the baseline after them."""
        for row in texts[0].split("\n"):
            if baseline + font[2] >= canvas.image.size[1]:
                break
            left = x + font[0].getlength(" ") * (len(row) - len(row.lstrip()))
            body = wrap_text(row, font[0], width - (left - x))[:1]
            if body:
                canvas.text(body[0], left, baseline, font, ink)
            baseline += pitch
        return baseline

    def cells(self, canvas, texts, x, baseline, width, font, pitch, ink, spacing, kind):
        """Short texts in one to four columns; returns the baseline after them."""
        r = self.random
        columns = 1 if kind == "labels" else r.randint(2, 4)
        size = font[1] + font[2]
        for row in range(r.randint(1, 10)):
            if baseline + font[2] >= canvas.image.size[1] or row * columns >= len(texts):
                break
            for column, text in enumerate(texts[row * columns : (row + 1) * columns]):
                body = wrap_text(text, font[0], width / columns - 1.3 * size)[:1]
                if body:
                    left = x + column * width / columns
                    right = canvas.text(body[0], left, baseline, font, ink, spacing if columns == 1 and len(body[0]) < 20 else 0.0)
                    if r.random() < 0.05:
                        mark_line(canvas, left, right, baseline, font, ink, r)
            if r.random() < 0.12:
                y = baseline + pitch * 0.45
                canvas.draw.line((x, y, x + width, y), fill=(ink + canvas.grey_at(x, y)) // 2)
            baseline += pitch
        return baseline
