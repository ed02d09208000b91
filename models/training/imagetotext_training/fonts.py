"""Finds the installed fonts that have the letters of our alphabet, and holds out whole families for validation."""

import argparse
import json
import os
import subprocess

from fontTools.ttLib import TTFont, TTLibError
from PIL import ImageFont

from .alphabet import ALPHABET, script

HELD_OUT = ("Cabin", "Vollkorn", "Hack", "Liberation Sans Narrow", "URW Bookman", "Karla", "Gentium", "Cantarell", "Play", "mononoki", "Caladea", "Tuffy")
"""Families that training never sees."""

# Small capitals, symbols, decorative fonts whose shapes are not the usual letters, and fonts with wrong codes.
UNSUITABLE = ("Caps", "caps", "Bebas", "Keyboard", "SC-", "SmallCaps", "Unicase", "Awesome", "Math", "math", "Symbol", "Emoji", "Dingbats", "Kalapi", "Music", "D050000L", "Braille", "STIXSizes", "STIXNonUnicode", "STIXInt", "Classical", "OpenSymbol", "Sketch", "Sixtyfour", "Unifont", "VL", "Barcode", "Ecolier", "Fantasque Sans", "Femke", "Futhark", "Uralic", "LexiGulim")


CASES = {"latin": "vVzZ", "cyrillic": "вВкК", "greek": "κΚνΝ"}
"""Two small letters of each script that are lower than the capitals after them."""


def find():
    """A list of `{file, family, style, characters, held_out, mono}`, one for each style of a family."""
    listed = subprocess.run(["fc-list", "-f", "%{file}|%{family[0]}|%{?style{%{style[0]}}{Regular}}|%{variable}\n"], capture_output=True, text=True, check=True).stdout
    fonts, seen = [], set()
    for line in sorted(listed.splitlines()):
        if line.count("|") != 3:
            continue  # the rest of a broken name
        path, family, style, variable = line.split("|")
        # Another file of the same style is a copy in another format, which may have other characters.
        name = (family, style, path.lower()[-4:])
        if name in seen or variable == "True" or not path.lower().endswith((".ttf", ".otf")):
            continue
        if any(name in family or name in os.path.basename(path) for name in UNSUITABLE):
            continue
        # The other Noto families carry the Latin letters of Noto Sans and Noto Serif.
        if family.startswith("Noto") and family not in ("Noto Sans", "Noto Serif", "Noto Mono", "Noto Sans Mono", "Noto Sans Display", "Noto Serif Display"):
            continue
        seen.add(name)
        try:
            mono = bool(TTFont(path, lazy=True)["post"].isFixedPitch)
            characters = drawn_characters(path)
        except (TTLibError, KeyError, OSError):
            continue
        if set(ALPHABET[:95]) <= set(characters):
            fonts.append({"file": path, "family": family, "style": style, "characters": characters, "mono": mono, "held_out": family.startswith(HELD_OUT)})
    return fonts


def drawn_characters(path):
    """The characters of the alphabet that a font file has and draws: some have empty glyphs, or capitals for small letters."""
    names = TTFont(path, lazy=True).getBestCmap() or {}
    font = ImageFont.truetype(path, 40, layout_engine=ImageFont.Layout.BASIC)

    def height(character):
        _, top, _, bottom = font.getbbox(character)
        return bottom - top

    def is_proper(letters):
        """Whether the letters are there, small ones are lower than capitals, and none is as wide as an ideograph."""
        return all(map(has, letters)) and font.getlength(letters[0]) < 1.45 * font.getlength("v") and all(height(small) < 0.93 * height(capital) for small, capital in zip(letters[::2], letters[1::2]))

    has = lambda character: names.get(ord(character), ".notdef") != ".notdef"
    proper = {name for name, letters in CASES.items() if is_proper(letters)}
    return "".join(c for c in ALPHABET if has(c) and (c == " " or height(c) > 0) and (script(c) in proper or script(c) is None))


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--out", default="runs/fonts.json")
    out = arguments.parse_args().out
    fonts = find()
    os.makedirs(os.path.dirname(out) or ".", exist_ok=True)
    with open(out, "w", encoding="utf-8") as file:
        json.dump(fonts, file, ensure_ascii=False)
    families = sorted({font["family"] for font in fonts})
    print(len(fonts), "files,", len(families), "families; held out:", sorted({f["family"] for f in fonts if f["held_out"]}))


if __name__ == "__main__":
    main()
