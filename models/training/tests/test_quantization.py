"""Quantised networks differ little from the originals, and what is exported can be loaded again and computes the same."""

import pathlib
import tempfile
import unittest

import torch
from torch import nn

from imagetotext_training import onnx_graph
from imagetotext_training.alphabet import CLASSES
from imagetotext_training.networks import Detector, Recogniser
from imagetotext_training.quantization import (
    ACTIVATION_MAX,
    WEIGHT_MAX,
    ActivationScale,
    QuantizedLayer,
    quantize,
    round_straight_through,
    with_batch_norms,
)
from imagetotext_training.weights import load_weights, read_onnx_layers


def with_random_norms(network):
    """`network` with batch norms that are not those of a new network."""
    for module in network.modules():
        if isinstance(module, nn.BatchNorm2d):
            module.running_mean.normal_(0, 0.1)
            module.running_var.uniform_(0.5, 2)
            nn.init.uniform_(module.weight, 0.5, 1.5)
            nn.init.normal_(module.bias, 0, 0.1)
    return network.eval()


class Export(unittest.TestCase):
    def check(self, network, new_network, write, example):
        torch.manual_seed(1)
        network = with_random_norms(network)
        quantized = quantize(network, [example]).eval()
        with tempfile.TemporaryDirectory() as folder, torch.no_grad():
            path = str(pathlib.Path(folder) / "network.onnx")
            write(quantized, path)
            from_onnx = load_weights(new_network, path)
            checkpoint = str(pathlib.Path(folder) / "checkpoint.pt")
            torch.save({"average": quantized.state_dict()}, checkpoint)
            from_checkpoint = load_weights(new_network, checkpoint)
            for weight, _, _ in read_onnx_layers(path):
                scales = abs(weight).reshape(len(weight), -1).max(1).reshape(-1, 1, 1, 1) / WEIGHT_MAX
                self.assertLess(abs(weight / scales - (weight / scales).round()).max(), 1e-3)
        with torch.no_grad():
            original, expected = network(example), quantized(example)
            self.assertLess(float((expected - from_onnx(example)).abs().max()), 1e-3)
            self.assertLess(float((expected - from_checkpoint(example)).abs().max()), 1e-6)
            self.assertLess(float((expected - original).abs().mean()), 0.05)
            self.assertGreater(float((expected - original).abs().max()), 0)

    def test_recogniser(self):
        self.check(Recogniser(CLASSES), Recogniser(CLASSES), onnx_graph.write_recogniser, torch.rand(1, 1, 32, 64) - 0.5)

    def test_detector(self):
        self.check(Detector(), Detector(), onnx_graph.write_detector, torch.rand(1, 1, 64, 96) - 0.5)


class Quantization(unittest.TestCase):
    def test_gradients_pass_through_rounding(self):
        x = torch.tensor([0.2, 1.7], requires_grad=True)
        round_straight_through(x).sum().backward()
        self.assertEqual(x.grad.tolist(), [1, 1])

    def test_activations_are_rounded_and_clamped(self):
        scale = ActivationScale()
        scale.log_scale.data.fill_(0.5).log_()
        layer = QuantizedLayer(nn.Linear(1, 1), activation=scale)
        layer.weight.data.fill_(1)
        layer.bias.data.zero_()
        outputs = layer(torch.tensor([[-3.0], [0.7], [1e6]])).flatten().tolist()
        for value, expected in zip(outputs, [0, 0.5, ACTIVATION_MAX * 0.5]):
            self.assertAlmostEqual(value, expected, places=4)

    def test_a_quantised_network_gets_batch_norms_again(self):
        torch.manual_seed(2)
        for network, example in ((Recogniser(CLASSES), torch.rand(2, 1, 32, 64) - 0.5), (Detector(), torch.rand(1, 1, 64, 96) - 0.5)):
            original = with_random_norms(network)
            floating = with_batch_norms(quantize(original, [example]), [example])
            self.assertEqual(sum(isinstance(module, nn.BatchNorm2d) for module in floating.modules()), sum(isinstance(module, nn.BatchNorm2d) for module in original.modules()))
            with torch.no_grad():
                # Weights are rounded, activations are not.
                self.assertLess(float((floating.eval()(example) - original(example)).abs().mean()), 0.05)
                # Batches as those that were measured change nothing in training.
                self.assertLess(float((floating.train()(example) - floating.eval()(example)).abs().mean()), 0.5)

    def test_layers_whose_outputs_are_added_share_a_scale(self):
        network = quantize(Detector(), [torch.rand(1, 1, 64, 64) - 0.5])
        for blocks, additions in network.addition_groups():
            self.assertEqual(len({id(block[0].activation) for block in blocks}), 1)
            for add in additions:
                self.assertAlmostEqual(add.limit().item(), ACTIVATION_MAX * blocks[0][0].activation.scale().item(), places=6)


if __name__ == "__main__":
    unittest.main()
