"""The recogniser of Latin learns from the lines that it can read, and other signs are unknown to it."""

import unittest

import torch

from imagetotext_training import latin_recogniser
from imagetotext_training.alphabet import CLASS_OF, OTHER


def targets_of(*texts):
    lengths = torch.tensor([len(text) for text in texts])
    targets = torch.zeros(len(texts), int(lengths.max()), dtype=torch.long)
    for row, text in zip(targets, texts):
        row[: len(text)] = torch.tensor([CLASS_OF[c] for c in text])
    return targets, lengths


class Latin(unittest.TestCase):
    def read(self, *texts):
        targets, lengths = targets_of(*texts)
        places = torch.arange(len(texts))
        kept, _, targets, lengths = latin_recogniser.latin_lines(places, places, targets, lengths)
        names = {index: character for character, index in CLASS_OF.items()}
        return kept.tolist(), ["".join(names[int(k)] for k in row[:length]) for row, length in zip(targets, lengths)]

    def test_signs_that_it_lacks_are_unknown_and_the_long_s_is_an_s(self):
        kept, texts = self.read("5 kΩ each", "Waſſer", "Größe 3 €")
        self.assertEqual(kept, [0, 1, 2])
        self.assertEqual(texts, [f"5 k{OTHER} each", "Wasser", "Größe 3 €"])

    def test_lines_in_another_script_are_left_out(self):
        self.assertEqual(self.read("Привет, мир", "hello", "₽₸₮ 12")[0], [1])

    def test_all_its_classes_are_those_of_its_alphabet(self):
        targets, _ = targets_of("".join(CLASS_OF))
        self.assertLess(int(latin_recogniser._CLASS[targets].max()), latin_recogniser.CLASSES)


if __name__ == "__main__":
    unittest.main()
