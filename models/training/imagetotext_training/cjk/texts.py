"""Collects texts to draw: manual pages, message catalogues, word lists.

`python -m imagetotext_training.cjk.texts --out runs/cjk-data/texts.json` writes
`{language or "latin": {"running": [text], "words": [word]}}`. Documents that evaluation pictures show parts of are excluded.
"""

import argparse
import glob
import gzip
import json
import os
import random
import re
import struct

from ..corpus import EXCLUDED, collect, manual, paragraphs, read
from . import LANGUAGES
from .alphabet import STANDARDS, clean

SCRIPT = {
    "zh_CN": re.compile(r"[\u4e00-\u9fff]"),
    "zh_TW": re.compile(r"[\u4e00-\u9fff]"),
    "ja": re.compile(r"[\u3041-\u30ff]"),
    "ko": re.compile(r"[\uac00-\ud7a3]"),
}
"""A text is in a language if it has such a character."""

CATALOGUES = ("/usr/share/locale/{}/LC_MESSAGES/*.mo", "/usr/lib/libreoffice/program/resource/{}/LC_MESSAGES/*.mo", "/usr/share/vim/*/lang/{}/LC_MESSAGES/*.mo")
MARKUP = re.compile(r"<[^>]{1,80}>|%[-#0-9.*$]*[a-zA-Z]|\{[^}]*\}|[_&~](?=\w)|\([_&~]?[A-Z]\)|\\[nt]")
"""Markup, format directives and mnemonics of messages."""


def messages(path):
    """The translations in a catalogue of GNU gettext (.mo)."""
    with open(path, "rb") as file:
        data = file.read()
    if len(data) < 28:
        return
    order = "<" if data[:4] == b"\xde\x12\x04\x95" else ">"
    _, _, count, _, table = struct.unpack_from(order + "5I", data)
    for index in range(count):
        length, start = struct.unpack_from(order + "2I", data, table + 8 * index)
        for form in data[start : start + length].decode("utf-8", "ignore").split("\0"):
            if "POT-Creation-Date" not in form and "Content-Type:" not in form:
                yield from re.split(r"\n+", MARKUP.sub(" ", form))


def running(language, most, rng):
    """Texts of sentences, at most `most` characters."""
    found = []
    for path in glob.glob(f"/usr/share/man/{language}/man*/*.gz"):
        if not EXCLUDED.search(path) and not os.path.islink(path):
            # Japanese and Korean pages break lines anywhere; their paragraphs are joined without blanks by `join`.
            found += [join(paragraph) for paragraph in re.split(r"\n\s*\n", manual(read(path)))]
    for pattern in CATALOGUES:
        for path in glob.glob(pattern.format(language)):
            if "iso_" not in path:
                found += messages(path)
    kept = {clean(text) for text in found}
    kept = sorted(text for text in kept if 4 <= len(text) <= 600 and SCRIPT[language].search(text))
    rng.shuffle(kept)
    return limited(kept, most)


def latin(most, rng):
    """Texts without any CJK character."""
    return collect(glob.glob("/usr/share/man/man[1-8]/*.gz"), manual, paragraphs, most, rng)


def join(paragraph):
    """A paragraph in one line; no blank where both sides are Han or kana."""
    return re.sub(r"(?<=[\u3000-\u9fff\uff00-\uffef])\s*\n\s*(?=[\u3000-\u9fff\uff00-\uffef])", "", paragraph).replace("\n", " ")


def limited(texts, most):
    size = 0
    for index, text in enumerate(texts):
        size += len(text)
        if size > most:
            return texts[:index]
    return texts


def words(language, rng):
    """Words and names."""
    found = []
    for path in glob.glob(f"/usr/share/locale/{language}/LC_MESSAGES/iso_*.mo"):
        found += messages(path)
    found += frequent_words(language)
    if language == "ko":
        found += [line.split("/")[0] for line in read("/usr/share/hunspell/ko.dic", 20_000_000).split("\n")]
    found = sorted({clean(word) for word in found})
    found = [word for word in found if 1 < len(word) <= 24 and re.search(r"[\u3041-\u30ff\u4e00-\u9fff\uac00-\ud7a3]", word)]
    return rng.sample(found, min(len(found), 60_000))


def frequent_words(language):
    """The words of the Python package `wordfreq`, if it is installed."""
    try:
        import msgpack
        import wordfreq
    except ImportError:
        return []

    def load(name):
        with gzip.open(os.path.join(os.path.dirname(wordfreq.__file__), "data", name), "rb") as file:
            return msgpack.load(file, raw=False, strict_map_key=False)

    names = {"zh_CN": "large_zh", "zh_TW": "large_zh", "ja": "large_ja", "ko": "small_ko"}
    listed = [word for bucket in load(names[language] + ".msgpack.gz")[1:] for word in bucket]
    if language == "zh_TW":
        # The Chinese list is in simplified characters. Where several traditional ones became one, the first will do:
        # what is drawn need not be a word.
        traditional, standard = {}, set(STANDARDS["zh_TW"])
        for code, simplified in load("_chinese_mapping.msgpack.gz").items():
            if chr(code) in standard:
                traditional.setdefault(ord(simplified), chr(code))
        listed = [word.translate(traditional) for word in listed]
    return listed


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--out", default="runs/cjk-data/texts.json")
    arguments.add_argument("--characters", type=int, default=1_300_000, help="most characters of running text of a language")
    options, rng = arguments.parse_args(), random.Random(1)
    collected = {language: {"running": running(language, options.characters, rng), "words": words(language, rng)} for language in LANGUAGES}
    collected["latin"] = {"running": latin(400_000, rng), "words": []}
    os.makedirs(os.path.dirname(options.out) or ".", exist_ok=True)
    with open(options.out, "w", encoding="utf-8") as file:
        json.dump(collected, file, ensure_ascii=False)
    for language, kinds in collected.items():
        print(language, {kind: (len(texts), sum(map(len, texts))) for kind, texts in kinds.items()})


if __name__ == "__main__":
    main()
