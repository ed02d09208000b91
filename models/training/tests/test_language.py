"""Counts of characters become probabilities that sum to one, of what training may see and of nothing else."""

import math
import pathlib
import tempfile
import unittest

import numpy

from imagetotext_training.language import STEPS, SYMBOLS, Level, folded, model, save

TEXTS = ["Tea for two, and two for tea", "THE TEA 12.50", "tea 93", "漢tea"]


def number(character):
    return SYMBOLS.index(folded(character)) + 1


def row(text):
    return numpy.uint64(int.from_bytes(bytes(map(number, text)), "big"))


def chance(levels, text):
    """Probability of the last character of `text` after the others."""
    level = levels[len(text) - 1]
    place = numpy.searchsorted(level.rows, row(text))
    if place < len(level.rows) and level.rows[place] == row(text):
        return level.chances[place]
    if len(text) == 1:
        return (1 - level.chances.sum()) / (len(SYMBOLS) - len(level.rows))
    before = levels[len(text) - 2]
    place = numpy.searchsorted(before.rows, row(text[:-1]))
    known = place < len(before.rows) and before.rows[place] == row(text[:-1])
    return (before.backoffs[place] if known else 1.0) * chance(levels, text[1:])


class Language(unittest.TestCase):
    def setUp(self):
        self.levels = model(TEXTS, least=(1, 1, 2, 2))

    def test_probabilities_sum_to_one(self):
        for before in ("", " te", "tea", " tw", "o f", "zzz"):
            self.assertAlmostEqual(sum(chance(self.levels, before + c) for c in SYMBOLS), 1, places=9)

    def test_cases_are_one_and_digits_are_one(self):
        self.assertEqual(row("TEA 9"), row("tea 1"))
        self.assertGreater(chance(self.levels, "te" + "a"), 0.9)
        self.assertGreater(chance(self.levels, "ea "), chance(self.levels, "eaw"))

    def test_rows_do_not_reach_across_texts_or_unknown_characters(self):
        rows = set(self.levels[1].rows.tolist())
        self.assertIn(int(row(" t")), rows)
        # "a" ends one text and "t" begins the next one.
        self.assertNotIn(int(row("at")), rows)
        # Of the five times that "tea" occurs, the last follows a character that has no symbol.
        count = lambda text: self.levels[len(text) - 1].counts[numpy.searchsorted(self.levels[len(text) - 1].rows, row(text))]
        self.assertEqual((count("tea"), count(" tea")), (5, 4))

    def test_the_file_has_every_row_once(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "language.bin"
            save(self.levels, path)
            symbols, rest = path.read_bytes().split(b"\n", 1)
        self.assertEqual(symbols.decode(), "".join(SYMBOLS))
        self.assertEqual(rest[0], len(self.levels))
        rest = rest[1:]
        for index, level in enumerate(self.levels):
            size = int.from_bytes(rest[:4], "little")
            self.assertEqual(size, len(level.rows))
            columns = 2 if index + 1 == len(self.levels) else 4
            told = numpy.frombuffer(rest[4 : 4 + columns * size], numpy.uint8).reshape(columns, size)
            self.assertEqual(told[0].tolist(), (level.rows & numpy.uint64(255)).tolist())
            for stored, value in zip(told[1].tolist(), level.chances):
                self.assertAlmostEqual(stored / STEPS, -math.log(value), delta=0.5 / STEPS + 1e-9)
            if columns == 4:
                self.assertEqual(told[3].sum(), len(self.levels[index + 1].rows))
            rest = rest[4 + columns * size :]
        self.assertEqual(rest, b"")

    def test_rare_rows_leave_their_probability_to_shorter_ones(self):
        rare, kept = model(TEXTS, least=(1, 1)), model(TEXTS, least=(1, 3))
        self.assertIsInstance(kept[1], Level)
        self.assertLess(len(kept[1].rows), len(rare[1].rows))


if __name__ == "__main__":
    unittest.main()
