"""How sure a word is that was read: `python -m imagetotext_training.word_confidence PICTURES...`.

Each directory has `NAME.json`, the output of `imagetotext --format json`, beside `NAME.txt`, the true text. Words whose
letters differ from the true text are wrong. Logistic regression on the tuning half of each directory gives the weights
in `src/engine/word_confidence.rs`, which has the same features; the curve is that of the test half. The halves are
those of `xtask/src/bench/cases.rs`.
"""

import argparse
import json
import math
import re
from collections import Counter
from pathlib import Path

import numpy
from rapidfuzz.distance import Levenshtein

from .ngram import LOG_SCALE

FEATURES = ("weakest", "mean of line", "weak in line", "usual", "least usual", "usual in sum", "mixed case", "single")
MOST_RATIO = 4.0
"""Log-ratios of the language model beyond this say no more."""

PLAIN_SIGNS = str.maketrans("’‘“”–—−‐ſ", "''\"\"----s")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("pictures", nargs="+", type=Path)
    arguments.add_argument("--ngram", default="../ngram.bin", type=Path)
    arguments.add_argument("--any-case", default="receipt", help="directories of this name have texts in capitals")
    options = arguments.parse_args()
    model = NgramModel(options.ngram.read_bytes())
    halves = ([], [])
    for directory in options.pictures:
        for index, truth in enumerate(sorted(directory.glob("*.txt"), key=lambda path: path.stem.encode())):
            document = json.loads(truth.with_suffix(".json").read_text())
            text = truth.read_text()
            halves[index % 2].extend(words_of(document, text, model, directory.name == options.any_case))
    tune, test = halves
    bias, weights = fit(*arrays(tune))
    print("bias", round(bias, 3), *(f"{name} {weight:.3f}" for name, weight in zip(FEATURES, weights)))
    features, wrong = arrays(test)
    print("now   ", curve(wrong, -features[:, 0]))
    print("fitted", curve(wrong, features @ weights))
    for threshold in (0.5, 0.6, 0.7, 0.8, 0.9):
        marked = probability(features, bias, weights) > 1 - threshold
        share = wrong[marked].mean() if marked.any() else 0
        print(f"below {threshold}: {marked.sum()} of {len(wrong)} words, {share:.2f} of them wrong; {wrong[marked].sum() / max(1, wrong.sum()):.2f} of the wrong ones")


class NgramModel:
    """The first model of `ngram.bin`, that of Latin; see `ngram.save`."""

    def __init__(self, data):
        end = data.index(b"\n")
        self.symbols = {symbol: index + 1 for index, symbol in enumerate(data[:end].decode())}
        count, at = data[end + 1], end + 2
        self.orders = []
        for order in range(1, count + 1):
            size, at = int.from_bytes(data[at : at + 4], "little"), at + 4
            columns = []
            for length in (size, size, *([size] * 2 if order < count else ())):
                columns.append(numpy.frombuffer(data[at : at + length], numpy.uint8).astype(int))
                at += length
            begins = numpy.concatenate([[0], numpy.cumsum(columns[3])]) if order < count else None
            self.orders.append((columns[0], columns[1], columns[2] if order < count else None, begins))

    def symbol(self, character):
        """0 for a character that was not counted."""
        return self.symbols.get("0" if character in "0123456789" else character.lower(), 0)

    def find(self, context, length, symbol):
        symbols = self.orders[length][0]
        if length == 0:
            begin, end = 0, len(symbols)
        elif context[length - 1] is None:
            return None
        else:
            begin, end = self.orders[length - 1][3][context[length - 1] :][:2]
        place = begin + numpy.searchsorted(symbols[begin:end], symbol)
        return place if place < end and symbols[place] == symbol else None

    def after(self, context, symbol):
        """The context of the next character."""
        lengths = len(self.orders) - 1
        return [self.find(context, length, symbol) if symbol else None for length in range(lengths)]

    def log_ratio(self, context, symbol):
        """Logarithm of the ratio between the probability of a symbol in a context and anywhere."""
        anywhere = self.find(context, 0, symbol)
        steps = 0 if anywhere is None else -self.orders[0][1][anywhere]
        for length in reversed(range(len(self.orders))):
            place = self.find(context, length, symbol)
            if place is not None:
                steps += self.orders[length][1][place]
                break
            if length > 0 and context[length - 1] is not None:
                steps += self.orders[length - 1][2][context[length - 1]]
        return -steps / LOG_SCALE

    def ratios(self, before, word):
        """Of each letter and digit of a word, and of the blank after it."""
        context = [None] * (len(self.orders) - 1)
        for character in f" {before[-4:]} " if before else " ":
            context = self.after(context, self.symbol(character))
        ratios = []
        for character in word + " ":
            symbol = self.symbol(character)
            ratio = self.log_ratio(context, symbol) if symbol else 0.0
            ratios.append(max(-MOST_RATIO, min(MOST_RATIO, ratio)))
            context = self.after(context, symbol)
        return ratios


