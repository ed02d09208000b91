"""The fonts of the CJK recogniser, reduced to what training draws.

`python -m imagetotext_training.cjk.fonts --data runs/cjk-data` writes `fonts/*` and `fonts.json` there, from the fonts
of this computer. Han characters differ in shape by language, so each font is for some languages only.
"""

import argparse
import json
import os
import string

from fontTools import subset
from fontTools.ttLib import TTFont

from . import LANGUAGES
from .alphabet import ALPHABET, FULL_WIDTH, HALF_WIDTH_KANA, JAMO, KANA, STANDARDS, double_byte, is_han

NOTO = "/usr/share/fonts/opentype/noto/Noto{}CJK-{}.ttc"
TRUETYPE = "/usr/share/fonts/truetype/"
OPENTYPE = "/usr/share/fonts/opentype/"

SOURCES = [
    # Name, file, number in the collection, languages, whether it is for validation only.
    ("noto-sans-sc", NOTO.format("Sans", "Regular"), 2, ["zh_CN"], False),
    ("noto-sans-sc-bold", NOTO.format("Sans", "Bold"), 2, ["zh_CN"], False),
    ("noto-serif-sc", NOTO.format("Serif", "Regular"), 2, ["zh_CN"], False),
    ("wqy-microhei", TRUETYPE + "wqy/wqy-microhei.ttc", 0, ["zh_CN", "zh_TW"], False),
    ("wqy-zenhei", TRUETYPE + "wqy/wqy-zenhei.ttc", 0, ["zh_CN", "zh_TW"], True),
    ("uming-cn", TRUETYPE + "arphic/uming.ttc", 0, ["zh_CN"], False),
    ("ukai-cn", TRUETYPE + "arphic/ukai.ttc", 0, ["zh_CN"], False),
    ("lxgw-wenkai", TRUETYPE + "lxgw-wenkai/LXGWWenKai-Regular.ttf", 0, ["zh_CN", "zh_TW"], False),
    ("noto-sans-tc", NOTO.format("Sans", "Regular"), 3, ["zh_TW"], False),
    ("noto-serif-tc", NOTO.format("Serif", "Regular"), 3, ["zh_TW"], False),
    ("noto-sans-jp", NOTO.format("Sans", "Regular"), 0, ["ja"], False),
    ("noto-sans-jp-bold", NOTO.format("Sans", "Bold"), 0, ["ja"], False),
    ("noto-serif-jp", NOTO.format("Serif", "Regular"), 0, ["ja"], False),
    ("ipa-gothic", OPENTYPE + "ipafont-gothic/ipag.ttf", 0, ["ja"], False),
    ("ipaex-mincho", OPENTYPE + "ipaexfont-mincho/ipaexm.ttf", 0, ["ja"], False),
    ("vl-gothic", TRUETYPE + "vlgothic/VL-Gothic-Regular.ttf", 0, ["ja"], False),
    ("motoya-cedar", TRUETYPE + "motoya-l-cedar/MTLc3m.ttf", 0, ["ja"], False),
    ("sawarabi-mincho", TRUETYPE + "sawarabi-mincho/sawarabi-mincho-medium.ttf", 0, ["ja"], True),
    ("noto-sans-kr", NOTO.format("Sans", "Regular"), 1, ["ko"], False),
    ("noto-sans-kr-bold", NOTO.format("Sans", "Bold"), 1, ["ko"], False),
    ("noto-serif-kr", NOTO.format("Serif", "Regular"), 1, ["ko"], False),
    ("nanum-gothic", TRUETYPE + "nanum/NanumGothic.ttf", 0, ["ko"], False),
    ("nanum-gothic-bold", TRUETYPE + "nanum/NanumGothicBold.ttf", 0, ["ko"], False),
    ("nanum-myeongjo", TRUETYPE + "nanum/NanumMyeongjo.ttf", 0, ["ko"], False),
    ("nanum-barun-gothic", TRUETYPE + "nanum/NanumBarunGothic.ttf", 0, ["ko"], False),
    ("nanum-square-round", TRUETYPE + "nanum/NanumSquareRoundR.ttf", 0, ["ko"], False),
    ("nanum-barun-pen", TRUETYPE + "nanum/NanumBarunpenR.ttf", 0, ["ko"], False),
    ("un-batang", TRUETYPE + "unfonts-core/UnBatang.ttf", 0, ["ko"], True),
    ("un-dotum", TRUETYPE + "unfonts-core/UnDotum.ttf", 0, ["ko"], False),
]

LATIN_SOURCES = [
    TRUETYPE + name
    for name in (
        "dejavu/DejaVuSans.ttf",
        "dejavu/DejaVuSansMono.ttf",
        "dejavu/DejaVuSansMono-Bold.ttf",
        "dejavu/DejaVuSerif.ttf",
        "liberation/LiberationSans-Regular.ttf",
        "liberation/LiberationSans-Bold.ttf",
        "liberation/LiberationSans-Italic.ttf",
        "liberation/LiberationSerif-Regular.ttf",
        "liberation/LiberationSerif-Bold.ttf",
        "liberation/LiberationMono-Regular.ttf",
        "noto/NotoSans-Regular.ttf",
        "noto/NotoSerif-Regular.ttf",
        "open-sans/OpenSans-Regular.ttf",
        "open-sans/OpenSans-Bold.ttf",
        "roboto/unhinted/RobotoTTF/Roboto-Regular.ttf",
        "lato/Lato-Regular.ttf",
        "crosextra/Carlito-Regular.ttf",
    )
]
"""Pages often have Latin words in a font of their own."""

