"""What texts are like, as the recogniser's doubts are settled by it: `python -m imagetotext_training.language`.

Counts of up to five characters in a row, large and small letters taken together and all digits as one, become
probabilities of a character after the four before it: interpolated after Witten and Bell ("The zero-frequency
problem", 1991), those of rare rows left to shorter ones. `src/engine/alphabet/language.rs` reads the file.
"""

import argparse
import json
import random

import numpy

from .alphabet import ALPHABET
from .corpus import held_out
from .phrases import Phrases
from .tills import Till

LEAST = (1, 2, 3, 5, 8)
"""How often one character, two, three, four and five in a row must occur to be kept."""

STEPS = 16
"""Steps of a stored logarithm in a factor of e; 255 of them are the least probability."""

RECEIPTS = 3_000_000
"""Characters of receipts, of which there are no texts, beside 34 million of others."""

APART = 255
"""Stands between texts: no row of characters reaches across."""


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--corpus", default="runs/corpus.json")
    arguments.add_argument("--out", default="../language.bin")
    given = arguments.parse_args()
    levels = model(texts(given.corpus))
    save(levels, given.out)
    print(" ".join(f"{len(level.rows)}" for level in levels))


def texts(corpus):
    """All texts that training may see, in an order of chance."""
    with open(corpus, encoding="utf-8") as file:
        data = json.load(file)
    found = [text for kind in data["texts"].values() for text in kind if not held_out(text)]
    found += [" ".join(words) for words in data["words"].values()]
    till, size = Till(Phrases(99, corpus)), 0
    while size < RECEIPTS:
        till.new()
        rows = [" ".join(row) for row in till.rows(30)]
        found += rows
        size += sum(map(len, rows))
    random.Random(1).shuffle(found)
    return found


def folded(character):
    """What stands for `character` in rows: digits are one, and so are the large and the small form of a letter."""
    small = character.lower()
    return "0" if character in "0123456789" else small if len(small) == 1 else character


SYMBOLS = list(dict.fromkeys(map(folded, ALPHABET)))
"""The symbols that rows are made of; the n-th has the number n + 1, and 0 is any other character."""


class Level:
    """Rows of equal length: their numbers, one byte for each symbol, ascending; how often each occurs, and its probability."""

    def __init__(self, rows, counts, shorter):
        self.rows, self.counts, self.backoffs = rows, counts, None
        _, before = numpy.unique(rows >> numpy.uint64(8), return_inverse=True)
        total, kinds = numpy.bincount(before, counts), numpy.bincount(before)
        self.chances = (counts + kinds[before] * shorter) / (total + kinds)[before]

    def place(self, rows):
        """Where `rows` are among those of this level, all of which it has."""
        return numpy.searchsorted(self.rows, rows)

    def keep(self, kept):
        self.rows, self.counts, self.chances = self.rows[kept], self.counts[kept], self.chances[kept]


def model(texts, least=LEAST):
    """The levels of the model, from single symbols up."""
    numbers = numpy.zeros(0x110000, numpy.uint8)
    for character in ALPHABET:
        numbers[ord(character)] = SYMBOLS.index(folded(character)) + 1
    numbers[ord("\n")] = APART
    joined = "\n".join(f" {' '.join(text.split())} " for text in texts)
    symbols = numbers[numpy.frombuffer(joined.encode("utf-32-le"), numpy.uint32)].astype(numpy.uint64)
    levels = []
    for length in range(1, len(least) + 1):
        rows, counts = numpy.unique(in_a_row(symbols, length), return_counts=True)
        shorter = levels[-1].chances[levels[-1].place(rows & mask(length - 1))] if levels else 1 / len(SYMBOLS)
        levels.append(Level(rows, counts, shorter))
    for level, count in zip(levels, least):
        level.keep(level.counts >= count)
    for length, (level, longer) in enumerate(zip(levels, levels[1:]), 1):
        # What the rows that were kept leave over is shared out as after the shorter row.
        begin = level.place(longer.rows >> numpy.uint64(8))
        less = level.chances[level.place(longer.rows & mask(length))]
        left = 1 - numpy.bincount(begin, longer.chances, len(level.rows))
        level.backoffs = left.clip(1e-9) / (1 - numpy.bincount(begin, less, len(level.rows))).clip(1e-9)
        level.children = numpy.bincount(begin, minlength=len(level.rows))
    return levels


def mask(length):
    return numpy.uint64((1 << 8 * length) - 1)


def in_a_row(symbols, length):
    """The numbers of all rows of `length` known symbols."""
    count = len(symbols) - length + 1
    rows, inside = numpy.zeros(count, numpy.uint64), numpy.ones(count, bool)
    for start in range(length):
        part = symbols[start : start + count]
        rows = rows << numpy.uint64(8) | part
        inside &= (part != 0) & (part != APART)
    return rows[inside]


def save(levels, path):
    """The symbols as a line of text; the number of levels; and of each level its size (32 bits), then byte by byte the
    last symbol of each row, its probability and, but for the last level, what is left to shorter rows and the number of
    rows that begin with it, which stand in the next level in the same order. Logarithms are stored in steps."""
    with open(path, "wb") as file:
        file.write(("".join(SYMBOLS) + "\n").encode())
        file.write(bytes([len(levels)]))
        for level in levels:
            file.write(len(level.rows).to_bytes(4, "little"))
            file.write((level.rows & mask(1)).astype(numpy.uint8).tobytes() + steps(level.chances))
            if level.backoffs is not None:
                file.write(steps(level.backoffs) + level.children.astype(numpy.uint8).tobytes())


def steps(chances):
    return (-numpy.log(chances) * STEPS).round().clip(0, 255).astype(numpy.uint8).tobytes()


if __name__ == "__main__":
    main()
