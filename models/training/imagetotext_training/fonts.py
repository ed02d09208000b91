"""Finds the installed fonts that have the letters of our alphabet, and holds out whole families for validation."""

import argparse
import json
import os
import subprocess

from fontTools.ttLib import TTFont, TTLibError

from .alphabet import ALPHABET

HELD_OUT = ("Cabin", "Vollkorn", "Hack", "Liberation Sans Narrow", "URW Bookman", "Karla", "Gentium", "Cantarell", "Play", "mononoki", "Caladea", "Tuffy")
"""Families that training never sees."""

# Small capitals, symbols and decorative fonts whose shapes are not the usual letters.
UNSUITABLE = ("Caps", "caps", "Bebas", "Keyboard", "SC-", "SmallCaps", "Unicase", "Awesome", "Math", "math", "Symbol", "Emoji", "Dingbats", "Kalapi", "Music", "D050000L", "Braille", "STIXSizes", "STIXNonUnicode", "STIXInt", "Classical", "OpenSymbol", "Sketch", "Sixtyfour", "Unifont", "VL", "Barcode", "Ecolier", "Fantasque Sans", "Femke")


def find():
    """A list of `{file, family, characters, held_out, mono}`."""
    listed = subprocess.run(["fc-list", "-f", "%{file}|%{family[0]}|%{index}|%{variable}\n"], capture_output=True, text=True, check=True).stdout
    fonts, seen = [], set()
    for line in sorted(listed.splitlines()):
        path, family, index, variable = line.split("|")
        if path in seen or variable == "True" or not path.lower().endswith((".ttf", ".otf")):
            continue
        if any(name in family or name in os.path.basename(path) for name in UNSUITABLE):
            continue
        # The other Noto families carry the Latin letters of Noto Sans and Noto Serif.
        if family.startswith("Noto") and family not in ("Noto Sans", "Noto Serif", "Noto Mono", "Noto Sans Mono", "Noto Sans Display", "Noto Serif Display"):
            continue
        seen.add(path)
        try:
            font = TTFont(path, lazy=True)
            codes = font.getBestCmap() or {}
            mono = bool(font["post"].isFixedPitch)
        except (TTLibError, KeyError, OSError):
            continue
        characters = "".join(c for c in ALPHABET if ord(c) in codes)
        if all(ord(c) in codes for c in ALPHABET[:95]):
            fonts.append({"file": path, "family": family, "characters": characters, "mono": mono, "held_out": family.startswith(HELD_OUT)})
    return fonts


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
