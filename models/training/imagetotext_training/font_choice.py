"""Which font a text is drawn in: one that has its characters, common families more often than display fonts."""

import functools
import json
import os

import numpy
from PIL import Image, ImageDraw, ImageFont, features

COMMON = ("DejaVu", "Liberation", "Roboto", "Open Sans", "Lato", "Noto Sans", "Noto Serif", "Noto Mono", "Inter", "Carlito", "Arimo", "Tinos", "Cousine", "JetBrains", "Fira", "Inconsolata", "Nimbus", "FreeS", "FreeM", "TeX Gyre", "EB Gara", "Linux", "C059", "P052", "IBM", "PT ", "Old Standard", "GFS")
RARE = ("OCR", "Isabella", "Humor", "Dancing", "Lobster", "OpenDys", "Comfortaa", "League", "Junicode Two", "Pecita", "dkg", "Beteckna", "Monofur", "Gnu", "Larabie", "Averia", "CMU")

BOOK = ("C059", "P052", "Nimbus Roman", "Tinos", "Liberation Serif", "EB Garamond", "Linux Libertine", "TeX Gyre", "Crimson", "FreeSerif", "CMU Serif", "CMU Concrete", "Old Standard", "GFS", "Junicode", "Libre Caslon", "Libre Baskerville", "Cardo", "IM FELL", "Sorts Mill", "Goudy", "Alegreya", "Quattrocento", "Playfair", "Noto Serif", "DejaVu Serif", "PT Serif", "Century", "Charis", "Theano", "Accanthis", "Gillius", "ADF", "Fanwood", "Baskervald", "Romande", "Lora", "STIX", "Bodoni")
TYPEWRITER = ("CMU Typewriter", "Courier Prime", "Nimbus Mono", "Cousine", "FreeMono", "Liberation Mono", "TeX Gyre Cursor", "Latin Modern Mono", "LM Mono", "Prestige", "Special Elite", "GNUTypewriter", "Latin Modern Typewriter")

RAQM = ImageFont.Layout.RAQM if features.check("raqm") else ImageFont.Layout.BASIC
"""Full text layout with kerning and ligatures where Pillow has it; it shapes `->` of Fira Code as programs do."""


@functools.lru_cache(maxsize=1200)
def load_font(path, size, shaped=False):
    """(font, ascender, descender): heights in pixels above and below the baseline, from the ink of `d` and `p`."""
    font = ImageFont.truetype(path, size, layout_engine=RAQM if shaped else ImageFont.Layout.BASIC)
    return font, -font.getbbox("dlH", anchor="ls")[1], max(1, font.getbbox("pqg", anchor="ls")[3])


@functools.lru_cache(maxsize=4000)
def has_small_letters(path):
    """Whether small letters have shapes of their own; in fonts of capitals and small capitals they do not."""
    font = ImageFont.truetype(path, 40, layout_engine=ImageFont.Layout.BASIC)
    alike = 0
    for letter in "aegrt":
        small, capital = (numpy.asarray(glyph_image(font, c).resize((24, 24)), numpy.float32) for c in (letter, letter.upper()))
        alike += numpy.abs(small - capital).mean() < 0.12 * 255
    return alike < 4


def glyph_image(font, character):
    """A character cut to its ink."""
    left, top, right, bottom = font.getbbox(character, anchor="ls")
    image = Image.new("L", (max(1, right - left), max(1, bottom - top)), 0)
    ImageDraw.Draw(image).text((-left, -top), character, font=font, fill=255, anchor="ls")
    return image


@functools.lru_cache(maxsize=4000)
def visible_characters(path, characters):
    """Those of `characters` that the font has ink for: some fonts list letters whose glyphs are empty."""
    try:
        font = ImageFont.truetype(path, 12, layout_engine=ImageFont.Layout.BASIC)
    except OSError:
        return frozenset()
    return frozenset(c for c in characters if font.getmask(c, mode="1").getbbox())


def same_font(font, size):
    """The font of a result of `load_font` in another size."""
    return load_font(font[0].path, size, font[0].layout_engine == RAQM)


class FontChoice:
    """The fonts of `list_path`, a list of `fonts.py`; with `validation` only families that training never sees.

    Relative paths in the list start from the folder of the list.
    """

    def __init__(self, list_path, random, validation=False):
        self.random = random
        with open(list_path, encoding="utf-8") as file:
            fonts = json.load(file)
        folder = os.path.dirname(list_path)
        usable = [font for font in fonts if font["held_out"] == validation] or fonts
        self.families = {}
        for font in usable:
            self.families.setdefault(font["family"], []).append((os.path.join(folder, font["file"]), frozenset(font["characters"]), font["mono"]))
        self.names = list(self.families)
        self.weights = [3.0 if n.startswith(COMMON) else 0.3 if n.startswith(RARE) else 1.0 for n in self.names]
        self.book = [n for n in self.names if n.startswith(BOOK)] or self.names
        self.typewriter = [n for n in self.names if n.startswith(TYPEWRITER)] or self.names

    def pick(self, text="", mono=False, names=None, tries=12):
        """`(file, characters, is mono)` of a font that has all characters of `text`, or None if there is none.

        With `mono` the font is monospaced if one is found soon; `names` limits the families.
        """
        needed = set(text) - {" ", "\n"}
        fallback = None
        for _ in range(tries):
            name = self.random.choice(names) if names else self.random.choices(self.names, self.weights)[0]
            font = self.random.choice(self.families[name])
            if needed <= font[1] and needed <= visible_characters(font[0], font[1]):
                if not mono or font[2]:
                    return (font[0], visible_characters(font[0], font[1]), font[2])
                fallback = fallback or (font[0], visible_characters(font[0], font[1]), font[2])
        return fallback or self.any_with(needed, names)

    def any_with(self, needed, names):
        """A font with rare characters: a random one of all that have them, or None."""
        found = [font for name in names or self.names for font in self.families[name] if needed <= font[1]]
        font = self.random.choice(found) if found else None
        visible = font and visible_characters(font[0], font[1])
        return (font[0], visible, font[2]) if font and needed <= visible else None
