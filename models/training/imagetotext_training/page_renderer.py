"""Labelled pages drawn with Pillow (FreeType) in every installed font: documents, receipts, books, photographs, posters."""

import numpy

from . import degrade
from .book_page import BookPage
from .document_page import DocumentPage
from .font_choice import FontChoice, has_small_letters, load_font
from .labelled_page import LabelledPage
from .old_print import age
from .photo_scene import PhotoScene
from .poster import draw_poster
from .receipt_printer import ReceiptPrinter
from .text_generator import TextGenerator

SHARES = {"document": 0.5, "receipt": 0.18, "book": 0.15, "photograph": 0.13, "poster": 0.04}
"""How often each kind of page is drawn."""


class PageRenderer:
    """A seeded generator of pages; with `validation` only of fonts and texts that training never sees."""

    def __init__(self, seed, fonts="runs/fonts.json", corpus="runs/corpus.json", validation=False, shares=None):
        self.rng = numpy.random.default_rng(seed)
        self.texts = TextGenerator(seed, corpus, validation)
        self.random = self.texts.random
        self.fonts = FontChoice(fonts, self.random, validation)
        self.shares = shares or SHARES
        self.receipts, self.documents = ReceiptPrinter(self), DocumentPage(self)
        self.books, self.photographs = BookPage(self), PhotoScene(self)

    def page(self):
        """One page of a random kind, degraded as such pages are."""
        kind = self.random.choices(list(self.shares), list(self.shares.values()))[0]
        page = {"document": self.document, "receipt": self.receipts.page, "book": self.book, "photograph": self.photographs.page, "poster": self.poster}[kind]()
        if kind in ("document", "book") and self.random.random() < 0.07:
            page = self.turned(page)
        return page.clipped()

    def compose(self, *size):
        """A page of a document or a screen, without degradation; `size` limits its width and height."""
        return self.documents.page(*size)

    def document(self):
        kind = self.random.random()
        page = self.compose()
        if kind < 0.66:
            return degrade.screen(page, self.rng)
        return degrade.scan(page, self.rng) if kind < 0.93 else degrade.bilevel(page, self.rng)

    def book(self):
        return age(self.books.page(), self.rng)

    def poster(self):
        page = draw_poster(self)
        return degrade.photograph(page, self.rng) if self.random.random() < 0.4 else degrade.screen(page, self.rng)

    def turned(self, page):
        """The page turned by a quarter, by 30° or 45°, or by any angle."""
        r = self.random
        kind = r.random()
        if kind < 0.35:
            degrees = r.choice([90, 180, 270])
        elif kind < 0.6:
            degrees = r.choice([-45, -30, -15, 15, 30, 45]) + self.rng.normal(0, 1)
        else:
            degrees = r.uniform(-180, 180)
        angle = numpy.deg2rad(degrees)
        height, width = page.image.shape
        wide = abs(width * numpy.cos(angle)) + abs(height * numpy.sin(angle))
        tall = abs(width * numpy.sin(angle)) + abs(height * numpy.cos(angle))
        turn = numpy.array([[numpy.cos(angle), -numpy.sin(angle), 0], [numpy.sin(angle), numpy.cos(angle), 0], [0, 0, 1]])
        there = numpy.array([[1, 0, (wide - 1) / 2], [0, 1, (tall - 1) / 2], [0, 0, 1]])
        back = numpy.array([[1, 0, -(width - 1) / 2], [0, 1, -(height - 1) / 2], [0, 0, 1]])
        border = 0 if r.random() < 0.5 else 1
        return LabelledPage(page.image, page.lines).warp(there @ turn @ back, (round(wide), round(tall)), border=border)

    def font_size(self):
        """Font size in pixels, log-uniform with most mass where screens and scans are."""
        r = self.random
        return round(float(numpy.exp(r.uniform(numpy.log(8), numpy.log(26)))) if r.random() < 0.85 else r.uniform(26, 72))

    def font_for(self, text, size, mono=False, names=None):
        """A random font that has all characters of `text`: (a result of `load_font`, the characters it has), or None."""
        for _ in range(3):
            chosen = self.fonts.pick(text, mono, names)
            if chosen is None:
                return None
            path, characters, _ = chosen
            try:
                font = load_font(path, size, self.random.random() < 0.35)
            except OSError:
                continue
            # Fonts whose letters are much smaller or larger than their size are symbols or ornaments.
            if 0.6 * size < font[1] + font[2] < 1.5 * size and has_small_letters(path):
                return font, characters
        return None
