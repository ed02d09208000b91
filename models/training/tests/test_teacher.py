"""What a teacher tells goes along with the batch, and only frames that belong to a line count."""

import pathlib
import queue
import tempfile
import unittest

import numpy
import torch
from torch.nn import functional

from imagetotext_training.alphabet import CLASSES
from imagetotext_training.export import export_recogniser
from imagetotext_training.networks import Recogniser
from imagetotext_training.teacher import Teacher, distance

from .test_weights import lively


class Lessons(unittest.TestCase):
    def test_the_teacher_adds_its_scores_to_a_batch(self):
        full = lively(Recogniser(CLASSES, ranks=Recogniser.FULL))
        images = numpy.random.default_rng(1).integers(0, 256, (2, 32, 64), numpy.uint8)
        given = queue.Queue()
        with tempfile.TemporaryDirectory() as folder:
            path = str(pathlib.Path(folder) / "full.onnx")
            export_recogniser(full, path)
            Teacher(path, given).put((images, "widths"))
        *batch, scores = given.get()
        self.assertEqual(batch[1], "widths")
        with torch.no_grad():
            expected = full(torch.from_numpy(images).float().div(255).sub(0.5)[:, None])
        self.assertEqual(scores.shape, (32, 2, CLASSES))
        self.assertLess(float((torch.from_numpy(scores).float() - expected).abs().max()), 0.5)

    def test_padding_does_not_count(self):
        torch.manual_seed(5)
        scores = functional.log_softmax(torch.randn(6, 2, 4), 2)
        taught = scores.clone()
        taught[4:, 0] = functional.log_softmax(torch.randn(2, 4), 1)
        frames = torch.tensor([4, 6])
        self.assertLess(abs(float(distance(scores, taught.numpy(), frames))), 1e-4)
        self.assertGreater(float(distance(scores, taught.numpy(), torch.tensor([5, 6]))), 1e-2)


if __name__ == "__main__":
    unittest.main()
