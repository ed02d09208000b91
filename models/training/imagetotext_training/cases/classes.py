"""The classes of evaluation pictures: how each is made, and what its name says about it.

A maker gets a `random.Random`, held-out paragraphs and a browser, and gives a `Case`.
"""

import dataclasses

import numpy

from . import damage, rolls, screens
from .papers import Papers
from .texts import LANGUAGES, Texts
from .windows import DARK, LIGHT, Windows


@dataclasses.dataclass
class Case:
    """RGB pixels, their text, its language (`code`, `mixed`) and the size of its face in pixels of the picture."""

    pixels: numpy.ndarray
    text: str
    language: str
    px: int


def window(kind, themes=LIGHT, sizes=(13, 14, 15, 16, 18), width=(620, 900), scales=(1, 1, 1, 1.25, 2), family=None, language=None):
    """A maker of screenshots of one kind of window."""

    def make(random, paragraphs, browser):
        texts = Texts(random, paragraphs)
        spoken = language or texts.language()
        page = Windows(texts, spoken if spoken in LANGUAGES else "en", random.choice(themes))
        body = page.mixed(random.sample(LANGUAGES, 5)) if kind == "mixed" else getattr(page, kind)()
        px, scale = random.choice(sizes), random.choice(scales)
        html = page.page(body, px, page.mono if family == "mono" else page.serif if family == "serif" else None)
        return Case(*screens.capture(browser, html, random.randint(*width), scale), spoken, round(px * scale))

    return make


def paper(kind, *effects, px=(15, 17, 19, 22)):
    """A maker of pages of paper, damaged by `effects` one after the other."""

    def make(random, paragraphs, browser):
        texts = Texts(random, paragraphs)
        language, size = texts.language(), random.choice(px)
        page = Papers(texts, language)
        html = page.page(getattr(page, kind)(), size, page.sans if kind == "invoice" else None)
        pixels, text = screens.capture(browser, html, size * 46)
        rng = numpy.random.default_rng(random.getrandbits(32))
        for effect in effects:
            pixels = effect(pixels, rng)
        return Case(pixels, text, language, size)

    return make


def receipt(needle):
    """A maker of receipts."""

    def make(random, paragraphs, _browser):
        texts = Texts(random, paragraphs)
        language = texts.language(rolls.LANGUAGES)
        face = rolls.needle_face() if needle else rolls.thermal_face(random, language)
        grid, text = rolls.set_on_grid(rolls.rows(texts, language), face)
        rng = numpy.random.default_rng(random.getrandbits(32))
        height = random.randint(20, 32) if needle else random.randint(16, 28)
        printed = (rolls.hammered if needle else rolls.burnt)(grid, height / face.size, rng)
        return Case(damage.crumpled(printed, rng), text, language, height)

    return make


def turned(random, paragraphs, browser):
    """A page that lies on its side or on its head, undamaged."""
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
    "receipt-needle": receipt(needle=True),
    "receipt-thermal": receipt(needle=False),
    "skewed": paper("letter", damage.skewed, damage.scanned),
    "slide": window("slide", LIGHT + DARK, sizes=(15, 18), width=(800, 1100), family="serif"),
    "small": window("listing", LIGHT + DARK, sizes=(9, 10, 11, 12), width=(700, 900), scales=(1,)),
    "table": window("table", sizes=(12, 13, 14), width=(560, 760)),
    "terminal": window("terminal", DARK, sizes=(12, 13, 14, 15), width=(820, 1000), family="mono", language="en"),
    "turned": turned,
}
