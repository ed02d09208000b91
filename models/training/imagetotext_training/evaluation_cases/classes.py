"""The classes of evaluation pictures, and how the pictures of each are drawn.

Each class has a function that takes a `random.Random`, held-out paragraphs and a browser, and returns a `Case`.
"""

import dataclasses

import numpy

from . import damage, receipts, screenshots
from .paper_pages import PaperPages
from .texts import LANGUAGES, Texts
from .window_pages import DARK, LIGHT, WindowPages


@dataclasses.dataclass
class Case:
    """RGB pixels, their text, its language (or `code`, `mixed`) and its font size in pixels of the picture."""

    pixels: numpy.ndarray
    text: str
    language: str
    px: int


def window(kind, themes=LIGHT, sizes=(13, 14, 15, 16, 18), width=(620, 900), scales=(1, 1, 1, 1.25, 2), family=None, language=None):
    """A function that draws screenshots of one kind of window."""

    def draw(random, paragraphs, browser):
        texts = Texts(random, paragraphs)
        text_language = language or texts.language()
        page = WindowPages(texts, text_language if text_language in LANGUAGES else "en", random.choice(themes))
        body = page.mixed(random.sample(LANGUAGES, 5)) if kind == "mixed" else getattr(page, kind)()
        px, scale = random.choice(sizes), random.choice(scales)
        html = page.page(body, px, page.mono if family == "mono" else page.serif if family == "serif" else None)
        return Case(*screenshots.capture(browser, html, random.randint(*width), scale), text_language, round(px * scale))

    return draw


def paper(kind, *effects, px=(15, 17, 19, 22)):
    """A function that draws paper documents, damaged by `effects` in turn."""

    def draw(random, paragraphs, browser):
        texts = Texts(random, paragraphs)
        language, size = texts.language(), random.choice(px)
        page = PaperPages(texts, language)
        html = page.page(getattr(page, kind)(), size, page.sans if kind == "invoice" else None)
        pixels, text = screenshots.capture(browser, html, size * 46)
        rng = numpy.random.default_rng(random.getrandbits(32))
        for effect in effects:
            pixels = effect(pixels, rng)
        return Case(pixels, text, language, size)

    return draw


def receipt(dot_matrix):
    """A function that draws receipts of a dot-matrix or thermal printer."""

    def draw(random, paragraphs, _browser):
        texts = Texts(random, paragraphs)
        language = texts.language(receipts.LANGUAGES)
        font = receipts.dot_matrix_font() if dot_matrix else receipts.thermal_font(random, language)
        grid, text = receipts.typeset(receipts.receipt_lines(texts, language), font)
        rng = numpy.random.default_rng(random.getrandbits(32))
        height = random.randint(20, 32) if dot_matrix else random.randint(16, 28)
        printed = (receipts.print_dot_matrix if dot_matrix else receipts.print_thermal)(grid, height / font.size, rng)
        return Case(damage.crumpled(printed, rng), text, language, height)

    return draw


def rotated(random, paragraphs, browser):
    """An undamaged page rotated by 90, 180 or 270 degrees."""
    case = paper(random.choice(["book", "letter", "invoice"]))(random, paragraphs, browser)
    return dataclasses.replace(case, pixels=numpy.ascontiguousarray(numpy.rot90(case.pixels, random.randint(1, 3))))


CLASSES = {
    "article": window("article"),
    "book": paper("book", damage.scanned),
    "chat": window("chat", sizes=(12, 13, 14, 16), width=(420, 640)),
    "code": window("code", LIGHT + DARK, sizes=(12, 13, 14, 16), width=(760, 900), language="code"),
    "dark": window("cards", DARK),
    "fax": paper("letter", damage.faxed, px=(19, 22, 26)),
    "form": window("settings", LIGHT + DARK, sizes=(12, 13, 14, 16), width=(440, 640), language="en"),
    "invoice": paper("invoice", damage.scanned),
    "mixed": window("mixed", LIGHT + DARK, language="mixed"),
    "photo": paper("letter", damage.photographed, px=(17, 19, 22, 26)),
    "receipt-needle": receipt(dot_matrix=True),
    "receipt-thermal": receipt(dot_matrix=False),
    "skewed": paper("letter", damage.skewed, damage.scanned),
    "slide": window("slide", LIGHT + DARK, sizes=(15, 18), width=(800, 1100), family="serif"),
    "small": window("listing", LIGHT + DARK, sizes=(9, 10, 11, 12), width=(700, 900), scales=(1,)),
    "table": window("table", sizes=(12, 13, 14), width=(560, 760)),
    "terminal": window("terminal", DARK, sizes=(12, 13, 14, 15), width=(820, 1000), family="mono", language="en"),
    "turned": rotated,
}
