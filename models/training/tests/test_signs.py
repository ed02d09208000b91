import unittest

import numpy

from imagetotext_training.sign_pages import SIGNS
from imagetotext_training.train_signs import OTHER, class_of, windows_of
from imagetotext_training.window_classifier import SIDE


class WindowTest(unittest.TestCase):
    def test_ink_is_divided_where_there_is_none_and_stands_in_the_middle(self):
        pixels = numpy.full((SIDE, 60), 0.5, numpy.float32)
        pixels[10:20, 4:8] = -0.5
        pixels[10:20, 9:21] = 0.0
        (first, left), (second, right) = windows_of(pixels)
        self.assertEqual([first, second], [(4, 8), (9, 21)])
        self.assertEqual(left.sum(), 40)
        self.assertEqual(numpy.flatnonzero(left.any(0)).tolist(), [14, 15, 16, 17])
        self.assertEqual(right[15, 16], 0.5)

    def test_ink_wider_than_a_window_is_left_out(self):
        self.assertEqual(list(windows_of(numpy.full((SIDE, SIDE + 1), -0.5, numpy.float32))), [])


class ClassTest(unittest.TestCase):
    characters = [("₴", 0, 12), ("8", 13, 23), ("%", 24, 40)]

    def test_ink_has_the_class_of_its_character(self):
        self.assertEqual(class_of(1, 11, self.characters), SIGNS.index("₴") + 1)
        self.assertEqual(class_of(14, 22, self.characters), OTHER)

    def test_characters_that_touch_are_no_sign(self):
        self.assertEqual(class_of(1, 22, self.characters), OTHER)

    def test_a_part_of_a_sign_says_nothing(self):
        self.assertIsNone(class_of(5, 8, self.characters))
        self.assertEqual(class_of(25, 29, self.characters), OTHER)
        self.assertIsNone(class_of(50, 55, self.characters))
