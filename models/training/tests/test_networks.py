"""Shapes and conventions of the networks that the program relies on."""

import unittest

import torch

from imagetotext_training.alphabet import ALPHABET, CLASSES, clean, known
from imagetotext_training.corpus import held_out
from imagetotext_training.networks import Detector, Recogniser


class Networks(unittest.TestCase):
    def test_the_recogniser_returns_log_probabilities_of_two_frames_for_four_columns(self):
        with torch.no_grad():
            scores = Recogniser(CLASSES).eval()(torch.zeros(2, 1, 32, 100))
        self.assertEqual(tuple(scores.shape), (50, 2, CLASSES))
        self.assertTrue(torch.allclose(scores.exp().sum(2), torch.ones(50, 2), atol=1e-4))

    def test_the_detector_returns_probabilities_at_half_size(self):
        with torch.no_grad():
            probability = Detector().eval()(torch.zeros(1, 1, 64, 96))
        self.assertEqual(tuple(probability.shape), (1, 1, 32, 48))
        self.assertTrue(bool(((probability >= 0) & (probability <= 1)).all()))


class Alphabet(unittest.TestCase):
    def test_every_character_occurs_once_and_the_first_is_the_space(self):
        self.assertEqual(len(set(ALPHABET)), len(ALPHABET))
        self.assertEqual(ALPHABET[0], " ")
        self.assertTrue(known(clean("„Zażółć“ – naïve ﬁnish, 5 €")))

    def test_the_same_text_is_always_held_out(self):
        self.assertEqual(held_out("a text"), held_out("a text"))
        self.assertTrue(any(held_out(str(number)) for number in range(500)))


if __name__ == "__main__":
    unittest.main()
