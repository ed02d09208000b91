"""Lines of Chinese, Japanese, Korean and Latin text, drawn one by one with FreeType."""

import dataclasses
import functools
import json
import os

import cv2
import numpy
from PIL import Image, ImageDraw, ImageFont

from . import LANGUAGES
from .line_text import LineTexts, label

SHARES = {"zh_CN": 0.29, "zh_TW": 0.22, "ja": 0.25, "ko": 0.24}
LATIN_LINES = 0.08
"""Share of lines without any CJK character."""


@dataclasses.dataclass
class DrawnLine:
    """A line on its background: grey pixels, its text, and where in the pixels it is.

    `top` and `bottom` are those of the box that the detector finds. `centres` has the middle of each character,
    from left to right.
    """

    pixels: numpy.ndarray
    text: str
    left: float
    right: float
    top: float
    bottom: float
    centres: numpy.ndarray


class LineRenderer:
    """A seeded generator of lines; with `validation` only of fonts and texts that training never sees."""

    def __init__(self, seed, folder, validation=False):
        self.rng = numpy.random.default_rng(seed)
        self.texts = LineTexts(seed, folder, validation)
        self.random = self.texts.random
        with open(os.path.join(folder, "fonts.json"), encoding="utf-8") as file:
            fonts = json.load(file)
        self.fonts = {language: [] for language in (*LANGUAGES, "latin")}
        for font in fonts:
            entry = (os.path.join(folder, font["file"]), font["characters"], frozenset(font["characters"]))
            for language in font["languages"]:
                if font["held_out"] == validation or language == "latin":
                    self.fonts[language].append(entry)

    def line(self, language=None):
        """A line without degradation, in `language` or a random one; None if the text was empty."""
        r = self.random
        language = language or r.choices(list(SHARES), list(SHARES.values()))[0]
        path, characters, known = r.choice(self.fonts[language])
        is_latin = r.random() < LATIN_LINES
        text = self.texts.line("latin" if is_latin else language, f"{path}{language}", characters)
        text = "".join(c for c in text if c in known).strip()
        if not text:
            return None
        size = self.font_size()
        drawn_size = 2 * size if size < 24 and r.random() < 0.15 else size
        main = load_font(path, drawn_size)
        latin = []
        if r.random() < (0.8 if is_latin else 0.5):
            # Most lines have one font for Latin words, some also a second, as for code or emphasis.
            for latin_path, _, latin_known in r.choices(self.fonts["latin"], k=r.choice([1, 1, 2])):
                latin.append(load_font(latin_path, max(8, round(drawn_size * r.uniform(0.88, 1.06)))))
        latin_known = latin_known - {" "} if latin else ()
        runs = [(run, r.choice(latin) if is_other else main) for run, is_other in split_runs(text, latin_known)]
        only_latin = latin and all(c in latin_known or c == " " for c in text)
        _, ascent, descent, _ = latin[0] if only_latin else main
        spacing = drawn_size * r.uniform(0.02, 0.4) if r.random() < 0.06 else 0.0
        advances = [advance(font, c) + spacing for run, font in runs for c in run]
        margin = int(0.7 * drawn_size) + 3
        baseline = margin + ascent
        width, height = int(sum(advances)) + 2 * margin + 2, ascent + descent + 2 * margin
        mask = Image.new("L", (width, height), 0)
        canvas = ImageDraw.Draw(mask)
        pen, position, centres = float(margin), 0, []
        for run, (font, *_) in runs:
            if spacing:
                for character in run:
                    canvas.text((round(pen), baseline), character, font=font, fill=255, anchor="ls")
                    pen += advances[position]
                    centres.append(pen - advances[position] / 2 - spacing / 2)
                    position += 1
                continue
            canvas.text((pen, baseline), run, font=font, fill=255, anchor="ls")
            for _ in run:
                pen += advances[position]
                centres.append(pen - advances[position] / 2)
                position += 1
        if r.random() < 0.1:
            pitch = round((ascent + descent) * r.uniform(1.02, 1.4)) * r.choice([-1, 1])
            canvas.text((margin, baseline + pitch), text[: r.randint(1, len(text))][::-1], font=main[0], fill=255, anchor="ls")
        if r.random() < 0.05:
            below = baseline + max(1, round(drawn_size * r.uniform(0.06, 0.2)))
            canvas.line((margin, below, pen, below), fill=255, width=max(1, drawn_size // 16))
        pixels = self.style(numpy.asarray(mask), baseline, drawn_size)
        line = DrawnLine(pixels, label(text), margin, pen - spacing, baseline - ascent, baseline + descent, numpy.array(centres))
        return halved(line) if drawn_size != size else line

    def font_size(self):
        """Font size in pixels: most of screens, log-uniform."""
        r = self.random
        return round(float(numpy.exp(r.uniform(numpy.log(11), numpy.log(34)))) if r.random() < 0.92 else r.uniform(34, 56))

    def style(self, mask, baseline, size):
        """Bold or slanted as browsers do it, then in any two shades of grey."""
        r = self.random
        if r.random() < 0.06:
            heavier = mask.copy()
            heavier[:, 1:] = numpy.maximum(heavier[:, 1:], mask[:, :-1])
            mask = heavier
        if r.random() < 0.04:
            slant = r.uniform(0.1, 0.25)
            # Around half the height of a character, so that the centres stay.
            matrix = numpy.array([[1, -slant, slant * (baseline - 0.35 * size)], [0, 1, 0]])
            mask = cv2.warpAffine(mask, matrix, mask.shape[::-1], flags=cv2.INTER_LINEAR)
        background = r.choice([255, 255, 255, 250, r.randint(200, 255), r.randint(0, 60), r.randint(0, 255)])
        contrast = r.uniform(50, 255) if r.random() < 0.3 else r.uniform(140, 255)
        ink = int(max(0, background - contrast) if background > 127 else min(255, background + contrast))
        table = (background + (ink - background) * (numpy.arange(256) / 255)).astype(numpy.uint8)
        return table[mask]


@functools.lru_cache(maxsize=400)
def load_font(path, size):
    """(font, ascent, descent, advances): the box of a line around the baseline, in pixels.

    A detector's box of a CJK line reaches from the top of the ink to a tenth of its height below it (measured on
    pages in the four languages).
    """
    font = ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
    sample = tall_sample(path)
    _, top, _, bottom = font.getbbox(sample, anchor="ls")
    descent = font.getbbox("pqg", anchor="ls")[3]
    if sample != LATIN_SAMPLE:
        descent = max(bottom + round(0.1 * size), round(0.8 * descent))
    return font, max(2, -top), max(1, descent), {}


LATIN_SAMPLE = "dlH"


@functools.lru_cache(maxsize=100)
def tall_sample(path):
    """Characters of the font at `path` that are as tall as its lines."""
    font = ImageFont.truetype(path, 20, layout_engine=ImageFont.Layout.BASIC)
    missing = bytes(font.getmask("\uffff"))
    return next((sample for sample in ("國国", "国国", "한글") if bytes(font.getmask(sample[0])) != missing), LATIN_SAMPLE)


def advance(font, character):
    """Width of a character, in pixels."""
    widths = font[3]
    if character not in widths:
        widths[character] = font[0].getlength(character)
    return widths[character]


def split_runs(text, latin):
    """`text` as `(piece, whether all of it is in latin)`."""
    runs = []
    for character in text:
        is_latin = character in latin
        if runs and runs[-1][1] == is_latin:
            runs[-1][0].append(character)
        else:
            runs.append(([character], is_latin))
    return [("".join(run), is_latin) for run, is_latin in runs]


def halved(line):
    """The line at half its size, as of a screen with more pixels."""
    height, width = (extent // 2 for extent in line.pixels.shape)
    pixels = cv2.resize(line.pixels[: 2 * height, : 2 * width], (width, height), interpolation=cv2.INTER_AREA)
    return DrawnLine(pixels, line.text, line.left / 2, line.right / 2, line.top / 2, line.bottom / 2, line.centres / 2)
