import os
import struct
import tempfile
import unittest

import numpy
import torch

from imagetotext_training.script_classes import CLASSES, script_class
from imagetotext_training.train_scripts import Classifier, class_of, train, write


class ScriptClassTest(unittest.TestCase):
    def test_a_line_is_of_the_recogniser_that_knows_all_its_letters(self):
        expected = {
            "plain text, 12 %": "latin",
            "Zażółć gęślą": "latin",
            "a word in Cyrillic: слово": "alphabets",
            "một tệp": "alphabets",
            "Linux 系统": "cjk",
            "한글 text": "cjk",
            "مرحبا": "arabic",
            "שלום": "hebrew",
            "नमस्ते": "devanagari",
            "สวัสดี": "thai",
            "გამარჯობა": "other",
        }
        for text, script in expected.items():
            self.assertEqual(script_class(text), script, text)

    def test_a_single_foreign_letter_in_a_long_line_leaves_it_open(self):
        self.assertIsNone(script_class("the Hebrew letter א stands in a long line"))


class LabelTest(unittest.TestCase):
    def setUp(self):
        box = lambda left, right: numpy.array([[left, 0], [right, 0], [right, 20], [left, 20]])
        self.box = box
        self.labelled = [(box(0, 100), "latin"), (box(120, 220), "cjk"), (box(300, 400), None)]

    def test_a_found_line_has_the_class_of_what_it_covers(self):
        for (left, right), script in {(5, 95): "latin", (130, 210): "cjk", (0, 220): "cjk", (230, 290): "nothing"}.items():
            self.assertEqual(class_of(self.box(left, right), self.labelled), script)

    def test_a_line_without_a_sure_class_is_left_out(self):
        self.assertIsNone(class_of(self.box(305, 395), self.labelled))
        self.assertIsNone(class_of(self.box(90, 121), self.labelled))


class ClassifierTest(unittest.TestCase):
    def test_learns_what_separates_the_classes_and_takes_features_as_they_are(self):
        generator = torch.Generator().manual_seed(1)
        classes = torch.randint(0, len(CLASSES), (900,), generator=generator)
        features = 0.1 * torch.rand(900, 12, generator=generator)
        features[torch.arange(900), classes] += 1.0
        network = train(features, classes, epochs=20)
        self.assertGreater(float((network(features).argmax(1) == classes).float().mean()), 0.95)

    def test_the_file_holds_layers_one_after_the_other(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "scripts.bin")
            write(Classifier(4), path)
            with open(path, "rb") as file:
                content = file.read()
        layers, inputs, outputs = struct.unpack_from("<III", content)
        self.assertEqual((layers, inputs), (2, 4))
        self.assertEqual(len(content), 4 + 8 + 4 * outputs * (inputs + 1) + 8 + 4 * len(CLASSES) * (outputs + 1))


if __name__ == "__main__":
    unittest.main()
