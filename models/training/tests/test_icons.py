import unittest

from imagetotext_training.train_icons import CHARACTERS, class_of, known


class ClassTest(unittest.TestCase):
    parts = [("icon", (0, 0, 16, 16)), ("text", (20, 2, 28, 14)), ("text", (29, 2, 36, 14)), ("☐", (0, 30, 16, 46))]

    def test_a_word_has_the_class_of_what_it_covers(self):
        self.assertEqual(class_of((1, 0, 15, 16), self.parts, "1"), "icon")
        self.assertEqual(class_of((20, 1, 36, 15), self.parts, "1"), "text")
        self.assertEqual(class_of((0, 30, 16, 44), self.parts, "1"), "☐")

    def test_several_things_or_none_have_no_class(self):
        self.assertIsNone(class_of((1, 0, 30, 16), self.parts, "1"))
        self.assertIsNone(class_of((100, 0, 110, 16), self.parts, "1"))


    def test_a_word_that_its_line_lacks_has_no_class(self):
        parts = [("text", (0, 0, 90, 16), "$ ls -l")]
        self.assertEqual(class_of((2, 1, 10, 15), parts, "$"), "text")
        self.assertIsNone(class_of((2, 1, 10, 15), parts, "S"))


class KnownTest(unittest.TestCase):
    def test_characters_are_counted(self):
        one, two = known(["Q", "(("]), known(["(Ж"])
        self.assertEqual(one[0, CHARACTERS.index("Q")], 1)
        self.assertEqual(one[0, -1], 0)
        self.assertEqual(one[1, CHARACTERS.index("(")], 2)
        self.assertEqual(two[0, -2:].tolist(), [1, 1])
