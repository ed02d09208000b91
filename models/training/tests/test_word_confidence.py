"""Word confidence: the language model is read as it was written, and wrong words are told from right ones."""

import io
import unittest

import numpy

from imagetotext_training.ngram import build_model, save, symbols_of
from imagetotext_training.word_confidence import NgramModel, arrays, curve, fit, probability, words_of

TEXTS = ["tea for two and two for tea"] * 4


def model():
    symbols = symbols_of(TEXTS, "latin")
    file = io.BytesIO()
    save(build_model(TEXTS, symbols, min_counts=(1, 1, 1, 1)), symbols, file)
    return NgramModel(file.getvalue())


def document(*words):
    line = [{"text": text, "characters": [sure] * len(text)} for text, sure in words]
    return {"pages": [{"blocks": [{"lines": [{"words": line}]}]}]}


class WordConfidence(unittest.TestCase):
    def test_usual_letters_have_a_higher_ratio(self):
        usual, unusual = model().ratios("", "tea"), model().ratios("", "taf")
        self.assertGreater(min(usual), min(unusual))
        self.assertEqual(len(usual), 4)

    def test_words_that_differ_from_the_text_are_wrong(self):
        read = words_of(document(("tea", 0.9), ("fcr", 0.4), ("two", 0.9)), "tea for\ntwo", model())
        self.assertEqual([wrong for _, wrong in read], [False, True, False])
        moved = words_of(document(("two", 0.9), ("tea", 0.9)), "tea two", model())
        self.assertEqual([wrong for _, wrong in moved], [False, False])
        capitals = words_of(document(("Tea", 0.9)), "TEA", model(), any_case=True)
        self.assertEqual([wrong for _, wrong in capitals], [False])

    def test_the_fit_tells_them_apart(self):
        random = numpy.random.default_rng(1)
        wrong = random.random(2000) < 0.2
        features = numpy.stack([random.normal(numpy.where(wrong, -1.0, 1.0)), random.normal(size=2000)], 1)
        bias, weights = fit(features, wrong)
        self.assertLess(weights[0], -1.5)
        self.assertLess(abs(weights[1]), 0.3)
        self.assertAlmostEqual(probability(features, bias, weights).mean(), wrong.mean(), places=2)
        self.assertEqual(curve(numpy.array([True, False, True]), numpy.array([3.0, 2.0, 1.0])).split()[0], "0.3:1.00")
        self.assertEqual(arrays([([1.0], True)])[1].dtype, bool)


if __name__ == "__main__":
    unittest.main()
