"""What is true of segments that were read, and the lines that stand for reading."""

import json
import os
import random
import tempfile
import unittest

from imagetotext_training.layout_truth import Matched, Truth
from imagetotext_training.simulated_lines import lines_of

# Text, left, top, right, bottom, block, row, cell, kind: a row of a table above two columns of text.
WORDS = [
    ["Tea", 0, 0, 30, 10, 0, 1, 2, "table"],
    ["2.50", 200, 0, 240, 10, 0, 1, 3, "table"],
    ["one", 0, 40, 30, 50, 4, -1, -1, "paragraph"],
    ["two", 35, 40, 60, 50, 4, -1, -1, "paragraph"],
    ["three", 0, 55, 40, 65, 4, -1, -1, "paragraph"],
    ["four", 200, 40, 240, 50, 5, -1, -1, "paragraph"],
]


def truth():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "page.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump(WORDS, file)
        return Truth(path)


class Segments(unittest.TestCase):
    def setUp(self):
        boxes = [(0, 0, 31, 10), (199, 0, 241, 10), (0, 40, 30, 50), (34, 40, 61, 50), (199, 40, 241, 50)]
        self.matched = Matched({"segments": [(*box, 10, "") for box in boxes]}, truth())

    def test_cells_of_a_row_are_read_across(self):
        self.assertEqual(self.matched.across(0, 1), (1, 0))

    def test_words_of_a_line_are_read_across_in_one_cell(self):
        self.assertEqual(self.matched.across(2, 3), (1, 1))

    def test_columns_are_not_read_across(self):
        self.assertEqual(self.matched.across(3, 4)[0], 0)

    def test_blocks_have_the_place_of_their_words(self):
        self.assertEqual(self.matched.of_block([[[2, 3]]]), (2.5, "paragraph"))
        self.assertEqual(self.matched.of_block([[[4]]]), (5.0, "paragraph"))


class Lines(unittest.TestCase):
    def test_words_that_are_near_are_one_line(self):
        lines = lines_of(truth(), random.Random(1))
        texts = sorted(" ".join(word["text"] for word in line["words"]) for line in lines)
        self.assertEqual(texts, ["2.50", "Tea", "four", "one two", "three"])
