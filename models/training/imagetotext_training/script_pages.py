"""Pages in all scripts, with the class of each line: the training pictures of the script classifier.

`python -m imagetotext_training.script_pages --count 3000` writes `runs/scripts/pages/*.png` and, beside each, its lines
as `.json`: corners and class. Half of the pages are those of the recogniser's training, in Latin, Cyrillic and Greek.
"""

import argparse
import glob
import json
import os
import random

import cv2
import numpy
from PIL import Image, ImageDraw, ImageFont

from . import degrade
from .catalogues import FOLDERS, read_catalogue
from .cjk.line_text import LineTexts
from .labelled_page import LabelledPage, TextLine, upright_quad
from .page_renderer import PageRenderer
from .script_classes import script_class

NOTO = "/usr/share/fonts/truetype/noto/Noto"
UNREADABLE = {
    # Locale: files of fonts, as patterns.
    "ar": ["NaskhArabic*", "SansArabic*", "KufiArabic*", "../../opentype/fonts-hosny-amiri/Amiri-*"],
    "fa": ["NaskhArabic*", "SansArabic*", "KufiArabic*"],
    "ur": ["NastaliqUrdu*", "NaskhArabic*"],
    "he": ["SansHebrew*", "SerifHebrew*", "RashiHebrew*"],
    "hi": ["SansDevanagari*", "SerifDevanagari*"],
    "mr": ["SansDevanagari*", "SerifDevanagari*"],
    "ne": ["SansDevanagari*", "SerifDevanagari*"],
    "th": ["SansThai*", "SerifThai*", "LoopedThai*", "../tlwg/*"],
    "bn": ["SansBengali*", "SerifBengali*"],
    "ta": ["SansTamil*", "SerifTamil*"],
    "te": ["SansTelugu*", "SerifTelugu*"],
    "ka": ["SansGeorgian*", "SerifGeorgian*"],
    "hy": ["SansArmenian*", "SerifArmenian*"],
    "am": ["SansEthiopic*", "SerifEthiopic*"],
    "km": ["SansKhmer*", "SerifKhmer*"],
    "si": ["SansSinhala*", "SerifSinhala*"],
}
WEIGHTS = {"ar": 5, "fa": 3, "ur": 2, "he": 7, "hi": 5, "mr": 2, "ne": 2, "th": 7}
"""How often a locale is chosen; the others once."""

LATIN_SHARE = 0.12
"""Share of lines of a page that are Latin, as names of programs and headings often are."""


