"""Evaluation pictures: the same seed gives the same picture, its fonts are held out, and its text is beside it."""

import os
import pathlib
import random
import tempfile
import unittest

import numpy

from imagetotext_training import receipt_printer
from imagetotext_training.evaluation_cases import damage, receipts, table_pages, window_pages
from imagetotext_training.evaluation_cases.__main__ import save
from imagetotext_training.evaluation_cases.classes import CLASSES, Case
from imagetotext_training.evaluation_cases.table_pages import TablePages
from imagetotext_training.evaluation_cases.texts import LANGUAGES, Texts, is_prose
from imagetotext_training.evaluation_cases.window_pages import WindowPages
from imagetotext_training.fonts import HELD_OUT

PARAGRAPHS = {language: ["A lamp that hangs above the table lights the whole of the room."] for language in LANGUAGES} | {"code": ["if x:\n    return 'y'"]}


def texts(seed=3):
    return Texts(random.Random(seed), PARAGRAPHS)


class Cases(unittest.TestCase):
    def test_there_are_enough_classes_for_three_hundred_pictures(self):
        self.assertGreaterEqual(20 * len(CLASSES), 300)

    def test_fonts_of_windows_are_held_out(self):
        for family in (*window_pages.SANS, *window_pages.SERIF, *window_pages.MONO):
            self.assertTrue(family.startswith(HELD_OUT), family)

    def test_fonts_of_receipts_are_held_out(self):
        trained = {os.path.basename(path) for path, _ in receipt_printer.BITMAP_FONTS}
        self.assertTrue(trained.isdisjoint({"6x12.pcf.gz", "8x16.pcf.gz", "12x24.pcf.gz"}))

    def test_the_same_seed_gives_the_same_window(self):
        for kind in ("article", "chat", "code", "terminal", "table", "settings", "slide", "cards", "listing"):
            bodies = [getattr(WindowPages(texts(), "en", window_pages.DARK[0]), kind)() for _ in range(2)]
            self.assertEqual(*bodies)
            self.assertGreater(len(bodies[0]), 100, kind)

    def test_receipts_have_text_within_their_columns(self):
        for language in receipts.LANGUAGES:
            lines = receipts.receipt_lines(texts(), language)
            self.assertTrue(any(str(line).strip("- ") for line in lines))
            self.assertLessEqual(max(map(len, lines)), receipts.COLUMNS + 2)

    def test_damage_keeps_colour_channels_and_contrast(self):
        page = numpy.full((120, 160, 3), 255, numpy.uint8)
        page[50:60, 20:140] = 0
        for effect in (damage.scanned, damage.skewed, damage.photographed, damage.faxed, damage.crumpled):
            damaged = effect(page, numpy.random.default_rng(1))
            self.assertEqual((damaged.shape[2], damaged.dtype), (3, numpy.uint8))
            self.assertGreater(float(damaged.max()) - float(damaged.min()), 60)

    def test_a_table_fills_its_grid(self):
        for group in table_pages.GROUPS:
            for seed in range(8):
                rows = TablePages(texts(seed), "en").table(group)
                taken = set()
                for row, cells in enumerate(rows):
                    column = 0
                    for cell in cells:
                        while (row, column) in taken:
                            column += 1
                        places = {(row + down, column + right) for down in range(cell.rows) for right in range(cell.columns)}
                        self.assertTrue(taken.isdisjoint(places), group)
                        taken |= places
                width = max(column for _, column in taken) + 1
                self.assertEqual(len(taken), len(rows) * width, group)

    def test_lists_of_options_are_not_prose(self):
        self.assertTrue(is_prose(PARAGRAPHS["en"][0]))
        self.assertFalse(is_prose("--verbose=3 -x /usr/lib -o out.txt --level 9 --all -q -z /etc/hosts 1 2 3"))

    def test_a_case_is_a_picture_with_its_text_beside_it(self):
        with tempfile.TemporaryDirectory() as folder:
            save(Case(numpy.zeros((8, 8, 3), numpy.uint8), "one\u00a0 two\n\nthree", "en", 14), pathlib.Path(folder), 7)
            self.assertEqual(sorted(os.listdir(folder)), ["en-14px-07.png", "en-14px-07.txt"])
            self.assertEqual((pathlib.Path(folder) / "en-14px-07.txt").read_text(), "one two\nthree\n")


if __name__ == "__main__":
    unittest.main()
