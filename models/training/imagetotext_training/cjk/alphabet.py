"""The characters of the recogniser for Chinese, Japanese and Korean, read from models/cjk.txt.

`python -m imagetotext_training.cjk.alphabet --texts runs/cjk-data/texts.json` chooses them again.
"""

import argparse
import json
import pathlib
import unicodedata
from collections import Counter

PATH = pathlib.Path(__file__).resolve().parents[3] / "cjk.txt"
OTHER = "□"
"""Stands for every character that is not in the alphabet."""

MOST = 9_600
"""Most characters: each costs 145 bytes of the network."""

CLASSES_ALIGNED = 8
"""Matrix units compute this many classes at a time; the blank is one of them."""

FREQUENT = 10
"""A character outside the national standards is taken if the texts have it this often."""

PUNCTUATION = "、。〃々〆〇〈〉《》「」『』【】〒〓〔〕〖〗〜〝〟・ー゛゜ヽヾゝゞ‥…—–―─│‘’“”•·※→←↑↓⇒⇔○●◎△▲▽▼◇◆■☆★♪♂♀℃°′″№℡㈱㎡㎏㎜㎝㎞€£¥₩§©®±×÷≠≤≥≒∞∴√∑∫≪≫∈∩∪∧∨∀∃∠⊥♯♭†‡¶‰"
NUMBERS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅰⅱⅲⅳⅴ½¼¾¹²³"
LATIN = "¡¿«»ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüÿœŒāēīōūǎěǐǒǔǚ"
GREEK = "ΑΒΓΔΘΛΞΠΣΦΨΩαβγδεζηθλμξπρστφχψω"


def double_byte(codec, first, second):
    """The characters that `codec` has for two bytes in these ranges."""
    found = []
    for lead in first:
        for trail in second:
            try:
                found.append(bytes([lead, trail]).decode(codec))
            except UnicodeDecodeError:
                continue
    return [character for character in found if len(character) == 1]


HIGH = range(0xA1, 0xFF)
STANDARDS = {
    # Levels 1: the characters in everyday use.
    "zh_CN": double_byte("gb2312", range(0xB0, 0xD8), HIGH),
    "zh_TW": double_byte("big5", range(0xA4, 0xC7), (*range(0x40, 0x7F), *HIGH)),
    "ja": double_byte("euc_jp", range(0xB0, 0xD0), HIGH),
    "ko": double_byte("euc_kr", range(0xB0, 0xC9), HIGH),
}
"""language → the characters that its national standard lists first."""

KANA = [chr(code) for code in (*range(0x3041, 0x3095), *range(0x30A1, 0x30F7))]
JAMO = [chr(code) for code in range(0x3131, 0x3164)]
FULL_WIDTH = [chr(code) for code in range(0xFF01, 0xFF5F)] + ["￥", "￦", "￠", "￡"]
HALF_WIDTH_KANA = [chr(code) for code in range(0xFF61, 0xFFA0)]


def is_han(character):
    return "\u4e00" <= character <= "\u9fff"


def choose(texts):
    """The alphabet: what the standards have, and what `texts`, strings, contain often."""
    counts = Counter(character for text in texts for character in text)
    chosen = [chr(code) for code in range(32, 127)]
    chosen += [*PUNCTUATION, *NUMBERS, *LATIN, *GREEK, *FULL_WIDTH, *KANA, *HALF_WIDTH_KANA, *JAMO, OTHER]
    chosen += STANDARDS["zh_CN"] + STANDARDS["ja"] + STANDARDS["ko"]
    # The first level of Big5 has rare characters: those that no text and not both neighbours use stay out.
    neighbours = set(double_byte("euc_jp", range(0xD0, 0xF5), HIGH)) & set(double_byte("euc_kr", range(0xCA, 0xFE), HIGH))
    chosen += [c for c in STANDARDS["zh_TW"] if is_han(c) and (c in neighbours or counts[c] > 2)]
    chosen = list(dict.fromkeys(chosen))
    known = set(chosen)
    others = [c for c, count in counts.most_common() if count >= FREQUENT and c not in known and (is_han(c) or "\uac00" <= c <= "\ud7a3")]
    length = min(MOST, len(chosen + others))
    return "".join(chosen + others)[: length - (length + 1) % CLASSES_ALIGNED]


ALPHABET = PATH.read_text(encoding="utf-8") if PATH.exists() else ""
CLASSES = len(ALPHABET) + 1
"""Class 0 is the CTC blank; class i + 1 is the i-th character."""

CLASS_OF = {character: index + 1 for index, character in enumerate(ALPHABET)}

# Look-alikes that texts use for characters of the alphabet.
_LOOK_ALIKES = str.maketrans({"\u00a0": " ", "\u3000": " ", "\u2009": " ", "\u202f": " ", "\u2003": " ", "\u2010": "-", "\u2011": "-", "\u2212": "-", "\u00ad": "", "\u200b": "", "\ufeff": "", "\u2027": "·", "\u22c5": "·", "\uff5e": "～", "\u301c": "～", "\u2e3a": "——"})


def clean(text):
    """`text` in NFC, with look-alikes replaced and runs of white space as single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_LOOK_ALIKES).split())


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--texts", default="runs/cjk-data/texts.json")
    with open(arguments.parse_args().texts, encoding="utf-8") as file:
        collected = json.load(file)
    alphabet = choose([text for kinds in collected.values() for texts in kinds.values() for text in texts])
    PATH.write_text(alphabet, encoding="utf-8")
    print(len(alphabet), "characters,", sum(map(is_han, alphabet)), "Han")


if __name__ == "__main__":
    main()
