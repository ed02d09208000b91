"""Glyphs that the recogniser does not know, to draw between known text: emoji, icons, letters of other scripts.

`python -m imagetotext_training.other_glyphs` draws them once with the fonts of this computer and stores their pictures,
so that computers without these fonts can train too.
"""

import argparse
import glob
import os
import pickle
import random
import subprocess

import cv2
import numpy
from PIL import Image, ImageDraw, ImageFont

from .alphabet import CLASS_OF, OTHER
from .font_choice import RAQM
from .html_windows import OTHER_WORDS
from .other_characters import readable

STORED = "runs/browser/other.glyphs"
"""Where the pictures are kept: beside the pages of the browser, which travel too."""

SIZE = 44
"""Font size of the stored pictures, in pixels."""

SOURCES = (
    ("NotoNaskhArabic-Regular.ttf", 0x620, 0x64B), ("NotoKufiArabic-Regular.ttf", 0x620, 0x64B), ("NotoSansHebrew-Regular.ttf", 0x5D0, 0x5EB), ("NotoSerifHebrew-Regular.ttf", 0x5D0, 0x5EB),
    ("NotoSansThai-Regular.ttf", 0xE01, 0xE2F), ("NotoLoopedThai-Regular.ttf", 0xE01, 0xE2F), ("NotoSansDevanagari-Regular.ttf", 0x904, 0x93A), ("NotoSansGeorgian-Regular.ttf", 0x10D0, 0x10F1),
    ("NotoSerifGeorgian-Regular.ttf", 0x10D0, 0x10F1), ("NotoSansArmenian-Regular.ttf", 0x531, 0x588), ("NotoSansBengali-Regular.ttf", 0x985, 0x9BA), ("NotoSansTamil-Regular.ttf", 0xB85, 0xBBA),
    ("NotoSansKhmer-Regular.ttf", 0x1780, 0x17A3), ("NotoSansEthiopic-Regular.ttf", 0x1200, 0x1240), ("NotoSansSinhala-Regular.ttf", 0xD85, 0xDC7), ("NotoSansCJK-Regular.ttc", 0x4E00, 0x5000),
    ("NotoSansCJK-Regular.ttc", 0x3041, 0x3097), ("NotoSansCJK-Regular.ttc", 0xAC00, 0xAE00), ("Symbola_hint.ttf", 0x2600, 0x27C0), ("Symbola_hint.ttf", 0x1F300, 0x1F650), ("NotoSansSymbols-Regular.ttf", 0x2190, 0x2400),
    ("NotoSansSymbols2-Regular.ttf", 0x2300, 0x2C00), ("FontAwesome.otf", 0xF000, 0xF200), ("fontawesome-webfont.ttf", 0xF000, 0xF200),
)
"""File names of fonts, and ranges of their characters."""

ICON_THEMES = ("breeze/actions/22/*.svg", "breeze/actions/16/*.svg", "breeze/status/22/*.svg", "breeze/mimetypes/16/*.svg", "Papirus/24x24/actions/*.svg", "Papirus/24x24/panel/*.svg", "Papirus/24x24/mimetypes/*.svg", "Papirus/24x24/places/*.svg", "Papirus/24x24/apps/*.svg", "Papirus/16x16/actions/*.svg")
"""Icons of programs below /usr/share/icons, which `rsvg-convert` draws."""

ICONS_OF_THEME = 60
"""Most icons of one pattern."""

EMOJI_FONT, EMOJI_SIZE = "NotoColorEmoji.ttf", 109
"""A font of pictures of one size only."""

MOST = 40
"""Most glyphs of one source."""


