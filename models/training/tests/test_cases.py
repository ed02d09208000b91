"""Evaluation pictures: the same again from the same seed, of faces that training does not have, with their texts."""

import os
import pathlib
import random
import tempfile
import unittest

import numpy

from imagetotext_training import receipts
from imagetotext_training.cases import damage, rolls, windows
from imagetotext_training.cases.__main__ import save
from imagetotext_training.cases.classes import CLASSES, Case
from imagetotext_training.cases.texts import LANGUAGES, Texts, readable
from imagetotext_training.cases.windows import Windows
from imagetotext_training.fonts import HELD_OUT

PARAGRAPHS = {language: ["A lamp that hangs above the table lights the whole of the room."] for language in LANGUAGES} | {"code": ["if x:\n    return 'y'"]}


def texts(seed=3):
    return Texts(random.Random(seed), PARAGRAPHS)


class Cases(unittest.TestCase):
    def test_there_are_enough_classes_for_three_hundred_pictures(self):
        self.assertGreaterEqual(20 * len(CLASSES), 300)

    def test_windows_have_families_that_training_leaves_out(self):
        for family in (*windows.SANS, *windows.SERIF, *windows.MONO):
            self.assertTrue(family.startswith(HELD_OUT), family)

    def test_printers_have_faces_that_training_leaves_out(self):
        learned = {os.path.basename(path) for path, _ in receipts.DOT_FACES}
        self.assertTrue(learned.isdisjoint({"6x12.pcf.gz", "8x16.pcf.gz", "12x24.pcf.gz"}))

    def test_every_window_is_made_again_from_its_seed(self):
        for kind in ("article", "chat", "code", "terminal", "table", "settings", "slide", "cards", "listing"):
            made = [getattr(Windows(texts(), "en", windows.DARK[0]), kind)() for _ in range(2)]
            self.assertEqual(*made)
            self.assertGreater(len(made[0]), 100, kind)

    def test_rows_of_receipts_are_their_text(self):
        for language in rolls.LANGUAGES:
            rows = rolls.rows(texts(), language)
            self.assertTrue(any(str(row).strip("- ") for row in rows))
            self.assertLessEqual(max(map(len, rows)), rolls.COLUMNS + 2)

    def test_damage_keeps_colour_and_leaves_something_to_read(self):
        page = numpy.full((120, 160, 3), 255, numpy.uint8)
        page[50:60, 20:140] = 0
        for effect in (damage.scanned, damage.skewed, damage.photographed, damage.faxed, damage.crumpled):
            damaged = effect(page, numpy.random.default_rng(1))
            self.assertEqual((damaged.shape[2], damaged.dtype), (3, numpy.uint8))
            self.assertGreater(float(damaged.max()) - float(damaged.min()), 60)

    def test_lists_of_options_are_no_prose(self):
        self.assertTrue(readable(PARAGRAPHS["en"][0]))
        self.assertFalse(readable("--verbose=3 -x /usr/lib -o out.txt --level 9 --all -q -z /etc/hosts 1 2 3"))

    def test_a_case_is_a_picture_with_its_text_beside_it(self):
        with tempfile.TemporaryDirectory() as folder:
            save(Case(numpy.zeros((8, 8, 3), numpy.uint8), "one\u00a0 two\n\nthree", "en", 14), pathlib.Path(folder), 7)
            self.assertEqual(sorted(os.listdir(folder)), ["en-14px-07.png", "en-14px-07.txt"])
            self.assertEqual((pathlib.Path(folder) / "en-14px-07.txt").read_text(), "one two\nthree\n")


if __name__ == "__main__":
    unittest.main()
