"""Scores of recognised texts, and the groups of pictures in the tables."""

import pathlib
import unittest

from imagetotext_training.compare_programs import language, picture_class, size, table
from imagetotext_training.score import Score


class Scores(unittest.TestCase):
    def test_typographic_punctuation_and_white_space_do_not_count(self):
        score = Score.of("“a”  –\nb", '"a" - b')
        self.assertEqual((score.edits, score.f1()), (0, 1.0))

    def test_wrong_letters_and_missing_words_count(self):
        score = Score.of("one two three", "one twa")
        self.assertEqual(score.edits, 7)
        self.assertAlmostEqual(score.f1(), 2 / 5)

    def test_sums_are_weighted_by_length(self):
        total = Score.sum([Score.of("aaaa", "aaaa"), Score.of("b", "c")])
        self.assertAlmostEqual(total.error_rate(), 1 / 5)


class Groups(unittest.TestCase):
    truth = pathlib.Path("cases/receipt-needle/pt_BR-14px-03.txt")

    def test_file_names_give_class_language_and_size(self):
        self.assertEqual((picture_class(self.truth), language(self.truth), size(self.truth)), ("receipt-needle", "pt_BR", "≤14 px"))

    def test_a_table_has_a_row_for_each_group_and_one_for_all(self):
        rows = table("class", picture_class, {"It": {self.truth: Score.of("a", "a")}}).split("\n")
        self.assertEqual(rows[2:], ["| receipt-needle | 1 | 0.00 % | 100.00 % |", "| all | 1 | 0.00 % | 100.00 % |"])


if __name__ == "__main__":
    unittest.main()