class OtherGlyphs:
    """The stored glyphs; without the file there are none."""

    def __init__(self, path=STORED):
        self.groups = []
        if os.path.exists(path):
            with open(path, "rb") as file:
                self.groups = [[(cv2.imdecode(numpy.frombuffer(png, numpy.uint8), cv2.IMREAD_UNCHANGED), *rest) for png, *rest in group] for group in pickle.load(file)]

    def draw_line(self, canvas, words, x, limit, baseline, font, ink, random):
        """Draws `words` with some other glyphs between them, as one line that ends before `limit`."""
        space, text, pen = font[0].getlength(" "), [], x
        scale = (font[1] + font[2]) / SIZE * random.uniform(0.9, 1.2)
        group, at = random.choice(self.groups), random.randint(0, len(words))
        room = limit - x - font[0].getlength(" ".join(words)) - 2 * space
        for index in range(len(words) + 1):
            if index == at:
                label, right = "", pen
                for glyph in random.choices(group, k=random.choice([1, 1, 2, 3, 5])):
                    if right - pen + glyph[2] * scale > room:
                        break
                    right = self.paste(canvas, glyph, right, baseline, scale, ink)
                    label += glyph[3]
                text.append(label)
                pen = right + space if label else pen
            if index < len(words):
                right = canvas.glyphs(words[index], round(pen), baseline, font, ink)
                text.append(words[index])
                pen = right + space
        canvas.label(" ".join(part for part in text if part), x, baseline, right, font)

    @staticmethod
    def paste(canvas, glyph, x, baseline, scale, ink):
        """Draws one glyph; returns its right end."""
        image, above, advance, _ = glyph
        size = (max(2, round(image.shape[1] * scale)), max(2, round(image.shape[0] * scale)))
        image = cv2.resize(image, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
        place = (round(x), round(baseline - above * scale))
        if image.ndim == 2:
            canvas.image.paste(ink, place, Image.fromarray(image))
        else:
            grey, _, _, mask = cv2.split(image)
            canvas.image.paste(Image.fromarray(grey), place, Image.fromarray(mask))
        return x + advance * scale


def find_font(name):
    found = glob.glob(f"/usr/share/fonts/**/{name}", recursive=True)
    return found[0] if found else None


def collect():
    """Groups of glyphs `(picture, height above the baseline, advance, label)`; a picture is PNG: a mask, or grey with a mask."""
    chance = random.Random(1)
    groups = []
    for name, first, last in SOURCES:
        path = find_font(name)
        if path:
            font = ImageFont.truetype(path, SIZE, layout_engine=ImageFont.Layout.BASIC)
            missing = bytes(font.getmask("\U0010fffe"))
            characters = [chr(code) for code in range(first, last) if readable(chr(code)) == OTHER]
            shown = [c for c in characters if font.getmask(c).getbbox() and bytes(font.getmask(c)) != missing]
            groups.append([glyph(font, c, OTHER) for c in chance.sample(shown, min(MOST, len(shown)))])
            words = [word for word in OTHER_WORDS if word[0] in characters] if RAQM == ImageFont.Layout.RAQM else []
            if words:
                shaped = ImageFont.truetype(path, SIZE, layout_engine=RAQM)
                groups.append([glyph(shaped, word, readable(word)) for word in words])
    emoji = find_font(EMOJI_FONT)
    if emoji:
        font = ImageFont.truetype(emoji, EMOJI_SIZE, layout_engine=ImageFont.Layout.BASIC)
        codes = [c for c in [*range(0x1F300, 0x1F64F), *range(0x1F680, 0x1F6C0), *range(0x1F910, 0x1F96B)] if chr(c) not in CLASS_OF and font.getmask(chr(c)).getbbox()]
        groups += [[emoji_glyph(font, chr(code)) for code in chance.sample(codes, min(MOST, len(codes)))] for _ in range(3)]
    groups += [group for pattern in ICON_THEMES for group in icon_groups(sorted(glob.glob(f"/usr/share/icons/{pattern}")), chance)]
    return [group for group in groups if group]


def icon_groups(paths, chance):
    """The icons of one theme in their own colours, and as masks, which take the colour of the text."""
    drawn = [picture for path in chance.sample(paths, min(ICONS_OF_THEME, len(paths))) if (picture := drawn_icon(path)) is not None]
    masks = [(png(image[..., 3]), SIZE * 0.76, SIZE * 1.06, OTHER) for image in drawn]
    grey = [cv2.cvtColor(image[..., :3], cv2.COLOR_BGR2GRAY) for image in drawn]
    coloured = [(png(cv2.merge([g, g, g, image[..., 3]])), SIZE * 0.76, SIZE * 1.06, OTHER) for g, image in zip(grey, drawn)]
    return [masks, coloured]


def drawn_icon(path):
    """BGRA pixels of an SVG file, or None if it is empty or cannot be drawn."""
    result = subprocess.run(["rsvg-convert", "--height", str(SIZE), path], capture_output=True, check=False)
    image = cv2.imdecode(numpy.frombuffer(result.stdout, numpy.uint8), cv2.IMREAD_UNCHANGED) if result.stdout else None
    return image if image is not None and image.ndim == 3 and image.shape[2] == 4 and image[..., 3].mean() > 12 else None


def glyph(font, text, label):
    left, top, right, bottom = font.getbbox(text, anchor="ls")
    image = Image.new("L", (max(1, right - left), max(1, bottom - top)), 0)
    ImageDraw.Draw(image).text((-left, -top), text, font=font, fill=255, anchor="ls")
    return png(numpy.asarray(image)), -top, max(font.getlength(text), right - left), label


def emoji_glyph(font, character):
    image = Image.new("RGBA", (136, 128), (0, 0, 0, 0))
    ImageDraw.Draw(image).text((0, 0), character, font=font, embedded_color=True)
    grey, mask = numpy.asarray(image.convert("RGB").convert("L")), numpy.asarray(image)[..., 3]
    small = cv2.resize(cv2.merge([grey, grey, grey, mask]), (SIZE, SIZE * 128 // 136), interpolation=cv2.INTER_AREA)
    return png(small), SIZE * 0.76, SIZE * 1.06, OTHER


def png(image):
    return cv2.imencode(".png", image)[1].tobytes()


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--out", default=STORED)
    out = arguments.parse_args().out
    groups = collect()
    os.makedirs(os.path.dirname(out) or ".", exist_ok=True)
    with open(out, "wb") as file:
        pickle.dump(groups, file, protocol=5)
    print(sum(len(group) for group in groups), "glyphs in", len(groups), "groups")


if __name__ == "__main__":
    main()
