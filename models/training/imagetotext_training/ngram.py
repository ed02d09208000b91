"""The character n-gram language model that settles the recogniser's doubts: `python -m imagetotext_training.ngram`.

It gives the probability of a character after the up to four before it. Letter case is ignored, and all digits count
as one. Counts are interpolated by Witten-Bell smoothing ("The zero-frequency problem", 1991); rare n-grams are pruned
and left to shorter ones by back-off weights. Each script has a model of its own, so that its letters are as probable
there as in a text of that script alone. `src/engine/ngram.rs` reads the file.
"""

import argparse
import json
import random
from collections import Counter

import numpy

from .alphabet import ALPHABET, script
from .catalogues import SCRIPT_OF
from .corpus import held_out
from .receipt_text import ReceiptText
from .text_generator import TextGenerator

MIN_COUNTS = {"latin": (1, 3, 5, 9, 15), "cyrillic": (1, 2, 3, 5, 8), "greek": (1, 2, 2, 3, 4)}
"""For each script how often an n-gram of one, two, three, four and five characters must occur to be kept."""

LOG_SCALE = 16
"""Quantised levels for a factor of e in a stored probability; level 255 is the least probability."""

RECEIPT_CHARACTERS = 5_000_000
"""Characters of generated receipts, of which the corpus has none, beside 60 million of other texts."""

TEXT_BREAK = 255
"""Symbol between two texts: no n-gram reaches across it."""

MOST_SYMBOLS = 254
"""Symbols of one model at most: a byte less that of other characters and the break."""


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--corpus", default="runs/corpus.json")
    arguments.add_argument("--out", default="../ngram.bin")
    options = arguments.parse_args()
    with open(options.out, "wb") as file:
        for name, min_counts in MIN_COUNTS.items():
            texts = training_texts(options.corpus, name)
            symbols = symbols_of(texts, name)
            orders = build_model(texts, symbols, min_counts)
            save(orders, symbols, file)
            print(name, len(symbols), "symbols;", *(len(order.ngrams) for order in orders), flush=True)


def training_texts(corpus, name):
    """All training texts in the script `name`, shuffled; none of those held out for validation."""
    with open(corpus, encoding="utf-8") as file:
        data = json.load(file)
    in_script = lambda kind: SCRIPT_OF.get(kind, "latin") == name
    texts = [text for part in ("texts", "labels") for kind, listed in data[part].items() if in_script(kind) for text in listed if not held_out(text)]
    texts += [" ".join(words) for kind, words in data["words"].items() if in_script(kind)]
    if name == "latin":
        receipts, size = ReceiptText(TextGenerator(99, corpus)), 0
        while size < RECEIPT_CHARACTERS:
            receipts.pick_style()
            rows = [" ".join(row) for row in receipts.rows(30)]
            texts += rows
            size += sum(map(len, rows))
    random.Random(1).shuffle(texts)
    return texts


def fold(character):
    """The symbol of `character`: one for all digits, and one for both cases of a letter."""
    lower = character.lower()
    return "0" if character in "0123456789" else lower if len(lower) == 1 else character


def symbols_of(texts, name):
    """The symbols of the model of a script: its letters and the signs that `texts` have, the most frequent ones.

    The i-th has the number i + 1; 0 is any other character.
    """
    counts = Counter()
    for text in texts:
        counts.update(text)
    folded = Counter()
    for character, count in counts.items():
        if character in ALPHABET and script(character) in (name, None):
            folded[fold(character)] += count
    return sorted(symbol for symbol, _ in folded.most_common(MOST_SYMBOLS))


