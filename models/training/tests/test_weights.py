"""Networks that count in steps read nearly as before, and what is exported can be taken up again and says the same."""

import pathlib
import tempfile
import unittest

import torch
from torch import nn

from imagetotext_training import graph
from imagetotext_training.alphabet import CLASSES
from imagetotext_training.networks import Detector, Recogniser
from imagetotext_training.steps import VALUES, WEIGHTS, Rounded, Step, rounded, whole
from imagetotext_training.weights import layers, load


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
        torch.manual_seed(1)
        network = lively(network)
        stepped = rounded(network, [example]).eval()
        with tempfile.TemporaryDirectory() as folder, torch.no_grad():
            path = str(pathlib.Path(folder) / "network.onnx")
            export(stepped, path)
            again = load(fresh, path)
            checkpoint = str(pathlib.Path(folder) / "checkpoint.pt")
            torch.save({"average": stepped.state_dict()}, checkpoint)
            resumed = load(fresh, checkpoint)
            for weight, _, _ in layers(path):
                steps = abs(weight).reshape(len(weight), -1).max(1).reshape(-1, 1, 1, 1) / WEIGHTS
                self.assertLess(abs(weight / steps - (weight / steps).round()).max(), 1e-3)
        with torch.no_grad():
            plain, shipped = network(example), stepped(example)
            self.assertLess(float((shipped - again(example)).abs().max()), 1e-3)
            self.assertLess(float((shipped - resumed(example)).abs().max()), 1e-6)
            self.assertLess(float((shipped - plain).abs().mean()), 0.05)
            self.assertGreater(float((shipped - plain).abs().max()), 0)

    def test_recogniser(self):
        self.check(Recogniser(CLASSES), Recogniser(CLASSES), graph.recogniser, torch.rand(1, 1, 32, 64) - 0.5)

    def test_detector(self):
        self.check(Detector(), Detector(), graph.detector, torch.rand(1, 1, 64, 96) - 0.5)


class Steps(unittest.TestCase):
    def test_gradients_pass_through_rounding(self):
        x = torch.tensor([0.2, 1.7], requires_grad=True)
        whole(x).sum().backward()
        self.assertEqual(x.grad.tolist(), [1, 1])

    def test_values_are_multiples_of_the_step_from_zero_to_the_most(self):
        step = Step()
        step.log.data.fill_(0.5).log_()
        layer = Rounded(nn.Linear(1, 1), step=step)
        layer.weight.data.fill_(1)
        layer.bias.data.zero_()
        made = layer(torch.tensor([[-3.0], [0.7], [1e6]])).flatten().tolist()
        for value, expected in zip(made, [0, 0.5, VALUES * 0.5]):
            self.assertAlmostEqual(value, expected, places=4)

    def test_layers_whose_outputs_are_added_share_a_step(self):
        network = rounded(Detector(), [torch.rand(1, 1, 64, 64) - 0.5])
        for blocks, sums in network.joined():
            self.assertEqual(len({id(block[0].step) for block in blocks}), 1)
            for total in sums:
                self.assertAlmostEqual(total.most().item(), VALUES * blocks[0][0].step.size().item(), places=6)


if __name__ == "__main__":
    unittest.main()