UNNEEDED = "GSUB GPOS GDEF BASE JSTF kern vhea vmtx VORG EBDT EBLC EBSC bdat bloc DSIG gasp hdmx VDMX LTSH PCLT FFTM meta STAT MATH mort morx feat name".split()
"""Tables that drawing character by character does not need, and embedded bitmaps."""

OTHERS = 250
"""Characters outside the alphabet that each font keeps, to be learned as `OTHER`."""


def characters(language):
    """The characters that are drawn in the fonts of a language."""
    han = [c for c in STANDARDS[language] if is_han(c)]
    if language == "ko":
        han = double_byte("euc_kr", range(0xCA, 0xFE), range(0xA1, 0xFF))[::3]
    common = [c for c in ALPHABET if not is_han(c) and not "\uac00" <= c <= "\ud7a3" and c not in KANA + HALF_WIDTH_KANA + JAMO] + FULL_WIDTH
    own = {"ja": KANA + HALF_WIDTH_KANA, "ko": JAMO + [c for c in ALPHABET if "\uac00" <= c <= "\ud7a3"]}.get(language, [])
    rest = [c for c in ALPHABET if is_han(c)] if language == "zh_TW" else []
    return [c for c in dict.fromkeys([*common, *own, *han, *rest]) if c in set(ALPHABET)]


def outside(language):
    """Characters of the language that the alphabet does not have."""
    levels = {
        "zh_CN": lambda: double_byte("gb2312", range(0xD8, 0xF8), range(0xA1, 0xFF)),
        "zh_TW": lambda: double_byte("big5", range(0xC9, 0xF9), (*range(0x40, 0x7F), *range(0xA1, 0xFF))),
        "ja": lambda: double_byte("euc_jp", range(0xD0, 0xF5), range(0xA1, 0xFF)),
        "ko": lambda: [chr(code) for code in range(0xAC00, 0xD7A4, 5)],
    }
    found = [c for c in levels[language]() if c not in set(ALPHABET)]
    return found[:: max(1, len(found) // OTHERS)]


def reduce(path, number, wanted, out):
    """Writes the glyphs of `wanted` without hints to `out`; returns the characters that the font has."""
    font = TTFont(path, fontNumber=number, lazy=True)
    codes = font.getBestCmap()
    found = [c for c in wanted if ord(c) in codes]
    options = subset.Options(hinting=False, desubroutinize=False, layout_features=[], name_IDs=[], notdef_outline=True, glyph_names=False, ignore_missing_glyphs=True)
    options.drop_tables += UNNEEDED
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="".join(found))
    subsetter.subset(font)
    drawn = drawn_characters(font, found)
    font.save(out)
    return drawn


def drawn_characters(font, found):
    """Those of `found` whose glyph has an outline, and the blank."""
    codes, glyphs = font.getBestCmap(), font.getGlyphSet()
    if "glyf" not in font:
        return "".join(found)
    table = font["glyf"]
    return "".join(c for c in found if c == " " or (codes[ord(c)] in glyphs and table[codes[ord(c)]].numberOfContours != 0))


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", default="runs/cjk-data")
    folder = arguments.parse_args().data
    os.makedirs(os.path.join(folder, "fonts"), exist_ok=True)
    wanted = {language: characters(language) for language in LANGUAGES}
    fonts = []
    for name, path, number, languages, held_out in SOURCES:
        out = os.path.join("fonts", name + (".ttf" if path.endswith(("ttf", "wqy-microhei.ttc", "wqy-zenhei.ttc", "uming.ttc", "ukai.ttc")) else ".otf"))
        text = dict.fromkeys(c for language in languages for c in wanted[language] + outside(language))
        drawn = reduce(path, number, text, os.path.join(folder, out))
        fonts.append({"file": out, "languages": languages, "held_out": held_out, "characters": drawn})
        print(name, len(drawn), os.path.getsize(os.path.join(folder, out)), flush=True)
    latin = string.printable[:95] + "".join(c for c in ALPHABET if "\u00a1" <= c <= "\u0153")
    for path in filter(os.path.exists, LATIN_SOURCES):
        out = os.path.join("fonts", os.path.basename(path))
        drawn = reduce(path, 0, latin, os.path.join(folder, out))
        fonts.append({"file": out, "languages": ["latin"], "held_out": False, "characters": drawn})
    with open(os.path.join(folder, "fonts.json"), "w", encoding="utf-8") as file:
        json.dump(fonts, file, ensure_ascii=False)


if __name__ == "__main__":
    main()