def log_odds(probability):
    bounded = min(max(probability, 1e-4), 1 - 1e-4)
    return math.log(bounded / (1 - bounded))


def features_of(line, index, model):
    """Of one word of a line, in the order of `FEATURES`."""
    word = line[index]
    characters = sorted(c for each in line for c in each["characters"])
    ratios = model.ratios(line[index - 1]["text"] if index else "", word["text"])
    return [
        log_odds(min(word["characters"])),
        log_odds(sum(characters) / len(characters)),
        log_odds(characters[len(characters) // 10]),
        sum(ratios) / len(ratios),
        min(ratios),
        sum(ratios),
        any(a.islower() and b.isupper() for a, b in zip(word["text"], word["text"][1:])),
        sum(c.isalnum() for c in word["text"]) == 1,
    ]


def words_of(document, truth, model, any_case=False):
    """The features of each word with a letter or digit, and whether it is wrong."""
    document = document[0] if isinstance(document, list) else document
    lines = [line["words"] for page in document["pages"] for block in page["blocks"] for line in block["lines"]]
    plain = lambda text: (text.casefold() if any_case else text).translate(PLAIN_SIGNS)
    truth = plain(truth)
    unused = Counter(core(word) for word in truth.split())
    read = "".join(plain(word["text"]) for line in lines for word in line)
    differs = numpy.zeros(len(read), bool)
    for operation in Levenshtein.opcodes(read, "".join(truth.split())):
        if operation.tag != "equal":
            differs[operation.src_start : operation.src_end] = True
    begin, words = 0, []
    for line in lines:
        for index, word in enumerate(line):
            text = plain(word["text"])
            is_wrong, begin = differs[begin : begin + len(text)].any(), begin + len(text)
            if not re.search(r"\w", text):
                continue
            # A word that stands elsewhere in the text was read in another order.
            is_wrong = bool(is_wrong and unused[core(text)] <= 0)
            unused[core(text)] -= not is_wrong
            words.append((features_of(line, index, model), is_wrong))
    return words


def core(word):
    return re.sub(r"^\W+|\W+$", "", word)


def arrays(words):
    return numpy.array([features for features, _ in words], float), numpy.array([wrong for _, wrong in words], bool)


def fit(features, wrong, penalty=1.0, steps=25):
    """Bias and weights of the log-odds that a word is wrong; Newton's method on scaled features."""
    mean, scale = features.mean(0), features.std(0) + 1e-9
    scaled = numpy.hstack([numpy.ones((len(features), 1)), (features - mean) / scale])
    weights, ridge = numpy.zeros(scaled.shape[1]), penalty * numpy.diag([0.0] + [1.0] * features.shape[1])
    for _ in range(steps):
        chance = 1 / (1 + numpy.exp(-scaled @ weights))
        gradient = scaled.T @ (wrong - chance) - ridge @ weights
        weights += numpy.linalg.solve((scaled.T * (chance * (1 - chance) + 1e-9)) @ scaled + ridge, gradient)
    unscaled = weights[1:] / scale
    return weights[0] - unscaled @ mean, unscaled


def probability(features, bias, weights):
    """That the words are wrong."""
    return 1 / (1 + numpy.exp(-(features @ weights + bias)))


def curve(wrong, score):
    """For shares of the wrong words, what share of the words that have to be marked for it is wrong."""
    hits = numpy.cumsum(wrong[numpy.argsort(-score, kind="stable")])
    places = {share: int(numpy.searchsorted(hits, share * hits[-1])) for share in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)}
    return " ".join(f"{share}:{hits[place] / (place + 1):.2f}" for share, place in places.items())


if __name__ == "__main__":
    main()
