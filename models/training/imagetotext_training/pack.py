"""Packs fonts and texts for training on a computer without them: `python -m imagetotext_training.pack --out runs/pack.tar.xz`.

There, `python -m imagetotext_training.pack --unpack pack.tar.xz --to runs` makes `runs/fonts.json`, whose paths are
relative to its folder, and `runs/corpus.json`. The pack has every family in its upright style, further styles as far
as they fit, and of each kind of text a random part. Fonts are reduced to the characters of the alphabet.
"""

import argparse
import concurrent.futures
import io
import json
import lzma
import os
import random
import tarfile

from fontTools import subset
from fontTools.ttLib import TTFont

from .alphabet import ALPHABET
from .corpus import MORE_LATIN

MEBIBYTE = 1 << 20

TEXT_BYTES = 14_000_000
"""Texts of the pack, before compression."""

TEXT_WEIGHTS = {"en": 8.0, "documents": 4.0, "code": 4.0, **dict.fromkeys(("ru", "uk", "el", "vi"), 4.0), **dict.fromkeys(("be", "bg", "sr", "mk", "kk", "mn"), 1.5), **dict.fromkeys(MORE_LATIN, 0.4)}
"""How much of a kind of text the pack has at most, beside the languages that have 1."""

SHORT_TEXT_WEIGHT = 0.3
"""The same for labels and words, of which less is enough."""

# Pillow's basic layout reads the glyphs, their widths, their hinting and the old kerning table.
KEPT = {"glyf", "loca", "head", "hhea", "hmtx", "maxp", "cmap", "post", "name", "OS/2", "CFF ", "cvt ", "fpgm", "prep", "kern", "GlyphOrder"}


def pack(fonts_path, corpus_path, out, mebibytes, workers):
    """Writes the pack, of at most `mebibytes`, and returns how many fonts it has."""
    with open(corpus_path, encoding="utf-8") as file:
        corpus = reduced_corpus(json.load(file), random.Random(1))
    texts = json.dumps(corpus, ensure_ascii=False).encode()
    room = mebibytes * MEBIBYTE - len(lzma.compress(texts))
    with open(fonts_path, encoding="utf-8") as file:
        fonts = in_order_of_use(json.load(file))
    listed, files = [], []
    with concurrent.futures.ProcessPoolExecutor(workers) as pool:
        for font, data in zip(fonts, pool.map(reduced_font, [font["file"] for font in fonts], chunksize=4)):
            if data is None:
                continue
            # Compressed alone a font is larger than it will be beside its relatives.
            room -= len(lzma.compress(data)) + 200
            if room < 0:
                pool.shutdown(cancel_futures=True)
                break
            name = f"fonts/{len(files):04}{os.path.splitext(font['file'])[1].lower()}"
            files.append((name, data))
            listed.append({**font, "file": name})
    files = [("corpus.json", texts), ("fonts.json", json.dumps(listed, ensure_ascii=False).encode()), *files]
    with tarfile.open(out, "w:xz") as archive:
        for name, data in files:
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return listed


def unpack(path, folder):
    """Unpacks a pack into `folder`."""
    with tarfile.open(path) as archive:
        archive.extractall(folder, filter="data")


def reduced_corpus(corpus, rng):
    """At most `TEXT_BYTES` of the corpus: of each kind of text the same share, but all of those that have little."""
    sizes = {(part, kind): sum(len(text.encode()) for text in texts) for part, kinds in corpus.items() for kind, texts in kinds.items()}
    weight = {(part, kind): TEXT_WEIGHTS.get(kind, 1.0) if part == "texts" else SHORT_TEXT_WEIGHT for part, kind in sizes}
    lower, upper = 0.0, 10.0 * max(sizes.values())
    for _ in range(50):
        limit = (lower + upper) / 2
        fits = sum(min(size, weight[key] * limit) for key, size in sizes.items()) <= TEXT_BYTES
        lower, upper = (limit, upper) if fits else (lower, limit)
    reduced = {part: {} for part in corpus}
    for (part, kind), size in sizes.items():
        texts = corpus[part][kind]
        share = min(1.0, weight[part, kind] * lower / size) if size else 1.0
        reduced[part][kind] = rng.sample(texts, int(len(texts) * share))
    return reduced


def in_order_of_use(fonts):
    """`fonts` with an upright style of every family first, then the bold and slanted ones, then all others."""

    def rank(font):
        style = font["style"].lower()
        plain = style in ("regular", "book", "roman", "normal", "medium", "text")
        scripts = sum(letter in font["characters"] for letter in "жλếұ⌘─")
        return (0 if plain else 1 if style in ("bold", "italic", "oblique") else 2 if style in ("bold italic", "bold oblique", "light", "semibold") else 3, -scripts, font["file"])

    ordered, families = sorted(fonts, key=rank), set()
    first = [font for font in ordered if not (font["family"] in families or families.add(font["family"]))]
    chosen = {font["file"] for font in first}
    return first + [font for font in ordered if font["file"] not in chosen]


def reduced_font(path):
    """The font file with only the characters of the alphabet, or None if it cannot be reduced."""
    options = subset.Options(hinting=True, layout_features=[], notdef_outline=True, glyph_names=False, legacy_kern=True, name_IDs=[1, 2], desubroutinize=False)
    try:
        with TTFont(path, lazy=True) as font:
            options.drop_tables += [table for table in font.keys() if table not in KEPT]
        font = subset.load_font(path, options)
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=map(ord, ALPHABET))
        subsetter.subset(font)
        data = io.BytesIO()
        subset.save_font(font, data, options)
        font.close()
    except Exception as error:  # noqa: BLE001 fontTools raises errors of many kinds for broken fonts
        print(path, "left out:", error)
        return None
    return data.getvalue()


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--out", default="runs/pack.tar.xz")
    arguments.add_argument("--fonts", default="runs/fonts.json")
    arguments.add_argument("--corpus", default="runs/corpus.json")
    arguments.add_argument("--mebibytes", type=float, default=30, help="most size of the pack")
    arguments.add_argument("--workers", type=int, default=2)
    arguments.add_argument("--unpack", metavar="FILE", help="unpack this pack instead")
    arguments.add_argument("--to", default="runs", help="the folder that it is unpacked to")
    options = arguments.parse_args()
    if options.unpack:
        unpack(options.unpack, options.to)
        return
    fonts = pack(options.fonts, options.corpus, options.out, options.mebibytes, options.workers)
    print(f"{len(fonts)} fonts, {len({font['family'] for font in fonts})} families, {os.path.getsize(options.out) / MEBIBYTE:.1f} MiB")


if __name__ == "__main__":
    main()
