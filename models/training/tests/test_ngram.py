"""The n-gram models: their probabilities sum to one, and their file has every n-gram of the training texts."""

import io
import math
import unittest

import numpy

from imagetotext_training.alphabet import ALPHABET
from imagetotext_training.ngram import LOG_SCALE, MOST_SYMBOLS, Order, build_model, fold, save, symbols_of

TEXTS = ["Tea for two, and two for tea", "THE TEA 12.50", "tea 93", "漢tea"]
SYMBOLS = symbols_of(TEXTS, "latin")


def symbol(character):
    return SYMBOLS.index(fold(character)) + 1


def ngram(text):
    return numpy.uint64(int.from_bytes(bytes(map(symbol, text)), "big"))


def probability(orders, text):
    """Probability of the last character of `text` after the others, with back-off."""
    order = orders[len(text) - 1]
    index = numpy.searchsorted(order.ngrams, ngram(text))
    if index < len(order.ngrams) and order.ngrams[index] == ngram(text):
        return order.probabilities[index]
    if len(text) == 1:
        return (1 - order.probabilities.sum()) / (len(SYMBOLS) - len(order.ngrams))
    context = orders[len(text) - 2]
    index = numpy.searchsorted(context.ngrams, ngram(text[:-1]))
    known = index < len(context.ngrams) and context.ngrams[index] == ngram(text[:-1])
    return (context.backoff_weights[index] if known else 1.0) * probability(orders, text[1:])


class Ngram(unittest.TestCase):
    def setUp(self):
        self.orders = build_model(TEXTS, SYMBOLS, min_counts=(1, 1, 2, 2))

    def test_probabilities_sum_to_one(self):
        for context in ("", " te", "tea", " tw", "o f", "000"):
            self.assertAlmostEqual(sum(probability(self.orders, context + c) for c in SYMBOLS), 1, places=9)

    def test_letter_case_is_ignored_and_digits_count_as_one(self):
        self.assertEqual(ngram("TEA 9"), ngram("tea 1"))
        self.assertGreater(probability(self.orders, "te" + "a"), 0.9)
        self.assertGreater(probability(self.orders, "ea "), probability(self.orders, "eaw"))

    def test_a_model_has_the_letters_of_its_script_and_the_signs(self):
        texts = ["Чай за 5 €", "a файл", "α"]
        self.assertEqual(symbols_of(texts, "cyrillic"), sorted(" 0€чайзфл"))
        self.assertEqual(symbols_of(texts, "greek"), sorted(" 0€α"))

    def test_a_model_has_no_more_symbols_than_a_byte_can_number(self):
        symbols = symbols_of([ALPHABET, ALPHABET[:300]], "latin")
        self.assertEqual(len(symbols), MOST_SYMBOLS)
        self.assertIn("é", symbols)

    def test_ngrams_do_not_reach_across_texts_or_unknown_characters(self):
        bigrams = set(self.orders[1].ngrams.tolist())
        self.assertIn(int(ngram(" t")), bigrams)
        # "a" ends one text and "t" begins the next one.
        self.assertNotIn(int(ngram("at")), bigrams)
        # "tea" occurs five times, the last time after a character that has no symbol.
        count = lambda text: self.orders[len(text) - 1].counts[numpy.searchsorted(self.orders[len(text) - 1].ngrams, ngram(text))]
        self.assertEqual((count("tea"), count(" tea")), (5, 4))

    def test_the_file_has_every_ngram_once(self):
        file = io.BytesIO()
        for _ in range(2):
            save(self.orders, SYMBOLS, file)
        half = len(file.getvalue()) // 2
        self.assertEqual(file.getvalue()[:half], file.getvalue()[half:])
        symbols, rest = file.getvalue()[:half].split(b"\n", 1)
        self.assertEqual(symbols.decode(), "".join(SYMBOLS))
        self.assertEqual(rest[0], len(self.orders))
        rest = rest[1:]
        for index, order in enumerate(self.orders):
            size = int.from_bytes(rest[:4], "little")
            self.assertEqual(size, len(order.ngrams))
            columns = 2 if index + 1 == len(self.orders) else 4
            stored = numpy.frombuffer(rest[4 : 4 + columns * size], numpy.uint8).reshape(columns, size)
            self.assertEqual(stored[0].tolist(), (order.ngrams & numpy.uint64(255)).tolist())
            for level, value in zip(stored[1].tolist(), order.probabilities):
                self.assertAlmostEqual(level / LOG_SCALE, -math.log(value), delta=0.5 / LOG_SCALE + 1e-9)
            if columns == 4:
                self.assertEqual(stored[3].sum(), len(self.orders[index + 1].ngrams))
            rest = rest[4 + columns * size :]
        self.assertEqual(rest, b"")

    def test_pruning_removes_rare_ngrams(self):
        full, pruned = build_model(TEXTS, SYMBOLS, min_counts=(1, 1)), build_model(TEXTS, SYMBOLS, min_counts=(1, 3))
        self.assertIsInstance(pruned[1], Order)
        self.assertLess(len(pruned[1].ngrams), len(full[1].ngrams))


if __name__ == "__main__":
    unittest.main()
