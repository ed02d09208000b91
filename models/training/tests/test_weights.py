"""What is exported can be taken up again, and says the same."""

import pathlib
import tempfile
import unittest

import torch
from torch import nn

from imagetotext_training.alphabet import CLASSES
from imagetotext_training.export import export_detector, export_recogniser
from imagetotext_training.networks import Detector, Recogniser
from imagetotext_training.weights import load_onnx


def lively(network):
    """`network` with norms that are not those of a fresh one."""
    for module in network.modules():
        if isinstance(module, nn.BatchNorm2d):
            module.running_mean.normal_(0, 0.1)
            module.running_var.uniform_(0.5, 2)
            nn.init.uniform_(module.weight, 0.5, 1.5)
            nn.init.normal_(module.bias, 0, 0.1)
    return network.eval()


class Weights(unittest.TestCase):
    def check(self, network, fresh, export, example):
        with tempfile.TemporaryDirectory() as folder:
            path = str(pathlib.Path(folder) / "network.onnx")
            export(network, path)
            load_onnx(fresh, path, example)
        with torch.no_grad():
            shipped = network(example)
            self.assertLess(float((shipped - fresh.eval()(example)).abs().max()), 1e-3)
            # Training normalises by the batch it is shown and must start from the same function.
            for module in fresh.modules():
                if isinstance(module, nn.BatchNorm2d):
                    module.train()
            self.assertLess(float((shipped - fresh(example)).abs().max()), 1e-2)

    def test_recogniser(self):
        self.check(lively(Recogniser(CLASSES)), Recogniser(CLASSES), export_recogniser, torch.rand(1, 1, 32, 64) - 0.5)

    def test_detector(self):
        self.check(lively(Detector()), Detector(), export_detector, torch.rand(1, 1, 64, 96) - 0.5)


if __name__ == "__main__":
    unittest.main()