class Order:
    """The n-grams of one length: sorted numbers with one byte for each symbol, their counts and their probabilities.

    `shorter` are the probabilities of the same last symbols after contexts that are one symbol shorter.
    """

    def __init__(self, ngrams, counts, shorter):
        self.ngrams, self.counts, self.backoff_weights = ngrams, counts, None
        _, context = numpy.unique(ngrams >> numpy.uint64(8), return_inverse=True)
        total, distinct = numpy.bincount(context, counts), numpy.bincount(context)
        self.probabilities = (counts + distinct[context] * shorter) / (total + distinct)[context]

    def index_of(self, ngrams):
        """The indices of `ngrams`, all of which this order has."""
        return numpy.searchsorted(self.ngrams, ngrams)

    def prune(self, kept):
        self.ngrams, self.counts, self.probabilities = self.ngrams[kept], self.counts[kept], self.probabilities[kept]


def build_model(texts, symbols, min_counts):
    """The orders of the model of `symbols`, from unigrams up."""
    numbers = {symbol: number for number, symbol in enumerate(symbols, 1)}
    symbol_of = numpy.zeros(0x110000, numpy.uint8)
    for character in ALPHABET:
        symbol_of[ord(character)] = numbers.get(fold(character), 0)
    symbol_of[ord("\n")] = TEXT_BREAK
    joined = "\n".join(f" {' '.join(text.split())} " for text in texts)
    text = symbol_of[numpy.frombuffer(joined.encode("utf-32-le"), numpy.uint32)].astype(numpy.uint64)
    orders = []
    for length in range(1, len(min_counts) + 1):
        ngrams, counts = numpy.unique(ngrams_of(text, length), return_counts=True)
        shorter = orders[-1].probabilities[orders[-1].index_of(ngrams & mask(length - 1))] if orders else 1 / len(symbols)
        orders.append(Order(ngrams, counts, shorter))
    for order, count in zip(orders, min_counts):
        order.prune(order.counts >= count)
    for length, (order, longer) in enumerate(zip(orders, orders[1:]), 1):
        # The probability that the kept n-grams leave over is shared out in proportion to the shorter context.
        parent = order.index_of(longer.ngrams >> numpy.uint64(8))
        shorter = order.probabilities[order.index_of(longer.ngrams & mask(length))]
        left = 1 - numpy.bincount(parent, longer.probabilities, len(order.ngrams))
        order.backoff_weights = left.clip(1e-9) / (1 - numpy.bincount(parent, shorter, len(order.ngrams))).clip(1e-9)
        order.child_counts = numpy.bincount(parent, minlength=len(order.ngrams))
    return orders


def mask(length):
    return numpy.uint64((1 << 8 * length) - 1)


def ngrams_of(symbols, length):
    """The numbers of all n-grams of `length` known symbols, in order of the text."""
    count = len(symbols) - length + 1
    ngrams, valid = numpy.zeros(count, numpy.uint64), numpy.ones(count, bool)
    for start in range(length):
        symbol = symbols[start : start + count]
        ngrams = ngrams << numpy.uint64(8) | symbol
        valid &= (symbol != 0) & (symbol != TEXT_BREAK)
    return ngrams[valid]


def save(orders, symbols, file):
    """Adds a model to the open `file`; the file has one for each script, one after the other.

    A model begins with its symbols as a line of UTF-8 text and the number of orders (8 bits). Each order has its
    number of n-grams (32 bits, little-endian) and then columns of one byte for each n-gram: its last symbol, its
    probability and, except in the last order, its back-off weight and how many n-grams of the next order it begins.
    Those stand there in the same order. Probabilities and weights are quantised logarithms (`LOG_SCALE`).
    """
    file.write(("".join(symbols) + "\n").encode())
    file.write(bytes([len(orders)]))
    for order in orders:
        file.write(len(order.ngrams).to_bytes(4, "little"))
        file.write((order.ngrams & mask(1)).astype(numpy.uint8).tobytes() + quantized_logs(order.probabilities))
        if order.backoff_weights is not None:
            file.write(quantized_logs(order.backoff_weights) + order.child_counts.astype(numpy.uint8).tobytes())


def quantized_logs(values):
    return (-numpy.log(values) * LOG_SCALE).round().clip(0, 255).astype(numpy.uint8).tobytes()


if __name__ == "__main__":
    main()