class ScriptPages:
    """A seeded generator of pages."""

    def __init__(self, seed, cjk="runs/cjk-data"):
        self.random = random.Random(seed)
        self.european = PageRenderer(seed)
        self.texts = LineTexts(seed, cjk)
        self.fonts = {language: [] for language in ("zh_CN", "zh_TW", "ja", "ko", "latin")}
        with open(os.path.join(cjk, "fonts.json"), encoding="utf-8") as file:
            for font in json.load(file):
                for language in font["languages"]:
                    self.fonts[language].append((os.path.join(cjk, font["file"]), font["characters"], frozenset(font["characters"])))
        self.unreadable = {locale: (messages(locale), font_files(patterns)) for locale, patterns in UNREADABLE.items()}
        self.unreadable = {locale: found for locale, found in self.unreadable.items() if all(found)}

    def page(self):
        """A page, some of them turned so that nothing on them can be read."""
        kind = self.random.random()
        if kind < 0.5:
            page = self.european.page()
        else:
            page = self.drawn(self.cjk_writer() if kind < 0.75 else self.unreadable_writer())
        lines = [(line.quad, script_class(line.text) if line.text else None) for line in page.lines]
        image = page.image
        if self.random.random() < 0.1:
            turns = self.random.choice([1, 2, 2, 3])
            image = numpy.ascontiguousarray(numpy.rot90(image, turns))
            # Only the corners of what is on it count, to know that it is not read there.
            height, width = image.shape
            lines = [(upright_quad(0, 0, width, height), "nothing")]
        return image, lines

    def drawn(self, write):
        """A page of lines that `write(size)` gives: `(text, [(piece, font)])`."""
        r = self.random
        size = round(float(numpy.exp(r.uniform(numpy.log(12), numpy.log(34)))))
        width, height = r.randint(420, 1300), r.randint(160, 620)
        mask = Image.new("L", (width, height), 0)
        canvas = ImageDraw.Draw(mask)
        lines, top, pitch = [], r.randint(4, 40), r.uniform(1.35, 2.0)
        left = r.randint(5, 60)
        while top + 2 * size < height:
            scale = r.choice([1, 1, 1, 1, 1.5, 0.85])
            drawn_size = max(11, round(size * scale))
            text, runs = write(drawn_size)
            pen = left if r.random() < 0.8 else r.randint(5, max(6, width // 2))
            most = r.uniform(0.1, 1) * (width - pen - 10)
            baseline, start, shown = top + round(1.05 * drawn_size), pen, ""
            for piece, font in runs:
                piece = shortened(piece, font, most - (pen - start))
                if not piece:
                    break
                canvas.text((pen, baseline), piece, font=font, fill=255, anchor="ls")
                pen += font.getlength(piece)
                shown += piece
            if shown.strip():
                lines.append(TextLine(upright_quad(start, baseline - 0.9 * drawn_size, pen, baseline + 0.25 * drawn_size), shown.strip()))
            top += round(drawn_size * pitch)
        background = r.choice([255, 255, 255, 250, r.randint(200, 255), r.randint(0, 60), r.randint(0, 255)])
        contrast = r.uniform(70, 255) if r.random() < 0.3 else r.uniform(140, 255)
        ink = int(max(0, background - contrast) if background > 127 else min(255, background + contrast))
        table = (background + (ink - background) * (numpy.arange(256) / 255)).astype(numpy.uint8)
        page = LabelledPage(table[numpy.asarray(mask)], lines)
        page = degrade.screen(page, self.european.rng) if r.random() < 0.7 else degrade.scan(page, self.european.rng)
        return page.clipped()

    def cjk_writer(self):
        """Lines in one of the languages, with Latin words in a font of their own or the same."""
        r = self.random
        language = r.choice(["zh_CN", "zh_TW", "ja", "ko"])
        path, characters, known = r.choice(self.fonts[language])
        latin = r.choice(self.fonts["latin"]) if r.random() < 0.5 else None

        def write(size):
            chosen = "latin" if r.random() < LATIN_SHARE else language
            text = "".join(c for c in self.texts.line(chosen, f"{path}{language}", characters) if c in known)
            main = ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
            if latin is None:
                return text, [(text, main)]
            other = ImageFont.truetype(latin[0], size)
            runs = []
            for character in text:
                font = other if character in latin[2] and character != " " else main
                if runs and runs[-1][1] is font:
                    runs[-1][0] += character
                else:
                    runs.append([character, font])
            return text, [tuple(run) for run in runs]

        return write

    def unreadable_writer(self):
        """Lines in a script that no recogniser knows."""
        r = self.random
        locale = r.choices(list(self.unreadable), [WEIGHTS.get(locale, 1) for locale in self.unreadable])[0]
        texts, fonts = self.unreadable[locale]
        path = r.choice(fonts)
        latin = r.choice(self.fonts["latin"])

        def write(size):
            if r.random() < LATIN_SHARE:
                text = self.texts.line("latin", "", "")
                return text, [(text, ImageFont.truetype(latin[0], size))]
            text = r.choice(texts)
            while len(text) < 60 and r.random() < 0.6:
                text += " " + r.choice(texts)
            return text, [(text, ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.RAQM))]

        return write


def shortened(text, font, most):
    """As many characters of `text` as are at most so wide."""
    while text and font.getlength(text) > most:
        text = text[: int(len(text) * 0.9)] if len(text) > 10 else text[:-1]
    return text


def messages(locale):
    """Texts of the programs of this computer, mostly in the script of `locale`."""
    found = set()
    for path in (path for folder in FOLDERS for path in glob.glob(os.path.join(folder, locale, "LC_MESSAGES", "*.mo"))):
        for source, text in read_catalogue(path).items():
            if not source or not isinstance(text, str) or len(text) > 400 or any(c in text for c in "%{<\\|&@_"):
                continue
            text = " ".join(text.split())
            if text and script_class(text) not in ("latin", "alphabets", None):
                found.add(text)
    return sorted(found)


def font_files(patterns):
    files = [path for pattern in patterns for path in glob.glob(NOTO + pattern if "/" not in pattern else os.path.join(NOTO[:-4], pattern))]
    return sorted(path for path in files if path.endswith(("ttf", "otf")))


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--count", type=int, default=3000)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--out", default="runs/scripts/pages")
    options = arguments.parse_args()
    os.makedirs(options.out, exist_ok=True)
    cv2.setNumThreads(0)
    pages = ScriptPages(options.seed)
    for number in range(options.count):
        image, lines = pages.page()
        stem = os.path.join(options.out, f"{options.seed}-{number:05}")
        cv2.imwrite(stem + ".png", image)
        with open(stem + ".json", "w", encoding="utf-8") as file:
            json.dump([[numpy.asarray(quad).tolist(), script] for quad, script in lines], file)


if __name__ == "__main__":
    main()
