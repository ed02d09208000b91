import unittest

import torch

from imagetotext_training.window_classifier import SIDE, Classifier, as_linear, varied


class VariationTest(unittest.TestCase):
    def test_variation_keeps_the_size(self):
        windows = torch.rand(5, SIDE, SIDE)
        self.assertEqual(varied(windows).shape, windows.shape)


class ClassifierTest(unittest.TestCase):
    def test_its_layers_on_patches_are_the_network(self):
        torch.manual_seed(1)
        network, window, known = Classifier(5, (4, 6, 8), 3).eval(), torch.rand(1, SIDE, SIDE), torch.rand(1, 3)
        *convolutions, last = as_linear(network)
        values = window.view(SIDE, SIDE, 1)
        for layer in convolutions:
            side = len(values) // 2
            padded = torch.nn.functional.pad(values, (0, 0, 1, 1, 1, 1))
            patches = [[padded[2 * row : 2 * row + 3, 2 * column : 2 * column + 3].flatten() for column in range(side)] for row in range(side)]
            values = layer(torch.stack([torch.stack(row) for row in patches])).relu()
        expected = network(window, known)[0]
        self.assertTrue(torch.allclose(last(torch.cat([values.flatten(), known[0]])), expected, atol=1e-5))
